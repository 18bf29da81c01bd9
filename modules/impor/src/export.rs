//! The nominatif out again: for every imported person the cells that came in, except where a later
//! document changed what they state.

use crate::rule::columns::{COLUMNS, Part, at, stem};
use crate::store::{EXPORT_PAGE, EXPORT_ROWS, OTHER_ENTRIES};
use kernel::{AsOf, Cells, EntryId, PegawaiId, Snapshot, Type};
use sheet::CsvWriter;
use std::collections::HashSet;
use std::io::Write;
use store::{Bind, Conn, Error, Result};

/// People are read this many at a time; memory does not grow with the register.
const PAGE: i64 = 2_048;

/// Writes every person of the node, or of one instansi, as CSV in the layout of the download, in the
/// order people entered the register. Answers how many.
pub fn export(conn: &mut Conn, instansi: Option<&str>, as_of: AsOf, out: impl Write) -> Result<u64> {
    let mut csv = CsvWriter::new(out);
    csv.row(COLUMNS.iter().map(|c| c.name))?;
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
        conn.for_each(&EXPORT_ROWS, &range, |r| {
            let id = r.uuid(0)?;
            let Some(row) = r.opt_blob(4)?.map(kernel::codec::read_source_row).transpose()?.flatten() else {
                return Ok(());
            };
            // Rows come oldest first: the newest of a person replaces the one before.
            match rows.last_mut().filter(|l| l.0 == id) {
                Some(last) => (last.1, last.2) = (EntryId(r.uuid(1)?), row.cells),
                None => rows.push((id, EntryId(r.uuid(1)?), row.cells)),
            }
            Ok(())
        })?;
        let mut rows = rows.into_iter().peekable();
        for (id, owner) in people {
            let row = rows.next_if(|r| r.0 == id);
            if instansi.is_some_and(|wanted| wanted != owner) {
                continue;
            }
            match row {
                Some((_, _, cells)) if !touched.contains(&id) => write_cells(&mut csv, cells.iter())?,
                row => {
                    let (ledger, _) = store::people::ledger(conn, PegawaiId(id))?;
                    let snapshot = Snapshot::fold(&ledger, as_of);
                    let cells = amended(&snapshot, row.as_ref().map(|r| (r.1, &r.2)));
                    write_cells(&mut csv, cells.iter().map(String::as_str))?;
                }
            }
            count += 1;
        }
        after = last;
    }
    csv.finish()?.flush()?;
    Ok(count)
}

fn write_cells<'c, W: Write>(csv: &mut CsvWriter<W>, cells: impl Iterator<Item = &'c str>) -> Result<()> {
    for cell in cells {
        csv.cell(cell)?;
    }
    csv.end_row().map_err(Error::from)
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
