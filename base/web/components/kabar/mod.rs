//! Messages in the page. What went well and what went wrong stay until the next page; nothing vanishes by itself.

use crate::{Icon, Sample, Tone, icon};
use maud::{Markup, Render, html};

#[derive(Clone, Debug)]
pub struct Kabar {
    tone: Tone,
    title: String,
    body: Markup,
    action: Option<(String, String)>,
}

impl Kabar {
    /// `title` is one sentence with its full stop: `Permohonan cuti terkirim.`
    pub fn new(tone: Tone, title: &str) -> Self {
        Self { tone, title: title.to_owned(), body: html! {}, action: None }
    }

    /// What follows the title: number, next step, whom to ask.
    pub fn body(mut self, body: Markup) -> Self {
        self.body = body;
        self
    }

    /// One link: label and address.
    pub fn action(mut self, label: &str, href: &str) -> Self {
        self.action = Some((label.to_owned(), href.to_owned()));
        self
    }
}

impl Render for Kabar {
    fn render(&self) -> Markup {
        let (class, role, picture) = match self.tone {
            Tone::Bahaya => ("kabar bahaya", "alert", Icon::Awas),
            Tone::Awas => ("kabar awas", "status", Icon::Awas),
            Tone::Ok => ("kabar ok", "status", Icon::Cek),
            _ => ("kabar", "status", Icon::Info),
        };
        html! {
            div class=(class) role=(role) {
                (icon(picture))
                div { b { (self.title) } " " (self.body) }
                @if let Some((label, href)) = &self.action { a class="aksi" href=(href) { (label) } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "empat nada",
        html! { div class="tumpuk" {
            (Kabar::new(Tone::Ok, "Impor selesai.").body(html! { "1.284 catatan masuk, 12 temuan perlu diperiksa." }).action("Lihat temuan", "#temuan"))
            (Kabar::new(Tone::Info, "Data disegarkan pukul 06.10 WIB."))
            (Kabar::new(Tone::Awas, "Tanggal lahir pada NIP (12 Mar 1984) berbeda dengan data pribadi (21 Mar 1984).").body(html! { "Periksa SK; bila NIP benar, lanjutkan." }))
            (Kabar::new(Tone::Bahaya, "Data SIASN belum dapat diambil.").body(html! { "Layanan BKN tidak menjawab sejak 09.12. Data Sinergi tetap dapat dipakai." }).action("Coba lagi", "#ulang"))
        } },
    )]
}
