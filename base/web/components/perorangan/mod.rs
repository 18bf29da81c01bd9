//! One item per person: a head line that says who, and below it what is to be seen or done about them.

use crate::{Sample, component::orang::orang};
use maud::{Markup, html};

/// Each item: the parts of its head line, and its body.
pub fn perorangan(items: &[(Vec<Markup>, Markup)]) -> Markup {
    html! {
        ul class="perorangan" {
            @for (head, body) in items { li { div { @for part in head { (part) } } (body) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let head = vec![
        orang("Siti Aminah, A.Md.Keb.", "196901021991032005", "#siti"),
        html! { span class="dua" { span { "Bidan Penyelia" } small { "UPTD Puskesmas Rimba Jaya" } } },
    ];
    vec![Sample::new("satu orang", perorangan(&[(head, html! { p { "Isinya." } })]))]
}
