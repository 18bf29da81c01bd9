//! What every check counts and lists, whatever its file is about.

use crate::rule::lists_plan::Outcome;
use crate::rule::trouble::{Trouble, Weight};
use std::collections::BTreeMap;

/// Lists are shown up to this length; files of refused rows are complete.
pub const LISTED: usize = 2_000;

/// A trouble with its row.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Row number as a spreadsheet program shows it; 0 when it is about no row.
    pub row: u32,
    /// NIP cell of that row; empty in lists that name their subject otherwise.
    pub nip: String,
    /// Whom or what the row is about, as the file names it.
    pub subject: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// The part of a verdict that is the same for every kind of file.
#[derive(Clone, Default, Debug)]
pub struct Summary {
    /// SHA-256 of the file.
    pub hash: [u8; 32],
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// Other sheets of the workbook with the same columns, not read.
    pub also: Vec<String>,
    /// Rows read.
    pub rows: u64,
    /// Rows about somebody or something the register does not know yet.
    pub new: u64,
    /// Rows that change what it holds.
    pub changed: u64,
    /// Rows that say what is known.
    pub same: u64,
    /// Rows that will not be taken.
    pub refused: u64,
    /// Rows taken with something doubtful.
    pub doubtful: u64,
    /// People of the register who are not in the file and go on the work list.
    pub absent: u64,
    /// How often each trouble occurs.
    pub counts: BTreeMap<&'static str, (Weight, u64)>,
    /// The first refusals.
    pub refusals: Vec<Listed>,
    /// The first doubts and notes.
    pub doubts: Vec<Listed>,
    /// Columns beyond the layout.
    pub extra: Vec<String>,
    /// Columns of the layout that are missing.
    pub missing: Vec<String>,
}

impl Summary {
    /// Rows that would be written.
    pub fn saved(&self) -> u64 {
        self.new + self.changed
    }

    /// Whether saving would write nothing at all: nobody is missing either.
    pub fn nothing(&self) -> bool {
        self.saved() == 0 && self.absent == 0
    }

    /// The count of rows with one outcome.
    pub(crate) fn of(&mut self, outcome: Outcome) -> &mut u64 {
        match outcome {
            Outcome::New => &mut self.new,
            Outcome::Changed => &mut self.changed,
            Outcome::Same => &mut self.same,
            Outcome::Refused => &mut self.refused,
        }
    }

    /// Takes back what was counted and listed about a row that turns out to be refused.
    pub(crate) fn withdraw(&mut self, row: u32, counted: &[(&'static str, Weight)]) {
        self.doubtful -= u64::from(counted.iter().any(|c| c.1 == Weight::Doubt));
        for (code, _) in counted {
            if let Some(count) = self.counts.get_mut(code) {
                count.1 -= 1;
            }
        }
        self.counts.retain(|_, count| count.1 > 0);
        self.doubts.retain(|listed| listed.row != row);
    }

    /// Counts a trouble, and lists it while there is room.
    pub(crate) fn note(&mut self, row: u32, nip: &str, subject: &str, trouble: Trouble) {
        self.counts.entry(trouble.code).or_insert((trouble.weight, 0)).1 += 1;
        let list = match trouble.weight {
            Weight::Refusal => &mut self.refusals,
            _ => &mut self.doubts,
        };
        if list.len() < LISTED {
            list.push(Listed { row, nip: nip.to_owned(), subject: subject.to_owned(), trouble });
        }
    }
}
