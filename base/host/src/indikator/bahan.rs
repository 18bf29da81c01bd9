//! What indicators are measured from: a world, the law, and what both come to for everybody at once.

use super::kursi::{self, Kursi};
use super::norma::{self, Norma, Tempo};
use crate::derived::PerWorld;
use crate::hall::{Organisation, World};
use crate::hukum::Hukum;
use kernel::tables::Ambang;
use kernel::{AsOf, Date, Register, Tables};
use law::{FaktaId, Known, Kolom};
use std::sync::{Arc, Mutex};

/// Facts of the law indicators read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fakta {
    /// Predicate of last year.
    PredikatLalu,
    /// The first day a medium or heavy punishment is over.
    HukdisSampai,
    /// The heaviest punishment of the last years.
    HukdisTerberat,
    /// The day a Plt or Plh assignment began.
    PltSejak,
}

const FAKTA: [&str; 4] = ["predikat_1", "hukdis_sampai", "hukdis_terberat_5", "plt_sejak"];

/// What indicators are measured from.
pub struct Bahan<'w> {
    /// The world.
    pub world: &'w Arc<World>,
    /// The law.
    pub hukum: &'w Hukum,
    /// Tables of codes and thresholds.
    pub tables: &'w Tables,
    /// The day asked about.
    pub hari: Date,
    fakta: [Option<FaktaId>; FAKTA.len()],
    olahan: Arc<Olahan>,
}

/// What the law and the posts come to for everybody: worked out once from people and offices, under one pack.
struct Olahan {
    paket: [u8; 32],
    kursi: Vec<Kursi>,
    kolom: Option<Arc<Kolom>>,
    tempo: Vec<Vec<Tempo>>,
    norma: Vec<norma::Jawaban>,
}

static KEPT: PerWorld<Mutex<Option<Arc<Olahan>>>> = PerWorld::new();

impl Olahan {
    /// Whoever comes while it is being worked out waits for it.
    fn of(world: &Arc<World>, hukum: &Hukum, tables: &Tables) -> Arc<Olahan> {
        let kept = KEPT.get(world, |_| Mutex::default());
        let mut kept = kept.lock().unwrap_or_else(|e| e.into_inner());
        let paket = hukum.pack.hash;
        if let Some(found) = kept.as_ref().filter(|o| o.paket == paket) {
            return found.clone();
        }
        let kolom = world.kolom();
        let (kursi, (tempo, norma)) = rayon::join(
            || kursi::semua(world, tables),
            || rayon::join(|| norma::tempo(world, hukum), || norma::jawaban(world, hukum, kolom.as_deref())),
        );
        kept.insert(Arc::new(Olahan { paket, kursi, kolom, tempo, norma })).clone()
    }
}

impl<'w> Bahan<'w> {
    /// For a world.
    pub fn new(world: &'w Arc<World>, hukum: &'w Hukum, tables: &'w Tables) -> Bahan<'w> {
        let fakta = FAKTA.map(|nama| hukum.pack.words.find(nama));
        let olahan = Olahan::of(world, hukum, tables);
        Bahan { world, hukum, tables, hari: world.as_of.effective, fakta, olahan }
    }

    /// People.
    pub fn register(&self) -> &'w Register {
        &self.world.register
    }

    /// Posts that are counted, by instansi and place.
    pub fn kursi(&self) -> &[Kursi] {
        &self.olahan.kursi
    }

    /// The moment.
    pub fn as_of(&self) -> AsOf {
        self.world.as_of
    }

    /// Place of an instansi among the governments served; all of them together stand behind the last.
    pub fn tempat(&self, instansi: &str) -> Option<usize> {
        let tenants = &self.world.tenants;
        match instansi {
            "" => Some(tenants.len()),
            id => tenants.iter().position(|t| t.id == id),
        }
    }

    /// Units and posts of an instansi, or of all of them.
    pub fn organisasi(&self, instansi: &str) -> impl Iterator<Item = &'w Organisation> + use<'w> {
        let world = self.world;
        let wanted = instansi.to_owned();
        let tenants = world.tenants.iter().filter(move |t| wanted.is_empty() || t.id == wanted);
        tenants.filter_map(|t| world.organisation(&t.id))
    }

    /// People who work in an instansi, or in all of them.
    pub fn orang(&self, instansi: &str) -> impl Iterator<Item = usize> + use<'w> {
        let r = self.register();
        let (all, own) = (instansi.is_empty(), r.names.find(instansi));
        (0..r.len()).filter(move |&i| r.active[i] && (all || Some(r.instansi[i]) == own))
    }

    /// One fact of the law about somebody.
    pub fn fakta(&self, i: usize, fakta: Fakta) -> Known {
        match (&self.olahan.kolom, self.fakta[fakta as usize]) {
            (Some(kolom), Some(id)) => kolom.get(i, id),
            _ => Known::Unknown,
        }
    }

    /// When somebody falls due under a service.
    pub fn tempo(&self, i: usize, layanan: norma::Layanan) -> Tempo {
        self.olahan.tempo.get(layanan as usize).and_then(|all| all.get(i)).copied().unwrap_or(Tempo::TakTentu)
    }

    /// What a norm answers about somebody.
    pub fn norma(&self, i: usize, norma: Norma) -> norma::Jawab {
        self.olahan.norma.get(norma as usize).map_or(norma::Jawab::BELUM, |all| all.of(i))
    }

    /// A threshold on the day asked about; 0 when the tables have none.
    pub fn ambang(&self, name: Ambang) -> u32 {
        let found = self.tables.ambang(name, self.hari).and_then(|found| u32::try_from(found.0).ok());
        found.unwrap_or(0)
    }

    /// A whole number of the law on the day asked about.
    pub fn param(&self, kunci: &str) -> Option<u32> {
        let book = self.hukum.pack.book(None, None);
        book.param(kunci, self.hari)?.1.nilai.text.trim().parse().ok()
    }

    /// Whether a day lies ahead and less than so many months away.
    pub fn menjelang(&self, day: Date, months: u32) -> bool {
        day > self.hari && self.hari.months_until(day) < months
    }
}
