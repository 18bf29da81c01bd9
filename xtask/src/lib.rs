//! The house's own chores, written against the standard library alone so that
//! `cargo x` answers within seconds on a fresh clone.
//!
//! It reads text and starts programs. It never becomes a dependency of anything
//! that ships, and it knows no word of the field.

pub mod api;
pub mod bench;
pub mod machine;
pub mod new_module;
pub mod setup;
pub mod steps;
pub mod test;
pub mod tidy;

use std::path::{Path, PathBuf};

/// The workspace root: the folder above this crate's manifest.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A chore that could not be done, as one sentence for the terminal.
pub type Outcome = Result<(), String>;
