//! A norm as a tree over numbered leaves, and the one evaluator of it: for a person (a byte) and for a
//! block of people (a column of bytes) alike.

use super::keadaan;
use crate::verdict::Kode;

/// A condition.
#[derive(Debug)]
pub enum Simpul {
    /// A leaf, by number.
    Daun(usize),
    /// All, or (`true`) one.
    Himpun(Vec<Simpul>, bool),
    /// The contrary.
    Bukan(Box<Simpul>),
    /// Another norm passes.
    Lulus(Box<Norma>),
}

/// A part of a norm.
#[derive(Debug)]
pub enum Langkah {
    /// Worked out as a whole, by number.
    Daun(usize),
    /// A condition with its exception; `true` when its failing needs an official.
    Bila(Option<Simpul>, Simpul, bool),
    /// Routes.
    SalahSatu(Option<Simpul>, Vec<Langkah>, bool),
    /// A person decides.
    Pertimbangan(Option<Simpul>, bool),
    /// A whole norm.
    Norma(Option<Simpul>, Box<Norma>, bool),
}

/// A norm.
#[derive(Debug)]
pub enum Norma {
    /// Worked out as a whole, by number.
    Daun(usize),
    /// Does not hold at that law date.
    Tiada,
    /// Its subject and its parts.
    Isi(Option<Simpul>, Vec<Langkah>),
}

/// A byte, or a column of them.
pub trait Deret: Sized {
    /// Each byte becomes another.
    fn ubah(self, by: impl Fn(u8) -> u8) -> Self;
    /// Each byte with the one beside it.
    fn dengan(self, other: &Self, by: impl Fn(u8, u8) -> u8) -> Self;
}

impl Deret for u8 {
    fn ubah(self, by: impl Fn(u8) -> u8) -> u8 {
        by(self)
    }
    fn dengan(self, other: &u8, by: impl Fn(u8, u8) -> u8) -> u8 {
        by(self, *other)
    }
}

impl Deret for Vec<u8> {
    fn ubah(mut self, by: impl Fn(u8) -> u8) -> Vec<u8> {
        // A few calls instead of one for each person.
        let all: [u8; 256] = std::array::from_fn(|b| if b < keadaan::BANYAK { by(b as u8) } else { 0 });
        self.iter_mut().for_each(|b| *b = all[usize::from(*b)]);
        self
    }
    fn dengan(mut self, other: &Vec<u8>, by: impl Fn(u8, u8) -> u8) -> Vec<u8> {
        const N: usize = keadaan::BANYAK;
        let all: [u8; N * N] = std::array::from_fn(|b| by((b / N) as u8, (b % N) as u8));
        for (a, b) in self.iter_mut().zip(other) {
            *a = all[(usize::from(*a) * N + usize::from(*b)) % (N * N)];
        }
        self
    }
}

/// Where leaves come from.
pub trait Baca<D: Deret> {
    /// The same byte for everybody.
    fn tetap(&self, byte: u8) -> D;
    /// A condition leaf.
    fn keadaan(&mut self, daun: usize) -> D;
    /// A leaf that gives a code.
    fn kode(&mut self, daun: usize) -> D;
}

/// A condition, as bytes of `keadaan`.
pub fn simpul<D: Deret>(node: &Simpul, baca: &mut impl Baca<D>) -> D {
    match node {
        Simpul::Daun(daun) => baca.keadaan(*daun),
        Simpul::Himpun(list, any) => {
            let start = baca.tetap(if *any { keadaan::SALAH } else { keadaan::BENAR });
            list.iter().fold(start, |acc, node| {
                let next = simpul(node, baca);
                acc.dengan(&next, |acc, next| keadaan::himpun(acc, next, *any))
            })
        }
        Simpul::Bukan(inner) => simpul(inner, baca).ubah(keadaan::bukan),
        Simpul::Lulus(inner) => norma(inner, baca).ubah(keadaan::lulus),
    }
}

/// A part, as codes.
pub fn langkah<D: Deret>(part: &Langkah, baca: &mut impl Baca<D>) -> D {
    match part {
        Langkah::Daun(daun) => baca.kode(*daun),
        Langkah::Bila(kecuali, isi, lunak) => {
            let isi = simpul(isi, baca);
            except(kecuali, isi, baca, |k, isi| keadaan::bila(k, isi, *lunak))
        }
        Langkah::SalahSatu(kecuali, routes, lunak) => {
            let start = baca.tetap(Kode::TidakBerlaku as u8);
            let one = routes.iter().fold(start, |acc, route| {
                let next = langkah(route, baca);
                acc.dengan(&next, keadaan::salah_satu)
            });
            except(kecuali, one, baca, |k, routes| keadaan::jalur(k, routes, *lunak))
        }
        Langkah::Pertimbangan(kecuali, lunak) => {
            let nothing = baca.tetap(0);
            except(kecuali, nothing, baca, |k, _| keadaan::pejabat(k, *lunak))
        }
        Langkah::Norma(kecuali, inner, lunak) => {
            let inner = norma(inner, baca);
            except(kecuali, inner, baca, |k, inner| keadaan::seluruh(k, inner, *lunak))
        }
    }
}

fn except<D: Deret>(
    kecuali: &Option<Simpul>,
    isi: D,
    baca: &mut impl Baca<D>,
    by: impl Fn(u8, u8) -> u8,
) -> D {
    match kecuali {
        None => isi.ubah(|isi| by(keadaan::SALAH, isi)),
        Some(node) => simpul(node, baca).dengan(&isi, by),
    }
}

/// A norm, as codes.
pub fn norma<D: Deret>(norm: &Norma, baca: &mut impl Baca<D>) -> D {
    match norm {
        Norma::Daun(daun) => baca.kode(*daun),
        Norma::Tiada => baca.tetap(Kode::TidakBerlaku as u8),
        Norma::Isi(subjek, parts) => {
            let start = baca.tetap(Kode::TidakBerlaku as u8);
            let all = parts.iter().fold(start, |acc, part| {
                let next = langkah(part, baca);
                acc.dengan(&next, keadaan::semua)
            });
            match subjek {
                None => all.ubah(|parts| keadaan::norma(keadaan::BENAR, parts)),
                Some(node) => simpul(node, baca).dengan(&all, keadaan::norma),
            }
        }
    }
}
