//! Reading rakor from the events of the journals, and writing them.

use crate::isi::{Isi, POKOK};
use crate::rule::rakor::Tanda;
use crate::rule::{Kejadian, Rakor, Tolak, lipat};
use crate::templat::daerah::{self, Daerah, IsiTemplat};
use host::ingatan::Lipatan;
use host::peristiwa::Pelaku;
use host::{Hall, Problem};
use kernel::{EntryId, Stamp};
use std::collections::BTreeMap;
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

/// One rakor, as it is now. What is no id of an entry names none: addresses hold anything.
pub fn satu(conn: &mut Conn, id: &str) -> Result<Option<Rakor>> {
    if kernel::PegawaiId::parse(id).is_none() {
        return Ok(None);
    }
    let events: Vec<Kejadian> = peristiwa::of_thing(conn, POKOK, id)?.into_iter().map(kejadian).collect();
    Ok(lipat(id, &events))
}

impl Lipatan for Rakor {
    const POKOK: &'static str = POKOK;

    fn lipat(id: &str, events: Vec<Peristiwa>) -> Option<Rakor> {
        lipat(id, &events.into_iter().map(kejadian).collect::<Vec<_>>())
    }
}

/// Every rakor, oldest first.
///
/// # Errors
/// When storage fails.
pub fn semua(hall: &Hall) -> Result<Vec<Arc<Rakor>>> {
    hall.lipatan()
}

/// A rakor as far as an instansi may read it: of one that was taken off the list, as it stood then.
pub fn terbaca(hall: &Hall, rakor: Arc<Rakor>, instansi: &str) -> Result<Arc<Rakor>> {
    let Some(last) = rakor.batas_baca(instansi) else { return Ok(rakor) };
    let then = hall.with(|conn| sesudah(conn, &rakor.id, last))?;
    Ok(then.map_or(rakor, Arc::new))
}

/// Every rakor an instansi may read, as far as it may, oldest first.
pub fn terlihat(hall: &Hall, instansi: &str) -> Result<Vec<Arc<Rakor>>> {
    let all = semua(hall)?.into_iter().filter(|r| r.terlihat(instansi));
    all.map(|r| terbaca(hall, r, instansi)).collect()
}

/// One rakor as it was right after an event: what follows from an event does not change with what came later.
pub fn sesudah(conn: &mut Conn, id: &str, entry: &str) -> Result<Option<Rakor>> {
    let mut events: Vec<Kejadian> = peristiwa::of_thing(conn, POKOK, id)?.into_iter().map(kejadian).collect();
    if let Some(at) = events.iter().position(|e| e.id == entry) {
        events.truncate(at + 1);
    }
    Ok(lipat(id, &events))
}

/// One rakor as it was right before an event; `None` when nothing had happened yet.
pub fn sebelum(conn: &mut Conn, id: &str, entry: &str) -> Result<Option<Rakor>> {
    let events = peristiwa::of_thing(conn, POKOK, id)?.into_iter().map(kejadian);
    let before: Vec<Kejadian> = events.take_while(|e| e.id != entry).collect();
    Ok(lipat(id, &before))
}

/// Every rakor as it was known at a moment, oldest first.
pub fn semua_pada(conn: &mut Conn, known: Stamp) -> Result<Vec<Arc<Rakor>>> {
    let mut by_id: BTreeMap<String, Vec<Kejadian>> = BTreeMap::new();
    for event in peristiwa::of_sort(conn, POKOK)?.into_iter().filter(|e| e.recorded <= known) {
        by_id.entry(event.pokok_id.clone()).or_default().push(kejadian(event));
    }
    Ok(by_id.into_iter().filter_map(|(id, events)| lipat(&id, &events).map(Arc::new)).collect())
}

/// What is recorded, with the kept file it rests on.
pub type Catatan = (Isi, Option<[u8; 32]>);

/// Whose rakor this is.
///
/// # Errors
/// Not found, or storage failed.
pub fn penyelenggara(hall: &Hall, id: &str) -> std::result::Result<String, Problem> {
    hall.with(|conn| peristiwa::owner(conn, POKOK, id))?.ok_or(Problem::NotFound)
}

/// Records what `decide` answers with about the rakor as it is under the lock.
///
/// # Errors
/// Not found, refused by `decide`, or storage failed; then nothing was written.
pub fn catat(
    hall: &Hall,
    pelaku: &Pelaku,
    id: &str,
    decide: impl FnOnce(&Rakor) -> std::result::Result<Vec<Catatan>, Tolak>,
) -> std::result::Result<Vec<EntryId>, Problem> {
    let owner = penyelenggara(hall, id)?;
    hall.peristiwa(pelaku, &owner, |conn| {
        let Some(rakor) = satu(conn, id)? else { return Ok(Err(Problem::NotFound)) };
        let decided =
            decide(&rakor).map(|all| all.into_iter().map(|(isi, berkas)| (baru(id, &isi), berkas)).collect());
        Ok(decided.map_err(|Tolak(code, text)| Problem::Refused(code, text)))
    })?
}

/// Records a new rakor with what belongs to it from the beginning; answers its id.
///
/// # Errors
/// When storage fails; then nothing was written.
pub fn buat(hall: &Hall, pelaku: &Pelaku, isi: Vec<Isi>) -> std::result::Result<String, Problem> {
    let mut made = String::new();
    hall.peristiwa::<Problem>(pelaku, &pelaku.instansi, |conn| {
        let mut source = hall.node.source(conn)?;
        made = source.entry_id(hall.now()).to_string();
        Ok(Ok(isi.iter().map(|isi| (baru(&made, isi), None)).collect()))
    })??;
    Ok(made)
}

fn baru(id: &str, isi: &Isi) -> Baru {
    let (jenis, isi) = isi.tulis();
    Baru { pokok: POKOK, pokok_id: id.to_owned(), jenis, isi }
}

/// Templates of every region, oldest first; those not offered any more too.
pub fn templat(conn: &mut Conn) -> Result<Vec<Daerah>> {
    let mut by_id: BTreeMap<String, Vec<(Tanda, Option<IsiTemplat>)>> = BTreeMap::new();
    for event in peristiwa::of_sort(conn, daerah::POKOK)? {
        let isi = IsiTemplat::baca(&event.jenis, &event.isi);
        let tanda = Tanda {
            id: event.entry.to_string(),
            instansi: event.instansi,
            oleh: event.by,
            akun: event.actor,
            pada: event.recorded,
        };
        by_id.entry(event.pokok_id).or_default().push((tanda, isi));
    }
    Ok(by_id.into_iter().filter_map(|(id, events)| daerah::lipat(&id, events)).collect())
}

/// Templates one region may keep.
const TEMPLAT_MOST: usize = 50;

/// Records what is said about a template of whoever says it: a new one where `id` is `None`. Answers its id.
///
/// # Errors
/// Not found among the own ones, too many, or storage failed; then nothing was written.
pub fn simpan_templat(
    hall: &Hall,
    pelaku: &Pelaku,
    id: Option<&str>,
    isi: &IsiTemplat,
) -> std::result::Result<String, Problem> {
    let mut made = String::new();
    hall.peristiwa::<Problem>(pelaku, &pelaku.instansi, |conn| {
        let own: Vec<Daerah> = templat(conn)?.into_iter().filter(|t| t.instansi == pelaku.instansi).collect();
        made = match id {
            Some(id) if own.iter().any(|t| t.isi.kunci == id) => id.to_owned(),
            Some(_) => return Ok(Err(Problem::NotFound)),
            None if own.len() >= TEMPLAT_MOST => {
                let sentence =
                    format!("Templat satu instansi paling banyak {TEMPLAT_MOST}. Ubah yang sudah ada.");
                return Ok(Err(Problem::Refused("RAKOR-30", sentence)));
            }
            None => hall.node.source(conn)?.entry_id(hall.now()).to_string(),
        };
        let (jenis, isi) = isi.tulis();
        Ok(Ok(vec![(Baru { pokok: daerah::POKOK, pokok_id: made.clone(), jenis, isi }, None)]))
    })??;
    Ok(made)
}
