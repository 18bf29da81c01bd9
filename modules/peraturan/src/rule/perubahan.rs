//! What changes in the law on which day: versions of norms, parameters and tables put side by side.

use super::{Nama, akta::kata_ubahan, nama};
use kernel::Date;
use law::Pack;
use law::act::{Akta, Repeal, matches};
use law::book::{Book, Version};
use std::collections::BTreeMap;

/// What is changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Apa {
    /// A norm.
    Norma,
    /// A parameter.
    Param,
    /// A table.
    Tabel,
}

/// What happens to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Jenis {
    /// It begins.
    Mulai,
    /// Another act says it from now on.
    Diganti,
    /// Its wording changes.
    Diubah,
    /// Its act is repealed and another carries it on.
    Diteruskan,
    /// Its act is repealed.
    Dicabut,
    /// It ends by itself.
    Berakhir,
}

/// One change.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Peristiwa {
    /// First day it is so.
    pub hari: Date,
    /// What is changed.
    pub apa: Apa,
    /// Key or name.
    pub kunci: String,
    /// What happens.
    pub jenis: Jenis,
    /// The act that makes it so.
    pub akta: Nama,
    /// The rest of the sentence: article, condition, what it was before.
    pub kata: String,
}

/// Every change of a pack's national law, in order of days.
pub fn semua(pack: &Pack) -> Vec<Peristiwa> {
    let book = pack.book(None, None);
    let mut list = Vec::new();
    for (apa, map) in [(Apa::Norma, &book.norma), (Apa::Param, &book.param), (Apa::Tabel, &book.tabel)] {
        for (kunci, versions) in map {
            borders(pack, apa, kunci, versions, &mut list);
        }
    }
    edits(pack, &book, &mut list);
    rows(pack, &book, &mut list);
    list.sort();
    list
}

/// Where versions begin and end.
fn borders(pack: &Pack, apa: Apa, kunci: &str, versions: &[Version], list: &mut Vec<Peristiwa>) {
    let mut push = |hari, jenis, akta: &str, kata: String| {
        list.push(Peristiwa {
            hari,
            apa,
            kunci: kunci.to_owned(),
            jenis,
            akta: nama(&pack.akta, akta),
            kata,
        });
    };
    for (i, version) in versions.iter().enumerate() {
        let (begin, before) = (version.span.mulai, i.checked_sub(1).and_then(|i| versions.get(i)));
        let before = before.filter(|b| b.span.sampai == Some(begin));
        match (&version.saving, before) {
            (Some((by, place)), _) => {
                let saving = &pack.akta[by].melanjutkan[*place];
                let from = nama(&pack.akta, &version.akta).sebutan;
                push(
                    begin,
                    Jenis::Diteruskan,
                    by,
                    format!("{}; isi {from}, {}", saving.dasar, saving.syarat),
                );
            }
            (None, Some(old)) if old.akta != version.akta => {
                let from = nama(&pack.akta, &old.akta).sebutan;
                push(begin, Jenis::Diganti, &version.akta, format!("sebelumnya {from}"));
            }
            (None, Some(_)) => {
                push(begin, Jenis::Diganti, &version.akta, "ketentuan baru dalam akta yang sama".into())
            }
            (None, None) => push(begin, Jenis::Mulai, &version.akta, String::new()),
        }
        let Some(end) = version.span.sampai else { continue };
        if versions.get(i + 1).is_some_and(|next| next.span.mulai == end) {
            continue;
        }
        match repeal(pack, version, kunci, end) {
            Some((act, repeal)) => push(end, Jenis::Dicabut, &act.id, repeal.dasar.to_string()),
            None => push(end, Jenis::Berakhir, &version.akta, String::new()),
        }
    }
}

/// Who ended a version on a day.
fn repeal<'p>(pack: &'p Pack, version: &Version, kunci: &str, end: Date) -> Option<(&'p Akta, &'p Repeal)> {
    let all = pack.akta.values().flat_map(|a| a.mencabut.iter().map(move |r| (a, r)));
    let touches = |r: &Repeal| r.kunci.is_empty() || r.kunci.iter().any(|k| matches(k, kunci));
    all.into_iter().find(|(_, r)| r.akta == version.akta && r.mulai == end && touches(r))
}

/// What amending acts change inside norms.
fn edits(pack: &Pack, book: &Book, list: &mut Vec<Peristiwa>) {
    for act in pack.akta.values().filter(|a| book.counts(&a.id)) {
        list.extend(act.ubahan.iter().map(|edit| Peristiwa {
            hari: edit.mulai,
            apa: Apa::Norma,
            kunci: edit.norma.to_string(),
            jenis: Jenis::Diubah,
            akta: nama(&pack.akta, &act.id),
            kata: format!("{}: {}", edit.dasar, kata_ubahan(edit)),
        }));
    }
}

/// Rows of tables with days of their own, counted per day.
fn rows(pack: &Pack, book: &Book, list: &mut Vec<Peristiwa>) {
    for (name, versions) in &book.tabel {
        for version in versions {
            let table = &pack.akta[&version.akta].tabel[version.place];
            let mut days: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
            for row in &table.rows {
                let inside = |day: &Date| *day > version.span.mulai && version.span.holds(*day);
                if inside(&row.span.mulai) {
                    days.entry(row.span.mulai).or_default().0 += 1;
                }
                if let Some(end) = row.span.sampai.filter(inside) {
                    days.entry(end).or_default().1 += 1;
                }
            }
            list.extend(days.into_iter().map(|(hari, (new, gone))| Peristiwa {
                hari,
                apa: Apa::Tabel,
                kunci: name.to_string(),
                jenis: Jenis::Diubah,
                akta: nama(&pack.akta, &version.akta),
                kata: format!("{new} baris mulai, {gone} baris berakhir"),
            }));
        }
    }
}

/// Changes of one day that differ in their key only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kelompok {
    /// What is changed.
    pub apa: Apa,
    /// What happens.
    pub jenis: Jenis,
    /// The act that makes it so.
    pub akta: Nama,
    /// The rest of the sentence.
    pub kata: String,
    /// Keys or names.
    pub kunci: Vec<String>,
}

/// Changes by day in the order given; at most `limit` of them, with the number left out.
pub fn per_hari<'p>(
    list: impl Iterator<Item = &'p Peristiwa>,
    limit: usize,
) -> (Vec<(Date, Vec<Kelompok>)>, usize) {
    let mut days: Vec<(Date, Vec<Kelompok>)> = Vec::new();
    let mut seen = 0;
    for event in list {
        seen += 1;
        if seen > limit {
            continue;
        }
        if days.last().is_none_or(|(day, _)| *day != event.hari) {
            days.push((event.hari, Vec::new()));
        }
        let Some((_, groups)) = days.last_mut() else { continue };
        let same = |g: &&mut Kelompok| {
            (g.apa, g.jenis, &g.akta, &g.kata) == (event.apa, event.jenis, &event.akta, &event.kata)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.kunci.push(event.kunci.clone()),
            None => groups.push(Kelompok {
                apa: event.apa,
                jenis: event.jenis,
                akta: event.akta.clone(),
                kata: event.kata.clone(),
                kunci: vec![event.kunci.clone()],
            }),
        }
    }
    for (_, groups) in &mut days {
        groups.sort_by(|a, b| (a.apa, a.jenis, &a.akta).cmp(&(b.apa, b.jenis, &b.akta)));
        groups.iter_mut().for_each(|g| g.kunci.sort());
    }
    (days, seen.saturating_sub(limit))
}

/// The next day on which a norm as a whole becomes another one, whatever it uses included: key, heading,
/// day; the nearest first.
pub fn berikut(pack: &Pack, today: Date) -> Vec<(String, String, Date)> {
    let book = pack.book(None, None);
    let next = |kunci: &str| match book.plan(&pack.words, kunci, today) {
        Some(plan) => plan.masa.sampai,
        None => book.next_border(kunci, today),
    };
    let mut list: Vec<_> = pack
        .kunci()
        .filter_map(|k| Some((k, next(k).filter(|day| *day > today)?)))
        .map(|(k, day)| (k.to_owned(), super::judul(&book, k, today), day))
        .collect();
    list.sort_by(|a, b| (a.2, &a.0).cmp(&(b.2, &b.0)));
    list
}
