//! What a list needs of one person.

use super::{PREDICATE_YEARS, Pokok, is_structural};
use crate::check::{self, Codes, Context, Person as Seen, Status};
use crate::date::Date;
use crate::fact::Rank;
use crate::golongan::Golongan;
use crate::id::PegawaiId;
use crate::kind::{Field, Kind};
use crate::ledger::Row;
use crate::nip;
use crate::snapshot::Snapshot;
use crate::tables::{JenisJabatan, Tables};

/// An assignment in force beside the post held: Plt, Plh, Pj.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Penugasan {
    /// `Plt`, `Plh`, `Pj`.
    pub jenis: Box<str>,
    /// The post served, by id; empty when no document names it.
    pub pos: Box<str>,
    /// Its unit; empty when unknown.
    pub unor: Box<str>,
    /// Its name.
    pub jabatan: Box<str>,
    /// First day.
    pub since: Option<Date>,
}

/// What a list needs of one person, read from a snapshot; made on any core.
#[derive(Clone, Debug)]
pub struct Line {
    /// The person.
    pub id: PegawaiId,
    /// BKN's id of the owning instansi.
    pub instansi: Box<str>,
    /// NIP as stated, which need not be 18 digits.
    pub nip: Box<str>,
    /// Name with titles.
    pub nama: Box<str>,
    /// Name without titles, for search.
    pub bare: Box<str>,
    /// What binds the person to the instansi.
    pub status: Status,
    /// Whether PPPK paruh waktu.
    pub part_time: bool,
    /// Whether the person works.
    pub active: bool,
    /// Legal status in words.
    pub kedudukan: Box<str>,
    /// [`Golongan::code`], 0 when unknown.
    pub golongan: u8,
    /// TMT golongan.
    pub tmt_golongan: Option<Date>,
    /// Kind of post.
    pub jenis: Option<JenisJabatan>,
    /// Name of the post.
    pub jabatan: Box<str>,
    /// Id of the post, empty when unknown.
    pub pos: Box<str>,
    /// Unit.
    pub unor: Box<str>,
    /// Name of the unit as the documents state it.
    pub unor_nama: Box<str>,
    /// Sex as files write it: `M`, `F`, or empty.
    pub sex: Box<str>,
    /// NIK as a number when it is one.
    pub nik: Option<u64>,
    /// Findings about this person alone.
    pub codes: Codes,
    /// Predicate per year, newest last: (year, first letters), empty when none.
    pub predikat: Vec<(i16, Box<str>)>,
    /// Next limit in time and whether it is the end of a contract: its last day; else the first day of pension.
    pub limit: Option<(Date, bool)>,
    /// What statistics and orders of rank are made from.
    pub pokok: Pokok,
    /// Assignments in force; none for most people.
    pub penugasan: Vec<Penugasan>,
    /// Structural posts held before, with the first day without the person; none for most people.
    pub dilepas: Vec<(Box<str>, Date)>,
    /// Day of the newest download that said something new about the person.
    pub unduhan: Option<Date>,
}

impl Line {
    /// Reads a snapshot.
    pub fn read(
        id: PegawaiId,
        instansi: &str,
        snapshot: &Snapshot<'_>,
        tables: &Tables,
        context: &Context<'_>,
    ) -> Line {
        let seen = Seen::new(snapshot, tables, context);
        let text = |field| Box::<str>::from(snapshot.text(field));
        let nama = full_name(snapshot);
        let nik = snapshot.text(Field::Nik);
        Line {
            id,
            instansi: instansi.into(),
            nip: text(Field::Nip),
            bare: text(Field::Nama),
            status: seen.status,
            part_time: part_time(snapshot),
            active: seen.active,
            kedudukan: text(Field::Kedudukan),
            golongan: Golongan::parse(snapshot.text(Field::GolonganNama)).map_or(0, Golongan::code),
            tmt_golongan: snapshot.tmt_of(Kind::Golongan),
            jenis: seen.post,
            jabatan: text(Field::JabatanNama),
            pos: text(Field::PosId),
            unor: text(Field::UnorId),
            unor_nama: text(Field::UnorNama),
            sex: text(Field::JenisKelamin),
            nik: nip::nik_trouble(nik).is_none().then(|| nik.parse().ok()).flatten(),
            codes: check::person(snapshot, tables, context),
            predikat: predicates(snapshot),
            limit: limit(snapshot, &seen),
            pokok: Pokok::read(snapshot, &seen, tables),
            penugasan: assignments(snapshot, &seen),
            dilepas: left(snapshot, &seen),
            unduhan: downloaded(snapshot),
            nama: nama.into(),
        }
    }
}

/// PPPK paruh waktu, as stated or as the words of a download say (practice, no code list of BKN is public).
pub fn part_time(snapshot: &Snapshot<'_>) -> bool {
    let says = |field| snapshot.text(field).to_lowercase().contains("paruh waktu");
    snapshot.text(Field::StatusPegawai) == "PPPK_PARUH_WAKTU"
        || says(Field::Kedudukan)
        || says(Field::JenisPegawai)
}

/// Name with titles, as an SK writes it: `dr. Ratna Wulandari, M.Kes.`
pub fn full_name(snapshot: &Snapshot<'_>) -> String {
    let (front, name, back) =
        (snapshot.text(Field::GelarDepan), snapshot.text(Field::Nama), snapshot.text(Field::GelarBelakang));
    let mut full = String::with_capacity(front.len() + name.len() + back.len() + 3);
    if !front.is_empty() {
        full.push_str(front);
        full.push(' ');
    }
    full.push_str(name);
    if !back.is_empty() {
        full.push_str(", ");
        full.push_str(back);
    }
    full
}

fn predicates(snapshot: &Snapshot<'_>) -> Vec<(i16, Box<str>)> {
    let rows = snapshot.several(Kind::Kinerja).filter_map(|row| {
        let year = row.fact.get(Field::KinerjaTahun)?.as_int()?;
        Some((i16::try_from(year).ok()?, row.fact.text(Field::KinerjaPredikat)?.into()))
    });
    let mut rows: Vec<(i16, Box<str>)> = rows.collect();
    rows.drain(..rows.len().saturating_sub(PREDICATE_YEARS));
    rows
}

/// Assignments of somebody who works.
fn assignments(snapshot: &Snapshot<'_>, seen: &Seen<'_, '_>) -> Vec<Penugasan> {
    let rows = snapshot.several(Kind::Penugasan).filter(|_| seen.active);
    rows.map(|row| {
        let text = |field| Box::<str>::from(row.fact.text(field).unwrap_or(""));
        Penugasan {
            jenis: text(Field::PenugasanJenis),
            pos: text(Field::PenugasanPosId),
            unor: text(Field::PenugasanUnorId),
            jabatan: text(Field::PenugasanJabatan),
            since: row.fact.tmt,
        }
    })
    .collect()
}

/// Structural posts somebody no longer holds, each with the first day without them: the day of the next post,
/// or of the end of service.
fn left(snapshot: &Snapshot<'_>, seen: &Seen<'_, '_>) -> Vec<(Box<str>, Date)> {
    let (ledger, today) = (snapshot.ledger(), snapshot.as_of().effective);
    let structural = |row: &Row| {
        let jenis = row.fact.text(Field::JenisJabatanId).and_then(JenisJabatan::from_code);
        row.fact.text(Field::PosId).is_some_and(|pos| !pos.is_empty()) && jenis.is_some_and(is_structural)
    };
    if !seen.rows(Kind::Jabatan).any(structural) {
        return Vec::new();
    }
    let mut rows: Vec<&Row> = seen.rows(Kind::Jabatan).filter(|row| ledger.since(row) <= today).collect();
    rows.sort_by(|a, b| ledger.order(a, b));
    let over = snapshot.tmt_of(Kind::Pemberhentian).filter(|_| !seen.active);
    // A row that says the same post again is no end of it.
    let next = rows.iter().skip(1).map(|next| Some((post(next), ledger.since(next))));
    let ends = next.chain([over.map(|day| ("", day))]);
    let left = rows.iter().zip(ends).filter(|(row, _)| structural(row)).filter_map(|(row, end)| {
        let (then, day) = end?;
        (then != post(row)).then(|| (post(row).into(), day))
    });
    left.collect()
}

fn post(row: &Row) -> &str {
    row.fact.text(Field::PosId).unwrap_or("")
}

/// The day of the newest download, as far as known.
fn downloaded(snapshot: &Snapshot<'_>) -> Option<Date> {
    let known = snapshot.as_of().known;
    let heads = snapshot.ledger().heads().iter().filter(|head| head.recorded <= known);
    heads.filter(|head| head.document.rank == Rank::Unduhan).filter_map(|head| head.document.tanggal).max()
}

/// End of the contract that runs, else pension (PP 11/2017 art. 239; the age comes from the table).
fn limit(snapshot: &Snapshot<'_>, seen: &Seen<'_, '_>) -> Option<(Date, bool)> {
    if !seen.active {
        return None;
    }
    let contract = snapshot.several(Kind::PerjanjianKerja).filter_map(|row| row.fact.until).max();
    if let Some(end) = contract {
        // Everybody counts to the last day under contract; the ledger keeps the first day without.
        return Some((end.add_days(-1), true));
    }
    seen.pension_day().map(|day| (day, false))
}
