//! XLSX with constant memory: rows go to a temporary file as they come.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::name::sheet_name;
use crate::refusal::{Error, too_large, too_many_columns};

/// Excel's last row, from 0.
const LAST_ROW: u32 = 1_048_575;
/// Excel's largest cell, in characters.
const CELL_CHARS: usize = 32_767;
const COLUMNS: usize = 16_384;
/// Whole numbers beyond this lose digits in Excel and go out as text.
const TYPED_DIGITS: u64 = 999_999_999_999_999;
const WIDTH: f64 = 16.0;
/// Packing effort, 1 to 9. For 100,000 rows of 67 columns: 2 takes 3.4 s and 52 MB, the usual 6 takes
/// 5.1 s and 43 MB; 1 is fast but its 67 MB would be over our own limit for reading.
const PACKING: u8 = 2;

/// One cell to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text: always a text cell in text format, never a formula, whatever it begins with.
    Text(&'a str),
    /// A count that people will add up; a number cell.
    Count(i64),
    /// Nothing.
    Empty,
}

/// Writes a workbook sheet by sheet and row by row.
pub struct XlsxWriter {
    book: Workbook,
    names: Vec<String>,
    header: Vec<String>,
    widths: Vec<f64>,
    wanted: String,
    next_row: u32,
    last_row: u32,
    text: Format,
    bold: Format,
    count: Format,
}

impl Default for XlsxWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl XlsxWriter {
    /// An empty workbook.
    pub fn new() -> Self {
        let text = Format::new().set_num_format("@");
        let mut book = Workbook::new();
        book.set_zip_compression_level(PACKING);
        // No clock is read: the same rows give the same bytes. Excel's own first day stands for "made".
        if let Ok(day) = ExcelDateTime::from_ymd(1900, 1, 1) {
            book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        }
        XlsxWriter {
            book,
            names: Vec::new(),
            header: Vec::new(),
            widths: Vec::new(),
            wanted: String::new(),
            next_row: 0,
            last_row: LAST_ROW,
            bold: text.clone().set_bold(),
            count: Format::new().set_num_format("0"),
            text,
        }
    }

    /// Begins a sheet with a bold header that stays in view. `widths` are in characters;
    /// columns without one get 16. The name is made acceptable ([`sheet_name`]). Rows beyond
    /// Excel's 1,048,576 continue on another sheet with the same header.
    ///
    /// # Errors
    /// A refusal for more columns than Excel has or a header cell that is too long; a
    /// failure when the temporary file cannot be written. So for [`row`](Self::row).
    pub fn sheet(&mut self, name: &str, header: &[&str], widths: &[f64]) -> Result<(), Error> {
        self.wanted = name.to_owned();
        self.header = header.iter().map(|&name| name.to_owned()).collect();
        self.widths = widths.to_vec();
        self.begin()
    }

    fn begin(&mut self) -> Result<(), Error> {
        let name = sheet_name(&self.wanted, &self.names);
        if self.header.len() > COLUMNS {
            return Err(too_many_columns(1, self.header.len(), COLUMNS).into());
        }
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failure)?;
        sheet.set_name(&name).map_err(failure)?;
        self.names.push(name);
        for i in 0..self.header.len() {
            let width = self.widths.get(i).copied().unwrap_or(WIDTH).clamp(1.0, 255.0);
            sheet.set_column_width(i as u16, width).map_err(failure)?;
            // The column carries the text format, because looking a format up for every
            // cell is half of the writing time (see `put_text`).
            sheet.set_column_format(i as u16, &self.text).map_err(failure)?;
        }
        if !self.header.is_empty() {
            sheet.set_freeze_panes(1, 0).map_err(failure)?;
        }
        for (i, title) in self.header.iter().enumerate() {
            put_text(sheet, 0, i, title, Some(&self.bold))?;
        }
        self.next_row = u32::from(!self.header.is_empty());
        Ok(())
    }

    /// Writes one row on the current sheet (an unnamed one is begun when there is none).
    ///
    /// # Errors
    /// See [`sheet`](Self::sheet).
    pub fn row(&mut self, cells: &[Value<'_>]) -> Result<(), Error> {
        if self.names.is_empty() || self.next_row > self.last_row {
            self.begin()?;
        }
        if cells.len() > COLUMNS {
            return Err(too_many_columns(u64::from(self.next_row) + 1, cells.len(), COLUMNS).into());
        }
        let row = self.next_row;
        let beyond = |i: usize| (i >= self.header.len()).then_some(&self.text);
        let sheet = self.book.worksheet_from_index(self.names.len() - 1).map_err(failure)?;
        for (i, cell) in cells.iter().enumerate() {
            match *cell {
                Value::Text("") | Value::Empty => {}
                Value::Text(text) => put_text(sheet, row, i, text, beyond(i))?,
                Value::Count(n) if n.unsigned_abs() > TYPED_DIGITS => {
                    put_text(sheet, row, i, &n.to_string(), beyond(i))?
                }
                Value::Count(n) => {
                    sheet.write_number_with_format(row, i as u16, n as f64, &self.count).map_err(failure)?;
                }
            }
        }
        self.next_row += 1;
        Ok(())
    }

    /// Writes the finished workbook. Seeking is not needed.
    ///
    /// # Errors
    /// A failure when the output does not take it.
    pub fn finish<W: Write + Send>(mut self, mut out: W) -> Result<W, Error> {
        if self.names.is_empty() {
            self.begin()?;
        }
        self.book.save_to_writer(&mut out).map_err(failure)?;
        Ok(out)
    }
}

/// Without `format` the cell takes the format of its column.
fn put_text(
    sheet: &mut Worksheet,
    row: u32,
    column: usize,
    text: &str,
    format: Option<&Format>,
) -> Result<(), Error> {
    // Cut silently, a cell would be a lie; Excel itself calls a longer one damage.
    if text.len() > CELL_CHARS && text.encode_utf16().count() > CELL_CHARS {
        return Err(too_large(u64::from(row) + 1, column + 1, CELL_CHARS).into());
    }
    match format {
        Some(format) => sheet.write_string_with_format(row, column as u16, text, format),
        None => sheet.write_string(row, column as u16, text),
    }
    .map_err(failure)?;
    Ok(())
}

fn failure(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(e) => Error::Failure(e),
        other => Error::Failure(std::io::Error::other(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With Excel's real limit this would write a million rows.
    #[test]
    fn rows_beyond_the_last_continue_on_another_sheet() -> Result<(), Error> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.xlsx");
        let mut writer = XlsxWriter::new();
        writer.last_row = 2;
        writer.sheet("Pegawai", &["nip", "nama"], &[20.0])?;
        for n in 0..5 {
            writer.row(&[Value::Text(&n.to_string()), Value::Text("x")])?;
        }
        writer.finish(std::fs::File::create(&path)?)?;
        let mut reader = crate::open(&path, &crate::Limits::default(), Some("pegawai (3)"))?;
        assert_eq!(reader.sheet_names(), ["Pegawai", "Pegawai (2)", "Pegawai (3)"]);
        let mut row = crate::Row::default();
        assert!(reader.next_row(&mut row)? && row.cell(0).text == "nip");
        assert!(reader.next_row(&mut row)? && row.cell(0).text == "4");
        assert!(!reader.next_row(&mut row)?);
        Ok(())
    }
}
