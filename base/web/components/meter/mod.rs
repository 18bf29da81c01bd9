//! A share as a short bar with its number. Drawn as SVG: browsers style `<meter>` each in their own way.

use crate::{Sample, Tone, format};
use maud::{Markup, html};

pub fn meter(part: u64, whole: u64, tone: Tone) -> Markup {
    let width = (part.min(whole) * 100).checked_div(whole).unwrap_or(0);
    html! {
        span class=(format!("meter {}", tone.class()).trim_end()) {
            svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" { rect width=(width) height="6" {} }
            (format::persen(part, whole))
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "empat nada",
        html! { div class="baris" {
            (meter(100, 100, Tone::Ok)) (meter(82, 100, Tone::Awas)) (meter(41, 100, Tone::Bahaya)) (meter(1, 3, Tone::Netral)) (meter(0, 0, Tone::Netral))
        } },
    )]
}
