//! After the rakor and until the next one, as functions of plain values.

mod baru;
mod papan;
mod samples;
mod saran;
mod satu;

pub use baru::{BarisTinjau, RtlBaruView, Terisi, rtl_baru};
pub use papan::{AnggotaView, KelompokView, PapanView, angka, papan};
pub use samples::samples;
pub use saran::{BarisSaran, SaranBaruView, SaranView, saran, saran_baru};
pub use satu::{AturView, LaporView, NilaiView, RtlView, rtl};
