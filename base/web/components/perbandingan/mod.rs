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
    )]
}
