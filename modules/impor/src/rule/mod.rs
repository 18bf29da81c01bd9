//! What a file means: pure, from cells to facts and findings.

pub mod columns;
pub mod nominatif;
pub mod trouble;
