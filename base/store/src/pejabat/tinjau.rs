//! Items of the re-examination queue closed by an officer, with an outcome and a reason. Whatever is
//! recorded or changed afterwards opens the item again: nothing has to be undone for that.

use super::{Pejabat, Surat, append, note};
use crate::bukti::{Bukti, NewBukti, NormVersion, Place, queue, read};
use crate::derive::{self, NOTE_BY, NOTE_REASON, Sink, hex, unhex32};
use crate::error::{Error, Result};
use crate::journal::Writer;
use crate::key::NodeKey;
use crate::schema;
use crate::source::Source;
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::{Entry, EntryId, FactId, PegawaiId, Stamp, Subject};

/// Name of the note that makes an entry the closing of an item; its text is the receipt's entry.
pub(crate) const NOTE: &str = "tinjau_ulang";
const OUTCOME: &str = "hasil";
const SUCCESSOR: &str = "pengganti";
const PACK: &str = "paket";
const STATE: &str = "keadaan";
/// What a document of this sort is called.
pub const DOCUMENT: &str = "Tinjau ulang bukti telaah";

macro_rules! columns {
    () => {
        "t.entri_id, t.seq, t.dicatat, t.oleh, t.hasil, t.alasan, t.pengganti, t.paket, t.keadaan"
    };
}

/// That no closing `t` follows the correction whose entry is `e`.
macro_rules! after_closings {
    () => {
        "NOT EXISTS (SELECT 1 FROM tutup_tinjau t WHERE t.pegawai_id = b.pegawai_id AND t.sasaran = b.entri_id
            AND (t.dicatat > e.dicatat OR (t.dicatat = e.dicatat AND t.seq > e.seq)))"
    };
}
pub(crate) use after_closings;

pub(super) static OF_RECEIPT: Sql = Sql::new(
    "OF_RECEIPT",
    concat!(
        "SELECT ",
        read::columns!(),
        ", ",
        columns!(),
        " FROM bukti b LEFT JOIN tutup_tinjau t ON t.pegawai_id = b.pegawai_id AND t.sasaran = b.entri_id
        WHERE b.pegawai_id = $1 AND b.entri_id = $2 ORDER BY t.dicatat, t.seq"
    ),
);
pub(super) static CORRECTIONS: Sql = Sql::new(
    "CORRECTIONS",
    concat!(
        "SELECT r.entri_id, r.ke FROM bukti b
        JOIN riwayat r ON r.pegawai_id = b.pegawai_id AND r.tindakan > 0
        JOIN bukti_dasar d ON d.pegawai_id = b.pegawai_id AND d.sasaran = r.sasaran AND d.ke = r.sasaran_ke
            AND d.entri_id = b.entri_id
        JOIN entri e ON e.pegawai_id = r.pegawai_id AND e.entri_id = r.entri_id
        WHERE b.pegawai_id = $1 AND b.entri_id = $2
            AND (e.dicatat > b.dicatat OR (e.dicatat = b.dicatat AND e.seq > b.seq))
            AND ",
        after_closings!(),
        " ORDER BY r.entri_id, r.ke"
    ),
);
// The last closing of each receipt, unless a correction came after it; with the versions of the law where
// another pack than the one asked about was in force when it was closed.
pub(super) static CLOSED: Sql = Sql::new(
    "CLOSED",
    concat!(
        "SELECT ",
        read::columns!(),
        ", ",
        columns!(),
        ", n.jenis, n.kunci, n.akta, n.mulai, n.hukum, n.sidik
        FROM (SELECT * FROM tutup_tinjau x WHERE (x.dicatat < $1 OR (x.dicatat = $1 AND x.entri_id < $2))
            AND NOT EXISTS (SELECT 1 FROM tutup_tinjau y WHERE y.pegawai_id = x.pegawai_id AND y.sasaran = x.sasaran
                AND (y.dicatat > x.dicatat OR (y.dicatat = x.dicatat AND y.seq > x.seq)))
            AND NOT EXISTS (SELECT 1 FROM riwayat r
                JOIN bukti_dasar d ON d.pegawai_id = r.pegawai_id AND d.sasaran = r.sasaran AND d.ke = r.sasaran_ke
                JOIN entri e ON e.pegawai_id = r.pegawai_id AND e.entri_id = r.entri_id
                WHERE r.pegawai_id = x.pegawai_id AND r.tindakan > 0 AND d.entri_id = x.sasaran
                    AND (e.dicatat > x.dicatat OR (e.dicatat = x.dicatat AND e.seq > x.seq)))
            ORDER BY x.dicatat DESC, x.entri_id DESC LIMIT $3) t
        JOIN bukti b ON b.pegawai_id = t.pegawai_id AND b.entri_id = t.sasaran
        LEFT JOIN bukti_norma n ON n.pegawai_id = b.pegawai_id AND n.entri_id = b.entri_id AND t.paket <> $4
        ORDER BY t.dicatat DESC, t.entri_id DESC, n.jenis, n.kunci, n.hukum"
    ),
);

/// A closing about to be stored.
#[derive(Clone, Debug)]
pub struct NewTutup<'a> {
    /// The person.
    pub pegawai: PegawaiId,
    /// The receipt.
    pub bukti: EntryId,
    /// The outcome's word.
    pub hasil: &'a str,
    /// Why.
    pub alasan: &'a str,
    /// Hash of the pack that was read.
    pub paket: [u8; 32],
    /// Hash of what had changed of the receipt's law by then.
    pub keadaan: [u8; 32],
    /// The last closing known to whoever closes.
    pub after: Option<EntryId>,
    /// The corrections they have read, in order.
    pub read: &'a [FactId],
}

/// A closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tutup {
    /// Its entry.
    pub entry: EntryId,
    /// Its place in the journal.
    pub seq: i64,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Full name and role.
    pub by: String,
    /// The outcome's word.
    pub hasil: String,
    /// Why.
    pub alasan: String,
    /// The receipt that took its place.
    pub pengganti: Option<EntryId>,
    /// Hash of the pack in force.
    pub paket: [u8; 32],
    /// Hash of what had changed of its law.
    pub keadaan: [u8; 32],
}

/// A closed item with its receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selesai {
    /// The receipt.
    pub bukti: Bukti,
    /// Its last closing.
    pub tutup: Tutup,
    /// Its versions of the law; none when the pack asked about was in force at the closing.
    pub versi: Vec<NormVersion>,
}

const CHANGED: &str = "Ada perubahan baru pada bukti ini sejak halamannya dibuka, atau butirnya sudah ditutup orang lain. Muat ulang halaman bukti, baca yang baru, lalu tutup lagi.";

/// Closes an item; a receipt that takes the old one's place is stored in the same transaction. Answers the
/// entry of the closing.
///
/// # Errors
/// When something touched the receipt that whoever closes has not read, or storage fails; then nothing
/// was written.
pub fn close(
    conn: &mut Conn,
    key: &NodeKey,
    source: &mut Source,
    who: &Pejabat<'_>,
    new: &NewTutup<'_>,
    renewed: Option<&NewBukti<'_>>,
) -> Result<EntryId> {
    conn.transaction(|conn| {
        let mut writer = Writer::open(conn, key, source, who.instansi)?;
        let conn = writer.conn();
        let last =
            of_receipt(conn, new.pegawai, new.bukti)?.and_then(|(_, closings)| Some(closings.last()?.entry));
        if last != new.after || corrections(conn, new.pegawai, new.bukti)? != new.read {
            return Err(Error::Refused(CHANGED.into()));
        }
        let mut notes = vec![
            note(NOTE, &new.bukti.to_string()),
            note(OUTCOME, new.hasil),
            note(NOTE_REASON, new.alasan),
            note(NOTE_BY, who.by),
            note(PACK, &hex(&new.paket)),
            note(STATE, &hex(&new.keadaan)),
        ];
        if let Some(renewed) = renewed {
            let recorded = writer.moment();
            let entry = crate::bukti::entry(renewed, writer.source().entry_id(recorded), recorded);
            writer.append(&entry)?;
            notes.push(note(SUCCESSOR, &entry.id.to_string()));
        }
        let surat = Surat { jenis: DOCUMENT, ..Surat::default() };
        let entry = append(&mut writer, who, Subject::Pegawai(new.pegawai), surat, notes)?;
        writer.finish()?;
        Ok(entry)
    })
}

pub(super) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let text = |name| derive::note(entry, name).unwrap_or("");
    let (Subject::Pegawai(person), Some(bukti), Some(paket), Some(keadaan)) =
        (&entry.subject, EntryId::parse(text(NOTE)), unhex32(text(PACK)), unhex32(text(STATE)))
    else {
        return Ok(());
    };
    let successor = EntryId::parse(text(SUCCESSOR)).map_or(Bind::Null, |id| Bind::Uuid(id.0));
    sink.insert(
        &schema::TUTUP_TINJAU,
        &[
            Bind::Uuid(person.0),
            Bind::Uuid(bukti.0),
            Bind::Uuid(entry.id.0),
            Bind::Text(instansi),
            Bind::Int(seq),
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            Bind::Text(text(NOTE_BY)),
            Bind::Text(text(OUTCOME)),
            Bind::Text(text(NOTE_REASON)),
            successor,
            Bind::Blob(&paket),
            Bind::Blob(&keadaan),
        ],
    )
}

/// One receipt of a person with its closings, oldest first.
pub fn of_receipt(conn: &mut Conn, id: PegawaiId, bukti: EntryId) -> Result<Option<(Bukti, Vec<Tutup>)>> {
    let mut found: Option<(Bukti, Vec<Tutup>)> = None;
    conn.for_each(&OF_RECEIPT, &[Bind::Uuid(id.0), Bind::Uuid(bukti.0)], |r| {
        let closings = match found.take() {
            Some(found) => found,
            None => (read::row(r)?, Vec::new()),
        };
        let (bukti, mut closings) = closings;
        if r.opt_uuid(read::COLUMNS)?.is_some() {
            closings.push(tutup(r)?);
        }
        found = Some((bukti, closings));
        Ok(())
    })?;
    Ok(found)
}

/// Corrections of what a receipt rests on that no closing has seen, in order.
pub fn corrections(conn: &mut Conn, id: PegawaiId, bukti: EntryId) -> Result<Vec<FactId>> {
    conn.all(&CORRECTIONS, &[Bind::Uuid(id.0), Bind::Uuid(bukti.0)], |r| {
        Ok(FactId { entry: EntryId(r.uuid(0)?), ordinal: r.int(1)? as u16 })
    })
}

/// Closed items after a place, newest first, at most `limit`; those a correction opened again are left
/// out. `paket` is the pack in force.
pub fn closed(conn: &mut Conn, paket: &[u8; 32], after: Place, limit: usize) -> Result<Vec<Selesai>> {
    let [recorded, entry] = after.binds();
    let mut all: Vec<Selesai> = Vec::new();
    conn.for_each(&CLOSED, &[recorded, entry, Bind::Int(limit as i64), Bind::Blob(paket)], |r| {
        let tutup = tutup(r)?;
        if all.last().is_none_or(|last| last.tutup.entry != tutup.entry) {
            all.push(Selesai { bukti: read::row(r)?, tutup, versi: Vec::new() });
        }
        let at = read::COLUMNS + OWN;
        if let (Some(_), Some(last)) = (r.opt_blob(at + 5)?, all.last_mut()) {
            last.versi.push(queue::version(r, at)?);
        }
        Ok(())
    })?;
    Ok(all)
}

/// How many columns a closing has.
const OWN: usize = 9;

fn tutup(r: &Row<'_>) -> Result<Tutup> {
    let at = |n| read::COLUMNS + n;
    let text = |n| Ok::<_, Error>(r.text(at(n))?.to_owned());
    Ok(Tutup {
        entry: EntryId(r.uuid(at(0))?),
        seq: r.int(at(1))?,
        recorded: r.stamp(at(2))?,
        by: text(3)?,
        hasil: text(4)?,
        alasan: text(5)?,
        pengganti: r.opt_uuid(at(6))?.map(EntryId),
        paket: read::hash(r.blob(at(7))?)?,
        keadaan: read::hash(r.blob(at(8))?)?,
    })
}
