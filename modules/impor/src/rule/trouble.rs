//! What is wrong or odd in a file, with where it stands and what to do.

/// How grave.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// Taken, but look at it.
    Doubt,
    /// The row is not taken.
    Refusal,
}

/// One thing in one row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// Permanent public code: `IMP-01`.
    pub code: &'static str,
    /// How grave.
    pub weight: Weight,
    /// Column name, empty when it is about the whole row.
    pub column: String,
    /// The cell as it stands, shortened.
    pub value: String,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// What to do.
    pub suggestion: String,
}

/// Cells are shown up to this many characters.
const SHOWN: usize = 80;

impl Trouble {
    /// Whether it is told of a row: what else is odd in a refused one is no doubt about anything taken.
    pub fn matters(&self, row_refused: bool) -> bool {
        !row_refused || self.weight == Weight::Refusal
    }

    /// A trouble with a cell.
    pub fn new(
        code: &'static str,
        weight: Weight,
        column: &str,
        value: &str,
        message: impl Into<String>,
        suggestion: impl Into<String>,
    ) -> Trouble {
        let mut shown: String = value.chars().take(SHOWN).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        Trouble {
            code,
            weight,
            column: column.to_owned(),
            value: shown,
            message: message.into(),
            suggestion: suggestion.into(),
        }
    }
}

/// Why a row is refused, all of it, as one cell.
pub fn reasons(troubles: &[Trouble]) -> String {
    let refusals = troubles.iter().filter(|t| t.weight == Weight::Refusal);
    let said: Vec<String> = refusals.map(|t| format!("{}: {} {}", t.code, t.message, t.suggestion)).collect();
    said.join(" ")
}
