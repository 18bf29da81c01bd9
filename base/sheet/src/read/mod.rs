//! Sources of rows.

pub(crate) mod csv;
pub(crate) mod package;
pub(crate) mod xlsx;
