//! The smaller lists: units, posts, work agreements, SKP and history by kind. The same way as the
//! nominatif: check → preview → confirm, and what was refused out again.
//!
//! A list is read whole, so what it says follows from the file and the register and nothing else;
//! the same list a second time writes nothing.

pub mod check;
pub mod confirm;
pub mod export;
pub mod file;
mod organisation;
mod people;
pub mod refused;

pub use crate::rule::lists::{List, ListColumn, sample};
pub use check::{ListAsk, ListCheck, ListPreview, check_list};
pub use confirm::confirm_list;
pub use export::{export_riwayat, export_riwayat_of};
pub use refused::write_refused_list;
