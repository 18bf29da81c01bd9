//! Destroys what the register knows about a person when the law says so: salts and payloads go, the
//! journal keeps that something was there, and one more entry says which places were emptied and why.

use crate::error::{Error, Result};
use crate::journal::{Head, Writer};
use crate::key::NodeKey;
use crate::source::Source;
use crate::sql::{Bind, Conn};
use crate::verify::Trust;
use kernel::{Document, Entry, PegawaiId, Subject};

crate::statements! {
    ENTRIES = "SELECT seq FROM entri WHERE pegawai_id = $1 AND instansi_id = $2 UNION
        SELECT seq FROM dibuka WHERE pegawai_id = $1 AND instansi_id = $2 UNION
        SELECT seq FROM bukti WHERE pegawai_id = $1 AND instansi_id = $2 UNION
        SELECT seq FROM tutup_tinjau WHERE pegawai_id = $1 AND instansi_id = $2 UNION
        SELECT seq FROM pilih_tafsir WHERE pegawai_id = $1 AND instansi_id = $2 ORDER BY seq";
    DESTROY = "UPDATE jurnal SET garam = NULL, isi = NULL WHERE instansi_id = $1 AND seq = $2";
}

/// Name of the note that names an emptied place; its text is the number of the entry. Without such
/// a note [`crate::verify`] takes an empty place for tampering.
pub const NOTE_DESTROYS: &str = "memusnahkan";

/// Destroys every entry about a person in the journal of an instansi, under the document that orders
/// it, and everything derived from them; answers the new head. All of it happens or nothing.
///
/// Rows that other entries share with theirs (a unit first named by them) are found again by a
/// rebuild, so this takes as long as one.
///
/// # Errors
/// When a journal is not intact, this one has no entry about the person, or storage fails.
pub fn destroy(
    conn: &mut Conn,
    key: &NodeKey,
    source: &mut Source,
    instansi: &str,
    person: PegawaiId,
    actor: &str,
    document: Document,
) -> Result<Head> {
    // SQLite overwrites what it deletes only when told to.
    if let Conn::Sqlite(_) = conn {
        conn.batch("PRAGMA secure_delete = ON")?;
    }
    let done = conn.transaction(|conn| {
        // Destroying makes the tables anew; over a forged entry that would destroy what proves it.
        crate::rebuild::require_intact(conn, &Trust { now: key.public(), ..Trust::default() }, |_| ())?;
        let binds = [Bind::Uuid(person.0), Bind::Text(instansi)];
        let places = conn.all(&ENTRIES, &binds, |r| r.int(0))?;
        if places.is_empty() {
            return Err(Error::Refused(format!("Jurnal {instansi} tidak memuat entri tentang pegawai itu.")));
        }
        let mut writer = Writer::open(conn, key, source, instansi)?;
        let recorded = writer.moment();
        let notes = places.iter().map(|seq| (NOTE_DESTROYS.into(), seq.to_string().into()));
        let entry = Entry {
            id: writer.source().entry_id(recorded),
            recorded,
            actor: actor.to_owned(),
            subject: Subject::Instansi,
            document,
            acts: Vec::new(),
            row: None,
            notes: notes.collect(),
        };
        writer.append(&entry)?;
        let head = writer.finish()?;
        for seq in places {
            conn.exec(&DESTROY, &[Bind::Text(instansi), Bind::Int(seq)])?;
        }
        crate::rebuild::rebuild_within(conn, |_| ())?;
        Ok(head)
    });
    let swept = sweep(conn);
    done.and_then(|head| swept.map(|()| head))
}

/// Takes the old bytes out of the engine's own files too: the WAL of SQLite and what moved rows left
/// behind in its pages, dead rows of PostgreSQL.
fn sweep(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(_) => conn.batch("PRAGMA secure_delete = OFF; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"),
        Conn::Postgres(_) => {
            for table in crate::schema::DERIVED.iter().chain(&[&crate::schema::JURNAL]) {
                conn.batch(&format!("VACUUM {}", table.name))?;
            }
            Ok(())
        }
    }
}
