//! Rows of plain lists and the look-up by code and by name.

use super::{Citation, Jenjang, Kelompok, Untuk};
use crate::check::Code;
use crate::golongan::Golongan;
use crate::search::fold_text;
use std::collections::HashMap;

/// A row of a plain list: a code and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    /// BKN's code as written in the table; empty when BKN's code is not known.
    pub kode: Box<str>,
    /// What it is called.
    pub nama: Box<str>,
    /// What else the table says.
    pub info: T,
    /// Where it stands.
    pub citation: Citation,
}

/// What `golongan.csv` adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GolonganInfo {
    /// The step itself.
    pub golongan: Golongan,
    /// Its pangkat; empty for PPPK.
    pub pangkat: Box<str>,
}

/// What `kedudukan_hukum.csv` adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KedudukanInfo {
    /// Working or not.
    pub kelompok: Kelompok,
    /// For PNS, PPPK or anyone.
    pub untuk: Untuk,
    /// Whether it is CLTN.
    pub cltn: bool,
}

/// What `tingkat_pendidikan.csv` adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendidikanInfo {
    /// Order between levels; equal numbers are equal levels (D-IV and S-1).
    pub urutan: u8,
    /// Whether such a graduate carries a title.
    pub gelar: bool,
}

/// What `eselon.csv` adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EselonInfo {
    /// What the eselon is called since the law on ASN.
    pub jenjang: Jenjang,
    /// Lowest golongan of the eselon, where known.
    pub golongan_min: Option<Golongan>,
}

/// A row of `ikd.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Permanent code: `KL-1`.
    pub kode: Box<str>,
    /// Dimension: `kelengkapan`, `ketepatan_waktu`, `akurasi`, `konsistensi`.
    pub dimensi: Box<str>,
    /// Weight of the dimension in ten-thousandths (0.28 = 2800).
    pub dimension_weight: u32,
    /// Weight inside the dimension, in ten-thousandths of a percent (22.73 = 227300).
    pub weight: u32,
    /// Short name.
    pub label: Box<str>,
    /// One sentence.
    pub deskripsi: Box<str>,
    /// The check that measures it; `None` = "belum ada sumber".
    pub check: Option<Code>,
    /// Where it stands.
    pub citation: Citation,
}

/// A list with its codes in place: BKN's codes are at most three digits, so the code is the index.
#[derive(Debug)]
pub(super) struct List<T> {
    pub(super) items: Vec<Item<T>>,
    by_code: Box<[u16; 1000]>,
    by_name: HashMap<String, u16>,
}

impl<T> List<T> {
    pub(super) fn new(items: Vec<Item<T>>) -> List<T> {
        let mut list = List { items: Vec::new(), by_code: Box::new([0; 1000]), by_name: HashMap::new() };
        for (index, item) in items.iter().enumerate() {
            if let Some(code) = code_number(&item.kode) {
                list.by_code[code] = index as u16 + 1;
            }
            list.by_name.entry(fold_text(&item.nama)).or_insert(index as u16 + 1);
        }
        list.items = items;
        list
    }

    pub(super) fn at(&self, slot: u16) -> Option<&Item<T>> {
        self.items.get(usize::from(slot.checked_sub(1)?))
    }

    /// `01` and `1` are the same code: spreadsheets eat leading zeros.
    pub(super) fn by_code(&self, code: &str) -> Option<&Item<T>> {
        self.at(self.by_code[code_number(code)?])
    }

    pub(super) fn by_name(&self, name: &str) -> Option<&Item<T>> {
        self.at(*self.by_name.get(&fold_text(name))?)
    }
}

pub(super) fn code_number(code: &str) -> Option<usize> {
    if code.is_empty() || code.len() > 3 {
        return None;
    }
    code.bytes().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + usize::from(b - b'0')))
}
