//! Surat edaran: tells many what is to be done and what it rests on.

use crate::bagian::{Dokumen, Penanda};
use crate::{Naskah, contoh};
use serde::Serialize;

/// Surat edaran.
#[derive(Clone, Debug, Serialize)]
pub struct SuratEdaran {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// To whom.
    pub kepada: Vec<String>,
    /// Where they are.
    pub di: String,
    /// What it is about.
    pub tentang: String,
    /// Why.
    pub latar_belakang: String,
    /// To what end.
    pub maksud: String,
    /// For whom and what; empty when not said.
    pub ruang_lingkup: String,
    /// What it rests on.
    pub dasar: Vec<String>,
    /// What is to be done.
    pub isi: Vec<Ketentuan>,
    /// Last sentence.
    pub penutup: String,
    /// Who signs.
    pub penanda: Penanda,
    /// Copies.
    pub tembusan: Vec<String>,
}

/// One thing to be done.
#[derive(Clone, Debug, Serialize)]
pub struct Ketentuan {
    /// What.
    pub isi: String,
    /// In particular.
    pub rincian: Vec<String>,
}

impl Naskah for SuratEdaran {
    const TEMPLAT: &'static str = "surat_edaran";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> SuratEdaran {
        let rule =
            |isi: &str, rincian: &[&str]| Ketentuan { isi: isi.into(), rincian: contoh::texts(rincian) };
        SuratEdaran {
            dokumen: contoh::dokumen("800/1195/BKD/2026"),
            kepada: contoh::texts(&[
                "Bupati dan Wali Kota se-Provinsi Bumi Raya",
                "Kepala Perangkat Daerah di lingkungan Pemerintah Provinsi Bumi Raya",
            ]),
            di: "Bumi Raya".into(),
            tentang: "Penyampaian Dokumen Kepegawaian melalui Sinergi".into(),
            latar_belakang: "Dokumen kepegawaian masih disampaikan melalui beberapa saluran sehingga usul layanan \
                             diperiksa berulang dan tidak selalu lengkap."
                .into(),
            maksud: "Surat edaran ini menjadi pedoman penyampaian dokumen kepegawaian agar setiap dokumen disampaikan \
                     satu kali dan dapat diperiksa keasliannya."
                .into(),
            ruang_lingkup: "Surat keputusan kenaikan pangkat, jabatan, mutasi, pensiun, dan hukuman disiplin.".into(),
            dasar: contoh::texts(&[
                "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.",
                "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik.",
            ]),
            isi: vec![
                rule("Dokumen disampaikan melalui Sinergi sejak 2 Januari 2027.", &[]),
                rule(
                    "Setiap dokumen memenuhi syarat:",
                    &[
                        "berbentuk PDF yang dapat dibaca;",
                        "memuat nomor, tanggal, dan penanda tangan;",
                        "disampaikan paling lambat tujuh hari kerja sejak ditetapkan.",
                    ],
                ),
                rule("Penyampaian melalui surat elektronik tidak dilayani sejak 1 Februari 2027.", &[]),
            ],
            penutup: "Surat edaran ini berlaku sejak tanggal ditetapkan.".into(),
            penanda: contoh::sekda(),
            tembusan: contoh::texts(&["Gubernur Bumi Raya (sebagai laporan)", "Inspektur Provinsi Bumi Raya"]),
        }
    }
}
