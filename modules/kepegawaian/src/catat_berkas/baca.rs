//! The file as lines: cells by column, what cannot be read told by row.

use super::{Gagal, Pemeriksaan};
use crate::rule::catat::lembar::{COLUMNS, Line, NEEDED, is_field};
use sheet::{CellRules, Kind, Limits, Row};
use std::path::Path;

/// Heading rows are looked for this far down.
const HEADER_ROWS: usize = 20;

/// What is typed by hand is small; a larger file is another file.
fn limits() -> Limits {
    Limits {
        csv_bytes: 32 << 20,
        xlsx_bytes: 16 << 20,
        unpacked: 128 << 20,
        rows: 50_000,
        ..Limits::default()
    }
}

/// Reads every line.
pub(super) fn read(path: &Path, sheet: Option<&str>) -> Result<Pemeriksaan, Gagal> {
    let mut reader = sheet::open(path, &limits(), sheet)?;
    let header = sheet::find_header(&mut reader, &COLUMNS, HEADER_ROWS)?;
    let missing: Vec<&str> =
        NEEDED.into_iter().filter(|name| header.missing.iter().any(|missing| missing == name)).collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        return Err(Gagal::Ditolak(format!("Kolom {list} tidak ada. Lihat `sinergi catat --help`.")));
    }
    let mut check = Pemeriksaan { sheet: header.sheet.clone(), ..Pemeriksaan::default() };
    let known = header.columns.iter().zip(COLUMNS).filter_map(|(at, name)| Some(((*at)?, name.to_owned())));
    let mut columns: Vec<(usize, String)> = known.collect();
    for (at, name) in header.extra.iter().filter(|extra| !sheet::is_ours(&extra.1)) {
        let column = sheet::slug(name);
        if !is_field(&column) {
            check.unread.push(name.clone());
        } else if columns.iter().any(|c| c.1 == column) {
            return Err(Gagal::Ditolak(format!("Kolom {name} ada dua kali. Hapus salah satunya.")));
        }
        columns.push((*at, column));
    }
    columns.sort();
    let mut row = Row::default();
    while reader.next_row(&mut row)? {
        check.rows += 1;
        let reason = unreadable(&row, &columns);
        let cells = columns.iter().map(|(at, column)| {
            let text = CellRules::read(row.cell(*at).text).trim();
            (column.clone(), text.to_owned())
        });
        let line = Line { row: row.number(), cells: cells.filter(|c| !c.1.is_empty()).collect() };
        check.refused.extend(reason.map(|reason| (line.row, reason)));
        check.lines.push(line);
    }
    check.columns = columns.into_iter().map(|c| c.1).collect();
    Ok(check)
}

fn unreadable(row: &Row, columns: &[(usize, String)]) -> Option<String> {
    if let Some(refusal) = &row.invalid {
        return Some(refusal.message.clone());
    }
    columns.iter().find_map(|(at, column)| {
        let cell = row.cell(*at);
        let hint = if matches!(cell.kind, Kind::Text | Kind::Empty) { None } else { cell.hint() };
        hint.map(|hint| format!("{column}: {hint}"))
    })
}
