//! One coded answer about everybody, at any moment, as columns: golongan, status, jenis jabatan, unit.
//! A register answers everything about one moment; a history answers one thing about all moments,
//! for series, counts of past years and measures over a million people.
//!
//! The answer about a person is a map of two clocks: on which day (berlaku), as far as known when
//! (diketahui). [`changes`] draws that map with [`Snapshot`] itself and keeps its edges, so whatever a
//! snapshot decides is decided here too: ralat and pembatalan, the end of a state, a document against
//! a download, two facts of one day. What is kept of each edge is the day from which the code holds
//! and the span of knowing in which it does:
//!
//! ```text
//!   diketahui                           rows of this person
//!     later │ III/a │    III/c  ralat    day 1  known 1..     III/a
//!           ├───────┼───────────         day 2  known 1..2    III/b
//!   earlier │ III/a │    III/b           day 2  known 2..     III/c
//!           └───────┴─────────── berlaku
//!         day 1   day 2
//! ```
//!
//! At one moment of knowing a person has at most one row a day, ascending; the answer is the last
//! row in force, found without a branch.
//!
//! Limits: one code a person, so kinds of which several hold together need a code of their own
//! ("has a contract"); what the code is not made of (the document, its number) is not here, the
//! snapshot of the person has it; a code may depend on nothing but ledger and moment, for a history
//! does not hear when a table of the law changes.

use crate::date::{AsOf, Date, Stamp};
use crate::fact::Act;
use crate::kind::Kind;
use crate::ledger::Ledger;
use crate::snapshot::Snapshot;

/// One edge of the map of a person: from a day on a code holds, as known in `[from, until)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first day it holds; [`Date::MIN`] when since ever.
    pub day: Date,
    /// When it became known.
    pub from: Stamp,
    /// When it was no longer so; [`Stamp::MAX`] when it still is.
    pub until: Stamp,
    /// The code; 0 where nothing is known.
    pub code: u32,
}

/// The edges of one person, by day, then by when they became known. `code` reads the answer from a
/// snapshot that holds the rows of `kind` and no others; it may run on any core.
pub fn changes(ledger: &Ledger, kind: Kind, mut code: impl FnMut(&Snapshot<'_>) -> u32) -> Vec<Change> {
    let (days, moments) = edges(ledger, kind);
    let mut closed: Vec<Change> = Vec::with_capacity(days.len());
    let mut open: Vec<Change> = Vec::new();
    let mut now: Vec<Change> = Vec::new();
    for from in moments {
        let mut before = 0;
        for &day in &days {
            let code = code(&Snapshot::of_kind(ledger, kind, AsOf { effective: day, known: from }));
            if code != before {
                now.push(Change { day, from, until: Stamp::MAX, code });
                before = code;
            }
        }
        // What was known before and still is keeps its beginning; the rest has ended.
        for mut old in open.drain(..) {
            match now.iter_mut().find(|new| (new.day, new.code) == (old.day, old.code)) {
                Some(new) => new.from = old.from,
                None => {
                    old.until = from;
                    closed.push(old);
                }
            }
        }
        std::mem::swap(&mut open, &mut now);
    }
    closed.append(&mut open);
    closed.sort_unstable_by_key(|c| (c.day, c.from));
    closed
}

/// The days on which, and the moments from which, an answer about a kind can be another one.
fn edges(ledger: &Ledger, kind: Kind) -> (Vec<Date>, Vec<Stamp>) {
    let (mut days, mut moments) = (vec![Date::MIN], Vec::new());
    for row in ledger.rows() {
        // An annulment may stand under any kind; a ralat of another kind has no effect and costs little.
        if row.fact.kind != kind && row.act == Act::Perubahan {
            continue;
        }
        moments.push(ledger.head(row).recorded);
        if row.fact.kind == kind {
            days.extend([Some(ledger.since(row)), row.fact.until].into_iter().flatten());
        }
    }
    days.sort_unstable();
    days.dedup();
    moments.sort_unstable();
    moments.dedup();
    (days, moments)
}

/// One code of many people at all moments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Where the rows of each person begin, and where the last ones end.
    starts: Vec<u32>,
    /// Day of each row.
    tmt: Vec<i32>,
    /// Number of the stamp from which it is known, and of the one from which it no longer is.
    known: Vec<[u32; 2]>,
    code: Vec<u32>,
    /// The stamps, ascending: rows carry numbers, which are half as wide.
    stamps: Vec<Stamp>,
}

impl History {
    /// Begins an empty one.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows all people have together.
    pub fn rows(&self) -> usize {
        self.code.len()
    }

    /// The code of everybody at a moment, in the order they were pushed; 0 where nothing is known.
    pub fn fold(&self, as_of: AsOf, out: &mut Vec<u32>) {
        out.clear();
        out.reserve(self.len());
        let day = as_of.effective.days();
        // Row spans are numbers of stamps: known so far is every stamp up to this one.
        let known = self.stamps.partition_point(|s| *s <= as_of.known) as u32;
        out.extend(self.starts.windows(2).map(|pair| {
            let of = pair[0] as usize..pair[1] as usize;
            let rows = self.tmt[of.clone()].iter().zip(&self.known[of.clone()]).zip(&self.code[of]);
            let mut answer = 0;
            for ((tmt, [from, until]), code) in rows {
                let holds = (*tmt <= day) & (*from < known) & (known <= *until);
                answer = if holds { *code } else { answer };
            }
            answer
        }));
    }

    /// The code of one person at a moment.
    pub fn at(&self, person: usize, as_of: AsOf) -> u32 {
        let (Some(from), Some(until)) = (self.starts.get(person), self.starts.get(person + 1)) else {
            return 0;
        };
        let known = self.stamps.partition_point(|s| *s <= as_of.known) as u32;
        let holds = |i: &usize| {
            let [from, until] = self.known[*i];
            self.tmt[*i] <= as_of.effective.days() && from < known && known <= until
        };
        (*from as usize..*until as usize).rev().find(holds).map_or(0, |i| self.code[i])
    }
}

/// Gathers people one after another.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    starts: Vec<u32>,
    rows: Vec<Change>,
}

impl Builder {
    /// Adds the next person, whose rows are as [`changes`] gives them.
    pub fn push(&mut self, changes: &[Change]) {
        debug_assert!(changes.is_sorted_by_key(|c| (c.day, c.from)));
        self.starts.push(self.rows.len() as u32);
        self.rows.extend_from_slice(changes);
    }

    /// The columns.
    pub fn build(mut self) -> History {
        self.starts.push(self.rows.len() as u32);
        let mut stamps: Vec<Stamp> = self.rows.iter().flat_map(|r| [r.from, r.until]).collect();
        stamps.sort_unstable();
        stamps.dedup();
        // "For good" is no moment: a row that never ends is in force whatever is asked.
        stamps.pop_if(|last| *last == Stamp::MAX);
        let number = |stamp: Stamp| match stamp {
            Stamp::MAX => u32::MAX,
            stamp => stamps.partition_point(|s| *s < stamp) as u32,
        };
        let known = self.rows.iter().map(|r| [number(r.from), number(r.until)]).collect();
        History {
            tmt: self.rows.iter().map(|r| r.day.days()).collect(),
            known,
            code: self.rows.iter().map(|r| r.code).collect(),
            starts: self.starts,
            stamps,
        }
    }
}
