//! Penjagaan: one service of the office asked about many people at once. For each of them the answer of its
//! norm today, the day it falls due, and whether the conditions besides time are met on that day, as far as
//! known now.
//!
//! Lists are read by many: parts that rest on facts told to few are left out of the norm (`terbuka`).

mod penjaga;

pub use penjaga::Penjaga;

use crate::verdict::Kode;
use kernel::Date;

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
    /// All met.
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

/// The answer of the norm about one person on the day asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Jawab {
    /// Row of the columns.
    pub baris: u32,
    /// The answer.
    pub kode: Kode,
    /// What decides it: place in [`Hasil::bagian`]; `None` when nothing does.
    pub penentu: Option<u16>,
}

/// What a service comes to for everybody asked about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hasil {
    /// Those it concerns, in the order of the rows asked about.
    pub jaga: Vec<Jaga>,
    /// Rows of whom nobody can say whether it concerns them.
    pub tak_tentu: Vec<u32>,
    /// The answer about everybody, in the order of the rows asked about.
    pub jawab: Vec<Jawab>,
    /// Parts that decide, as the law words them.
    pub bagian: Vec<String>,
    /// Parts left out because they rest on facts told to few, as the law words them.
    pub lepas: Vec<String>,
}

impl Hasil {
    /// Takes in other people, asked under another law perhaps.
    pub fn join(&mut self, mut other: Hasil) {
        let places: Vec<u16> = other.bagian.iter().map(|text| self.place(text)).collect();
        for jawab in &mut other.jawab {
            jawab.penentu = jawab.penentu.and_then(|at| places.get(usize::from(at)).copied());
        }
        self.jaga.extend(other.jaga);
        self.tak_tentu.extend(other.tak_tentu);
        self.jawab.extend(other.jawab);
        for text in other.lepas {
            if !self.lepas.contains(&text) {
                self.lepas.push(text);
            }
        }
    }

    fn place(&mut self, text: &str) -> u16 {
        let found = self.bagian.iter().position(|own| own == text);
        let at = found.unwrap_or_else(|| {
            self.bagian.push(text.to_owned());
            self.bagian.len() - 1
        });
        at as u16
    }
}

/// Why a norm answers about one person as it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sebab {
    /// The first condition that decides, in the words of the norm; empty when none does.
    pub bunyi: String,
    /// Facts nobody has stated, in words.
    pub kurang: Vec<String>,
}
