//! A bar chart that is a table: every bar has its figure and its share beside it, and the figure leads to
//! exactly the people it counts.

use crate::{Sample, format};
use maud::{Markup, html};

/// One bar.
#[derive(Clone, Debug, Default)]
pub struct Bilah {
    /// `III/d`, `30–34 tahun`.
    pub label: String,
    pub value: u64,
    /// The list with exactly these; `None` for those who may not list people.
    pub href: Option<String>,
    /// Drawn in the second colour: what is not known.
    pub marked: bool,
}

/// `caption` names the table, `noun` what is counted; shares are of `total`.
pub fn grafik(caption: &str, noun: &str, bars: &[Bilah], total: u64) -> Markup {
    let top = bars.iter().map(|b| b.value).max().unwrap_or(0).max(1);
    html! {
        div class="gulir" role="region" tabindex="0" aria-label=(caption) { table class="grafik" {
            caption class="sr" { (caption) }
            thead class="sr" { tr { th scope="col" { "Kelompok" } th scope="col" { "Batang" } th scope="col" { "Jumlah" } th scope="col" { "Bagian" } } }
            tbody {
                @for b in bars {
                    tr class=[b.marked.then_some("tanda")] {
                        td class="apa" { (b.label) }
                        td class="batangnya" { (bar(b.value, top)) }
                        td class="n angka" {
                            @match &b.href {
                                Some(href) => a href=(href) { (format::angka(b.value)) span class="sr" { " " (noun) ", " (b.label) } },
                                None => (format::angka(b.value)),
                            }
                        }
                        td class="n angka bagian" { (format::persen(b.value, total.max(1))) }
                    }
                }
            }
        } }
    }
}

/// In thousandths of the longest bar; whatever is there is seen.
fn bar(value: u64, top: u64) -> Markup {
    let width = if value == 0 { 0 } else { (value * 1_000 / top).max(6) };
    html! {
        svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" {
            rect class="jalur" width="1000" height="10" {}
            rect class="isi-batang" width=(width) height="10" {}
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let b = |label: &str, value, marked| Bilah {
        label: label.into(),
        value,
        href: Some("#pegawai".into()),
        marked,
    };
    let plain = |label: &str, value| Bilah { label: label.into(), value, ..Bilah::default() };
    vec![
        Sample::new(
            "dengan tautan",
            grafik(
                "Pegawai menurut golongan",
                "pegawai",
                &[b("IV/a", 3_120, false), b("III/d", 10_884, false), b("II/c", 2, false), b("Belum diketahui", 214, true)],
                14_220,
            ),
        ),
        Sample::new(
            "tanpa tautan",
            grafik("Pegawai menurut jenis kelamin", "pegawai", &[plain("Laki-laki", 61), plain("Perempuan", 0)], 61),
        ),
    ]
}
