//! `/indikator/{kode}`.

use super::Kecilnya;
use super::isian::{Formulir, formulir};
use maud::{Markup, html};
use web::component::garis::{Garis, banyak_kecil, garis};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::matriks::{Deret, Lajur, matriks};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::{Frame, Tone, page};

/// What an indicator is.
#[derive(Clone, Debug, Default)]
pub struct Tentang {
    /// Its code.
    pub kode: &'static str,
    /// Its name.
    pub nama: &'static str,
    /// What is counted.
    pub definisi: &'static str,
    /// What the figure counts.
    pub satuan: &'static str,
    /// Which way is better.
    pub arah: &'static str,
    /// Who answers for it.
    pub pemilik: &'static str,
    /// Legal basis.
    pub dasar: &'static str,
    /// How often it is worth looking at.
    pub irama: &'static str,
    /// Its part of the catalogue.
    pub kelompok: &'static str,
    /// What it is computed from.
    pub sumber: &'static str,
    /// Why there is no source; empty when there is one.
    pub belum: &'static str,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct SatuView {
    /// What it is.
    pub tentang: Tentang,
    /// Its column.
    pub lajur: Lajur,
    /// Instansi with their figure.
    pub deret: Vec<Deret>,
    /// Over time: of all of them together, or of the only one.
    pub garis: Garis,
    /// Over time, side by side.
    pub kecil: Option<Kecilnya>,
    /// The misi it serves: whose, and which.
    pub misi: Vec<(String, String)>,
    /// What was just recorded.
    pub tercatat: Option<&'static str>,
    /// What may be stated here.
    pub formulir: Option<Formulir>,
    /// What the figures were computed from.
    pub asal: String,
}

/// The page `/indikator/{kode}`.
pub fn satu(frame: &Frame, view: &SatuView) -> Markup {
    let t = &view.tentang;
    let refused = view.formulir.as_ref().is_some_and(|f| !f.salah.is_empty());
    page(
        &Frame { refused, ..frame.clone() },
        html! {
            div class="kepala" { div { h1 { (t.nama) } p { (t.kode) " · " (t.kelompok) } } }
            @if let Some(f) = &view.formulir { (ringkasan_kesalahan(&f.kesalahan())) }
            div class="badan tumpuk" {
                @if let Some(done) = view.tercatat { (Kabar::new(Tone::Ok, done)) }
                @if !t.belum.is_empty() { (Kabar::new(Tone::Info, "Belum ada sumber.").body(html! { (t.belum) })) }
                (kartu("tentang", "Tentang indikator ini", html! {}, tentang(t)))
                @if t.belum.is_empty() {
                    (tren(&view.garis))
                    (kartu("angka", "Menurut instansi", html! {}, matriks(&format!("{} menurut instansi. {}", t.nama, view.asal), std::slice::from_ref(&view.lajur), &view.deret)))
                    @if let Some(small) = &view.kecil {
                        (kartu("banyak", "Tren menurut instansi", html! { small { @if small.satu_skala { "skala sama" } @else { "skala masing-masing" } } }, banyak_kecil(&format!("{} per triwulan menurut instansi", small.nama), &small.semua, small.satu_skala)))
                    }
                }
                @if !view.misi.is_empty() { (kartu("misi", "Misi yang didukung", html! {}, misi(&view.misi))) }
                @if let Some(f) = &view.formulir { (formulir(frame, f)) }
                p class="redup" { (view.asal) }
            }
        },
    )
}

/// A series as a card; says so when nothing of it is stored yet.
pub fn tren(g: &Garis) -> Markup {
    let body = html! {
        @if g.berisi() { (garis("tren-tabel", g)) } @else {
            p class="isi-kartu redup" { "Belum ada angka tersimpan. Angka disimpan sekali sehari dan pada akhir bulan; tren tampil sesudah itu." }
        }
    };
    kartu(
        "tren",
        "Tren per triwulan",
        html! { small { "angka tersimpan pada hari terakhir tiap triwulan yang diukur" } },
        body,
    )
}

fn misi(rows: &[(String, String)]) -> Markup {
    html! { dl class="fakta" { @for (whose, which) in rows { dt { (whose) } dd { (which) } } } }
}

fn tentang(t: &Tentang) -> Markup {
    let dasar = if t.dasar.is_empty() { "Tidak ada; ukuran kerja" } else { t.dasar };
    fakta(&[
        ("Definisi", html! { (t.definisi) }),
        ("Satuan", html! { (t.satuan) }),
        ("Arah", html! { (t.arah) }),
        ("Sumber", html! { (t.sumber) }),
        ("Dasar", html! { (dasar) }),
        ("Penanggung jawab", html! { (t.pemilik) }),
        ("Diukur", html! { (t.irama) }),
    ])
}
