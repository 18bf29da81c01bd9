//! Tiles: a few things to choose from, each with its sentence and its ways on.

use crate::{Icon, Sample, component::tombol::Tombol, icon};
use maud::{Markup, html};

#[derive(Clone, Debug)]
pub struct Ubin {
    pub icon: Icon,
    pub title: String,
    /// One sentence: what it is and where it comes from.
    pub text: String,
    /// A line of facts below: last time, size; may be empty.
    pub note: String,
    /// Further content between text and actions: folded details.
    pub more: Markup,
    pub actions: Vec<Tombol>,
}

/// Titles are `h3`: tiles stand under a heading.
pub fn ubin(tiles: &[Ubin]) -> Markup {
    html! {
        ul class="ubin" {
            @for t in tiles {
                li {
                    (icon(t.icon))
                    h3 { (t.title) }
                    p { (t.text) }
                    (t.more)
                    @if !t.note.is_empty() { small { (t.note) } }
                    @if !t.actions.is_empty() { div class="baris" { @for a in &t.actions { (a) } } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let tile = |title: &str, text: &str| Ubin {
        icon: Icon::Orang,
        title: title.into(),
        text: text.into(),
        note: "Terakhir 14 Nov 2026".into(),
        more: html! {},
        actions: vec![
            Tombol::link("Unggah", "#unggah").small().context(title),
            Tombol::link("Unduh contoh", "#contoh").small().quiet().context(title),
        ],
    };
    vec![Sample::new(
        "dua ubin",
        html! { h2 { "Jenis berkas" } (ubin(&[
            tile("Nominatif SIASN", "Satu baris seorang pegawai."),
            tile("Daftar unor", "Susunan unit organisasi."),
        ])) },
    )]
}
