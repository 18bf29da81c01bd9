//! Receipts of the law (bukti telaah): what was asked about a person, what was answered, and what the
//! answer rests on. An entry of the journal with its notes, and no statement about the person; the text
//! lies among the kept files under its hash.

mod notes;
pub(crate) mod queue;
pub(crate) mod read;

pub(crate) use notes::{NOTE_RECEIPT, derive};
pub use queue::{Correction, Older, Touched, of_other_packs, touched, versions};
pub use read::{Bukti, Place, newest, of_person, one};

use crate::error::Result;
use crate::journal::Writer;
use crate::key::NodeKey;
use crate::source::Source;
use crate::sql::{Conn, Sql};
use kernel::{Date, Document, Entry, EntryId, FactId, PegawaiId, Rank, Stamp, Subject};

/// What a document of this sort is called.
pub const DOCUMENT: &str = "Bukti telaah";

/// Every registered statement.
pub static ALL: &[&Sql] =
    &[&read::OF_PERSON, &read::NEWEST, &read::ONE, &queue::TOUCHED, &queue::OF_OTHER_PACKS, &queue::VERSIONS];

/// A version of the law that a receipt was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormVersion {
    /// `norma`, `param`, `tabel`.
    pub jenis: String,
    /// Its key.
    pub kunci: String,
    /// The act that states it.
    pub akta: String,
    /// First day of the version.
    pub mulai: Date,
    /// The law date it was read on.
    pub hukum: Date,
    /// Hash of what it said.
    pub sidik: [u8; 32],
}

/// A receipt about to be stored; its text is kept already.
#[derive(Clone, Debug)]
pub struct NewBukti<'a> {
    /// Whose journal it goes to.
    pub instansi: &'a str,
    /// The person.
    pub pegawai: PegawaiId,
    /// Account name.
    pub actor: &'a str,
    /// Full name and role.
    pub by: &'a str,
    /// What it is for, in the officer's words.
    pub keperluan: &'a str,
    /// The norm.
    pub norma: &'a str,
    /// The answer's word.
    pub putusan: &'a str,
    /// Day asked about.
    pub berlaku: Date,
    /// Facts known by then.
    pub diketahui: Stamp,
    /// Law date.
    pub hukum: Date,
    /// Law known by then.
    pub hukum_diketahui: Date,
    /// Region whose acts counted.
    pub wilayah: &'a str,
    /// Hash of the pack.
    pub paket: [u8; 32],
    /// Version of the engine.
    pub mesin: u32,
    /// Whether closed facts are in it: `tidak`, `dipakai`, `ditutup`.
    pub tertutup: &'a str,
    /// Hash of the text.
    pub sidik: [u8; 32],
    /// Statements used.
    pub pernyataan: &'a [FactId],
    /// Versions of the law used.
    pub versi: &'a [NormVersion],
}

/// Writes a receipt into the journal; answers its entry.
///
/// # Errors
/// When the instansi is not served here or storage fails; then nothing was written.
pub fn record(conn: &mut Conn, key: &NodeKey, source: &mut Source, new: &NewBukti<'_>) -> Result<EntryId> {
    conn.transaction(|conn| {
        let mut writer = Writer::open(conn, key, source, new.instansi)?;
        let recorded = writer.moment();
        let entry = entry(new, writer.source().entry_id(recorded), recorded);
        writer.append(&entry)?;
        writer.finish()?;
        Ok(entry.id)
    })
}

/// The entry of a receipt.
pub fn entry(new: &NewBukti<'_>, id: EntryId, recorded: Stamp) -> Entry {
    let document = Document {
        rank: Rank::Surat,
        jenis: DOCUMENT.into(),
        nomor: String::new(),
        tanggal: Some(recorded.date_wib()),
        penandatangan: String::new(),
        berkas: Some(new.sidik),
        baris: None,
        urut: 0,
    };
    Entry {
        id,
        recorded,
        actor: new.actor.to_owned(),
        subject: Subject::Pegawai(new.pegawai),
        document,
        acts: Vec::new(),
        row: None,
        notes: notes::write(new),
    }
}
