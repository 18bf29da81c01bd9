//! Coverage in time: for the first day of every month, whether a norm holds, does not yet, no longer,
//! or stands in a gap; what nobody declared is told.

use crate::act::matches;
use crate::book::{Book, Version};
use crate::compile;
use crate::load::first_days;
use crate::plan::Plan;
use crate::vocabulary::Vocabulary;
use kernel::Date;
use std::sync::Arc;

/// First and last year looked at.
pub const TAHUN: (i16, i16) = (1974, 2030);

/// How a norm stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Keadaan {
    /// It does not hold yet.
    Belum,
    /// It holds.
    Berlaku,
    /// It no longer holds: repealed, or ended by its own act.
    Berakhir,
    /// Nothing holds, and an act of the pack says so.
    Celah,
    /// Nothing holds between two versions, and nobody says so.
    Jeda,
    /// Two versions hold at once.
    Bentrok,
    /// It holds, but something it uses does not.
    Tersendat,
}

impl Keadaan {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Keadaan::Belum => "belum berlaku",
            Keadaan::Berlaku => "berlaku",
            Keadaan::Berakhir => "tidak berlaku lagi",
            Keadaan::Celah => "celah yang diakui",
            Keadaan::Jeda => "jeda yang tidak diakui",
            Keadaan::Bentrok => "dua ketentuan pada hari yang sama",
            Keadaan::Tersendat => "memakai sesuatu yang tidak berlaku",
        }
    }

    /// Whether somebody has to mend the pack.
    pub fn keliru(self) -> bool {
        matches!(self, Keadaan::Jeda | Keadaan::Bentrok | Keadaan::Tersendat)
    }
}

/// Months in a row on which a norm stands alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruas {
    /// The norm.
    pub kunci: Box<str>,
    /// First of these month starts.
    pub dari: Date,
    /// Last of them.
    pub sampai: Date,
    /// How it stands.
    pub keadaan: Keadaan,
}

/// Every norm of a book over the years of [`TAHUN`].
pub fn cakupan(book: &Book, words: &Vocabulary) -> Vec<Ruas> {
    let mut all: Vec<Ruas> = Vec::new();
    for (kunci, versions) in &book.norma {
        let mut plan = None;
        let mut begun = false;
        for day in first_days(TAHUN.0, TAHUN.1) {
            let keadaan = keadaan(book, words, kunci, versions, day, &mut plan);
            match all.last_mut().filter(|_| begun) {
                Some(last) if last.keadaan == keadaan => last.sampai = day,
                _ => all.push(Ruas { kunci: kunci.clone(), dari: day, sampai: day, keadaan }),
            }
            begun = true;
        }
    }
    all
}

/// What has to be mended, in sentences.
pub fn keluhan(ruas: &[Ruas]) -> Vec<String> {
    let wrong = ruas.iter().filter(|r| r.keadaan.keliru());
    wrong
        .map(|r| format!("norma {}: {} dari {} sampai {}.", r.kunci, r.keadaan.label(), r.dari, r.sampai))
        .collect()
}

fn keadaan(
    book: &Book,
    words: &Vocabulary,
    kunci: &str,
    versions: &[Version],
    day: Date,
    plan: &mut Option<Arc<Plan>>,
) -> Keadaan {
    match versions.iter().filter(|v| v.span.holds(day)).count() {
        0 => silent(book, kunci, versions, day),
        1 => {
            if !plan.as_ref().is_some_and(|p| p.masa.holds(day)) {
                *plan = compile::plan(book, words, kunci, day, &[]).ok().flatten();
            }
            if plan.is_some() { Keadaan::Berlaku } else { Keadaan::Tersendat }
        }
        _ => Keadaan::Bentrok,
    }
}

/// Why nothing holds.
fn silent(book: &Book, kunci: &str, versions: &[Version], day: Date) -> Keadaan {
    if versions.iter().all(|v| day < v.span.mulai) {
        return Keadaan::Belum;
    }
    let acts = || book.akta.values().filter(|a| book.counts(&a.id));
    let declared = |span: crate::act::Span, pattern: &str| span.holds(day) && matches(pattern, kunci);
    if acts().flat_map(|a| &a.celah).any(|(pattern, span, _)| declared(*span, pattern)) {
        return Keadaan::Celah;
    }
    let ended = |v: &&Version| v.span.sampai.is_some_and(|end| end <= day);
    let last = versions.iter().filter(ended).max_by_key(|v| v.span.sampai);
    let repealed = last.is_some_and(|v| {
        acts().flat_map(|a| &a.mencabut).any(|r| r.akta == v.akta && Some(r.mulai) == v.span.sampai)
    });
    let more = versions.iter().any(|v| day < v.span.mulai);
    if repealed || !more { Keadaan::Berakhir } else { Keadaan::Jeda }
}
