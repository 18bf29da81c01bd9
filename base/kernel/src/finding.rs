//! A finding: something odd in the data. The work goes on; a finding never refuses.

use crate::check::Code;
use crate::kind::Field;

/// How much a finding weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing.
    Catatan,
    /// Probably wrong; look at the document.
    Ragu,
    /// Wrong, or a right of the person hangs on it.
    Berat,
}

impl Severity {
    /// What a page calls it.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Catatan => "Catatan",
            Severity::Ragu => "Ragu",
            Severity::Berat => "Berat",
        }
    }
}

/// One finding about one person or one unit, in the words a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Permanent code.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// What was found, with the very values.
    pub message: String,
    /// What to do about it.
    pub suggestion: String,
    /// The field to look at first.
    pub field: Option<Field>,
}
