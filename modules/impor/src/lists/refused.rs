//! The rows that were refused, in their own columns and with the reason: to be put right and sent again.

use crate::check::Unchecked;
use crate::file::{ORIGIN, REASON};
use crate::lists::file::Rows;
use crate::lists::{ListAsk, ListCheck, confirm};
use sheet::{CellRules, CsvWriter};
use std::io::Write;
use std::path::Path;

/// Writes the refused rows of a checked list as CSV, in the dress of the export (see [`crate::export`]).
/// Answers how many.
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
    csv.kept_row(columns.iter().map(|c| c.1.as_str()).chain([ORIGIN, REASON])).map_err(failed)?;
    let mut written = 0;
    while let Some(row) = rows.next_row()? {
        let Some(reason) = u32::try_from(row.number()).ok().and_then(|n| check.reasons.get(&n)) else {
            continue;
        };
        let origin = row.number().to_string();
        let cells = columns.iter().map(|(place, _)| CellRules::read(row.cell(*place).text));
        csv.kept_row(cells.chain([origin.as_str(), reason.as_str()])).map_err(failed)?;
        written += 1;
    }
    csv.finish().and_then(|mut out| out.flush()).map_err(failed)?;
    Ok(written)
}

fn failed(e: std::io::Error) -> Unchecked {
    Unchecked::Failed(e.to_string())
}
