//! One dated change of many subjects: what a document says about each of them, and the event that tells of it,
//! recorded together at one moment or not at all. Nobody is left half moved.

use crate::hall::Hall;
use crate::peristiwa::{Berberkas, Pelaku, topik};
use crate::record::{Draft, Unrecorded, allowed, append_at};
use kernel::Stamp;
use store::Conn;
use store::journal::{self, Writer};
use store::peristiwa::{self, Pencatat};

/// What is recorded together, all of it in the journal of the one whose act it is.
#[derive(Debug, Default)]
pub struct Perubahan {
    /// What the document states, one draft for each subject.
    pub drafts: Vec<Draft>,
    /// The events, which come first.
    pub events: Vec<Berberkas>,
}

/// Why nothing was recorded.
#[derive(Debug)]
pub enum Urung<T> {
    /// `decide` said so.
    Ditolak(T),
    /// These drafts, by their places, cannot be recorded: somebody wrote about the same subjects meanwhile.
    Bergeser(Vec<(usize, Unrecorded)>),
}

impl Hall {
    /// Reads and decides in `decide` under the lock of the journal, and records all it answers with at one moment,
    /// which is answered: the register just before it and at it are the two sides of the change.
    ///
    /// # Errors
    /// When storage fails; then nothing was written.
    pub fn serentak<T>(
        &self,
        pelaku: &Pelaku,
        decide: impl FnOnce(&mut Conn) -> store::Result<Result<Perubahan, T>>,
    ) -> store::Result<Result<Stamp, Urung<T>>> {
        let mut told: Vec<String> = Vec::new();
        let mut entries = 0;
        let turn = self.line.turn();
        let done = self.with(|conn| {
            let mut source = self.node.source(conn)?;
            conn.transaction(|conn| {
                journal::hold(conn, &pelaku.instansi)?;
                let all = match decide(conn)? {
                    Ok(all) => all,
                    Err(refused) => return Ok(Err(Urung::Ditolak(refused))),
                };
                let moved = bergeser(conn, pelaku, &all.drafts)?;
                if !moved.is_empty() {
                    return Ok(Err(Urung::Bergeser(moved)));
                }
                let mut writer = Writer::open(conn, &self.node.key, &mut source, &pelaku.instansi)?;
                for (baru, berkas) in &all.events {
                    let who = Pencatat { actor: &pelaku.akun, by: &pelaku.oleh, berkas: *berkas };
                    peristiwa::append(&mut writer, &who, baru)?;
                    told.push(topik(baru.pokok, &baru.pokok_id));
                }
                let moment = if all.events.is_empty() { writer.moment() } else { writer.last_moment() };
                for draft in &all.drafts {
                    append_at(&mut writer, draft, moment)?;
                }
                entries = all.events.len() + all.drafts.len();
                writer.finish()?;
                Ok(Ok(moment))
            })
        })?;
        drop(turn);
        if done.is_ok() {
            self.signs.committed(entries);
        }
        told.dedup();
        told.iter().for_each(|topik| self.siaran.kabari(topik));
        Ok(done)
    }
}

/// Drafts that may not be recorded as they are.
fn bergeser(conn: &mut Conn, pelaku: &Pelaku, drafts: &[Draft]) -> store::Result<Vec<(usize, Unrecorded)>> {
    let mut found = Vec::new();
    for (n, draft) in drafts.iter().enumerate() {
        let judged = match draft.instansi == pelaku.instansi {
            true => allowed(conn, draft)?,
            false => Err(Unrecorded::Moved),
        };
        found.extend(judged.err().map(|why| (n, why)));
    }
    Ok(found)
}
