//! Running text to read: headings, lists, tables, code; a line never longer than the eye follows.

use crate::Sample;
use maud::{Markup, html};

/// Text that was written elsewhere, already markup.
pub fn naskah(text: Markup) -> Markup {
    html! { article class="naskah" { (text) } }
}

pub fn samples() -> Vec<Sample> {
    let text = html! {
        p { "Halaman ini menunjukkan " strong { "setiap entri" } " yang pernah dicatat." }
        h2 { "Yang biasa dikerjakan" }
        ul { li { "Tekan " strong { "Periksa sekarang" } "." } li { "Buka satu entri." } }
        ol { li { "Unggah." } li { "Simpan." } }
        p { "Di server: " code { "sinergi jurnal periksa --data D" } "." }
    };
    vec![Sample::new("panduan", naskah(text))]
}
