//! Gather, decide, say: the list, one person, the list as a file.

mod circle;
mod daftar;
mod ekspor;
mod pegawai;
mod words;

pub use daftar::list;
pub use ekspor::csv;
pub use pegawai::person;
