//! Gather, decide, say: the list, one person, the list as a file.

mod buka;
mod catat;
mod circle;
mod daftar;
mod ekspor;
mod kolom;
mod panel;
mod pegawai;
mod tampilan;
mod terpilih;
mod words;

pub use buka::{form as open_form, open, seen};
pub use catat::{document, form as record_form, send as record};
pub use daftar::list;
pub use ekspor::{chosen_csv, csv};
pub use pegawai::person;
pub use tampilan::{form as view_form, keep as keep_view, remove as remove_view};
pub use terpilih::print;
