//! The rows that were refused, in their own columns and with the reason: to be put right and sent again.

use crate::check::Unchecked;
use crate::file::REASON;
use crate::lists::file::Rows;
use crate::lists::{ListAsk, ListCheck, confirm};
use sheet::{CellRules, CsvWriter};
use std::io::Write;
use std::path::Path;

/// Digit strings from this length on lose digits in a spreadsheet program.
const LONG: usize = 15;

/// Writes the refused rows of a checked list as CSV. Answers how many.
///
/// # Errors
/// Refuses when the file is no longer the checked one.
pub fn write_refused_list(
    path: &Path,
    ask: &ListAsk<'_>,
    check: &ListCheck,
    out: impl Write,
) -> Result<u64, Unchecked> {
    confirm::same_file(path, check.list, check)?;
    let mut rows = Rows::open(path, check.list, ask)?;
    let columns = rows.layout.columns.iter().zip(&rows.header.columns);
    let known = columns.filter_map(|(column, place)| Some(((*place)?, column.name.to_owned())));
    let mut columns: Vec<(usize, String)> = known.chain(rows.header.extra.iter().cloned()).collect();
    columns.sort();
    let mut csv = CsvWriter::with_bom(out).map_err(failed)?;
    csv.row(columns.iter().map(|c| c.1.as_str()).chain([REASON])).map_err(failed)?;
    let mut written = 0;
    while let Some(row) = rows.next_row()? {
        let Some(reason) = u32::try_from(row.number()).ok().and_then(|n| check.reasons.get(&n)) else {
            continue;
        };
        for (place, _) in &columns {
            let cell = CellRules::read(row.cell(*place).text);
            let long = cell.len() >= LONG && cell.bytes().all(|b| b.is_ascii_digit());
            if long { csv.digits(cell) } else { csv.cell(cell) }.map_err(failed)?;
        }
        csv.cell(reason).and_then(|()| csv.end_row()).map_err(failed)?;
        written += 1;
    }
    csv.finish().and_then(|mut out| out.flush()).map_err(failed)?;
    Ok(written)
}

fn failed(e: std::io::Error) -> Unchecked {
    Unchecked::Failed(e.to_string())
}
