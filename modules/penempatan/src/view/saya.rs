//! `/penempatan/saya`: an employee's own rounds; nothing of anybody else.

use super::kepala::{Kepala, kepala};
use super::orang::{Tentang, blok};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The list.
#[derive(Clone, Debug, Default)]
pub struct SayaView {
    /// The account is nobody's of the register.
    pub tanpa_pegawai: bool,
    /// Newest first.
    pub rows: Vec<BarisSaya>,
}

/// A round.
#[derive(Clone, Debug)]
pub struct BarisSaya {
    /// What it is called.
    pub judul: String,
    /// Its page.
    pub href: String,
    /// Its kind.
    pub macam: String,
    /// The day it is about.
    pub berlaku: Tanggal,
    /// How far it is.
    pub tahap: String,
    /// Posts asked for.
    pub minat: usize,
    /// Whether posts can be asked for now.
    pub terbuka: bool,
}

/// One round.
#[derive(Clone, Debug, Default)]
pub struct SatuView {
    /// Its head, without the panel's pages.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// The letter of the announcement.
    pub pengumuman: String,
    /// Whose round it is.
    pub instansi: String,
    /// Criteria with their weights.
    pub kriteria: Vec<String>,
    /// Ties are broken by the order of rank.
    pub duk: bool,
    /// What, until when.
    pub jadwal: Vec<(String, String)>,
    /// Whether posts can be asked for now.
    pub boleh_minat: bool,
    /// Posts of the round.
    pub pos: Vec<PosMinat>,
    /// After the pelantikan: post, who was appointed, by how much.
    pub pengangkatan: Vec<(String, String, String)>,
    /// Whether data are locked: points exist from then on.
    pub terkunci: bool,
    /// Issued letters about the reader.
    pub surat: Vec<SuratSaya>,
    /// What the round holds of the reader.
    pub tentang: Tentang,
    /// The form as refused.
    pub ulang: Ulang,
}

/// An issued letter about the reader.
#[derive(Clone, Debug)]
pub struct SuratSaya {
    /// `Petikan keputusan`
    pub label: String,
    /// Its number.
    pub nomor: String,
    /// Its date.
    pub tanggal: Tanggal,
    /// Its code.
    pub kode: String,
    /// The code in groups, as people read it.
    pub tampil: String,
}

/// A post that can be asked for.
#[derive(Clone, Debug, Default)]
pub struct PosMinat {
    /// Its id.
    pub pos: String,
    /// Name and unit.
    pub nama: String,
    /// Its place in the reader's order, when it was asked for.
    pub urutan: Option<usize>,
}

/// Choices of the form.
const CHOICES: usize = 5;

/// The list.
pub fn saya(frame: &Frame, view: &SayaView) -> Markup {
    let row = |r: &BarisSaya| {
        let wish = match (r.minat, r.terbuka) {
            (0, true) => "dapat dinyatakan sekarang".to_owned(),
            (0, false) => "tidak ada".to_owned(),
            (n, _) => format!("{n} pos"),
        };
        Baris::new(vec![
            html! { a href=(r.href) { (r.judul) } },
            html! { (r.macam) },
            html! { time datetime=(r.berlaku.iso()) { (r.berlaku.short()) } },
            html! { (r.tahap) },
            html! { (wish) },
        ])
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Penempatan saya" } p { "Rencana mutasi yang mempertimbangkan Anda: kriteria, bobot, dan data Anda sendiri." } } }
            div class="badan tumpuk" {
                @if view.tanpa_pegawai {
                    (kosong(Icon::Akun, "Akun ini tidak terhubung dengan data pegawai", "Minta petugas BKD menghubungkannya agar rencana yang mempertimbangkan Anda tampil di sini.", None))
                } @else if view.rows.is_empty() {
                    (kosong(Icon::Tukar, "Belum ada rencana yang mempertimbangkan Anda", "Rencana tampil di sini sejak syarat dan bobotnya diumumkan.", None))
                } @else {
                    (Tabel {
                        caption: "Rencana mutasi yang mempertimbangkan Anda, yang terbaru lebih dahulu".into(),
                        columns: vec![Kolom::new("Rencana").phone(Phone::Full).class("kata"), Kolom::new("Macam").class("kata"), Kolom::new("Berlaku").class("utas"), Kolom::new("Tahap").class("kata"), Kolom::new("Minat").class("kata")],
                        rows: view.rows.iter().map(row).collect(),
                        ..Tabel::default()
                    })
                }
            }
        },
    )
}

/// One round.
pub fn satu(frame: &Frame, view: &SatuView) -> Markup {
    let tie = if view.duk {
        "urutan kepangkatan (DUK), menurut pengumuman ini"
    } else {
        "undian yang ditarik dari data yang dikunci"
    };
    let mut rules = vec![
        ("Instansi", html! { (view.instansi) }),
        ("Pengumuman", html! { (view.pengumuman) }),
        ("Kriteria dan bobot", html! { (view.kriteria.join(", ")) }),
        ("Bila nilai sama", html! { (tie) }),
    ];
    rules.extend(view.jadwal.iter().map(|(what, until)| (what.as_str(), html! { (until) })));
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (super::periksa_sendiri()) }))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                @if !view.surat.is_empty() { (kartu("surat", "Surat tentang Anda", html! {}, letters(view))) }
                (kartu("aturan", "Aturan rencana ini", html! {}, fakta(&rules)))
                @if view.boleh_minat { (kartu("minat", "Pos yang Anda minati", html! {}, wishes(frame, view))) }
                @if !view.terkunci { (Kabar::new(Tone::Info, "Data belum dikunci.").body(html! { "Nilai Anda tampil di sini sesudah data dikunci." })) }
                (blok(&view.tentang, &view.alamat, "Mengapa (bukan) saya?"))
                @if !view.pengangkatan.is_empty() { (kartu("lantik", "Yang dilantik di pos yang dapat Anda isi", html! {}, appointed(view))) }
            }
        },
    )
}

fn wishes(frame: &Frame, view: &SatuView) -> Markup {
    let options: Vec<(String, String)> = std::iter::once((String::new(), "Tidak ada".to_owned()))
        .chain(view.pos.iter().map(|p| (p.pos.clone(), p.nama.clone())))
        .collect();
    let typed = view.ulang.semua("pos");
    let now = |n: usize| view.pos.iter().find(|p| p.urutan == Some(n + 1)).map_or("", |p| p.pos.as_str());
    let value = |n: usize| if view.ulang.ada() { typed.get(n).copied().unwrap_or("") } else { now(n) };
    html! {
        form class="isi-kartu tumpuk formulir" method="post" action={ (view.alamat) "/minat" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            p { "Paling banyak lima, yang paling diminati lebih dahulu. Kosongkan semuanya untuk menarik minat. Dapat diubah sampai data dikunci." }
            @for n in 0..CHOICES.min(view.pos.len()) {
                (Ruas::choice("pos", &format!("Pilihan {}", n + 1), options.clone()).id(&format!("pos-{n}")).value(value(n)).error(view.ulang.galat("pos").filter(|_| n == 0)))
            }
            (Tombol::submit("Simpan minat").primary())
        }
    }
}

fn letters(view: &SatuView) -> Markup {
    let row = |s: &SuratSaya| {
        Baris::new(vec![
            html! { a href={ (view.alamat) "/surat/" (s.kode) } { (s.label) } },
            html! { div { (s.nomor) " tanggal " time datetime=(s.tanggal.iso()) { (s.tanggal.short()) } } },
            html! { a href={ "/verifikasi/" (s.kode) } translate="no" { (s.tampil) } },
        ])
    };
    html! {
        (Tabel {
            caption: "Surat terbit tentang Anda; kodenya dapat diperiksa siapa pun".into(),
            columns: vec![Kolom::new("Surat").phone(Phone::Full).class("kata"), Kolom::new("Nomor").class("kata"), Kolom::new("Kode").class("utas")],
            rows: view.surat.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

fn appointed(view: &SatuView) -> Markup {
    let row = |(post, who, by): &(String, String, String)| {
        Baris::new(vec![html! { (post) }, html! { (who) }, html! { (by) }])
    };
    html! {
        (Tabel {
            caption: "Pos, yang dilantik, dan selisih nilainya dengan Anda".into(),
            columns: vec![Kolom::new("Pos").phone(Phone::Full).class("kata"), Kolom::new("Yang dilantik").class("kata"), Kolom::new("Selisih").class("kata")],
            rows: view.pengangkatan.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
