//! Before and after, side by side. A change is marked by word, by strike and by colour, in this order of weight.

use crate::{Sample, Tone, component::lencana::lencana};
use maud::{Markup, html};

/// One field. `None` means there is no value on that side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banding {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// `before` and `after` name the two sides: `Tercatat`, `Ralat`.
pub fn perbandingan(caption: &str, before: &str, after: &str, rows: &[Banding]) -> Markup {
    html! {
        div class="gulir" role="region" tabindex="0" aria-label=(caption) {
            table class="tabel jadi-kartu banding" {
                caption class="sr" { (caption) }
                thead { tr { th scope="col" { "Data" } th scope="col" { (before) } th scope="col" { (after) } } }
                tbody { @for row in rows {
                    @let changed = row.before != row.after;
                    tr class=[changed.then_some("berubah")] {
                        td class="penuh" { (row.field) @if changed { (lencana(Tone::Awas, None, kind(row))) } }
                        td data-l=(before) { @match &row.before { Some(v) if changed => del { (v) }, Some(v) => (v), None => span class="redup" { "belum ada" } } }
                        td data-l=(after) { @match &row.after { Some(v) if changed => ins { (v) }, Some(v) => (v), None => span class="redup" { "dihapus" } } }
                    }
                } }
            }
        }
    }
}

/// A stretch of words, and whether only this side has it.
pub type Potong = (bool, String);

/// A line of two texts, word by word; `None` where a side has no such line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kalimat {
    pub field: String,
    pub before: Option<Vec<Potong>>,
    pub after: Option<Vec<Potong>>,
}

/// Long texts beside each other: only the words that differ are marked, by a line through or under them
/// and a word for those who listen.
pub fn perbandingan_kata(caption: &str, before: &str, after: &str, rows: &[Kalimat]) -> Markup {
    let old = |text: &str| html! { del { span class="sr" { "[dihapus: " } (text) span class="sr" { "]" } } };
    let new = |text: &str| html! { ins { span class="sr" { "[baru: " } (text) span class="sr" { "]" } } };
    html! {
        div class="gulir" role="region" tabindex="0" aria-label=(caption) {
            table class="tabel jadi-kartu banding kata-demi-kata" {
                caption class="sr" { (caption) }
                thead { tr { th scope="col" { "Isian" } th scope="col" { (before) } th scope="col" { (after) } } }
                tbody { @for row in rows {
                    tr class="berubah" {
                        td class="penuh" { (row.field) }
                        td data-l=(before) { (side(row.before.as_deref(), "tidak ada", old)) }
                        td data-l=(after) { (side(row.after.as_deref(), "dihapus", new)) }
                    }
                } }
            }
        }
    }
}

fn side(pieces: Option<&[Potong]>, none: &str, mark: impl Fn(&str) -> Markup) -> Markup {
    html! { div {
        @match pieces {
            None => span class="redup" { (none) },
            Some(pieces) => @for (n, (changed, text)) in pieces.iter().enumerate() {
                @if n > 0 { " " }
                @if *changed { (mark(text)) } @else { (text) }
            },
        }
    } }
}

fn kind(row: &Banding) -> &'static str {
    match (&row.before, &row.after) {
        (None, _) => "Baru",
        (_, None) => "Hilang",
        _ => "Berubah",
    }
}

pub fn samples() -> Vec<Sample> {
    let b = |field: &str, before: Option<&str>, after: Option<&str>| Banding { field: field.into(), before: before.map(Into::into), after: after.map(Into::into) };
    vec![Sample::new(
        "ralat",
        perbandingan("Ralat SK kenaikan pangkat", "Tercatat", "Ralat", &[
            b("TMT", Some("1 Apr 2019"), Some("1 Okt 2019")),
            b("Nomor SK", Some("823.3/1187/BKD/2019"), Some("823.3/1187/BKD/2019")),
            b("Masa kerja golongan", None, Some("9 th 3 bl")),
            b("Keterangan", Some("salah ketik"), None),
        ]),
    ),
    Sample::new(
        "kata demi kata",
        perbandingan_kata("Syarat masa, sekarang dan rancangan", "Sekarang", "Rancangan", &[
            Kalimat {
                field: "Bunyi".into(),
                before: Some(vec![(false, "paling sedikit".into()), (true, "4".into()), (false, "tahun dalam golongan".into())]),
                after: Some(vec![(false, "paling sedikit".into()), (true, "5".into()), (false, "tahun dalam golongan".into())]),
            },
            Kalimat { field: "Catatan".into(), before: None, after: Some(vec![(true, "berlaku surut".into())]) },
            Kalimat { field: "Sifat".into(), before: Some(vec![(true, "lunak".into())]), after: None },
        ]),
    )]
}
