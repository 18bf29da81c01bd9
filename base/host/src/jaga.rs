//! Penjagaan over a whole world: who falls due when under a service, worked out once and kept as long as
//! that world is served. Whom of them a visitor may see is decided where the list is shown.

use crate::derived::PerWorld;
use crate::hall::World;
use crate::hukum::Hukum;
use law::jaga::{Hasil, Jaga, Macam, Penjaga, Sebab};
use law::layanan::Layanan;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

type Kept = Mutex<HashMap<([u8; 32], Box<str>), Arc<Hasil>>>;

static KEPT: PerWorld<Kept> = PerWorld::new();

/// Services that are watched, in the order of the pack, with what their day means.
pub fn watched(hukum: &Hukum) -> impl Iterator<Item = (&Layanan, Macam)> {
    hukum.pack.layanan.iter().filter_map(|l| Some((l, l.penjagaan?)))
}

impl World {
    /// Everybody in office whom a service concerns, nearest day first, days unknown last, then by name.
    pub fn jaga(self: &Arc<World>, hukum: &Hukum, layanan: &Layanan) -> Arc<Hasil> {
        let kept = KEPT.get(self, |_| Kept::default());
        let key = (hukum.pack.hash, layanan.kunci.clone());
        let lock = || kept.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(found) = lock().get(&key) {
            return found.clone();
        }
        let made = Arc::new(self.count_jaga(hukum, layanan));
        lock().insert(key, made.clone());
        made
    }

    fn count_jaga(&self, hukum: &Hukum, layanan: &Layanan) -> Hasil {
        let mut all = Hasil::default();
        let Some(kolom) = self.kolom() else { return all };
        let r = &self.register;
        let mut regions: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for i in (0..r.len()).filter(|&i| r.active[i]) {
            regions.entry(self.wilayah_of(i)).or_default().push(i as u32);
        }
        for (wilayah, rows) in regions {
            let book = hukum.pack.book(None, region(wilayah));
            let Some(penjaga) = Penjaga::new(&hukum.pack, &book, layanan, self.as_of.effective) else {
                continue;
            };
            let part = penjaga.semua(&kolom, &rows);
            all.jaga.extend(part.jaga);
            all.tak_tentu.extend(part.tak_tentu);
        }
        all.jaga.sort_unstable_by_key(|j| (j.hari.is_none(), j.hari, r.rank(j.baris as usize)));
        all
    }

    /// Why a person of the list stands there as they do.
    pub fn sebab(&self, hukum: &Hukum, layanan: &Layanan, jaga: &Jaga) -> Option<Sebab> {
        let kolom = self.kolom()?;
        let book = hukum.pack.book(None, region(self.wilayah_of(jaga.baris as usize)));
        let penjaga = Penjaga::new(&hukum.pack, &book, layanan, self.as_of.effective)?;
        Some(penjaga.sebab(&kolom, jaga))
    }

    fn wilayah_of(&self, i: usize) -> &str {
        self.organisation(self.instansi_of(i)).map_or("", |o| o.wilayah.as_str())
    }
}

fn region(wilayah: &str) -> Option<&str> {
    Some(wilayah).filter(|w| !w.is_empty())
}
