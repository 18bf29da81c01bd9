//! What is wrong with a file, said to those who wrote it.

use std::fmt;

/// A refusal: file, row, what is wrong, what to do. An Indonesian sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    /// The file.
    pub file: &'static str,
    /// The row as an editor counts it, the header being row 1.
    pub row: Option<usize>,
    what: String,
}

impl Error {
    pub(super) fn new(file: &'static str, what: impl Into<String>) -> Error {
        Error { file, row: None, what: what.into() }
    }

    pub(super) fn at(file: &'static str, row: usize, what: impl Into<String>) -> Error {
        Error { file, row: Some(row), what: what.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(row) = self.row {
            write!(out, " baris {row}")?;
        }
        write!(out, ": {}. Perbaiki berkas lalu ulangi.", self.what)
    }
}
