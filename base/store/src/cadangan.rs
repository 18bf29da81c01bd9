//! A whole node in one file, the same for both engines: a backup made on one is restored into the other.
//!
//! The file holds what cannot be made again: journals, checkpoints, keys, accounts, settings, kept files.
//! Derived tables are left out and follow from the journal when it is restored, so that nothing comes
//! back that the journal does not say.
//!
//! ```text
//! "SINERGI-CADANGAN\n" | format u16 | length u32 | header (CBOR) | frames (zlib) | SHA-256 | "SELESAI\n"
//! frame: tag u8 | length u32 | content; see `frame`
//! ```

mod check;
mod frame;
mod header;
mod make;
mod place;
mod reader;
mod restore;

pub use check::{Checked, check};
pub use header::{Header, JournalHead};
pub use make::{ALL, Made, make};
pub use restore::{Restored, restore};

use crate::error::Error;
use crate::schema::{BASE, DERIVED, JURNAL};
use crate::table::Table;
use std::path::Path;

/// How a backup begins.
const MAGIC: &[u8] = b"SINERGI-CADANGAN\n";
/// How a whole one ends.
const END: &[u8] = b"SELESAI\n";
/// The newest shape of the file this program knows.
pub const FORMAT: u16 = 1;
/// SHA-256 and [`END`].
const TRAILER: u64 = 32 + END.len() as u64;

/// Tables of a backup: those of the base that are not derived, and of `extra` all but `leave`. The
/// journal comes after the rows that say how to read it.
fn tables(extra: &[&'static Table], leave: &[&str]) -> Vec<&'static Table> {
    let follows = |t: &&Table| DERIVED.iter().any(|d| d.name == t.name) || leave.contains(&t.name);
    let mut all: Vec<&'static Table> = BASE.iter().chain(extra).copied().filter(|t| !follows(t)).collect();
    all.sort_by_key(|t| t.name == JURNAL.name);
    all
}

/// The file is not what was written.
fn broken(path: &Path, what: &str) -> Error {
    Error::Backup(format!("Cadangan {} rusak: {}.", path.display(), what.trim_end_matches('.')))
}
