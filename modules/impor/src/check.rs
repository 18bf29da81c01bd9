//! Check: what a nominatif file would do to the register. Nothing is written.

use crate::file::Rows;
use crate::rule::columns::LAYOUT;
use crate::rule::day;
use crate::rule::nominatif::{self, RawRow, Reading};
use crate::rule::trouble::Trouble;
use crate::store::Known;
use kernel::{Cells, Date, PegawaiId, SourceRow};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;

mod person;
mod summary;
pub(crate) mod tally;

pub use summary::{LISTED, Listed, Summary};
use tally::Tally;

/// What the caller knows that the file does not say.
pub struct Ask<'a> {
    /// The day the data are of.
    pub per_tanggal: Date,
    /// Today: data of a later day are not taken.
    pub today: Date,
    /// Instansi whose rows may be taken; empty when the file shall found the node.
    pub tenants: &'a [store::Tenant],
    /// Instansi the node serves whose rows this import leaves alone.
    pub elsewhere: &'a [store::Tenant],
    /// Sheet of a workbook; `None` looks for it.
    pub sheet: Option<&'a str>,
    /// Limits on the file.
    pub limits: sheet::Limits,
    /// What the register's own checks say of a row's facts.
    pub doubts: &'a (dyn Fn(&[kernel::Fact], Date) -> Vec<Trouble> + Sync),
}

/// A row about somebody the register does not know yet.
#[derive(Clone, Debug)]
pub struct NewRow {
    /// Row number.
    pub row: u32,
    /// NIP in the file.
    pub nip: String,
    /// Name in the file.
    pub nama: String,
    /// Post in the file.
    pub jabatan: String,
    /// Unit in the file.
    pub unit: String,
}

/// A row that would change somebody.
#[derive(Clone, Debug)]
pub struct Change {
    /// Row number.
    pub row: u32,
    /// Whom.
    pub pegawai: PegawaiId,
    /// Name in the file.
    pub nama: String,
    /// NIP in the file.
    pub nip: String,
    /// The cells after the reading rules, so that "before" and "after" are alike.
    pub after: Cells,
    /// Journal and place of the row these cells replace; `None` when no download row is known.
    pub before: Option<(String, i64)>,
}

/// The verdict about a nominatif.
#[derive(Default, Debug)]
pub struct Check {
    /// Counts and lists.
    pub summary: Summary,
    /// The day the data are of.
    pub per_tanggal: Option<Date>,
    /// The first new people.
    pub first_new: Vec<NewRow>,
    /// The first changed people.
    pub changes: Vec<Change>,
    /// NIPs that stand in different rows, each with the row of the second: none of them is taken.
    pub twice: HashMap<u64, u32>,
    /// The government whose people these are.
    pub owner: Option<(String, String)>,
    /// People seen in the file.
    pub seen: HashSet<PegawaiId>,
}

const CHUNK: usize = 2_048;

/// Why a file could not be checked at all.
#[derive(Debug)]
pub enum Unchecked {
    /// The file is at fault.
    Refused(String),
    /// The machine is at fault.
    Failed(String),
}

impl std::fmt::Display for Unchecked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unchecked::Refused(text) | Unchecked::Failed(text) => f.write_str(text),
        }
    }
}

/// A file that is there could not be read: the machine's fault.
pub(crate) fn failed(e: &std::io::Error) -> Unchecked {
    Unchecked::Failed(store::error::io_text(e))
}

impl From<sheet::Error> for Unchecked {
    fn from(e: sheet::Error) -> Unchecked {
        match e {
            sheet::Error::Refusal(r) => Unchecked::Refused(r.to_string()),
            sheet::Error::Failure(e) => failed(&e),
        }
    }
}

/// A row with what it says.
struct Read {
    raw: RawRow,
    reading: Reading,
    hash: [u8; 32],
}

/// What is missing when a file shall found a node and names no government.
pub(crate) const NO_OWNER: &str =
    "IMP-09: Instansi induk tidak diketahui. Isi kolom instansi_induk_id, atau jalankan `sinergi mulai`.";

/// Refuses data of a day that has not come yet.
pub(crate) fn refuse_later_day(per_tanggal: Date, today: Date) -> Result<(), Unchecked> {
    match day::refused(per_tanggal, today) {
        Some(sentence) => Err(Unchecked::Refused(format!(
            "IMP-18: {sentence} Tertulis {}, hari ini {}. Perbaiki tanggalnya, lalu kirim lagi.",
            per_tanggal.dmy(),
            today.dmy()
        ))),
        None => Ok(()),
    }
}

/// What a file says that ends at its heading.
pub(crate) const NO_ROWS: &str =
    "IMP-17: Berkas tidak berisi data: tidak ada baris di bawah baris judul. Isi berkasnya, lalu kirim lagi.";

/// Checks a nominatif file. `each` hears how many rows are read.
pub fn check(
    path: &Path,
    ask: &Ask<'_>,
    known: &Known,
    mut each: impl FnMut(u64),
) -> Result<Check, Unchecked> {
    refuse_later_day(ask.per_tanggal, ask.today)?;
    let hash = store::berkas::hash_file(path).map_err(|e| failed(&e))?;
    let first = ask.tenants.first().map(|t| (t.id.clone(), t.nama.clone()));
    // With several to choose from the file says whose it is.
    let given = first.clone().filter(|_| ask.tenants.len() == 1);
    let tally = pass(path, ask, known, hash, given, &mut each)?;
    if tally.check.summary.rows == 0 {
        return Err(Unchecked::Refused(NO_ROWS.into()));
    }
    match tally.most_named().or(first) {
        // The first instansi named is nearly always the one most rows name; when not, only a second
        // reading can tell whose rows are foreign and whose those without a name.
        Some(most) if tally.check.owner.as_ref() != Some(&most) => {
            drop(tally);
            Ok(pass(path, ask, known, hash, Some(most), &mut each)?.finished())
        }
        // Better said now than after the promise of a preview.
        None if tally.check.owner.is_none() && tally.check.summary.saved() > 0 => {
            Err(Unchecked::Refused(NO_OWNER.into()))
        }
        _ => Ok(tally.finished()),
    }
}

/// Reads the whole file once, as the file of `owner`; of the first instansi it names when none is given.
fn pass<'a>(
    path: &Path,
    ask: &'a Ask<'a>,
    known: &'a Known,
    hash: [u8; 32],
    owner: Option<(String, String)>,
    each: &mut impl FnMut(u64),
) -> Result<Tally<'a>, Unchecked> {
    let mut rows = Rows::open(path, &ask.limits, ask.sheet)?;
    refuse_without_keys(&rows)?;
    let summary = Summary {
        hash,
        sheet: rows.header.sheet.clone(),
        also: rows.header.also.clone(),
        extra: rows.header.extra.iter().map(|e| e.1.clone()).collect(),
        missing: rows.header.missing.clone(),
        ..Summary::default()
    };
    let check = Check { summary, per_tanggal: Some(ask.per_tanggal), owner, ..Check::default() };
    let mut tally = Tally::new(ask, known, check);
    judge(&mut rows, &mut tally, |tally, _, _| {
        if tally.check.summary.rows.is_multiple_of(CHUNK as u64) {
            each(tally.check.summary.rows);
        }
        Ok(())
    })?;
    each(tally.check.summary.rows);
    Ok(tally)
}

/// Judges every row as a check does and hands it on with what is wrong with it: for the file of refused
/// rows, which is complete however long. `check` is what was found out about the same file.
pub(crate) fn each_row(
    rows: &mut Rows,
    ask: &Ask<'_>,
    known: &Known,
    check: &Check,
    mut said: impl FnMut(&RawRow, &Reading) -> Result<(), Unchecked>,
) -> Result<(), Unchecked> {
    let mut tally = Tally::new(ask, known, Check { owner: check.owner.clone(), ..Check::default() });
    judge(rows, &mut tally, |_, raw, reading| said(raw, reading))
}

fn judge(
    rows: &mut Rows,
    tally: &mut Tally<'_>,
    mut said: impl FnMut(&Tally<'_>, &RawRow, &Reading) -> Result<(), Unchecked>,
) -> Result<(), Unchecked> {
    let ask = tally.ask;
    let mut chunk = next_chunk(rows)?;
    while !chunk.is_empty() {
        // The next rows are taken from the file while these are read for what they say.
        let (next, read) = rayon::join(
            || next_chunk(rows),
            || chunk.into_par_iter().map(|raw| read_row(raw, ask)).collect::<Vec<Read>>(),
        );
        for row in read {
            let (raw, reading) = tally.add(row);
            said(tally, &raw, &reading)?;
        }
        chunk = next?;
    }
    Ok(())
}

fn refuse_without_keys(rows: &Rows) -> Result<(), Unchecked> {
    let lacks = rows.lacks();
    if lacks.is_empty() {
        return Ok(());
    }
    Err(Unchecked::Refused(format!(
        "IMP-06: Kolom {} tidak ada di baris judul. Unggah berkas nominatif SIASN yang lengkap.",
        lacks.join(" dan ")
    )))
}

/// Reads up to a chunk of rows.
pub(crate) fn next_chunk(rows: &mut Rows) -> Result<Vec<RawRow>, sheet::Error> {
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut raw = RawRow::default();
    while chunk.len() < CHUNK && rows.next(&mut raw)? {
        let next = RawRow { cells: raw.cells.room(), ..RawRow::default() };
        chunk.push(std::mem::replace(&mut raw, next));
    }
    Ok(chunk)
}

fn read_row(mut raw: RawRow, ask: &Ask<'_>) -> Read {
    let mut reading = nominatif::read(&raw, store::derive::post_id);
    if !reading.refused() {
        reading.troubles.extend((ask.doubts)(&reading.facts, ask.per_tanggal));
        reading.troubles.extend(person::foreign(&raw, ask, ask.tenants));
    }
    // A check counts, it does not record; memory is given back by the thread that took it.
    reading.facts = Vec::new();
    let (cells, extra) = (std::mem::take(&mut raw.cells), std::mem::take(&mut raw.extra));
    let row = SourceRow { layout: LAYOUT, cells, extra };
    let hash = store::derive::row_hash(&row);
    (raw.cells, raw.extra) = (row.cells, row.extra);
    Read { raw, reading, hash }
}
