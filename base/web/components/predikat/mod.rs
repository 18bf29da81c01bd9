//! Performance ratings of some years as small letters; a year without a rating is shown as missing, never skipped.

use crate::Sample;
use maud::{Markup, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Predikat {
    SangatBaik,
    Baik,
    ButuhPerbaikan,
    Kurang,
    SangatKurang,
}

impl Predikat {
    pub fn words(self) -> &'static str {
        match self {
            Self::SangatBaik => "Sangat Baik",
            Self::Baik => "Baik",
            Self::ButuhPerbaikan => "Butuh Perbaikan",
            Self::Kurang => "Kurang",
            Self::SangatKurang => "Sangat Kurang",
        }
    }

    pub fn letters(self) -> &'static str {
        match self {
            Self::SangatBaik => "SB",
            Self::Baik => "B",
            Self::ButuhPerbaikan => "BP",
            Self::Kurang => "K",
            Self::SangatKurang => "SK",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::SangatBaik => "sb",
            Self::Baik => "b",
            Self::ButuhPerbaikan => "bp",
            Self::Kurang | Self::SangatKurang => "k",
        }
    }
}

/// Oldest year first; `None` is a year without a recorded rating.
pub fn predikat(years: &[(i32, Option<Predikat>)]) -> Markup {
    let spoken: Vec<String> = years.iter().map(|(year, p)| format!("{year} {}", p.map_or("belum ada", Predikat::words))).collect();
    html! {
        span class="kinerja" role="img" aria-label={ "Predikat " (spoken.join(", ")) } {
            @for (_, p) in years { i class=(p.map_or("nihil", Predikat::class)) { (p.map_or("–", Predikat::letters)) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik};
    vec![Sample::new(
        "tiga tahun",
        html! { div class="baris" {
            (predikat(&[(2023, Some(SangatBaik)), (2024, Some(Baik)), (2025, Some(SangatBaik))]))
            (predikat(&[(2023, Some(ButuhPerbaikan)), (2024, Some(Kurang)), (2025, None)]))
        } },
    )]
}
