//! CSV written by hand: test files need what a careful writer would never produce.

use super::{NominatifSpec, hostile::BROKEN};
use std::io::{self, Write};

/// Writes records with the separators of a spec.
pub struct Csv<'a, W: Write> {
    out: &'a mut W,
    delimiter: u8,
    end: &'static [u8],
    line: Vec<u8>,
}

impl<'a, W: Write> Csv<'a, W> {
    /// Begins a file: the byte order mark first, when asked for.
    pub fn new(spec: &NominatifSpec, out: &'a mut W) -> io::Result<Csv<'a, W>> {
        if spec.bom {
            out.write_all(b"\xEF\xBB\xBF")?;
        }
        let end: &[u8] = if spec.crlf { b"\r\n" } else { b"\n" };
        Ok(Csv { out, delimiter: spec.delimiter, end, line: Vec::with_capacity(2_048) })
    }

    /// Adds a cell to the record, quoted only when it must be.
    pub fn cell(&mut self, text: &str) {
        if !self.line.is_empty() {
            self.line.push(self.delimiter);
        }
        let bytes = text.as_bytes();
        let must = |b: &u8| matches!(b, b'"' | b'\n' | b'\r') || *b == self.delimiter;
        if !bytes.iter().any(must) {
            // An empty first cell still counts as a cell.
            if bytes.is_empty() && self.line.is_empty() {
                self.line.extend_from_slice(b"\"\"");
            }
            self.line.extend_from_slice(bytes);
            return;
        }
        self.line.push(b'"');
        for &byte in bytes {
            if byte == b'"' {
                self.line.push(b'"');
            }
            self.line.push(byte);
        }
        self.line.push(b'"');
    }

    /// Ends the record.
    pub fn end(&mut self) -> io::Result<()> {
        self.line.extend_from_slice(self.end);
        self.out.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }

    /// Ends a record whose mark for broken bytes becomes bytes that are no UTF-8.
    pub fn end_broken(&mut self) -> io::Result<()> {
        let mark = BROKEN.to_string().into_bytes();
        if let Some(place) = self.line.windows(mark.len()).position(|w| w == mark) {
            self.line.splice(place..place + mark.len(), [0xE9, 0xC3, 0x28]);
        }
        self.end()
    }

    /// A whole record.
    pub fn record<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        for cell in cells {
            self.cell(cell);
        }
        self.end()
    }
}
