//! Where a process stands: dots with label and note. For steps across time or people, not for form fields.

use crate::Sample;
use maud::{Markup, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keadaan {
    Selesai,
    Kini,
    Nanti,
}

/// Each step: label, note (date, number; may be empty), state.
pub fn langkah(label: &str, steps: &[(&str, &str, Keadaan)]) -> Markup {
    html! {
        // On a phone the steps scroll sideways, so the keyboard must reach them.
        ol class="langkah" tabindex="0" aria-label=(label) {
            @for (name, note, state) in steps {
                li class=[(*state == Keadaan::Selesai).then_some("selesai")] aria-current=[(*state == Keadaan::Kini).then_some("step")] {
                    span {
                        b { (name) @if *state == Keadaan::Selesai { span class="sr" { ", selesai" } } }
                        @if !note.is_empty() { small { (note) } }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    use Keadaan::{Kini, Nanti, Selesai};
    vec![Sample::new(
        "impor",
        langkah("Langkah impor", &[("Unggah berkas", "22 Nov 2026", Selesai), ("Cocokkan kolom", "18 dari 18", Selesai), ("Pratinjau", "12 temuan", Kini), ("Catat", "", Nanti)]),
    )]
}
