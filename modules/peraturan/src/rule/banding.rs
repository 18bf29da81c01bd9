//! Two packs beside each other, line by line: what an act says now, and what it would say.

mod baris;

use baris::{Lines, act_of, body, lines};
use kernel::Date;
use law::Pack;
use law::banding::{Apa, Beda, Isi, Rinci, rinci};
use law::value::long_date;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one difference that are shown; the rest is counted.
pub const LINES: usize = 60;

/// Kinds of what an act says, in reading order, with what a page calls them.
pub const JENIS: [(&str, &str); 5] = [
    ("akta", "Akta"),
    ("norma", "Norma"),
    ("param", "Param"),
    ("tabel", "Tabel"),
    ("ubahan", "Perubahan norma akta lain"),
];

/// A line on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isian {
    /// What it is.
    pub label: String,
    /// Now.
    pub lama: Option<String>,
    /// Under the other pack.
    pub baru: Option<String>,
}

/// One difference with its lines.
#[derive(Clone, Debug)]
pub struct Perbedaan {
    /// What differs.
    pub beda: Beda,
    /// The act as cited.
    pub sebutan: String,
    /// What is put beside it where the other pack says nothing under its name: what holds there.
    pub pembanding: String,
    /// Lines that differ, at most [`LINES`].
    pub isian: Vec<Isian>,
    /// Lines that differ and are not shown.
    pub sisa: usize,
    /// Lines that read the same.
    pub sama: usize,
}

/// All differences of two packs.
#[derive(Clone, Debug, Default)]
pub struct Banding {
    /// How many by kind and by what happened.
    pub hitung: BTreeMap<(&'static str, Apa), u64>,
    /// First days that lie ahead, of what is new or changed.
    pub mendatang: BTreeSet<Date>,
    /// Those asked for, in order of [`kunci`].
    pub list: Vec<Perbedaan>,
}

/// By what a difference is found again; pages go on behind it.
pub fn kunci(beda: &Beda) -> String {
    format!("{}/{}/{}", beda.akta, beda.jenis, beda.kunci)
}

/// Compares; only differences of this kind and this turn are read in full.
pub fn banding(lama: &Pack, baru: &Pack, today: Date, wanted: impl Fn(&Beda) -> bool) -> Banding {
    let mut made = Banding::default();
    for one in rinci(lama, baru) {
        *made.hitung.entry((one.beda.jenis, one.beda.apa)).or_default() += 1;
        made.mendatang.extend(one.baru.map(first_day).filter(|day| *day > today));
        if !wanted(&one.beda) {
            continue;
        }
        let (sides, pembanding) = sides(&one, lama, baru, today);
        let (isian, sama) = beside(sides.0, sides.1);
        let act = baru.akta.get(&*one.beda.akta).or_else(|| lama.akta.get(&*one.beda.akta));
        made.list.push(Perbedaan {
            sebutan: act.map_or(one.beda.akta.clone(), |a| a.sebutan.to_string()),
            pembanding,
            sisa: isian.len().saturating_sub(LINES),
            isian: isian.into_iter().take(LINES).collect(),
            sama,
            beda: one.beda,
        });
    }
    made.list.sort_by_key(|p| kunci(&p.beda));
    made
}

fn first_day(isi: Isi<'_>) -> Date {
    match isi {
        Isi::Akta(a) => a.span.mulai,
        Isi::Norma(n) => n.span.mulai,
        Isi::Param(p) => p.span.mulai,
        Isi::Tabel(t) => t.span.mulai,
        Isi::Ubahan(e) => e.mulai,
    }
}

type Sides = (Option<Lines>, Option<Lines>);

/// Lines of both sides. An act that is new mostly amends another: beside it stands what holds without it,
/// and beside what is gone what then holds instead.
fn sides(one: &Rinci<'_>, lama: &Pack, baru: &Pack, today: Date) -> (Sides, String) {
    let own = |isi: Option<Isi<'_>>, pack: &Pack| isi.map(|isi| lines(isi, &pack.words));
    let plain = || (own(one.lama, lama), own(one.baru, baru));
    let (isi, day) = match (one.lama, one.baru) {
        (_, Some(isi @ Isi::Ubahan(_))) | (None, Some(isi)) => (isi, first_day(isi)),
        (Some(isi), None) => (isi, first_day(isi).max(today)),
        _ => return (plain(), String::new()),
    };
    let wilayah = [baru, lama].iter().find_map(|p| p.akta.get(&*one.beda.akta)?.wilayah.as_deref());
    let before = held(lama, isi, day, wilayah);
    let after = held(baru, isi, day, wilayah);
    let mut told = match isi {
        Isi::Ubahan(edit) => format!("{}. ", capital(&act_of(edit))),
        _ => String::new(),
    };
    // What never comes to hold, or changes nothing on its first day, is told as it is written.
    if after.as_ref().map(|a| &a.1) == before.as_ref().map(|b| &b.1) {
        return (plain(), told);
    }
    let other = if one.baru.is_some() { &before } else { &after };
    if let Some((act, _)) = other {
        told += &format!("Dibandingkan dengan yang berlaku pada {} menurut {act}.", long_date(day));
    }
    ((before.map(|b| b.1), after.map(|a| a.1)), told)
}

/// What holds in a pack under the name of something: the act as cited, and its lines.
fn held(pack: &Pack, isi: Isi<'_>, day: Date, wilayah: Option<&str>) -> Option<(String, Lines)> {
    let book = pack.book(None, wilayah);
    let cited = |akta: &str| pack.akta.get(akta).map_or(akta.to_owned(), |a| a.sebutan.to_string());
    let norm = |kunci: &str| {
        let version = book.version(kunci, day)?;
        let lines = body(&book.body(kunci, version, day), version.span, &pack.words);
        Some((cited(&version.akta), lines))
    };
    match isi {
        Isi::Akta(_) => None,
        Isi::Norma(n) => norm(&n.kunci),
        Isi::Ubahan(e) => norm(&e.norma),
        Isi::Param(p) => {
            let (version, def) = book.param(&p.kunci, day)?;
            Some((cited(&version.akta), lines(Isi::Param(def), &pack.words)))
        }
        Isi::Tabel(t) => {
            let (version, def) = book.table(&t.nama, day)?;
            Some((cited(&version.akta), lines(Isi::Tabel(def), &pack.words)))
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Lines of both sides by label, those of the first in its order, and how many read the same.
fn beside(lama: Option<Lines>, baru: Option<Lines>) -> (Vec<Isian>, usize) {
    let (lama, baru) = (numbered(lama.unwrap_or_default()), numbered(baru.unwrap_or_default()));
    let find = |list: &Lines, label: &str| list.iter().find(|l| l.0 == label).map(|l| l.1.clone());
    let mut all: Vec<Isian> = lama
        .iter()
        .map(|(label, text)| Isian {
            label: label.clone(),
            lama: Some(text.clone()),
            baru: find(&baru, label),
        })
        .collect();
    let known: BTreeSet<&str> = lama.iter().map(|l| l.0.as_str()).collect();
    let added = baru.iter().filter(|l| !known.contains(l.0.as_str()));
    all.extend(added.map(|(label, text)| Isian {
        label: label.clone(),
        lama: None,
        baru: Some(text.clone()),
    }));
    let before = all.len();
    all.retain(|i| i.lama != i.baru);
    let same = before - all.len();
    (all, same)
}

/// Labels told apart by number where one comes twice.
fn numbered(lines: Lines) -> Lines {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let one = |(label, text): (String, String)| {
        let n = seen.entry(label.clone()).or_default();
        *n += 1;
        (if *n == 1 { label } else { format!("{label} ({n})") }, text)
    };
    lines.into_iter().map(one).collect()
}
