//! The versions of a norm as intervals in which it reads the same, and what made each begin.

use super::perubahan::{Peristiwa, semua};
use super::ungkapan::Rujukan;
use kernel::Date;
use law::Pack;
use law::act::{Bagian, Change, Fields};
use law::book::Book;
use std::collections::BTreeSet;

/// Intervals one norm may have before the walk stops.
const STEPS: usize = 200;

/// An interval.
#[derive(Clone, Debug)]
pub struct Versi {
    /// First day.
    pub mulai: Date,
    /// First day no longer.
    pub sampai: Option<Date>,
    /// Act, amendments and saving clause, as cited on its first day.
    pub dasar: String,
    /// On which condition it is carried on; empty when its act is in force.
    pub syarat: String,
    /// What made it begin, in the norm or in something it uses.
    pub sebab: Vec<Peristiwa>,
}

/// Every interval of a norm, oldest first.
pub fn versi(pack: &Pack, kunci: &str) -> Vec<Versi> {
    let book = pack.book(None, None);
    let used = dipakai(&book, kunci);
    let about = |p: &Peristiwa| p.kunci == kunci || used.contains(&p.kunci);
    let events: Vec<Peristiwa> = semua(pack).into_iter().filter(about).collect();
    let mut list: Vec<Versi> = Vec::new();
    for version in book.norma.get(kunci).into_iter().flatten() {
        let mut day = version.span.mulai;
        while list.len() < STEPS {
            let Some(plan) = book.plan(&pack.words, kunci, day) else { break };
            let next = plan.masa.sampai.filter(|next| *next > day);
            let end = [next, version.span.sampai].into_iter().flatten().min();
            let syarat = plan.dasar.diteruskan.as_ref().map_or(String::new(), |d| d.2.to_string());
            list.push(Versi {
                mulai: day,
                sampai: end,
                dasar: plan.dasar.text(),
                syarat,
                sebab: events.iter().filter(|p| p.hari == day).cloned().collect(),
            });
            match end {
                Some(end) if version.span.sampai.is_none_or(|last| end < last) => day = end,
                _ => break,
            }
        }
    }
    list
}

/// Keys of parameters, tables and norms a norm uses in any version, those of its norms included.
pub fn dipakai(book: &Book, kunci: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![kunci.to_owned()];
    let mut used = BTreeSet::new();
    while let Some(key) = waiting.pop() {
        if !seen.insert(key.clone()) {
            continue;
        }
        let found = rujukan(book, &key);
        used.extend(found.param.into_iter().chain(found.tabel).chain(found.norma.iter().cloned()));
        waiting.extend(found.norma);
    }
    used.remove(kunci);
    used
}

/// What the texts of a norm name, over all its versions and amendments.
fn rujukan(book: &Book, kunci: &str) -> Rujukan {
    let mut all = Rujukan::default();
    for version in book.norma.get(kunci).into_iter().flatten() {
        let norm = &book.akta[&version.akta].norma[version.place];
        of_fields(&norm.fields, &mut all);
        norm.bagian.iter().for_each(|part| of_part(part, &mut all));
    }
    for edit in book.akta.values().flat_map(|a| &a.ubahan).filter(|e| *e.norma == *kunci) {
        match &edit.what {
            Change::Ganti(fields) => of_fields(fields, &mut all),
            Change::Tambah(part, _) => of_part(part, &mut all),
            Change::Hapus => {}
        }
    }
    all
}

/// Names in the expressions of a part and its routes.
pub fn of_part(part: &Bagian, all: &mut Rujukan) {
    of_fields(&part.fields, all);
    part.jalur.iter().for_each(|route| of_part(route, all));
}

/// Names in fields: expressions, wording with `{@param}`, whole norms and tables.
pub fn of_fields(fields: &Fields, all: &mut Rujukan) {
    for (name, said) in fields {
        match *name {
            "bila" | "nilai" | "kecuali" | "subjek" | "bobot" | "maks" => all.baca(&said.text),
            "norma" => drop(all.norma.insert(said.text.to_string())),
            "tabel" => drop(all.tabel.insert(said.text.to_string())),
            "bunyi" => {
                let pieces = said.text.split("{@").skip(1).filter_map(|rest| rest.split('}').next());
                all.param.extend(pieces.map(str::to_owned));
            }
            _ => {}
        }
    }
}
