//! Who stands in which of the nine boxes, and why others stand in none: norms of the pack over predicates of the register
//! and results of assessments.

use crate::nilai::{self, Nilai};
use host::{Hall, World};
use kernel::check::Status;
use kernel::{Date, PegawaiId};
use law::value::Value;
use law::{Ask, Known, Kolom, Pack, Potret};
use std::collections::HashMap;
use std::sync::Arc;

/// Why somebody stands in no box.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sebab {
    /// No predicate of last year.
    TanpaPredikat,
    /// No assessment that still holds.
    TanpaPenilaian,
    /// What is not for everybody to read: listed as a number only.
    Tertutup,
}

impl Sebab {
    /// Every reason, in the order a page lists them.
    pub const ALL: [Sebab; 3] = [Sebab::TanpaPredikat, Sebab::TanpaPenilaian, Sebab::Tertutup];

    /// What is missing, and where it comes from.
    pub fn kalimat(self) -> &'static str {
        match self {
            Sebab::TanpaPredikat => "Predikat kinerja tahun lalu belum ada: impor atau catat predikatnya.",
            Sebab::TanpaPenilaian => {
                "Belum ada hasil penilaian kompetensi yang masih berlaku: impor hasilnya."
            }
            Sebab::Tertutup => "Ada catatan yang tertutup bagi halaman ini, misalnya hukuman disiplin.",
        }
    }

    /// Its word in addresses.
    pub fn kata(self) -> &'static str {
        match self {
            Sebab::TanpaPredikat => "predikat",
            Sebab::TanpaPenilaian => "penilaian",
            Sebab::Tertutup => "tertutup",
        }
    }
}

/// Somebody mapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Petak {
    /// The person's row in the register.
    pub baris: usize,
    /// The box, 1 to 9.
    pub kotak: u8,
    /// Level of performance and of potential: 0 low, 1, 2 high.
    pub sumbu: (u8, u8),
    /// Job person match in percent.
    pub jpm: i64,
}

/// Everybody considered.
#[derive(Clone, Debug, Default)]
pub struct Peta {
    /// In boxes, in the register's order.
    pub petak: Vec<Petak>,
    /// In none.
    pub belum: Vec<(usize, Sebab)>,
    /// Days of the oldest and the newest assessment used.
    pub hari: Option<(Date, Date)>,
}

/// Maps the active PNS among some rows of a world; `None` when the world was made without the law.
///
/// # Errors
/// When storage fails.
pub fn petakan(hall: &Hall, world: &Arc<World>, rows: impl Fn(usize) -> bool) -> store::Result<Option<Peta>> {
    let nilai = nilai::baca(hall, world)?;
    let Some(kolom) = world.kolom() else { return Ok(None) };
    let hukum = hall.hukum();
    let mut tanya = Tanya::new(&hukum.pack, hall.today());
    let register = &world.register;
    let considered = |i: &usize| register.active[*i] && register.status[*i] == Status::Pns && rows(*i);
    let mut peta = Peta::default();
    for i in (0..register.len()).filter(considered) {
        match tanya.satu(&kolom, i, register.id[i], &nilai) {
            Ok((petak, day)) => {
                peta.petak.push(petak);
                let (first, last) = peta.hari.unwrap_or((day, day));
                peta.hari = Some((first.min(day), last.max(day)));
            }
            Err(why) => peta.belum.push((i, why)),
        }
    }
    Ok(Some(peta))
}

/// The norms asked, each once for what it depends on.
pub struct Tanya<'p> {
    pack: &'p Pack,
    hari: Date,
    kinerja: HashMap<String, Option<u8>>,
    potensi: HashMap<(i64, i64), Option<u8>>,
    kotak: HashMap<(u8, u8), Option<u8>>,
}

const AKSIS: [[&str; 3]; 2] = [["DI_BAWAH", "SESUAI", "DI_ATAS"], ["RENDAH", "MENENGAH", "TINGGI"]];

impl<'p> Tanya<'p> {
    /// On a day.
    pub fn new(pack: &'p Pack, hari: Date) -> Tanya<'p> {
        Tanya { pack, hari, kinerja: HashMap::new(), potensi: HashMap::new(), kotak: HashMap::new() }
    }

    /// Where somebody stands, and the day of the assessment; or why nowhere.
    ///
    /// # Errors
    /// Why the person stands in no box.
    pub fn satu(
        &mut self,
        kolom: &Kolom,
        baris: usize,
        id: PegawaiId,
        nilai: &Nilai,
    ) -> Result<(Petak, Date), Sebab> {
        let words = &self.pack.words;
        let known = |name: &str| words.find(name).map_or(Known::Unknown, |f| kolom.get(baris, f));
        match known("hukdis_sampai") {
            Known::Is(Value::Day(until)) if until > self.hari => return Err(Sebab::Tertutup),
            _ => {}
        }
        let predikat = known("predikat_1");
        let key = predikat.show(words);
        let kinerja = match self.kinerja.get(&key) {
            Some(known) => *known,
            None => {
                let answer = self.jawab("talenta.kinerja_predikat", &[("predikat_1", predikat)]);
                self.kinerja.insert(key, answer);
                answer
            }
        }
        .ok_or(Sebab::TanpaPredikat)?;
        let found = nilai.get(&id).ok_or(Sebab::TanpaPenilaian)?;
        let (jpm, day) = found.jpm().zip(found.hari).ok_or(Sebab::TanpaPenilaian)?;
        let potensi = match self.potensi.get(&jpm) {
            Some(known) => *known,
            None => {
                let read = |name: &str, n: i64| {
                    let fakta = words.find(name)?;
                    words.parse_known(fakta, &n.to_string()).ok()
                };
                let facts = [("jpm_dicapai", jpm.0), ("jpm_dituntut", jpm.1)];
                let facts = facts.map(|(name, n)| (name, read(name, n).unwrap_or(Known::Unknown)));
                let answer = self.jawab("talenta.potensi_jpm", &facts);
                self.potensi.insert(jpm, answer);
                answer
            }
        }
        .ok_or(Sebab::TanpaPenilaian)?;
        let kotak = self.kotak(kinerja, potensi).ok_or(Sebab::TanpaPenilaian)?;
        Ok((Petak { baris, kotak, sumbu: (kinerja, potensi), jpm: jpm.0 * 100 / jpm.1 }, day))
    }

    /// The box of two levels.
    pub fn kotak(&mut self, kinerja: u8, potensi: u8) -> Option<u8> {
        if let Some(known) = self.kotak.get(&(kinerja, potensi)) {
            return *known;
        }
        let words = &self.pack.words;
        let read = |name: &str, word: &str| words.find(name).and_then(|f| words.parse_known(f, word).ok());
        let facts = [
            ("tingkat_kinerja", read("tingkat_kinerja", AKSIS[0][usize::from(kinerja.min(2))])),
            ("tingkat_potensi", read("tingkat_potensi", AKSIS[1][usize::from(potensi.min(2))])),
        ];
        let facts = facts.map(|(name, known)| (name, known.unwrap_or(Known::Unknown)));
        let answer = self.jawab("talenta.kotak", &facts).map(|place| place + 1);
        self.kotak.insert((kinerja, potensi), answer);
        answer
    }

    /// The place of the answer in its list of choices.
    fn jawab(&self, kunci: &str, facts: &[(&str, Known)]) -> Option<u8> {
        let mut potret = Potret::blank(&self.pack.words);
        for (name, known) in facts {
            potret.set(self.pack.words.find(name)?, known.clone());
        }
        match self.pack.telaah(&Ask::on(kunci, self.hari), &potret)?.nilai? {
            Value::Pick(_, place) => u8::try_from(place).ok(),
            // A norm that chooses between words gives the word itself.
            Value::Text(word) => {
                let place = AKSIS.iter().find_map(|axis| axis.iter().position(|w| **w == *word))?;
                u8::try_from(place).ok()
            }
            _ => None,
        }
    }

    /// What the pack recommends for a box.
    pub fn rekomendasi(&self, kinerja: u8, potensi: u8) -> String {
        let words = &self.pack.words;
        let mut potret = Potret::blank(words);
        let axes = [
            ("tingkat_kinerja", AKSIS[0][usize::from(kinerja.min(2))]),
            ("tingkat_potensi", AKSIS[1][usize::from(potensi.min(2))]),
        ];
        for (name, word) in axes {
            if let Some(fakta) = words.find(name) {
                potret.set(fakta, words.parse_known(fakta, word).unwrap_or(Known::Unknown));
            }
        }
        let answer = self.pack.telaah(&Ask::on("talenta.rekomendasi", self.hari), &potret);
        answer.and_then(|a| a.nilai).map_or_else(String::new, |v| v.show(words))
    }
}
