//! Tests of the module, by area.

mod akhir;
mod alur;
mod batas;
mod beda;
mod beku;
mod berurutan;
mod bundel;
mod condong;
pub(crate) mod contoh;
mod halaman;
mod hitung;
mod kecil;
mod kepentingan;
mod kumpul;
pub mod lipat;
mod negeri;
mod profil;
mod profil_halaman;
mod putaran;
mod register;
mod simpang;
mod simulasi;
mod sk;
mod surat_terbit;
mod talenta;
mod terbit_bundel;
mod tetapkan;

use host::Module;
use std::sync::OnceLock;

/// This module alone.
pub fn modules() -> &'static [Module] {
    static MODULES: OnceLock<[Module; 1]> = OnceLock::new();
    MODULES.get_or_init(|| [crate::module()])
}
