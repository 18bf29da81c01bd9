//! Actions on ticked rows. The bar appears and counts by style alone (`:has`, CSS counter).

use crate::{Sample, component::tabel::{Baris, Kolom, Tabel}, component::tombol::Tombol};
use maud::{Markup, html};

/// Wraps a pickable table in a form whose buttons act on the ticked rows: read them, print them, take them
/// along. `keep` are pairs every button sends with them.
pub fn massal(action: &str, keep: &[(String, String)], table: Markup, buttons: &[Tombol]) -> Markup {
    html! {
        form method="get" action=(action) {
            @for (name, value) in keep { input type="hidden" name=(name) value=(value); }
            (table)
            div class="massal" { output {} @for b in buttons { (b) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let table = Tabel {
        caption: "Temuan terbuka".into(),
        columns: vec![Kolom::new("Temuan")],
        rows: vec![Baris { cells: vec![html! { "TMT golongan sebelum tanggal SK" }], pick: Some(("temuan".into(), "1".into(), "Pilih temuan TMT golongan".into())), struck: false }],
        pickable: true,
        ..Tabel::default()
    };
    vec![Sample::new("pita", massal("#massal", &[("berlaku".into(), "2024-01-01".into())], maud::Render::render(&table), &[Tombol::submit("Cetak"), Tombol::submit("Ekspor").formaction("#ekspor")]))]
}
