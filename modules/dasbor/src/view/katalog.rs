//! `/dasbor/katalog`.

use super::Tentang;
use maud::{Markup, html};
use web::component::kartu::kartu;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct KatalogView {
    /// Parts with their indicators.
    pub bagian: Vec<(&'static str, Vec<Tentang>)>,
    /// Indicators with a source.
    pub terukur: usize,
    /// All of them.
    pub semua: usize,
}

/// The page `/dasbor/katalog`.
pub fn katalog(frame: &Frame, view: &KatalogView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Katalog indikator" } p { (view.terukur) " dari " (view.semua) " indikator sudah ada sumbernya." } }
                div class="aksi" {
                    (Tombol::link("Data terbuka CSV", "/data/indikator.csv").icon(Icon::Unduh))
                    (Tombol::link("Data terbuka JSON", "/data/indikator.json").icon(Icon::Unduh))
                }
            }
            div class="badan tumpuk" {
                @for (n, (judul, rows)) in view.bagian.iter().enumerate() { (kartu(&format!("bagian-{n}"), judul, html! {}, table(judul, rows))) }
            }
        },
    )
}

fn table(judul: &str, rows: &[Tentang]) -> Markup {
    let row = |t: &Tentang| Baris {
        cells: vec![
            html! { (t.kode) },
            html! { a href={ "/indikator/" (t.kode) } { (t.nama) } },
            html! { (t.definisi) @if !t.belum.is_empty() { " " span class="redup" { "Belum ada sumber: " (t.belum) } } },
            html! { (t.arah) },
            html! { (t.sumber) },
            html! { @if t.dasar.is_empty() { span class="redup" { "–" } } @else { (t.dasar) } },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: format!("Indikator kelompok {judul}"),
            columns: vec![
                Kolom::new("Kode").class("utas"),
                Kolom::new("Indikator").phone(Phone::Full).class("kata"),
                Kolom::new("Definisi").class("kalimat"),
                Kolom::new("Arah"),
                Kolom::new("Sumber"),
                Kolom::new("Dasar"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
