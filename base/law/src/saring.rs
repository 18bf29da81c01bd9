//! One norm, many people, one day: the answers without the reasons. The other evaluator, `telaah`,
//! says the same with reasons; `tests/sama.rs` holds the two together.
//!
//! Conditions on choices become tables worked out beforehand, conditions on days become bounds; what is
//! neither is asked of `telaah` person by person. The answers do not depend on how many threads there are.

mod akhir;
mod daun;
mod gabung;
mod hari;
mod hitung;
mod kalender;
mod keadaan;
mod kunci;
mod nilai;
mod peristiwa;
mod pohon;
mod susun;
mod tapis;
mod telusur;
mod turun;

pub use hari::{Penanggal, TAK_PERNAH};
pub use kunci::{LUAR, SUBJEK, TANPA};
pub use nilai::{nilai_semua, tanggal_semua};
pub(crate) use susun::terurai_di;
pub use tapis::Tapis;
pub(crate) use telusur::Telusur;

use crate::book::Book;
use crate::kolom::Kolom;
use crate::plan::Plan;
use crate::vocabulary::Vocabulary;
use kernel::Date;

/// Answers for many people: two bytes each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saringan {
    /// Verdicts, as numbers of [`crate::verdict::Kode`].
    pub kode: Vec<u8>,
    /// Places of the first deciding part; [`TANPA`], [`SUBJEK`] or [`LUAR`] when it is none of the norm's.
    pub penentu: Vec<u8>,
}

/// Asks a norm about many people. To ask it of other people on the same day again, keep a [`Tapis`].
pub fn saring(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> Saringan {
    Tapis::susun(plan, book, words, hari, hukum).jalan(kolom)
}

/// First day on which time alone changes each answer, as days since 1970; [`TAK_PERNAH`] when none.
pub fn ubah_pada(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> Vec<i32> {
    Penanggal::susun(plan, book, words, hari, hukum).ubah_pada(kolom)
}

/// First day on which every condition of time is met for each person; [`TAK_PERNAH`] when none.
pub fn waktu_terpenuhi(
    plan: &Plan,
    book: &Book,
    words: &Vocabulary,
    kolom: &Kolom,
    hari: Date,
    hukum: Date,
) -> Vec<i32> {
    Penanggal::susun(plan, book, words, hari, hukum).waktu_terpenuhi(kolom)
}
