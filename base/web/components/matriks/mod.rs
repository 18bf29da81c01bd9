//! Figures of many by many: a row a government, a column an indicator. Colour and mark say the same, and
//! neither depends on whether more or less is better.

use crate::Sample;
use maud::{Markup, html};

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Capai {
    JauhDiBawah,
    DiBawah,
    Mendekati,
    Memenuhi,
    Melampaui,
    /// Nobody set a target to stand to.
    #[default]
    TanpaTarget,
    /// Neither way is better, so there is no target.
    TanpaArah,
    /// There is no figure.
    Tiada,
}

impl Capai {
    const SHOWN: [Capai; 7] = [
        Capai::JauhDiBawah,
        Capai::DiBawah,
        Capai::Mendekati,
        Capai::Memenuhi,
        Capai::Melampaui,
        Capai::TanpaTarget,
        Capai::TanpaArah,
    ];

    pub(crate) fn class(self) -> &'static str {
        match self {
            Capai::JauhDiBawah => "q-2",
            Capai::DiBawah => "q-1",
            Capai::Mendekati => "q0",
            Capai::Memenuhi => "q1",
            Capai::Melampaui => "q2",
            Capai::TanpaTarget | Capai::TanpaArah => "polos",
            Capai::Tiada => "tiada",
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Capai::JauhDiBawah => "▼▼",
            Capai::DiBawah => "▼",
            Capai::Memenuhi => "▲",
            Capai::Melampaui => "▲▲",
            Capai::Mendekati | Capai::TanpaTarget | Capai::TanpaArah | Capai::Tiada => "",
        }
    }

    /// As a reader hears it.
    pub fn words(self) -> &'static str {
        match self {
            Capai::JauhDiBawah => "jauh dari target",
            Capai::DiBawah => "belum memenuhi target",
            Capai::Mendekati => "mendekati target",
            Capai::Memenuhi => "memenuhi target",
            Capai::Melampaui => "melampaui target",
            Capai::TanpaTarget => "belum ada target",
            Capai::TanpaArah => "tanpa arah",
            Capai::Tiada => "belum terukur",
        }
    }
}

/// A column.
#[derive(Clone, Debug, Default)]
pub struct Lajur {
    pub label: String,
    pub href: String,
    /// `target 95%`, or what is counted; may be empty.
    pub note: String,
}

/// A figure.
#[derive(Clone, Debug, Default)]
pub struct Petak {
    /// `93,4%`; a word where there is none.
    pub nilai: String,
    pub capai: Capai,
    /// More to hear: why there is no figure, how it moved.
    pub catatan: String,
    /// What stands behind it; empty for nothing.
    pub href: String,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Deret {
    pub label: String,
    pub href: String,
    /// All of them together.
    pub semua: bool,
    pub petak: Vec<Petak>,
}

/// The table; `caption` says what it shows and as of when.
pub fn matriks(caption: &str, lajur: &[Lajur], deret: &[Deret]) -> Markup {
    html! {
        div class="gulir isi-kartu" role="region" tabindex="0" aria-label=(caption) {
            table class="matriks" {
                caption class="sr" { (caption) }
                thead { tr {
                    th scope="col" { "Instansi" small { "menurut kode wilayah" } }
                    @for l in lajur { th scope="col" { a href=(l.href) { (l.label) } @if !l.note.is_empty() { small { (l.note) } } } }
                } }
                tbody { @for d in deret {
                    tr class=[d.semua.then_some("semua")] {
                        th scope="row" { @if d.href.is_empty() { (d.label) } @else { a href=(d.href) { (d.label) } } }
                        @for p in &d.petak { (petak(p)) }
                    }
                } }
            }
        }
    }
}

fn petak(p: &Petak) -> Markup {
    let said = html! {
        (p.nilai)
        @if p.capai != Capai::Tiada { i aria-hidden="true" { (p.capai.mark()) } span class="sr" { ", " (p.capai.words()) } }
        @if !p.catatan.is_empty() { span class="sr" { ". " (p.catatan) } }
    };
    let title = (!p.catatan.is_empty()).then_some(p.catatan.as_str());
    html! {
        td class=(p.capai.class()) {
            @if p.href.is_empty() { span title=[title] { (said) } } @else { a href=(p.href) title=[title] { (said) } }
        }
    }
}

/// What colours and marks mean.
pub fn legenda() -> Markup {
    html! {
        span class="matriks-legenda" {
            @for c in Capai::SHOWN { span { i class=(c.class()) aria-hidden="true" {} (c.mark()) " " (c.words()) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let lajur = |label: &str| Lajur { label: label.into(), href: "#".into(), note: "target 95%".into() };
    let all = Capai::SHOWN.into_iter().chain([Capai::Tiada]);
    let petak = all.map(|capai| Petak {
        nilai: if capai == Capai::Tiada { "belum terukur".into() } else { "93,4%".into() },
        capai,
        catatan: if capai == Capai::Tiada { "Predikat kinerja belum diimpor.".into() } else { String::new() },
        href: if capai == Capai::Tiada { String::new() } else { "#".into() },
    });
    let petak: Vec<Petak> = petak.collect();
    let row = |label: &str, semua| Deret { label: label.into(), href: "#".into(), semua, petak: petak.clone() };
    let columns: Vec<Lajur> = (1..=8).map(|n| lajur(&format!("Indikator {n}"))).collect();
    vec![Sample::new(
        "delapan keadaan",
        html! { (legenda()) (matriks("Contoh per 22 Nov 2026", &columns, &[row("Semua instansi", true), row("Kab. Muara Tua", false)])) },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_a_target_looks_and_sounds_like_none_with_one() {
        for (capai, said) in [(Capai::TanpaTarget, "belum ada target"), (Capai::TanpaArah, "tanpa arah")] {
            let cell = petak(&Petak { nilai: "113".into(), capai, ..Petak::default() }).into_string();
            assert!(cell.contains("class=\"polos\"") && cell.contains(said), "{cell}");
            assert!(!cell.contains("mendekati") && capai.mark().is_empty(), "{cell}");
            assert!(legenda().into_string().contains(said), "{said}");
        }
        assert!(include_str!("style.css").contains(".matriks-kelompok a[aria-current]{"), "the group shown");
        let nearby = petak(&Petak { capai: Capai::Mendekati, ..Petak::default() }).into_string();
        assert!(nearby.contains("class=\"q0\"") && nearby.contains("mendekati target"), "{nearby}");
    }
}
