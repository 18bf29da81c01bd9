//! The refused rows of a file in their own columns, with the reason: ready to be mended and sent again.

use crate::check::tally::{other_row, twice_trouble};
use crate::check::{Ask, Check, Unchecked, each_row};
use crate::file::{ORIGIN, REASON, Rows};
use crate::rule::columns::COLUMNS;
use crate::rule::nominatif::{RawRow, Reading};
use crate::rule::trouble::reasons;
use crate::store::Known;
use sheet::CsvWriter;
use std::io::Write;
use std::path::Path;

/// Writes them as CSV, in the dress of the export (see [`crate::export`]); answers how many. Every row is
/// judged again as the check judges it, so the list is complete however long.
///
/// # Errors
/// Refuses a file that cannot be read; fails when the output does not take it.
pub fn write(
    path: &Path,
    ask: &Ask<'_>,
    known: &Known,
    check: &Check,
    out: impl Write,
) -> Result<u64, Unchecked> {
    let mut rows = Rows::open(path, &ask.limits, ask.sheet)?;
    let failed = |e: std::io::Error| Unchecked::Failed(e.to_string());
    let mut csv = CsvWriter::with_bom(out).map_err(failed)?;
    let heading = COLUMNS.iter().map(|c| c.name).chain(check.summary.extra.iter().map(String::as_str));
    csv.kept_row(heading.chain([ORIGIN, REASON])).map_err(failed)?;
    let mut count = 0;
    each_row(&mut rows, ask, known, check, |raw, reading| {
        let Some(reason) = reason(raw, reading, check) else { return Ok(()) };
        let origin = raw.number.to_string();
        let cells = raw.cells.iter().chain(raw.extra.iter().map(|e| &*e.1));
        csv.kept_row(cells.chain([origin.as_str(), reason.as_str()])).map_err(failed)?;
        count += 1;
        Ok(())
    })?;
    csv.finish().and_then(|mut out| out.flush()).map_err(failed)?;
    Ok(count)
}

fn reason(raw: &RawRow, reading: &Reading, check: &Check) -> Option<String> {
    if reading.refused() {
        return Some(reasons(&reading.troubles));
    }
    // The first of two different rows with one NIP: nobody knew when it was read.
    let second = check.twice.get(&reading.nip?.as_u64())?;
    Some(reasons(&[twice_trouble(raw, other_row(*second))]))
}
