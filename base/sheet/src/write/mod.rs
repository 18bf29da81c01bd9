//! Sheets out.

mod bundle;
mod csv;
mod name;
mod xlsx;

pub use bundle::Bundle;
pub use csv::CsvWriter;
pub use name::{file_name, sheet_name};
pub use xlsx::{Value, XlsxWriter};
