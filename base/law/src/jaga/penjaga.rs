//! A service asked about everybody, by columns: its norm today, the days, and the norm again for those who
//! share a day.

use super::{Hasil, Jaga, Jawab, Macam, Sebab, Syarat};
use crate::book::Book;
use crate::eval::Ctx;
use crate::explanation::Explanation;
use crate::kolom::Kolom;
use crate::layanan::Layanan;
use crate::pack::Pack;
use crate::plan::Plan;
use crate::saring::{self, Penanggal, SUBJEK, Saringan, TAK_PERNAH, TANPA, Tapis};
use crate::telaah::{self, Outcome};
use crate::terbuka::{self, Terbuka};
use crate::value::Known;
use crate::verdict::{Kode, Verdict};
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fewer people than this who share a day are asked one by one: making a norm ready for columns costs as much
/// as asking a few people (the cheapest norms) to some hundreds (those with large tables).
const FEW: usize = 64;

/// A service on one day, ready to be asked.
pub struct Penjaga<'a> {
    pack: &'a Pack,
    book: Arc<Book>,
    macam: Macam,
    norma: Terbuka,
    tanggal: Option<Arc<Plan>>,
    hari: Date,
    jalur: Option<(FaktaId, Known)>,
}

impl<'a> Penjaga<'a> {
    /// `None` when the service is not watched, or its norm does not hold on that day.
    pub fn new(pack: &'a Pack, book: Arc<Book>, layanan: &Layanan, hari: Date) -> Option<Penjaga<'a>> {
        let macam = layanan.penjagaan?;
        let norma = Terbuka::of(&*book.plan(&pack.words, &layanan.norma, hari)?, &pack.words);
        let tanggal = match &layanan.tanggal {
            Some(kunci) => Some(book.plan(&pack.words, kunci, hari)?),
            None => None,
        };
        let jalur = layanan.jalur.as_ref().and_then(|(fakta, word)| {
            let id = pack.words.find(fakta)?;
            Some((id, pack.words.parse_known(id, word).ok()?))
        });
        Some(Penjaga { pack, book, macam, norma, tanggal, hari, jalur })
    }

    /// What its day means.
    pub fn macam(&self) -> Macam {
        self.macam
    }

    /// Asks about these rows.
    pub fn semua(&self, kolom: &Kolom, rows: &[u32]) -> Hasil {
        let own = terbuka::kolom(kolom.rebuild_with(rows), self.words());
        let now = self.tapis(self.hari).jalan(&own);
        let mut hasil = Hasil { lepas: self.norma.lepas.clone(), ..Hasil::default() };
        hasil.bagian = self.norma.plan.langkah.iter().map(|step| step.words(self.words())).collect();
        hasil.bagian.push(self.norma.plan.subjek.as_ref().map_or_else(String::new, |s| s.1.to_string()));
        hasil.bagian.push(self.norma.plan.judul.to_string());
        hasil.jawab = self.answers(&now, rows);
        let mut theirs: Vec<u32> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match self.concerns(&own, &now, at) {
                Some(true) => theirs.push(at as u32),
                Some(false) => {}
                None => hasil.tak_tentu.push(*row),
            }
        }
        let ours = own.rebuild_with(&theirs);
        let kode: Vec<u8> = theirs.iter().map(|at| now.kode[*at as usize]).collect();
        let days = self.days(&ours, &kode);
        let kode = if self.macam == Macam::Akhir { kode } else { self.on_their_days(&ours, &days, kode) };
        for ((at, hari), kode) in theirs.into_iter().zip(days).zip(kode) {
            let syarat = match (self.macam, hari) {
                (Macam::Akhir, Some(_)) => Syarat::Terpenuhi,
                (Macam::Akhir, None) => Syarat::TanpaData,
                (Macam::Hak | Macam::Wajib, _) => syarat(Kode::from_byte(kode)),
            };
            // A duty fulfilled is nobody's work.
            if self.macam != Macam::Wajib || syarat != Syarat::Terpenuhi {
                hasil.jaga.push(Jaga { baris: rows[at as usize], hari, syarat });
            }
        }
        hasil
    }

    /// Why a person of the list stands there as they do; nothing where all is met.
    pub fn sebab(&self, kolom: &Kolom, jaga: &Jaga) -> Sebab {
        if jaga.syarat == Syarat::Terpenuhi {
            return Sebab { bunyi: String::new(), kurang: Vec::new() };
        }
        self.why(kolom, jaga.baris, jaga.hari.filter(|day| *day > self.hari).unwrap_or(self.hari))
    }

    /// Why the norm answers about somebody as it does on the day asked about.
    pub fn sebab_jawab(&self, kolom: &Kolom, baris: u32) -> Sebab {
        self.why(kolom, baris, self.hari)
    }

    fn words(&self) -> &'a Vocabulary {
        &self.pack.words
    }

    fn tapis(&self, hari: Date) -> Tapis<'_> {
        Tapis::susun(&self.norma.plan, &self.book, self.words(), hari, self.hari)
    }

    fn answers(&self, now: &Saringan, rows: &[u32]) -> Vec<Jawab> {
        let parts = self.norma.plan.langkah.len() as u16;
        let penentu = |place: u8| match place {
            TANPA => None,
            SUBJEK => Some(parts),
            place if u16::from(place) < parts => Some(u16::from(place)),
            _ => Some(parts + 1),
        };
        let answers = rows.iter().zip(&now.kode).zip(&now.penentu);
        let one = |((baris, kode), place): ((&u32, &u8), &u8)| Jawab {
            baris: *baris,
            kode: Kode::from_byte(*kode),
            penentu: penentu(*place),
        };
        answers.map(one).collect()
    }

    /// Whether the service concerns somebody; `None` when nobody can say.
    fn concerns(&self, own: &Kolom, now: &Saringan, at: usize) -> Option<bool> {
        if now.kode[at] == Kode::TidakBerlaku as u8 {
            return Some(false);
        }
        if now.penentu[at] == SUBJEK {
            return None;
        }
        match self.jalur.as_ref().map(|(fakta, wanted)| (own.get(at, *fakta), wanted)) {
            Some((Known::Unknown | Known::Conflict, _)) => None,
            Some((known, wanted)) => Some(known == *wanted),
            None => Some(true),
        }
    }

    /// The day the norm of the day gives; without one, the day on which time turns the answer.
    fn days(&self, ours: &Kolom, kode: &[u8]) -> Vec<Option<Date>> {
        let (book, words, hari) = (&*self.book, self.words(), self.hari);
        let found = match (&self.tanggal, self.macam) {
            (Some(plan), _) => saring::tanggal_semua(plan, book, words, ours, hari, hari).1,
            (None, Macam::Wajib) => vec![TAK_PERNAH; ours.len()],
            (None, Macam::Hak) => {
                Penanggal::susun(&self.norma.plan, book, words, hari, hari).waktu_terpenuhi(ours)
            }
            (None, Macam::Akhir) => {
                let days = Penanggal::susun(&self.norma.plan, book, words, hari, hari).ubah_pada(ours);
                let met = |(day, kode): (i32, &u8)| if *kode == Kode::Lulus as u8 { day } else { TAK_PERNAH };
                days.into_iter().zip(kode).map(met).collect()
            }
        };
        found.into_iter().map(|n| (n != TAK_PERNAH).then(|| Date::from_days(n))).collect()
    }

    /// The answer about each on the own day; today's where that has come or is not known.
    fn on_their_days(&self, ours: &Kolom, days: &[Option<Date>], mut kode: Vec<u8>) -> Vec<u8> {
        let mut groups: BTreeMap<Date, Vec<u32>> = BTreeMap::new();
        for (at, day) in days.iter().enumerate() {
            if let Some(day) = day.filter(|day| *day > self.hari) {
                groups.entry(day).or_default().push(at as u32);
            }
        }
        // What is said of a year says nothing of a later one.
        let mut later = ours.clone();
        self.yearly().for_each(|fakta| later.forget(fakta));
        let asked: Vec<(Vec<u32>, Vec<u8>)> = groups
            .into_par_iter()
            .map(|(day, group)| {
                let known = if day.year() == self.hari.year() { ours } else { &later };
                let answers = self.on_a_day(known, &group, day);
                (group, answers)
            })
            .collect();
        for (group, answers) in asked {
            group.iter().zip(answers).for_each(|(at, answer)| kode[*at as usize] = answer);
        }
        kode
    }

    fn on_a_day(&self, known: &Kolom, group: &[u32], day: Date) -> Vec<u8> {
        if group.len() >= FEW {
            return self.tapis(day).jalan(&known.rebuild_with(group)).kode;
        }
        let one = |row: &u32| {
            let facts = known.known(*row as usize);
            telaah::run(&self.norma.plan, &self.ctx(&facts, day), None).verdict.kode() as u8
        };
        group.iter().map(one).collect()
    }

    fn ctx<'f>(&'f self, facts: &'f [Known], hari: Date) -> Ctx<'f> {
        Ctx { book: &self.book, words: self.words(), facts, hari, hukum: self.hari }
    }

    fn yearly(&self) -> impl Iterator<Item = FaktaId> {
        let list = self.words().fakta_list().iter().enumerate();
        list.filter(|(_, fakta)| fakta.tahunan).map(|(at, _)| FaktaId(at as u16))
    }

    fn why(&self, kolom: &Kolom, baris: u32, hari: Date) -> Sebab {
        let mut potret = kolom.potret(baris as usize);
        potret.close(self.words());
        if hari.year() != self.hari.year() {
            self.yearly().for_each(|fakta| potret.set(fakta, Known::Unknown));
        }
        let outcome = telaah::run(&self.norma.plan, &self.ctx(&potret.known, hari), Some(&potret));
        Sebab { bunyi: deciding(&outcome), kurang: self.missing(&outcome) }
    }

    /// Facts nobody has stated or on which documents differ, in words.
    fn missing(&self, outcome: &Outcome) -> Vec<String> {
        let Verdict::BelumTahu { kurang, bertentangan } = &outcome.verdict else { return Vec::new() };
        let told = kurang.iter().chain(bertentangan).map(|fakta| self.words().fakta(*fakta));
        told.filter(|fakta| !fakta.tertutup).map(|fakta| fakta.label.to_string()).collect()
    }
}

/// What an answer means for the conditions besides time.
fn syarat(kode: Kode) -> Syarat {
    match kode {
        Kode::Lulus | Kode::TidakBerlaku => Syarat::Terpenuhi,
        Kode::Gagal => Syarat::Belum,
        Kode::BelumTahu => Syarat::TanpaData,
        Kode::Pertimbangan | Kode::Sengketa => Syarat::Pertimbangan,
    }
}

/// The part that decides, in the words of the norm.
fn deciding(outcome: &Outcome) -> String {
    let kode = outcome.verdict.kode();
    let alike = |node: &&Explanation| node.verdict.kode() == kode;
    let node = outcome.pohon.as_ref().and_then(|tree| tree.cabang.iter().find(alike));
    match (&outcome.verdict, node) {
        (Verdict::Lulus, _) => String::new(),
        (_, Some(node)) => node.bunyi.clone(),
        (Verdict::PerluPertimbangan(why) | Verdict::TidakBerlaku(why), None) => why.to_string(),
        (_, None) => String::new(),
    }
}
