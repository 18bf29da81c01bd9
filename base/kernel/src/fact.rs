//! What a base document states: facts, each one of three acts, under one document.

use crate::date::{Date, Stamp};
use crate::id::{EntryId, FactId, Subject};
use crate::kind::{Field, Kind};

/// A stated value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Value {
    /// As written, inner spaces and accents included.
    Text(Box<str>),
    /// A civil date.
    Date(Date),
    /// A whole number (see [`crate::kind::Type::Int`] for units).
    Int(i64),
}

impl Value {
    /// A text value.
    pub fn text(s: &str) -> Value {
        Value::Text(s.into())
    }
    /// The text, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(s) => Some(s),
            _ => None,
        }
    }
    /// The date, when it is one.
    pub fn as_date(&self) -> Option<Date> {
        match self {
            Value::Date(d) => Some(*d),
            _ => None,
        }
    }
    /// The number, when it is one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(n) => Some(*n),
            _ => None,
        }
    }
    /// As files write it: dates `dd-mm-yyyy`, numbers in digits.
    pub fn show(&self) -> String {
        match self {
            Value::Text(s) => s.to_string(),
            Value::Date(d) => d.dmy(),
            Value::Int(n) => n.to_string(),
        }
    }
}

/// One statement of one kind. Without fields it says that nothing of the kind is known any more.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fact {
    /// What it is about.
    pub kind: Kind,
    /// TMT: the first day it holds; `None` when the document does not say ("diketahui sejak").
    pub tmt: Option<Date>,
    /// The first day it no longer holds, for kinds with an end.
    pub until: Option<Date>,
    /// Field and value, ascending by field, each field at most once.
    pub values: Vec<(Field, Value)>,
}

impl Fact {
    /// A fact with its values brought into order; a field stated twice keeps the last value.
    pub fn new(kind: Kind, tmt: Option<Date>, values: impl IntoIterator<Item = (Field, Value)>) -> Fact {
        let mut sorted: Vec<(Field, Value)> = Vec::new();
        for (field, value) in values {
            debug_assert_eq!(field.kind(), kind);
            match sorted.binary_search_by_key(&field, |v| v.0) {
                Ok(i) => sorted[i].1 = value,
                Err(i) => sorted.insert(i, (field, value)),
            }
        }
        Fact { kind, tmt, until: None, values: sorted }
    }

    /// The same fact with a first day on which it no longer holds.
    pub fn until(mut self, day: Option<Date>) -> Fact {
        self.until = day;
        self
    }

    /// The value of a field, when stated.
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.values.binary_search_by_key(&field, |v| v.0).ok().map(|i| &self.values[i].1)
    }

    /// The text of a field, when stated.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.get(field).and_then(Value::as_text)
    }
}

/// What a document does with a fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Act {
    /// Perubahan: a new fact from a day on.
    Perubahan,
    /// Ralat: the named fact was recorded wrongly; this is what it should have said.
    Ralat(FactId),
    /// Pembatalan: the named fact is annulled, as if never decided.
    Pembatalan(FactId),
}

/// How much a base document weighs when two speak of the same day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Rank {
    /// A state seen in a download: superseded by any document proper.
    Unduhan = 0,
    /// A list or recap someone answers for (SKP recap, contract list).
    Rekap = 1,
    /// Certificate, ijazah, letter.
    Surat = 2,
    /// SK of an official, court ruling.
    Sk = 3,
}

impl Rank {
    /// From the number in the journal.
    pub fn from_code(code: u8) -> Option<Rank> {
        [Rank::Unduhan, Rank::Rekap, Rank::Surat, Rank::Sk].get(usize::from(code)).copied()
    }

    /// How much a document of this name weighs.
    pub fn of_name(jenis: &str) -> Rank {
        let word = jenis.split_whitespace().next().unwrap_or("").to_lowercase();
        match word.as_str() {
            "sk" | "keputusan" | "putusan" => Rank::Sk,
            // What came from a download or a recap stays one when it is written out and read again.
            "unduhan" => Rank::Unduhan,
            "rekap" => Rank::Rekap,
            _ if jenis.to_lowercase().starts_with("surat keputusan") => Rank::Sk,
            _ => Rank::Surat,
        }
    }
}

/// The base document (dasar) of an entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Document {
    /// Its weight.
    pub rank: Rank,
    /// What it is: "SK Gubernur", "Unduhan SIASN", "Ijazah".
    pub jenis: String,
    /// Its number, empty when it has none.
    pub nomor: String,
    /// Its own date; for a download the day the data are of.
    pub tanggal: Option<Date>,
    /// Who signed, empty when unknown.
    pub penandatangan: String,
    /// SHA-256 of the file it came in, when there is one.
    pub berkas: Option<[u8; 32]>,
    /// Sheet row in that file, from 1 as people count.
    pub baris: Option<u32>,
    /// Several documents on one day are numbered in the order they are to be applied.
    pub urut: u16,
}

/// Texts in order, kept in one buffer: a row of 67 cells costs two allocations.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    /// None yet, with room for as much as these hold: rows of one file are much alike.
    pub fn room(&self) -> Cells {
        Cells { text: String::with_capacity(self.text.len()), ends: Vec::with_capacity(self.ends.len()) }
    }
    /// Appends a cell.
    #[inline]
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
    }
    /// How many cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
    /// The n-th cell, `""` past the end.
    #[inline]
    pub fn get(&self, n: usize) -> &str {
        let start = if n == 0 { 0 } else { self.ends.get(n - 1).copied().unwrap_or(0) as usize };
        self.ends.get(n).map_or("", |&end| &self.text[start..end as usize])
    }
    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|n| self.get(n))
    }
    /// Forgets the cells, keeps the buffers.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}

/// A row of a file as it came in.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SourceRow {
    /// Which published layout the cells follow (1 = the 67 columns of BKN's nominatif download).
    pub layout: u16,
    /// The cells in the order of the layout.
    pub cells: Cells,
    /// Columns beyond the layout, by name.
    pub extra: Vec<(Box<str>, Box<str>)>,
}

/// One journal entry: one base document about one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Who recorded it: account name, or "operator" for the command line.
    pub actor: String,
    /// Whom or what it is about.
    pub subject: Subject,
    /// The paper it rests on.
    pub document: Document,
    /// What it says; empty for an entry that only keeps its source row.
    pub acts: Vec<(Act, Fact)>,
    /// The source row cell by cell, so that it can be written back unaltered.
    pub row: Option<SourceRow>,
    /// What else belongs to the entry by name: the absent of a download, the closing of a work item.
    pub notes: Vec<(Box<str>, Box<str>)>,
}
