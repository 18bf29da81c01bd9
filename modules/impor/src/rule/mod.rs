//! What a file means: pure, from cells to facts and findings.

pub mod columns;
pub mod day;
pub mod lists;
pub mod lists_plan;
mod lists_refusal;
pub mod lists_resolve;
pub mod lists_row;
pub mod lists_statement;
pub mod lists_unit;
pub mod nominatif;
pub mod trouble;
