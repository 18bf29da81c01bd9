//! Decision tables: CSV with a hit policy, a citation in every row, and proof that no row hides another.

mod proof;
mod read;

pub use read::read;

use crate::act::Span;
use crate::number::Exact;
use crate::reader::At;
use crate::value::{Known, Type, Value};
use kernel::Date;
use kernel::tables::Kepastian;

/// Which of several fitting rows answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// At most one row may fit; the loader proves it.
    Unik,
    /// The first that fits.
    Pertama,
    /// Of the last input column the greatest value that does not exceed what is asked.
    Turun,
}

/// What a cell accepts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Anything, also what is unknown.
    Any,
    /// One of these choices; `true` when known to be absent fits as well.
    Picks(Vec<u16>, bool),
    /// A number or day within bounds, both inclusive; days as days since 1970.
    Range(Option<Exact>, Option<Exact>),
    /// Strictly below, or strictly above.
    Open(Option<Exact>, Option<Exact>),
    /// Yes or no.
    Yes(bool),
    /// These words.
    Words(Box<str>),
    /// Known to be there, whatever it is.
    There,
    /// Known not to be there.
    Missing,
}

/// A table in one version, as an act states it.
#[derive(Clone, Debug)]
pub struct TableDef {
    /// Its name in norms.
    pub nama: Box<str>,
    /// Hit policy.
    pub policy: Policy,
    /// Whether every possible input must be covered.
    pub lengkap: bool,
    /// Days.
    pub span: Span,
    /// The act whose version ends where this one begins.
    pub menggantikan: Option<Box<str>>,
    /// Which regional acts may fill it.
    pub delegasi: Option<Box<str>>,
    /// Input columns.
    pub inputs: Vec<(Box<str>, Type)>,
    /// Output columns.
    pub outputs: Vec<(Box<str>, Type)>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Where it stands.
    pub at: At,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it accepts, by input column.
    pub cells: Vec<Cell>,
    /// The inputs as written.
    pub written: Vec<Box<str>>,
    /// What it answers, by output column; `None` where the cell is empty.
    pub outs: Vec<Option<Value>>,
    /// Article.
    pub dasar: Box<str>,
    /// How sure.
    pub kepastian: Kepastian,
    /// Days.
    pub span: Span,
    /// What a reader should know.
    pub catatan: Box<str>,
    /// Line of the file.
    pub baris: u32,
}

/// What a look-up found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// This row.
    Row(usize),
    /// It depends on what is not known.
    Unknown,
    /// The table says nothing of this.
    Nothing,
}

/// The number a value is compared by in a range: days count from 1970.
pub fn measure(value: &Value) -> Option<Exact> {
    match value {
        Value::Num(n) => Some(*n),
        Value::Day(d) => Some(Exact::int(i64::from(d.days()))),
        _ => None,
    }
}

impl Cell {
    /// Whether it accepts a fact; `None` when that is not known.
    pub fn accepts(&self, known: &Known) -> Option<bool> {
        match (self, known) {
            (Cell::Any, _) => Some(true),
            (_, Known::Unknown | Known::Conflict) => None,
            (Cell::Missing, known) => Some(*known == Known::Absent),
            (Cell::Picks(_, absent), Known::Absent) => Some(*absent),
            (_, Known::Absent) => Some(false),
            (Cell::There, Known::Is(_)) => Some(true),
            (Cell::Picks(list, _), Known::Is(Value::Pick(_, i))) => Some(list.contains(i)),
            (Cell::Yes(yes), Known::Is(Value::Yes(is))) => Some(yes == is),
            (Cell::Words(words), Known::Is(Value::Text(is))) => Some(words == is),
            (Cell::Range(low, high), Known::Is(value)) => {
                let n = measure(value)?;
                Some(low.is_none_or(|low| low <= n) && high.is_none_or(|high| n <= high))
            }
            (Cell::Open(low, high), Known::Is(value)) => {
                let n = measure(value)?;
                Some(low.is_none_or(|low| low < n) && high.is_none_or(|high| n < high))
            }
            _ => Some(false),
        }
    }

    pub(super) fn meets(&self, other: &Cell) -> bool {
        match (self, other) {
            (Cell::Any, _) | (_, Cell::Any) => true,
            (Cell::Missing, Cell::Missing) => true,
            (Cell::Missing, Cell::Picks(_, absent)) | (Cell::Picks(_, absent), Cell::Missing) => *absent,
            (Cell::Missing, _) | (_, Cell::Missing) => false,
            (Cell::There, _) | (_, Cell::There) => true,
            (Cell::Picks(a, n), Cell::Picks(b, m)) => (*n && *m) || a.iter().any(|x| b.contains(x)),
            (Cell::Yes(a), Cell::Yes(b)) => a == b,
            (Cell::Words(a), Cell::Words(b)) => a == b,
            (a, b) => {
                let ((al, ah, ao), (bl, bh, bo)) = (a.bounds(), b.bounds());
                let below = |high: Option<Exact>, low: Option<Exact>| match (high, low) {
                    (Some(high), Some(low)) => high < low || (high == low && (ao || bo)),
                    _ => false,
                };
                !below(ah, bl) && !below(bh, al)
            }
        }
    }

    pub(super) fn bounds(&self) -> (Option<Exact>, Option<Exact>, bool) {
        match self {
            Cell::Range(low, high) => (*low, *high, false),
            Cell::Open(low, high) => (*low, *high, true),
            _ => (None, None, false),
        }
    }
}

impl TableDef {
    /// Which row answers, among those in force on a law date.
    pub fn find(&self, inputs: &[Known], hukum: Date) -> Found {
        self.find_among(0..self.rows.len(), inputs, hukum)
    }

    /// The same among some of the rows.
    pub(super) fn find_among(
        &self,
        rows: impl Iterator<Item = usize>,
        inputs: &[Known],
        hukum: Date,
    ) -> Found {
        let mut maybe = false;
        let mut best: Option<(usize, Exact)> = None;
        for (i, row) in rows.map(|i| (i, &self.rows[i])).filter(|(_, r)| r.span.holds(hukum)) {
            let mut fits = Some(true);
            let last = row.cells.len().saturating_sub(1);
            for (at, (cell, known)) in row.cells.iter().zip(inputs).enumerate() {
                let accepted = match (self.policy, cell, known) {
                    (Policy::Turun, Cell::Range(Some(low), _), Known::Is(value)) if at == last => {
                        measure(value).map(|n| *low <= n)
                    }
                    _ => cell.accepts(known),
                };
                match accepted {
                    Some(true) => {}
                    Some(false) => fits = Some(false),
                    None if fits == Some(true) => fits = None,
                    None => {}
                }
                if fits == Some(false) {
                    break;
                }
            }
            match (fits, self.policy) {
                (Some(false), _) => {}
                (None, _) => maybe = true,
                (Some(true), Policy::Turun) => {
                    let step = row.cells.last().and_then(|c| c.bounds().0).unwrap_or(Exact::ZERO);
                    if best.is_none_or(|(_, s)| s < step) {
                        best = Some((i, step));
                    }
                }
                (Some(true), Policy::Pertama) if maybe => return Found::Unknown,
                (Some(true), _) => return Found::Row(i),
            }
        }
        match best {
            Some((i, _)) if !maybe => Found::Row(i),
            None if !maybe => Found::Nothing,
            _ => Found::Unknown,
        }
    }

    /// The next step above a value in the last input column of a `Turun` table, the others fitting.
    pub fn next_step(&self, inputs: &[Known], hukum: Date) -> Option<Exact> {
        let now = inputs.last().and_then(Known::value).and_then(measure)?;
        let rows = self.rows.iter().filter(|r| r.span.holds(hukum)).filter(|r| {
            let others = r.cells.len().saturating_sub(1);
            r.cells[..others].iter().zip(inputs).all(|(c, k)| c.accepts(k) == Some(true))
        });
        rows.filter_map(|r| r.cells.last()?.bounds().0).filter(|step| *step > now).min()
    }

    /// Which output column has this name.
    pub fn output(&self, nama: &str) -> Option<usize> {
        self.outputs.iter().position(|o| &*o.0 == nama)
    }
}
