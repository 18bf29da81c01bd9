//! The catalogue: the hall's indicators by part, then those of modules.

mod belanja;
mod jabatan;
mod kinerja;
mod layanan;
mod mutu;
mod pegawai;
mod struktur;

use super::Indikator;
use crate::module::Module;

/// Every indicator of a node.
pub struct Katalog(Vec<&'static Indikator>);

impl Default for Katalog {
    fn default() -> Katalog {
        Katalog::of(&[])
    }
}

impl Katalog {
    /// The hall's and those of these modules, by part and otherwise in the order they are written in.
    pub fn of(modules: &'static [Module]) -> Katalog {
        let own = [
            pegawai::SEMUA,
            mutu::SEMUA,
            jabatan::SEMUA,
            struktur::SEMUA,
            layanan::SEMUA,
            kinerja::SEMUA,
            belanja::SEMUA,
        ];
        let own = own.into_iter().flatten();
        let mut all: Vec<&'static Indikator> = own.chain(modules.iter().flat_map(|m| m.indikator)).collect();
        all.sort_by_key(|i| i.kelompok);
        Katalog(all)
    }

    /// Every indicator, by part.
    pub fn semua(&self) -> &[&'static Indikator] {
        &self.0
    }

    /// One by its code.
    pub fn cari(&self, kode: &str) -> Option<&'static Indikator> {
        self.0.iter().find(|i| i.kode == kode).copied()
    }
}
