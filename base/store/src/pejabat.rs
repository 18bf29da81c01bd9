//! What an official states about the law, with a name and a reason: an entry of the journal with its notes,
//! and no statement about anybody's career. Closing an item of the re-examination queue is one, choosing a
//! position where the law has several is another, signing a norm a third.

pub mod paraf;
pub mod tafsir;
pub mod tinjau;

use crate::derive::{self, Sink};
use crate::error::Result;
use crate::journal::Writer;
use crate::sql::Sql;
use kernel::{Date, Document, Entry, EntryId, Rank, Subject};

/// Every registered statement.
pub static ALL: &[&Sql] = &[
    &tinjau::OF_RECEIPT,
    &tinjau::CORRECTIONS,
    &tinjau::CLOSED,
    &tafsir::OF_PERSON,
    &paraf::OF_INSTANSI,
    &paraf::OF_NORM,
];

type Note = (Box<str>, Box<str>);

/// Who states it.
#[derive(Clone, Copy, Debug)]
pub struct Pejabat<'a> {
    /// Whose journal it goes to.
    pub instansi: &'a str,
    /// Account name.
    pub actor: &'a str,
    /// Full name and role.
    pub by: &'a str,
}

/// The paper a statement stands on, as far as there is any.
#[derive(Clone, Copy, Debug, Default)]
struct Surat<'a> {
    jenis: &'a str,
    nomor: &'a str,
    tanggal: Option<Date>,
}

/// Whether an entry is such a statement.
pub fn is_statement(entry: &Entry) -> bool {
    entry.notes.iter().any(|note| [tinjau::NOTE, tafsir::NOTE, paraf::NOTE].contains(&&*note.0))
}

/// The rows of such an entry. One whose notes this program cannot read leaves none: the journal keeps it.
pub(crate) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let has = |name| derive::note(entry, name).is_some();
    if has(tinjau::NOTE) {
        tinjau::derive(entry, instansi, seq, sink)
    } else if has(tafsir::NOTE) {
        tafsir::derive(entry, instansi, seq, sink)
    } else {
        paraf::derive(entry, instansi, seq, sink)
    }
}

fn note(name: &str, text: &str) -> Note {
    (name.into(), text.into())
}

/// Appends a statement as the newest entry of an open journal.
fn append(
    writer: &mut Writer<'_>,
    who: &Pejabat<'_>,
    subject: Subject,
    surat: Surat<'_>,
    notes: Vec<Note>,
) -> Result<EntryId> {
    let recorded = writer.moment();
    let document = Document {
        rank: Rank::Surat,
        jenis: surat.jenis.to_owned(),
        nomor: surat.nomor.to_owned(),
        tanggal: surat.tanggal,
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    };
    let entry = Entry {
        id: writer.source().entry_id(recorded),
        recorded,
        actor: who.actor.to_owned(),
        subject,
        document,
        acts: Vec::new(),
        row: None,
        notes,
    };
    writer.append(&entry)?;
    Ok(entry.id)
}
