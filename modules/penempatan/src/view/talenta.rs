//! `/talenta`: nine boxes, and who stands in one of them.

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct TalentaView {
    /// Nine boxes: performance high to low, in each potential low to high.
    pub kotak: Vec<KotakView>,
    /// People in a box.
    pub dipetakan: usize,
    /// Why others stand in none: sentence, how many, their list.
    pub belum: Vec<(String, usize, String)>,
    /// Oldest and newest assessment.
    pub hari: Option<(Tanggal, Tanggal)>,
    /// What the list is of; empty when nothing was chosen.
    pub judul: String,
    /// The first of them.
    pub orang: Vec<BarisOrang>,
    /// How many there are.
    pub ada: usize,
}

/// A box.
#[derive(Clone, Debug, Default)]
pub struct KotakView {
    /// Its number, 0 when the law names none.
    pub nomor: u8,
    /// People in it.
    pub jumlah: usize,
    /// What is recommended.
    pub rekomendasi: String,
}

/// Somebody.
#[derive(Clone, Debug, Default)]
pub struct BarisOrang {
    /// Name.
    pub nama: String,
    /// Page.
    pub href: String,
    /// Post.
    pub jabatan: String,
    /// Unit.
    pub unit: String,
    /// Job person match; empty without one.
    pub jpm: String,
}

const KINERJA: [&str; 3] =
    ["Kinerja di atas ekspektasi", "Kinerja sesuai ekspektasi", "Kinerja di bawah ekspektasi"];

/// The page `/talenta`.
pub fn talenta(frame: &Frame, view: &TalentaView) -> Markup {
    let missing: usize = view.belum.iter().map(|b| b.1).sum();
    page(
        frame,
        html! {
            div class="kepala" { div {
                h1 { "Manajemen talenta" }
                p { (view.dipetakan) " pegawai dipetakan, " (missing) " belum."
                    @if let Some((from, to)) = &view.hari { " Hasil penilaian " (from.short()) " sampai " (to.short()) "." } }
            }
                div class="aksi" { (Tombol::link("Suksesi", "/suksesi")) (Tombol::link("Standar kompetensi", "/penempatan/profil")) }
            }
            div class="badan tumpuk" {
                (kotak(&view.kotak))
                p { "Nomor kotak menurut lampiran PermenPANRB 3/2020. Sumbu kinerja dibaca dari predikat tahun lalu, sumbu potensial dari kesesuaian kompetensi; pembacaan ini kebiasaan, bukan ketentuan." }
                @if !view.belum.is_empty() { (belum(&view.belum)) }
                @if view.judul.is_empty() { (Kabar::new(Tone::Info, "Pilih sebuah kotak untuk melihat siapa di dalamnya")) }
                @else { (orang(view)) }
            }
        },
    )
}

fn kotak(all: &[KotakView]) -> Markup {
    let cell = |k: &KotakView| {
        html! {
            a href=(format!("/talenta?kotak={}", k.nomor)) { "Kotak " (k.nomor) ": " strong { (k.jumlah) } " orang" }
            br;
            small { (k.rekomendasi) }
        }
    };
    let rows = all.chunks(3).zip(KINERJA).map(|(three, name)| Baris {
        cells: std::iter::once(html! { strong { (name) } }).chain(three.iter().map(cell)).collect(),
        ..Baris::default()
    });
    html! {
        (Tabel {
            caption: "Sembilan kotak: kinerja ke bawah, potensi ke kanan".into(),
            columns: vec![
                Kolom::new("Kinerja").phone(Phone::Full),
                Kolom::new("Potensi rendah").class("kata"),
                Kolom::new("Potensi menengah").class("kata"),
                Kolom::new("Potensi tinggi").class("kata"),
            ],
            rows: rows.collect(),
            ..Tabel::default()
        })
    }
}

fn belum(list: &[(String, usize, String)]) -> Markup {
    kartu(
        "belum-dipetakan",
        "Belum dipetakan",
        html! {},
        html! {
            ul class="isi-kartu" {
                @for (sentence, count, href) in list {
                    li { a href=(href) { (count) " orang" } ". " (sentence) }
                }
            }
        },
    )
}

fn orang(view: &TalentaView) -> Markup {
    let row = |o: &BarisOrang| Baris {
        cells: vec![
            html! { a href=(o.href) { (o.nama) } },
            html! { (o.jabatan) },
            html! { (o.unit) },
            html! { @if o.jpm.is_empty() { "–" } @else { (o.jpm) } },
        ],
        ..Baris::default()
    };
    html! {
        h2 { (view.judul) ", " (view.ada) " orang" }
        @if view.ada > view.orang.len() { p { "Ditampilkan " (view.orang.len()) " yang pertama menurut nama." } }
        (Tabel {
            caption: view.judul.clone(),
            columns: vec![
                Kolom::new("Nama").phone(Phone::Full).class("kalimat"),
                Kolom::new("Jabatan").class("kalimat"),
                Kolom::new("Unit").class("kalimat"),
                Kolom::new("Kesesuaian kompetensi").class("utas"),
            ],
            rows: view.orang.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
