//! The reasons of an answer as a tree: question in the words of the article, facts with their
//! documents, the norm with its citation, the conclusion. Page, JSON and letter lay this out; none adds.

use crate::book::Citation;
use crate::eval::RowUse;
use crate::plan::{Bentuk, ParamUse};
use crate::value::{Known, Source, Value};
use crate::verdict::Verdict;
use crate::vocabulary::FaktaId;
use kernel::tables::Kepastian;
use kernel::{Date, Stamp};

/// The five clocks of a question; printed with every answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clocks {
    /// State of the person on which day.
    pub fakta_pada: Date,
    /// Knowledge of facts as of.
    pub fakta_diketahui: Stamp,
    /// Norms in force on which day.
    pub hukum_pada: Date,
    /// Norms promulgated by.
    pub hukum_diketahui: Date,
    /// Which encoding: hash of the pack.
    pub paket: [u8; 32],
}

/// An answer with its reasons.
#[derive(Clone, Debug)]
pub struct Answer {
    /// When it was asked about, and of which law.
    pub jam: Clocks,
    /// The norm.
    pub kunci: Box<str>,
    /// Its shape.
    pub bentuk: Bentuk,
    /// What the law says.
    pub verdict: Verdict,
    /// The value, of norms that give one.
    pub nilai: Option<Value>,
    /// `rupiah`, `tahun`.
    pub satuan: Box<str>,
    /// Path of the part that decides a verdict other than Lulus.
    pub penentu: Option<String>,
    /// First day on which time alone changes the verdict.
    pub ubah_pada: Option<Date>,
    /// First day, not before the day asked, on which every condition of time that can be worked out is
    /// met, whatever the others say. `None` when none can be worked out or it never comes.
    pub waktu_terpenuhi: Option<Date>,
    /// First day on which the law itself changes for this norm.
    pub hukum_berubah: Option<Date>,
    /// 1 January, when a fact used speaks of a year.
    pub kedaluwarsa: Option<Date>,
    /// The reasons.
    pub pohon: Explanation,
}

/// One node of the reasons.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Key of the norm or part.
    pub kunci: Box<str>,
    /// What the law says, in words.
    pub bunyi: String,
    /// Where it stands.
    pub dasar: Citation,
    /// The conclusion.
    pub verdict: Verdict,
    /// How sure we are of the text.
    pub kepastian: Kepastian,
    /// Its failing needs an official.
    pub lunak: bool,
    /// Facts used.
    pub fakta: Vec<FactUse>,
    /// Parameters used.
    pub param: Vec<ParamUse>,
    /// Rows of tables used.
    pub baris: Vec<RowUse>,
    /// `12 / 12 × 150 / 100 × 12,5 = 18,75`
    pub hitungan: Option<String>,
    /// Its value.
    pub nilai: Option<Value>,
    /// First day on which time alone changes this part.
    pub ubah_pada: Option<Date>,
    /// Whether time alone can change it.
    pub waktu: bool,
    /// Why it is not demanded, who holds it, what a reader should know.
    pub catatan: String,
    /// What it consists of.
    pub cabang: Vec<Explanation>,
}

/// A fact as used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactUse {
    /// Which.
    pub fakta: FaktaId,
    /// What it is.
    pub nilai: Known,
    /// The documents that say so.
    pub sumber: Vec<Source>,
}
