//! Buttons and links that look like buttons. One primary per screen.

use crate::{Icon, Sample, icon_small};
use maud::{Markup, Render, html};

/// A button: a link when it goes somewhere, a submit button when it does something.
#[derive(Clone, Debug)]
pub struct Tombol {
    label: String,
    href: Option<String>,
    kind: &'static str,
    small: bool,
    icon: Option<Icon>,
    icon_last: bool,
    name_value: Option<(String, String)>,
    formaction: Option<String>,
    context: Option<String>,
    waiting: bool,
}

impl Tombol {
    fn new(label: &str, href: Option<String>) -> Self {
        Self {
            label: label.to_owned(),
            href,
            kind: "",
            small: false,
            icon: None,
            icon_last: false,
            name_value: None,
            formaction: None,
            context: None,
            waiting: false,
        }
    }

    /// Goes to an address.
    pub fn link(label: &str, href: impl Into<String>) -> Self {
        Self::new(label, Some(href.into()))
    }

    /// Submits the form it stands in. The label is a verb: `Kirim permohonan cuti`.
    pub fn submit(label: &str) -> Self {
        Self::new(label, None)
    }

    pub fn primary(mut self) -> Self {
        self.kind = "utama";
        self
    }

    pub fn quiet(mut self) -> Self {
        self.kind = "polos";
        self
    }

    pub fn danger(mut self) -> Self {
        self.kind = "bahaya";
        self
    }

    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon behind the words: arrows that lead on.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon_last = true;
        self.icon(icon)
    }

    /// Name and value sent with the form when this button was the one pressed.
    pub fn value(mut self, name: &str, value: &str) -> Self {
        self.name_value = Some((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends the form somewhere else than the form says.
    pub fn formaction(mut self, url: impl Into<String>) -> Self {
        self.formaction = Some(url.into());
        self
    }

    /// Words only a screen reader hears, when the label alone is not enough: `Ubah` + `jenis cuti`.
    pub fn context(mut self, words: &str) -> Self {
        self.context = Some(words.to_owned());
        self
    }

    /// Something is under way; the label should say what (`Mengirim…`). Width and focus are kept.
    pub fn waiting(mut self) -> Self {
        self.waiting = true;
        self
    }
}

impl Render for Tombol {
    fn render(&self) -> Markup {
        let class = format!("tombol {} {}", self.kind, if self.small { "kecil" } else { "" });
        let class = class.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner = html! {
            @if let Some(i) = self.icon.filter(|_| !self.icon_last) { (icon_small(i)) }
            (self.label)
            @if let Some(words) = &self.context { span class="sr" { " " (words) } }
            @if let Some(i) = self.icon.filter(|_| self.icon_last) { (icon_small(i)) }
        };
        let disabled = self.waiting.then_some("true");
        html! {
            @if let Some(href) = &self.href {
                a class=(class) href=(href) aria-disabled=[disabled] { (inner) }
            } @else {
                button class=(class) type="submit" aria-disabled=[disabled]
                    name=[self.name_value.as_ref().map(|nv| &nv.0)]
                    value=[self.name_value.as_ref().map(|nv| &nv.1)]
                    formaction=[self.formaction.as_ref()] { (inner) }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "semua ragam",
        html! { div class="baris" {
            (Tombol::submit("Kirim usulan").primary())
            (Tombol::submit("Simpan draf"))
            (Tombol::link("Batal", "#batal").quiet())
            (Tombol::submit("Tolak usulan").danger())
            (Tombol::submit("Mengirim…").waiting())
            (Tombol::link("Ekspor", "#ekspor").small().icon(Icon::Unduh))
        } },
    )]
}
