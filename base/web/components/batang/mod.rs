//! A small bar chart: few categories, numbers written beside the bars, so it needs no axis.

use crate::{Sample, format};
use maud::{Markup, html};

/// One bar; `marked` draws it in the second colour (say, below target) and must be said in the label too.
#[derive(Clone, Debug)]
pub struct Batang {
    pub label: String,
    pub value: u64,
    pub marked: bool,
}

/// `name` is one sentence for screen readers; the numbers are read out of it and out of the texts.
pub fn batang(name: &str, bars: &[Batang]) -> Markup {
    let top = bars.iter().map(|b| b.value).max().unwrap_or(0).max(1);
    let spoken: Vec<String> = bars.iter().map(|b| format!("{} {}", b.label, format::angka(b.value))).collect();
    html! {
        div class="batang" {
            svg viewBox={ "0 0 640 " (bars.len() * 28) } role="img" aria-label={ (name) ": " (spoken.join(", ")) } {
                @for (row, b) in bars.iter().enumerate() {
                    @let y = row * 28;
                    g class=[b.marked.then_some("kelak")] {
                        text x="0" y=(y + 17) { (b.label) }
                        rect class="jalur" x="200" y=(y + 6) width="360" height="14" rx="4" {}
                        rect class="isi-batang" x="200" y=(y + 6) width=(b.value * 360 / top) height="14" rx="4" {}
                        text class="nilai" x="636" y=(y + 17) { (format::angka(b.value)) }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let b = |label: &str, value, marked| Batang { label: label.into(), value, marked };
    vec![Sample::new("per golongan", batang("Pegawai per golongan", &[b("Golongan IV", 3_120, false), b("Golongan III", 10_884, false), b("Golongan II", 2_410, false), b("Belum diketahui", 214, true)]))]
}
