//! A job under way. The script asks again every two seconds; without it the page reloads itself
//! (`Frame::refresh_seconds`).

use crate::{Sample, format};
use maud::{Markup, html};

#[derive(Clone, Debug, Default)]
pub struct Kemajuan {
    /// Element id; must be unique on the page and the same in every answer.
    pub id: String,
    /// `Membaca berkas`, `Mencatat 12.400 catatan`
    pub label: String,
    pub done: u64,
    /// `None` while the size is not known yet: the bar then moves without a number.
    pub total: Option<u64>,
    /// One sentence: what happens now, how long it usually takes.
    pub note: String,
    /// Address of the page that renders this block again; `None` once finished, which stops the asking.
    pub watch_href: Option<String>,
    /// When finished: where to go on. The script goes there by itself.
    pub finished_href: Option<String>,
}

impl maud::Render for Kemajuan {
    fn render(&self) -> Markup {
        let words = match self.total {
            Some(total) => format!("{} dari {}", format::angka(self.done), format::angka(total)),
            None => format::angka(self.done),
        };
        let label_id = format!("{}-nama", self.id);
        html! {
            div class="kemajuan" id=(self.id) data-pantau=[self.watch_href.as_ref()] data-lanjut=[self.finished_href.as_ref()] {
                div { b id=(label_id) { (self.label) } span class="angka" { (words) } }
                @match self.total {
                    Some(total) => progress max=(total.max(1)) value=(self.done) aria-labelledby=(label_id) { (words) },
                    None => progress aria-labelledby=(label_id) { (words) },
                }
                p { (self.note) }
                @if let Some(href) = &self.finished_href { p { a href=(href) { "Lihat hasil" } } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let base = Kemajuan { id: "kemajuan-contoh".into(), label: "Mencatat data".into(), done: 8_400, total: Some(12_400), note: "Biasanya selesai dalam 20 detik. Halaman ini boleh ditutup; pekerjaan tetap berjalan.".into(), watch_href: None, finished_href: None };
    vec![
        Sample::new("berjalan", maud::Render::render(&base)),
        Sample::new("selesai", maud::Render::render(&Kemajuan { id: "kemajuan-selesai".into(), done: 12_400, note: "Selesai dalam 18 detik.".into(), finished_href: Some("#hasil".into()), ..base })),
    ]
}
