//! The head of every page of one round: what it is, how far it is, its pages.

use maud::{Markup, html};
use web::Tone;
use web::component::kabar::Kabar;
use web::component::langkah::{Keadaan, langkah};
use web::component::tab::{Tab, tab};

/// The head.
#[derive(Clone, Debug, Default)]
pub struct Kepala {
    /// What it is called.
    pub judul: String,
    /// Kind, day, owner.
    pub keterangan: String,
    /// How far it is: label, note with date and letter, state.
    pub langkah: Vec<(String, String, Keadaan)>,
    /// Why it was called off, when it was.
    pub batal: Option<String>,
    /// Its pages.
    pub tab: Vec<Tab>,
    /// What was done just now.
    pub kabar: Option<(Tone, String)>,
}

/// Renders it; `aksi` are buttons at its right end.
pub fn kepala(k: &Kepala, aksi: Markup) -> Markup {
    let steps: Vec<(&str, &str, Keadaan)> =
        k.langkah.iter().map(|(label, note, state)| (label.as_str(), note.as_str(), *state)).collect();
    html! {
        div class="kepala" {
            div { h1 { (k.judul) } p { (k.keterangan) } }
            div class="aksi" { (aksi) }
        }
        @match &k.batal {
            Some(why) => div class="kilat bawahan" { (Kabar::new(Tone::Awas, "Rencana ini dibatalkan.").body(html! { (why) })) },
            None => (langkah("Tahap rencana mutasi", &steps)),
        }
        @if k.tab.len() > 1 { (tab("Halaman rencana mutasi", &k.tab)) }
        @if let Some((tone, words)) = &k.kabar { div class="kilat" { (Kabar::new(*tone, words)) } }
    }
}
