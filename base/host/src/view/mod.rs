//! Pages of the hall itself, as functions of plain values: the home after sign-in, the search, and the form
//! that records what a document says.

mod cari;
mod catat;
mod rumah;
mod samples;
mod samples_catat;

pub use cari::{CariView, KelompokHasil, cari, hasil};
pub use catat::{CariTempat, CatatView, PeriksaView, PernyataanView, catat};
pub use rumah::{BerandaView, LangkahPertama, Tenggat, beranda};
pub use samples::samples;
