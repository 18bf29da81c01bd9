//! The page `/delegasi`.

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct DelegasiView {
    pub own: Vec<DelegasiBaris>,
    pub theirs: Vec<DelegasiBaris>,
    pub kepada: String,
    pub mulai: String,
    pub sampai: String,
    pub alasan: String,
    pub done: Option<String>,
    /// Field and sentence.
    pub errors: Vec<(String, String)>,
}

/// What a delegation is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keadaan {
    Berjalan,
    Nanti,
    Selesai,
    /// Ended on this day, before its last.
    Diakhiri(Tanggal),
}

/// One delegation.
#[derive(Clone, Debug)]
pub struct DelegasiBaris {
    /// Full name of the other one.
    pub nama: String,
    pub mulai: Tanggal,
    pub sampai: Tanggal,
    pub alasan: String,
    /// Full name and role of who set it.
    pub oleh: String,
    pub keadaan: Keadaan,
    pub end_href: Option<String>,
}

pub fn delegasi(frame: &Frame, view: &DelegasiView) -> Markup {
    let body = html! {
        div class="kepala" { div {
            h1 { "Delegasi" }
            p { "Selama Anda cuti atau bertugas di luar, orang lain melihat tugas dan pesan Anda. Hak orang itu tidak bertambah: yang tidak boleh dikerjakan perannya tidak ditampilkan." }
        } }
        (ringkasan_kesalahan(&view.errors))
        div class="badan tumpuk" {
            @if let Some(sentence) = &view.done { (Kabar::new(Tone::Ok, sentence)) }
            (kartu("delegasi-baru", "Delegasikan tugas Anda", html! {}, form(frame, view)))
            (kartu("delegasi-anda", "Yang Anda delegasikan", html! {}, list(frame, &view.own, "Delegasi yang Anda berikan, yang terakhir dahulu", "Belum pernah ada")))
            (kartu("delegasi-terima", "Yang didelegasikan kepada Anda", html! {}, list(frame, &view.theirs, "Delegasi yang Anda terima, yang terakhir dahulu", "Tidak ada")))
        }
    };
    page(frame, body)
}

fn form(frame: &Frame, view: &DelegasiView) -> Markup {
    let error = |field: &str| view.errors.iter().find(|e| e.0 == field).map(|e| e.1.as_str());
    html! {
        form class="isi-kartu formulir" method="post" action="/delegasi" {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::text("kepada", "Nama akun pengganti").value(&view.kepada).help("Akun di instansi Anda, seperti dipakai untuk masuk.").error(error("kepada")))
            (Ruas::date("mulai", "Mulai").value(&view.mulai).error(error("mulai")))
            (Ruas::date("sampai", "Sampai").value(&view.sampai).error(error("sampai")))
            (Ruas::text("alasan", "Alasan").value(&view.alasan).help("Misalnya: cuti tahunan.").error(error("alasan")))
            (Tombol::submit("Tetapkan delegasi").primary())
        }
    }
}

fn list(frame: &Frame, rows: &[DelegasiBaris], caption: &str, empty: &str) -> Markup {
    if rows.is_empty() {
        return kosong(Icon::Tukar, empty, "Delegasi beserta riwayatnya muncul di sini.", None);
    }
    let row = |d: &DelegasiBaris| {
        Baris::new(vec![
            html! { (d.nama) },
            html! { (waktu(d.mulai)) " sampai " (waktu(d.sampai)) },
            html! { span class="dua" { span { (d.alasan) } small { "oleh " (d.oleh) } } },
            state(d.keadaan),
            html! { @if let Some(href) = &d.end_href {
                form method="post" action=(href) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Tombol::submit("Akhiri").small().danger().context(&d.nama))
                }
            } },
        ])
    };
    Tabel {
        caption: caption.into(),
        columns: vec![
            Kolom::new("Nama").phone(Phone::Full).class("kata"),
            Kolom::new("Masa"),
            Kolom::new("Alasan").class("kata"),
            Kolom::new("Keadaan"),
            Kolom::new("Akhiri").silent().phone(Phone::Full),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn state(keadaan: Keadaan) -> Markup {
    match keadaan {
        Keadaan::Berjalan => lencana(Tone::Ok, None, "Berjalan"),
        Keadaan::Nanti => lencana(Tone::Info, None, "Belum mulai"),
        Keadaan::Selesai => lencana(Tone::Netral, None, "Selesai"),
        Keadaan::Diakhiri(day) => html! { (lencana(Tone::Netral, None, "Diakhiri")) " " (waktu(day)) },
    }
}
