//! The nominatif out again: for every imported person the cells that came in, except where a later
//! document changed what they state.
//!
//! Two dresses, the same cells, and a file of either read in again says nothing new:
//!
//! * **CSV** with a byte order mark, so that Excel reads é as é, and with the apostrophe SIASN's own files
//!   carry in front of what Excel would take for another number (NIP, NIK, telephone, code `01`) or for a
//!   formula. The apostrophe is seen in the cell and survives opening and saving; one is taken off when the
//!   file is read. Dates stay bare, as in SIASN's files: a guarded date could not be sorted.
//! * **XLSX** with text cells only, for people: nothing is seen that is not in the data, and Excel changes
//!   nothing. A cell that begins with an apostrophe of its own gets a second one, because readers of
//!   either format take one off.

use crate::rule::columns::{COLUMNS, Part, at, stem};
use crate::store::{EXPORT_PAGE, EXPORT_ROWS, OTHER_ENTRIES, replaces};
use kernel::{AsOf, Cells, Date, EntryId, PegawaiId, Snapshot, Type};
use sheet::{CsvWriter, Value, XlsxWriter};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Write;
use store::{Bind, Conn, Error, Result};

/// People are read this many at a time; memory does not grow with the register.
const PAGE: i64 = 2_048;

/// In which dress the file goes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// `.csv`
    Csv,
    /// `.xlsx`
    Xlsx,
}

impl Format {
    /// What a name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    /// What a browser is told.
    pub fn content_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Writes every person of the node, or of one instansi, in the layout of the download and in the order
/// people entered the register. Answers how many.
///
/// # Errors
/// When the register cannot be read or the output does not take it.
pub fn export(
    conn: &mut Conn,
    instansi: Option<&str>,
    as_of: AsOf,
    format: Format,
    out: impl Write + Send,
) -> Result<u64> {
    let heading: Vec<&str> = COLUMNS.iter().map(|c| c.name).collect();
    match format {
        Format::Csv => {
            let mut csv = CsvWriter::with_bom(out)?;
            csv.kept_row(heading)?;
            let count = each_person(conn, instansi, as_of, |cells| Ok(csv.kept_row(cells.iter().copied())?))?;
            csv.finish()?.flush()?;
            Ok(count)
        }
        Format::Xlsx => {
            let mut book = XlsxWriter::new();
            book.sheet("Nominatif", &heading, &[]).map_err(unwritten)?;
            let count = each_person(conn, instansi, as_of, |cells| {
                let cells: Vec<Cow<'_, str>> = cells.iter().copied().map(apostrophe).collect();
                let row: Vec<Value<'_>> = cells.iter().map(|cell| Value::Text(cell)).collect();
                book.row(&row).map_err(unwritten)
            })?;
            book.finish(out).map_err(unwritten)?.flush()?;
            Ok(count)
        }
    }
}

fn apostrophe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with('\'') { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn unwritten(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => e.into(),
    }
}

/// Hands on the cells of one person after the other.
fn each_person(
    conn: &mut Conn,
    instansi: Option<&str>,
    as_of: AsOf,
    mut each: impl FnMut(&[&str]) -> Result<()>,
) -> Result<u64> {
    let (mut after, mut count) = ([0; 16], 0);
    loop {
        let people: Vec<([u8; 16], String)> =
            conn.all(&EXPORT_PAGE, &[Bind::Uuid(after), Bind::Int(PAGE)], |r| {
                Ok((r.uuid(0)?, r.text(1)?.to_owned()))
            })?;
        let Some(last) = people.last().map(|p| p.0) else { break };
        let range = [Bind::Uuid(after), Bind::Uuid(last)];
        // People about whom anything but download rows is recorded: their cells need a look.
        let touched: HashSet<[u8; 16]> =
            conn.all(&OTHER_ENTRIES, &range, |r| r.uuid(0))?.into_iter().collect();
        let mut rows: Vec<([u8; 16], EntryId, Cells)> = Vec::with_capacity(people.len());
        let mut newest = (Date::MIN, Vec::new());
        conn.for_each(&EXPORT_ROWS, &range, |r| {
            let id = r.uuid(0)?;
            let Some(row) = r.opt_blob(4)?.map(kernel::codec::read_source_row).transpose()?.flatten() else {
                return Ok(());
            };
            let (day, hash) = (r.opt_date(2)?.unwrap_or(Date::MIN), r.blob(3)?);
            // Rows come in the order they were recorded; the newest download of a person remains.
            match rows.last_mut().filter(|l| l.0 == id) {
                Some(_) if !replaces((newest.0, &newest.1), (day, hash), as_of.effective) => return Ok(()),
                Some(last) => (last.1, last.2) = (EntryId(r.uuid(1)?), row.cells),
                None => rows.push((id, EntryId(r.uuid(1)?), row.cells)),
            }
            newest = (day, hash.to_vec());
            Ok(())
        })?;
        let mut rows = rows.into_iter().peekable();
        for (id, owner) in people {
            let row = rows.next_if(|r| r.0 == id);
            if instansi.is_some_and(|wanted| wanted != owner) {
                continue;
            }
            match row {
                Some((_, _, cells)) if !touched.contains(&id) => each(&cells.iter().collect::<Vec<_>>())?,
                row => {
                    let (ledger, _) = store::people::ledger(conn, PegawaiId(id))?;
                    let snapshot = Snapshot::fold(&ledger, as_of);
                    let cells = amended(&snapshot, row.as_ref().map(|r| (r.1, &r.2)));
                    each(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
                }
            }
            count += 1;
        }
        after = last;
    }
    Ok(count)
}

/// Cells of a person with documents beyond the download: a cell gives way where another document
/// states something else; code and name of one thing give way together.
pub(crate) fn amended(snapshot: &Snapshot<'_>, source: Option<(EntryId, &Cells)>) -> Vec<String> {
    let stated = |part: Part| -> Option<(String, EntryId)> {
        match part {
            Part::Field(field) => snapshot.get(field).map(|s| (s.value.show(), s.row.id.entry)),
            Part::Tmt(kind) => snapshot.state(kind).and_then(|row| Some((row.fact.tmt?.dmy(), row.id.entry))),
        }
    };
    let Some((entry, cells)) = source else {
        return COLUMNS.iter().map(|c| stated(c.part).map(|s| s.0).unwrap_or_default()).collect();
    };
    // A later document that says the same in another notation (00 for 0, a serial date) changes nothing.
    let same = |part: Part, cell: &str, text: &str| {
        let cell = cell.trim();
        let ty = match part {
            Part::Tmt(_) => Type::Date,
            Part::Field(field) => field.info().ty,
        };
        cell == text
            || match ty {
                Type::Date => crate::rule::nominatif::read_date(cell).is_some_and(|d| d.dmy() == text),
                Type::Int => cell.parse::<i64>().is_ok_and(|n| n.to_string() == text),
                Type::Text => false,
            }
    };
    let changed: Vec<Option<String>> = COLUMNS
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let (text, from) = stated(column.part)?;
            (from != entry && !same(column.part, cells.get(place), &text)).then_some(text)
        })
        .collect();
    let touched: HashSet<&str> =
        COLUMNS.iter().zip(&changed).filter(|(_, new)| new.is_some()).map(|(c, _)| stem(c.name)).collect();
    COLUMNS
        .iter()
        .enumerate()
        .map(|(place, column)| match &changed[place] {
            Some(text) => text.clone(),
            None if touched.contains(stem(column.name)) && place != at::NIP => stated(column.part)
                .filter(|s| s.1 != entry || s.0 == cells.get(place).trim())
                .map(|s| s.0)
                .unwrap_or_default(),
            None => cells.get(place).to_owned(),
        })
        .collect()
}
