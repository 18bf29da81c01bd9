//! Work to do as rows: the whole row is the link, what is done is plain, what cannot start yet is grey.

use crate::{Icon, Sample, Tone, component::lencana::lencana, icon_small};
use maud::{Markup, html};

#[derive(Clone, Debug, Default)]
pub struct Tugas {
    pub label: String,
    /// One sentence below: why, how many, since when; may be empty.
    pub note: String,
    /// `None`: cannot be done (yet, or any more).
    pub href: Option<String>,
    /// State at the right end: words and tone; empty words show nothing.
    pub state: (String, Tone),
}

impl Tugas {
    pub fn new(label: &str, note: &str, href: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            note: note.to_owned(),
            href: Some(href.into()),
            state: <_>::default(),
        }
    }

    pub fn state(mut self, words: &str, tone: Tone) -> Self {
        self.state = (words.to_owned(), tone);
        self
    }
}

pub fn tugas(list: &[Tugas]) -> Markup {
    html! {
        ul class="tugas" {
            @for t in list {
                li {
                    div {
                        @match &t.href { Some(href) => a href=(href) { (t.label) }, None => span class="redup" { (t.label) } }
                        @if !t.note.is_empty() { small { (t.note) } }
                    }
                    @match (&t.state.0, t.state.1) {
                        (words, _) if words.is_empty() => {},
                        (words, Tone::Netral) => span class="redup" { (words) },
                        (words, tone) => (lencana(tone, None, words)),
                    }
                    @if t.href.is_some() { (icon_small(Icon::Kanan)) }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "tiga keadaan",
        tugas(&[
            Tugas::new("Unggah nominatif SIASN", "19.982 baris, 22 Nov 2026", "#nominatif")
                .state("Selesai", Tone::Netral),
            Tugas::new("Unggah daftar unor", "Agar pegawai tampil menurut unitnya.", "#unor")
                .state("Belum lengkap", Tone::Awas),
            Tugas {
                label: "Tetapkan peta jabatan".into(),
                state: ("Belum bisa dimulai".into(), Tone::Netral),
                ..Tugas::default()
            },
        ]),
    )]
}
