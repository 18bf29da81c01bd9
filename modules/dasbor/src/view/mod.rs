//! Pages of indicators as functions of plain values.

mod dasbor;
mod katalog;
mod rincian;
mod samples;
mod satu;

pub use dasbor::{DasborView, Gelombang, Pilihan, dasbor};
pub use katalog::{KatalogView, katalog};
pub use rincian::{OrangBaris, PosBaris, RincianView, rincian};
pub use samples::samples;
pub use satu::{SatuView, Tentang, satu};
