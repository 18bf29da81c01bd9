//! Pages of indicators as functions of plain values.

mod banding;
mod dasbor;
mod isian;
mod katalog;
mod perhatian;
mod rincian;
mod samples;
mod satu;
mod tenggat;

pub use banding::{BandingBaris, BandingView, banding};
pub use dasbor::{DasborView, Kecilnya, Pilihan, dasbor};
pub use isian::{Formulir, Jenis};
pub use katalog::{KatalogView, katalog};
pub use perhatian::{Perhatian, PerhatianInstansi};
pub use rincian::{DasarView, OrangBaris, PosBaris, RincianView, rincian};
pub use samples::samples;
pub use satu::{SatuView, Tentang, satu};
pub use tenggat::Tenggat;
