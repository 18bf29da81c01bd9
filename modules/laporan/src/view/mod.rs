//! Pages of reports, as functions of plain values: they know neither register nor tables.

mod duk;
mod nominatif;
mod rekap;
mod samples;
mod statistik;

pub use duk::{BarisDuk, DukView, Langkah, duk};
pub use nominatif::{BarisNominatif, KelompokView, NominatifView, nominatif};
pub use rekap::{BarisRekap, Matriks, RekapView, rekap};
pub use samples::samples;
pub use statistik::{Bagan, GelombangView, StatistikView, statistik};

use maud::{Markup, html};
use web::Icon;
use web::component::lembar::Lembar;
use web::component::saring::Saring;
use web::component::tombol::Tombol;

/// Heading of a report with its ways out.
fn head(title: &str, lembar: &Lembar, words: &Markup, whole: Option<&str>, xlsx: Option<&str>) -> Markup {
    html! {
        div class="kepala" {
            div {
                h1 { (title) }
                p {
                    @if lembar.unit.is_empty() { (lembar.instansi) } @else { (lembar.unit) }
                    " · per " (lembar.at.short()) " · " (words)
                }
            }
            @if whole.is_some() || xlsx.is_some() {
                div class="aksi" {
                    @if let Some(href) = whole { (Tombol::link("Tampilkan semua untuk dicetak", href).icon(Icon::Cetak)) }
                    @if let Some(href) = xlsx { (Tombol::link("Unduh XLSX", href).icon(Icon::Unduh)) }
                }
            }
        }
    }
}

/// The filter bar with the block it swaps.
fn filtered(filter: &Saring, body: &Markup) -> Markup {
    let mut filter = filter.clone();
    filter.swap = Some("#laporan");
    html! { div id="laporan" { (filter) (body) } }
}

/// A value, or that it is not known.
fn known(text: &str) -> Markup {
    html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } }
}

/// Two lines of a cell.
fn two(first: &Markup, second: &str) -> Markup {
    html! { span class="dua" { span { (first) } @if !second.is_empty() { small { (second) } } } }
}

/// A person, with a way to the page for those who may open it.
fn who(name: &str, nip: &str, href: Option<&str>) -> Markup {
    html! {
        span class="dua" {
            @match href { Some(href) => a href=(href) { (name) }, None => span { (name) } }
            small class="angka" { (web::format::nip(nip)) }
        }
    }
}
