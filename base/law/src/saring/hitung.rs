//! Values of many people at once: numbers and days as columns of whole numbers, with a byte for each
//! person that says whether there is a value at all. What a column cannot hold exactly is left to the
//! evaluator of one person, row by row.

mod norma;
mod panggil;
mod tabel;
mod uji;

pub use norma::{Jawaban, Norma, kode, norma_kode};
pub use tabel::{LUAR_NILAI, Tabel};
pub use uji::{Uji, uji};

use super::daun::{Baris, Peta};
use super::keadaan::{self, BEDA, LEMAH, TIMBANG};
use super::pohon::{self, Simpul};
use super::tapis::BacaBlok;
use crate::eval::{Ctx, Got, Trace, period};
use crate::expr::Arith;
use crate::kolom::{Sel, tanda};
use crate::number::{Exact, Round};
use crate::plan::{Ex, Func};
use crate::value::{Type, Value};
use crate::verdict::Kode;
use crate::vocabulary::{FaktaId, JenisId};
use kernel::Date;

/// There is a value.
pub const ADA: u8 = 0;
/// Known not to be there.
pub const TIADA: u8 = 1;
/// Not known; what [`keadaan`] says of open questions may be joined.
pub const BELUM: u8 = 2;
/// The law says nothing of this.
pub const LUAR: u8 = 3;
const SIFAT: u8 = 3;
const TERBUKA: u8 = TIMBANG | BEDA;

/// Beyond it a sum is left to exact arithmetic.
const BESAR: i64 = 1_000_000_000_000_000;

/// What the whole numbers of a column stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Jenis {
    /// Numbers, times this.
    Bilangan(i64),
    /// Days since 1970.
    Hari,
    /// Choices, by place.
    Pilihan(JenisId),
    /// 0 or 1.
    YaTidak,
}

impl Jenis {
    /// Of a type, numbers with so many parts to the whole; `None` for words.
    pub fn of(tipe: Type, parts: i64) -> Option<Jenis> {
        Some(match tipe {
            Type::Bilangan | Type::Desimal | Type::Rupiah => Jenis::Bilangan(parts),
            Type::Tanggal => Jenis::Hari,
            Type::Pilihan(jenis) => Jenis::Pilihan(jenis),
            Type::YaTidak => Jenis::YaTidak,
            Type::Teks => return None,
        })
    }

    /// The whole number a value is in such a column, when it is one.
    pub fn sandi(self, value: &Value) -> Option<i64> {
        match (self, value) {
            (Jenis::Bilangan(parts), Value::Num(n)) => {
                n.times(Exact::int(parts))?.whole().filter(|n| n.abs() <= BESAR)
            }
            (Jenis::Hari, Value::Day(day)) => Some(i64::from(day.days())),
            (Jenis::Pilihan(jenis), Value::Pick(of, place)) if jenis == *of => Some(i64::from(*place)),
            (Jenis::YaTidak, Value::Yes(yes)) => Some(i64::from(*yes)),
            _ => None,
        }
    }

    /// The value a whole number stands for.
    pub fn nilai(self, n: i64) -> Option<Value> {
        Some(match self {
            Jenis::Bilangan(parts) => Value::Num(Exact::new(i128::from(n), i128::from(parts))?),
            Jenis::Hari => Value::Day(Date::from_days(i32::try_from(n).ok()?)),
            Jenis::Pilihan(jenis) => Value::Pick(jenis, u16::try_from(n).ok()?),
            Jenis::YaTidak => Value::Yes(n != 0),
        })
    }
}

/// A value to be worked out for a block of people.
#[derive(Debug)]
pub struct Hitung<'a> {
    /// What its numbers stand for.
    pub jenis: Jenis,
    /// How.
    pub isi: Isi<'a>,
}

/// How a value is worked out.
#[derive(Debug)]
pub enum Isi<'a> {
    /// The same for everybody.
    Tetap(i64),
    /// A column of the register.
    Fakta(FaktaId),
    /// By the choices it looks at: `isi` of the table numbers these answers.
    Peta(Peta, Vec<(i64, u8)>),
    /// A decision table.
    Tabel(Box<Tabel<'a>>),
    /// The value of another norm, by number.
    Norma(usize),
    /// Arithmetic on numbers of the same parts, multiplication of any; never a division.
    Hitungan(Arith, Box<Hitung<'a>>, Box<Hitung<'a>>),
    /// The same numbers in smaller parts.
    Skala(i64, Box<Hitung<'a>>),
    /// Rounded from so many parts.
    Bulat(Round, i64, Box<Hitung<'a>>),
    /// A legal function.
    Panggil(Func, Vec<Hitung<'a>>),
    /// One or the other.
    Jika(Simpul, Box<Hitung<'a>>, Box<Hitung<'a>>),
    /// The first permitted month start.
    Masa(&'a [(crate::act::Span, Vec<i64>)], Box<Hitung<'a>>),
    /// By the evaluator of one person, with the facts it needs.
    Satu(&'a Ex, Vec<FaktaId>),
}

/// Values of a block: `n` has one number for everybody or one for each, and so has `sifat`.
#[derive(Clone, Debug)]
pub struct Deret {
    /// Numbers.
    pub n: Vec<i64>,
    /// Whether there is a value, and what it rests on.
    pub sifat: Vec<u8>,
}

impl Deret {
    fn tetap(n: i64, sifat: u8) -> Deret {
        Deret { n: vec![n], sifat: vec![sifat] }
    }

    fn ubah(self, by: impl Fn(i64) -> i64) -> Deret {
        Deret { n: self.n.into_iter().map(by).collect(), sifat: self.sifat }
    }

    /// The number of a row.
    pub fn di(&self, row: usize) -> i64 {
        if self.n.len() == 1 { self.n[0] } else { self.n[row] }
    }

    /// The byte of a row.
    pub fn sifat_di(&self, row: usize) -> u8 {
        if self.sifat.len() == 1 { self.sifat[0] } else { self.sifat[row] }
    }

    fn semua_ada(&self) -> bool {
        self.sifat.iter().all(|s| *s == ADA)
    }
}

/// Two columns as one, either of which may be the same for everybody.
fn pasang<A: Copy, B: Copy, C>(a: &[A], b: &[B], by: impl Fn(A, B) -> C) -> Vec<C> {
    match (a, b) {
        ([a], b) => b.iter().map(|b| by(*a, *b)).collect(),
        (a, [b]) => a.iter().map(|a| by(*a, *b)).collect(),
        (a, b) => a.iter().zip(b).map(|(a, b)| by(*a, *b)).collect(),
    }
}

/// What two values rest on together; the first that is open says why.
fn dasar(a: u8, b: u8) -> u8 {
    let open = if a & TERBUKA == 0 { b & TERBUKA } else { a & TERBUKA };
    (a | b) & LEMAH | open
}

/// Of two values that are both looked at.
fn keduanya(a: u8, b: u8) -> u8 {
    let of = match (a & SIFAT, b & SIFAT) {
        (ADA, ADA) => ADA,
        (BELUM, _) | (_, BELUM) => BELUM,
        (LUAR, _) | (_, LUAR) => LUAR,
        _ => TIADA,
    };
    of | dasar(a, b)
}

/// Of two values the second of which is looked at only when the first is there.
fn berurut(a: u8, b: u8) -> u8 {
    if a & SIFAT == ADA { (b & SIFAT) | dasar(a, b) } else { a }
}

/// Works a value out for a block.
pub fn deret(of: &Hitung<'_>, blok: &mut BacaBlok<'_, '_>) -> Deret {
    match &of.isi {
        Isi::Tetap(n) => Deret::tetap(*n, ADA),
        Isi::Fakta(id) => fakta(*id, blok),
        Isi::Peta(table, answers) => {
            let mut places = Vec::new();
            table.tempat(blok.kolom, blok.rows.clone(), &mut places);
            let found = places.iter().map(|at| answers[usize::from(table.isi[usize::from(*at)])]);
            let (n, sifat) = found.unzip();
            Deret { n, sifat }
        }
        Isi::Tabel(table) => tabel::tabel(table, blok),
        Isi::Norma(norma) => norma::norma_deret(*norma, blok),
        Isi::Hitungan(op, a, b) => {
            let (a, b) = (deret(a, blok), deret(b, blok));
            let by = |a: i64, b: i64| {
                let sum = match op {
                    Arith::Add => a.checked_add(b),
                    Arith::Sub => a.checked_sub(b),
                    Arith::Mul | Arith::Div => a.checked_mul(b),
                };
                sum.unwrap_or(i64::MAX)
            };
            blok.periksa(Deret { n: pasang(&a.n, &b.n, by), sifat: pasang(&a.sifat, &b.sifat, keduanya) })
        }
        Isi::Skala(times, inner) => {
            let inner = deret(inner, blok);
            blok.periksa(inner.ubah(|n| n.checked_mul(*times).unwrap_or(i64::MAX)))
        }
        Isi::Bulat(how, parts, inner) => deret(inner, blok).ubah(|n| panggil::bulat(n, *parts, *how)),
        Isi::Panggil(func, args) => panggil::panggil(*func, args, of.jenis, blok),
        Isi::Jika(cond, a, b) => {
            let states: Vec<u8> = pohon::simpul(cond, blok);
            let (a, b) = (deret(a, blok), deret(b, blok));
            let pick = |(row, state): (usize, &u8)| {
                let of = match state & 3 {
                    keadaan::BENAR => &a,
                    keadaan::SALAH => &b,
                    _ => return (0, BELUM | (state & (LEMAH | TERBUKA))),
                };
                (of.di(row), of.sifat_di(row) | (state & LEMAH))
            };
            let (n, sifat) = states.iter().enumerate().map(pick).unzip();
            Deret { n, sifat }
        }
        Isi::Masa(months, day) => {
            let day = deret(day, blok);
            let found = |n: i64, s: u8| match i32::try_from(n) {
                Ok(n) if s & SIFAT == ADA => match period(months, Date::from_days(n)) {
                    Some(day) => (i64::from(day.days()), s),
                    None => (0, LUAR | (s & LEMAH)),
                },
                _ => (n, s),
            };
            let (n, sifat) = pasang(&day.n, &day.sifat, found).into_iter().unzip();
            Deret { n, sifat }
        }
        Isi::Satu(ex, fakta) => satu(of.jenis, ex, fakta, blok),
    }
}

fn fakta(id: FaktaId, blok: &BacaBlok<'_, '_>) -> Deret {
    match blok.kolom.lajur(id).map(|l| &l.sel) {
        None => Deret::tetap(0, BELUM),
        Some(Sel::I32(cells)) => {
            let cells = &cells[blok.rows.clone()];
            let sifat = |n: i32| match n {
                tanda::I32_TIADA => TIADA,
                n if n <= tanda::I32_TERTINGGI => BELUM,
                _ => ADA,
            };
            let n = cells.iter().map(|n| i64::from(*n)).collect();
            Deret { n, sifat: cells.iter().map(|n| sifat(*n)).collect() }
        }
        Some(Sel::U8(cells)) => {
            let cells = &cells[blok.rows.clone()];
            let sifat = |n: u8| match n {
                tanda::U8_TIADA => TIADA,
                n if n >= tanda::U8_TERENDAH => BELUM,
                _ => ADA,
            };
            let n = cells.iter().map(|n| i64::from(*n)).collect();
            Deret { n, sifat: cells.iter().map(|n| sifat(*n)).collect() }
        }
    }
}

fn satu(jenis: Jenis, ex: &Ex, fakta: &[FaktaId], blok: &mut BacaBlok<'_, '_>) -> Deret {
    let mut baris = Baris::new(blok.ctx.words);
    let (mut n, mut sifat) = (Vec::new(), Vec::new());
    for row in 0..blok.rows.len() {
        let facts = baris.muat(blok.kolom, blok.rows.start + row, fakta);
        let mut trace = Trace::default();
        let got = Ctx { facts, ..*blok.ctx }.value(ex, &mut trace);
        let (number, of) = blok.tulis(jenis, got, row);
        n.push(number);
        sifat.push(of | sisa(&trace));
    }
    Deret { n, sifat }
}

/// What was met on the way, as bits of `sifat`.
pub fn sisa(trace: &Trace) -> u8 {
    let weak = if trace.weak { LEMAH } else { 0 };
    weak | match trace.nested {
        Some(Kode::Sengketa) => BEDA,
        Some(Kode::Pertimbangan) => TIMBANG,
        _ => 0,
    }
}

impl BacaBlok<'_, '_> {
    /// A value as a number of a column; what does not fit is asked again, person by person.
    fn tulis(&mut self, jenis: Jenis, got: Got, row: usize) -> (i64, u8) {
        match got {
            Got::Is(value) => match jenis.sandi(&value) {
                Some(n) => (n, ADA),
                None => self.lagi(row),
            },
            Got::Absent => (0, TIADA),
            Got::Unknown => (0, BELUM),
            Got::Outside => (0, LUAR),
        }
    }

    fn lagi(&mut self, row: usize) -> (i64, u8) {
        self.ulang.push(self.rows.start + row);
        (0, BELUM)
    }

    /// Numbers too great for a column are asked again, person by person.
    fn periksa(&mut self, mut of: Deret) -> Deret {
        if of.n.iter().all(|n| n.abs() <= BESAR) {
            return of;
        }
        for row in 0..self.rows.len() {
            if of.di(row).unsigned_abs() > BESAR.unsigned_abs() && of.sifat_di(row) & SIFAT == ADA {
                self.ulang.push(self.rows.start + row);
            }
        }
        of.n.iter_mut().filter(|n| n.unsigned_abs() > BESAR.unsigned_abs()).for_each(|n| *n = 0);
        of
    }
}
