//! What a draft would do to the answers of real people: law and draft asked side by side about those who
//! are counted. Pages and the command line read the same figures from here; nothing is kept or written.

use crate::hall::World;
use law::andaikan::{Andaian, Beda, Tanya, andaikan};
use law::saring::{LUAR, SUBJEK, TANPA};
use law::{Kode, Kolom, Pack};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A question about a draft.
pub struct Pengandaian<'a> {
    /// The law as it is.
    pub sekarang: &'a Pack,
    /// The law with the draft.
    pub rancangan: &'a Pack,
    /// Norms asked.
    pub norma: Vec<&'a str>,
    /// Whether closed facts take part; lists leave them out.
    pub tertutup: bool,
}

/// What becomes of one norm among those who are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dampak {
    /// The norm.
    pub norma: String,
    /// Those whose answer changes, in the order of the register.
    pub orang: Vec<Terdampak>,
    /// What decides, as `Terdampak::sebab` numbers it.
    pub sebab: Vec<String>,
}

/// Somebody whose answer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terdampak {
    /// Row of the register.
    pub baris: u32,
    /// The answer now.
    pub dari: Kode,
    /// The answer under the draft.
    pub jadi: Kode,
    /// The part that decides.
    pub sebab: u16,
}

/// Keys of norms behind the services of both packs, in the order of the pack, each once.
pub fn layanan<'p>(sekarang: &'p Pack, rancangan: &'p Pack) -> Vec<&'p str> {
    let mut all: Vec<&str> = Vec::new();
    for kunci in sekarang.layanan.iter().chain(&rancangan.layanan).map(|l| &*l.norma) {
        if !all.contains(&kunci) {
            all.push(kunci);
        }
    }
    all
}

impl World {
    /// Rows by the region code of their instansi, for regional acts; `None` where none is stated.
    pub fn regions(&self) -> BTreeMap<Option<&str>, Vec<u32>> {
        let mut all: BTreeMap<Option<&str>, Vec<u32>> = BTreeMap::new();
        for i in 0..self.register.len() {
            let stated = self.organisation(self.instansi_of(i)).map(|o| o.wilayah.as_str());
            all.entry(stated.filter(|w| !w.is_empty())).or_default().push(i as u32);
        }
        all
    }

    /// What a draft does to the people counted, on the day of this world, by norm as asked.
    ///
    /// # Errors
    /// A sentence when the draft calls facts otherwise than the law, or people were read without the law.
    pub fn andaikan(
        &self,
        tanya: &Pengandaian<'_>,
        counted: impl Fn(usize) -> bool,
    ) -> Result<Vec<Dampak>, String> {
        let kolom = self.kolom().ok_or("Register ini dibaca tanpa hukum.")?;
        let kolom = match tanya.tertutup {
            true => kolom,
            false => Arc::new(law::terbuka::kolom(Kolom::clone(&kolom), &tanya.sekarang.words)),
        };
        let empty =
            |kunci: &&str| Dampak { norma: (*kunci).to_owned(), orang: Vec::new(), sebab: Vec::new() };
        let mut all: Vec<Dampak> = tanya.norma.iter().map(empty).collect();
        for (wilayah, own) in self.regions() {
            let asked = Tanya { hari: self.as_of.effective, wilayah, terbuka: !tanya.tertutup };
            let theirs = kolom.rebuild_with(&own);
            let found = andaikan(tanya.sekarang, tanya.rancangan, &tanya.norma, &theirs, asked)?;
            for (dampak, one) in all.iter_mut().zip(&found) {
                let of_register = |b: &Beda| Beda { orang: own[b.orang as usize], ..*b };
                let mine = one.berubah.iter().map(of_register).filter(|b| counted(b.orang as usize));
                mine.for_each(|beda| dampak.add(one, &beda));
            }
        }
        all.iter_mut().for_each(|dampak| dampak.orang.sort_unstable_by_key(|o| o.baris));
        Ok(all)
    }
}

impl Dampak {
    // Parts are numbered anew in each region: a regional act may add one.
    fn add(&mut self, one: &Andaian, beda: &Beda) {
        let (parts, place) = match beda.penentu_jadi {
            TANPA => (&one.bagian_dari, beda.penentu_dari),
            place => (&one.bagian_jadi, place),
        };
        let name = match place {
            SUBJEK => "subjek",
            LUAR => "norma lain",
            TANPA if beda.dari == beda.jadi => "nilainya",
            TANPA => "berlakunya norma",
            place => parts.get(usize::from(place)).map_or("subjek", |kunci| kunci),
        };
        let known = self.sebab.iter().position(|s| s == name);
        let sebab = known.unwrap_or_else(|| {
            self.sebab.push(name.to_owned());
            self.sebab.len() - 1
        });
        self.orang.push(Terdampak {
            baris: beda.orang,
            dari: beda.dari,
            jadi: beda.jadi,
            sebab: sebab as u16,
        });
    }

    /// How many go from which answer to which.
    pub fn perubahan(&self) -> BTreeMap<(Kode, Kode), u64> {
        let mut counts = BTreeMap::new();
        self.orang.iter().for_each(|o| *counts.entry((o.dari, o.jadi)).or_default() += 1);
        counts
    }

    /// How many by the part that decides.
    pub fn menurut_sebab(&self) -> BTreeMap<&str, u64> {
        let mut counts = BTreeMap::new();
        self.orang.iter().for_each(|o| *counts.entry(self.sebab_of(o)).or_default() += 1);
        counts
    }

    /// How many by id of the instansi and name of the perangkat daerah, else of the unit.
    pub fn menurut_unit<'w>(&self, world: &'w World) -> BTreeMap<(&'w str, &'w str), u64> {
        let mut counts = BTreeMap::new();
        for i in self.orang.iter().map(|o| o.baris as usize) {
            let (_, opd) = world.opd_of(i);
            let unit = if opd.is_empty() { world.unit_of(i) } else { opd };
            *counts.entry((world.instansi_of(i), unit)).or_default() += 1;
        }
        counts
    }

    /// The part that decides about somebody.
    pub fn sebab_of(&self, orang: &Terdampak) -> &str {
        self.sebab.get(usize::from(orang.sebab)).map_or("", |s| s)
    }
}
