//! Indicators: named measures over a world. Each is one definition, from which come the figure, the people
//! or posts behind it, and its words. Modules bring their own beside those of the hall.
//!
//! ```text
//! hall.katalog.semua()                          every indicator, in the order of the catalogue
//! indikator::ukur(&hall, &world, kode, id)      one figure; id "" is all instansi together
//! indikator::ukur_semua(&hall, &world)          every instansi beside every indicator
//! indikator::rincian(&hall, &world, kode, id)   whom or what the figure counts
//! indikator::deret::{simpan, pada}              figures stored in the journals, and read back
//! indikator::rangkaian(&hall, &world)           the stored figures of the last quarters, for trends
//! indikator::pembuktian::buktikan(…)            a stored figure worked out again
//! hall.lapor_angka, tetapkan_sasaran, kaitkan_misi   what people state: angka.rs
//! ```

pub mod angka;
pub mod bahan;
pub mod berkala;
pub mod deret;
pub mod hitung;
mod katalog;
pub mod kursi;
pub mod norma;
pub mod pembuktian;
pub mod rangkaian;
pub mod rincian;

pub use angka::{Angka, Isian, Misi, Sasaran};
pub use bahan::Bahan;
pub use deret::{Pengukuran, Tersimpan};
pub use hitung::{Matriks, Sel, ukur, ukur_semua};
pub use katalog::Katalog;
pub use kursi::Kursi;
pub use rangkaian::{Rangkaian, rangkaian};
pub use rincian::{Rincian, rincian};

use crate::hall::Hall;
use kernel::Code;
use kernel::indikator::{Arah, Irama, Satuan};
use std::collections::BTreeMap;

/// One indicator. Its code is public and permanent: it may retire, it is never reused.
pub struct Indikator {
    /// `ASN-01`.
    pub kode: &'static str,
    /// A few words.
    pub nama: &'static str,
    /// What is counted, in one or two sentences an official understands.
    pub definisi: &'static str,
    /// What the figure counts.
    pub satuan: Satuan,
    /// Which way is better.
    pub arah: Arah,
    /// Who answers for the figure.
    pub pemilik: &'static str,
    /// Act and article, `praktik`, or nothing.
    pub dasar: &'static str,
    /// How often it is worth looking at.
    pub irama: Irama,
    /// The part of the catalogue it stands in.
    pub kelompok: Kelompok,
    /// It rests on facts told to few: the figure is all that is shown, and small figures are masked by
    /// whoever shows them.
    pub tertutup: bool,
    /// How it is measured.
    pub rumus: Rumus,
}

impl Indikator {
    /// What definitions leave out: `..Indikator::BIASA` is the rest.
    pub const BIASA: Indikator = Indikator {
        kode: "",
        nama: "",
        definisi: "",
        satuan: Satuan::Orang,
        arah: Arah::Netral,
        pemilik: "BKD/BKPSDM",
        dasar: "",
        irama: Irama::Bulanan,
        kelompok: Kelompok::Pegawai,
        tertutup: false,
        rumus: Rumus::BelumAda(""),
    };

    /// Whether there is a source to measure it from.
    pub fn bersumber(&self) -> bool {
        !matches!(self.rumus, Rumus::BelumAda(_))
    }

    /// Whether people hand it in.
    pub fn dilaporkan(&self) -> bool {
        matches!(self.rumus, Rumus::Laporan)
    }
}

/// A part of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kelompok {
    /// Who works here.
    Pegawai,
    /// How good the data are.
    Mutu,
    /// Posts, who leads, what is vacant.
    Jabatan,
    /// Units and structure.
    Struktur,
    /// Promotion, pay step, pension, contracts by their days.
    Layanan,
    /// Performance, learning, discipline, merit.
    Kinerja,
    /// Money.
    Belanja,
    /// Meetings and what follows from them.
    Rakor,
}

impl Kelompok {
    /// Every part with its heading, in reading order.
    pub const ALL: [(Kelompok, &'static str); 8] = [
        (Kelompok::Pegawai, "Pegawai"),
        (Kelompok::Mutu, "Mutu data"),
        (Kelompok::Jabatan, "Jabatan"),
        (Kelompok::Struktur, "Perangkat daerah"),
        (Kelompok::Layanan, "Layanan tepat waktu"),
        (Kelompok::Kinerja, "Kinerja, kompetensi, dan disiplin"),
        (Kelompok::Belanja, "Belanja pegawai"),
        (Kelompok::Rakor, "Rakor dan tindak lanjut"),
    ];

    /// Its heading.
    pub fn judul(self) -> &'static str {
        Kelompok::ALL[self as usize].1
    }
}

/// Whether somebody who works belongs to what is counted.
pub type DariOrang = fn(&Bahan<'_>, usize) -> bool;
/// Whether they are what the figure counts; `None` when the data do not tell.
pub type YangOrang = fn(&Bahan<'_>, usize) -> Option<bool>;
/// Places of a post that belong to what is counted.
pub type DariPos = fn(&Bahan<'_>, &Kursi) -> i64;
/// Places of it the figure counts; `None` when the data do not tell.
pub type YangPos = fn(&Bahan<'_>, &Kursi) -> Option<i64>;
/// A figure of an instansi, or of all of them together when the id is empty.
pub type DariInstansi = fn(&Bahan<'_>, &str) -> Sel;
/// Figures a module measures from what it stores, by instansi, as of the moment of the world.
pub type DariSimpanan = fn(&Hall, &Bahan<'_>) -> store::Result<BTreeMap<String, Sel>>;

/// How an indicator is measured.
pub enum Rumus {
    /// People who work: how many of `dari` are `yang`, as a number or as a part.
    Orang {
        /// Who belongs to the whole.
        dari: DariOrang,
        /// Who of them is counted.
        yang: YangOrang,
        /// The data that must be there, in words; empty when they always are.
        data: &'static str,
    },
    /// People who work with a finding, as a part of all who work.
    Temuan(Code),
    /// Places in posts a peta jabatan names.
    Pos {
        /// Places that belong to the whole.
        dari: DariPos,
        /// Places of them that are counted.
        yang: YangPos,
        /// The data that must be there, in words; empty when they always are.
        data: &'static str,
    },
    /// A figure of the whole instansi.
    Instansi(DariInstansi),
    /// From what a module stores.
    Simpanan(DariSimpanan),
    /// Handed in by people, and marked so.
    Laporan,
    /// No source yet, and why.
    BelumAda(&'static str),
}
