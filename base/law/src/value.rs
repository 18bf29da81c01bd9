//! What a fact or a norm can be worth, and what it means not to know it.

use crate::number::Exact;
use crate::vocabulary::{JenisId, Vocabulary};
use kernel::{Date, FactId};

/// What kind of value something has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// A civil date.
    Tanggal,
    /// A whole number.
    Bilangan,
    /// A number with decimals, exact.
    Desimal,
    /// Whole rupiah.
    Rupiah,
    /// Yes or no.
    YaTidak,
    /// Words without order.
    Teks,
    /// One of a closed list.
    Pilihan(JenisId),
}

impl Type {
    /// Numbers compare with numbers, whatever they count.
    pub fn is_number(self) -> bool {
        matches!(self, Type::Bilangan | Type::Desimal | Type::Rupiah)
    }

    /// Whether values of both can be compared.
    pub fn meets(self, other: Type) -> bool {
        self == other || (self.is_number() && other.is_number())
    }
}

/// A value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A number.
    Num(Exact),
    /// A day.
    Day(Date),
    /// A choice, by its place in the list.
    Pick(JenisId, u16),
    /// Yes or no.
    Yes(bool),
    /// Words.
    Text(Box<str>),
}

impl Value {
    /// A whole number.
    pub fn int(n: i64) -> Value {
        Value::Num(Exact::int(n))
    }

    /// The number it is.
    pub fn num(&self) -> Option<Exact> {
        if let Value::Num(n) = self { Some(*n) } else { None }
    }

    /// The day it is.
    pub fn day(&self) -> Option<Date> {
        if let Value::Day(d) = self { Some(*d) } else { None }
    }

    /// Its place among others of the same type; `None` for words and for unlike types.
    pub fn order(&self, other: &Value) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Value::Num(a), Value::Num(b)) => Some(a.cmp(b)),
            (Value::Day(a), Value::Day(b)) => Some(a.cmp(b)),
            (Value::Pick(j, a), Value::Pick(k, b)) if j == k => Some(a.cmp(b)),
            (Value::Yes(a), Value::Yes(b)) => Some(a.cmp(b)),
            (Value::Text(a), Value::Text(b)) if a == b => Some(std::cmp::Ordering::Equal),
            _ => None,
        }
    }

    /// As files and command lines write it: `2026-04-01`, `12.5`, `III/a`, `ya`.
    pub fn code(&self, words: &Vocabulary) -> String {
        match self {
            Value::Num(n) => n.to_string(),
            Value::Day(d) => d.to_string(),
            Value::Pick(jenis, i) => words.jenis(*jenis).nilai(*i).to_owned(),
            Value::Yes(yes) => if *yes { "ya" } else { "tidak" }.to_owned(),
            Value::Text(t) => t.to_string(),
        }
    }

    /// As people read it: `1 April 2026`, `12,5`, `Sangat Baik`.
    pub fn show(&self, words: &Vocabulary) -> String {
        match self {
            Value::Num(n) => n.indonesian(),
            Value::Day(d) => long_date(*d),
            Value::Pick(jenis, i) => words.jenis(*jenis).label(*i).to_owned(),
            Value::Yes(_) | Value::Text(_) => self.code(words),
        }
    }
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `1 April 2026`.
pub fn long_date(day: Date) -> String {
    let (y, m, d) = day.ymd();
    let month = usize::try_from(m - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{d} {month} {y}")
}

/// A fact of one person or case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Known {
    /// It is known, and this is it.
    Is(Value),
    /// It is known that there is none: never punished, not a functional official.
    Absent,
    /// Documents of equal weight say different things.
    Conflict,
    /// Nobody has said.
    #[default]
    Unknown,
}

impl Known {
    /// The value, when it is known.
    pub fn value(&self) -> Option<&Value> {
        if let Known::Is(value) = self { Some(value) } else { None }
    }

    /// As people read it.
    pub fn show(&self, words: &Vocabulary) -> String {
        match self {
            Known::Is(value) => value.show(words),
            Known::Absent => "tidak ada".to_owned(),
            Known::Conflict => "dokumennya bertentangan".to_owned(),
            Known::Unknown => "belum diketahui".to_owned(),
        }
    }
}

/// The document a fact rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The statement in the journal.
    pub fact: FactId,
    /// `SK Bupati 821/077 tanggal 1 April 2024`.
    pub dokumen: String,
}
