//! `/indikator/{kode}`.

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::matriks::{Deret, Lajur, matriks};
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
    /// What the figures were computed from.
    pub asal: String,
}

/// The page `/indikator/{kode}`.
pub fn satu(frame: &Frame, view: &SatuView) -> Markup {
    let t = &view.tentang;
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { (t.nama) } p { (t.kode) " · " (t.kelompok) } } }
            div class="badan tumpuk" {
                @if !t.belum.is_empty() { (Kabar::new(Tone::Info, "Belum ada sumber.").body(html! { (t.belum) })) }
                (kartu("tentang", "Tentang indikator ini", html! {}, tentang(t)))
                @if t.belum.is_empty() {
                    (kartu("angka", "Menurut instansi", html! {}, matriks(&format!("{} menurut instansi. {}", t.nama, view.asal), std::slice::from_ref(&view.lajur), &view.deret)))
                }
                p class="redup" { (view.asal) }
            }
        },
    )
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
