//! Things folded from events, kept between requests: only those that entries recorded since are about are
//! folded again.

use crate::hall::Hall;
use std::any::{Any, TypeId};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use store::peristiwa::{self, Peristiwa};
use store::{Conn, Result};

/// Something folded from the events of its sort.
pub trait Lipatan: Send + Sync + Sized + 'static {
    /// The sort of thing.
    const POKOK: &'static str;

    /// What the events of one thing add up to, in the order they are kept in; nothing when they make none.
    fn lipat(id: &str, events: Vec<Peristiwa>) -> Option<Self>;
}

/// What modules keep.
#[derive(Default)]
pub struct Ingatan(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

/// Every thing of a sort, and the journals' sizes it was folded from.
struct Simpanan<T> {
    sizes: Vec<(String, i64)>,
    by_id: BTreeMap<String, Arc<T>>,
}

/// Events of a journal read at a time, to learn which things they are about.
const BATCH: i64 = 500;

impl Hall {
    /// Every thing of a sort as it is now, by id.
    ///
    /// # Errors
    /// When storage fails.
    pub fn lipatan<T: Lipatan>(&self) -> Result<Vec<Arc<T>>> {
        let shelf = {
            let mut all = self.ingatan.0.lock().unwrap_or_else(|e| e.into_inner());
            let made = || Arc::new(Mutex::new(None::<Simpanan<T>>)) as Arc<dyn Any + Send + Sync>;
            all.entry(TypeId::of::<T>()).or_insert_with(made).clone()
        };
        // The key is the type, so nothing else lies there.
        let Ok(shelf) = shelf.downcast::<Mutex<Option<Simpanan<T>>>>() else { return Ok(Vec::new()) };
        let mut kept = shelf.lock().unwrap_or_else(|e| e.into_inner());
        // Sizes first: what is recorded between this and the reading is read again next time.
        let sizes = self.with(store::people::journal_sizes)?;
        match kept.as_mut() {
            Some(known) if known.sizes == sizes => {}
            Some(known) if grown(&known.sizes, &sizes) => {
                self.with(|conn| again(conn, known, &sizes))?;
                known.sizes = sizes;
            }
            _ => *kept = Some(Simpanan { sizes, by_id: self.with(all::<T>)? }),
        }
        Ok(kept.as_ref().map(|known| known.by_id.values().cloned().collect()).unwrap_or_default())
    }
}

/// Whether every journal is at least as long as it was.
fn grown(before: &[(String, i64)], now: &[(String, i64)]) -> bool {
    before.iter().all(|(id, size)| now.iter().any(|(other, newer)| other == id && newer >= size))
}

fn all<T: Lipatan>(conn: &mut Conn) -> Result<BTreeMap<String, Arc<T>>> {
    let mut by_id: BTreeMap<String, Vec<Peristiwa>> = BTreeMap::new();
    for event in peristiwa::of_sort(conn, T::POKOK)? {
        by_id.entry(event.pokok_id.clone()).or_default().push(event);
    }
    Ok(by_id
        .into_iter()
        .filter_map(|(id, events)| Some((id.clone(), Arc::new(T::lipat(&id, events)?))))
        .collect())
}

/// Folds again what later events are about.
fn again<T: Lipatan>(conn: &mut Conn, known: &mut Simpanan<T>, sizes: &[(String, i64)]) -> Result<()> {
    let mut changed: BTreeSet<String> = BTreeSet::new();
    for (instansi, size) in sizes {
        let before = known.sizes.iter().find(|s| s.0 == *instansi).map_or(0, |s| s.1);
        let mut from = before;
        while from < *size {
            let events = peristiwa::after(conn, instansi, from, BATCH)?;
            let Some(last) = events.last() else { break };
            from = last.seq + 1;
            changed.extend(events.into_iter().filter(|e| e.pokok == T::POKOK).map(|e| e.pokok_id));
        }
    }
    for id in changed {
        match T::lipat(&id, peristiwa::of_thing(conn, T::POKOK, &id)?) {
            Some(made) => known.by_id.insert(id, Arc::new(made)),
            None => known.by_id.remove(&id),
        };
    }
    Ok(())
}
