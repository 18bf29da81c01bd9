//! On which day an answer changes by time alone, for many people. Conditions that stand still are
//! worked out once for each person; those that days turn are asked again on the days they turn.

use super::daun::{self, Baris, Utuh};
use super::keadaan;
use super::pohon::{self, Baca, Langkah, Simpul};
use super::susun::{Daun, DaunKode, Susunan, susun, terurai};
use super::tapis::{BLOK, BacaBlok, di_samping};
use super::turun::{Ambang, Tetap};
use crate::book::Book;
use crate::eval::Ctx;
use crate::kolom::Kolom;
use crate::plan::Plan;
use crate::telaah;
use crate::value::Known;
use crate::verdict::Kode;
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use rayon::prelude::*;

/// A day that never comes.
pub const TAK_PERNAH: i32 = i32::MAX;
/// Fewer people than this are asked about one by one.
const SEDIKIT: usize = 512;

/// A norm ready to be asked on which day its answer changes.
#[derive(Debug)]
pub struct Penanggal<'a> {
    plan: &'a Plan,
    ctx: Ctx<'a>,
    semua: Vec<FaktaId>,
    urai: Option<Urai<'a>>,
}

/// What turns a leaf.
#[derive(Debug)]
enum Gerak<'a> {
    /// Nothing: its column says all.
    Diam,
    /// A threshold that moves with the day, the same for everybody.
    Ambang(Ambang<'a>),
    /// The same for everybody.
    Tetap(Tetap),
    /// Anything else: the evaluator of one person says when.
    Satu,
}

#[derive(Debug)]
struct Urai<'a> {
    susunan: Susunan<'a>,
    gerak: Vec<Gerak<'a>>,
    /// Leaves that days turn, and those of each part.
    putar: Vec<usize>,
    putar_kode: Vec<usize>,
    bagian: Vec<Daun2>,
}

/// Numbers of the turning leaves of one part.
#[derive(Debug, Default)]
struct Daun2 {
    daun: Vec<usize>,
    kode: Vec<usize>,
}

/// Which question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tanya {
    Ubah,
    Waktu,
}

impl<'a> Penanggal<'a> {
    /// Makes a norm ready.
    pub fn susun(
        plan: &'a Plan,
        book: &'a Book,
        words: &'a Vocabulary,
        hari: Date,
        hukum: Date,
    ) -> Penanggal<'a> {
        let ctx = Ctx { book, words, facts: &[], hari, hukum };
        let semua = (0..words.fakta_list().len()).map(|f| FaktaId(f as u16)).collect();
        Penanggal { plan, ctx, semua, urai: None }.terurai()
    }

    fn terurai(mut self) -> Penanggal<'a> {
        if terurai(self.plan) {
            self.urai = Some(Urai::susun(susun(self.plan, &self.ctx, true), &self.ctx));
        }
        self
    }

    /// First day on which time alone changes each answer, as days since 1970.
    pub fn ubah_pada(&self, kolom: &Kolom) -> Vec<i32> {
        self.jalan(kolom, Tanya::Ubah)
    }

    /// First day on which every condition of time is met; see `Answer::waktu_terpenuhi`.
    pub fn waktu_terpenuhi(&self, kolom: &Kolom) -> Vec<i32> {
        self.jalan(kolom, Tanya::Waktu)
    }

    fn jalan(&self, kolom: &Kolom, tanya: Tanya) -> Vec<i32> {
        let mut days = vec![TAK_PERNAH; kolom.len()];
        let moves = match tanya {
            Tanya::Ubah => self.plan.moves(),
            Tanya::Waktu => self.plan.langkah.iter().any(|s| s.waktu),
        };
        // The law of an event may move where the law of the question does not.
        if self.urai.is_some() && !moves {
            return days;
        }
        let parts = self.urai.as_ref().filter(|_| kolom.len() >= SEDIKIT);
        days.par_chunks_mut(BLOK.min(1 << 12)).enumerate().for_each(|(i, days)| {
            let first = i * BLOK.min(1 << 12);
            let rows = first..first + days.len();
            match parts {
                Some(urai) => urai.jalan(self, kolom, rows, tanya, days),
                None => {
                    let mut baris = Baris::new(self.ctx.words);
                    for (row, day) in rows.zip(days) {
                        *day = self.satu(baris.muat(kolom, row, &self.semua), tanya);
                    }
                }
            }
        });
        if parts.is_some() {
            for row in di_samping(kolom, &self.plan.fakta) {
                days[row] = self.satu(&kolom.known(row), tanya);
            }
        }
        days
    }

    fn satu(&self, facts: &[Known], tanya: Tanya) -> i32 {
        let ctx = Ctx { facts, ..self.ctx };
        let day = match tanya {
            Tanya::Ubah => telaah::changes_on(self.plan, &ctx),
            Tanya::Waktu => telaah::time_met(self.plan, &ctx),
        };
        day.map_or(TAK_PERNAH, Date::days)
    }
}

impl<'a> Urai<'a> {
    fn susun(susunan: Susunan<'a>, ctx: &Ctx<'_>) -> Urai<'a> {
        let gerak: Vec<Gerak<'a>> = susunan
            .daun
            .iter()
            .map(|leaf| match leaf {
                Daun::Putar(cond, fakta) => Tetap::susun(cond, fakta, ctx)
                    .map(Gerak::Tetap)
                    .or_else(|| Ambang::susun(cond, ctx).map(Gerak::Ambang))
                    .unwrap_or(Gerak::Satu),
                _ => Gerak::Diam,
            })
            .collect();
        let turns = |leaf: &usize| !matches!(gerak[*leaf], Gerak::Diam);
        let turns_kode = |leaf: &usize| matches!(susunan.daun_kode[*leaf], DaunKode::Putar(..));
        let of = |part: &Langkah| {
            let mut all = Daun2::default();
            all.langkah(part);
            all.daun.retain(turns);
            all.kode.retain(turns_kode);
            all
        };
        let bagian = susunan.langkah.iter().map(of).collect();
        let putar = (0..gerak.len()).filter(turns).collect();
        let putar_kode = (0..susunan.daun_kode.len()).filter(turns_kode).collect();
        Urai { gerak, putar, putar_kode, bagian, susunan }
    }

    fn jalan(
        &self,
        of: &Penanggal<'_>,
        kolom: &Kolom,
        rows: std::ops::Range<usize>,
        tanya: Tanya,
        days: &mut [i32],
    ) {
        let made = &self.susunan;
        let parts = (&made.daun[..], &made.daun_kode[..], &made.norma[..]);
        let mut block = BacaBlok::new(parts, &of.ctx, kolom, rows.clone());
        let still = |leaf: usize| matches!(self.gerak[leaf], Gerak::Diam);
        let mut lajur = Vec::new();
        for leaf in 0..made.daun.len() {
            lajur.push(if still(leaf) { block.keadaan(leaf) } else { Vec::new() });
        }
        let mut lajur_kode = Vec::new();
        for leaf in 0..made.daun_kode.len() {
            let turns = matches!(made.daun_kode[leaf], DaunKode::Putar(..));
            lajur_kode.push(if turns { Vec::new() } else { block.kode(leaf) });
        }
        let mut baris = Baris::new(of.ctx.words);
        let needs = self.facts(of);
        let first = rows.start;
        for (at, (row, day)) in rows.zip(&mut *days).enumerate() {
            let facts = baris.muat(kolom, row, &needs);
            let ctx = Ctx { facts, ..of.ctx };
            let orang = Orang { urai: self, ctx, at, lajur: &lajur, lajur_kode: &lajur_kode };
            *day = match tanya {
                Tanya::Ubah => orang.ubah(),
                Tanya::Waktu => orang.waktu(of.plan),
            };
        }
        for row in block.ulang {
            days[row - first] = of.satu(&kolom.known(row), tanya);
        }
    }

    /// Facts that leaves which days turn look at.
    fn facts(&self, of: &Penanggal<'_>) -> Vec<FaktaId> {
        let mut needs: Vec<FaktaId> = Vec::new();
        for leaf in &self.putar {
            if let Daun::Putar(_, fakta) = &self.susunan.daun[*leaf] {
                needs.extend(fakta);
            }
        }
        for leaf in &self.putar_kode {
            if let DaunKode::Putar(_, fakta) = &self.susunan.daun_kode[*leaf] {
                needs.extend(fakta);
            }
        }
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|f| usize::from(f.0) < of.semua.len());
        needs
    }
}

impl Daun2 {
    fn simpul(&mut self, node: &Simpul) {
        match node {
            Simpul::Daun(leaf) => self.daun.push(*leaf),
            Simpul::Himpun(list, _) => list.iter().for_each(|n| self.simpul(n)),
            Simpul::Bukan(inner) => self.simpul(inner),
            Simpul::Lulus(inner) => self.norma(inner),
        }
    }

    fn langkah(&mut self, part: &Langkah) {
        match part {
            Langkah::Daun(leaf) => self.kode.push(*leaf),
            Langkah::Bila(kecuali, isi, _) => {
                kecuali.iter().for_each(|n| self.simpul(n));
                self.simpul(isi);
            }
            Langkah::SalahSatu(kecuali, routes, _) => {
                kecuali.iter().for_each(|n| self.simpul(n));
                routes.iter().for_each(|r| self.langkah(r));
            }
            Langkah::Pertimbangan(kecuali, _) => kecuali.iter().for_each(|n| self.simpul(n)),
            Langkah::Norma(kecuali, inner, _) => {
                kecuali.iter().for_each(|n| self.simpul(n));
                self.norma(inner);
            }
        }
    }

    fn norma(&mut self, norm: &pohon::Norma) {
        match norm {
            pohon::Norma::Daun(leaf) => self.kode.push(*leaf),
            pohon::Norma::Tiada => {}
            pohon::Norma::Isi(subjek, parts) => {
                subjek.iter().for_each(|n| self.simpul(n));
                parts.iter().for_each(|p| self.langkah(p));
            }
        }
    }
}

/// One person of a block.
struct Orang<'b, 'a> {
    urai: &'b Urai<'a>,
    ctx: Ctx<'b>,
    at: usize,
    lajur: &'b [Vec<u8>],
    lajur_kode: &'b [Vec<u8>],
}

impl Orang<'_, '_> {
    /// Days on which these leaves may turn, ascending.
    fn calon(&self, daun: &[usize], kode: &[usize]) -> Vec<Date> {
        let mut days = Vec::new();
        for leaf in daun {
            match (&self.urai.gerak[*leaf], &self.urai.susunan.daun[*leaf]) {
                (Gerak::Ambang(ambang), _) => days.extend(ambang.balik(&self.ctx)),
                (Gerak::Tetap(same), _) => days.extend(same.hari()),
                (_, Daun::Putar(cond, _)) => telaah::cond_days(cond, &self.ctx, &mut days),
                _ => {}
            }
        }
        for leaf in kode {
            match &self.urai.susunan.daun_kode[*leaf] {
                DaunKode::Putar(Utuh::Norma(plan), _) if plan.moves() => {
                    days.extend(telaah::days_of(plan, &self.ctx))
                }
                DaunKode::Putar(Utuh::Langkah(_, step), _) => days.extend(telaah::step_days(step, &self.ctx)),
                _ => {}
            }
        }
        days.retain(|d| *d > self.ctx.hari);
        days.sort_unstable();
        days.dedup();
        days
    }

    fn ubah(&self) -> i32 {
        let days = self.calon(&self.urai.putar, &self.urai.putar_kode);
        if days.is_empty() {
            return TAK_PERNAH;
        }
        let today = self.ctx.hari;
        let now = self.kode_pada(today);
        let found = days.into_iter().find(|day| self.kode_pada(*day) != now);
        found.map_or(TAK_PERNAH, Date::days)
    }

    /// The code of the norm on a day.
    fn kode_pada(&self, day: Date) -> u8 {
        let mut baca = Saat { orang: self, hari: day };
        let made = &self.urai.susunan;
        let start = Kode::TidakBerlaku as u8;
        let subjek = match &made.subjek {
            Some(node) => pohon::simpul(node, &mut baca),
            None => keadaan::BENAR,
        };
        let all = made
            .langkah
            .iter()
            .fold(start, |acc, part| keadaan::semua(acc, pohon::langkah::<u8>(part, &mut baca)));
        keadaan::kode(keadaan::norma(subjek, all)) as u8
    }

    fn waktu(&self, plan: &Plan) -> i32 {
        let urai = self.urai;
        let timed = || plan.langkah.iter().enumerate().filter(|(_, s)| s.waktu).map(|(i, _)| i);
        let open = |k: Kode| matches!(k, Kode::Gagal | Kode::Pertimbangan);
        let codes = |day: Date| {
            let mut baca = Saat { orang: self, hari: day };
            timed()
                .map(|i| keadaan::kode(pohon::langkah::<u8>(&urai.susunan.langkah[i], &mut baca)))
                .collect::<Vec<Kode>>()
        };
        let now = codes(self.ctx.hari);
        if !now.iter().any(|k| *k == Kode::Lulus || open(*k)) {
            return TAK_PERNAH;
        }
        if !now.iter().any(|k| open(*k)) {
            return self.ctx.hari.days();
        }
        let daun: Vec<usize> = timed().flat_map(|i| urai.bagian[i].daun.iter().copied()).collect();
        let kode: Vec<usize> = timed().flat_map(|i| urai.bagian[i].kode.iter().copied()).collect();
        let days = self.calon(&daun, &kode);
        let met = days.into_iter().find(|day| !codes(*day).iter().any(|k| open(*k)));
        met.map_or(TAK_PERNAH, Date::days)
    }
}

/// One person on one day.
struct Saat<'o, 'b, 'a> {
    orang: &'o Orang<'b, 'a>,
    hari: Date,
}

impl Baca<u8> for Saat<'_, '_, '_> {
    fn tetap(&self, byte: u8) -> u8 {
        byte
    }

    fn keadaan(&mut self, daun: usize) -> u8 {
        let orang = self.orang;
        let ctx = Ctx { hari: self.hari, ..orang.ctx };
        match (&orang.urai.gerak[daun], &orang.urai.susunan.daun[daun]) {
            (Gerak::Diam, _) => orang.lajur[daun][orang.at],
            (Gerak::Ambang(ambang), _) => ambang.keadaan(&ctx),
            (Gerak::Tetap(same), Daun::Putar(cond, _)) => same.keadaan(cond, &ctx),
            (_, Daun::Putar(cond, _)) => daun::keadaan_of(cond, &ctx),
            _ => keadaan::BELUM,
        }
    }

    fn kode(&mut self, daun: usize) -> u8 {
        let orang = self.orang;
        match &orang.urai.susunan.daun_kode[daun] {
            DaunKode::Putar(whole, _) => whole.kode(&Ctx { hari: self.hari, ..orang.ctx }),
            _ => orang.lajur_kode[daun][orang.at],
        }
    }
}
