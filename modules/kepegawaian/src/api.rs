//! People for programs: the list, one person as of a moment, every statement about one, and what the law
//! answers about one. Who is
//! seen and what is masked follow from the same circle and the same sight as on the pages.

mod daftar;
mod nilai;
mod pegawai;
mod telaah;

pub use daftar::{LIST, list};
pub use pegawai::{HISTORY, ONE, history, one};
pub use telaah::{ASK, ask};
