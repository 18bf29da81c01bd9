//! Which norms a change can reach: what mentions what. A mention too many only costs time.

use crate::act::{Bagian, Change, Fields};
use crate::pack::Pack;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Something a norm can rest on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Simpul {
    /// A norm, by key.
    Norma(Box<str>),
    /// A parameter, by key.
    Param(Box<str>),
    /// A table, by name.
    Tabel(Box<str>),
}

/// Who mentions whom.
pub struct Kait {
    by: BTreeMap<Simpul, BTreeSet<Simpul>>,
    norms: BTreeSet<Box<str>>,
}

impl Kait {
    /// Reads the mentions of a pack.
    pub fn of(pack: &Pack) -> Kait {
        let acts = || pack.akta.values();
        let norms: BTreeSet<Box<str>> = pack.kunci().map(Box::from).collect();
        let mut kait = Kait { by: BTreeMap::new(), norms };
        let param: BTreeSet<&str> = acts().flat_map(|a| &a.param).map(|p| &*p.kunci).collect();
        let tables: BTreeSet<&str> = acts().flat_map(|a| &a.tabel).map(|t| &*t.nama).collect();
        let mut told = |who: &Simpul, text: &str| {
            for word in words(text) {
                if kait.norms.contains(word) {
                    kait.by.entry(Simpul::Norma(word.into())).or_default().insert(who.clone());
                }
                if param.contains(word) {
                    kait.by.entry(Simpul::Param(word.into())).or_default().insert(who.clone());
                }
                let table = if word.starts_with("hari_kerja") { "libur" } else { word };
                let table = table.rsplit_once('.').map_or(table, |(table, _)| table);
                for name in [table, word] {
                    if tables.contains(name) {
                        kait.by.entry(Simpul::Tabel(name.into())).or_default().insert(who.clone());
                    }
                }
            }
        };
        for act in acts() {
            for norm in &act.norma {
                let who = Simpul::Norma(norm.kunci.clone());
                texts(&norm.fields, &norm.bagian).iter().for_each(|t| told(&who, t));
            }
            for edit in &act.ubahan {
                let who = Simpul::Norma(edit.norma.clone());
                match &edit.what {
                    Change::Ganti(fields) => texts(fields, &[]).iter().for_each(|t| told(&who, t)),
                    Change::Tambah(part, _) => {
                        texts(&Fields::new(), std::slice::from_ref(part)).iter().for_each(|t| told(&who, t));
                    }
                    Change::Hapus => {}
                }
            }
            for table in &act.tabel {
                let who = Simpul::Tabel(table.nama.clone());
                for value in table.rows.iter().flat_map(|r| &r.outs).flatten() {
                    if let Value::Text(text) = value {
                        told(&who, text);
                    }
                }
            }
        }
        kait
    }

    /// Norms whose answer may rest on it.
    pub fn reached(&self, from: &Simpul) -> BTreeSet<&str> {
        let mut seen: BTreeSet<&Simpul> = BTreeSet::new();
        let mut next = vec![from];
        let mut norms = BTreeSet::new();
        while let Some(one) = next.pop() {
            if let Simpul::Norma(kunci) = one
                && let Some(kunci) = self.norms.get(kunci)
            {
                norms.insert(&**kunci);
            }
            for other in self.by.get(one).into_iter().flatten() {
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
        norms
    }
}

/// Columns of tables that some norm reads, as `tabel.kolom`.
pub fn columns(pack: &Pack) -> BTreeSet<Box<str>> {
    let mut used = BTreeSet::new();
    for act in pack.akta.values() {
        let mut all: Vec<&str> = act.norma.iter().flat_map(|n| texts(&n.fields, &n.bagian)).collect();
        for edit in &act.ubahan {
            match &edit.what {
                Change::Ganti(fields) => all.extend(texts(fields, &[])),
                Change::Tambah(part, _) => all.extend(texts(&EMPTY, std::slice::from_ref(part))),
                Change::Hapus => {}
            }
        }
        used.extend(all.into_iter().flat_map(words).map(Box::from));
        for name in act.norma.iter().filter_map(|n| n.fields.get("tabel")) {
            used.extend(["pakai", "hukum"].map(|column| format!("{}.{column}", name.text).into()));
        }
    }
    used
}

static EMPTY: Fields = Fields::new();

fn texts<'a>(fields: &'a Fields, parts: &'a [Bagian]) -> Vec<&'a str> {
    let mut all: Vec<&str> = fields.values().map(|s| &*s.text).collect();
    for part in parts {
        all.extend(texts(&part.fields, &part.jalur));
    }
    all
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
    text.split(move |c| !plain(c)).map(|w| w.trim_matches('.')).filter(|w| !w.is_empty())
}
