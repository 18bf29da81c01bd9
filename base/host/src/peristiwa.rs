//! Recording an event of the work offices do together: the one way a page does. What it is judged by is
//! read under the lock it is written under, so nobody decides on what is no longer so.

use crate::access::Visitor;
use crate::hall::Hall;
use kernel::EntryId;
use store::Conn;
use store::journal::{self, Writer};
use store::peristiwa::{self, Baru, Pencatat};

/// Whose act it is.
#[derive(Clone, Debug)]
pub struct Pelaku {
    /// Whose journal it goes to.
    pub instansi: String,
    /// Account name.
    pub akun: String,
    /// Full name and role.
    pub oleh: String,
}

impl Pelaku {
    /// A visitor acting for an instansi: the own one, or the named one for those who serve several.
    pub fn of(visitor: &Visitor, instansi: &str) -> Pelaku {
        let own = if visitor.instansi.is_empty() { instansi } else { &visitor.instansi };
        Pelaku { instansi: own.to_owned(), akun: visitor.akun.clone(), oleh: visitor.signature() }
    }
}

/// An event with the kept file it rests on, if any.
pub type Berberkas = (Baru, Option<[u8; 32]>);

impl Hall {
    /// Reads and decides in `decide`, and records what it answers with, in its order, all or nothing.
    /// `induk` is the instansi whose thing it is: its lock is taken too, so that two governments
    /// do not decide about one thing at once. Pages that listen to a thing told of are told.
    ///
    /// # Errors
    /// When storage fails; then nothing was written.
    pub fn peristiwa<T>(
        &self,
        pelaku: &Pelaku,
        induk: &str,
        decide: impl FnOnce(&mut Conn) -> store::Result<Result<Vec<Berberkas>, T>>,
    ) -> store::Result<Result<Vec<EntryId>, T>> {
        let mut told: Vec<String> = Vec::new();
        let turn = self.line.turn();
        let done = self.with(|conn| {
            let mut source = self.node.source(conn)?;
            conn.transaction(|conn| {
                let mut locks = [induk, pelaku.instansi.as_str()];
                locks.sort_unstable();
                for instansi in locks {
                    journal::hold(conn, instansi)?;
                }
                let events = match decide(conn)? {
                    Ok(events) => events,
                    Err(refused) => return Ok(Err(refused)),
                };
                let mut newest = None;
                for (baru, _) in &events {
                    let at = peristiwa::newest_elsewhere(conn, &pelaku.instansi, baru.pokok, &baru.pokok_id)?;
                    newest = newest.max(at);
                }
                let mut writer = Writer::open(conn, &self.node.key, &mut source, &pelaku.instansi)?;
                if let Some(newest) = newest {
                    writer.after(newest);
                }
                let mut entries = Vec::with_capacity(events.len());
                for (baru, berkas) in &events {
                    let who = Pencatat { actor: &pelaku.akun, by: &pelaku.oleh, berkas: *berkas };
                    entries.push(peristiwa::append(&mut writer, &who, baru)?);
                    told.push(topik(baru.pokok, &baru.pokok_id));
                }
                writer.finish()?;
                Ok(Ok(entries))
            })
        })?;
        drop(turn);
        told.dedup();
        told.iter().for_each(|topik| self.siaran.kabari(topik));
        Ok(done)
    }
}

/// What pages that show a thing listen to.
pub fn topik(pokok: &str, pokok_id: &str) -> String {
    format!("{pokok}/{pokok_id}")
}
