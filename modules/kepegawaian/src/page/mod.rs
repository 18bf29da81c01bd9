//! Gather, decide, say: the list, one person, the list as a file.

mod buka;
mod catat;
mod circle;
mod daftar;
mod ekspor;
mod pegawai;
mod words;

pub use buka::{form as open_form, open, seen};
pub use catat::{document, form as record_form, send as record};
pub use daftar::list;
pub use ekspor::csv;
pub use pegawai::person;
