//! The plan of a norm made ready for columns, and its run over blocks of people.

use super::Saringan;
use super::akhir::Akhir;
use super::daun::{self, Banding, Baris, Peta};
use super::gabung::gabung;
use super::hitung;
use super::keadaan;
use super::kunci;
use super::peristiwa;
use super::pohon::{self, Baca, Langkah, Simpul};
use super::susun::{Daun, DaunKode, Susunan, susun, susun_bernilai, terurai};
use crate::book::Book;
use crate::eval::Ctx;
use crate::kolom::Kolom;
use crate::plan::Plan;
use crate::telaah;
use crate::value::Value;
use crate::verdict::Kode;
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// How many people are worked on at a time.
pub const BLOK: usize = 16_384;
/// From how many people on it pays to join tables.
const BANYAK: usize = 1 << 17;

/// A norm ready to be asked about many people on one day.
#[derive(Debug)]
pub struct Tapis<'a> {
    /// The norm.
    pub plan: &'a Plan,
    ctx: Ctx<'a>,
    cara: Cara<'a>,
}

#[derive(Debug)]
enum Cara<'a> {
    /// One person after the other.
    Satu,
    /// By the law of each person's day.
    Peristiwa,
    /// By columns.
    Lajur(Box<Lajur<'a>>),
}

/// Parts sorted by how dear they are; every table and bound answers with bytes of `kunci`.
#[derive(Debug)]
struct Lajur<'a> {
    peta: Vec<Peta>,
    gabung: OnceLock<Vec<Peta>>,
    banding: Vec<Banding>,
    subjek: Option<Simpul>,
    lain: Vec<(usize, Langkah)>,
    akhir: Option<Akhir<'a>>,
    daun: Vec<Daun<'a>>,
    daun_kode: Vec<DaunKode<'a>>,
    norma: Vec<hitung::Norma<'a>>,
}

impl<'a> Tapis<'a> {
    /// Makes a norm ready.
    pub fn susun(
        plan: &'a Plan,
        book: &'a Book,
        words: &'a Vocabulary,
        hari: Date,
        hukum: Date,
    ) -> Tapis<'a> {
        let ctx = Ctx { book, words, facts: &[], hari, hukum };
        if terurai(plan) {
            return Tapis::di_hukum_sendiri(plan, &ctx);
        }
        if let Some(made) = susun_bernilai(plan, &ctx) {
            return Tapis { plan, ctx, cara: Cara::Lajur(Box::new(Lajur::susun(made))) };
        }
        let cara = if peristiwa::terkelompok(plan) { Cara::Peristiwa } else { Cara::Satu };
        Tapis { plan, ctx, cara }
    }

    /// A norm of conditions whose own law date is the one it was compiled for.
    pub(super) fn di_hukum_sendiri(plan: &'a Plan, ctx: &Ctx<'a>) -> Tapis<'a> {
        let lajur = Lajur::susun(susun(plan, ctx, false));
        Tapis { plan, ctx: *ctx, cara: Cara::Lajur(Box::new(lajur)) }
    }

    /// The answer for every person.
    pub fn jalan(&self, kolom: &Kolom) -> Saringan {
        let n = kolom.len();
        let mut hasil = Saringan { kode: vec![0; n], penentu: vec![0; n] };
        let single: Vec<usize> = match &self.cara {
            Cara::Satu => (0..n).collect(),
            Cara::Peristiwa => peristiwa::jalan(self.plan, &self.ctx, kolom, &mut hasil),
            Cara::Lajur(lajur) => {
                let mut single = di_samping(kolom, &self.plan.fakta);
                single.extend(self.lajur(lajur, kolom, &mut hasil));
                single.into_iter().collect()
            }
        };
        let semua = self.semua();
        let one = |baris: &mut Baris, row: &usize| self.satu(baris.muat(kolom, *row, &semua));
        let answers: Vec<(u8, u8)> = single.par_iter().map_init(|| Baris::new(self.ctx.words), one).collect();
        for (row, answer) in single.into_iter().zip(answers) {
            (hasil.kode[row], hasil.penentu[row]) = answer;
        }
        hasil
    }

    /// As [`Tapis::jalan`] for norms that give a value: the verdict of every person, and the value where
    /// there is one.
    pub fn nilai(&self, kolom: &Kolom) -> (Vec<u8>, Vec<Option<Value>>) {
        let kode = self.jalan(kolom).kode;
        let nilai = self.nilai_dari(kolom, &kode);
        (kode, nilai)
    }

    /// The value of every person whose verdict, asked before, is that there is one.
    pub fn nilai_dari(&self, kolom: &Kolom, kode: &[u8]) -> Vec<Option<Value>> {
        let mut nilai = vec![None; kolom.len()];
        let columns = match &self.cara {
            Cara::Lajur(lajur) => lajur.akhir.as_ref().and_then(Akhir::nilai).map(|value| (lajur, value)),
            _ => None,
        };
        let single: Vec<usize> = match columns {
            None => (0..kolom.len()).collect(),
            Some((lajur, value)) => {
                let blocks = nilai.par_chunks_mut(BLOK).enumerate();
                let again = blocks.flat_map_iter(|(i, into)| {
                    let mut blok = lajur.blok(&self.ctx, kolom, i * BLOK..i * BLOK + into.len());
                    let values = hitung::deret(value, &mut blok);
                    for (row, into) in into.iter_mut().enumerate() {
                        *into = value.jenis.nilai(values.di(row));
                    }
                    blok.ulang
                });
                let mut single = di_samping(kolom, &self.plan.fakta);
                single.extend(again.collect::<Vec<usize>>());
                single.into_iter().collect()
            }
        };
        let semua = self.semua();
        let one = |baris: &mut Baris, row: &usize| {
            let facts = baris.muat(kolom, *row, &semua);
            telaah::run(self.plan, &Ctx { facts, ..self.ctx }, None).nilai
        };
        let values: Vec<_> = single.par_iter().map_init(|| Baris::new(self.ctx.words), one).collect();
        for (row, value) in single.into_iter().zip(values) {
            nilai[row] = value;
        }
        for (kode, value) in kode.iter().zip(&mut nilai) {
            if *kode != Kode::Lulus as u8 {
                *value = None;
            }
        }
        nilai
    }

    /// Gives the rows columns cannot hold.
    fn lajur(&self, lajur: &Lajur<'_>, kolom: &Kolom, hasil: &mut Saringan) -> Vec<usize> {
        let (kode, penentu) = kunci::buka();
        let blocks = hasil.kode.par_chunks_mut(BLOK).zip(hasil.penentu.par_chunks_mut(BLOK)).enumerate();
        let again = blocks.flat_map_iter(|(i, (kodes, keys))| {
            let mut blok = lajur.blok(&self.ctx, kolom, i * BLOK..i * BLOK + keys.len());
            lajur.jalan(&mut blok, keys);
            let ends = lajur.akhir.as_ref().map(|akhir| akhir.jalan(&mut blok, keys));
            for (row, (k, d)) in kodes.iter_mut().zip(keys).enumerate() {
                (*k, *d) = match &ends {
                    Some(ends) if *d == 0 => ends[row],
                    _ => (kode[usize::from(*d)], penentu[usize::from(*d)]),
                };
            }
            blok.ulang
        });
        again.collect()
    }

    /// Every fact: the law of another day may ask for any.
    fn semua(&self) -> Vec<FaktaId> {
        (0..self.ctx.words.fakta_list().len()).map(|f| FaktaId(f as u16)).collect()
    }

    /// One person, by the evaluator of one person.
    fn satu(&self, facts: &[crate::value::Known]) -> (u8, u8) {
        let outcome = telaah::run(self.plan, &Ctx { facts, ..self.ctx }, None);
        let place = |path: &str| {
            let first = path.split('/').next().unwrap_or(path);
            self.plan.langkah.iter().position(|s| &*s.kunci == first)
        };
        let penentu = match outcome.penentu.as_deref() {
            None => kunci::TANPA,
            Some("subjek") => kunci::SUBJEK,
            Some(path) => place(path)
                .and_then(|p| u8::try_from(p).ok())
                .filter(|p| *p < kunci::LUAR)
                .unwrap_or(kunci::LUAR),
        };
        (outcome.verdict.kode() as u8, penentu)
    }
}

/// People with a value that fits no cell among these facts: they are asked about one by one.
pub fn di_samping(kolom: &Kolom, fakta: &[FaktaId]) -> BTreeSet<usize> {
    let columns = fakta.iter().filter_map(|f| kolom.lajur(*f));
    columns.flat_map(|l| l.lain.keys().map(|row| *row as usize)).collect()
}

impl<'a> Lajur<'a> {
    fn susun(made: Susunan<'a>) -> Lajur<'a> {
        let Susunan { subjek, langkah, akhir, daun, daun_kode, norma } = made;
        let mut lajur = Lajur {
            peta: Vec::new(),
            gabung: OnceLock::new(),
            banding: Vec::new(),
            subjek: None,
            lain: Vec::new(),
            akhir,
            daun,
            daun_kode,
            norma,
        };
        match subjek {
            Some(Simpul::Daun(at)) if lajur.murah(at, kunci::subjek) => {}
            other => lajur.subjek = other,
        }
        for (place, part) in langkah.into_iter().enumerate() {
            let key = |kode: u8| kunci::bagian(keadaan::kode(kode), place);
            let cheap = match &part {
                Langkah::Daun(at) => match &lajur.daun_kode[*at] {
                    DaunKode::Peta(table) => {
                        let isi = table.isi.iter().map(|k| key(*k)).collect();
                        lajur.peta.push(Peta { fakta: table.fakta.clone(), isi });
                        true
                    }
                    _ => false,
                },
                Langkah::Bila(None, Simpul::Daun(at), lunak) => {
                    lajur.murah(*at, |s| key(keadaan::bila(keadaan::SALAH, s, *lunak)))
                }
                _ => false,
            };
            if !cheap {
                lajur.lain.push((place, part));
            }
        }
        lajur
    }

    /// Takes a leaf that is all of a part over as a table or bound of its own.
    fn murah(&mut self, at: usize, key: impl Fn(u8) -> u8) -> bool {
        match &self.daun[at] {
            Daun::Peta(table) => {
                let isi = table.isi.iter().map(|s| key(*s)).collect();
                self.peta.push(Peta { fakta: table.fakta.clone(), isi });
                true
            }
            Daun::Banding(bounds) => {
                self.banding.push(bounds.dengan(key));
                true
            }
            _ => false,
        }
    }

    fn blok<'b>(&'b self, ctx: &'b Ctx<'b>, kolom: &'b Kolom, rows: Range<usize>) -> BacaBlok<'b, 'a> {
        BacaBlok::new((&self.daun, &self.daun_kode, &self.norma), ctx, kolom, rows)
    }

    /// Joins every condition to the keys of a block.
    fn jalan(&self, baca: &mut BacaBlok<'_, '_>, keys: &mut [u8]) {
        let (ctx, kolom, rows) = (baca.ctx, baca.kolom, baca.rows.clone());
        let tables = if kolom.len() >= BANYAK {
            self.gabung.get_or_init(|| gabung(&self.peta, ctx.words))
        } else {
            &self.peta
        };
        let mut places = Vec::new();
        for table in tables {
            table.tempat(kolom, rows.clone(), &mut places);
            for (key, at) in keys.iter_mut().zip(&places) {
                *key = (*key).max(table.isi[usize::from(*at)]);
            }
        }
        for bounds in &self.banding {
            bounds.jalan(kolom, rows.clone(), keys, u8::max);
        }
        if let Some(subjek) = &self.subjek {
            let states: Vec<u8> = pohon::simpul(subjek, baca);
            keys.iter_mut().zip(&states).for_each(|(key, s)| *key = (*key).max(kunci::subjek(*s)));
        }
        for (place, part) in &self.lain {
            let of: [u8; 8] = std::array::from_fn(|k| kunci::bagian(keadaan::kode(k as u8), *place));
            let kodes: Vec<u8> = pohon::langkah(part, baca);
            keys.iter_mut().zip(&kodes).for_each(|(key, k)| *key = (*key).max(of[usize::from(*k & 7)]));
        }
    }
}

/// Leaves of a block of people.
pub struct BacaBlok<'b, 'a> {
    /// Condition leaves.
    pub daun: &'b [Daun<'a>],
    /// Code leaves.
    pub kode: &'b [DaunKode<'a>],
    /// Norms that give a value, and what they came to in this block.
    pub norma: &'b [hitung::Norma<'a>],
    pub(super) ingat: Vec<Option<hitung::Jawaban>>,
    /// Day and law.
    pub ctx: &'b Ctx<'b>,
    /// The people.
    pub kolom: &'b Kolom,
    /// Which of them.
    pub rows: Range<usize>,
    /// Rows columns cannot hold: to be asked one by one.
    pub ulang: Vec<usize>,
}

/// Condition leaves, code leaves and norms of a tree.
type Bagian<'b, 'a> = (&'b [Daun<'a>], &'b [DaunKode<'a>], &'b [hitung::Norma<'a>]);

impl<'b, 'a> BacaBlok<'b, 'a> {
    /// Of these people.
    pub fn new(
        of: Bagian<'b, 'a>,
        ctx: &'b Ctx<'b>,
        kolom: &'b Kolom,
        rows: Range<usize>,
    ) -> BacaBlok<'b, 'a> {
        let (daun, kode, norma) = of;
        BacaBlok { daun, kode, norma, ingat: vec![None; norma.len()], ctx, kolom, rows, ulang: Vec::new() }
    }

    fn table(&self, table: &Peta) -> Vec<u8> {
        let mut places = Vec::new();
        table.tempat(self.kolom, self.rows.clone(), &mut places);
        places.iter().map(|at| table.isi[usize::from(*at)]).collect()
    }

    fn satu(&self, fakta: &[FaktaId], what: impl Fn(&Ctx<'_>) -> u8) -> Vec<u8> {
        let mut baris = Baris::new(self.ctx.words);
        if fakta.iter().all(|f| self.kolom.lajur(*f).is_none()) {
            let same = what(&Ctx { facts: baris.muat(self.kolom, 0, &[]), ..*self.ctx });
            return vec![same; self.rows.len()];
        }
        self.rows
            .clone()
            .map(|row| what(&Ctx { facts: baris.muat(self.kolom, row, fakta), ..*self.ctx }))
            .collect()
    }
}

impl Baca<Vec<u8>> for BacaBlok<'_, '_> {
    fn tetap(&self, byte: u8) -> Vec<u8> {
        vec![byte; self.rows.len()]
    }

    fn keadaan(&mut self, daun: usize) -> Vec<u8> {
        match &self.daun[daun] {
            Daun::Peta(table) => self.table(table),
            Daun::Banding(bounds) => {
                let mut out = vec![0; self.rows.len()];
                bounds.jalan(self.kolom, self.rows.clone(), &mut out, |_, new| new);
                out
            }
            Daun::Satu(cond, fakta) | Daun::Putar(cond, fakta) => {
                self.satu(fakta, |ctx| daun::keadaan_of(cond, ctx))
            }
            Daun::Hitung(test) => hitung::uji(test, self),
        }
    }

    fn kode(&mut self, daun: usize) -> Vec<u8> {
        match &self.kode[daun] {
            DaunKode::Peta(table) => self.table(table),
            DaunKode::Hitung(value, lunak) => {
                let value = hitung::deret(value, self);
                (0..self.rows.len()).map(|row| hitung::kode(value.sifat_di(row), *lunak)).collect()
            }
            DaunKode::Norma(norma) => hitung::norma_kode(*norma, self).0.clone(),
            DaunKode::Satu(whole, fakta) | DaunKode::Putar(whole, fakta) => {
                self.satu(fakta, |ctx| whole.kode(ctx))
            }
        }
    }
}
