//! A titled block. Tables of a register stand on the sheet itself; cards hold what stands beside something else.

use crate::Sample;
use maud::{Markup, html};

/// `id` names the heading; it must be unique on the page. `aside` is a short note or one link.
pub fn kartu(id: &str, title: &str, aside: Markup, body: Markup) -> Markup {
    html! {
        section class="kartu" aria-labelledby=(id) {
            header { h2 id=(id) { (title) } (aside) }
            (body)
        }
    }
}

/// A list of label and value inside a card.
pub fn fakta(rows: &[(&str, Markup)]) -> Markup {
    html! { dl class="fakta" { @for (label, value) in rows { dt { (label) } dd { (value) } } } }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "dengan daftar",
        kartu(
            "contoh-kartu",
            "Data pribadi",
            html! { small { "sebagian disamarkan" } },
            fakta(&[
                ("NIK", html! { span class="angka" { "1571••••••••••••" } }),
                ("Tempat, tanggal lahir", html! { "Sungai Biru, 12 Mar 1984" }),
            ]),
        ),
    )]
}
