//! A nominatif file being read: rows as [`RawRow`], whatever its format.

use crate::rule::columns::{COLUMNS, Part, at};
use crate::rule::nominatif::RawRow;
use sheet::{CellRules, DateSystem, Error, Format, Header, Kind, Limits, Reader, Row};
pub use sheet::{ORIGIN, REASON, is_ours};
use std::path::Path;

/// Heading rows are looked for this far down.
const HEADER_ROWS: usize = 20;

/// An open nominatif file, standing at its first row of data.
pub struct Rows {
    reader: Reader,
    /// Where the columns are.
    pub header: Header,
    row: Row,
    /// Cells up to the last known column.
    width: usize,
}

impl Rows {
    /// Opens a file and finds its heading row.
    ///
    /// # Errors
    /// A refusal in Indonesian when the file is none, too big, or without the columns that matter.
    pub fn open(path: &Path, limits: &Limits, sheet: Option<&str>) -> Result<Rows, Error> {
        let mut reader = sheet::open(path, limits, sheet)?;
        let known: Vec<&str> = COLUMNS.iter().map(|c| c.name).collect();
        let mut header = sheet::find_header(&mut reader, &known, HEADER_ROWS)?;
        header.extra.retain(|(_, name)| !is_ours(name));
        let width = header.columns.iter().flatten().max().map_or(0, |last| last + 1);
        Ok(Rows { reader, header, row: Row::default(), width })
    }

    /// Columns without which no row can be taken.
    pub fn lacks(&self) -> Vec<&'static str> {
        [at::NIP, at::NAMA]
            .into_iter()
            .filter(|&c| self.header.columns[c].is_none())
            .map(|c| COLUMNS[c].name)
            .collect()
    }

    /// Reads the next row; `false` at the end. Blank rows are passed over by the reader.
    pub fn next(&mut self, raw: &mut RawRow) -> Result<bool, Error> {
        if !self.reader.next_row(&mut self.row)? {
            return Ok(false);
        }
        raw.number = self.row.number() as u32;
        raw.cells.clear();
        raw.extra.clear();
        raw.damaged.clear();
        raw.unreadable = self.row.invalid.as_ref().map(|r| r.message.clone());
        // In a CSV every row has every comma; a shorter one was cut off, and what is missing is not "empty".
        let cut = self.reader.format() == Format::Csv && self.row.len() < self.width;
        if cut && raw.unreadable.is_none() {
            raw.unreadable = Some(format!(
                "Baris ini hanya berisi {} dari {} kolom: terpotong.",
                self.row.len(),
                self.width
            ));
        }
        for (place, column) in self.header.columns.iter().enumerate() {
            let Some(column) = *column else {
                raw.cells.push("");
                continue;
            };
            let cell = self.row.cell(column);
            if cell.kind == Kind::Text || cell.kind == Kind::Empty {
                raw.cells.push(CellRules::read(cell.text));
                continue;
            }
            if let Some(hint) = cell.hint() {
                raw.damaged.push((place as u8, hint));
            }
            // Workbooks counting from 1904 are rare: their bare numbers become dates here, where it is known.
            let day = match (self.reader.date_system(), cell.kind) {
                (DateSystem::Y1904, Kind::Number) if is_date(place) => self.reader.serial_to_date(cell.text),
                _ => None,
            };
            match day {
                Some((y, m, d)) => raw.cells.push(&format!("{d:02}-{m:02}-{y:04}")),
                None => raw.cells.push(cell.text),
            }
        }
        for (column, name) in &self.header.extra {
            raw.extra.push((name.as_str().into(), CellRules::read(self.row.cell(*column).text).into()));
        }
        Ok(true)
    }
}

fn is_date(place: usize) -> bool {
    match COLUMNS[place].part {
        Part::Tmt(_) => true,
        Part::Field(field) => field.info().ty == kernel::Type::Date,
    }
}
