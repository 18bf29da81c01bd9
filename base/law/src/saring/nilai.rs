//! Norms that give a value, for many people: row by row, on every core.

use super::daun::Baris;
use super::hari::TAK_PERNAH;
use super::susun::perlu;
use super::telusur::Telusur;
use crate::book::Book;
use crate::eval::Ctx;
use crate::kolom::Kolom;
use crate::plan::Plan;
use crate::telaah;
use crate::value::Value;
use crate::verdict::Kode;
use crate::vocabulary::Vocabulary;
use kernel::Date;
use rayon::prelude::*;

/// The verdict of each person, and the value where it is Lulus.
pub fn nilai_semua(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> (Vec<u8>, Vec<Option<Value>>) {
    let fakta = perlu(&Telusur::plan(plan), words);
    let one = |baris: &mut Baris, row: usize| {
        let facts = baris.muat(kolom, row, &fakta);
        let outcome = telaah::run(plan, &Ctx { book, words, facts, hari, hukum }, None);
        let kode = outcome.verdict.kode();
        (kode as u8, outcome.nilai.filter(|_| kode == Kode::Lulus))
    };
    (0..kolom.len()).into_par_iter().map_init(|| Baris::new(words), one).unzip()
}

/// As [`nilai_semua`] for norms that give a date: days since 1970, [`TAK_PERNAH`] where there is none.
pub fn tanggal_semua(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> (Vec<u8>, Vec<i32>) {
    let (kode, nilai) = nilai_semua(plan, book, words, kolom, hari, hukum);
    let day = |value: &Option<Value>| value.as_ref().and_then(Value::day).map_or(TAK_PERNAH, Date::days);
    let days = nilai.iter().map(day).collect();
    (kode, days)
}
