//! One decision on a page: what will happen in a sentence, and the button that makes it happen.

use crate::{Sample, component::tombol::Tombol};
use maud::{Markup, html};

/// A form to `action`. `title` is the question or the state, `text` the consequences. `also` stands beside the
/// form: links, or another form with its own token.
pub fn putusan(
    title: &str,
    text: &Markup,
    action: &str,
    csrf: &str,
    button: &Tombol,
    also: &Markup,
) -> Markup {
    html! {
        div class="putusan" {
            div { b { (title) } p { (text) } }
            div class="baris" {
                form method="post" action=(action) { input type="hidden" name="csrf" value=(csrf); (button) }
                (also)
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let text = html! { "Belum ada yang tertulis sampai Anda menyimpan." };
    vec![Sample::new(
        "simpan",
        putusan(
            "Simpan 19.982 baris ini?",
            &text,
            "#simpan",
            "contoh",
            &Tombol::submit("Simpan 19.982 baris").primary(),
            &html! { (Tombol::link("Batal", "#batal").quiet()) },
        ),
    )]
}
