//! Pages of rakor as functions of plain values.

mod alur;
mod baru;
pub mod bicara;
mod daftar;
pub mod dokumen;
pub mod hadir;
pub mod kepala;
pub mod lanjut;
pub mod mandiri;
pub mod masalah;
pub mod notulen;
pub mod persiapan;
pub mod proyektor;
pub mod rumusan;
mod samples;
mod samples_sidang;
pub mod templat;
pub mod ulang;

pub use alur::{AlurView, TutupView, alur};
pub use baru::{BaruView, baru};
pub use daftar::{BarisRakor, DaftarView, daftar};
pub use samples::samples;
