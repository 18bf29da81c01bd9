//! The re-examination queue: receipts that rest on a statement corrected or annulled after them, and
//! receipts made with another pack, whose versions of the law may read differently now.

use super::NormVersion;
use super::read::{self, Bukti, COLUMNS, Place};
use crate::error::{Error, Result};
use crate::pejabat::tinjau::after_closings;
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::codec::read_document_bytes;
use kernel::{Document, EntryId, FactId, Kind, PegawaiId, Stamp};

pub(super) static TOUCHED: Sql = Sql::new(
    "TOUCHED",
    concat!(
        "SELECT ",
        read::columns!(),
        ", r.entri_id, r.ke, r.tindakan, r.jenis, r.sasaran, r.sasaran_ke, e.dicatat, e.dokumen, s.dokumen
        FROM bukti b
        JOIN riwayat r ON r.pegawai_id = b.pegawai_id AND r.tindakan > 0
        JOIN bukti_dasar d ON d.pegawai_id = b.pegawai_id AND d.sasaran = r.sasaran AND d.ke = r.sasaran_ke
            AND d.entri_id = b.entri_id
        JOIN entri e ON e.pegawai_id = r.pegawai_id AND e.entri_id = r.entri_id
        JOIN entri s ON s.pegawai_id = r.pegawai_id AND s.entri_id = r.sasaran
        WHERE (b.dicatat < $1 OR (b.dicatat = $1 AND b.entri_id < $2))
            AND (e.dicatat > b.dicatat OR (e.dicatat = b.dicatat AND e.seq > b.seq))
            AND ",
        after_closings!(),
        " ORDER BY b.dicatat DESC, b.entri_id DESC, e.dicatat, r.entri_id, r.ke LIMIT $3"
    ),
);

pub(super) static OF_OTHER_PACKS: Sql = Sql::new(
    "OF_OTHER_PACKS",
    concat!(
        "SELECT ",
        read::columns!(),
        ", n.jenis, n.kunci, n.akta, n.mulai, n.hukum, n.sidik,
            (SELECT t.keadaan FROM tutup_tinjau t WHERE t.pegawai_id = b.pegawai_id AND t.sasaran = b.entri_id
                ORDER BY t.dicatat DESC, t.seq DESC LIMIT 1)
        FROM (SELECT * FROM bukti k WHERE k.paket <> $1 AND (k.dicatat < $2 OR (k.dicatat = $2 AND k.entri_id < $3))
            AND NOT EXISTS (SELECT 1 FROM tutup_tinjau t WHERE t.pegawai_id = k.pegawai_id AND t.sasaran = k.entri_id
                AND t.paket = $1)
            ORDER BY k.dicatat DESC, k.entri_id DESC LIMIT $4) b
        JOIN bukti_norma n ON n.pegawai_id = b.pegawai_id AND n.entri_id = b.entri_id
        ORDER BY b.dicatat DESC, b.entri_id DESC, n.jenis, n.kunci, n.hukum"
    ),
);

pub(super) static VERSIONS: Sql = Sql::new(
    "VERSIONS",
    "SELECT jenis, kunci, akta, mulai, hukum, sidik FROM bukti_norma WHERE pegawai_id = $1 AND entri_id = $2
        ORDER BY jenis, kunci, hukum",
);

/// What was corrected or annulled after a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The statement that corrects.
    pub by: FactId,
    /// It annuls.
    pub annuls: bool,
    /// What sort of statement.
    pub kind: Kind,
    /// The statement the receipt rests on.
    pub target: FactId,
    /// When the correction was recorded.
    pub recorded: Stamp,
    /// The document that corrects.
    pub document: Document,
    /// The document that is corrected.
    pub corrected: Document,
}

/// A receipt and what touched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The receipt.
    pub bukti: Bukti,
    /// In order of recording.
    pub corrections: Vec<Correction>,
}

/// A receipt made with another pack, and the versions of the law it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Older {
    /// The receipt.
    pub bukti: Bukti,
    /// The versions.
    pub versi: Vec<NormVersion>,
    /// What of its law had changed when it was last closed (see [`crate::pejabat::tinjau`]).
    pub closed: Option<[u8; 32]>,
}

/// Receipts after a place that rest on a statement corrected or annulled since, newest first; corrections
/// that somebody closed are left out. At most
/// `limit` corrections are read; where they end, the last receipt is told with those read.
pub fn touched(conn: &mut Conn, after: Place, limit: usize) -> Result<Vec<Touched>> {
    let [recorded, entry] = after.binds();
    let mut all: Vec<Touched> = Vec::new();
    conn.for_each(&TOUCHED, &[recorded, entry, Bind::Int(limit as i64)], |r| {
        let bukti = read::row(r)?;
        let correction = correction(r)?;
        match all.last_mut().filter(|last| last.bukti.place() == bukti.place()) {
            Some(last) => last.corrections.push(correction),
            None => all.push(Touched { bukti, corrections: vec![correction] }),
        }
        Ok(())
    })?;
    Ok(all)
}

/// Receipts after a place that were made with another pack, newest first, at most `limit`; those closed
/// under this very pack are left out.
pub fn of_other_packs(conn: &mut Conn, paket: &[u8; 32], after: Place, limit: usize) -> Result<Vec<Older>> {
    let [recorded, entry] = after.binds();
    let mut all: Vec<Older> = Vec::new();
    let binds = [Bind::Blob(paket), recorded, entry, Bind::Int(limit as i64)];
    conn.for_each(&OF_OTHER_PACKS, &binds, |r| {
        let (place, version) =
            (Place { recorded: r.stamp(3)?, entry: EntryId(r.uuid(1)?) }, version(r, COLUMNS)?);
        match all.last_mut().filter(|last| last.bukti.place() == place) {
            Some(last) => last.versi.push(version),
            None => {
                let closed = r.opt_blob(COLUMNS + 6)?.map(read::hash).transpose()?;
                all.push(Older { bukti: read::row(r)?, versi: vec![version], closed });
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// The versions of the law a receipt was read from.
pub fn versions(conn: &mut Conn, id: PegawaiId, entry: EntryId) -> Result<Vec<NormVersion>> {
    conn.all(&VERSIONS, &[Bind::Uuid(id.0), Bind::Uuid(entry.0)], |r| version(r, 0))
}

fn correction(r: &Row<'_>) -> Result<Correction> {
    let at = |n| COLUMNS + n;
    let fact = |entry, ke| {
        Ok::<_, Error>(FactId { entry: EntryId(r.uuid(at(entry))?), ordinal: r.int(at(ke))? as u16 })
    };
    let code = r.int(at(3))?;
    let kind = u16::try_from(code).ok().and_then(Kind::from_code);
    Ok(Correction {
        by: fact(0, 1)?,
        annuls: r.int(at(2))? == 2,
        kind: kind.ok_or_else(|| Error::Corrupt(format!("jenis riwayat {code} belum dikenal")))?,
        target: fact(4, 5)?,
        recorded: r.stamp(at(6))?,
        document: read_document_bytes(r.blob(at(7))?)?,
        corrected: read_document_bytes(r.blob(at(8))?)?,
    })
}

/// A version of the law whose columns begin at a place.
pub(crate) fn version(r: &Row<'_>, from: usize) -> Result<NormVersion> {
    let at = |n| from + n;
    let text = |n| Ok::<_, Error>(r.text(at(n))?.to_owned());
    let day = |n| r.opt_date(at(n))?.ok_or_else(|| Error::Corrupt("tanggal versi norma kosong".into()));
    Ok(NormVersion {
        jenis: text(0)?,
        kunci: text(1)?,
        akta: text(2)?,
        mulai: day(3)?,
        hukum: day(4)?,
        sidik: read::hash(r.blob(at(5))?)?,
    })
}
