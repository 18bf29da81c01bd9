//! One door for both formats.

use std::collections::VecDeque;
use std::path::Path;

use crate::format::Format;
use crate::limits::Limits;
use crate::read::csv::CsvSource;
use crate::read::xlsx::XlsxSource;
use crate::refusal::{Error, Refusal, code};
use crate::row::Row;
use crate::serial::{DateSystem, excel_serial_to_date};

enum Source {
    Csv(Box<CsvSource>),
    Xlsx(Box<XlsxSource>),
}

/// A stream of rows. Memory stays at a few hundred kilobytes for CSV; for XLSX it is a few
/// batches of rows plus the workbook's table of shared strings.
pub struct Reader {
    source: Source,
    sheet_names: Vec<String>,
    /// Whether the caller named the sheet; if so, it is never changed for another.
    pub(crate) named: bool,
    /// Rows looked at and put back.
    ahead: VecDeque<Row>,
}

/// Opens a sheet. The format is told by content; `sheet` names a sheet of a workbook
/// (letter case and spaces around do not matter) and is ignored for CSV.
///
/// Without `sheet`, reading begins with the first visible sheet, and
/// [`find_header`](crate::find_header) may move to the one that holds the header.
///
/// # Errors
/// [`Error::Refusal`] when the content is not a sheet we accept, [`Error::Failure`] when the
/// file cannot be read.
pub fn open(path: &Path, limits: &Limits, sheet: Option<&str>) -> Result<Reader, Error> {
    match Format::of(path)? {
        Format::Csv => Ok(Reader {
            source: Source::Csv(Box::new(CsvSource::open(path, limits)?)),
            sheet_names: Vec::new(),
            named: true,
            ahead: VecDeque::new(),
        }),
        Format::Xlsx => {
            let mut source = XlsxSource::open(path, limits)?;
            let sheet_names: Vec<String> = source.sheets.iter().map(|s| s.name.clone()).collect();
            let index = match sheet {
                Some(name) => find_sheet(&sheet_names, name)?,
                None => source.sheets.iter().position(|s| s.visible).unwrap_or(0),
            };
            source.start(index)?;
            Ok(Reader {
                source: Source::Xlsx(Box::new(source)),
                sheet_names,
                named: sheet.is_some(),
                ahead: VecDeque::new(),
            })
        }
    }
}

fn find_sheet(names: &[String], wanted: &str) -> Result<usize, Error> {
    let plain = |name: &str| name.trim().to_lowercase();
    names
        .iter()
        .position(|n| n == wanted)
        .or_else(|| names.iter().position(|n| plain(n) == plain(wanted)))
        .ok_or_else(|| {
            Refusal::new(
                code::NO_SUCH_SHEET,
                format!(
                    "Lembar \"{wanted}\" tidak ada dalam buku kerja ini. Lembar yang ada: {}.",
                    names.join(", ")
                ),
            )
            .into()
        })
}

impl Reader {
    /// What the file turned out to be.
    pub fn format(&self) -> Format {
        match self.source {
            Source::Csv(_) => Format::Csv,
            Source::Xlsx(_) => Format::Xlsx,
        }
    }

    /// Names of all worksheets in order, hidden ones too; none for CSV.
    pub fn sheet_names(&self) -> &[String] {
        &self.sheet_names
    }

    /// The sheet being read; `None` for CSV.
    pub fn sheet(&self) -> Option<&str> {
        match &self.source {
            Source::Csv(_) => None,
            Source::Xlsx(source) => self.sheet_names.get(source.current).map(String::as_str),
        }
    }

    /// The delimiter found in a CSV file: `,` `;` or tab.
    pub fn delimiter(&self) -> Option<char> {
        match &self.source {
            Source::Csv(source) => Some(source.delimiter() as char),
            Source::Xlsx(_) => None,
        }
    }

    /// From which day the workbook counts.
    pub fn date_system(&self) -> DateSystem {
        match &self.source {
            Source::Csv(_) => DateSystem::default(),
            Source::Xlsx(source) => source.system,
        }
    }

    /// [`excel_serial_to_date`] by this workbook's own date system.
    pub fn serial_to_date(&self, text: &str) -> Option<(i32, u8, u8)> {
        excel_serial_to_date(text, self.date_system())
    }

    /// Reads the next row that holds anything into `row`, whose memory is used again.
    /// Returns `false` at the end. Blank rows are passed over but keep their numbers.
    ///
    /// A row that cannot be trusted comes with [`Row::invalid`] filled; the rows after it
    /// can still be read.
    ///
    /// # Errors
    /// [`Error::Refusal`] when the rest of the file cannot be read for what it contains,
    /// [`Error::Failure`] when the disk gives up. Reading must stop after either.
    pub fn next_row(&mut self, row: &mut Row) -> Result<bool, Error> {
        if let Some(mut kept) = self.ahead.pop_front() {
            std::mem::swap(row, &mut kept);
            return Ok(true);
        }
        match &mut self.source {
            Source::Csv(source) => source.next_row(row),
            Source::Xlsx(source) => source.next_row(row),
        }
    }

    /// Reads up to `max` rows and leaves them to be read again.
    pub(crate) fn look_ahead(&mut self, max: usize) -> Result<&VecDeque<Row>, Error> {
        while self.ahead.len() < max {
            let mut row = Row::default();
            let more = match &mut self.source {
                Source::Csv(source) => source.next_row(&mut row),
                Source::Xlsx(source) => source.next_row(&mut row),
            }?;
            if !more {
                break;
            }
            self.ahead.push_back(row);
        }
        Ok(&self.ahead)
    }

    /// Drops rows looked at, up to and including row `number`.
    pub(crate) fn drop_through(&mut self, number: u64) {
        while self.ahead.front().is_some_and(|row| row.number() <= number) {
            self.ahead.pop_front();
        }
    }

    /// Indexes of sheets that may be tried for a header, in order: visible ones, or all
    /// when none is.
    pub(crate) fn candidates(&self) -> Vec<usize> {
        let Source::Xlsx(source) = &self.source else { return vec![0] };
        if self.named {
            return vec![source.current];
        }
        let visible: Vec<usize> = (0..source.sheets.len()).filter(|&i| source.sheets[i].visible).collect();
        if visible.is_empty() { (0..source.sheets.len()).collect() } else { visible }
    }

    /// Moves to sheet `index` and its first row, unless that is where we stand.
    pub(crate) fn go_to(&mut self, index: usize) -> Result<(), Error> {
        match &mut self.source {
            Source::Xlsx(source) if source.current != index => {
                self.ahead.clear();
                source.start(index)
            }
            _ => Ok(()),
        }
    }
}
