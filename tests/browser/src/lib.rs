//! Sinergi as a person meets it: the real binary, a real browser, whole journeys.
//!
//! Reading order: `server` (the product under test), `chrome` (the browser), `tab` (what a
//! person does in it), `halaman` (every selector and text in one place), `a11y` (what everyone
//! must be able to use), `nominatif` (a file as an office uploads it), `runner` (the list).
//!
//! This crate imports none of ours: it knows the product by its pages and its command line only.

pub mod a11y;
pub mod chrome;
pub mod halaman;
pub mod http;
pub mod nominatif;
pub mod runner;
pub mod server;
pub mod tab;

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a page may take before a journey gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often a condition is looked at.
pub const TICK: Duration = Duration::from_millis(50);

/// Looks again and again until `found` answers, for at most `patience`.
pub fn poll<T>(what: &str, patience: Duration, mut found: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = found()? {
            return Ok(answer);
        }
        if start.elapsed() > patience {
            bail!("waited {} s for {what}", patience.as_secs());
        }
        sleep(TICK);
    }
}
