//! A career SK by SK, newest first. What has no date says so instead of inventing one.

use crate::component::tanggal::waktu;
use crate::{Icon, Sample, Tanggal, Tone, icon};
use maud::{Markup, html};

#[derive(Clone, Debug)]
pub struct Peristiwa {
    pub title: String,
    /// `None` is shown as `tanggal belum diketahui`.
    pub date: Option<Tanggal>,
    /// One sentence, usually the base document.
    pub text: String,
    /// Who recorded it; empty shows nothing.
    pub by: String,
    pub icon: Icon,
    pub tone: Tone,
}

/// Titles are `h3`: the list stands in a card whose heading is `h2`.
pub fn linimasa(events: &[Peristiwa]) -> Markup {
    html! {
        ol class="linimasa" {
            @for e in events {
                li class=[Some(e.tone.class()).filter(|c| !c.is_empty())] {
                    span class="simpul" aria-hidden="true" { (icon(e.icon)) }
                    div {
                        h3 { (e.title) " " span class="kapan" { @match e.date { Some(d) => (waktu(d)), None => "tanggal belum diketahui" } } }
                        @if !e.text.is_empty() { p { (e.text) } }
                        @if !e.by.is_empty() { span class="oleh" { "oleh " (e.by) } }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let e = |title: &str, date, text: &str, icon, tone| Peristiwa { title: title.into(), date, text: text.into(), by: "BKD Provinsi".into(), icon, tone };
    let list = [
        e("Naik pangkat ke III/d", Some(Tanggal::new(2023, 10, 1)), "SK Gubernur 823.3/1187/BKD/2023", Icon::Naik, Tone::Ok),
        e("Data pendidikan berbeda dengan SIASN", Some(Tanggal::new(2023, 5, 12)), "Sinergi: S-2 (2025). SIASN: Profesi (2009).", Icon::Sinkron, Tone::Awas),
        e("Pindah ke RSUD Bumi Raya", Some(Tanggal::new(2021, 3, 1)), "Dari UPTD Puskesmas Muara Tua", Icon::Tukar, Tone::Netral),
        e("Lulus S-1 Kedokteran", None, "", Icon::Toga, Tone::Netral),
    ];
    vec![Sample::new("campuran", crate::component::kartu::kartu("contoh-linimasa", "Linimasa", html! {}, linimasa(&list)))]
}
