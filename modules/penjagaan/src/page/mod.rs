//! Gather, decide, say.

mod baris;
mod berkas;
mod daftar;
mod lingkup;
mod matriks;
mod rekap;
mod ringkas;

pub use berkas::{csv, ics, xlsx};
pub use daftar::page as daftar;
