//! Sheets in and out: CSV and XLSX, read row by row and written row by row.
//!
//! This crate knows no civil servant. It knows what arrives in an office: a file
//! called `.xlsx` that is a PDF, a CSV with semicolons, a header under three merged
//! title rows, a digit string eaten by a spreadsheet program, an archive that unpacks
//! to a terabyte. Whatever arrives ends in one of three ways:
//!
//! * a [`Row`] that says exactly what the file says (nothing trimmed, nothing guessed);
//! * a row with [`Row::invalid`] filled, so good rows can be taken without bad ones;
//! * an [`Error::Refusal`]: an Indonesian sentence with what, where and what to do.
//!
//! ```no_run
//! use sheet::{Limits, Row};
//! # fn main() -> Result<(), sheet::Error> {
//! let mut reader = sheet::open("nominatif.xlsx".as_ref(), &Limits::default(), None)?;
//! let header = sheet::find_header(&mut reader, &["nip_baru", "nama"], 20)?;
//! let mut row = Row::default();
//! while reader.next_row(&mut row)? {
//!     if let Some(nip) = header.columns[0] {
//!         println!("{} {}", row.number(), sheet::CellRules::read(row.cell(nip).text));
//!     }
//! }
//! # Ok(())
//! # }
//! ```
#![cfg_attr(not(test), warn(missing_docs))]

mod format;
mod header;
mod limits;
mod read;
mod reader;
mod refusal;
mod row;
mod rules;
mod serial;
mod write;

pub use format::Format;
pub use header::{Header, find_header, slug};
pub use limits::Limits;
pub use reader::{Reader, open};
pub use refusal::{Error, Refusal, code};
pub use row::{Cell, Kind, ORIGIN, REASON, Row, column_name, is_ours};
pub use rules::{CellRules, guarded, loses_digits, needs_guard, strip_guard};
pub use serial::{DateSystem, excel_serial_to_date};
pub use write::{Bundle, CsvWriter, Value, XlsxWriter, file_name, sheet_name};
