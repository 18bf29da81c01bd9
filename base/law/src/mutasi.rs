//! How much the golden cases notice: the law is changed in one small place at a time, and the cases of
//! every norm this can reach are asked again. A change no case notices is a case somebody should write.
//! Pure and in memory; the same pack and cases always give the same report.

mod kait;
mod tabel;
mod ungkapan;

use crate::kasus::{self, Kasus};
use crate::pack::Pack;
use kait::{Kait, Simpul};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A change to one place of one file.
#[derive(Clone, Debug)]
pub struct Mutan {
    /// Which bytes of it.
    range: Range<usize>,
    /// What is written there instead; when the first is refused by the loader, the next.
    ganti: Vec<String>,
    /// What it belongs to.
    simpul: Simpul,
    /// Path inside the pack.
    pub berkas: String,
    /// Line.
    pub baris: u32,
    /// What was changed, in words.
    pub apa: String,
}

/// What came of all changes.
#[derive(Clone, Debug, Default)]
pub struct Laporan {
    /// Changes the loader accepted.
    pub mutan: usize,
    /// Of those, noticed by a case.
    pub mati: usize,
    /// Changes the loader itself refused.
    pub ditolak: usize,
    /// Rows of long tables that were passed over.
    pub dilewati: usize,
    /// Changes no case noticed, in order of file and line.
    pub hidup: Vec<Mutan>,
}

impl Laporan {
    /// Noticed, in percent.
    pub fn persen(&self) -> usize {
        (self.mati * 100).checked_div(self.mutan).unwrap_or(100)
    }
}

enum Nasib {
    Mati,
    Hidup,
    Ditolak,
}

/// Measures the cases of a pack: `files` is the pack, `tables` are its case tables, both as (path, text).
/// Only acts of the folders in `hanya` are changed; of all acts when it is empty.
///
/// # Errors
/// When the pack or a case table is refused.
pub fn ukur(
    files: &[(String, String)],
    tables: &[(String, String)],
    hanya: &[String],
) -> Result<Laporan, Vec<String>> {
    let law: Vec<(String, String)> = files.iter().filter(|f| !f.0.starts_with("kasus/")).cloned().collect();
    let pack = Pack::load(&law)?;
    let mut cases: BTreeMap<String, Vec<Kasus>> = BTreeMap::new();
    for (name, text) in tables {
        for case in kasus::read(&pack, name, text)? {
            // A case that already fails can notice nothing.
            if kasus::run(&pack, name, &case).beda.is_empty() {
                cases.entry(case.norma.clone()).or_default().push(case);
            }
        }
    }
    let kait = Kait::of(&pack);
    let (mutants, dilewati) = semua(&pack, &law, hanya);
    let fates: Vec<Nasib> = mutants.par_iter().map(|m| nasib(&pack, &law, m, &kait, &cases)).collect();
    let mut laporan = Laporan { dilewati, ..Laporan::default() };
    for (mutan, fate) in mutants.into_iter().zip(fates) {
        match fate {
            Nasib::Ditolak => laporan.ditolak += 1,
            Nasib::Mati => (laporan.mati, laporan.mutan) = (laporan.mati + 1, laporan.mutan + 1),
            Nasib::Hidup => {
                laporan.mutan += 1;
                laporan.hidup.push(mutan);
            }
        }
    }
    laporan.hidup.sort_by(|a, b| (&a.berkas, a.baris, &a.apa).cmp(&(&b.berkas, b.baris, &b.apa)));
    Ok(laporan)
}

/// Every change, and how many rows of long tables were passed over.
fn semua(pack: &Pack, files: &[(String, String)], hanya: &[String]) -> (Vec<Mutan>, usize) {
    let (mut mutants, mut passed) = (Vec::new(), 0);
    let used = kait::columns(pack);
    for (path, text) in files {
        let wanted = |folder: &str| hanya.is_empty() || hanya.iter().any(|h| h == folder);
        let acts =
            path.split_once('/').is_some_and(|(folder, _)| pack.akta.contains_key(folder) && wanted(folder));
        if acts && path.ends_with(".toml") {
            mutants.extend(ungkapan::of(pack, path, text));
        } else if acts && path.ends_with(".csv") {
            passed += tabel::of(pack, path, text, &used, &mut mutants);
        }
    }
    (mutants, passed)
}

fn nasib(
    pack: &Pack,
    files: &[(String, String)],
    mutan: &Mutan,
    kait: &Kait,
    cases: &BTreeMap<String, Vec<Kasus>>,
) -> Nasib {
    let reached: BTreeSet<&str> = kait.reached(&mutan.simpul);
    // Only the act the change lies in is read again.
    let folder = mutan.berkas.split_once('/').map_or("", |(folder, _)| folder);
    let inside = |path: &str| path.split_once('/').is_some_and(|(f, _)| f == folder);
    for text in &mutan.ganti {
        let mut changed: Vec<(String, String)> = files.iter().filter(|f| inside(&f.0)).cloned().collect();
        for (_, written) in changed.iter_mut().filter(|f| f.0 == mutan.berkas) {
            written.replace_range(mutan.range.clone(), text);
        }
        let Some(other) = pack.with_act(&changed, &reached) else { continue };
        let asked = reached.iter().filter_map(|kunci| cases.get(*kunci)).flatten();
        let mut outcomes = asked.map(|case| kasus::run(&other, "", case));
        return if outcomes.any(|o| !o.beda.is_empty()) { Nasib::Mati } else { Nasib::Hidup };
    }
    Nasib::Ditolak
}

/// The line of an offset, from 1.
fn line_of(text: &str, offset: usize) -> u32 {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() as u32 + 1
}
