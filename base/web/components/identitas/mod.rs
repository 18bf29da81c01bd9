//! Head of a person's or a unit's page: who, with badges, and the handful of facts people come for.

use crate::{Sample, Tone, component::avatar::avatar_large, component::lencana::lencana, component::tombol::Tombol};
use maud::{Markup, html};

/// A fact of the strip: label, value, note (may be empty). An unknown value is written, not left blank.
#[derive(Clone, Debug, Default)]
pub struct Fakta {
    pub label: String,
    pub value: String,
    pub note: String,
}

/// `key` picks the avatar's hue; `notes` stand below the name, each on its own.
pub fn identitas(name: &str, key: &str, badges: Markup, notes: &[Markup], actions: &[Tombol]) -> Markup {
    html! {
        div class="identitas" {
            (avatar_large(name, key))
            div {
                div class="judul" { h1 { (name) } (badges) }
                div class="nip" { @for note in notes { span { (note) } } }
            }
            @if !actions.is_empty() { div class="aksi" { @for a in actions { (a) } } }
        }
    }
}

pub fn pokok(facts: &[Fakta]) -> Markup {
    html! {
        dl class="pokok" {
            @for f in facts { div { dt { (f.label) } dd { (f.value) @if !f.note.is_empty() { small { (f.note) } } } } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let f = |label: &str, value: &str, note: &str| Fakta { label: label.into(), value: value.into(), note: note.into() };
    vec![
        Sample::new("kepala", identitas("dr. Ratna Wulandari, M.Kes.", "198403122010012007", lencana(Tone::Info, None, "PNS"), &[html! { "Dokter Ahli Muda" }, html! { "RSUD Bumi Raya" }], &[Tombol::link("Cetak", "#cetak")])),
        Sample::new("lima fakta", pokok(&[f("Golongan", "III/d, Penata Tk. I", "TMT 1 Okt 2023"), f("Masa kerja golongan", "16 th 10 bl", ""), f("Predikat 2025", "Sangat Baik", ""), f("Pendidikan", "S-2", ""), f("Pensiun", "1 Apr 2042", "15 tahun lagi")])),
    ]
}
