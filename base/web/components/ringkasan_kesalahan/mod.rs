//! First thing in the page after a refused form: how many fields, which, in the same words as beside the field.

use crate::{Icon, Sample, icon};
use maud::{Markup, html};

/// Each entry is a field name and its message. Empty input renders nothing. The script moves focus here.
pub fn ringkasan_kesalahan(errors: &[(String, String)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            div class="kabar bahaya ringkasan" role="alert" tabindex="-1" data-fokus {
                (icon(Icon::Awas))
                div {
                    b { @if errors.len() == 1 { "Ada satu isian yang perlu diperbaiki" } @else { "Ada " (errors.len()) " isian yang perlu diperbaiki" } }
                    ul { @for (field, message) in errors { li { a href={ "#" (field) } { (message) } } } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let entry = |f: &str, m: &str| (f.to_owned(), m.to_owned());
    vec![Sample::new(
        "dua isian",
        ringkasan_kesalahan(&[entry("nip", "NIP terdiri dari 18 angka. Anda mengisi 17."), entry("alasan", "Tulis alasan cuti.")]),
    )]
}
