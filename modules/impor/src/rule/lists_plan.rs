//! What a list would do: a verdict about each row, and the entries that would be written.

use super::trouble::{Trouble, Weight};
use kernel::{Act, Document, EntryId, Fact, Field, Subject, Value};

/// What becomes of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It says something about which the register holds nothing.
    New,
    /// It changes what the register holds.
    Changed,
    /// The register holds it already.
    Same,
    /// It is not taken.
    Refused,
}

/// A row with what becomes of it.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Row number as a spreadsheet program shows it; 0 for what is about no row.
    pub row: u32,
    /// Whom or what it is about, for people.
    pub subject: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What is wrong or odd.
    pub troubles: Vec<Trouble>,
    /// What the register holds and would hold, as far as it would change.
    pub differences: Vec<Difference>,
}

/// One thing that would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What it is called.
    pub label: String,
    /// What the register holds.
    pub before: Option<String>,
    /// What it would hold.
    pub after: Option<String>,
}

impl Verdict {
    /// A row that is not taken.
    pub fn refused(row: u32, subject: impl Into<String>, troubles: Vec<Trouble>) -> Verdict {
        let differences = Vec::new();
        Verdict { row, subject: subject.into(), outcome: Outcome::Refused, troubles, differences }
    }
}

/// An entry that would be written: everything but its id, its moment and its author.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Stands for the id until there is one; targets of the same file name it.
    pub id: EntryId,
    /// Rows it comes from.
    pub rows: Vec<u32>,
    /// Whom or what it is about.
    pub subject: Subject,
    /// What it rests on; the file itself is added when it is written.
    pub document: Document,
    /// What it states.
    pub acts: Vec<(Act, Fact)>,
    /// Columns the register has no field for.
    pub notes: Vec<(Box<str>, Box<str>)>,
}

/// All of a file.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// One verdict a row, then those about no row.
    pub verdicts: Vec<Verdict>,
    /// The entries, in the order they are to be written.
    pub drafts: Vec<Draft>,
}

impl Plan {
    /// Rows in their order; entries in theirs, those that correct after those that state.
    pub fn sort(&mut self) {
        self.verdicts.sort_by_key(|v| (v.row == 0, v.row));
        let amends = |d: &Draft| d.acts.iter().any(|(act, _)| *act != Act::Perubahan);
        self.drafts.sort_by_key(|d| (amends(d), d.rows.first().copied()));
    }
}

/// The stand-in for the id of the entry that begins with a row: later than every real id, because what
/// is not yet written comes last.
pub fn provisional(row: u32) -> EntryId {
    let mut id = [0xff; 16];
    id[12..].copy_from_slice(&row.to_be_bytes());
    EntryId(id)
}

/// Whether any of them refuses the row.
pub fn refuses(troubles: &[Trouble]) -> bool {
    troubles.iter().any(|t| t.weight == Weight::Refusal)
}

/// Two facts side by side: what differs, in words. `None` shows as nothing; `named` tells a value better
/// than it stands, as a unit by its name.
pub fn describe(
    before: Option<&Fact>,
    after: Option<&Fact>,
    named: impl Fn(Field, &Value) -> Option<String>,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut put = |label: &str, before: Option<String>, after: Option<String>| {
        if before != after {
            differences.push(Difference { label: label.to_owned(), before, after });
        }
    };
    let day = |fact: Option<&Fact>| fact.and_then(|f| f.tmt).map(|d| d.dmy());
    put("TMT", day(before), day(after));
    // People count the last day; spans end on the first day after it.
    let last = |fact: Option<&Fact>| fact.and_then(|f| f.until).map(|d| d.add_days(-1).dmy());
    put("Sampai", last(before), last(after));
    let kind = before.or(after).map(|f| f.kind);
    for field in kind.map_or(&[][..], |kind| kind.info().fields) {
        let shown = |fact: Option<&Fact>| {
            fact.and_then(|f| f.get(*field)).map(|v| named(*field, v).unwrap_or_else(|| v.show()))
        };
        if *field != Field::PosId {
            put(field.info().label, shown(before), shown(after));
        }
    }
    differences
}
