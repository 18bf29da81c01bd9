//! Bars of parts on top of each other, with the sum above each: a wave over time. The table says the same.

use crate::component::tabel::{Baris, Kolom, Tabel};
use crate::{Sample, format};
use maud::{Markup, html};

/// One bar.
#[derive(Clone, Debug, Default)]
pub struct Susunan {
    /// `2027 S1`.
    pub label: String,
    /// As many as there are kinds of parts, from the bottom up.
    pub bagian: Vec<u64>,
}

/// Kinds of parts a drawing has colours for.
pub const PALING_BANYAK: usize = 4;
const KELAS: [&str; PALING_BANYAK] = ["p1", "p2", "p3", "p4"];

const LEBAR: u64 = 860;
const KIRI: u64 = 40;
const ATAS: u64 = 20;
const TINGGI: u64 = 140;

/// The step of the lines behind the bars: 1, 2 or 5 and zeros, at most five of them.
fn langkah(top: u64) -> u64 {
    let mut zeros = 1u64;
    loop {
        let fits = |step: &u64| top <= zeros.saturating_mul(step * 5);
        if let Some(step) = [1, 2, 5].iter().find(|step| fits(step)) {
            return zeros.saturating_mul(*step);
        }
        zeros = zeros.saturating_mul(10);
    }
}

fn tinggi(value: u64, top: u64) -> u64 {
    (u128::from(value) * u128::from(TINGGI) / u128::from(top.max(1))) as u64
}

/// `caption` says what is counted by what; `jenis` names the parts.
pub fn batang_susun(caption: &str, pertama: &str, jenis: &[&str], susunan: &[Susunan]) -> Markup {
    let sum = |s: &Susunan| s.bagian.iter().sum::<u64>();
    let most = susunan.iter().map(sum).max().unwrap_or(0);
    let step = langkah(most.max(1));
    let top = most.max(1).div_ceil(step) * step;
    let wide = (LEBAR - KIRI) / susunan.len().max(1) as u64;
    let peak = susunan.iter().max_by_key(|s| sum(s)).filter(|_| most > 0);
    let said = match peak {
        Some(s) => format!("{caption}. Puncak {}: {}.", s.label, format::angka(most)),
        None => format!("{caption}. Tidak ada."),
    };
    html! {
        figure class="batang-susun" {
            p class="matriks-legenda" { @for (kelas, nama) in KELAS.iter().zip(jenis) { span { i class=(kelas) aria-hidden="true" {} (nama) } } }
            div class="gulir" role="region" tabindex="0" aria-label=(caption) {
                svg viewBox="0 0 860 182" role="img" aria-label=(said) {
                    @for line in (0..=top / step).map(|n| n * step) {
                        @let y = ATAS + TINGGI - tinggi(line, top);
                        line class="kisi" x1=(KIRI) x2=(LEBAR) y1=(y) y2=(y) {}
                        text class="nama" x=(KIRI - 6) y=(y + 4) text-anchor="end" { (format::angka(line)) }
                    }
                    @for (n, s) in susunan.iter().enumerate() {
                        @let x = KIRI + n as u64 * wide;
                        @let tops = tumpuk(&s.bagian, top);
                        @for (kelas, (y, height)) in KELAS.iter().zip(&tops) { @if *height > 0 { rect class=(kelas) x=(x + wide / 8) y=(y) width=(wide * 3 / 4) height=(height) {} } }
                        text x=(x + wide / 2) y=(ATAS + TINGGI - tinggi(sum(s), top) - 5) text-anchor="middle" { (format::angka(sum(s))) }
                        text class="nama" x=(x + wide / 2) y="176" text-anchor="middle" { (s.label) }
                    }
                }
            }
            details { summary class="buka" { "Angka sebagai tabel" } (tabel(caption, pertama, jenis, susunan)) }
        }
    }
}

/// Upper edge and height of each part, from the bottom up: edges are of running sums, so nothing is lost.
fn tumpuk(bagian: &[u64], top: u64) -> Vec<(u64, u64)> {
    let mut below = 0;
    let part = |value: &u64| {
        let (foot, head) = (tinggi(below, top), tinggi(below + value, top));
        below += value;
        (ATAS + TINGGI - head, head - foot)
    };
    bagian.iter().map(part).collect()
}

fn tabel(caption: &str, pertama: &str, jenis: &[&str], susunan: &[Susunan]) -> Markup {
    let row = |s: &Susunan| {
        let total: u64 = s.bagian.iter().sum();
        let numbers = s.bagian.iter().chain([&total]).map(|n| html! { (format::angka(*n)) });
        Baris::new(std::iter::once(html! { (s.label) }).chain(numbers).collect())
    };
    let numbers = jenis.iter().copied().chain(["Jumlah"]).map(|label| Kolom::new(label).numeric());
    html! {
        (Tabel {
            caption: caption.to_owned(),
            columns: std::iter::once(Kolom::new(pertama).class("utas")).chain(numbers).collect(),
            rows: susunan.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

pub fn samples() -> Vec<Sample> {
    let s = |label: &str, bagian: [u64; 4]| Susunan { label: label.into(), bagian: bagian.to_vec() };
    let kinds = ["JPT dan administrator", "Pengawas", "Fungsional", "Pelaksana"];
    vec![
        Sample::new(
            "empat bagian",
            batang_susun("Pensiun menurut semester", "Semester", &kinds, &[s("2027 S1", [12, 30, 420, 326]), s("2027 S2", [9, 28, 512, 333]), s("2028 S1", [0, 0, 0, 0])]),
        ),
        Sample::new("tidak ada", batang_susun("Pensiun menurut semester", "Semester", &kinds, &[s("2027 S1", [0; 4])])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_five_lines_behind_the_bars() {
        for (top, step) in [(1, 1), (5, 1), (6, 2), (10, 2), (11, 5), (1_094, 500), (0, 1)] {
            assert_eq!(langkah(top), step, "{top}");
        }
        assert!(u64::MAX.div_ceil(langkah(u64::MAX)) <= 5);
    }

    #[test]
    fn parts_stand_on_each_other_without_a_gap() {
        for parts in [vec![1, 2, 3], vec![333, 333, 334], vec![0, 7, 0]] {
            let top: u64 = parts.iter().sum();
            let tops = tumpuk(&parts, top);
            assert_eq!(tops.iter().map(|t| t.1).sum::<u64>(), TINGGI, "{parts:?}");
            for pair in tops.windows(2) {
                assert_eq!(pair[1].0 + pair[1].1, pair[0].0, "{parts:?}");
            }
        }
    }
}
