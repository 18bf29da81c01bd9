//! Why an answer is what it is: one list of conditions in the order of the article. A row says the outcome
//! with picture and word, the wording and the facts in short; it unfolds into facts with their documents,
//! the norm with where it stands, the sum, and the conditions it consists of.

mod contoh;
mod jawaban;

use crate::component::lencana::lencana;
use crate::{Icon, Tone, icon_small};
use maud::{Markup, html};

pub use contoh::samples;
pub use jawaban::{BarisLayanan, Jawaban, baris_layanan, jawaban};

/// An outcome, in the words every page uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hasil {
    Memenuhi,
    Tidak,
    Belum,
    TidakBerlaku,
    Pertimbangan,
    BedaTafsir,
}

impl Hasil {
    pub fn words(self) -> &'static str {
        match self {
            Hasil::Memenuhi => "Memenuhi syarat (MS)",
            Hasil::Tidak => "Tidak memenuhi syarat (TMS)",
            Hasil::Belum => "Data belum lengkap",
            Hasil::TidakBerlaku => "Tidak berlaku bagi yang bersangkutan",
            Hasil::Pertimbangan => "Perlu pertimbangan pejabat",
            Hasil::BedaTafsir => "Beda tafsir",
        }
    }

    fn picture(self) -> (Tone, Icon) {
        match self {
            Hasil::Memenuhi => (Tone::Ok, Icon::Cek),
            Hasil::Tidak => (Tone::Bahaya, Icon::Silang),
            Hasil::Belum => (Tone::Awas, Icon::Tanya),
            Hasil::TidakBerlaku => (Tone::Netral, Icon::Coret),
            Hasil::Pertimbangan => (Tone::Info, Icon::Akun),
            Hasil::BedaTafsir => (Tone::Ungu, Icon::Tukar),
        }
    }

    /// The picture alone, for beside the words.
    fn mark(self) -> Markup {
        let (tone, picture) = self.picture();
        html! { span class={ "lencana tanda " (tone.class()) } { (icon_small(picture)) } }
    }

    pub fn badge(self) -> Markup {
        let (tone, picture) = self.picture();
        lencana(tone, Some(picture), self.words())
    }
}

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dasar {
    /// `Pasal 7 huruf a PP 99/2000 jo. PP 12/2002`
    pub text: String,
    /// How sure we are of it, in words; empty when it was read in the text itself.
    pub kepastian: String,
}

/// A fact as used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaktaSyarat {
    pub label: String,
    /// `1 April 2023`, `belum diketahui`, `tertutup bagi Anda`
    pub value: String,
    /// Documents that say so; an empty address is no link.
    pub documents: Vec<(String, String)>,
    /// What to do about it: label and address.
    pub action: Option<(String, String)>,
}

/// What the law measures with: a parameter, or the row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ukuran {
    pub label: String,
    /// `4 tahun`, `pendidikan S1 → batas III/d`
    pub value: String,
    pub dasar: Dasar,
}

/// How the parts of a condition belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Susunan {
    #[default]
    Semua,
    SalahSatu,
    /// Positions in a dispute: they stand side by side.
    Posisi,
}

/// A condition, component or position, with everything that led to its outcome.
#[derive(Clone, Debug)]
pub struct Syarat {
    pub hasil: Hasil,
    /// The wording.
    pub bunyi: String,
    pub facts: Vec<FaktaSyarat>,
    pub measures: Vec<Ukuran>,
    /// `12 / 12 × 150 / 100 × 12,5 = 18,75`
    pub sum: String,
    /// Its own value, when it has one.
    pub value: String,
    pub dasar: Dasar,
    /// `memenuhi syarat mulai 1 April 2027`; empty when time alone changes nothing.
    pub when: String,
    pub note: String,
    /// Why, of what is neither met nor unmet.
    pub reason: String,
    pub susunan: Susunan,
    pub parts: Vec<Syarat>,
    /// It decides the whole.
    pub decides: bool,
    /// Its outcome differs from the one it is compared with.
    pub changed: bool,
}

impl Syarat {
    /// A condition about which nothing more is known than outcome and wording.
    pub fn new(hasil: Hasil, bunyi: &str) -> Self {
        Self {
            hasil,
            bunyi: bunyi.to_owned(),
            facts: vec![],
            measures: vec![],
            sum: String::new(),
            value: String::new(),
            dasar: Dasar::default(),
            when: String::new(),
            note: String::new(),
            reason: String::new(),
            susunan: Susunan::Semua,
            parts: vec![],
            decides: false,
            changed: false,
        }
    }

    /// A value says more than that there is one.
    fn outcome(&self) -> &str {
        if self.hasil == Hasil::Memenuhi && !self.value.is_empty() { &self.value } else { self.hasil.words() }
    }

    fn brief(&self) -> String {
        let facts = self.facts.iter().map(|f| format!("{}: {}", f.label, f.value));
        let sum = Some(&self.sum).filter(|s| !s.is_empty()).cloned();
        facts.take(3).chain(sum).collect::<Vec<_>>().join(" · ")
    }
}

/// Which rows begin unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buka {
    /// Those that keep the whole from being met.
    Penentu,
    /// All of them: letters.
    Semua,
}

impl Buka {
    fn opens(self, s: &Syarat) -> bool {
        self == Buka::Semua || s.decides || s.changed
    }
}

/// The list.
pub fn penjelasan(list: &[Syarat], buka: Buka) -> Markup {
    html! { ol class="syarat" { @for s in list { li { (row(s, buka)) } } } }
}

fn row(s: &Syarat, buka: Buka) -> Markup {
    let brief = s.brief();
    html! {
        details open[buka.opens(s)] {
            summary {
                (s.hasil.mark())
                span class="dua" {
                    b { (s.bunyi) }
                    @if !brief.is_empty() { small { (brief) } }
                    @if s.changed { small { b { "Berubah karena pengandaian" } } }
                }
                span class="dua" { span { (s.outcome()) } @if !s.when.is_empty() { small { (s.when) } } }
                (icon_small(Icon::Bawah))
            }
            (evidence(s))
            @if !s.parts.is_empty() { (parts(s, buka)) }
        }
    }
}

fn evidence(s: &Syarat) -> Markup {
    html! {
        dl class="fakta" {
            @if !s.reason.is_empty() { dt { "Sebab" } dd { (s.reason) } }
            @for f in &s.facts { dt { (f.label) } dd { (fact(f)) } }
            @for u in &s.measures { dt { (u.label) } dd { (u.value) @if u.dasar != s.dasar { small { (cited(&u.dasar)) } } } }
            @if !s.sum.is_empty() { dt { "Hitungan" } dd class="angka" { (s.sum) } }
            @if !s.value.is_empty() { dt { "Nilai" } dd { (s.value) } }
            @if !s.dasar.text.is_empty() { dt { "Dasar" } dd { small { (cited(&s.dasar)) } } }
            @if !s.note.is_empty() { dt { "Catatan" } dd { (s.note) } }
        }
    }
}

fn fact(f: &FaktaSyarat) -> Markup {
    html! {
        (f.value)
        @for (name, href) in &f.documents {
            small { @if href.is_empty() { (name) } @else { a href=(href) { (name) } } }
        }
        @if let Some((label, href)) = &f.action { small { a href=(href) { (label) } } }
    }
}

pub fn cited(dasar: &Dasar) -> Markup {
    html! {
        (dasar.text)
        @if !dasar.kepastian.is_empty() { " " (lencana(Tone::Awas, Some(Icon::Awas), &dasar.kepastian)) }
    }
}

fn parts(s: &Syarat, buka: Buka) -> Markup {
    let heading = match s.susunan {
        Susunan::Semua => "Terdiri atas",
        Susunan::SalahSatu => "Cukup salah satu",
        Susunan::Posisi => "Pendapat yang berbeda",
    };
    html! {
        div class="cabang" {
            small { (heading) }
            @if s.susunan == Susunan::Posisi { (positions(&s.parts, buka)) } @else { (penjelasan(&s.parts, buka)) }
        }
    }
}

/// Positions side by side, none before the other.
pub fn positions(list: &[Syarat], buka: Buka) -> Markup {
    html! {
        div class="kisi-dua" { @for s in list { div class="kartu" { (penjelasan(std::slice::from_ref(s), buka)) } } }
    }
}
