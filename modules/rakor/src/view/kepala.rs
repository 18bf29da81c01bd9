//! The head of every page of one rakor: what it is, how far it is, its pages.

use maud::{Markup, html};
use web::Tone;
use web::component::kabar::Kabar;
use web::component::langkah::{Keadaan, langkah};
use web::component::lencana::lencana;
use web::component::tab::{Tab, tab};

/// The head.
#[derive(Clone, Debug, Default)]
pub struct Kepala {
    /// What it is called.
    pub judul: String,
    /// Day, place, leader, kind, convener.
    pub keterangan: String,
    /// How far it is.
    pub langkah: Vec<Langkah>,
    /// Why it was called off, when it was.
    pub batal: Option<String>,
    /// Whether enough parties are there, where that is asked.
    pub kuorum: Option<(Tone, String)>,
    /// Its pages.
    pub tab: Vec<Tab>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Langkah {
    /// `Undangan`
    pub label: &'static str,
    /// `5 Agu 2026 · 12 pihak`
    pub note: String,
    /// Done, now, later.
    pub keadaan: Keadaan,
}

/// Renders it; `aksi` are buttons at its right end.
pub fn kepala(k: &Kepala, aksi: Markup) -> Markup {
    let steps: Vec<(&str, &str, Keadaan)> =
        k.langkah.iter().map(|l| (l.label, l.note.as_str(), l.keadaan)).collect();
    html! {
        div class="kepala" {
            div { h1 { (k.judul) } p { (k.keterangan) } @if let Some((tone, words)) = &k.kuorum { p { (lencana(*tone, None, words)) } } }
            div class="aksi" { (aksi) }
        }
        @match &k.batal {
            Some(why) => div class="kilat bawahan" { (Kabar::new(Tone::Awas, "Rakor ini dibatalkan.").body(html! { (why) })) },
            None => (langkah("Tahap rakor", &steps)),
        }
        @if k.tab.len() > 1 { (tab("Halaman rakor", &k.tab)) }
    }
}
