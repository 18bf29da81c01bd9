//! How far a round is.

/// A stage; they follow one another, and a round may be called off before its decision is enacted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Tahap {
    /// Being prepared.
    #[default]
    Rancangan,
    /// Requirements and weights are announced.
    Diumumkan,
    /// Inputs are frozen.
    Dikunci,
    /// A plan stands.
    Dihitung,
    /// The Tim Penilai Kinerja or panitia seleksi has met on it.
    Dirapatkan,
    /// The PPK has decided.
    Diputus,
    /// The SK is recorded.
    Ditetapkan,
    /// Pelantikan and oath took place.
    Dilantik,
    /// Duty is taken up.
    Bertugas,
    /// Reported.
    Dilaporkan,
    /// Looked back on.
    Ditinjau,
    /// Called off.
    Dibatalkan,
}

impl Tahap {
    /// Every stage but the one called off, in order.
    pub const URUT: [Tahap; 11] = [
        Tahap::Rancangan,
        Tahap::Diumumkan,
        Tahap::Dikunci,
        Tahap::Dihitung,
        Tahap::Dirapatkan,
        Tahap::Diputus,
        Tahap::Ditetapkan,
        Tahap::Dilantik,
        Tahap::Bertugas,
        Tahap::Dilaporkan,
        Tahap::Ditinjau,
    ];

    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Tahap::Rancangan => "Rancangan",
            Tahap::Diumumkan => "Syarat dan bobot diumumkan",
            Tahap::Dikunci => "Data dikunci",
            Tahap::Dihitung => "Dihitung",
            Tahap::Dirapatkan => "Dirapatkan",
            Tahap::Diputus => "Diputus",
            Tahap::Ditetapkan => "SK ditetapkan",
            Tahap::Dilantik => "Pelantikan",
            Tahap::Bertugas => "SPMT",
            Tahap::Dilaporkan => "Dilaporkan",
            Tahap::Ditinjau => "Ditinjau",
            Tahap::Dibatalkan => "Dibatalkan",
        }
    }
}
