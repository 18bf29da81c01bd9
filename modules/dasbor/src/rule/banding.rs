//! Two days of one figure: how far apart they are, and whether that is better.

use kernel::indikator::{Arah, Gerak, Satuan, Ukuran, gerak};

/// How a figure moved between two days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selisih {
    /// In hundredths of the unit.
    pub ratusan: i64,
    /// Which way.
    pub gerak: Gerak,
}

/// The difference of two figures; nothing where one of them is missing.
pub fn selisih(dari: Option<Ukuran>, sampai: Option<Ukuran>, satuan: Satuan, arah: Arah) -> Option<Selisih> {
    let (from, to) = (dari?, sampai?);
    let ratusan = to.ratusan(satuan).saturating_sub(from.ratusan(satuan));
    Some(Selisih { ratusan, gerak: gerak(from, to, arah) })
}

impl Selisih {
    /// In a word that does not depend on whether more or less is better.
    pub fn kata(self) -> &'static str {
        match self.gerak {
            Gerak::Membaik => "membaik",
            Gerak::Memburuk => "memburuk",
            Gerak::Tetap => "tetap",
            Gerak::Berubah => "berubah",
        }
    }
}
