//! Pages of the hall itself, as functions of plain values: the home after sign-in, and the search.

mod cari;
mod rumah;
mod samples;

pub use cari::{CariView, KelompokHasil, cari, hasil};
pub use rumah::{BerandaView, LangkahPertama, Tenggat, beranda};
pub use samples::samples;
