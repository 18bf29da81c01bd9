//! One of a few: radio buttons with their words in full, because a closed list hides the choice.

use crate::{Icon, Sample, icon_small};
use maud::{Markup, html};

/// Value sent, label, one sentence of help (may be empty).
#[derive(Clone, Debug)]
pub struct Opsi {
    pub value: String,
    pub label: String,
    pub help: String,
}

impl Opsi {
    pub fn new(value: &str, label: &str, help: &str) -> Self {
        Self { value: value.to_owned(), label: label.to_owned(), help: help.to_owned() }
    }
}

/// `id` is unique on the page and begins the ids of the buttons; `name` is the field sent.
/// The summary of errors links to `id`.
pub fn pilihan(
    id: &str,
    name: &str,
    legend: &str,
    options: &[Opsi],
    chosen: &str,
    error: Option<&str>,
) -> Markup {
    html! {
        fieldset class=(if error.is_some() { "pilihan salah" } else { "pilihan" }) id=(id) {
            legend { (legend) }
            @if let Some(error) = error {
                span class="pesan" { (icon_small(Icon::Awas)) span { span class="sr" { "Kesalahan: " } (error) } }
            }
            @for (n, o) in options.iter().enumerate() {
                @let own = format!("{id}-{n}");
                div {
                    input type="radio" id=(own) name=(name) value=(o.value) checked[o.value == chosen]
                        aria-describedby=[(!o.help.is_empty()).then(|| format!("{own}-bantu"))];
                    label for=(own) { (o.label) }
                    @if !o.help.is_empty() { small id={ (own) "-bantu" } { (o.help) } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let options = [
        Opsi::new("pensiun", "Pensiun", "Catat SK pensiunnya agar statusnya berubah."),
        Opsi::new("pindah", "Pindah instansi", ""),
        Opsi::new("lain", "Lainnya", ""),
    ];
    vec![
        Sample::new(
            "terpilih",
            pilihan("contoh-alasan", "alasan", "Mengapa tidak ada dalam unduhan?", &options, "pindah", None),
        ),
        Sample::new(
            "belum dipilih",
            pilihan(
                "contoh-salah",
                "alasan",
                "Mengapa tidak ada dalam unduhan?",
                &options,
                "",
                Some("Pilih satu alasan."),
            ),
        ),
    ]
}
