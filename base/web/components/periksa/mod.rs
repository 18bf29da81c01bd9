//! Check answers before sending: what was said, and a way back to each answer.

use crate::Sample;
use maud::{Markup, html};

/// Each row: label, value, address to change it (`None` when it cannot be changed).
pub fn periksa(rows: &[(&str, Markup, Option<&str>)]) -> Markup {
    html! {
        dl class="periksa" {
            @for (label, value, change) in rows {
                div {
                    dt { (label) }
                    dd { (value) }
                    @if let Some(href) = change { dd class="ubah" { a href=(href) { "Ubah" span class="sr" { " " (label.to_lowercase()) } } } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "impor",
        periksa(&[("Berkas", html! { "pegawai-2026.xlsx" }, Some("#berkas")), ("Jenis data", html! { "Riwayat golongan" }, Some("#jenis")), ("Baris terbaca", html! { "12.400" }, None)]),
    )]
}
