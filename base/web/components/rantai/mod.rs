//! A vacancy chain: whoever fills a place leaves the one below it. Drawn from top to bottom, so that it is read on a
//! phone as on paper; the list under it says the same in words.

use crate::Sample;
use maud::{Markup, html};

/// What a place of a chain is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Simpul {
    /// Filled by the one below.
    #[default]
    Isi,
    /// Left empty at the end.
    Kosong,
    /// From outside the round, or back to the top of a ring.
    Luar,
}

/// A chain.
#[derive(Clone, Debug, Default)]
pub struct Rantai {
    /// `Rantai 1: 4 perpindahan`
    pub judul: String,
    /// Places from the top: name, unit, what it is.
    pub simpul: Vec<(String, String, Simpul)>,
    /// Who moves from each place to the one above it; one less than places.
    pub orang: Vec<String>,
}

const LEBAR: usize = 344;
const KOTAK: usize = 46;
const LANGKAH: usize = 84;
/// Letters that fit a line of a box.
const HURUF: usize = 41;

fn potong(text: &str) -> String {
    if text.chars().count() <= HURUF {
        return text.to_owned();
    }
    let kept: String = text.chars().take(HURUF - 1).collect();
    format!("{}…", kept.trim_end())
}

impl Rantai {
    /// The moves in words, from the top.
    fn kalimat(&self) -> Vec<String> {
        let step = |(n, who): (usize, &String)| {
            let place = |at: usize| self.simpul.get(at).map_or("", |s| s.0.as_str());
            format!("{who}: dari {} ke {}", place(n + 1), place(n))
        };
        self.orang.iter().enumerate().map(step).collect()
    }
}

/// Draws chains side by side where there is room.
pub fn rantai(all: &[Rantai]) -> Markup {
    html! { div class="rantai" { @for one in all { (satu(one)) } } }
}

fn satu(one: &Rantai) -> Markup {
    let tall = one.simpul.len().saturating_sub(1) * LANGKAH + KOTAK + 4;
    let words = one.kalimat();
    html! {
        figure {
            figcaption { b { (one.judul) } }
            svg viewBox={ "0 0 " (LEBAR + 4) " " (tall) } role="img" aria-label={ (one.judul) ". " (words.join(". ")) "." } {
                @for (n, (name, unit, kind)) in one.simpul.iter().enumerate() {
                    @let y = n * LANGKAH + 2;
                    rect class=(class(*kind)) x="2" y=(y) width=(LEBAR) height=(KOTAK) rx="8" {}
                    text x="14" y=(y + 19) { (potong(name)) }
                    text class="kecil" x="14" y=(y + 36) { (potong(unit)) }
                    @if let Some(who) = one.orang.get(n) {
                        path d={ "M24 " (y + LANGKAH - 2) "V" (y + KOTAK + 4) "m-5 6 5-6 5 6" } {}
                        text class="siapa" x="40" y=(y + KOTAK + 23) { (potong(who)) }
                    }
                }
            }
            details { summary class="buka" { "Rantai dalam kata" } ol { @for line in &words { li { (line) } } } }
        }
    }
}

fn class(kind: Simpul) -> &'static str {
    match kind {
        Simpul::Isi => "isi",
        Simpul::Kosong => "kosong",
        Simpul::Luar => "luar",
    }
}

pub fn samples() -> Vec<Sample> {
    let place = |name: &str, unit: &str, kind| (name.to_owned(), unit.to_owned(), kind);
    let open = Rantai {
        judul: "Rantai 1: 2 perpindahan".into(),
        simpul: vec![
            place("Kepala Bidang Penempatan dan Pengembangan Karier Aparatur", "Badan Kepegawaian Daerah", Simpul::Isi),
            place("Kepala Subbidang Mutasi", "Badan Kepegawaian Daerah", Simpul::Isi),
            place("Kepala Seksi Pelayanan", "Kecamatan Hulu: tetap kosong", Simpul::Kosong),
        ],
        orang: vec!["Ratna Wulandari, S.Sos.".into(), "Budi Santoso, S.E.".into()],
    };
    let ring = Rantai {
        judul: "Tukar tempat: 2 perpindahan".into(),
        simpul: vec![
            place("Camat Hulu", "Kecamatan Hulu", Simpul::Isi),
            place("Camat Hilir", "Kecamatan Hilir", Simpul::Isi),
            place("Camat Hulu", "kembali ke atas", Simpul::Luar),
        ],
        orang: vec!["Siti Aminah".into(), "Joko Susilo".into()],
    };
    vec![Sample::new("rantai dan lingkaran", rantai(&[open, ring]))]
}
