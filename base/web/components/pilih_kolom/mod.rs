//! Which columns a list shows: checkboxes behind a small button at the end of the filter bar. A plain GET form.

use crate::component::tombol::Tombol;
use crate::{Icon, Sample, icon_small};
use maud::{Markup, Render, html};

#[derive(Clone, Debug, Default)]
pub struct PilihKolom {
    /// Where the form goes, without a query: `/pegawai`.
    pub action: String,
    /// Query pairs that must survive the choice.
    pub keep: Vec<(String, String)>,
    /// Value, label, chosen.
    pub columns: Vec<(&'static str, &'static str, bool)>,
    /// What is always there and how many may be chosen.
    pub help: String,
    /// The list with its usual columns; `None` when it has them.
    pub usual_href: Option<String>,
    /// CSS selector of the block the script swaps; `None` reloads the page.
    pub swap: Option<&'static str>,
}

impl Render for PilihKolom {
    fn render(&self) -> Markup {
        html! {
            details class="lipat pilih-kolom" id="kolom-lipat" {
                summary { (icon_small(Icon::Kolom)) "Kolom" }
                div { form class="tumpuk" method="get" action=(self.action) data-tukar=[self.swap] {
                    @for (name, value) in &self.keep { input type="hidden" name=(name) value=(value); }
                    fieldset {
                        legend class="sr" { "Kolom yang tampil" }
                        p class="redup" { (self.help) }
                        @for (value, label, chosen) in &self.columns {
                            label for={ "kolom-" (value) } { input type="checkbox" id={ "kolom-" (value) } name="kolom" value=(value) checked[*chosen]; (label) }
                        }
                    }
                    div class="baris" {
                        (Tombol::submit("Terapkan kolom").small())
                        @if let Some(href) = &self.usual_href { (Tombol::link("Kolom biasa", href.as_str()).small().quiet()) }
                    }
                } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "pilihan",
        PilihKolom {
            action: "#kolom".into(),
            keep: vec![("status".into(), "pns".into())],
            columns: vec![("golongan", "Gol./TMT", true), ("umur", "Umur", false), ("pendidikan", "Pendidikan", true)],
            help: "Nama dan NIP selalu tampil; paling banyak 8 kolom lain.".into(),
            usual_href: Some("#biasa".into()),
            swap: None,
        }
        .render(),
    )]
}
