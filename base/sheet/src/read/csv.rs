//! CSV, read in one pass over the bytes.
//!
//! Written here rather than taken from the `csv` crate because that crate reads on
//! silently when a quotation mark is never closed or stands in the middle of a cell, and
//! an import must tell its user the line. On well-formed files both agree (tested).

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use crate::limits::Limits;
use crate::refusal::{Error, Refusal, code, too_large, too_many_columns, too_many_rows};
use crate::row::{Kind, Row, column_name};

const BUFFER: usize = 256 << 10;
/// A record longer than this is no row of people, however many cells it has.
const RECORD_BYTES: usize = 8 << 20;
/// Records looked at to find the delimiter; title rows may stand above the header.
const SNIFF_RECORDS: usize = 20;

/// What ended a cell.
#[derive(PartialEq)]
enum End {
    Cell,
    Line,
    File,
}

pub(crate) struct CsvSource {
    input: Box<dyn Read + Send>,
    buf: Vec<u8>,
    pos: usize,
    len: usize,
    delimiter: u8,
    /// Physical line of the next byte, from 1.
    line: u64,
    /// Records seen so far, blank ones included.
    record: u64,
    columns: usize,
    cell_bytes: usize,
    rows: u64,
}

impl CsvSource {
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<CsvSource, Error> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        if size > limits.csv_bytes {
            return Err(Refusal::new(
                code::TOO_LARGE,
                format!(
                    "Berkas CSV ini {} MB; batasnya {} MB. Bagi berkas menjadi beberapa bagian (misalnya per OPD), lalu unggah satu per satu.",
                    size.div_ceil(1 << 20),
                    limits.csv_bytes >> 20
                ),
            )
            .into());
        }
        CsvSource::new(Box::new(file), limits)
    }

    pub(crate) fn new(input: Box<dyn Read + Send>, limits: &Limits) -> Result<CsvSource, Error> {
        let mut source = CsvSource {
            input,
            buf: vec![0; BUFFER],
            pos: 0,
            len: 0,
            delimiter: b',',
            line: 1,
            record: 0,
            columns: limits.columns,
            cell_bytes: limits.cell_bytes,
            rows: limits.rows,
        };
        while source.len < BUFFER {
            match source.input.read(&mut source.buf[source.len..]) {
                Ok(0) => break,
                Ok(n) => source.len += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e.into()),
            }
        }
        if source.buf[..source.len].starts_with(b"\xEF\xBB\xBF") {
            source.pos = 3;
        }
        source.choose_delimiter(limits);
        Ok(source)
    }

    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Fills `row` with the next record that holds anything; `false` at the end.
    pub(crate) fn next_row(&mut self, row: &mut Row) -> Result<bool, Error> {
        loop {
            row.clear();
            if self.peek()?.is_none() {
                return Ok(false);
            }
            self.record += 1;
            row.number = self.record;
            row.line = self.line;
            self.read_record(row)?;
            if !row.is_blank() {
                if self.record > self.rows {
                    return Err(too_many_rows(self.rows).into());
                }
                return Ok(true);
            }
        }
    }

    fn read_record(&mut self, row: &mut Row) -> Result<(), Error> {
        let mut bytes = std::mem::take(&mut row.text).into_bytes();
        let mut stray_quote = None;
        loop {
            let start = bytes.len();
            let end = match self.peek()? {
                None => End::File,
                Some(b'"') => self.quoted(row, &mut bytes, &mut stray_quote)?,
                Some(_) => self.bare(row, &mut bytes, start)?,
            };
            let kind = if bytes.len() == start { Kind::Empty } else { Kind::Text };
            row.close_at(bytes.len(), kind, false);
            if row.len() > self.columns && kind != Kind::Empty {
                return Err(too_many_columns(row.number, row.len(), self.columns).into());
            }
            // Thousands of trailing separators are content of nobody, but bounded memory is.
            if bytes.len() > RECORD_BYTES || row.len() > 1 << 16 {
                return Err(too_large(row.number, row.len(), RECORD_BYTES).into());
            }
            if end != End::Cell {
                break;
            }
        }
        finish_text(row, bytes, stray_quote);
        Ok(())
    }

    /// A cell without quotation marks around it: everything up to delimiter or line end.
    fn bare(&mut self, row: &Row, bytes: &mut Vec<u8>, start: usize) -> Result<End, Error> {
        loop {
            let rest = &self.buf[self.pos..self.len];
            if let Some(i) = memchr3(self.delimiter, b'\n', b'\r', rest) {
                bytes.extend_from_slice(&rest[..i]);
                self.pos += i;
                if bytes.len() - start > self.cell_bytes {
                    return Err(too_large(row.number, row.len() + 1, self.cell_bytes).into());
                }
                return self.end_of_cell();
            }
            bytes.extend_from_slice(rest);
            self.pos = self.len;
            if bytes.len() - start > self.cell_bytes {
                return Err(too_large(row.number, row.len() + 1, self.cell_bytes).into());
            }
            if self.peek()?.is_none() {
                return Ok(End::File);
            }
        }
    }

    /// A cell that begins with a quotation mark. Doubled marks are one mark.
    fn quoted(&mut self, row: &Row, bytes: &mut Vec<u8>, stray: &mut Option<usize>) -> Result<End, Error> {
        self.pos += 1;
        let start = bytes.len();
        let opened = self.line;
        loop {
            let rest = &self.buf[self.pos..self.len];
            match memchr(b'"', rest) {
                None => {
                    bytes.extend_from_slice(rest);
                    self.pos = self.len;
                    if bytes.len() - start > self.cell_bytes || self.peek()?.is_none() {
                        return Err(open_quote(row.number, row.len() + 1, opened).into());
                    }
                    continue;
                }
                Some(i) => {
                    bytes.extend_from_slice(&rest[..i]);
                    self.pos += i + 1;
                }
            }
            if bytes.len() - start > self.cell_bytes {
                return Err(open_quote(row.number, row.len() + 1, opened).into());
            }
            match self.peek()? {
                Some(b'"') => {
                    bytes.push(b'"');
                    self.pos += 1;
                }
                next => {
                    self.line += line_breaks(&bytes[start..]);
                    return match next {
                        None => Ok(End::File),
                        Some(b) if b == self.delimiter || b == b'\n' || b == b'\r' => self.end_of_cell(),
                        // The mark did not close the cell. Reading on as bare text finds
                        // the next record again, so only this row is lost.
                        Some(_) => {
                            stray.get_or_insert(row.len() + 1);
                            bytes.push(b'"');
                            self.bare(row, bytes, start)
                        }
                    };
                }
            }
        }
    }

    /// Steps over the delimiter or line end the position stands on.
    fn end_of_cell(&mut self) -> Result<End, Error> {
        let b = self.buf[self.pos];
        self.pos += 1;
        if b == self.delimiter {
            return Ok(End::Cell);
        }
        self.line += 1;
        if b == b'\r' && self.peek()? == Some(b'\n') {
            self.pos += 1;
        }
        Ok(End::Line)
    }

    /// The next byte, or `None` at the end of the file.
    #[inline]
    fn peek(&mut self) -> Result<Option<u8>, Error> {
        if self.pos < self.len {
            return Ok(Some(self.buf[self.pos]));
        }
        self.pos = 0;
        self.len = loop {
            match self.input.read(&mut self.buf) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        Ok((self.len > 0).then(|| self.buf[0]))
    }

    /// Picks `,` `;` or tab: the one that splits the first records into the most cells the
    /// most evenly, with quotation marks respected. A first line `sep=;` decides outright,
    /// as it does in Excel.
    fn choose_delimiter(&mut self, limits: &Limits) {
        let sample = &self.buf[self.pos..self.len];
        let first = &sample[..memchr2(b'\n', b'\r', sample).unwrap_or(sample.len())];
        if let [b's', b'e', b'p', b'=', d @ (b',' | b';' | b'\t')] = first {
            self.delimiter = *d;
            self.pos += first.len();
            // The line ends like a record, and counts as row 1.
            let rest = &self.buf[self.pos..self.len];
            self.pos += if rest.starts_with(b"\r\n") { 2 } else { usize::from(!rest.is_empty()) };
            self.line += 1;
            self.record += 1;
            return;
        }
        let whole = self.len < BUFFER;
        let best = [b',', b';', b'\t']
            .into_iter()
            .map(|d| (evenness(sample, d, whole, limits), d))
            .fold((0, b','), |best, next| if next.0 > best.0 { next } else { best });
        self.delimiter = best.1;
    }
}

/// Delimiters per record times the number of records that agree on it.
fn evenness(sample: &[u8], delimiter: u8, whole: bool, limits: &Limits) -> usize {
    let mut probe = CsvSource {
        input: Box::new(io::empty()),
        buf: sample.to_vec(),
        pos: 0,
        len: sample.len(),
        delimiter,
        line: 1,
        record: 0,
        columns: 1 << 16,
        cell_bytes: limits.cell_bytes,
        rows: u64::MAX,
    };
    let mut counts = Vec::new();
    let mut row = Row::default();
    while counts.len() < SNIFF_RECORDS && matches!(probe.next_row(&mut row), Ok(true)) {
        let cut_off = !whole && probe.pos >= probe.len;
        if !cut_off {
            counts.push(row.len() - 1);
        }
    }
    let agree = |n: usize| counts.iter().filter(|&&c| c == n).count();
    // The first record is most often the header: its own count weighs double.
    let header = counts.first().copied().unwrap_or(0);
    counts.iter().map(|&n| n * agree(n) * if n == header { 2 } else { 1 }).max().unwrap_or(0)
}

/// Turns the record's bytes into text once, marking the row when they are none.
fn finish_text(row: &mut Row, bytes: Vec<u8>, stray_quote: Option<usize>) {
    let number = row.number;
    // Cells lie end to end without their delimiters, so two halves of a letter on both
    // sides of a delimiter would look whole: cells must also begin on whole letters.
    let split = |text: &String| row.ends().position(|end| !text.is_char_boundary(end));
    let checked = String::from_utf8(bytes)
        .map_err(|e| {
            let at = e.utf8_error().valid_up_to();
            (row.ends().position(|end| at < end).unwrap_or(0), e.into_bytes())
        })
        .and_then(|text| match split(&text) {
            None => Ok(text),
            Some(column) => Err((column, text.into_bytes())),
        });
    match checked {
        Ok(text) => row.text = text,
        Err((column, bytes)) => {
            let column = column + 1;
            let ends: Vec<usize> = row.ends().collect();
            let mut start = 0;
            row.replace_cells(ends.into_iter().map(|end| {
                let cell = String::from_utf8_lossy(&bytes[start..end]);
                start = end;
                cell
            }));
            row.invalid = Some(
                Refusal::new(
                    code::NOT_UTF8,
                    format!(
                        "Baris {number} kolom {} memuat huruf yang bukan UTF-8. Simpan ulang berkas sebagai \"CSV UTF-8\", atau perbaiki sel itu.",
                        column_name(column - 1)
                    ),
                )
                .at(number, Some(column)),
            );
            return;
        }
    }
    if let Some(at) = memchr(0, row.text.as_bytes()) {
        let column = row.ends().position(|end| at < end).unwrap_or(0) + 1;
        row.invalid = Some(
            Refusal::new(
                code::NUL,
                format!(
                    "Baris {number} kolom {} memuat karakter NUL (tanda berkas rusak). Perbaiki sel itu atau unduh ulang berkas.",
                    column_name(column - 1)
                ),
            )
            .at(number, Some(column)),
        );
    } else if let Some(column) = stray_quote {
        row.invalid = Some(
            Refusal::new(
                code::STRAY_QUOTE,
                format!(
                    "Baris {number} kolom {}: ada tanda kutip (\") di tengah sel berkutip. Tulis tanda kutip di dalam sel dua kali (\"\"), atau hapus.",
                    column_name(column - 1)
                ),
            )
            .at(number, Some(column)),
        );
    }
}

/// Physical line breaks in a quoted cell: `\n`, `\r\n` and lone `\r` count one each.
fn line_breaks(cell: &[u8]) -> u64 {
    if memchr2(b'\n', b'\r', cell).is_none() {
        return 0;
    }
    let feeds = memchr_iter(b'\n', cell).count();
    let lone = memchr_iter(b'\r', cell).filter(|&i| cell.get(i + 1) != Some(&b'\n')).count();
    (feeds + lone) as u64
}

fn open_quote(row: u64, column: usize, line: u64) -> Refusal {
    Refusal::new(
        code::OPEN_QUOTE,
        format!(
            "Tanda kutip (\") dibuka di baris teks {line} kolom {} dan tidak pernah ditutup. Hapus atau tutup tanda kutip itu, lalu unggah lagi.",
            column_name(column - 1)
        ),
    )
    .at(row, Some(column))
}
