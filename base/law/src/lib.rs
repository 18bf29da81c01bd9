//! What ought: the engine of the law. It holds no number and no condition of any regulation; those
//! come as text in a pack. Pure: no I/O, no clock, no randomness.
//!
//! Read in this order: `number`, `value`, `vocabulary` (what can be said), `expr`, `act`, `table`,
//! `load` (what a pack says), `book` (what holds when), `plan`, `compile` (one norm on one day), then
//! the evaluators: `eval`, `telaah`, what they answer: `verdict`, `explanation`, and what is kept: `receipt`.
#![warn(missing_docs)]

pub mod act;
pub mod andaikan;
pub mod bagian;
pub mod banding;
pub mod book;
pub mod bundle;
pub mod cakupan;
pub mod compile;
pub mod docs;
pub mod eval;
pub mod explanation;
pub mod expr;
pub mod jaga;
pub mod json;
pub mod kasus;
pub mod kolom;
pub mod layanan;
pub mod lipat;
pub mod load;
pub mod meaning;
pub mod mutasi;
pub mod number;
pub mod pack;
pub mod penempatan;
pub mod plan;
pub mod potret;
pub mod rancangan;
pub mod reader;
pub mod receipt;
pub mod saring;
pub mod show;
pub mod table;
pub mod telaah;
pub mod terbuka;
pub mod value;
pub mod verdict;
pub mod vocabulary;

pub use book::Citation;
pub use explanation::{Answer, Clocks, Explanation};
pub use kolom::Kolom;
pub use pack::{Ask, Pack};
pub use potret::Potret;
pub use terbuka::Terbuka;
pub use value::{Known, Value};
pub use verdict::{Kode, Verdict};
pub use vocabulary::{FaktaId, Vocabulary};
