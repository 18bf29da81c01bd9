//! What may happen at which stage, and by whom.

use super::Tolak;
use super::rencana::Rencana;
use super::tahap::Tahap::{self, *};

/// Who does something in a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Oleh {
    /// The office that runs the round, with the secretariat of the Tim Penilai Kinerja.
    Pengelola,
    /// The PPK, or who records what the PPK decided.
    Ppk,
    /// Somebody who may be considered, about the own person.
    Peserta,
}

/// Something done in a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tindak {
    /// Its particulars are changed.
    Ubah,
    /// Its posts are chosen.
    Pos,
    /// Criteria and weights are set.
    Kriteria,
    /// Requirements and weights are announced.
    Umumkan,
    /// Somebody asks for posts.
    Minat,
    /// Somebody is left out.
    Kesampingkan,
    /// What the law or the data leave open is decided.
    Putusan,
    /// Inputs are frozen.
    Kunci,
    /// They are thawed.
    BukaKunci,
    /// The plan is worked out.
    Hitung,
    /// The meeting on it is recorded.
    Rapat,
    /// A gate is recorded.
    Gerbang,
    /// The PPK deviates, or takes that back.
    Menyimpang,
    /// The PPK chooses among three names.
    Pilih,
    /// The PPK decides.
    Putus,
    /// The SK are recorded in the register.
    Tetapkan,
    /// Pelantikan and oath.
    Lantik,
    /// SPMT.
    Spmt,
    /// The report.
    Lapor,
    /// Bundles are published anew.
    Bundel,
    /// Letters are issued with a code.
    Terbitkan,
    /// Looking back.
    Tinjau,
    /// Calling it off.
    Batal,
}

/// Act, what it is called, by whom, at which stages.
type Baris = (Tindak, &'static str, Oleh, &'static [Tahap]);

/// The whole table: what is not in it is not done.
const IZIN: [Baris; 23] = [
    (Tindak::Ubah, "Ubah rencana", Oleh::Pengelola, &[Rancangan]),
    (Tindak::Pos, "Pilih pos", Oleh::Pengelola, &[Rancangan]),
    (Tindak::Kriteria, "Tetapkan kriteria dan bobot", Oleh::Pengelola, &[Rancangan]),
    (Tindak::Umumkan, "Umumkan syarat dan bobot", Oleh::Pengelola, &[Rancangan]),
    (Tindak::Minat, "Nyatakan minat", Oleh::Peserta, &[Diumumkan]),
    (Tindak::Kesampingkan, "Catat pengesampingan", Oleh::Pengelola, &[Rancangan, Diumumkan]),
    (Tindak::Putusan, "Putus yang terbuka", Oleh::Pengelola, &[Diumumkan]),
    (Tindak::Kunci, "Kunci data", Oleh::Pengelola, &[Diumumkan]),
    (Tindak::BukaKunci, "Buka kunci", Oleh::Pengelola, &[Dikunci, Dihitung, Dirapatkan]),
    (Tindak::Hitung, "Hitung", Oleh::Pengelola, &[Dikunci]),
    (Tindak::Rapat, "Catat rapat", Oleh::Pengelola, &[Dihitung]),
    (Tindak::Gerbang, "Catat gerbang", Oleh::Pengelola, &[Diumumkan, Dikunci, Dihitung, Dirapatkan]),
    (Tindak::Menyimpang, "Menyimpang dari hasil", Oleh::Ppk, &[Dihitung, Dirapatkan]),
    (Tindak::Pilih, "Pilih satu dari tiga nama", Oleh::Ppk, &[Dihitung, Dirapatkan]),
    (Tindak::Putus, "Putus", Oleh::Ppk, &[Dirapatkan]),
    (Tindak::Tetapkan, "Tetapkan SK", Oleh::Pengelola, &[Diputus]),
    (Tindak::Lantik, "Catat pelantikan", Oleh::Pengelola, &[Ditetapkan]),
    (Tindak::Spmt, "Catat SPMT", Oleh::Pengelola, &[Ditetapkan, Dilantik]),
    (Tindak::Lapor, "Catat laporan", Oleh::Pengelola, &[Bertugas]),
    (
        Tindak::Bundel,
        "Terbitkan bundel",
        Oleh::Pengelola,
        &[Diputus, Ditetapkan, Dilantik, Bertugas, Dilaporkan, Ditinjau],
    ),
    (
        Tindak::Terbitkan,
        "Terbitkan surat",
        Oleh::Pengelola,
        &[Dihitung, Dirapatkan, Diputus, Ditetapkan, Dilantik, Bertugas, Dilaporkan, Ditinjau],
    ),
    (Tindak::Tinjau, "Tinjau", Oleh::Pengelola, &[Dilaporkan]),
    (
        Tindak::Batal,
        "Batalkan",
        Oleh::Pengelola,
        &[Rancangan, Diumumkan, Dikunci, Dihitung, Dirapatkan, Diputus],
    ),
];

impl Tindak {
    /// Every act, in the order of a round.
    pub fn semua() -> impl Iterator<Item = Tindak> {
        IZIN.iter().map(|row| row.0)
    }

    fn row(self) -> &'static Baris {
        IZIN.iter().find(|row| row.0 == self).unwrap_or_else(|| unreachable!("every act stands in the table"))
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        self.row().1
    }

    /// By whom.
    pub fn oleh(self) -> Oleh {
        self.row().2
    }
}

impl Rencana {
    /// Whether something may happen now.
    ///
    /// # Errors
    /// The stage is another one.
    pub fn boleh(&self, tindak: Tindak) -> Result<(), Tolak> {
        let (_, label, _, stages) = *tindak.row();
        if stages.contains(&self.tahap) {
            return Ok(());
        }
        let when: Vec<&str> = stages.iter().map(|t| t.label()).collect();
        Err(Tolak(
            "PNP-01",
            format!(
                "\"{label}\" dilakukan pada tahap {}. Rencana ini sekarang pada tahap {}. Muat ulang halaman rencana.",
                when.join(" atau "),
                self.tahap.label()
            ),
        ))
    }

    /// The letter a stage rests on, the last one.
    pub fn surat(&self, tahap: Tahap) -> Option<&crate::isi::Surat> {
        self.langkah.iter().rev().find(|l| l.0 == tahap).and_then(|l| l.2.as_ref())
    }

    /// Whether inputs are frozen: from here on scores exist, and auditors read all of them.
    pub fn terkunci(&self) -> bool {
        self.kunci.is_some()
    }

    /// Whether requirements and weights are announced: from here on it is no draft any more.
    pub fn diumumkan(&self) -> bool {
        self.langkah.iter().any(|l| l.0 == Tahap::Diumumkan)
    }

    /// Whether names of appointees are public within the government: after the pelantikan.
    pub fn nama_terbuka(&self) -> bool {
        self.langkah.iter().any(|l| matches!(l.0, Tahap::Dilantik | Tahap::Bertugas))
    }

    /// Whether the decision stands: from here on everybody may have the bundle.
    pub fn diputus(&self) -> bool {
        self.langkah.iter().any(|l| l.0 == Tahap::Diputus) && self.tahap != Tahap::Dibatalkan
    }
}
