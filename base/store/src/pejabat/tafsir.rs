//! Where the law answers with several defensible positions an official chooses one for one person and norm,
//! with a reason. The answer of the law stays what it is; the choice stands beside it until a later entry
//! takes its place or takes it back.

use super::{Pejabat, Surat, append, note};
use crate::derive::{self, NOTE_BY, NOTE_REASON, Sink, hex, unhex32};
use crate::error::{Error, Result};
use crate::journal::Writer;
use crate::key::NodeKey;
use crate::schema;
use crate::source::Source;
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::{Date, Entry, EntryId, PegawaiId, Stamp, Subject};

/// Name of the note that makes an entry a choice, or takes one back; its text is the norm.
pub(crate) const NOTE: &str = "pilih_tafsir";
/// What a document of this sort is called when the official names none.
pub const DOCUMENT: &str = "Pilihan posisi hukum";

/// Entries read about one person.
const MOST: i64 = 1_000;

pub(super) static OF_PERSON: Sql = Sql::new(
    "OF_PERSON_TAFSIR",
    "SELECT norma, entri_id, dicatat, oleh, pejabat, posisi, bunyi, jawaban, berlaku, hukum, paket, sidik,
            tertutup, alasan, nomor, tanggal
        FROM pilih_tafsir WHERE pegawai_id = $1 ORDER BY dicatat, seq LIMIT $2",
);

/// A position as it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posisi {
    /// Its key in the norm.
    pub kunci: String,
    /// Its wording then.
    pub bunyi: String,
    /// What followed from it then, in words.
    pub jawaban: String,
    /// Day asked about.
    pub berlaku: Date,
    /// Law date.
    pub hukum: Date,
    /// Hash of the pack.
    pub paket: [u8; 32],
    /// Hash of all the norm was read from.
    pub sidik: [u8; 32],
}

/// A choice about to be stored, or the taking back of one.
#[derive(Clone, Debug)]
pub struct NewPilihan<'a> {
    /// The person.
    pub pegawai: PegawaiId,
    /// The norm.
    pub norma: &'a str,
    /// Who chooses: name and office.
    pub pejabat: &'a str,
    /// What is chosen; nothing takes the choice before it back.
    pub posisi: Option<Posisi>,
    /// Whether closed facts are in it, in the words of receipts.
    pub tertutup: &'a str,
    /// Why.
    pub alasan: &'a str,
    /// Number of the paper it stands on; may be empty.
    pub nomor: &'a str,
    /// Its date.
    pub tanggal: Option<Date>,
    /// The last entry about this norm known to whoever chooses.
    pub after: Option<EntryId>,
}

/// An entry about a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pilihan {
    /// The norm.
    pub norma: String,
    /// Its entry.
    pub entry: EntryId,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Full name and role of who recorded it.
    pub by: String,
    /// Who chose: name and office.
    pub pejabat: String,
    /// What was chosen; nothing when it took a choice back.
    pub posisi: Option<Posisi>,
    /// Whether closed facts are in it.
    pub tertutup: String,
    /// Why.
    pub alasan: String,
    /// Number of the paper.
    pub nomor: String,
    /// Its date.
    pub tanggal: Option<Date>,
}

const FASTER: &str = "Posisi untuk norma ini baru saja dipilih atau dicabut orang lain. Muat ulang halamannya, baca yang baru, lalu putuskan lagi.";

/// Writes a choice into the journal; answers its entry.
///
/// # Errors
/// When somebody wrote one meanwhile, or storage fails; then nothing was written.
pub fn record(
    conn: &mut Conn,
    key: &NodeKey,
    source: &mut Source,
    who: &Pejabat<'_>,
    new: &NewPilihan<'_>,
) -> Result<EntryId> {
    conn.transaction(|conn| {
        let mut writer = Writer::open(conn, key, source, who.instansi)?;
        let known = of_person(writer.conn(), new.pegawai)?;
        let last = known.iter().rev().find(|p| p.norma == new.norma).map(|p| p.entry);
        if last != new.after {
            return Err(Error::Refused(FASTER.into()));
        }
        let surat = Surat { jenis: DOCUMENT, nomor: new.nomor, tanggal: new.tanggal };
        let entry = append(&mut writer, who, Subject::Pegawai(new.pegawai), surat, notes(who, new))?;
        writer.finish()?;
        Ok(entry)
    })
}

fn notes(who: &Pejabat<'_>, new: &NewPilihan<'_>) -> Vec<super::Note> {
    let mut notes = vec![
        note(NOTE, new.norma),
        note("pejabat", new.pejabat),
        note("tertutup", new.tertutup),
        note(NOTE_REASON, new.alasan),
        note(NOTE_BY, who.by),
    ];
    if let Some(posisi) = &new.posisi {
        notes.extend([
            note("posisi", &posisi.kunci),
            note("bunyi", &posisi.bunyi),
            note("jawaban", &posisi.jawaban),
            note("berlaku", &posisi.berlaku.to_string()),
            note("hukum", &posisi.hukum.to_string()),
            note("paket", &hex(&posisi.paket)),
            note("sidik", &hex(&posisi.sidik)),
        ]);
    }
    notes
}

pub(super) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let Subject::Pegawai(person) = &entry.subject else { return Ok(()) };
    let text = |name| derive::note(entry, name).unwrap_or("");
    let day = |name| Bind::date(Date::parse(text(name)));
    let (paket, sidik) = (unhex32(text("paket")), unhex32(text("sidik")));
    if !text("posisi").is_empty() && (paket.is_none() || sidik.is_none()) {
        return Ok(());
    }
    sink.insert(
        &schema::PILIH_TAFSIR,
        &[
            Bind::Uuid(person.0),
            Bind::Text(text(NOTE)),
            Bind::Uuid(entry.id.0),
            Bind::Text(instansi),
            Bind::Int(seq),
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            Bind::Text(text(NOTE_BY)),
            Bind::Text(text("pejabat")),
            Bind::Text(text("posisi")),
            Bind::Text(text("bunyi")),
            Bind::Text(text("jawaban")),
            day("berlaku"),
            day("hukum"),
            paket.as_ref().map_or(Bind::Null, |h| Bind::Blob(h)),
            sidik.as_ref().map_or(Bind::Null, |h| Bind::Blob(h)),
            Bind::Text(text("tertutup")),
            Bind::Text(text(NOTE_REASON)),
            Bind::Text(&entry.document.nomor),
            Bind::date(entry.document.tanggal),
        ],
    )
}

/// Choices about a person, oldest first, of every norm.
pub fn of_person(conn: &mut Conn, id: PegawaiId) -> Result<Vec<Pilihan>> {
    conn.all(&OF_PERSON, &[Bind::Uuid(id.0), Bind::Int(MOST)], row)
}

fn row(r: &Row<'_>) -> Result<Pilihan> {
    let text = |at| Ok::<_, Error>(r.text(at)?.to_owned());
    let hash = |at| r.opt_blob(at)?.map(crate::bukti::read::hash).transpose();
    let kunci = Some(r.text(5)?).filter(|kunci| !kunci.is_empty());
    let parts = (kunci, r.opt_date(8)?, r.opt_date(9)?, hash(10)?, hash(11)?);
    let posisi = match parts {
        (Some(kunci), Some(berlaku), Some(hukum), Some(paket), Some(sidik)) => Some(Posisi {
            kunci: kunci.to_owned(),
            bunyi: text(6)?,
            jawaban: text(7)?,
            berlaku,
            hukum,
            paket,
            sidik,
        }),
        _ => None,
    };
    Ok(Pilihan {
        norma: text(0)?,
        entry: EntryId(r.uuid(1)?),
        recorded: r.stamp(2)?,
        by: text(3)?,
        pejabat: text(4)?,
        posisi,
        tertutup: text(12)?,
        alasan: text(13)?,
        nomor: text(14)?,
        tanggal: r.opt_date(15)?,
    })
}
