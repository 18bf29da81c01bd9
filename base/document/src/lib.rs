//! Letters as PDF: templates in Typst, data as JSON, bytes out. The same letter on the same date is the
//! same file on every machine.
#![warn(missing_docs)]

mod bersih;
mod dunia;
mod gagal;
mod mesin;
mod qr;

pub use gagal::Gagal;
pub use mesin::Mesin;
