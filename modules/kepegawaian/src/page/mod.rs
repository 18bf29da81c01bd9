//! Gather, decide, say: the list, one person, the list as a file.

mod buka;
mod catat;
pub(crate) mod circle;
mod daftar;
mod ekspor;
mod pegawai;
pub(crate) mod words;

pub use buka::{form as open_form, open, seen};
pub use catat::{banding, document, form as record_form, pos, send as record};
pub use daftar::list;
pub use ekspor::csv;
pub use pegawai::{kata, person};
