//! From a decided round to SK: what each person's draft says against the register as it is now, the one dated change
//! that records all of them, and the register before and after it.

mod akhir;
pub mod banding;
pub mod cakupan;
mod catat;
mod lantik;
mod rancangan;

pub use akhir::{Akhir, akhir};
pub use catat::{Ketetapan, tetapkan};
pub use lantik::{lantik, pemegang};
pub use rancangan::{RancanganSk, rancangan};
