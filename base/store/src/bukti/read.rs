//! Receipts read back.

use crate::error::{Error, Result};
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::{Date, EntryId, PegawaiId, Stamp};

/// Columns of a receipt, its table called `b`.
macro_rules! columns {
    () => {
        "b.pegawai_id, b.entri_id, b.instansi_id, b.dicatat, b.pelaku, b.oleh, b.norma, b.putusan, b.berlaku, b.diketahui, \
         b.hukum, b.hukum_diketahui, b.wilayah, b.paket, b.mesin, b.tertutup, b.keperluan, b.sidik, b.seq"
    };
}
pub(crate) use columns;

/// How many columns that are.
pub(crate) const COLUMNS: usize = 19;

pub(super) static OF_PERSON: Sql = Sql::new(
    "OF_PERSON",
    concat!(
        "SELECT ",
        columns!(),
        " FROM bukti b WHERE b.pegawai_id = $1 AND (b.dicatat < $2 OR (b.dicatat = $2 AND b.entri_id < $3))
        ORDER BY b.dicatat DESC, b.entri_id DESC LIMIT $4"
    ),
);
pub(super) static NEWEST: Sql = Sql::new(
    "NEWEST",
    concat!(
        "SELECT ",
        columns!(),
        " FROM bukti b WHERE b.dicatat < $1 OR (b.dicatat = $1 AND b.entri_id < $2)
        ORDER BY b.dicatat DESC, b.entri_id DESC LIMIT $3"
    ),
);
pub(super) static ONE: Sql = Sql::new(
    "ONE",
    concat!("SELECT ", columns!(), " FROM bukti b WHERE b.pegawai_id = $1 AND b.entri_id = $2"),
);

/// A receipt as its row tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bukti {
    /// The person.
    pub pegawai: PegawaiId,
    /// Its entry.
    pub entry: EntryId,
    /// Whose journal it stands in.
    pub instansi: String,
    /// Its place in that journal.
    pub seq: i64,
    /// When it was stored (dicatat).
    pub recorded: Stamp,
    /// Account name of who stored it.
    pub actor: String,
    /// Full name and role.
    pub by: String,
    /// The norm.
    pub norma: String,
    /// The answer's word.
    pub putusan: String,
    /// Day asked about.
    pub berlaku: Date,
    /// Facts known by then.
    pub diketahui: Stamp,
    /// Law date.
    pub hukum: Date,
    /// Law known by then.
    pub hukum_diketahui: Date,
    /// Region whose acts counted; empty when none was said.
    pub wilayah: String,
    /// Hash of the pack.
    pub paket: [u8; 32],
    /// Version of the engine.
    pub mesin: u32,
    /// Whether closed facts are in it.
    pub tertutup: String,
    /// What it is for.
    pub keperluan: String,
    /// Hash of its text.
    pub sidik: [u8; 32],
}

/// A place in lists of receipts, newest first: what comes after it is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// When.
    pub recorded: Stamp,
    /// Which.
    pub entry: EntryId,
}

impl Place {
    /// Before the newest.
    pub const NEWEST: Place = Place { recorded: Stamp::MAX, entry: EntryId([255; 16]) };

    /// As addresses write it.
    pub fn text(self) -> String {
        format!("{}-{}", self.recorded.0, self.entry)
    }

    /// From such a text.
    pub fn parse(text: &str) -> Option<Place> {
        let (recorded, entry) = text.split_once('-')?;
        Some(Place { recorded: Stamp(recorded.parse().ok()?), entry: EntryId::parse(entry)? })
    }

    pub(crate) fn binds(&self) -> [Bind<'_>; 2] {
        [Bind::Stamp(self.recorded), Bind::Uuid(self.entry.0)]
    }
}

impl Bukti {
    /// Where it stands in a list.
    pub fn place(&self) -> Place {
        Place { recorded: self.recorded, entry: self.entry }
    }
}

/// Receipts of a person after a place, newest first, at most `limit`.
pub fn of_person(conn: &mut Conn, id: PegawaiId, after: Place, limit: usize) -> Result<Vec<Bukti>> {
    let [recorded, entry] = after.binds();
    conn.all(&OF_PERSON, &[Bind::Uuid(id.0), recorded, entry, Bind::Int(limit as i64)], row)
}

/// Receipts of everybody after a place, newest first, at most `limit`.
pub fn newest(conn: &mut Conn, after: Place, limit: usize) -> Result<Vec<Bukti>> {
    let [recorded, entry] = after.binds();
    conn.all(&NEWEST, &[recorded, entry, Bind::Int(limit as i64)], row)
}

/// One receipt of a person.
pub fn one(conn: &mut Conn, id: PegawaiId, entry: EntryId) -> Result<Option<Bukti>> {
    conn.one(&ONE, &[Bind::Uuid(id.0), Bind::Uuid(entry.0)], row)
}

pub(crate) fn hash(bytes: &[u8]) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| Error::Corrupt("sidik bukti bukan 32 bita".into()))
}

pub(crate) fn row(r: &Row<'_>) -> Result<Bukti> {
    let text = |at| Ok::<_, Error>(r.text(at)?.to_owned());
    let day = |at| r.opt_date(at)?.ok_or_else(|| Error::Corrupt("tanggal bukti kosong".into()));
    Ok(Bukti {
        pegawai: PegawaiId(r.uuid(0)?),
        entry: EntryId(r.uuid(1)?),
        instansi: text(2)?,
        recorded: r.stamp(3)?,
        actor: text(4)?,
        by: text(5)?,
        norma: text(6)?,
        putusan: text(7)?,
        berlaku: day(8)?,
        diketahui: r.stamp(9)?,
        hukum: day(10)?,
        hukum_diketahui: day(11)?,
        wilayah: text(12)?,
        paket: hash(r.blob(13)?)?,
        mesin: u32::try_from(r.int(14)?).unwrap_or(0),
        tertutup: text(15)?,
        keperluan: text(16)?,
        sidik: hash(r.blob(17)?)?,
        seq: r.int(18)?,
    })
}
