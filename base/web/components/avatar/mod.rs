//! Initials in a circle. Twelve fixed hues as classes: the content policy allows no inline style.

use crate::{Sample, format};
use maud::{Markup, html};

/// Small circle beside a name; hidden from screen readers because the name follows.
pub fn avatar(name: &str, key: &str) -> Markup {
    html! { span class=(format!("avatar h{}", format::hue(key))) aria-hidden="true" { (format::initials(name)) } }
}

/// Large circle at the head of a person's page.
pub fn avatar_large(name: &str, key: &str) -> Markup {
    html! { span class=(format!("avatar besar h{}", format::hue(key))) aria-hidden="true" { (format::initials(name)) } }
}

pub fn samples() -> Vec<Sample> {
    let names = ["Ratna Wulandari", "H. Zulkarnain, S.Sos.", "drg. I Gede Wirawan", "Maria Goretti Lende"];
    vec![Sample::new(
        "kecil dan besar",
        html! { div class="baris" {
            @for name in names { (avatar(name, name)) }
            (avatar_large("dr. Ratna Wulandari, M.Kes.", "198403122010012007"))
        } },
    )]
}
