//! A list being read: all of its rows, whatever its format.

use crate::check::Unchecked;
use crate::file::is_ours;
use crate::lists::ListAsk;
use crate::rule::lists::List;
use crate::rule::lists_row::{Layout, Line};
use sheet::{CellRules, DateSystem, Header, Kind, Reader, Row};
use std::path::Path;

/// Heading rows are looked for this far down.
const HEADER_ROWS: usize = 20;
/// A list beyond this does not fit the promise that all of it is in memory.
pub const ROWS: usize = 200_000;

/// An open list, standing at its first row of data.
pub struct Rows {
    reader: Reader,
    /// Where the columns are.
    pub header: Header,
    /// Which columns there are.
    pub layout: Layout,
    row: Row,
}

impl Rows {
    /// Opens a file and finds its heading row.
    ///
    /// # Errors
    /// A refusal in Indonesian when the file is none, too big, or lacks a column that must be there.
    pub fn open(path: &Path, list: List, ask: &ListAsk<'_>) -> Result<Rows, Unchecked> {
        let columns = list.columns();
        let names: Vec<&str> = columns.iter().map(|c| c.name).collect();
        let mut reader = sheet::open(path, &ask.limits, ask.sheet)?;
        let mut header = sheet::find_header(&mut reader, &names, HEADER_ROWS)?;
        header.extra.retain(|(_, name)| !is_ours(name));
        let present: Vec<bool> = header.columns.iter().map(Option::is_some).collect();
        let missing = columns.iter().zip(&present).filter(|(c, present)| c.required && !**present);
        let missing: Vec<&str> = missing.map(|(c, _)| c.name).collect();
        if !missing.is_empty() {
            return Err(Unchecked::Refused(format!(
                "IMP-20: Kolom {} tidak ada di baris judul. {} memerlukannya; pakai contoh berkas sebagai pola.",
                missing.join(" dan "),
                list.label()
            )));
        }
        Ok(Rows { reader, header, layout: Layout { columns, present }, row: Row::default() })
    }

    /// The next row as the file has it; `None` at the end.
    pub fn next_row(&mut self) -> Result<Option<&Row>, Unchecked> {
        let more = self.reader.next_row(&mut self.row)?;
        Ok(more.then_some(&self.row))
    }

    /// Every row after the reading rules.
    pub fn lines(&mut self) -> Result<Vec<Line>, Unchecked> {
        let mut lines = Vec::new();
        while self.reader.next_row(&mut self.row)? {
            if lines.len() == ROWS {
                return Err(Unchecked::Refused(format!(
                    "IMP-21: Berkas memuat lebih dari {ROWS} baris. Bagi menjadi beberapa berkas."
                )));
            }
            lines.push(self.line());
        }
        Ok(lines)
    }

    fn line(&self) -> Line {
        let mut line = Line {
            number: self.row.number() as u32,
            unreadable: self.row.invalid.as_ref().map(|r| r.message.clone()),
            ..Line::default()
        };
        for (place, column) in self.header.columns.iter().enumerate() {
            let Some(column) = *column else {
                line.cells.push(String::new());
                continue;
            };
            let cell = self.row.cell(column);
            line.damaged.extend(cell.hint().map(|hint| (place, hint)));
            // Workbooks counting from 1904 are rare: their bare numbers become dates here, where it is known.
            let day = match (self.reader.date_system(), cell.kind) {
                (DateSystem::Y1904, Kind::Number) if self.layout.columns[place].date => {
                    self.reader.serial_to_date(cell.text)
                }
                _ => None,
            };
            line.cells.push(match (day, cell.kind) {
                (Some((y, m, d)), _) => format!("{d:02}-{m:02}-{y:04}"),
                (None, Kind::Text | Kind::Empty) => CellRules::read(cell.text).to_owned(),
                (None, _) => cell.text.to_owned(),
            });
        }
        line
    }
}
