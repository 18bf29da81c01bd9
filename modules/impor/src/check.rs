//! Check: what a nominatif file would do to the register. Nothing is written.

use crate::file::Rows;
use crate::rule::columns::{LAYOUT, at};
use crate::rule::nominatif::{self, RawRow, Reading};
use crate::rule::trouble::{Trouble, Weight};
use crate::store::Known;
use kernel::{Cells, Date, PegawaiId, SourceRow};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// What the caller knows that the file does not say.
pub struct Ask<'a> {
    /// The day the data are of.
    pub per_tanggal: Date,
    /// Instansi this node serves; empty when the file shall found the node.
    pub tenants: &'a [store::Tenant],
    /// Sheet of a workbook; `None` looks for it.
    pub sheet: Option<&'a str>,
    /// Limits on the file.
    pub limits: sheet::Limits,
    /// What the register's own checks say of a row's facts.
    pub doubts: &'a (dyn Fn(&[kernel::Fact], Date) -> Vec<Trouble> + Sync),
}

/// A trouble with its row.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Row number as a spreadsheet program shows it.
    pub row: u32,
    /// NIP cell of that row.
    pub nip: String,
    /// Name cell of that row.
    pub nama: String,
    /// What is wrong.
    pub trouble: Trouble,
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

/// The verdict about a file.
#[derive(Default, Debug)]
pub struct Check {
    /// SHA-256 of the file.
    pub hash: [u8; 32],
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The day the data are of.
    pub per_tanggal: Option<Date>,
    /// Rows read.
    pub rows: u64,
    /// People the register does not know yet.
    pub new: u64,
    /// People something changes for.
    pub changed: u64,
    /// Rows that say what is known.
    pub same: u64,
    /// Rows that will not be taken.
    pub refused: u64,
    /// Rows taken with something doubtful.
    pub doubtful: u64,
    /// How often each trouble occurs.
    pub counts: BTreeMap<&'static str, (Weight, u64)>,
    /// The first troubles, refusals and doubts apart.
    pub refusals: Vec<Listed>,
    /// The first doubts and notes.
    pub doubts: Vec<Listed>,
    /// The first new people.
    pub first_new: Vec<NewRow>,
    /// The first changed people.
    pub changes: Vec<Change>,
    /// NIPs that stand in different rows: none of them is taken.
    pub twice: HashSet<u64>,
    /// The government whose people these are.
    pub owner: Option<(String, String)>,
    /// Columns beyond the layout.
    pub extra: Vec<String>,
    /// Columns of the layout that are missing.
    pub missing: Vec<String>,
    /// People seen in the file.
    pub seen: HashSet<PegawaiId>,
    /// Units named in the file.
    pub units: HashSet<Box<str>>,
}

/// Lists are shown up to this length; files of refused rows are complete.
pub const LISTED: usize = 2_000;
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

impl From<sheet::Error> for Unchecked {
    fn from(e: sheet::Error) -> Unchecked {
        match e {
            sheet::Error::Refusal(r) => Unchecked::Refused(r.to_string()),
            sheet::Error::Failure(e) => Unchecked::Failed(e.to_string()),
        }
    }
}

/// Where a row stood, for the second one with its NIP.
struct Seen {
    row: u32,
    fingerprint: u64,
    outcome: Outcome,
    doubtful: bool,
    /// Whose name stands there: the two rows may name different people.
    nama: Box<str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    New,
    Changed,
    Same,
    Refused,
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

/// Checks a nominatif file. `each` hears how many rows are read.
pub fn check(
    path: &Path,
    ask: &Ask<'_>,
    known: &Known,
    mut each: impl FnMut(u64),
) -> Result<Check, Unchecked> {
    let hash = store::berkas::hash_file(path).map_err(|e| Unchecked::Failed(e.to_string()))?;
    let given = ask.tenants.first().map(|t| (t.id.clone(), t.nama.clone()));
    let tally = pass(path, ask, known, hash, given, &mut each)?;
    match tally.founder() {
        // The first instansi named is nearly always the one most rows name; when not, only a second
        // reading can tell whose rows are foreign.
        Some(most) if tally.check.owner.as_ref() != Some(&most) => {
            drop(tally);
            Ok(pass(path, ask, known, hash, Some(most), &mut each)?.check)
        }
        // Better said now than after the promise of a preview.
        None if tally.check.owner.is_none() && tally.check.new + tally.check.changed > 0 => {
            Err(Unchecked::Refused(NO_OWNER.into()))
        }
        _ => Ok(tally.check),
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
    let check = Check {
        hash,
        sheet: rows.header.sheet.clone(),
        per_tanggal: Some(ask.per_tanggal),
        extra: rows.header.extra.iter().map(|e| e.1.clone()).collect(),
        missing: rows.header.missing.clone(),
        owner,
        ..Check::default()
    };
    let mut tally =
        Tally { check, known, ask, seen: HashMap::new(), siasn: HashSet::new(), named: Vec::new() };
    let mut chunk = next_chunk(&mut rows)?;
    while !chunk.is_empty() {
        // The next rows are taken from the file while these are read for what they say.
        let (next, read) = rayon::join(
            || next_chunk(&mut rows),
            || chunk.into_par_iter().map(|raw| read_row(raw, ask)).collect::<Vec<Read>>(),
        );
        read.into_iter().for_each(|row| tally.add(row));
        each(tally.check.rows);
        chunk = next?;
    }
    Ok(tally)
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
        reading.troubles.extend(foreign(&raw, ask.tenants));
    }
    // A check counts, it does not record; memory is given back by the thread that took it.
    reading.facts = Vec::new();
    let (cells, extra) = (std::mem::take(&mut raw.cells), std::mem::take(&mut raw.extra));
    let row = SourceRow { layout: LAYOUT, cells, extra };
    let hash = store::derive::row_hash(&row);
    (raw.cells, raw.extra) = (row.cells, row.extra);
    Read { raw, reading, hash }
}

/// A row of another instansi is refused unless that instansi is a tenant of the node.
fn foreign(raw: &RawRow, tenants: &[store::Tenant]) -> Option<Trouble> {
    let id = raw.cells.get(at::INSTANSI).trim();
    if tenants.is_empty() || id.is_empty() || tenants.iter().any(|t| t.id == id) {
        return None;
    }
    let nama = raw.cells.get(at::INSTANSI_NAMA).trim();
    Some(Trouble::new(
        "IMP-07",
        Weight::Refusal,
        "instansi_induk_id",
        id,
        format!("Instansi induk {nama} tidak dilayani simpul ini."),
        "Keluarkan baris ini, atau daftarkan instansinya dengan `sinergi mulai`.",
    ))
}

struct Tally<'a> {
    check: Check,
    known: &'a Known,
    ask: &'a Ask<'a>,
    seen: HashMap<u64, Seen>,
    siasn: HashSet<Box<str>>,
    /// Instansi the rows name (id, name, how many rows), when the file shall found the node.
    named: Vec<(String, String, u64)>,
}

impl Tally<'_> {
    fn add(&mut self, read: Read) {
        let Read { raw, mut reading, hash } = read;
        self.check.rows += 1;
        if self.ask.tenants.is_empty() {
            self.name(&raw);
        }
        let fingerprint = u64::from_be_bytes(hash[..8].try_into().unwrap_or_default());
        if let (false, Some(tenants_none), Some(owner)) =
            (reading.refused(), Some(self.ask.tenants.is_empty()), self.check.owner.as_ref())
            && tenants_none
        {
            let founding = [store::Tenant { id: owner.0.clone(), nama: owner.1.clone() }];
            reading.troubles.extend(foreign(&raw, &founding));
        }
        let person = self.person(&raw, &mut reading);
        let mut outcome = match (reading.refused(), person.and_then(|id| self.known.latest(id))) {
            (true, _) => Outcome::Refused,
            (_, Some(latest)) if latest.hash == hash => Outcome::Same,
            (_, Some(latest)) => {
                self.older(latest.tanggal, &mut reading);
                Outcome::Changed
            }
            (_, None) => {
                if person.is_some() {
                    Outcome::Changed
                } else {
                    Outcome::New
                }
            }
        };
        if let Some(nip) = reading.nip {
            outcome = self.twice(nip.as_u64(), &raw, fingerprint, outcome, &mut reading);
        }
        self.count(&raw, &reading, outcome, person);
    }

    /// Counts the instansi of a row; the first one named is the owner until the file is read.
    fn name(&mut self, raw: &RawRow) {
        let (id, nama) = (raw.cells.get(at::INSTANSI).trim(), raw.cells.get(at::INSTANSI_NAMA).trim());
        if id.is_empty() {
            return;
        }
        match self.named.iter_mut().find(|n| n.0 == id) {
            Some(named) => named.2 += 1,
            None => self.named.push((id.to_owned(), nama.to_owned(), 1)),
        }
        self.check.owner.get_or_insert_with(|| (id.to_owned(), nama.to_owned()));
    }

    /// The instansi most rows name: the owner of a node founded by this file.
    fn founder(&self) -> Option<(String, String)> {
        // The first of equals, so that the answer does not depend on anything but the file.
        let most = self.named.iter().map(|n| n.2).max()?;
        self.named.iter().find(|n| n.2 == most).map(|n| (n.0.clone(), n.1.clone()))
    }

    /// By pns_id, then by NIP; disagreement between the two is a doubt.
    /// Whom a row is about. Somebody another instansi owns is neither shown nor written: ownership
    /// passes by a handover of two sides, never by a file.
    fn person(&mut self, raw: &RawRow, reading: &mut Reading) -> Option<PegawaiId> {
        let person = self.named(raw, reading)?;
        let founder = self.check.owner.as_ref().map_or("", |o| o.0.as_str());
        let named = raw.cells.get(at::INSTANSI).trim();
        let journal = if named.is_empty() { founder } else { named };
        if self.known.owner(person).is_none_or(|owner| owner == journal) {
            return Some(person);
        }
        reading.troubles.push(Trouble::new(
            "IMP-16",
            Weight::Refusal,
            "nip_baru",
            raw.cells.get(at::NIP),
            "NIP atau ID SIASN ini tercatat pada instansi lain.",
            "Bila orangnya pindah, tunggu serah terima dari instansi asal; bila tidak, perbaiki NIP.",
        ));
        None
    }

    fn named(&mut self, raw: &RawRow, reading: &mut Reading) -> Option<PegawaiId> {
        let siasn = raw.cells.get(at::SIASN_ID).trim();
        let by_nip = reading.nip.and_then(|n| self.known.by_nip(n.as_u64()));
        if siasn.is_empty() {
            return by_nip;
        }
        if !self.siasn.insert(siasn.into()) {
            reading.troubles.push(Trouble::new(
                "IMP-13",
                Weight::Doubt,
                "pns_id",
                siasn,
                "ID SIASN ini sudah ada di baris lain berkas ini; orang dicocokkan lewat NIP.",
                "Periksa di SIASN apakah dua orang memakai satu ID.",
            ));
            return by_nip;
        }
        let by_siasn = self.known.by_siasn(siasn);
        if let (Some(a), Some(b)) = (by_siasn, by_nip)
            && a != b
        {
            reading.troubles.push(Trouble::new(
                "IMP-14",
                Weight::Doubt,
                "nip_baru",
                raw.cells.get(at::NIP),
                "NIP ini tercatat pada orang lain di register; orang dicocokkan lewat ID SIASN.",
                "Periksa kedua orang itu sebelum menyimpan.",
            ));
        }
        by_siasn.or(by_nip)
    }

    fn older(&self, latest: Date, reading: &mut Reading) {
        if self.ask.per_tanggal < latest {
            reading.troubles.push(Trouble::new(
                "IMP-15",
                Weight::Doubt,
                "",
                "",
                format!(
                    "Data berkas ini ({}) lebih tua daripada unduhan terakhir orang ini ({}).",
                    self.ask.per_tanggal.dmy(),
                    latest.dmy()
                ),
                "Periksa isian Data per tanggal.",
            ));
        }
    }

    /// A NIP twice in the file: equal rows count once, different rows are all refused.
    fn twice(
        &mut self,
        nip: u64,
        raw: &RawRow,
        fingerprint: u64,
        outcome: Outcome,
        reading: &mut Reading,
    ) -> Outcome {
        let Some(before) = self.seen.get_mut(&nip) else {
            let doubtful = reading.troubles.iter().any(|t| t.weight == Weight::Doubt);
            let nama = raw.cells.get(at::NAMA).trim().into();
            self.seen.insert(nip, Seen { row: raw.number, fingerprint, outcome, doubtful, nama });
            return outcome;
        };
        let same = before.fingerprint == fingerprint;
        let message = match same {
            true => format!("Baris ini sama persis dengan baris {}; baris itu yang dipakai.", before.row),
            false => {
                format!("NIP ini juga ada di baris {} dengan isi lain; keduanya tidak dipakai.", before.row)
            }
        };
        reading.troubles.push(twice_trouble(raw, message));
        if !same && self.check.twice.insert(nip) && before.outcome != Outcome::Refused {
            // The first one was counted before anybody could know.
            match before.outcome {
                Outcome::New => self.check.new -= 1,
                Outcome::Changed => self.check.changed -= 1,
                Outcome::Same => self.check.same -= 1,
                Outcome::Refused => {}
            }
            self.check.refused += 1;
            self.check.doubtful -= u64::from(before.doubtful);
            before.outcome = Outcome::Refused;
            let (row, nama) = (before.row, before.nama.to_string());
            self.check.first_new.retain(|n| n.row != row);
            self.check.changes.retain(|c| c.row != row);
            let message =
                format!("NIP ini juga ada di baris {} dengan isi lain; keduanya tidak dipakai.", raw.number);
            self.note(row, raw, Some(nama), twice_trouble(raw, message));
        }
        Outcome::Refused
    }

    fn count(&mut self, raw: &RawRow, reading: &Reading, outcome: Outcome, person: Option<PegawaiId>) {
        let (nip, nama) = (raw.cells.get(at::NIP).trim(), raw.cells.get(at::NAMA).trim());
        match outcome {
            Outcome::Refused => self.check.refused += 1,
            Outcome::Same => self.check.same += 1,
            Outcome::New => {
                self.check.new += 1;
                if self.check.first_new.len() < LISTED {
                    let cell = |at| raw.cells.get(at).trim().to_owned();
                    self.check.first_new.push(NewRow {
                        row: raw.number,
                        nip: nip.into(),
                        nama: nama.into(),
                        jabatan: cell(at::JABATAN),
                        unit: cell(at::UNOR_NAMA),
                    });
                }
            }
            Outcome::Changed => {
                self.check.changed += 1;
                if let (true, Some(pegawai)) = (self.check.changes.len() < LISTED, person) {
                    let (nip, nama) = (nip.to_owned(), nama.to_owned());
                    let latest = self.known.latest(pegawai);
                    let before =
                        latest.map(|l| (self.known.instansi[usize::from(l.instansi)].clone(), l.seq));
                    let after = raw.cells.clone();
                    self.check.changes.push(Change { row: raw.number, pegawai, nama, nip, after, before });
                }
            }
        }
        if outcome != Outcome::Refused {
            self.check.doubtful += u64::from(reading.troubles.iter().any(|t| t.weight == Weight::Doubt));
            let unit = raw.cells.get(at::UNOR).trim();
            if !unit.is_empty() && !self.check.units.contains(unit) {
                self.check.units.insert(unit.into());
            }
        }
        // Also a refused row is proof that SIASN still knows the person.
        self.check.seen.extend(person);
        for trouble in &reading.troubles {
            self.note(raw.number, raw, None, trouble.clone());
        }
    }

    fn note(&mut self, row: u32, raw: &RawRow, nama: Option<String>, trouble: Trouble) {
        self.check.counts.entry(trouble.code).or_insert((trouble.weight, 0)).1 += 1;
        let list = match trouble.weight {
            Weight::Refusal => &mut self.check.refusals,
            _ => &mut self.check.doubts,
        };
        if list.len() < LISTED {
            let nip = raw.cells.get(at::NIP).trim().to_owned();
            let nama = nama.unwrap_or_else(|| raw.cells.get(at::NAMA).trim().to_owned());
            list.push(Listed { row, nip, nama, trouble });
        }
    }
}

fn twice_trouble(raw: &RawRow, message: String) -> Trouble {
    let nip = raw.cells.get(at::NIP).trim();
    Trouble::new(
        "IMP-04",
        Weight::Refusal,
        "nip_baru",
        nip,
        message,
        "Tentukan baris yang benar, hapus yang lain, lalu kirim ulang.",
    )
}
