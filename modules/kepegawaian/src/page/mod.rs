//! Gather, decide, say: the list, one person, the list as a file.

mod circle;
mod daftar;
mod ekspor;
mod words;

pub use daftar::list;
pub use ekspor::csv;
