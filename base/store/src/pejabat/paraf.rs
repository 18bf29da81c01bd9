//! Norms signed by legal staff: whoever signs has compared article, rule and golden cases. The signature is
//! about the text as it read on a law date; a later entry may take it back.

use super::{Pejabat, Surat, append, note};
use crate::derive::{self, NOTE_BY, NOTE_REASON, Sink, hex, unhex32};
use crate::error::{Error, Result};
use crate::journal::Writer;
use crate::key::NodeKey;
use crate::schema;
use crate::source::Source;
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::{Date, Entry, EntryId, Stamp, Subject};

/// Name of the note that makes an entry a signature, or takes one back; its text is the norm.
pub(crate) const NOTE: &str = "paraf_norma";
const TAKES_BACK: &str = "mencabut";
/// What a document of this sort is called.
pub const DOCUMENT: &str = "Paraf norma";

/// Entries read of an instansi.
const MOST: i64 = 50_000;

pub(super) static OF_INSTANSI: Sql = Sql::new(
    "OF_INSTANSI",
    "SELECT norma, entri_id, dicatat, pelaku, oleh, hukum, paket, sidik, sidik_kasus, sasaran, catatan
        FROM paraf WHERE instansi_id = $1 ORDER BY norma, dicatat, seq LIMIT $2",
);
pub(super) static OF_NORM: Sql = Sql::new(
    "OF_NORM",
    "SELECT norma, entri_id, dicatat, pelaku, oleh, hukum, paket, sidik, sidik_kasus, sasaran, catatan
        FROM paraf WHERE instansi_id = $1 AND norma = $2 ORDER BY dicatat, seq LIMIT $3",
);

/// What is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naskah {
    /// Law date.
    pub hukum: Date,
    /// Hash of the pack.
    pub paket: [u8; 32],
    /// Hash of what the norm says.
    pub sidik: [u8; 32],
    /// Hash of its golden cases.
    pub kasus: [u8; 32],
}

/// A signature, or the taking back of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paraf {
    /// The norm.
    pub norma: String,
    /// Its entry.
    pub entry: EntryId,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Account name.
    pub actor: String,
    /// Full name and role.
    pub by: String,
    /// What was signed.
    pub naskah: Naskah,
    /// The signature it takes back.
    pub mencabut: Option<EntryId>,
    /// A remark, or why it is taken back.
    pub catatan: String,
}

const FASTER: &str = "Paraf itu sudah dicabut, atau bunyi ini sudah Anda paraf. Muat ulang halaman norma.";

/// Signs a norm, or takes back the signature `mencabut`; answers the entry.
///
/// # Errors
/// When the same account signed the same text already, the signature is no longer in force, or storage
/// fails; then nothing was written.
pub fn record(
    conn: &mut Conn,
    key: &NodeKey,
    source: &mut Source,
    who: &Pejabat<'_>,
    norma: &str,
    naskah: &Naskah,
    (mencabut, catatan): (Option<EntryId>, &str),
) -> Result<EntryId> {
    conn.transaction(|conn| {
        let mut writer = Writer::open(conn, key, source, who.instansi)?;
        let all = of_norm(writer.conn(), who.instansi, norma)?;
        let open = match mencabut {
            Some(entry) => in_force(&all).any(|p| p.entry == entry),
            None => !in_force(&all).any(|p| signs(p, who.actor, naskah)),
        };
        if !open {
            return Err(Error::Refused(FASTER.into()));
        }
        let mut notes = vec![
            note(NOTE, norma),
            note("hukum", &naskah.hukum.to_string()),
            note("paket", &hex(&naskah.paket)),
            note("sidik", &hex(&naskah.sidik)),
            note("sidik_kasus", &hex(&naskah.kasus)),
            note(NOTE_REASON, catatan),
            note(NOTE_BY, who.by),
        ];
        notes.extend(mencabut.map(|entry| note(TAKES_BACK, &entry.to_string())));
        let surat = Surat { jenis: DOCUMENT, ..Surat::default() };
        let entry = append(&mut writer, who, Subject::Instansi, surat, notes)?;
        writer.finish()?;
        Ok(entry)
    })
}

/// Whether an account signed exactly this text with it.
pub fn signs(paraf: &Paraf, actor: &str, naskah: &Naskah) -> bool {
    paraf.actor == actor && (paraf.naskah.sidik, paraf.naskah.kasus) == (naskah.sidik, naskah.kasus)
}

/// The signatures nobody took back.
pub fn in_force(all: &[Paraf]) -> impl Iterator<Item = &Paraf> {
    let back = |entry| all.iter().any(|p| p.mencabut == Some(entry));
    all.iter().filter(move |p| p.mencabut.is_none() && !back(p.entry))
}

pub(super) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let text = |name| derive::note(entry, name).unwrap_or("");
    let (Some(hukum), Some(paket), Some(sidik), Some(kasus)) = (
        Date::parse(text("hukum")),
        unhex32(text("paket")),
        unhex32(text("sidik")),
        unhex32(text("sidik_kasus")),
    ) else {
        return Ok(());
    };
    let back = EntryId::parse(text(TAKES_BACK)).map_or(Bind::Null, |id| Bind::Uuid(id.0));
    sink.insert(
        &schema::PARAF,
        &[
            Bind::Text(instansi),
            Bind::Text(text(NOTE)),
            Bind::Uuid(entry.id.0),
            Bind::Int(seq),
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            Bind::Text(text(NOTE_BY)),
            Bind::Date(hukum),
            Bind::Blob(&paket),
            Bind::Blob(&sidik),
            Bind::Blob(&kasus),
            back,
            Bind::Text(text(NOTE_REASON)),
        ],
    )
}

/// Everything signed in an instansi, by norm, oldest first.
pub fn of_instansi(conn: &mut Conn, instansi: &str) -> Result<Vec<Paraf>> {
    conn.all(&OF_INSTANSI, &[Bind::Text(instansi), Bind::Int(MOST)], row)
}

/// Everything signed about one norm, oldest first.
pub fn of_norm(conn: &mut Conn, instansi: &str, norma: &str) -> Result<Vec<Paraf>> {
    conn.all(&OF_NORM, &[Bind::Text(instansi), Bind::Text(norma), Bind::Int(MOST)], row)
}

fn row(r: &Row<'_>) -> Result<Paraf> {
    let text = |at| Ok::<_, Error>(r.text(at)?.to_owned());
    let hash = |at| crate::bukti::read::hash(r.blob(at)?);
    let hukum = r.opt_date(5)?.ok_or_else(|| Error::Corrupt("tanggal hukum paraf kosong".into()))?;
    Ok(Paraf {
        norma: text(0)?,
        entry: EntryId(r.uuid(1)?),
        recorded: r.stamp(2)?,
        actor: text(3)?,
        by: text(4)?,
        naskah: Naskah { hukum, paket: hash(6)?, sidik: hash(7)?, kasus: hash(8)? },
        mencabut: r.opt_uuid(9)?.map(EntryId),
        catatan: text(10)?,
    })
}
