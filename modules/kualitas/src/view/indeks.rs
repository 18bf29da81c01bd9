//! The index in parts: dimensions with their score, indicators with their weight, and those nobody can measure here.

use super::perlu_dibereskan::PerkiraanIkd;
use super::skor;
use maud::{Markup, Render, html};
use web::component::kartu::kartu;
use web::component::meter::meter;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::{Tanggal, Tone, format};

/// One dimension of the index.
#[derive(Clone, Debug)]
pub struct Dimensi {
    /// `Ketepatan waktu`
    pub name: String,
    /// Weight in the whole, in hundredths of a percent: 3100 is 31%.
    pub weight: u32,
    /// In hundredths; `None` when none of its indicators has a source.
    pub score: Option<u32>,
    /// Its indicators, in the order of the index.
    pub indicators: Vec<Indikator>,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct Indikator {
    /// `KW-3`
    pub code: String,
    /// `CPNS lebih dari satu tahun`
    pub label: String,
    /// Weight inside the dimension, in hundredths of a percent.
    pub weight: u32,
    /// Clean rows in hundredths of a percent; `None`: "belum ada sumber".
    pub share: Option<u32>,
    /// Faulty rows.
    pub faulty: u64,
    /// The people behind the number; `None` when there are none.
    pub href: Option<String>,
}

/// The second part of the page.
pub(super) fn indeks(ikd: &PerkiraanIkd, at: Tanggal) -> Markup {
    let missing = ikd.indicators - ikd.measured.min(ikd.indicators);
    html! {
        section class="badan tumpuk" id="indeks" aria-labelledby="judul-indeks" {
            div {
                h2 id="judul-indeks" { "Indeks Kualitas Data menurut dimensi" }
                p class="redup" {
                    "Perkiraan per " (at.short()) ", dihitung dari " (ikd.measured) " dari " (ikd.indicators) " indikator."
                    @if missing > 0 { " " (missing) " indikator belum ada sumbernya; bobotnya dibagikan ke indikator lain dalam dimensi yang sama." }
                }
            }
            div class="kisi-dua" { @for (n, d) in ikd.dimensions.iter().enumerate() { (dimension(n, d)) } }
        }
    }
}

fn dimension(n: usize, d: &Dimensi) -> Markup {
    let aside = html! {
        small { "bobot " (format::persen(u64::from(d.weight), 10_000)) }
        @match d.score { Some(s) => b class="angka" { (skor(s)) }, None => span class="redup" { "belum ada sumber" } }
    };
    let table = Tabel {
        caption: format!("Indikator dimensi {}", d.name),
        columns: vec![
            Kolom::new("Indikator").phone(Phone::Full),
            Kolom::new("Bobot").numeric().class("utas"),
            Kolom::new("Baris bersih").class("utas"),
            Kolom::new("Temuan").numeric().class("utas"),
        ],
        rows: d.indicators.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    };
    kartu(&format!("dimensi-{n}"), &d.name, aside, table.render())
}

fn row(i: &Indikator) -> Baris {
    Baris::new(vec![
        html! { span class="dua" { span { (i.label) } small { (i.code) } } },
        html! { (format::persen(u64::from(i.weight), 10_000)) },
        match i.share {
            // Nearly all is not all: with findings the share stays below 100%.
            Some(share) => {
                let shown = if i.faulty > 0 { share.min(9_990) } else { share };
                meter(u64::from(shown), 10_000, tone(share))
            }
            None => html! { span class="redup" { "belum ada sumber" } },
        },
        match (i.share, &i.href) {
            (None, _) => html! { span class="redup" { "–" } },
            (_, Some(href)) if i.faulty > 0 => {
                html! { a href=(href) { (format::angka(i.faulty)) span class="sr" { " temuan " (i.label) } } }
            }
            _ => html! { (format::angka(i.faulty)) },
        },
    ])
}

/// The words of the number carry the meaning; colour only groups: below 90, below 99, the rest.
fn tone(share: u32) -> Tone {
    match share {
        0..9_000 => Tone::Bahaya,
        9_000..9_900 => Tone::Awas,
        _ => Tone::Ok,
    }
}
