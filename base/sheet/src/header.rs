//! Finding the row of column names, wherever a person put it.

use std::collections::HashMap;

use crate::reader::Reader;
use crate::refusal::{Error, Refusal, code};
use crate::row::{Row, column_name};

/// Sheets tried before giving up; a workbook with more is no data file.
const MAX_SHEETS: usize = 64;

/// Where the columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// For each known name, in the order asked: its column from 0, or `None` when missing.
    pub columns: Vec<Option<usize>>,
    /// Known names that are not there, in the order asked.
    pub missing: Vec<String>,
    /// Columns nobody asked for: position from 0 and name as written.
    pub extra: Vec<(usize, String)>,
    /// First and last row number of the header (the same unless it takes two rows).
    pub rows: (u64, u64),
    /// Row number at which data can begin.
    pub data_start: u64,
    /// The sheet it was found on; `None` for CSV.
    pub sheet: Option<String>,
    /// Other sheets that have as many of the known columns; none when the caller chose the sheet.
    pub also: Vec<String>,
}

/// A column name made comparable: lower case, everything but letters and digits becomes
/// one `_`, none at the ends. `" Tmt  Gol. "` becomes `tmt_gol`.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    if slug.ends_with('_') {
        slug.pop();
    }
    slug
}

/// A possible header: which rows of the look-ahead, and the name of each column.
struct Candidate {
    score: usize,
    first: usize,
    last: usize,
    names: Vec<String>,
}

/// Finds the header among the first `max_rows` rows and leaves `reader` at the first row of
/// data. The header is the row (or pair of rows, when the second fills in below merged
/// cells of the first) with the most of the `known` names; at least two must be there.
///
/// If the sheet was not chosen by the caller, all visible sheets are looked at and the one
/// with the most known names is taken, the first one when several have the same.
///
/// # Errors
/// A refusal when no row looks like a header (naming the sheets and the columns looked for)
/// or when a known column occurs twice.
pub fn find_header(reader: &mut Reader, known: &[&str], max_rows: usize) -> Result<Header, Error> {
    let wanted: HashMap<String, usize> = known.iter().enumerate().map(|(i, name)| (slug(name), i)).collect();
    let least = known.len().clamp(1, 2);
    let mut best: Option<(usize, Candidate)> = None;
    let mut scores: Vec<(usize, usize)> = Vec::new();
    let sheets = reader.candidates();
    for &sheet in sheets.iter().take(MAX_SHEETS) {
        // One broken sheet must not hide the good one, unless it is the only one.
        let found =
            reader.go_to(sheet).and_then(|()| Ok(best_candidate(reader.look_ahead(max_rows)?, &wanted)));
        let Some(found) = (match found {
            Ok(found) => found,
            Err(Error::Refusal(_)) if sheets.len() > 1 => None,
            Err(e) => return Err(e),
        }) else {
            continue;
        };
        scores.push((sheet, found.score));
        if found.score >= least && best.as_ref().is_none_or(|(_, b)| found.score > b.score) {
            best = Some((sheet, found));
        }
    }
    let Some((sheet, found)) = best else { return Err(not_found(reader, known, max_rows).into()) };
    reader.go_to(sheet)?;
    let ahead = reader.look_ahead(max_rows)?;
    let rows = (ahead[found.first].number(), ahead[found.last].number());
    reader.drop_through(rows.1);
    let others = scores.iter().filter(|other| other.0 != sheet && other.1 == found.score);
    let also = others.filter_map(|other| reader.sheet_names().get(other.0).cloned()).collect();
    let header = place(known, &wanted, found, rows, reader.sheet().map(str::to_owned))?;
    Ok(Header { also, ..header })
}

fn best_candidate(
    rows: &std::collections::VecDeque<Row>,
    wanted: &HashMap<String, usize>,
) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for (i, row) in rows.iter().enumerate() {
        let one = Candidate {
            score: 0,
            first: i,
            last: i,
            names: row.cells().map(|c| c.text.trim().to_owned()).collect(),
        };
        let one = Candidate { score: score(&one.names, wanted), ..one };
        // Two rows only when the second sits directly below and adds known names.
        let two = rows.get(i + 1).filter(|next| next.number() == row.number() + 1).map(|next| {
            let names = joined(row, next, wanted);
            Candidate { score: score(&names, wanted), first: i, last: i + 1, names }
        });
        let found = match two {
            // A title above a one-row header gains nothing from being joined to it.
            Some(two) if one.score > 0 && two.score > one.score => two,
            _ => one,
        };
        if found.score > best.as_ref().map_or(0, |b| b.score) {
            best = Some(found);
        }
    }
    best
}

/// Names of a header of two rows: the upper cell if it is known, else the lower one, else
/// both together under the last merged upper cell (`TMT` over `CPNS` is `TMT CPNS`).
fn joined(upper: &Row, lower: &Row, wanted: &HashMap<String, usize>) -> Vec<String> {
    let mut group = "";
    (0..upper.len().max(lower.len()))
        .map(|i| {
            let (above, below) = (upper.cell(i).text.trim(), lower.cell(i).text.trim());
            if !above.is_empty() {
                group = above;
            }
            let both = format!("{group} {below}");
            if wanted.contains_key(&slug(above)) || below.is_empty() {
                above.to_owned()
            } else if !wanted.contains_key(&slug(below)) && wanted.contains_key(&slug(&both)) {
                both
            } else {
                below.to_owned()
            }
        })
        .collect()
}

fn score(names: &[String], wanted: &HashMap<String, usize>) -> usize {
    let mut seen: Vec<usize> = names.iter().filter_map(|name| wanted.get(&slug(name)).copied()).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len()
}

fn place(
    known: &[&str],
    wanted: &HashMap<String, usize>,
    found: Candidate,
    rows: (u64, u64),
    sheet: Option<String>,
) -> Result<Header, Error> {
    let mut columns = vec![None; known.len()];
    let mut extra = Vec::new();
    for (i, name) in found.names.into_iter().enumerate() {
        match wanted.get(&slug(&name)) {
            None if name.is_empty() => {}
            None => extra.push((i, name)),
            Some(&k) => {
                if let Some(first) = columns[k].replace(i) {
                    return Err(Refusal::new(
                        code::TWICE,
                        format!(
                            "Kolom \"{name}\" muncul dua kali, di kolom {} dan {} pada baris {}. Hapus atau ganti nama salah satunya.",
                            column_name(first),
                            column_name(i),
                            rows.1
                        ),
                    )
                    .at(rows.1, Some(i + 1))
                    .into());
                }
            }
        }
    }
    let missing =
        known.iter().zip(&columns).filter(|(_, c)| c.is_none()).map(|(name, _)| (*name).to_owned()).collect();
    Ok(Header { columns, missing, extra, rows, data_start: rows.1 + 1, sheet, also: Vec::new() })
}

fn not_found(reader: &Reader, known: &[&str], max_rows: usize) -> Refusal {
    let few: Vec<&str> = known.iter().take(8).copied().collect();
    let more = if known.len() > few.len() {
        format!(", dan {} lainnya", known.len() - few.len())
    } else {
        String::new()
    };
    let place = match (reader.sheet_names(), reader.named) {
        ([], _) => String::new(),
        (names, true) => {
            format!(" di lembar \"{}\" (lembar yang ada: {})", reader.sheet().unwrap_or(""), names.join(", "))
        }
        (names, false) => format!(" di lembar mana pun ({})", names.join(", ")),
    };
    Refusal::new(
        code::NO_HEADER,
        format!(
            "Baris judul kolom tidak ditemukan dalam {max_rows} baris pertama{place}. Kolom yang dicari: {}{more}. Periksa apakah berkas dan lembarnya benar.",
            few.join(", ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs() {
        for (name, expected) in [
            ("NIP Baru", "nip_baru"),
            ("  Tmt  Gol. ", "tmt_gol"),
            ("nip_baru", "nip_baru"),
            ("Gol/Ruang", "gol_ruang"),
            ("(%)", ""),
            ("\u{feff}pns_id", "pns_id"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
