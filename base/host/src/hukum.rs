//! The law as this node holds it: the pack and the readings of its facts, and a person seen by it.

use crate::hall::{Organisations, World, context};

use kernel::{AsOf, Ledger, Snapshot, Tables};
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

    /// The same where there is no world: one person asked about from the command line.
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
        let lengkap = organisations.get(instansi).map_or(&[][..], |o| &o.lengkap);
        let snapshot = Snapshot::fold(ledger, as_of);
        self.lipat.potret(&self.pack.words, &snapshot, tables, &context, lengkap, true)
    }
}
