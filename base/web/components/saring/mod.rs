//! The filter bar: a GET form, chosen filters as chips, further filters folded away. Works as a plain form;
//! the script only swaps the result in place.

use crate::component::{formulir::Ruas, tombol::Tombol};
use crate::{Icon, Sample, format, icon_small, url};
use maud::{Markup, Render, html};

/// A chosen filter and the address of the same list without it.
#[derive(Clone, Debug)]
pub struct Keping {
    pub label: String,
    pub value: String,
    pub remove_href: String,
}

#[derive(Clone, Debug, Default)]
pub struct Saring {
    /// Where the form goes, without a query: `/pegawai`.
    pub action: String,
    /// Field name and label of the search box; `None` leaves it out.
    pub search: Option<(String, String)>,
    /// What was searched for.
    pub query: String,
    /// Query pairs that must survive filtering: `berlaku`, `diketahui`, `urut`.
    pub keep: Vec<(String, String)>,
    pub chips: Vec<Keping>,
    /// The filters behind the `Saringan` button, already holding their chosen values.
    pub fields: Vec<Ruas>,
    /// Address of the unfiltered list; shown only when something is chosen.
    pub clear_href: Option<String>,
    /// Number of results, announced to screen readers after each change.
    pub count: Option<u64>,
    /// What is counted: `pegawai`, `temuan`.
    pub noun: String,
    /// CSS selector of the block the script swaps; `None` reloads the page.
    pub swap: Option<&'static str>,
}

/// A filter with a closed list of values. `value` is empty when nothing is chosen.
#[derive(Clone, Debug, Default)]
pub struct Pilihan {
    /// Query name: `golongan`.
    pub name: String,
    /// `Golongan`
    pub label: String,
    pub value: String,
    /// Value and label, without the neutral choice: that one is added here.
    pub options: Vec<(String, String)>,
}

impl Saring {
    /// Derives chips, remove links and fields from the choices, so that callers only say what is chosen.
    pub fn of(action: &str, search: (&str, &str), query: &str, keep: Vec<(String, String)>, choices: &[Pilihan]) -> Self {
        let without = |name: &str| {
            let mut pairs: Vec<(&str, &str)> = keep.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            pairs.extend([(search.0, query)].into_iter().filter(|(n, _)| *n != name));
            pairs.extend(choices.iter().filter(|c| c.name != name).map(|c| (c.name.as_str(), c.value.as_str())));
            url::link(action, &pairs)
        };
        let chosen = choices.iter().filter(|c| !c.value.is_empty());
        let chips: Vec<Keping> = chosen
            .map(|c| Keping {
                label: c.label.clone(),
                value: c.options.iter().find(|(v, _)| *v == c.value).map_or_else(|| c.value.clone(), |(_, l)| l.clone()),
                remove_href: without(&c.name),
            })
            .collect();
        let fields = choices.iter().map(|c| {
            let mut options = vec![(String::new(), "Semua".to_owned())];
            options.extend(c.options.iter().cloned());
            Ruas::choice(&c.name, &c.label, options).value(&c.value)
        });
        let any = !chips.is_empty() || !query.is_empty();
        let kept: Vec<(&str, &str)> = keep.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        Self {
            action: action.to_owned(),
            search: Some((search.0.to_owned(), search.1.to_owned())),
            query: query.to_owned(),
            clear_href: any.then(|| url::link(action, &kept)),
            fields: fields.collect(),
            chips,
            keep,
            ..Self::default()
        }
    }
}

impl Render for Saring {
    fn render(&self) -> Markup {
        html! {
            form class="saring" method="get" action=(self.action) role="search" data-tukar=[self.swap] {
                @for (name, value) in &self.keep { input type="hidden" name=(name) value=(value); }
                @if let Some((name, label)) = &self.search {
                    div class="cari-di" {
                        label class="sr" for="saring-cari" { (label) }
                        (icon_small(Icon::Cari))
                        input class="input" id="saring-cari" type="search" name=(name) value=(self.query) placeholder=(label) autocomplete="off";
                    }
                }
                @for chip in &self.chips {
                    span class="keping" {
                        span { (chip.label) } b { (chip.value) }
                        a href=(chip.remove_href) { span class="sr" { "Hapus saringan " (chip.label) } (icon_small(Icon::Silang)) }
                    }
                }
                @if self.fields.is_empty() { (Tombol::submit("Cari").small()) }
                @else {
                    details class="lipat" id="saring-lipat" {
                        summary { (icon_small(Icon::Saring)) "Saringan" }
                        div {
                            div class="rapat" { @for field in &self.fields { (field) } }
                            div class="baris" { (Tombol::submit("Terapkan saringan").small()) }
                        }
                    }
                }
                @if let Some(href) = &self.clear_href { (Tombol::link("Hapus semua", href.as_str()).small().quiet()) }
                @if let Some(n) = self.count { span class="jumlah" role="status" { b class="angka" { (format::angka(n)) } " " (self.noun) } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let chip = |l: &str, v: &str| Keping { label: l.into(), value: v.into(), remove_href: "#tanpa".into() };
    let pair = |v: &str, l: &str| (v.to_owned(), l.to_owned());
    vec![Sample::new(
        "terisi",
        Saring {
            action: "#saring".into(),
            search: Some(("q".into(), "Nama atau NIP".into())),
            keep: vec![("berlaku".into(), "2024-01-01".into())],
            chips: vec![chip("Unit kerja", "Dinas Kesehatan"), chip("Golongan", "III/b")],
            fields: vec![
                Ruas::choice("golongan", "Golongan", vec![pair("", "Semua"), pair("3b", "III/b")]).value("3b"),
                Ruas::choice("status", "Status kepegawaian", vec![pair("", "Semua"), pair("pns", "PNS")]),
            ],
            clear_href: Some("#bersih".into()),
            count: Some(1284),
            noun: "pegawai".into(),
            ..Saring::default()
        }
        .render(),
    )]
}
