//! Norms that give a value, for many people.

use super::hari::TAK_PERNAH;
use super::tapis::Tapis;
use crate::book::Book;
use crate::kolom::Kolom;
use crate::plan::Plan;
use crate::value::Value;
use crate::vocabulary::Vocabulary;
use kernel::Date;

/// The verdict of each person, and the value where it is Lulus.
pub fn nilai_semua(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> (Vec<u8>, Vec<Option<Value>>) {
    Tapis::susun(plan, book, words, hari, hukum).nilai(kolom)
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
