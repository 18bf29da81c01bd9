//! Penjagaan: one service of the office asked about many people at once. For each of them the day it
//! falls due, and whether the conditions besides time are met on that day, as far as known now.
//!
//! Lists are read by many: facts that tell of discipline count as nobody's business here, and a condition
//! open for no other reason than that is not held against anybody.

use crate::book::Book;
use crate::eval::Ctx;
use crate::explanation::{Clocks, Explanation};
use crate::kolom::Kolom;
use crate::layanan::Layanan;
use crate::pack::Pack;
use crate::plan::{Isi, Plan};
use crate::potret::Potret;
use crate::telaah::{self, Outcome};
use crate::value::{Known, Value};
use crate::verdict::{Kode, Verdict};
use crate::vocabulary::FaktaId;
use kernel::{Date, Stamp};
use rayon::prelude::*;
use std::sync::Arc;

/// What the day of a service means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Macam {
    /// A right: the day its time is fulfilled.
    Hak,
    /// An end: the day something stops.
    Akhir,
    /// A duty: what is still lacking, and by when.
    Wajib,
}

impl Macam {
    /// Every kind with its word in `layanan.toml`.
    pub const ALL: [(Macam, &'static str); 3] =
        [(Macam::Hak, "waktu terpenuhi"), (Macam::Akhir, "berakhir"), (Macam::Wajib, "kurang")];

    /// From that word.
    pub fn from_word(word: &str) -> Option<Macam> {
        Macam::ALL.into_iter().find(|m| m.1 == word).map(|m| m.0)
    }
}

/// Conditions besides time, on the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Syarat {
    /// All met, discipline aside.
    Terpenuhi,
    /// One is not.
    Belum,
    /// Data missing or contradictory.
    TanpaData,
    /// An official decides, or positions differ.
    Pertimbangan,
}

impl Syarat {
    /// Every one, in reading order, with its word in addresses.
    pub const ALL: [(Syarat, &'static str); 4] = [
        (Syarat::Terpenuhi, "terpenuhi"),
        (Syarat::Belum, "belum"),
        (Syarat::TanpaData, "tanpa-data"),
        (Syarat::Pertimbangan, "pertimbangan"),
    ];

    /// From that word.
    pub fn from_word(word: &str) -> Option<Syarat> {
        Syarat::ALL.into_iter().find(|s| s.1 == word).map(|s| s.0)
    }

    /// That word.
    pub fn word(self) -> &'static str {
        Syarat::ALL[self as usize].1
    }
}

/// A person a service concerns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Jaga {
    /// Row of the columns.
    pub baris: u32,
    /// The day; `None` when it cannot be worked out.
    pub hari: Option<Date>,
    /// The other conditions.
    pub syarat: Syarat,
}

/// Everybody a service concerns.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hasil {
    /// In the order of the rows asked about.
    pub jaga: Vec<Jaga>,
    /// Rows of whom nobody can say whether it concerns them.
    pub tak_tentu: Vec<u32>,
}

/// Why the other conditions of one person stand as they do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sebab {
    /// The first condition that decides, in the words of the norm; empty when all are met.
    pub bunyi: String,
    /// Facts nobody has stated, in words.
    pub kurang: Vec<String>,
}

/// A service on one day, ready to be asked.
pub struct Penjaga<'a> {
    pack: &'a Pack,
    book: &'a Book,
    macam: Macam,
    norma: Arc<Plan>,
    tanggal: Option<Arc<Plan>>,
    hari: Date,
    jalur: Option<(FaktaId, Known)>,
    terbuka: Vec<FaktaId>,
}

impl<'a> Penjaga<'a> {
    /// `None` when the service is not watched, or its norm does not hold on that day.
    pub fn new(pack: &'a Pack, book: &'a Book, layanan: &'a Layanan, hari: Date) -> Option<Penjaga<'a>> {
        let macam = layanan.penjagaan?;
        let norma = book.plan(&pack.words, &layanan.norma, hari)?;
        let tanggal = match &layanan.tanggal {
            Some(kunci) => Some(book.plan(&pack.words, kunci, hari)?),
            None => None,
        };
        let every = || (0..pack.words.riwayat()).map(|f| FaktaId(f as u16));
        let terbuka = every().filter(|f| !pack.words.fakta(*f).tertutup).collect();
        let jalur = layanan.jalur.as_ref().and_then(|(fakta, word)| {
            let id = pack.words.find(fakta)?;
            Some((id, pack.words.parse_known(id, word).ok()?))
        });
        Some(Penjaga { pack, book, macam, norma, tanggal, hari, jalur, terbuka })
    }

    /// What its day means.
    pub fn macam(&self) -> Macam {
        self.macam
    }

    /// Asks about these rows.
    pub fn semua(&self, kolom: &Kolom, rows: &[u32]) -> Hasil {
        let answers: Vec<Option<Option<Jaga>>> = rows
            .par_iter()
            .map_init(
                || self.blank(),
                |facts, row| {
                    kolom.fill(*row as usize, &self.terbuka, facts);
                    self.satu(*row, facts)
                },
            )
            .collect();
        let mut hasil = Hasil::default();
        for (row, answer) in rows.iter().zip(answers) {
            match answer {
                Some(Some(jaga)) => hasil.jaga.push(jaga),
                Some(None) => hasil.tak_tentu.push(*row),
                None => {}
            }
        }
        hasil
    }

    /// Why a person of the list stands there as they do.
    pub fn sebab(&self, kolom: &Kolom, jaga: &Jaga) -> Sebab {
        let mut facts = self.blank();
        kolom.fill(jaga.baris as usize, &self.terbuka, &mut facts);
        let outcome = self.at_the_day(&mut facts, jaga.hari, true);
        let missing = match &outcome.verdict {
            Verdict::BelumTahu { kurang, bertentangan } => self.open(kurang.iter().chain(bertentangan)),
            _ => Vec::new(),
        };
        let kode = outcome.verdict.kode();
        let deciding = |node: &Explanation| node.cabang.iter().find(|c| c.verdict.kode() == kode).cloned();
        let node = outcome.pohon.as_ref().and_then(deciding);
        let bunyi = match (&outcome.verdict, node) {
            _ if jaga.syarat == Syarat::Terpenuhi => String::new(),
            (_, Some(node)) => node.bunyi,
            (Verdict::PerluPertimbangan(who), None) => who.to_string(),
            (_, None) => String::new(),
        };
        let kurang = missing.iter().map(|f| self.pack.words.fakta(*f).label.to_string()).collect();
        Sebab { bunyi, kurang }
    }

    fn blank(&self) -> Vec<Known> {
        vec![Known::Unknown; self.pack.words.fakta_list().len()]
    }

    fn ctx<'f>(&'f self, facts: &'f [Known], hari: Date) -> Ctx<'f> {
        Ctx { book: self.book, words: &self.pack.words, facts, hari, hukum: self.hari }
    }

    /// `None`: it does not concern them; `Some(None)`: nobody can say.
    fn satu(&self, row: u32, facts: &mut [Known]) -> Option<Option<Jaga>> {
        let now = telaah::run(&self.norma, &self.ctx(facts, self.hari), None);
        if now.verdict.kode() == Kode::TidakBerlaku {
            return None;
        }
        if now.penentu.as_deref() == Some("subjek") {
            return Some(None);
        }
        if let Some((fakta, wanted)) = &self.jalur {
            match &facts[usize::from(fakta.0)] {
                Known::Unknown | Known::Conflict => return Some(None),
                known if known != wanted => return None,
                _ => {}
            }
        }
        let hari = self.day(facts);
        let outcome = self.at_the_day(facts, hari, false);
        let syarat = match self.macam {
            Macam::Akhir if hari.is_some() => Syarat::Terpenuhi,
            Macam::Akhir => Syarat::TanpaData,
            Macam::Hak | Macam::Wajib => self.syarat(&outcome),
        };
        let done = self.macam == Macam::Wajib && syarat == Syarat::Terpenuhi;
        (!done).then_some(Some(Jaga { baris: row, hari, syarat }))
    }

    /// The day the norm of the day gives; without one, the day on which time turns the answer.
    fn day(&self, facts: &[Known]) -> Option<Date> {
        if let Some(plan) = &self.tanggal {
            let outcome = telaah::run(plan, &self.ctx(facts, self.hari), None);
            return outcome.nilai.filter(|_| outcome.verdict == Verdict::Lulus).as_ref().and_then(Value::day);
        }
        if self.macam == Macam::Wajib {
            return None;
        }
        let mut potret = Potret::default();
        potret.known = facts.to_vec();
        let jam = Clocks {
            fakta_pada: self.hari,
            fakta_diketahui: Stamp::MAX,
            hukum_pada: self.hari,
            hukum_diketahui: self.hari,
            paket: self.pack.hash,
        };
        let answer = telaah::telaah(&self.norma, self.book, &self.pack.words, &potret, jam);
        match self.macam {
            Macam::Hak => answer.waktu_terpenuhi,
            _ => answer.ubah_pada.filter(|_| answer.verdict == Verdict::Lulus),
        }
    }

    /// The norm on the day, or today when that is past. What is said of a year says nothing of a later one.
    fn at_the_day(&self, facts: &mut [Known], hari: Option<Date>, reasons: bool) -> Outcome {
        let asked = hari.filter(|day| *day > self.hari).unwrap_or(self.hari);
        if asked.year() != self.hari.year() {
            for (slot, fakta) in facts.iter_mut().zip(self.pack.words.fakta_list()) {
                if fakta.tahunan {
                    *slot = Known::Unknown;
                }
            }
        }
        let mut potret = Potret::default();
        if reasons {
            potret.known = facts.to_vec();
        }
        telaah::run(&self.norma, &self.ctx(facts, asked), reasons.then_some(&potret))
    }

    fn syarat(&self, outcome: &Outcome) -> Syarat {
        match &outcome.verdict {
            Verdict::Lulus | Verdict::TidakBerlaku(_) => Syarat::Terpenuhi,
            Verdict::Gagal => Syarat::Belum,
            Verdict::BelumTahu { kurang, bertentangan } => {
                let open = self.open(kurang.iter().chain(bertentangan));
                if open.is_empty() { Syarat::Terpenuhi } else { Syarat::TanpaData }
            }
            Verdict::PerluPertimbangan(_) if self.closed_step(outcome) => Syarat::Terpenuhi,
            Verdict::PerluPertimbangan(_) | Verdict::Sengketa(_) => Syarat::Pertimbangan,
        }
    }

    /// Facts missing, those told to few left out.
    fn open<'f>(&self, facts: impl Iterator<Item = &'f FaktaId>) -> Vec<FaktaId> {
        facts.copied().filter(|f| !self.pack.words.fakta(*f).tertutup).collect()
    }

    /// Whether an official is asked for no other reason than what lists do not look at.
    fn closed_step(&self, outcome: &Outcome) -> bool {
        let path = outcome.penentu.as_deref().and_then(|path| path.split('/').next());
        let step = self.norma.langkah.iter().find(|s| Some(&*s.kunci) == path);
        step.is_some_and(|step| match &step.isi {
            Isi::Norma(norm) => norm
                .plan
                .as_ref()
                .is_some_and(|plan| plan.fakta.iter().any(|f| self.pack.words.fakta(*f).tertutup)),
            _ => false,
        })
    }
}
