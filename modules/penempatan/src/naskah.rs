//! Letters of a round: from what was frozen, planned, decided and typed to what a printer is asked for.

mod isian;
mod rapat;
mod sesudah;
mod sk;
mod surat;
pub mod terbit;

pub use isian::{IsianSurat, Jenis};
pub use surat::Tertulis;

use crate::isi::Surat;
use crate::rule::{Beku, Rencana, Tahap};
use crate::tetapkan::RancanganSk;
use host::tanggal;
use naskah_dinas::{Dokumen, Kop, Penanda, Permintaan, Perpindahan, StatusAsn};

/// Writes the letters of one round.
pub struct Penulis<'a> {
    /// The round.
    pub rencana: &'a Rencana,
    /// Its frozen inputs.
    pub beku: &'a Beku,
    /// Who finally sits where.
    pub akhir: &'a [Option<u32>],
    /// Weight of a filled seat in the objective: what a cost counts in seats by.
    pub isi: i64,
    /// Who moves.
    pub rancangan: &'a [RancanganSk],
    /// What the government is called: `Pemerintah Provinsi Bumi Raya`.
    pub pemerintah: &'a str,
    /// What a person is called.
    pub nama: &'a dyn Fn(&str) -> String,
    /// What was typed.
    pub isian: &'a IsianSurat,
}

impl Penulis<'_> {
    /// The letter asked for; one person's own part where that is asked for.
    pub fn naskah(&self, jenis: Jenis) -> Tertulis {
        match jenis {
            Jenis::Keputusan => self.sk(naskah_dinas::sk_jabatan::Bentuk::Lampiran).into(),
            Jenis::Petikan => self.sk(naskah_dinas::sk_jabatan::Bentuk::Petikan).into(),
            Jenis::BaRapat => self.ba_rapat().into(),
            Jenis::UsulPertek => self.usul_pertek().into(),
            Jenis::BaPelantikan => self.ba_pelantikan().into(),
            Jenis::Spmt => self.spmt().into(),
            Jenis::Laporan => self.laporan().into(),
        }
    }

    /// The same as a draft.
    pub fn tulis(&self, jenis: Jenis) -> Permintaan {
        self.naskah(jenis).permintaan()
    }

    /// The matrix of posts held and posts to come, alone.
    pub fn matriks(&self) -> Permintaan {
        Permintaan::of(&naskah_dinas::UsulPertek { hanya_matriks: true, ..self.usul_pertek() })
    }

    fn dokumen(&self) -> Dokumen {
        Dokumen {
            kop: Kop {
                pemerintah: self.pemerintah.to_owned(),
                perangkat: self.isian.perangkat.clone(),
                alamat: self.isian.alamat.clone(),
                lambang: None,
            },
            nomor: self.isian.nomor.clone(),
            tempat: self.isian.tempat.clone(),
            tanggal: self.isian.tanggal,
            verifikasi: None,
        }
    }

    fn penanda(&self) -> Penanda {
        Penanda {
            atas_nama: None,
            jabatan: self.isian.jabatan.clone(),
            nama: self.isian.nama.clone(),
            pangkat: self.isian.pangkat.clone(),
            nip: self.isian.nip.clone(),
        }
    }

    /// Somebody named on a line as `nama; jabatan; pangkat; NIP`.
    fn tersebut(line: &str) -> Penanda {
        let mut parts = line.split(';').map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        let (nama, jabatan, pangkat, nip) = (next(), next(), next(), next());
        Penanda { atas_nama: None, jabatan, nama, pangkat, nip }
    }

    /// Everybody who moves, or the one asked for.
    fn orang(&self) -> Vec<Perpindahan> {
        let asked = self.isian.pegawai.as_str();
        let of = |d: &&RancanganSk| asked.is_empty() || d.pegawai.to_string() == asked;
        self.rancangan.iter().filter(of).map(|d| d.surat.clone()).collect()
    }

    /// The letter of a step, the last one.
    fn langkah(&self, tahap: Tahap) -> Option<&Surat> {
        self.rencana.langkah.iter().rev().find(|l| l.0 == tahap).and_then(|l| l.2.as_ref())
    }

    /// The SK as letters after it cite it.
    fn keputusan(&self) -> String {
        let found = self.langkah(Tahap::Ditetapkan);
        found.map_or_else(
            || "keputusan yang belum ditetapkan".to_owned(),
            |s| format!("Keputusan {}", sebut(s)),
        )
    }
}

/// What those who move are called together: PNS, PPPK, or both.
pub fn sebutan(rancangan: &[RancanganSk]) -> String {
    StatusAsn::bersama(rancangan.iter().map(|d| d.surat.status))
}

/// `Nomor 800/12 tanggal 19 Agustus 2026`.
fn sebut(surat: &Surat) -> String {
    format!("Nomor {} tanggal {}", surat.nomor, tanggal(surat.tanggal).long())
}

/// Lines of a text, without empty ones.
pub fn baris(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The head of a government by its name: `Bupati Telaga Biru` of `Pemerintah Kabupaten Telaga Biru`.
pub fn kepala_daerah(nama: &str) -> String {
    let place = nama.strip_prefix("Pemerintah ").unwrap_or(nama);
    let titles = [("Provinsi ", "Gubernur"), ("Kabupaten ", "Bupati"), ("Kota ", "Wali Kota")];
    let found =
        titles.iter().find_map(|(kind, title)| Some(format!("{title} {}", place.strip_prefix(kind)?)));
    found.unwrap_or_else(|| format!("Pimpinan {place}"))
}
