//! Tests of the module, by area.

mod aula;
mod batas;
mod dokumen;
mod halaman_rtl;
mod ingatan;
mod kabar;
mod lanjut;
mod lipat;
mod notulen;
mod persiapan;
mod presensi;
mod rtl;
mod surat;
mod terbaca;
mod tertib;
mod tugas;
mod ulang;
mod utama;

use host::Module;
use std::sync::OnceLock;

/// This module alone.
pub fn modules() -> &'static [Module] {
    static MODULES: OnceLock<[Module; 1]> = OnceLock::new();
    MODULES.get_or_init(|| [crate::module()])
}
