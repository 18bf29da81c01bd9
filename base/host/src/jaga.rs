//! Penjagaan over a whole world: who falls due when under a service and what its norm answers about everybody
//! in office, worked out once and kept as long as that world is served. Whom of them a visitor may see is
//! decided where the list is shown.

use crate::derived::PerWorld;
use crate::hall::World;
use crate::hukum::Hukum;
use law::Kolom;
use law::book::Book;
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
    /// Everybody in office: those a service concerns nearest day first, days unknown last, then by name;
    /// the answers by name.
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
        for (book, rows) in self.groups(hukum) {
            if let Some(penjaga) = Penjaga::new(&hukum.pack, book, layanan, self.as_of.effective) {
                all.join(penjaga.semua(&kolom, &rows));
            }
        }
        all.jaga.sort_unstable_by_key(|j| (j.hari.is_none(), j.hari, r.rank(j.baris as usize)));
        all.jawab.sort_unstable_by_key(|j| r.rank(j.baris as usize));
        all
    }

    /// Everybody in office under the law of the own region, by number in the register.
    pub(crate) fn groups(&self, hukum: &Hukum) -> Vec<(Arc<Book>, Vec<u32>)> {
        let r = &self.register;
        let books = self.books(hukum);
        let mut groups: Vec<Vec<u32>> = vec![Vec::new(); books.law.len()];
        for i in (0..r.len()).filter(|&i| r.active[i]) {
            groups[books.of(self.wilayah_of(i))].push(i as u32);
        }
        books.law.into_iter().zip(groups).filter(|group| !group.1.is_empty()).collect()
    }

    /// The law of every region there is; regions without acts of their own share one.
    fn books(&self, hukum: &Hukum) -> Books<'_> {
        let mut books = Books { law: Vec::new(), of: BTreeMap::new() };
        for wilayah in self.organisations.values().map(|o| o.wilayah.as_str()).chain([""]) {
            let book = hukum.pack.book(None, Some(wilayah).filter(|w| !w.is_empty()));
            let found = books.law.iter().position(|own| Arc::ptr_eq(own, &book));
            let place = found.unwrap_or(books.law.len());
            if found.is_none() {
                books.law.push(book);
            }
            books.of.insert(wilayah, place);
        }
        books
    }

    fn wilayah_of(&self, i: usize) -> &str {
        self.organisation(self.instansi_of(i)).map_or("", |o| o.wilayah.as_str())
    }
}

/// Books of the law by region.
struct Books<'w> {
    law: Vec<Arc<Book>>,
    of: BTreeMap<&'w str, usize>,
}

impl Books<'_> {
    fn of(&self, wilayah: &str) -> usize {
        self.of.get(wilayah).copied().unwrap_or(0)
    }
}

/// Who says why people stand in a list as they do, each under the law of the own region.
pub struct Alasan<'w> {
    world: &'w World,
    kolom: Option<Arc<Kolom>>,
    books: Books<'w>,
    penjaga: Vec<Option<Penjaga<'w>>>,
}

impl<'w> Alasan<'w> {
    /// For one service.
    pub fn new(world: &'w World, hukum: &'w Hukum, layanan: &Layanan) -> Alasan<'w> {
        let books = world.books(hukum);
        let hari = world.as_of.effective;
        let made = books.law.iter().map(|book| Penjaga::new(&hukum.pack, book.clone(), layanan, hari));
        Alasan { world, kolom: world.kolom(), penjaga: made.collect(), books }
    }

    /// Why a person of the list stands there as they do.
    pub fn of(&self, jaga: &Jaga) -> Option<Sebab> {
        Some(self.penjaga(jaga.baris)?.sebab(self.kolom.as_deref()?, jaga))
    }

    /// Why the norm answers about somebody as it does.
    pub fn jawab(&self, baris: u32) -> Option<Sebab> {
        Some(self.penjaga(baris)?.sebab_jawab(self.kolom.as_deref()?, baris))
    }

    fn penjaga(&self, baris: u32) -> Option<&Penjaga<'w>> {
        self.penjaga.get(self.books.of(self.world.wilayah_of(baris as usize)))?.as_ref()
    }
}
