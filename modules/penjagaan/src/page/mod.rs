//! Gather, decide, say: one service, the people it concerns, as a page, a calendar and a file.

mod daftar;
mod lingkup;

pub use daftar::{ics, page as daftar, xlsx};
