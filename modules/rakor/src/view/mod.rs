//! Pages of rakor as functions of plain values.

mod alur;
mod baru;
mod daftar;
pub mod kepala;
pub mod lanjut;
mod samples;

pub use alur::{AlurView, alur};
pub use baru::{BaruView, baru};
pub use daftar::{BarisRakor, DaftarView, daftar};
pub use samples::samples;
