//! Receipts as functions of plain values.

mod orang;
mod samples;
mod satu;
mod selesai;
mod tinjau;
mod tutupan;

pub use orang::{BuktiBaris, DaftarView, daftar};
pub use samples::samples;
pub use satu::{BuktiView, Simpul, Ubah, bukti};
pub use selesai::{SelesaiBaris, SelesaiView, selesai};
pub use tinjau::{TinjauBaris, TinjauView, tinjau};
pub use tutupan::{Tinjauan, Tutupan};

/// What stands where closed facts would be told.
const CLOSED: &str = "Bukti ini memakai data disiplin.";
