//! Figures over time: a line with its target, and small ones of many beside each other. What was not measured
//! is a gap in the line, never a zero. The table says the same without the drawing.

use crate::Sample;
use crate::component::tabel::{Baris, Kolom, Tabel};
use maud::{Markup, html};

/// A moment of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titik {
    /// `Tw III 2026`.
    pub label: String,
    /// In hundredths of the unit; nothing where there is no figure.
    pub nilai: Option<i64>,
    /// The figure as a reader sees it, or why there is none.
    pub teks: String,
}

/// A series with the target it moves to.
#[derive(Clone, Debug, Default)]
pub struct Garis {
    /// What is drawn, of whom.
    pub judul: String,
    /// Moments at equal distances, the oldest first.
    pub titik: Vec<Titik>,
    /// The target in hundredths, and as a reader sees it.
    pub sasaran: Option<(i64, String)>,
}

impl Garis {
    /// Whether there is anything to draw.
    pub fn berisi(&self) -> bool {
        self.titik.iter().any(|t| t.nilai.is_some())
    }

    /// The least and the greatest that is drawn.
    pub fn rentang(&self) -> Option<(i64, i64)> {
        let goal = self.sasaran.iter().map(|s| s.0);
        let all = || self.titik.iter().filter_map(|t| t.nilai).chain(goal.clone());
        Some((all().min()?, all().max()?))
    }

    fn said(&self) -> String {
        let goal = self.sasaran.as_ref().map_or(String::new(), |s| format!(" Target {}.", s.1));
        let last = self.titik.iter().rev().find(|t| t.nilai.is_some());
        let last = last.map_or(String::new(), |t| format!(" Terakhir {}: {}.", t.label, t.teks));
        format!("{}.{last}{goal}", self.judul)
    }
}

/// Where a series is drawn: width, height, and how far from the sides.
struct Bidang {
    lebar: i64,
    atas: i64,
    bawah: i64,
    tepi: i64,
}

const BESAR: Bidang = Bidang { lebar: 640, atas: 34, bawah: 150, tepi: 44 };
const KECIL: Bidang = Bidang { lebar: 96, atas: 4, bawah: 32, tepi: 3 };

impl Bidang {
    fn x(&self, at: usize, count: usize) -> i64 {
        let wide = self.lebar - 2 * self.tepi;
        if count < 2 { self.lebar / 2 } else { self.tepi + wide * at as i64 / (count as i64 - 1) }
    }

    fn y(&self, value: i64, (low, top): (i64, i64)) -> i64 {
        let span = i128::from(top) - i128::from(low);
        if span <= 0 {
            return (self.atas + self.bawah) / 2;
        }
        let up = (i128::from(value) - i128::from(low)) * i128::from(self.bawah - self.atas) / span;
        self.bawah - up as i64
    }

    /// Stretches of the line between gaps, each a list of places.
    fn potongan(&self, titik: &[Titik], rentang: (i64, i64)) -> Vec<Vec<(i64, i64)>> {
        let mut all: Vec<Vec<(i64, i64)>> = vec![Vec::new()];
        for (at, t) in titik.iter().enumerate() {
            match (t.nilai, all.last_mut()) {
                (Some(value), Some(piece)) => piece.push((self.x(at, titik.len()), self.y(value, rentang))),
                _ => all.push(Vec::new()),
            }
        }
        all.retain(|piece| !piece.is_empty());
        all
    }
}

fn jalan(piece: &[(i64, i64)]) -> String {
    let step = |(n, (x, y)): (usize, &(i64, i64))| format!("{}{x} {y}", if n == 0 { 'M' } else { 'L' });
    piece.iter().enumerate().map(step).collect()
}

/// The drawing inside an `svg`: attributes hold where it stands alone, classes where a page has its colours.
fn isi(g: &Garis) -> Markup {
    let rentang = g.rentang().unwrap_or((0, 0));
    let pieces = BESAR.potongan(&g.titik, rentang);
    let count = g.titik.len();
    html! {
        @if let Some((goal, label)) = &g.sasaran {
            @let y = BESAR.y(*goal, rentang);
            line class="sasaran" x1="8" x2="632" y1=(y) y2=(y) stroke="#525252" stroke-dasharray="4 4" {}
            text class="nama" x="632" y=(y + 13) text-anchor="end" fill="#525252" { "target " (label) }
        }
        @for piece in pieces.iter().filter(|p| p.len() > 1) {
            path class="jejak-garis" d=(jalan(piece)) fill="none" stroke="#196bcd" stroke-width="2" {}
        }
        @for (at, t) in g.titik.iter().enumerate() {
            @let x = BESAR.x(at, count);
            @if let Some(value) = t.nilai {
                @let y = BESAR.y(value, rentang);
                circle class="titik" cx=(x) cy=(y) r="3.5" fill="#196bcd" {}
                text x=(x) y=(y - 9) text-anchor="middle" fill="#1f1f1f" { (t.teks) }
            }
            text class="nama" x=(x) y="184" text-anchor="middle" fill="#525252" { (t.label) }
        }
    }
}

/// The chart with its table; `id` must be unique on the page.
pub fn garis(id: &str, g: &Garis) -> Markup {
    let gap = g.titik.iter().any(|t| t.nilai.is_none());
    html! {
        figure class="garis" {
            div class="gulir" role="region" tabindex="0" aria-label=(g.judul) {
                svg viewBox="0 0 640 194" role="img" aria-label=(g.said()) { (isi(g)) }
            }
            @if gap { figcaption { "Garis terputus pada triwulan yang belum terukur atau angkanya tidak ditampilkan." } }
            details id=(id) { summary class="buka" { "Angka sebagai tabel" } (tabel(g)) }
        }
    }
}

fn tabel(g: &Garis) -> Markup {
    let row = |t: &Titik| Baris::new(vec![html! { (t.label) }, html! { (t.teks) }]);
    html! {
        (Tabel {
            caption: format!("{}, yang lama dahulu", g.judul),
            columns: vec![Kolom::new("Triwulan"), Kolom::new("Angka").numeric()],
            rows: g.titik.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

/// The drawing as a file of its own: it brings its title, its colours and the line below.
pub fn gambar_lepas(g: &Garis, catatan: &str) -> Markup {
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -34 640 252" font-family="sans-serif" font-size="12" role="img" aria-label=(g.said()) {
            title { (g.judul) }
            rect x="0" y="-34" width="640" height="252" fill="#ffffff" {}
            text x="8" y="-12" font-size="15" font-weight="600" fill="#1f1f1f" { (g.judul) }
            (isi(g))
            @if !g.berisi() { text x="320" y="92" text-anchor="middle" fill="#525252" { "Belum terukur" } }
            text x="8" y="209" font-size="10" fill="#525252" { (catatan) }
        }
    }
}

/// The line alone, as small as a word: whatever stands beside it says the figures.
pub fn percik(g: &Garis, rentang: Option<(i64, i64)>) -> Markup {
    let Some(rentang) = rentang.or(g.rentang()) else { return html! {} };
    let pieces = KECIL.potongan(&g.titik, rentang);
    html! {
        svg class="garis-kecil" viewBox="0 0 96 36" aria-hidden="true" {
            @if let Some((goal, _)) = &g.sasaran {
                @let y = KECIL.y((*goal).clamp(rentang.0, rentang.1), rentang);
                line class="sasaran" x1="0" x2="96" y1=(y) y2=(y) {}
            }
            @for piece in pieces.iter().filter(|p| p.len() > 1) { path class="jejak-garis" d=(jalan(piece)) {} }
            @for piece in pieces.iter().filter(|p| p.len() == 1) { circle class="titik" cx=(piece[0].0) cy=(piece[0].1) r="2" {} }
            @if let Some((x, y)) = pieces.last().and_then(|p| p.last()) { circle class="titik" cx=(x) cy=(y) r="2.5" {} }
        }
    }
}

/// One of many small ones.
#[derive(Clone, Debug, Default)]
pub struct Kecil {
    /// Whose.
    pub nama: String,
    /// The figure now.
    pub nilai: String,
    /// The way there.
    pub garis: Garis,
    /// What stands behind it.
    pub href: String,
}

/// Many beside each other; with `satu_skala` all share one scale, so that heights compare.
pub fn banyak_kecil(label: &str, all: &[Kecil], satu_skala: bool) -> Markup {
    let spans = || all.iter().filter_map(|k| k.garis.rentang());
    let shared = spans().map(|r| r.0).min().zip(spans().map(|r| r.1).max()).filter(|_| satu_skala);
    html! {
        ul class="banyak-kecil" aria-label=(label) {
            @for k in all { li { a href=(k.href) {
                span { (k.nama) } b { (k.nilai) }
                @if k.garis.berisi() { (percik(&k.garis, shared)) } @else { small { "belum ada angka tersimpan" } }
            } } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let quarters = ["Tw I 2025", "Tw II 2025", "Tw III 2025", "Tw IV 2025", "Tw I 2026"];
    let of = |values: [Option<i64>; 5], goal: Option<i64>| Garis {
        judul: "SKP lengkap, Kab. Muara Tua".into(),
        titik: quarters
            .iter()
            .zip(values)
            .map(|(label, nilai)| Titik {
                label: (*label).into(),
                nilai,
                teks: nilai.map_or("belum terukur".into(), |n| format!("{},0%", n / 100)),
            })
            .collect(),
        sasaran: goal.map(|goal| (goal, format!("{},0%", goal / 100))),
    };
    let gap = of([Some(8_000), Some(8_500), None, Some(9_100), Some(9_400)], Some(9_500));
    let flat = of([Some(500); 5], None);
    let none = of([None; 5], None);
    let kecil = |garis: &Garis| Kecil { nama: "Muara Tua".into(), nilai: "94,0%".into(), garis: garis.clone(), href: "#".into() };
    vec![
        Sample::new("terputus, dengan target", garis("contoh-garis", &gap)),
        Sample::new("datar", garis("contoh-datar", &flat)),
        Sample::new("banyak kecil", banyak_kecil("SKP lengkap menurut instansi", &[kecil(&gap), kecil(&flat), kecil(&none)], true)),
        Sample::new("berkas lepas", gambar_lepas(&gap, "Sinergi, 22 Nov 2026")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[Option<i64>]) -> Garis {
        let titik = values.iter().map(|nilai| Titik { nilai: *nilai, ..Titik::default() });
        Garis { titik: titik.collect(), ..Garis::default() }
    }

    #[test]
    fn what_is_not_measured_is_a_gap_and_never_a_zero() {
        // Angka; garis yang tergambar pada bidang 96 x 36.
        for (values, drawn) in [
            (&[Some(0), Some(100)][..], "M3 32L93 4"),
            (&[Some(0), None, Some(50), Some(100)], "M63 18L93 4"),
            (&[None, Some(10), None], ""),
            (&[Some(7), Some(7)], "M3 18L93 18"),
        ] {
            let g = series(values);
            let pieces = KECIL.potongan(&g.titik, g.rentang().expect("some figure"));
            let paths: String = pieces.iter().filter(|p| p.len() > 1).map(|p| jalan(p)).collect();
            assert_eq!(paths, drawn, "{values:?}");
        }
        assert!(percik(&series(&[None, None]), None).into_string().is_empty());
        assert_eq!(series(&[Some(3), None, Some(-2)]).rentang(), Some((-2, 3)));
        assert!(gambar_lepas(&series(&[None]), "").into_string().contains("Belum terukur"));
    }

    #[test]
    fn extremes_do_not_overflow() {
        let g = series(&[Some(i64::MIN), Some(i64::MAX)]);
        let pieces = KECIL.potongan(&g.titik, g.rentang().expect("figures"));
        assert_eq!(pieces, [[(3, 32), (93, 4)]]);
    }
}
