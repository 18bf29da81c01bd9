//! Changes to the rows of a table: what it answers, and the bounds between rows.

use super::kait::Simpul;
use super::ungkapan::near;
use super::{Mutan, line_of};
use crate::pack::Pack;
use std::collections::BTreeSet;
use std::ops::Range;

/// Rows of one table that are tried; of a longer one every so many.
const ROWS: usize = 60;
/// Columns that speak about a row.
const ABOUT: [&str; 5] = ["dasar", "kepastian", "mulai", "sampai", "catatan"];

/// Adds the changes to a table's file; gives how many rows were passed over.
pub fn of(pack: &Pack, path: &str, text: &str, used: &BTreeSet<Box<str>>, found: &mut Vec<Mutan>) -> usize {
    let nama = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".csv");
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if !bare.trim_start_matches('\u{feff}').starts_with('#') && !bare.is_empty() {
            lines.push(at..at + bare.len());
        }
        at += line.len();
    }
    let Some((titles, rows)) = lines.split_first() else { return 0 };
    let titles: Vec<&str> = cells(text, titles.clone()).into_iter().map(|c| text[c].trim()).collect();
    let step = rows.len().div_ceil(ROWS).max(1);
    let tried: Vec<&Range<usize>> = rows.iter().step_by(step).collect();
    for row in &tried {
        for (cell, title) in cells(text, (*row).clone()).into_iter().zip(&titles) {
            let written = text[cell.clone()].trim_matches(['"', ' ']);
            if ABOUT.contains(title) || written.is_empty() || written == "-" {
                continue;
            }
            let ganti = match title.strip_prefix("=>") {
                Some(out) => {
                    let column = out.split(':').next().unwrap_or(out);
                    if !used.contains(format!("{nama}.{column}").as_str()) {
                        continue;
                    }
                    answers(pack, written)
                }
                None => bounds(pack, written),
            };
            if let Some(first) = ganti.first() {
                let (berkas, baris) = (path.to_owned(), line_of(text, cell.start));
                let apa = format!("{nama}: {title} {written} menjadi {first}");
                let simpul = Simpul::Tabel(nama.into());
                found.push(Mutan { range: cell, ganti, simpul, berkas, baris, apa });
            }
        }
    }
    rows.len() - tried.len()
}

/// The cells of a line, quotes included.
fn cells(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let (mut all, mut from, mut quoted) = (Vec::new(), line.start, false);
    for (i, byte) in text.as_bytes()[line.clone()].iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                all.push(from..line.start + i);
                from = line.start + i + 1;
            }
            _ => {}
        }
    }
    all.push(from..line.end);
    all
}

fn answers(pack: &Pack, written: &str) -> Vec<String> {
    let mut others = near(pack, written);
    // Words: any other words, as long as the loader takes them.
    others.push(format!("{written}x"));
    others
}

/// A bound one unit further out or in; a list of choices with another last one.
fn bounds(pack: &Pack, written: &str) -> Vec<String> {
    let begin = written.len() - written.trim_start_matches(['<', '>', '=']).len();
    let (head, rest) = written.split_at(begin);
    let last = rest.rfind([';']).map(|i| i + 1).or_else(|| rest.find("..").map(|i| i + 2)).unwrap_or(0);
    let (before, tail) = rest.split_at(last);
    let mut others: Vec<String> =
        near(pack, tail.trim()).iter().map(|o| format!("{head}{before}{o}")).collect();
    if let Some((low, high)) = rest.split_once("..") {
        others.extend(near(pack, low.trim()).iter().map(|o| format!("{head}{o}..{high}")));
    }
    others
}
