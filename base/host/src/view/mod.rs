//! Pages of the hall itself, as functions of plain values: the home after sign-in, and the search.

mod beranda;
mod cari;
mod samples;

pub use beranda::{BerandaView, LangkahPertama, Tenggat, beranda};
pub use cari::{CariView, KelompokHasil, cari, hasil};
pub use samples::samples;
