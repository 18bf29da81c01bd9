//! Who looked at what is masked: each opening is an entry of the journal with its reason, and a row the
//! person can read.

use crate::derive::{NOTE_BY, NOTE_OPENS, NOTE_REASON};
use crate::error::Result;
use crate::journal::Writer;
use crate::key::NodeKey;
use crate::source::Source;
use crate::sql::{Bind, Conn, Row};
use kernel::{Document, Entry, PegawaiId, Rank, Stamp, Subject};
use std::ops::RangeInclusive;

crate::statements! {
    OF_PERSON = "SELECT dicatat, oleh, bagian, alasan FROM dibuka WHERE pegawai_id = $1 ORDER BY dicatat DESC, seq DESC LIMIT $2";
    OF_ALL = "SELECT dicatat, oleh, bagian, alasan FROM dibuka_semua WHERE instansi_id = $1 ORDER BY seq DESC LIMIT $2";
    IN_FORCE_ALL = "SELECT bagian, dicatat FROM dibuka_semua WHERE instansi_id = $1 AND pelaku = $2 AND dicatat >= $3 AND dicatat <= $4 ORDER BY seq";
    IN_FORCE = "SELECT bagian, dicatat FROM dibuka WHERE pegawai_id = $1 AND pelaku = $2 AND dicatat >= $3 AND dicatat <= $4 ORDER BY seq";
}

/// What is opened, by whom and why.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// Whose journal it goes to.
    pub instansi: &'a str,
    /// The person; nobody for everybody of the instansi.
    pub pegawai: Option<PegawaiId>,
    /// Account name.
    pub actor: &'a str,
    /// Full name and role, as the person will read it.
    pub by: &'a str,
    /// The part.
    pub part: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// One opening, as the person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When (dicatat).
    pub recorded: Stamp,
    /// Full name and role.
    pub by: String,
    /// The part.
    pub part: String,
    /// Why.
    pub reason: String,
    /// It was about everybody of the instansi.
    pub everybody: bool,
}

/// Writes the openings into the journal; only when that is done may the data be shown.
///
/// # Errors
/// When the instansi is not served here or storage fails; then nothing was written.
pub fn record(conn: &mut Conn, key: &NodeKey, source: &mut Source, openings: &[Opening<'_>]) -> Result<()> {
    conn.transaction(|conn| {
        for opening in openings {
            let mut writer = Writer::open(conn, key, source, opening.instansi)?;
            let recorded = writer.moment();
            let entry = entry(opening, writer.source().entry_id(recorded), recorded);
            writer.append(&entry)?;
            writer.finish()?;
        }
        Ok(())
    })
}

fn entry(opening: &Opening<'_>, id: kernel::EntryId, recorded: Stamp) -> Entry {
    let document = Document {
        rank: Rank::Surat,
        jenis: "Pembukaan data tersamar".into(),
        nomor: String::new(),
        tanggal: Some(recorded.date_wib()),
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    };
    Entry {
        id,
        recorded,
        actor: opening.actor.to_owned(),
        subject: opening.pegawai.map_or(Subject::Instansi, Subject::Pegawai),
        document,
        acts: Vec::new(),
        row: None,
        notes: vec![
            (NOTE_OPENS.into(), opening.part.into()),
            (NOTE_REASON.into(), opening.reason.into()),
            (NOTE_BY.into(), opening.by.into()),
        ],
    }
}

/// Who opened what about a person, and about everybody of the instansi, the newest first; at most
/// `limit` of each (two statements).
pub fn seen(conn: &mut Conn, id: PegawaiId, instansi: &str, limit: usize) -> Result<Vec<Seen>> {
    let limit = Bind::Int(limit as i64);
    let mut all = conn.all(&OF_PERSON, &[Bind::Uuid(id.0), limit], |r| read(r, false))?;
    all.extend(conn.all(&OF_ALL, &[Bind::Text(instansi), limit], |r| read(r, true))?);
    all.sort_by_key(|seen| std::cmp::Reverse(seen.recorded));
    Ok(all)
}

fn read(r: &Row<'_>, everybody: bool) -> Result<Seen> {
    let text = |at| Ok::<_, crate::Error>(r.text(at)?.to_owned());
    Ok(Seen { recorded: r.stamp(0)?, by: text(1)?, part: text(2)?, reason: text(3)?, everybody })
}

/// What this account opened about a person in a span of time: part and when. A clock that jumped back has
/// not seen what was opened later.
pub fn in_force(
    conn: &mut Conn,
    id: PegawaiId,
    actor: &str,
    span: RangeInclusive<Stamp>,
) -> Result<Vec<(String, Stamp)>> {
    let binds = [Bind::Uuid(id.0), Bind::Text(actor), Bind::Stamp(*span.start()), Bind::Stamp(*span.end())];
    conn.all(&IN_FORCE, &binds, |r| Ok((r.text(0)?.to_owned(), r.stamp(1)?)))
}

/// The same about everybody of an instansi.
pub fn in_force_all(
    conn: &mut Conn,
    instansi: &str,
    actor: &str,
    span: RangeInclusive<Stamp>,
) -> Result<Vec<(String, Stamp)>> {
    let binds =
        [Bind::Text(instansi), Bind::Text(actor), Bind::Stamp(*span.start()), Bind::Stamp(*span.end())];
    conn.all(&IN_FORCE_ALL, &binds, |r| Ok((r.text(0)?.to_owned(), r.stamp(1)?)))
}
