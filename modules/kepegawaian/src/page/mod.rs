//! Gather, decide, say: the list, one person, the list as a file.

mod buka;
mod catat;
pub(crate) mod circle;
mod daftar;
mod ekspor;
mod kolom;
mod panel;
mod pegawai;
mod tampilan;
mod terpilih;
pub(crate) mod words;

pub use buka::{form as open_form, open, seen};
pub use catat::{banding, document, form as record_form, pos, send as record};
pub use daftar::list;
pub use ekspor::{chosen_csv, csv};
pub use pegawai::mengapa::{choose, law_date, letter, list as services, positions, service};
pub use pegawai::{kata, person};
pub use tampilan::{form as view_form, keep as keep_view, remove as remove_view};
pub use terpilih::print;
