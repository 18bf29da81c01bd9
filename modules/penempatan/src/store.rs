//! Reading rounds from the events of the journals, and writing them.

use crate::isi::{Isi, POKOK};
use crate::rule::{Kejadian, Rencana, Tolak, lipat};
use host::ingatan::Lipatan;
use host::peristiwa::Pelaku;
use host::{Hall, Problem};
use std::sync::Arc;
use store::peristiwa::{self, Baru, Peristiwa};
use store::{Conn, Result};

fn kejadian(p: Peristiwa) -> Kejadian {
    Kejadian {
        id: p.entry.to_string(),
        isi: Isi::baca(&p.jenis, &p.isi),
        instansi: p.instansi,
        akun: p.actor,
        oleh: p.by,
        pada: p.recorded,
    }
}

impl Lipatan for Rencana {
    const POKOK: &'static str = POKOK;

    fn lipat(id: &str, events: Vec<Peristiwa>) -> Option<Rencana> {
        lipat(id, &events.into_iter().map(kejadian).collect::<Vec<_>>())
    }
}

/// One round, as it is now. What is no id of an entry names none: addresses hold anything.
pub fn satu(conn: &mut Conn, id: &str) -> Result<Option<Rencana>> {
    if kernel::PegawaiId::parse(id).is_none() {
        return Ok(None);
    }
    let events: Vec<Kejadian> = peristiwa::of_thing(conn, POKOK, id)?.into_iter().map(kejadian).collect();
    Ok(lipat(id, &events))
}

/// Every round, oldest first.
///
/// # Errors
/// When storage fails.
pub fn semua(hall: &Hall) -> Result<Vec<Arc<Rencana>>> {
    hall.lipatan()
}

/// What is recorded, with the kept file it rests on.
pub type Catatan = (Isi, Option<[u8; 32]>);

/// Records what `decide` answers with about the round as it is under the lock.
///
/// # Errors
/// Not found, refused by `decide`, or storage failed; then nothing was written.
pub fn catat(
    hall: &Hall,
    pelaku: &Pelaku,
    id: &str,
    decide: impl FnOnce(&Rencana) -> std::result::Result<Vec<Catatan>, Tolak>,
) -> std::result::Result<(), Problem> {
    hall.peristiwa(pelaku, &pelaku.instansi, |conn| {
        let Some(rencana) = satu(conn, id)?.filter(|r| r.instansi == pelaku.instansi) else {
            return Ok(Err(Problem::NotFound));
        };
        let decided = decide(&rencana);
        Ok(decided
            .map(|all| all.into_iter().map(|(isi, berkas)| (baru(id, &isi), berkas)).collect())
            .map_err(|Tolak(code, text)| Problem::Refused(code, text)))
    })?
    .map(|_| ())
}

/// Records a new round; answers its id.
///
/// # Errors
/// When storage fails; then nothing was written.
pub fn buat(hall: &Hall, pelaku: &Pelaku, isi: &Isi) -> std::result::Result<String, Problem> {
    let mut made = String::new();
    hall.peristiwa::<Problem>(pelaku, &pelaku.instansi, |conn| {
        made = hall.node.source(conn)?.entry_id(hall.now()).to_string();
        Ok(Ok(vec![(baru(&made, isi), None)]))
    })??;
    Ok(made)
}

/// An event of a round as the journal takes it.
pub(crate) fn baru(id: &str, isi: &Isi) -> Baru {
    let (jenis, isi) = isi.tulis();
    Baru { pokok: POKOK, pokok_id: id.to_owned(), jenis, isi }
}
