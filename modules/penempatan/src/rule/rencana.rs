//! A round after everything that happened.

use super::tahap::Tahap;
use crate::isi::{
    Gerbang, Kriteria, Minat, Pengesampingan, Penyimpangan, Pilihan, Pokok, PosRencana, Putusan, Surat,
};
use kernel::Stamp;

/// Who did something, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tanda {
    /// The entry.
    pub id: String,
    /// Account.
    pub akun: String,
    /// Full name and role.
    pub oleh: String,
    /// When (dicatat).
    pub pada: Stamp,
}

/// The frozen inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Kunci {
    /// SHA-256 of the kept file, in hexadecimal.
    pub sidik: String,
    /// Hash of the law pack.
    pub paket: String,
    /// By whom, when.
    pub tanda: Tanda,
}

/// The plan that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Perhitungan {
    /// SHA-256 of the kept file, in hexadecimal.
    pub sidik: String,
    /// SHA-256 of the inputs.
    pub masukan: String,
    /// The objective, in decimal.
    pub nilai: String,
    /// By whom, when.
    pub tanda: Tanda,
}

/// What stood when the letter of a gate was recorded: whom it covers follows from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cakupan {
    /// The plan; `None` before there was one.
    pub perhitungan: Option<Perhitungan>,
    /// Deviations.
    pub penyimpangan: Vec<(Penyimpangan, Tanda)>,
    /// Choices.
    pub pilihan: Vec<(Pilihan, Tanda)>,
}

/// A bundle anybody may compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct BundelTerbit {
    /// Whom it is for: `lengkap` or `umum`.
    pub lingkup: String,
    /// SHA-256 of the kept file, in hexadecimal.
    pub sidik: String,
    /// By whom, when.
    pub tanda: Tanda,
}

/// An issued letter.
#[derive(Clone, Debug, PartialEq)]
pub struct SuratTerbit {
    /// Which letter, by its word.
    pub surat: String,
    /// Its code.
    pub kode: String,
    /// Whom it is about; empty for everybody who moves.
    pub pegawai: String,
    /// By whom, when.
    pub tanda: Tanda,
}

/// A round.
#[derive(Clone, Debug, PartialEq)]
pub struct Rencana {
    /// Its id: the first entry's.
    pub id: String,
    /// Whose round: the owner.
    pub instansi: String,
    /// What it is.
    pub pokok: Pokok,
    /// Opened by whom, when.
    pub dibuka: Tanda,
    /// Its posts.
    pub pos: Vec<PosRencana>,
    /// Its weights.
    pub kriteria: Kriteria,
    /// How far it is.
    pub tahap: Tahap,
    /// The steps taken, with the letter each rests on where there is one.
    pub langkah: Vec<(Tahap, Tanda, Option<Surat>)>,
    /// What people ask for: the last word of each.
    pub minat: Vec<Minat>,
    /// Who is left out, with who recorded it.
    pub dikesampingkan: Vec<(Pengesampingan, Tanda)>,
    /// Decisions of officials, oldest first: the last that names a person decides.
    pub putusan: Vec<(Putusan, Tanda)>,
    /// Frozen inputs.
    pub kunci: Option<Kunci>,
    /// The plan.
    pub perhitungan: Option<Perhitungan>,
    /// Gates passed or asked for.
    pub gerbang: Vec<(Gerbang, Tanda)>,
    /// What stood when each of [`Rencana::gerbang`] was recorded, in the same order.
    pub cakupan: Vec<Cakupan>,
    /// Deviations that stand.
    pub penyimpangan: Vec<(Penyimpangan, Tanda)>,
    /// Choices among names presented.
    pub pilihan: Vec<(Pilihan, Tanda)>,
    /// What stood when the meeting was recorded: what its minutes say follows from it.
    pub rapat: Cakupan,
    /// Bundles published, oldest first: what was published once stays listed.
    pub bundel: Vec<BundelTerbit>,
    /// Letters issued, oldest first; of two about the same the last one holds.
    pub terbit: Vec<SuratTerbit>,
    /// What was seen looking back.
    pub tinjauan: String,
    /// Why it was called off.
    pub alasan_batal: String,
    /// Events that fit nowhere, counted.
    pub tak_dikenal: usize,
}

impl Rencana {
    /// One that was just opened.
    pub fn baru(id: &str, instansi: &str, pokok: Pokok, dibuka: Tanda) -> Rencana {
        Rencana {
            id: id.to_owned(),
            instansi: instansi.to_owned(),
            pokok,
            langkah: vec![(Tahap::Rancangan, dibuka.clone(), None)],
            dibuka,
            pos: Vec::new(),
            kriteria: Kriteria::default(),
            tahap: Tahap::Rancangan,
            minat: Vec::new(),
            dikesampingkan: Vec::new(),
            putusan: Vec::new(),
            kunci: None,
            perhitungan: None,
            gerbang: Vec::new(),
            cakupan: Vec::new(),
            penyimpangan: Vec::new(),
            pilihan: Vec::new(),
            rapat: Cakupan::default(),
            bundel: Vec::new(),
            terbit: Vec::new(),
            tinjauan: String::new(),
            alasan_batal: String::new(),
            tak_dikenal: 0,
        }
    }

    /// What stands now, as a letter recorded now would cover it.
    pub fn cakupan_kini(&self) -> Cakupan {
        Cakupan {
            perhitungan: self.perhitungan.clone(),
            penyimpangan: self.penyimpangan.clone(),
            pilihan: self.pilihan.clone(),
        }
    }

    /// The newest published bundle for somebody.
    pub fn bundel_terbit(&self, lingkup: &str) -> Option<&BundelTerbit> {
        self.bundel.iter().rev().find(|b| b.lingkup == lingkup)
    }

    /// The letter of a sort about somebody that holds: the last one issued.
    pub fn surat_terbit(&self, surat: &str, pegawai: &str) -> Option<&SuratTerbit> {
        self.terbit.iter().rev().find(|t| t.surat == surat && t.pegawai == pegawai)
    }
}
