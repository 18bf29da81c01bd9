//! A hash as people compare it: groups of four, rows of four groups, read aloud over the telephone.

use crate::Sample;
use maud::{Markup, html};

/// `hex` as it comes; other characters than letters and digits are left out.
pub fn sidik(hex: &str) -> Markup {
    let plain: Vec<char> = hex.chars().filter(char::is_ascii_alphanumeric).collect();
    html! { span class="sidik" translate="no" { @for group in plain.chunks(4) { span { (group.iter().collect::<String>()) } " " } } }
}

/// First and last four: enough to recognise, never enough to compare.
pub fn sidik_pendek(hex: &str) -> Markup {
    let plain: Vec<char> = hex.chars().filter(char::is_ascii_alphanumeric).collect();
    let part = |list: &[char]| list.iter().collect::<String>();
    html! {
        code translate="no" {
            @if plain.len() > 8 { (part(&plain[..4])) "…" (part(&plain[plain.len() - 4..])) } @else { (part(&plain)) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let hex = "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a";
    vec![Sample::new("penuh", sidik(hex)), Sample::new("pendek", html! { p { (sidik_pendek(hex)) } })]
}
