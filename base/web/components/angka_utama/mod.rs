//! A strip of the few numbers a page is about. Each says what it counts, and leads to what it counts.

use crate::{Sample, format};
use maud::{Markup, html};

#[derive(Clone, Debug, Default)]
pub struct AngkaUtama {
    /// What is counted: `Pegawai aktif`.
    pub label: String,
    /// The number as written: `19.982`, `78,4`. Unknown is a word, not an empty place.
    pub value: String,
    /// Share, day, comparison; may be empty.
    pub note: String,
    /// The list behind the number.
    pub href: Option<String>,
    /// What the number is made of; the parts sum to it.
    pub parts: Vec<Bagian>,
    /// The way to the number, as a small line.
    pub percik: Option<Markup>,
}

/// A part of a number: `PNS`, 14.110, and its list.
#[derive(Clone, Debug, Default)]
pub struct Bagian {
    pub label: String,
    pub value: u64,
    /// The list with exactly these.
    pub href: String,
}

impl AngkaUtama {
    pub fn new(label: &str, value: u64, note: &str) -> Self {
        Self { label: label.to_owned(), value: format::angka(value), note: note.to_owned(), ..Self::default() }
    }

    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// `name` says what the row is for those who hear it.
pub fn angka_utama(name: &str, figures: &[AngkaUtama]) -> Markup {
    html! {
        ul class="angka-utama" aria-label=(name) {
            @for f in figures {
                li {
                    @match &f.href { Some(href) => a href=(href) { (f.label) }, None => span { (f.label) } }
                    b { (f.value) }
                    @if !f.note.is_empty() { small { (f.note) } }
                    @if let Some(line) = &f.percik { (line) }
                    @if !f.parts.is_empty() {
                        small {
                            @for (n, part) in f.parts.iter().enumerate() {
                                @if n > 0 { " · " }
                                a href=(part.href) { (part.label) " " (format::angka(part.value)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "empat angka",
        angka_utama(
            "Angka utama per 22 Nov 2026",
            &[
                AngkaUtama {
                    parts: vec![
                        Bagian { label: "PNS".into(), value: 14_110, href: "#pns".into() },
                        Bagian { label: "PPPK, juga paruh waktu".into(), value: 5_872, href: "#pppk".into() },
                    ],
                    ..AngkaUtama::new("Pegawai aktif", 19_982, "").href("#pegawai")
                },
                AngkaUtama::new("Temuan", 1_912, "640 berat").href("#temuan"),
                AngkaUtama::new("Jabatan lowong", 412, "dari 6.204 jabatan").href("#lowong"),
                AngkaUtama {
                    label: "IKD perkiraan".into(),
                    value: "belum dihitung".into(),
                    ..AngkaUtama::default()
                },
            ],
        ),
    )]
}
