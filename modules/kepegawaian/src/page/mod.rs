//! Gather, decide, say: the list, one person, the list as a file.

mod catat;
mod circle;
mod daftar;
mod ekspor;
mod pegawai;
mod words;

pub use catat::{banding, document, form as record_form, pos, send as record};
pub use daftar::list;
pub use ekspor::csv;
pub use pegawai::{kata, person};
