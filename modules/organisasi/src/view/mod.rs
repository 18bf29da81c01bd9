//! Pages about units and posts, as functions of plain values: they know neither the register nor the database.
//!
//! `pohon` is the page: the tree on the left, the chosen unit on the right. `unit` draws that right side.

mod pohon;
mod riwayat;
mod samples;
mod unit;

pub use pohon::{HasilUnit, PencarianUnit, PilihInstansi, PohonView, pohon};
pub use riwayat::{BarisRiwayat, RiwayatView, riwayat};
pub use samples::samples;
pub use unit::{AnakUnit, IsiUnit, OrangTanpaPos, Pemangku, PosJabatan, UnitView};
