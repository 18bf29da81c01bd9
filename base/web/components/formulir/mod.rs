//! Fields: label above, help below it, error above the input, all tied to the input by `aria-describedby`.

use crate::{Icon, Sample, icon_small};
use maud::{Markup, Render, html};

#[derive(Clone, Debug)]
enum Kind {
    Text { kind: &'static str, inputmode: Option<&'static str>, width: &'static str },
    Choice(Vec<(String, String)>),
    Area(u8),
    File(String),
    Check(bool),
}

/// One field of a form. `name` is also its id unless `id` says another.
#[derive(Clone, Debug)]
pub struct Ruas {
    id: String,
    name: String,
    label: String,
    value: String,
    help: Option<String>,
    error: Option<String>,
    optional: bool,
    autocomplete: Option<&'static str>,
    kind: Kind,
}

impl Ruas {
    fn new(name: &str, label: &str, kind: Kind) -> Self {
        Self {
            id: name.to_owned(),
            name: name.to_owned(),
            label: label.to_owned(),
            value: String::new(),
            help: None,
            error: None,
            optional: false,
            autocomplete: None,
            kind,
        }
    }

    pub fn text(name: &str, label: &str) -> Self {
        Self::new(name, label, Kind::Text { kind: "text", inputmode: None, width: "" })
    }

    /// Never carries a value back: a password is typed again, not repeated in the page.
    pub fn password(name: &str, label: &str, autocomplete: &'static str) -> Self {
        let mut field = Self::new(name, label, Kind::Text { kind: "password", inputmode: None, width: "" });
        field.autocomplete = Some(autocomplete);
        field
    }

    /// Text field `hh-bb-tttt`: native date fields show the month first in many browsers.
    pub fn date(name: &str, label: &str) -> Self {
        Self::new(name, label, Kind::Text { kind: "text", inputmode: Some("numeric"), width: " w-tanggal angka" })
            .help("hh-bb-tttt, contoh 22-11-2026")
    }

    pub fn nip(name: &str, label: &str) -> Self {
        Self::new(name, label, Kind::Text { kind: "text", inputmode: Some("numeric"), width: " w-nip angka" })
    }

    /// Options as value and label; an empty value is the neutral choice.
    pub fn choice(name: &str, label: &str, options: Vec<(String, String)>) -> Self {
        Self::new(name, label, Kind::Choice(options))
    }

    pub fn area(name: &str, label: &str, rows: u8) -> Self {
        Self::new(name, label, Kind::Area(rows))
    }

    /// `accept` as in HTML: `.csv,.xlsx`.
    pub fn file(name: &str, label: &str, accept: &str) -> Self {
        Self::new(name, label, Kind::File(accept.to_owned()))
    }

    /// A single checkbox; its value is sent only when ticked.
    pub fn check(name: &str, label: &str, value: &str, ticked: bool) -> Self {
        Self::new(name, label, Kind::Check(ticked)).value(value)
    }

    pub fn value(mut self, value: &str) -> Self {
        self.value = value.to_owned();
        self
    }

    pub fn help(mut self, help: &str) -> Self {
        self.help = Some(help.to_owned());
        self
    }

    /// Another id than the name, where forms with the same fields repeat on a page.
    pub fn id(mut self, id: &str) -> Self {
        self.id = id.to_owned();
        self
    }

    /// What is wrong and what to do; the same words stand in the summary on top of the page.
    pub fn error(mut self, error: Option<&str>) -> Self {
        self.error = error.map(str::to_owned);
        self
    }

    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    pub fn autocomplete(mut self, word: &'static str) -> Self {
        self.autocomplete = Some(word);
        self
    }

    fn control(&self) -> Markup {
        let (id, name) = (&self.id, &self.name);
        let wrong = self.error.is_some();
        let class = if wrong { "input salah" } else { "input" };
        let invalid = wrong.then_some("true");
        let mut told = Vec::new();
        if self.help.is_some() {
            told.push(format!("{id}-bantu"));
        }
        if wrong {
            told.push(format!("{id}-pesan"));
        }
        let told = (!told.is_empty()).then(|| told.join(" "));
        match &self.kind {
            Kind::Text { kind, inputmode, width } => html! {
                input class={ (class) (width) } id=(id) name=(name) type=(kind) inputmode=[*inputmode]
                    value=[(*kind != "password").then_some(&self.value)]
                    autocomplete=(self.autocomplete.unwrap_or("off")) aria-invalid=[invalid] aria-describedby=[told];
            },
            Kind::Choice(options) => html! {
                select class=(class) id=(id) name=(name) aria-invalid=[invalid] aria-describedby=[told] {
                    @for (value, label) in options { option value=(value) selected[*value == self.value] { (label) } }
                }
            },
            Kind::Area(rows) => html! {
                textarea class=(class) id=(id) name=(name) rows=(rows) aria-invalid=[invalid] aria-describedby=[told] { (self.value) }
            },
            Kind::File(accept) => html! {
                input class=(class) id=(id) name=(name) type="file" accept=(accept) aria-invalid=[invalid] aria-describedby=[told];
            },
            Kind::Check(ticked) => html! {
                input type="checkbox" id=(id) name=(name) value=(self.value) checked[*ticked] aria-describedby=[told];
            },
        }
    }
}

impl Render for Ruas {
    fn render(&self) -> Markup {
        let class = match (&self.kind, self.error.is_some()) {
            (Kind::Check(_), _) => "ruas centang",
            (_, true) => "ruas salah",
            _ => "ruas",
        };
        let label = html! {
            label for=(self.id) { (self.label) @if self.optional { span { " (tidak wajib)" } } }
        };
        let notes = html! {
            @if let Some(help) = &self.help { span class="bantu" id={ (self.id) "-bantu" } { (help) } }
            @if let Some(error) = &self.error {
                span class="pesan" id={ (self.id) "-pesan" } { (icon_small(Icon::Awas)) span { span class="sr" { "Kesalahan: " } (error) } }
            }
        };
        html! {
            div class=(class) {
                @if let Kind::Check(_) = self.kind { (self.control()) (label) (notes) }
                @else { (label) (notes) (self.control()) }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "ruas benar dan salah",
        html! { form class="formulir" method="post" action="#contoh" {
            (Ruas::date("tgl_selesai", "Tanggal selesai").value("04-12-2026").error(Some("Tanggal selesai harus setelah 7 Desember 2026.")))
            (Ruas::nip("nip_contoh", "NIP").help("18 angka, boleh dengan spasi").value("198403122010012007"))
            (Ruas::choice("jenis_contoh", "Jenis cuti", vec![("".into(), "Pilih jenis cuti".into()), ("tahunan".into(), "Cuti tahunan".into())]))
            (Ruas::area("alasan_contoh", "Alasan", 3).optional())
            (Ruas::file("berkas_contoh", "Berkas data", ".csv,.xlsx").help("CSV atau XLSX, paling besar 50 MB"))
            (Ruas::check("ingat_contoh", "Hanya yang ada temuan", "1", true))
        } },
    )]
}
