//! The two words for "no" that a sheet can give.

use std::fmt;

use crate::row::column_name;

/// Public, permanent codes. A code may retire; it is never reused.
pub mod code {
    /// The file holds nothing.
    pub const EMPTY: &str = "LEMBAR-01";
    /// The content is no sheet at all (PDF, image, HTML, another archive).
    pub const NOT_A_SHEET: &str = "LEMBAR-02";
    /// The old binary Excel format (.xls).
    pub const OLD_XLS: &str = "LEMBAR-03";
    /// Protected by a password.
    pub const PASSWORD: &str = "LEMBAR-04";
    /// A damaged workbook.
    pub const DAMAGED: &str = "LEMBAR-05";
    /// Larger than we accept.
    pub const TOO_LARGE: &str = "LEMBAR-06";
    /// Unpacks to far more than it should, or lies about its size.
    pub const BOMB: &str = "LEMBAR-07";
    /// An archive inside the archive, or too many parts.
    pub const PARTS: &str = "LEMBAR-08";
    /// Text in UTF-16.
    pub const UTF16: &str = "LEMBAR-09";
    /// A row that is not UTF-8.
    pub const NOT_UTF8: &str = "LEMBAR-10";
    /// A row with NUL bytes.
    pub const NUL: &str = "LEMBAR-11";
    /// A row with a quotation mark in the middle of a quoted cell.
    pub const STRAY_QUOTE: &str = "LEMBAR-12";
    /// A quotation mark that is never closed.
    pub const OPEN_QUOTE: &str = "LEMBAR-13";
    /// A cell larger than a spreadsheet program can hold.
    pub const CELL_TOO_LARGE: &str = "LEMBAR-14";
    /// Too many columns.
    pub const COLUMNS: &str = "LEMBAR-15";
    /// Too many rows.
    pub const ROWS: &str = "LEMBAR-16";
    /// No row looks like the header.
    pub const NO_HEADER: &str = "LEMBAR-17";
    /// A column name occurs twice.
    pub const TWICE: &str = "LEMBAR-18";
    /// The named sheet is not in the workbook.
    pub const NO_SUCH_SHEET: &str = "LEMBAR-19";
    /// Another office format (ODS, XLSB, DOCX).
    pub const OTHER_OFFICE: &str = "LEMBAR-20";
}

/// We will not read (or write) this, and here is what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// One of [`code`].
    pub code: &'static str,
    /// Indonesian: what, where, what to do.
    pub message: String,
    /// Row as a spreadsheet program numbers it, from 1.
    pub row: Option<u64>,
    /// Column, from 1 (A = 1).
    pub column: Option<u64>,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Refusal { code, message: message.into(), row: None, column: None }
    }

    /// `row` and `column` count from 1.
    pub(crate) fn at(mut self, row: u64, column: Option<usize>) -> Self {
        self.row = Some(row);
        self.column = column.map(|c| c as u64);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Refusal {}

/// Why a sheet could not be read or written.
#[derive(Debug)]
pub enum Error {
    /// The file is at fault; its sender can do something about it.
    Refusal(Refusal),
    /// The machine is at fault: disk, permissions, network.
    Failure(std::io::Error),
}

impl Error {
    /// The refusal, when the file is at fault.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refusal(refusal) => Some(refusal),
            Error::Failure(_) => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refusal(refusal) => refusal.fmt(f),
            Error::Failure(failure) => write!(f, "berkas tidak dapat dibaca atau ditulis: {failure}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Refusal(refusal)
    }
}

impl From<std::io::Error> for Error {
    fn from(failure: std::io::Error) -> Self {
        Error::Failure(failure)
    }
}

// Refusals that readers and writers share. Columns here count from 1, limits in bytes.

pub(crate) fn too_large(row: u64, column: usize, limit: usize) -> Refusal {
    Refusal::new(
        code::CELL_TOO_LARGE,
        format!(
            "Baris {row} kolom {} melebihi {} KB, lebih besar daripada yang muat di Excel. Periksa apakah pemisah baris hilang, lalu persingkat isinya.",
            column_name(column - 1),
            limit >> 10
        ),
    )
    .at(row, Some(column))
}

pub(crate) fn too_many_columns(row: u64, column: usize, limit: usize) -> Refusal {
    Refusal::new(
        code::COLUMNS,
        format!(
            "Baris {row} berisi data sampai kolom {}; batasnya {limit} kolom. Hapus kolom yang tidak perlu, lalu unggah lagi.",
            column_name(column - 1)
        ),
    )
    .at(row, Some(column))
}

pub(crate) fn too_many_rows(limit: u64) -> Refusal {
    Refusal::new(
        code::ROWS,
        format!("Lembar ini lebih dari {limit} baris. Bagi berkas menjadi beberapa bagian, lalu unggah satu per satu."),
    )
    .at(limit + 1, None)
}
