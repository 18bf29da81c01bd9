//! Catat SK, the part that decides: what was typed, what it means, what it would change.

mod baca;
mod dampak;
mod isian;
pub mod lembar;
pub mod pilihan;

pub use baca::{Rancangan, baca};
pub use dampak::{Beda, Dampak, dampak};
pub use isian::{Isian, Pernyataan, STATEMENTS_MAX, Tindakan, act_words, field_name, name};
pub use pilihan::{Pos, Rujukan};
