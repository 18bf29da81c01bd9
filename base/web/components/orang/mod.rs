//! A person in a row: initials, name as the link, a line below.

use crate::{Sample, component::avatar::avatar, format};
use maud::{Markup, html};

/// `nip` also picks the hue of the avatar and is the line below.
pub fn orang(name: &str, nip: &str, href: &str) -> Markup {
    orang_dengan(name, nip, href, &html! { span class="angka" { (format::nip(nip)) } })
}

/// The same with another line below. `key` never changes for a person. Names come from files: `bdi` keeps a
/// mark that turns the reading direction inside the name.
pub fn orang_dengan(name: &str, key: &str, href: &str, note: &Markup) -> Markup {
    html! {
        span class="orang" {
            (avatar(name, key))
            span class="dua" { a href=(href) { bdi { (name) } } small { (note) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "dua orang",
        html! { div class="baris" {
            (orang("dr. Ratna Wulandari, M.Kes.", "198403122010012007", "#ratna"))
            (orang_dengan("Bambang Supriyadi, S.E., M.M.", "197208171998031006", "#bambang", &html! { "Plt. sejak 1 Agu 2026" }))
        } },
    )]
}
