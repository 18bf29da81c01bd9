//! CSV by RFC 4180: comma, `\r\n`, quotation marks where needed, and a guard against
//! cells that a spreadsheet program would run (see [`crate::guarded`]).

use std::io::{self, BufWriter, Write};

use crate::rules::{loses_digits, needs_guard};

/// Bytes that force quotation marks. Semicolon and tab are there so that no program,
/// ours included, can take them for the delimiter.
const QUOTED: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b',' as usize] = true;
    table[b';' as usize] = true;
    table[b'\t' as usize] = true;
    table[b'\r' as usize] = true;
    table[b'\n' as usize] = true;
    table
};

/// Writes rows cell by cell. Nothing is kept but one buffer.
pub struct CsvWriter<W: Write> {
    out: BufWriter<W>,
    first: bool,
}

impl<W: Write> CsvWriter<W> {
    /// UTF-8 without a byte order mark.
    pub fn new(out: W) -> Self {
        CsvWriter { out: BufWriter::with_capacity(64 << 10, out), first: true }
    }

    /// UTF-8 with a byte order mark, so that Excel shows é and not Ã©.
    ///
    /// # Errors
    /// What the output says.
    pub fn with_bom(out: W) -> io::Result<Self> {
        let mut writer = CsvWriter::new(out);
        writer.out.write_all(b"\xEF\xBB\xBF")?;
        Ok(writer)
    }

    /// One cell of text, guarded when it would be taken for a formula.
    ///
    /// # Errors
    /// What the output says; so for every method here.
    pub fn cell(&mut self, text: &str) -> io::Result<()> {
        self.put(needs_guard(text), text)
    }

    /// One cell that always gets the apostrophe: long digit strings (NIP, NIK) the way SIASN
    /// writes them, so that a spreadsheet program keeps every digit.
    pub fn digits(&mut self, text: &str) -> io::Result<()> {
        self.put(!text.is_empty(), text)
    }

    /// One cell of a file that people open in a spreadsheet program and send back: with the apostrophe
    /// also where the program would make another number of it (see [`crate::loses_digits`]).
    pub fn kept(&mut self, text: &str) -> io::Result<()> {
        self.put(needs_guard(text) || loses_digits(text), text)
    }

    /// A whole row of such cells.
    pub fn kept_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            self.kept(cell)?;
        }
        self.end_row()
    }

    /// One number, without guard: a negative number is no formula.
    pub fn number(&mut self, number: i64) -> io::Result<()> {
        self.separate()?;
        write!(self.out, "{number}")
    }

    /// Ends the row.
    pub fn end_row(&mut self) -> io::Result<()> {
        self.first = true;
        self.out.write_all(b"\r\n")
    }

    /// A whole row of text cells.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            self.cell(cell)?;
        }
        self.end_row()
    }

    /// Writes out what is buffered and gives the output back.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(io::IntoInnerError::into_error)
    }

    #[inline]
    fn separate(&mut self) -> io::Result<()> {
        if self.first {
            self.first = false;
            return Ok(());
        }
        self.out.write_all(b",")
    }

    #[inline]
    fn put(&mut self, guard: bool, text: &str) -> io::Result<()> {
        self.separate()?;
        if !text.bytes().any(|b| QUOTED[b as usize]) {
            if guard {
                self.out.write_all(b"'")?;
            }
            return self.out.write_all(text.as_bytes());
        }
        self.out.write_all(if guard { b"\"'" } else { b"\"" })?;
        for (i, part) in text.split('"').enumerate() {
            if i > 0 {
                self.out.write_all(b"\"\"")?;
            }
            self.out.write_all(part.as_bytes())?;
        }
        self.out.write_all(b"\"")
    }
}
