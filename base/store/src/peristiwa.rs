//! What happens in the work offices do together: a meeting called, somebody present, a paragraph written, a
//! figure measured, a target set. Each is an entry of the journal of whoever it is an act of, about a thing
//! (`pokok`, `pokok_id`) that entries of several journals may be about; what the thing is now is folded from
//! them. No statement about anybody's career, and nothing is ever overwritten.

use crate::derive::{self, NOTE_BY, Sink};
use crate::error::{Error, Result};
use crate::journal::Writer;
use crate::schema;
use crate::sql::{Bind, Conn, Row, Sql};
use kernel::{Document, Entry, EntryId, Rank, Stamp, Subject};

/// Name of the note that makes an entry an event; its text is the sort of thing it is about.
pub(crate) const NOTE: &str = "peristiwa";
const THING: &str = "pokok_id";
const KIND: &str = "jenis";
const CONTENT: &str = "isi";

/// What a document of this sort is called.
pub const DOCUMENT: &str = "Peristiwa koordinasi";

/// Bytes the content of one event may have: a page of minutes many times over.
pub const CONTENT_MOST: usize = 256 << 10;

macro_rules! columns {
    () => {
        "SELECT instansi_id, entri_id, seq, dicatat, pelaku, oleh, pokok, pokok_id, jenis, isi FROM peristiwa "
    };
}

static OF_THING: Sql = Sql::new(
    "OF_THING",
    concat!(columns!(), "WHERE pokok = $1 AND pokok_id = $2 ORDER BY dicatat, instansi_id, seq"),
);
static OF_MANY: Sql = Sql::new(
    "OF_MANY",
    concat!(
        columns!(),
        "WHERE pokok = $1 AND pokok_id IN (\
         $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, \
         $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, \
         $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65) \
         ORDER BY dicatat, instansi_id, seq"
    ),
);
static OF_SORT: Sql =
    Sql::new("OF_SORT", concat!(columns!(), "WHERE pokok = $1 ORDER BY dicatat, instansi_id, seq"));
static NEWEST: Sql = Sql::new(
    "NEWEST",
    "SELECT MAX(dicatat) FROM peristiwa WHERE pokok = $1 AND pokok_id = $2 AND instansi_id <> $3",
);
static AFTER: Sql =
    Sql::new("AFTER", concat!(columns!(), "WHERE instansi_id = $1 AND seq >= $2 ORDER BY seq LIMIT $3"));
static ONE: Sql = Sql::new("ONE", concat!(columns!(), "WHERE instansi_id = $1 AND entri_id = $2"));

static OWNER: Sql = Sql::new(
    "OWNER",
    "SELECT instansi_id FROM peristiwa WHERE pokok = $1 AND pokok_id = $2 ORDER BY dicatat, instansi_id, seq LIMIT 1",
);
static THINGS: Sql =
    Sql::new("THINGS", "SELECT DISTINCT pokok_id FROM peristiwa WHERE pokok = $1 ORDER BY pokok_id");

/// Every registered statement.
pub static ALL: &[&Sql] = &[&OF_THING, &OF_MANY, &OF_SORT, &NEWEST, &AFTER, &ONE, &OWNER, &THINGS];

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peristiwa {
    /// Whose journal keeps it: whose act it is.
    pub instansi: String,
    /// Its entry.
    pub entry: EntryId,
    /// Its place in that journal.
    pub seq: i64,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Account name.
    pub actor: String,
    /// Full name and role.
    pub by: String,
    /// The sort of thing: `rakor`, `pengukuran`.
    pub pokok: String,
    /// Which one.
    pub pokok_id: String,
    /// What happened: `hadir`, `butir`.
    pub jenis: String,
    /// The particulars, as JSON.
    pub isi: String,
}

/// One that is about to be recorded.
#[derive(Clone, Debug)]
pub struct Baru {
    /// The sort of thing.
    pub pokok: &'static str,
    /// Which one.
    pub pokok_id: String,
    /// What happened.
    pub jenis: &'static str,
    /// The particulars, as JSON.
    pub isi: String,
}

/// Who records it, and when its content names a kept file, which.
#[derive(Clone, Copy, Debug)]
pub struct Pencatat<'a> {
    /// Account name.
    pub actor: &'a str,
    /// Full name and role.
    pub by: &'a str,
    /// A kept file the event rests on: the check of the journal then watches over it.
    pub berkas: Option<[u8; 32]>,
}

/// Whether an entry is an event.
pub(crate) fn is_event(entry: &Entry) -> bool {
    derive::note(entry, NOTE).is_some()
}

/// Appends an event as the newest entry of an open journal.
///
/// # Errors
/// When its content is larger than [`CONTENT_MOST`], or storage fails.
pub fn append(writer: &mut Writer<'_>, who: &Pencatat<'_>, baru: &Baru) -> Result<EntryId> {
    if baru.isi.len() > CONTENT_MOST {
        return Err(Error::Refused(format!(
            "Isi terlalu panjang: {} bita, paling banyak {CONTENT_MOST}. Pecah menjadi beberapa bagian.",
            baru.isi.len()
        )));
    }
    let recorded = writer.moment();
    let note = |name: &str, text: &str| (Box::<str>::from(name), Box::<str>::from(text));
    let entry = Entry {
        id: writer.source().entry_id(recorded),
        recorded,
        actor: who.actor.to_owned(),
        subject: Subject::Instansi,
        document: Document {
            rank: Rank::Surat,
            jenis: DOCUMENT.to_owned(),
            nomor: String::new(),
            tanggal: None,
            penandatangan: String::new(),
            berkas: who.berkas,
            baris: None,
            urut: 0,
        },
        acts: Vec::new(),
        row: None,
        notes: vec![
            note(NOTE, baru.pokok),
            note(THING, &baru.pokok_id),
            note(KIND, baru.jenis),
            note(CONTENT, &baru.isi),
            note(NOTE_BY, who.by),
        ],
    };
    writer.append(&entry)?;
    Ok(entry.id)
}

/// The row of an event.
pub(crate) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let text = |name| Bind::Text(derive::note(entry, name).unwrap_or(""));
    sink.insert(
        &schema::PERISTIWA,
        &[
            Bind::Text(instansi),
            Bind::Uuid(entry.id.0),
            Bind::Int(seq),
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            text(NOTE_BY),
            text(NOTE),
            text(THING),
            text(KIND),
            text(CONTENT),
        ],
    )
}

/// Everything that happened to one thing, in whatever journal, oldest first: by the moment it was
/// recorded, then journal and place, so that every node folds them in the same order.
///
/// # Errors
/// When storage fails.
pub fn of_thing(conn: &mut Conn, pokok: &str, pokok_id: &str) -> Result<Vec<Peristiwa>> {
    conn.all(&OF_THING, &[Bind::Text(pokok), Bind::Text(pokok_id)], row)
}

/// Whose act the first event about a thing was: whose thing it is. `None` when nothing is recorded of it.
///
/// # Errors
/// When storage fails.
pub fn owner(conn: &mut Conn, pokok: &str, pokok_id: &str) -> Result<Option<String>> {
    conn.one(&OWNER, &[Bind::Text(pokok), Bind::Text(pokok_id)], |r| Ok(r.text(0)?.to_owned()))
}

/// Things [`of_many`] reads in one statement.
pub const MANY: usize = 64;

/// Everything that happened to many things, in the same order.
///
/// # Errors
/// When more than [`MANY`] are named, or storage fails.
pub fn of_many(conn: &mut Conn, pokok: &str, ids: &[String]) -> Result<Vec<Peristiwa>> {
    if ids.len() > MANY {
        return Err(Error::Refused(format!("Paling banyak {MANY} hal dibaca sekali jalan.")));
    }
    let Some(last) = ids.last() else { return Ok(Vec::new()) };
    // A statement names a fixed number of things: what is left of it names the last one again.
    let padded = ids.iter().chain(std::iter::repeat(last)).take(MANY).map(|id| Bind::Text(id));
    let binds: Vec<Bind<'_>> = std::iter::once(Bind::Text(pokok)).chain(padded).collect();
    conn.all(&OF_MANY, &binds, row)
}

/// Everything that happened to things of one sort, in the same order.
///
/// # Errors
/// When storage fails.
pub fn of_sort(conn: &mut Conn, pokok: &str) -> Result<Vec<Peristiwa>> {
    conn.all(&OF_SORT, &[Bind::Text(pokok)], row)
}

/// Which things of one sort there are, in order.
///
/// # Errors
/// When storage fails.
pub fn things(conn: &mut Conn, pokok: &str) -> Result<Vec<String>> {
    conn.all(&THINGS, &[Bind::Text(pokok)], |r| Ok(r.text(0)?.to_owned()))
}

/// When other journals last said something of a thing.
///
/// # Errors
/// When storage fails.
pub fn newest_elsewhere(
    conn: &mut Conn,
    instansi: &str,
    pokok: &str,
    pokok_id: &str,
) -> Result<Option<Stamp>> {
    let binds = [Bind::Text(pokok), Bind::Text(pokok_id), Bind::Text(instansi)];
    Ok(conn.one(&NEWEST, &binds, |r| r.opt_stamp(0))?.flatten())
}

/// Events of a journal from a place on, at most so many: for whoever follows it.
///
/// # Errors
/// When storage fails.
pub fn after(conn: &mut Conn, instansi: &str, seq: i64, most: i64) -> Result<Vec<Peristiwa>> {
    conn.all(&AFTER, &[Bind::Text(instansi), Bind::Int(seq), Bind::Int(most)], row)
}

/// One event.
///
/// # Errors
/// When storage fails.
pub fn one(conn: &mut Conn, instansi: &str, entry: EntryId) -> Result<Option<Peristiwa>> {
    conn.one(&ONE, &[Bind::Text(instansi), Bind::Uuid(entry.0)], row)
}

fn row(r: &Row<'_>) -> Result<Peristiwa> {
    let text = |at| Ok::<_, Error>(r.text(at)?.to_owned());
    Ok(Peristiwa {
        instansi: text(0)?,
        entry: EntryId(r.uuid(1)?),
        seq: r.int(2)?,
        recorded: r.stamp(3)?,
        actor: text(4)?,
        by: text(5)?,
        pokok: text(6)?,
        pokok_id: text(7)?,
        jenis: text(8)?,
        isi: text(9)?,
    })
}
