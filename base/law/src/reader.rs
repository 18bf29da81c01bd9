//! Reads the TOML of a pack so that every complaint can name file, line and what to write instead.
//! Nothing is skipped: a key nobody asked for is a complaint as well.

use kernel::Date;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Complaints about a pack, each a sentence with file and line, and how much work checking it took.
#[derive(Default, Debug)]
pub struct Complaints {
    told: RefCell<Vec<String>>,
    /// Complaints that are only counted.
    more: Cell<usize>,
    work: Cell<u64>,
}

/// Beyond this many the first ones are told and the rest counted.
const TOLD: usize = 60;
/// So many are kept to be told apart; a table that contradicts itself row by row has millions.
const KEPT: usize = 2_000;
/// Work after which a pack is refused, in steps of about ten nanoseconds: many times what a whole national
/// pack takes, and seconds where a text written for the purpose would take hours.
const WORK: u64 = 500_000_000;

impl Complaints {
    /// Adds one.
    pub fn add(&self, at: &At, sentence: impl AsRef<str>) {
        let mut told = self.told.borrow_mut();
        if told.len() < KEPT {
            told.push(format!("{at}: {}", sentence.as_ref()));
        } else {
            self.more.set(self.more.get() + 1);
        }
    }

    /// Counts work before it is done; `false` when the pack asks for too much, which is complained about once.
    pub fn spend(&self, at: &At, steps: u64) -> bool {
        let before = self.work.get();
        self.work.set(before.saturating_add(steps));
        if before <= WORK && self.work.get() > WORK {
            self.add(
                at,
                "memeriksa paket ini menuntut terlalu banyak pekerjaan; kurangi baris, versi, atau normanya.",
            );
        }
        self.work.get() <= WORK
    }

    /// How many so far.
    pub fn len(&self) -> usize {
        self.told.borrow().len() + self.more.get()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in order of file and line, each once.
    pub fn into_list(self) -> Vec<String> {
        let mut list: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        let more = self.more.get();
        for sentence in self.told.into_inner() {
            if seen.insert(sentence.clone()) {
                list.push(sentence);
            }
        }
        if list.len() + more > TOLD {
            let rest = list.len().saturating_sub(TOLD) + more;
            list.truncate(TOLD);
            list.push(format!("… dan {rest} kesalahan lain."));
        }
        list
    }
}

/// A place in a pack.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct At {
    /// Path inside the pack.
    pub berkas: std::sync::Arc<str>,
    /// Line, from 1.
    pub baris: u32,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} baris {}", self.berkas, self.baris)
    }
}

/// A file being read.
pub struct Source<'a> {
    name: std::sync::Arc<str>,
    lines: Vec<usize>,
    complaints: &'a Complaints,
}

impl<'a> Source<'a> {
    /// A file with its text; complaints go to the list.
    pub fn new(name: &str, text: &str, complaints: &'a Complaints) -> Source<'a> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Source { name: name.into(), lines, complaints }
    }

    /// Parses it; a complaint and `None` when it is no TOML.
    pub fn table<'t>(&self, text: &'t str) -> Option<Spanned<DeTable<'t>>> {
        match DeTable::parse(text) {
            Ok(table) => Some(table),
            Err(error) => {
                let at = self.at(error.span().map_or(0, |s| s.start));
                let sentence = format!("berkas ini bukan TOML yang benar ({}).", error.message());
                self.complaints.add(&at, sentence);
                None
            }
        }
    }

    /// Where an offset lies.
    pub fn at(&self, offset: usize) -> At {
        let baris = self.lines.partition_point(|start| *start <= offset) as u32;
        At { berkas: self.name.clone(), baris }
    }

    /// A part of it to be read.
    pub fn part<'t>(&'t self, table: &'t DeTable<'t>, offset: usize) -> Part<'t> {
        Part { source: self, table, at: self.at(offset), asked: RefCell::default() }
    }

    fn say(&self, at: &At, sentence: String) {
        self.complaints.add(at, sentence);
    }
}

/// A text with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The text.
    pub text: Box<str>,
    /// Its place.
    pub at: At,
}

/// A table of a file, remembering which keys were asked for.
pub struct Part<'t> {
    source: &'t Source<'t>,
    table: &'t DeTable<'t>,
    /// Where it begins.
    pub at: At,
    asked: RefCell<BTreeSet<String>>,
}

impl<'t> Part<'t> {
    fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(key.to_owned());
        let table: &'t DeTable<'t> = self.table;
        table.iter().find(|(k, _)| k.get_ref().as_ref() == key).map(|(_, v)| v)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Complains about this part.
    pub fn complain(&self, sentence: impl AsRef<str>) {
        self.source.say(&self.at, sentence.as_ref().to_owned());
    }

    fn wrong<T>(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) -> Option<T> {
        let at = self.source.at(value.span().start);
        self.source.say(&at, format!("`{key}` harus berisi {wanted}."));
        None
    }

    /// A text that may be missing.
    pub fn text(&self, key: &str) -> Option<Said> {
        let value = self.value(key)?;
        match value.get_ref().as_str() {
            Some("") => None,
            Some(text) => Some(Said { text: text.into(), at: self.source.at(value.span().start) }),
            None => self.wrong(key, value, "teks, dalam tanda petik"),
        }
    }

    /// A text that must be there.
    pub fn need(&self, key: &str) -> Option<Said> {
        if !self.has(key) {
            self.complain(format!("`{key}` belum ditulis."));
            return None;
        }
        let text = self.text(key);
        if self.value(key).and_then(|v| v.get_ref().as_str()).is_some_and(|t| t.trim().is_empty()) {
            self.complain(format!("`{key}` kosong."));
        }
        text
    }

    /// A date that may be missing.
    pub fn date(&self, key: &str) -> Option<Date> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(d) if d.time.is_none() && d.offset.is_none() => {
                d.date.and_then(|d| Date::new(d.year as i16, d.month as i8, d.day as i8))
            }
            _ => None,
        };
        date.or_else(|| self.wrong(key, value, "tanggal seperti 2017-04-07, tanpa tanda petik"))
    }

    /// A date that must be there.
    pub fn need_date(&self, key: &str) -> Option<Date> {
        if !self.has(key) {
            self.complain(format!("`{key}` belum ditulis."));
            return None;
        }
        self.date(key)
    }

    /// Yes or no; no when missing.
    pub fn flag(&self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong::<()>(key, value, "true atau false");
            false
        })
    }

    /// A whole number.
    pub fn whole(&self, key: &str) -> Option<i64> {
        let value = self.value(key)?;
        let number =
            value.get_ref().as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        number.or_else(|| self.wrong(key, value, "bilangan bulat"))
    }

    /// A list of texts; empty when missing.
    pub fn texts(&self, key: &str) -> Vec<Said> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong::<()>(key, value, "daftar teks, misalnya [\"a\", \"b\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in list.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Said { text: text.into(), at: self.source.at(item.span().start) }),
                None => self.wrong::<()>(key, item, "daftar teks").unwrap_or(()),
            }
        }
        texts
    }

    /// A value of a param: number, date, text, or a list of them, written as an expression.
    pub fn constant(&self, key: &str) -> Option<Said> {
        let value = self.value(key)?;
        let at = self.source.at(value.span().start);
        match constant(value.get_ref()) {
            Some(text) => Some(Said { text: text.into(), at }),
            None => self.wrong(key, value, "bilangan, tanggal, teks, atau daftar dari itu"),
        }
    }

    /// The tables of a list `[[key]]`.
    pub fn list(&self, key: &str) -> Vec<Part<'t>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong::<()>(key, value, &format!("bagian-bagian [[{key}]]"));
            return Vec::new();
        };
        let mut parts = Vec::new();
        for item in list.iter() {
            match item.get_ref().as_table() {
                Some(table) => parts.push(self.source.part(table, item.span().start)),
                None => self.wrong::<()>(key, item, &format!("bagian [[{key}]]")).unwrap_or(()),
            }
        }
        parts
    }

    /// A table `[key]`.
    pub fn table(&self, key: &str) -> Option<Part<'t>> {
        let value = self.value(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(self.source.part(table, value.span().start)),
            None => self.wrong(key, value, &format!("bagian [{key}]")),
        }
    }

    /// Its tables by key, in order of the file's keys: `[fakta.golongan]`.
    pub fn tables(&self) -> Vec<(String, Part<'t>)> {
        let table: &'t DeTable<'t> = self.table;
        let mut parts = Vec::new();
        for (key, value) in table.iter() {
            self.asked.borrow_mut().insert(key.get_ref().to_string());
            match value.get_ref().as_table() {
                Some(inner) => {
                    parts.push((key.get_ref().to_string(), self.source.part(inner, key.span().start)));
                }
                None => self.wrong::<()>(key.get_ref(), value, "sebuah bagian").unwrap_or(()),
            }
        }
        parts
    }

    /// Complains about keys nobody asked for.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        let table: &'t DeTable<'t> = self.table;
        for (key, _) in table.iter() {
            if !asked.contains(key.get_ref().as_ref()) {
                let at = self.source.at(key.span().start);
                self.source.say(&at, format!("`{}` tidak dikenal di sini.", key.get_ref()));
            }
        }
    }
}

fn constant(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::Integer(n) if n.radix() == 10 => Some(n.as_str().to_owned()),
        DeValue::Datetime(d) if d.time.is_none() => Some(d.to_string()),
        DeValue::String(text) if crate::number::Exact::parse(text).is_some() => Some(text.to_string()),
        DeValue::String(text) if !text.contains('\'') => Some(format!("'{text}'")),
        DeValue::Array(list) => {
            let items: Option<Vec<String>> = list.iter().map(|v| constant(v.get_ref())).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        _ => None,
    }
}
