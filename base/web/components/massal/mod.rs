//! Actions on ticked rows. The bar appears and counts by style alone (`:has`, CSS counter).

use crate::{Sample, component::tabel::{Baris, Kolom, Tabel}, component::tombol::Tombol};
use maud::{Markup, html};

/// Wraps a pickable table in a form whose buttons act on the ticked rows.
pub fn massal(action: &str, csrf: &str, table: Markup, buttons: &[Tombol]) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="csrf" value=(csrf);
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
    vec![Sample::new("pita", massal("#massal", "contoh", maud::Render::render(&table), &[Tombol::submit("Tandai selesai").value("aksi", "selesai")]))]
}
