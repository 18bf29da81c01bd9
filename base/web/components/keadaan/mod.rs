//! The two states of a block of data that are neither content nor emptiness: still coming, and not to be had.

use crate::component::kabar::Kabar;
use crate::{Sample, Tone};
use maud::{Markup, html};

/// A block of data in one of its states; emptiness is content and belongs to the block itself.
#[derive(Clone, Debug)]
pub enum Blok<T> {
    Ada(T),
    /// Still being computed: what, in a few words (`Menghitung temuan`).
    Memuat(String),
    Gagal(Gagal),
}

/// What could not be had.
#[derive(Clone, Debug, Default)]
pub struct Gagal {
    /// One sentence: `Temuan belum dapat dihitung.`
    pub what: String,
    /// Since when and what still works: `Sejak 09.12. Daftar pegawai tetap dapat dipakai.`
    pub detail: String,
    /// The same page again.
    pub retry_href: String,
}

impl<T> Blok<T> {
    /// Draws the content with `content`, the other states in the one way they always look.
    pub fn draw(&self, content: impl FnOnce(&T) -> Markup) -> Markup {
        match self {
            Self::Ada(value) => content(value),
            Self::Memuat(words) => memuat(words),
            Self::Gagal(g) => html! { div class="badan" { (gagal(g)) } },
        }
    }

    pub fn value(&self) -> Option<&T> {
        if let Self::Ada(value) = self { Some(value) } else { None }
    }
}

/// Grey bars where text will stand, and the words for those who do not see them.
pub fn memuat(words: &str) -> Markup {
    html! {
        div class="memuat" role="status" {
            span { (words) "…" }
            i {} i {} i {}
        }
    }
}

pub fn gagal(g: &Gagal) -> Markup {
    html! { (Kabar::new(Tone::Bahaya, &g.what).body(html! { (g.detail) }).action("Coba lagi", &g.retry_href)) }
}

pub fn samples() -> Vec<Sample> {
    let g = Gagal {
        what: "Temuan belum dapat dihitung.".into(),
        detail: "Sejak 09.12 WIB. Data Pegawai tetap dapat dipakai.".into(),
        retry_href: "#ulang".into(),
    };
    vec![
        Sample::new("memuat", Blok::<()>::Memuat("Menghitung temuan".into()).draw(|()| html! {})),
        Sample::new("gagal", Blok::<()>::Gagal(g).draw(|()| html! {})),
    ]
}
