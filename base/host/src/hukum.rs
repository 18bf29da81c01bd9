//! The law as this node holds it: the pack and the readings of its facts, and a person seen by it.

use crate::hall::{Organisations, World, context};

use kernel::{AsOf, Ledger, PegawaiId, Register, Snapshot, Tables};
use law::kolom::Kolom;
use law::lipat::Lipat;
use law::{Pack, Potret};
use std::sync::{Arc, OnceLock};

/// A pack with the readings of its facts.
pub struct Hukum {
    /// The pack.
    pub pack: Pack,
    /// How its facts are read from the register.
    pub lipat: Lipat,
}

impl Hukum {
    /// From a checked pack.
    ///
    /// # Errors
    /// Facts of the register this program cannot read.
    pub fn new(pack: Pack) -> Result<Hukum, Vec<String>> {
        let lipat = Lipat::new(&pack.words)?;
        Ok(Hukum { pack, lipat })
    }

    /// The law this program was built with, read once.
    ///
    /// # Panics
    /// When the repository's own pack is not sound; a test and `sinergi paket periksa` keep that away.
    pub fn bundled() -> Arc<Hukum> {
        static BUNDLED: OnceLock<Arc<Hukum>> = OnceLock::new();
        let made = BUNDLED.get_or_init(|| match Pack::bundled().and_then(Hukum::new) {
            Ok(made) => Arc::new(made),
            Err(wrong) => panic!("paket bawaan tidak dapat dipakai: {}", wrong.join("; ")),
        });
        made.clone()
    }

    /// A person as the law sees them at the world's moment, every fact with its documents.
    pub fn potret(&self, tables: &Tables, world: &World, instansi: &str, ledger: &Ledger) -> Potret {
        self.potret_at(tables, &world.organisations, world.has_skp, world.as_of, instansi, ledger)
    }

    /// The same at another moment than a world's: one person asked about from the command line, or on a
    /// page about another day, which need not wait until everybody has been read for that day.
    pub fn potret_at(
        &self,
        tables: &Tables,
        organisations: &Organisations,
        has_skp: bool,
        as_of: AsOf,
        instansi: &str,
        ledger: &Ledger,
    ) -> Potret {
        let context = context(organisations, instansi, has_skp);
        let lengkap = organisations.get(instansi).map(|o| o.lengkap_at(as_of)).unwrap_or_default();
        let snapshot = Snapshot::fold(ledger, as_of);
        self.lipat.potret(&self.pack.words, &snapshot, tables, &context, &lengkap, true)
    }
}

/// Facts of everybody in a world, in the order of its register. A record changes a few people: they
/// are kept beside the columns until somebody asks for all of them.
#[derive(Default)]
pub struct Potrets {
    base: Option<Arc<Kolom>>,
    beside: Vec<(u32, Potret)>,
    whole: OnceLock<Arc<Kolom>>,
}

/// More people than this beside the columns are written into them.
const BESIDE: usize = 512;

impl Potrets {
    /// Everybody, just read.
    pub fn new(kolom: Kolom) -> Potrets {
        Potrets { base: Some(Arc::new(kolom)), ..Potrets::default() }
    }

    /// The columns.
    fn kolom(&self) -> Option<Arc<Kolom>> {
        let base = self.base.as_ref()?;
        if self.beside.is_empty() {
            return Some(base.clone());
        }
        let made = self.whole.get_or_init(|| {
            let mut whole = Kolom::clone(base);
            self.beside.iter().for_each(|(row, potret)| whole.set(*row as usize, potret));
            Arc::new(whole)
        });
        Some(made.clone())
    }

    /// The same after some people changed: `now` is the register that follows `before`.
    pub fn revised(&self, before: &Register, now: &Register, seen: Vec<(PegawaiId, Potret)>) -> Potrets {
        let Some(kolom) = self.base.as_ref() else { return Potrets::default() };
        let rows: Vec<(u32, Potret)> = seen
            .into_iter()
            .filter_map(|(id, potret)| Some((u32::try_from(now.find(id)?).ok()?, potret)))
            .collect();
        if before.id == now.id && self.beside.len() + rows.len() <= BESIDE {
            let mut beside = self.beside.clone();
            let mut base = kolom.clone();
            if let Some(whole) = self.whole.get() {
                (base, beside) = (whole.clone(), Vec::new());
            }
            beside.extend(rows);
            return Potrets { base: Some(base), beside, whole: OnceLock::new() };
        }
        let Some(whole) = self.kolom() else { return Potrets::default() };
        // Whoever is new takes a row for a moment and is written over.
        let order: Vec<u32> = now.id.iter().map(|id| before.find(*id).unwrap_or(0) as u32).collect();
        let mut whole = whole.rebuild_with(&order);
        rows.iter().for_each(|(row, potret)| whole.set(*row as usize, potret));
        Potrets::new(whole)
    }
}

impl World {
    /// Facts of the law about everybody, in the register's order; `None` in worlds made without the law.
    pub fn kolom(&self) -> Option<Arc<Kolom>> {
        self.potret.kolom()
    }
}
