//! `/penempatan`: every round the reader may see.

use maud::{Markup, html};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct DaftarView {
    /// Newest first.
    pub rows: Vec<BarisRencana>,
    /// Whether the reader opens rounds.
    pub baru: bool,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct BarisRencana {
    /// What it is called.
    pub judul: String,
    /// Its page.
    pub href: String,
    /// The day it is about.
    pub berlaku: Tanggal,
    /// Whose it is.
    pub pemilik: String,
    /// How many posts.
    pub pos: usize,
    /// How far it is.
    pub tahap: (String, Tone),
}

/// The page `/penempatan`.
pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let open = || Tombol::link("Buka rencana mutasi", "/penempatan/baru").primary().icon(Icon::Tambah);
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Penempatan" } p { "Rencana mutasi: syarat dan bobot diumumkan, data dikunci, hasilnya dapat dihitung ulang siapa pun." } }
                div class="aksi" { (Tombol::link("Periksa sendiri", "/penempatan/periksa")) @if view.baru { (open()) } }
            }
            div class="badan tumpuk" {
                @if view.rows.is_empty() {
                    (kosong(Icon::Tukar, "Belum ada rencana mutasi", "Rencana mutasi instansi Anda tampil di sini.", view.baru.then(open)))
                } @else { (rows(&view.rows)) }
            }
        },
    )
}

fn rows(rows: &[BarisRencana]) -> Markup {
    let row = |r: &BarisRencana| Baris {
        cells: vec![
            html! { a href=(r.href) { (r.judul) } },
            html! { time datetime=(r.berlaku.iso()) { (r.berlaku.short()) } },
            html! { (r.pemilik) },
            html! { (r.pos) },
            html! { (lencana(r.tahap.1, None, &r.tahap.0)) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Rencana mutasi, yang terbaru lebih dahulu".into(),
            columns: vec![
                Kolom::new("Rencana").phone(Phone::Full).class("kalimat"),
                Kolom::new("Berlaku").class("utas"),
                Kolom::new("Instansi"),
                Kolom::new("Pos").class("utas"),
                Kolom::new("Tahap"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
