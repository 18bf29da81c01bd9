//! The daftar urut kepangkatan: which steps are compared in which order, and the levels two of them need.

use super::parse::{Sources, sheet};
use super::sheet::Refusals;
use super::{Citation, Jenjang, KriteriaDuk};
use crate::date::Date;
use crate::search::fold_text;

/// A step of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DukStep {
    /// Place among the steps of a day, from 1.
    pub langkah: u8,
    /// The criterion people know it as: several steps may belong to one.
    pub kriteria: Box<str>,
    /// What is compared.
    pub nilai: KriteriaDuk,
    /// The greater value comes first.
    pub descending: bool,
    /// How a page says that this step decided: `TMT pangkat lebih dahulu`.
    pub alasan: Box<str>,
    /// Where it stands.
    pub citation: Citation,
}

/// A latihan jabatan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latihan {
    /// Greater is higher.
    pub tingkat: u8,
    /// What it is called today.
    pub nama: Box<str>,
    /// Words in the name of a course, folded, a space on either side.
    words: Box<str>,
    citation: Citation,
}

/// What a post's level goes by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Menurut {
    Eselon,
    Jenjang,
}

#[derive(Debug)]
struct Level {
    by: Menurut,
    key: Box<str>,
    tingkat: u8,
    citation: Citation,
}

/// The three tables together.
#[derive(Debug, Default)]
pub(super) struct DukTable {
    pub(super) steps: Vec<DukStep>,
    levels: Vec<Level>,
    pub(super) courses: Vec<Latihan>,
}

impl DukTable {
    pub(super) fn read(sources: Sources<'_>, r: &mut Refusals) -> DukTable {
        DukTable { steps: steps(sources, r), levels: levels(sources, r), courses: courses(sources, r) }
    }

    pub(super) fn level(&self, eselon: &str, jenjang: Jenjang, on: Date) -> Option<(u8, &Citation)> {
        let find = |by: Menurut, key: &str| {
            self.levels.iter().find(|row| row.by == by && &*row.key == key && row.citation.holds(on))
        };
        let found = find(Menurut::Eselon, eselon).or_else(|| find(Menurut::Jenjang, jenjang.word()))?;
        Some((found.tingkat, &found.citation))
    }

    /// The first row whose words stand in the name.
    pub(super) fn course(&self, name: &str, on: Date) -> Option<&Latihan> {
        let folded = format!(" {} ", fold_text(name));
        self.courses.iter().find(|row| folded.contains(&*row.words) && row.citation.holds(on))
    }
}

fn steps(sources: Sources<'_>, r: &mut Refusals) -> Vec<DukStep> {
    let sheet = sheet(sources, "duk.csv", &["langkah", "kriteria", "nilai", "arah", "alasan"], r);
    let mut steps: Vec<DukStep> = Vec::new();
    for line in sheet.lines() {
        let citation = line.citation(false, r);
        let langkah = line.number("langkah", r);
        let descending = line.word("arah", &[("turun", true), ("naik", false)], r);
        let nilai = line.word("nilai", KriteriaDuk::WORDS, r);
        let (kriteria, alasan) = (line.need("kriteria", r).into(), line.need("alasan", r).into());
        let (Some(nilai), Some(descending)) = (nilai, descending) else { continue };
        if !(1..=99).contains(&langkah) {
            line.refuse(r, "kolom langkah di luar 1 sampai 99. Periksa angkanya.");
        }
        let langkah = langkah.clamp(1, 99) as u8;
        let same = |step: &&DukStep| step.citation.overlaps(&citation);
        if steps.iter().filter(same).any(|s| s.langkah == langkah || s.nilai == nilai) {
            line.refuse(
                r,
                "langkah atau nilai ini sudah ada pada baris lain yang berlaku pada hari yang sama.",
            );
        }
        steps.push(DukStep { langkah, kriteria, nilai, descending, alasan, citation });
    }
    steps.sort_by_key(|step| step.langkah);
    steps
}

fn levels(sources: Sources<'_>, r: &mut Refusals) -> Vec<Level> {
    let sheet = sheet(sources, "duk_jabatan.csv", &["menurut", "kunci", "tingkat"], r);
    let mut levels: Vec<Level> = Vec::new();
    for line in sheet.lines() {
        let citation = line.citation(false, r);
        let by = line.word("menurut", &[("eselon", Menurut::Eselon), ("jenjang", Menurut::Jenjang)], r);
        let key: Box<str> = line.need("kunci", r).into();
        let tingkat = line.number("tingkat", r).clamp(0, 255) as u8;
        let Some(by) = by else { continue };
        if by == Menurut::Jenjang && Jenjang::from_word(&key).is_none() {
            line.refuse(r, &format!("jenjang \"{key}\" tidak dikenal. Pakai kata seperti pada bup.csv."));
        }
        if levels.iter().any(|l| l.by == by && l.key == key && l.citation.overlaps(&citation)) {
            line.refuse(r, "kunci ini sudah ada pada baris lain yang berlaku pada hari yang sama.");
        }
        levels.push(Level { by, key, tingkat, citation });
    }
    levels
}

fn courses(sources: Sources<'_>, r: &mut Refusals) -> Vec<Latihan> {
    let sheet = sheet(sources, "latihan_jabatan.csv", &["kata", "tingkat", "nama"], r);
    let mut rows = Vec::new();
    for line in sheet.lines() {
        let citation = line.citation(false, r);
        let words = format!(" {} ", fold_text(line.need("kata", r))).into();
        let tingkat = line.number("tingkat", r).clamp(1, 255) as u8;
        rows.push(Latihan { tingkat, nama: line.need("nama", r).into(), words, citation });
    }
    rows
}
