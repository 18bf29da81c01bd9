//! A career as lanes: golongan, jabatan, unit, predikat over the years, with a line at the day looked at.
//! The same data stands below as a table for those who do not see the drawing.

use crate::component::predikat::Predikat;
use crate::component::tabel::{Baris, Kolom, Phone, Tabel};
use crate::{Sample, Tanggal};
use maud::{Markup, Render, html};

/// How a piece is coloured. Colour only repeats what the label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warna {
    Muda,
    Sedang,
    /// What holds on the day looked at.
    Kini,
    /// Below expectation.
    Jingga,
    /// Known to exist, but its limits are not: dashed.
    TidakTentu,
}

#[derive(Clone, Debug)]
pub struct Potong {
    pub start: Tanggal,
    /// `None`: holds until the day looked at.
    pub end: Option<Tanggal>,
    /// Full words for tooltip and table.
    pub label: String,
    /// Words inside the bar; cut to its width.
    pub short: String,
    pub colour: Warna,
}

#[derive(Clone, Debug)]
pub struct Lajur {
    pub name: String,
    /// Short marks (predikat) are centred in their piece.
    pub centred: bool,
    pub pieces: Vec<Potong>,
}

impl Lajur {
    /// Colours pieces by age: what holds is strongest, what came before it lighter, older ones lightest.
    /// Each piece: start, end, full words, words inside the bar. Oldest first.
    pub fn shaded(name: &str, pieces: Vec<(Tanggal, Option<Tanggal>, String, String)>) -> Self {
        let count = pieces.len();
        let colour = |index: usize, open: bool| match (open, count - index) {
            (true, _) => Warna::Kini,
            (false, 1 | 2) => Warna::Sedang,
            _ => Warna::Muda,
        };
        let pieces = pieces.into_iter().enumerate().map(|(index, (start, end, label, short))| Potong {
            colour: colour(index, end.is_none()),
            start,
            end,
            label,
            short,
        });
        Self { name: name.to_owned(), centred: false, pieces: pieces.collect() }
    }

    /// One mark per year, coloured by rating.
    pub fn ratings(name: &str, years: &[(i32, Predikat)]) -> Self {
        let pieces = years.iter().map(|(year, p)| Potong {
            start: Tanggal::new(*year, 1, 1),
            end: Some(Tanggal::new(*year + 1, 1, 1)),
            label: format!("{year}: {}", p.words()),
            short: p.letters().to_owned(),
            colour: match p {
                Predikat::SangatBaik => Warna::Sedang,
                Predikat::Baik => Warna::Muda,
                _ => Warna::Jingga,
            },
        });
        Self { name: name.to_owned(), centred: true, pieces: pieces.collect() }
    }
}

#[derive(Clone, Debug)]
pub struct RiwayatKarier {
    /// The day looked at; drawn as a line.
    pub at: Tanggal,
    /// Words on the line: `kini`, or the date itself when it is not today.
    pub at_label: String,
    pub lanes: Vec<Lajur>,
}

const LEFT: f64 = 96.0;
const WIDTH: f64 = 1120.0;
const LANE: f64 = 30.0;

struct Scale {
    first: f64,
    step: f64,
}

impl Scale {
    fn x(&self, date: Tanggal) -> f64 {
        LEFT + (date.as_year() - self.first).max(0.0) * self.step
    }
}

fn num(value: f64) -> String {
    format!("{value:.1}")
}

impl Render for RiwayatKarier {
    fn render(&self) -> Markup {
        let starts = self.lanes.iter().flat_map(|l| &l.pieces).map(|p| p.start);
        let Some(earliest) = starts.min() else { return html! {} };
        let first = earliest.year.min(self.at.year);
        let last = self.at.year + 1;
        let years = f64::from((last - first).max(1)) + 0.4;
        let scale = Scale { first: f64::from(first), step: (WIDTH - LEFT) / years };
        let every = match last - first {
            0..=14 => 1,
            15..=28 => 2,
            _ => 5,
        };
        let height = 26.0 + LANE * self.lanes.len() as f64;
        let now = scale.x(self.at);
        html! {
            div class="lajur gulir" data-akhir role="region" tabindex="0" aria-label="Riwayat karier" {
                svg viewBox={ "0 0 1120 " (num(height)) } role="img" aria-label=(self.sentence(first)) {
                    @for year in (first..=last).filter(|y| (y - first) % every == 0) {
                        @let x = scale.x(Tanggal::new(year, 1, 1));
                        line class="kisi" x1=(num(x)) x2=(num(x)) y1="18" y2=(num(height - 6.0)) {}
                        @if (x - now).abs() > 34.0 { text class="th" x=(num(x + 3.0)) y="11" { (year) } }
                    }
                    @for (row, lane) in self.lanes.iter().enumerate() {
                        @let y = 24.0 + LANE * row as f64;
                        text class="nama" x="0" y=(num(y + 14.0)) { (lane.name) }
                        @for piece in &lane.pieces { (self.piece(piece, lane.centred, y, &scale)) }
                    }
                    g class="kini" {
                        line x1=(num(now)) x2=(num(now)) y1="16" y2=(num(height - 4.0)) {}
                        path d={ "M" (num(now - 5.0)) " 14h10l-5 6z" } {}
                        text x=(num(now + 5.0)) y="11" { (self.at_label) }
                    }
                }
            }
            details class="lajur-tabel" { summary class="buka" { "Lihat riwayat karier sebagai tabel" } (self.table()) }
        }
    }
}

impl RiwayatKarier {
    fn piece(&self, piece: &Potong, centred: bool, y: f64, scale: &Scale) -> Markup {
        let class = match piece.colour {
            Warna::Muda => "w1",
            Warna::Sedang => "w2",
            Warna::Kini => "wk",
            Warna::Jingga => "wj",
            Warna::TidakTentu => "wt",
        };
        let x = scale.x(piece.start) + 1.0;
        let width = (scale.x(piece.end.unwrap_or(self.at)) - x - 1.0).max(2.0);
        // 6.2 px is the mean width of a letter at 11 px in the faces of the stack.
        let room = ((width - 12.0) / 6.2).max(0.0) as usize;
        let words = if piece.short.chars().count() <= room {
            piece.short.clone()
        } else if room >= 3 {
            piece.short.chars().take(room - 1).chain(['…']).collect()
        } else {
            String::new()
        };
        html! {
            g class=(class) {
                title { (piece.label) ", " (self.span(piece)) }
                rect x=(num(x)) y=(num(y)) width=(num(width)) height="20" rx="4" {}
                @if centred { text class="tengah" x=(num(x + width / 2.0)) y=(num(y + 14.0)) { (piece.short) } }
                @else if !words.is_empty() { text x=(num(x + 7.0)) y=(num(y + 14.0)) { (words) } }
            }
        }
    }

    fn span(&self, piece: &Potong) -> String {
        match piece.end {
            Some(end) => format!("{} – {}", piece.start.short(), end.short()),
            None => format!("sejak {}", piece.start.short()),
        }
    }

    fn sentence(&self, first: i32) -> String {
        let names: Vec<String> = self.lanes.iter().map(|l| l.name.to_lowercase()).collect();
        format!("Riwayat karier {first} sampai {}: {}", self.at.year, names.join(", "))
    }

    fn table(&self) -> Markup {
        let rows = self.lanes.iter().flat_map(|lane| {
            lane.pieces.iter().rev().map(|p| Baris::new(vec![html! { (lane.name) }, html! { (p.label) }, html! { (self.span(p)) }]))
        });
        Tabel {
            caption: "Riwayat karier, terbaru lebih dahulu".into(),
            columns: vec![Kolom::new("Lajur"), Kolom::new("Isi").phone(Phone::Full), Kolom::new("Masa").class("utas")],
            rows: rows.collect(),
            compact: true,
            ..Tabel::default()
        }
        .render()
    }
}

pub fn samples() -> Vec<Sample> {
    let d = Tanggal::new;
    let p = |start, end, label: &str, colour| Potong { start, end, label: label.into(), short: label.into(), colour };
    let lanes = vec![
        Lajur { name: "Golongan".into(), centred: false, pieces: vec![
            p(d(2010, 1, 1), Some(d(2019, 4, 1)), "III/b, Penata Muda Tk. I", Warna::Muda),
            p(d(2019, 4, 1), Some(d(2023, 10, 1)), "III/c, Penata", Warna::Sedang),
            p(d(2023, 10, 1), None, "III/d, Penata Tk. I", Warna::Kini),
        ] },
        Lajur { name: "Unit kerja".into(), centred: false, pieces: vec![
            p(d(2010, 1, 1), Some(d(2021, 3, 1)), "UPTD Puskesmas Muara Tua", Warna::TidakTentu),
            p(d(2021, 3, 1), None, "RSUD Bumi Raya", Warna::Kini),
        ] },
        Lajur { name: "Predikat".into(), centred: true, pieces: (2020..2026).map(|y| Potong {
            start: d(y, 1, 1), end: Some(d(y + 1, 1, 1)), label: format!("{y}: Baik"), short: "B".into(), colour: Warna::Muda,
        }).collect() },
    ];
    vec![Sample::new("tiga lajur", RiwayatKarier { at: d(2026, 11, 22), at_label: "kini".into(), lanes }.render())]
}
