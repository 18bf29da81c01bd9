//! Leaves of the tree: how each is worked out for a block of people at once.

use super::keadaan;
use crate::eval::{Ctx, Trace};
use crate::kolom::{Kolom, Muat, Sel, tanda};
use crate::plan::{Cond, Plan, Step};
use crate::telaah;
use crate::value::{Known, Type, Value};
use crate::vocabulary::{FaktaId, Vocabulary};
use std::ops::Range;

/// A question on choices and yes-or-no only: every answer worked out beforehand.
#[derive(Debug)]
pub struct Peta {
    /// Facts, how far one step of each moves, and how many steps it has.
    pub fakta: Vec<(FaktaId, u16, u16)>,
    /// Answers by place.
    pub isi: Vec<u8>,
}

/// Bytes that are no choice come first in a table: 252 is place 0, 255 place 3, choice 0 place 4.
const TANDA: u16 = 4;
/// How many places a table may have: an index of two bytes.
pub const TEMPAT: usize = 1 << 16;

/// Facts with how far one step of each moves and how many steps it has, and how many places that makes.
pub type Letak = (Vec<(FaktaId, u16, u16)>, usize);

/// Where facts lie in a table; `None` when one is no byte or it grows too large.
pub fn letak(fakta: impl IntoIterator<Item = FaktaId>, words: &Vocabulary, limit: usize) -> Option<Letak> {
    let shape = Kolom::new(words, 0);
    let mut size = 1usize;
    let mut list = Vec::new();
    for id in fakta {
        let Muat::U8(n) = shape.muat(id) else { return None };
        let steps = u16::from(n) + TANDA;
        list.push((id, u16::try_from(size).ok()?, steps));
        size *= usize::from(steps);
        if size > limit {
            return None;
        }
    }
    Some((list, size))
}

impl Peta {
    /// Works every answer out with the evaluator of one person.
    pub fn susun((fakta, size): Letak, ctx: &Ctx<'_>, what: impl Fn(&Ctx<'_>) -> u8) -> Peta {
        let mut known = vec![Known::Unknown; ctx.words.fakta_list().len()];
        let mut isi = Vec::with_capacity(size);
        for place in 0..size {
            for (id, stride, steps) in &fakta {
                let step = (place / usize::from(*stride)) % usize::from(*steps);
                known[usize::from(id.0)] = choice(step as u16, *id, ctx.words);
            }
            isi.push(what(&Ctx { facts: &known, ..*ctx }));
        }
        Peta { fakta, isi }
    }

    /// Where each person of a block stands in the table.
    pub fn tempat(&self, kolom: &Kolom, rows: Range<usize>, into: &mut Vec<u16>) {
        into.clear();
        into.resize(rows.len(), 0);
        for (id, stride, _) in &self.fakta {
            let cells = kolom.lajur(*id).map(|l| &l.sel);
            let Some(Sel::U8(cells)) = cells else {
                let unknown = (TANDA - 1) * stride;
                into.iter_mut().for_each(|at| *at += unknown);
                continue;
            };
            for (at, cell) in into.iter_mut().zip(&cells[rows.clone()]) {
                *at = at.wrapping_add(u16::from(cell.wrapping_add(TANDA as u8)).wrapping_mul(*stride));
            }
        }
    }
}

fn choice(step: u16, id: FaktaId, words: &Vocabulary) -> Known {
    match step.checked_sub(TANDA) {
        Some(n) => Known::Is(match words.fakta(id).tipe {
            Type::Pilihan(jenis) => Value::Pick(jenis, n),
            _ => Value::Yes(n != 0),
        }),
        None if step == 1 => Known::Conflict,
        None if step == 2 => Known::Absent,
        // Values beside a column are looked at one by one afterwards.
        None => Known::Unknown,
    }
}

/// A question on one number or day: whether it lies between two bounds, both inclusive.
#[derive(Clone, Copy, Debug)]
pub struct Banding {
    /// The fact.
    pub fakta: FaktaId,
    /// Lower bound.
    pub dari: i32,
    /// Upper bound.
    pub sampai: i32,
    /// Answer inside, outside, when known not to be there, when not known.
    pub jawab: [u8; 4],
}

impl Banding {
    /// The same with every answer changed.
    pub fn dengan(self, by: impl Fn(u8) -> u8) -> Banding {
        Banding { jawab: self.jawab.map(by), ..self }
    }

    /// Joins each person's answer to what is there already.
    pub fn jalan(&self, kolom: &Kolom, rows: Range<usize>, into: &mut [u8], join: impl Fn(u8, u8) -> u8) {
        let [inside, outside, absent, open] = self.jawab;
        let cells = kolom.lajur(self.fakta).map(|l| &l.sel);
        let Some(Sel::I32(cells)) = cells else {
            into.iter_mut().for_each(|to| *to = join(*to, open));
            return;
        };
        let (low, high) = (self.dari, self.sampai);
        for (to, &n) in into.iter_mut().zip(&cells[rows]) {
            let hit = (n >= low) & (n <= high);
            let known = if hit { inside } else { outside };
            let none = if n == tanda::I32_TIADA { absent } else { open };
            *to = join(*to, if n > tanda::I32_TERTINGGI { known } else { none });
        }
    }
}

/// Whom the evaluator of one person is asked about: facts of a row, as far as they matter.
pub struct Baris {
    known: Vec<Known>,
}

impl Baris {
    /// Of nobody yet.
    pub fn new(words: &Vocabulary) -> Baris {
        Baris { known: vec![Known::Unknown; words.fakta_list().len()] }
    }

    /// These facts of a row.
    pub fn muat(&mut self, kolom: &Kolom, row: usize, fakta: &[FaktaId]) -> &[Known] {
        kolom.fill(row, fakta, &mut self.known);
        &self.known
    }
}

/// What a whole part or norm is worth to the evaluator of one person.
#[derive(Clone, Copy, Debug)]
pub enum Utuh<'a> {
    /// A part.
    Langkah(&'a Plan, &'a Step),
    /// A norm.
    Norma(&'a Plan),
}

impl Utuh<'_> {
    /// Its code, as a byte of `keadaan`.
    pub fn kode(&self, ctx: &Ctx<'_>) -> u8 {
        match self {
            Utuh::Langkah(plan, step) => {
                let (kode, weak) = telaah::step_kode(plan, step, ctx);
                keadaan::sandi(kode, weak)
            }
            Utuh::Norma(plan) => {
                let outcome = telaah::run(plan, ctx, None);
                keadaan::sandi(outcome.verdict.kode(), outcome.weak)
            }
        }
    }
}

/// What a condition is worth, by the evaluator of one person.
pub fn keadaan_of(cond: &Cond, ctx: &Ctx<'_>) -> u8 {
    let mut trace = Trace::default();
    let truth = ctx.truth(cond, &mut trace);
    keadaan::dari(truth, &trace)
}
