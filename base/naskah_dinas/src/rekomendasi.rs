//! Surat rekomendasi: asks a body outside to act, with the law it rests on, the facts, and a date.

use crate::bagian::{Dokumen, Surat};
use crate::{Naskah, contoh, iso_or_none};
use kernel::Date;
use serde::Serialize;

/// Letter to a body outside.
#[derive(Clone, Debug, Serialize)]
pub struct Rekomendasi {
    /// Head and foot.
    pub surat: Surat,
    /// Why it is written.
    pub pembuka: String,
    /// What it rests on.
    pub dasar: Vec<String>,
    /// What is the case.
    pub fakta: Vec<String>,
    /// What is asked.
    pub permintaan: Vec<String>,
    /// Until when an answer is hoped for, if a day was named.
    #[serde(with = "iso_or_none")]
    pub tenggat: Option<Date>,
    /// Last sentence.
    pub penutup: String,
}

impl Naskah for Rekomendasi {
    const TEMPLAT: &'static str = "rekomendasi";

    fn dokumen(&self) -> &Dokumen {
        &self.surat.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.surat.dokumen
    }

    fn contoh() -> Rekomendasi {
        let mut surat = contoh::surat("Rekomendasi penyelarasan data jabatan fungsional");
        surat.kepada = contoh::texts(&["Kepala Badan Kepegawaian Negara"]);
        surat.di = "Jakarta".into();
        surat.lampiran = "1 (satu) berkas".into();
        Rekomendasi {
            surat,
            pembuka: "Menindaklanjuti rumusan rapat koordinasi manajemen ASN triwulan IV tahun 2026, bersama ini kami \
                      sampaikan rekomendasi sebagai berikut."
                .into(),
            dasar: contoh::texts(&[
                "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.",
                "Rumusan Rapat Koordinasi Nomor 800.1/1188/BKD/2026, butir 1.",
            ]),
            fakta: contoh::texts(&[
                "Terdapat 1.204 pegawai yang jenjang jabatan fungsionalnya berbeda antara keputusan pengangkatan dan data \
                 nasional.",
                "Dari jumlah itu, 812 keputusan sudah diunggah dan diperiksa oleh instansi masing-masing.",
                "Perbedaan menunda 96 usul kenaikan pangkat periode Februari 2027.",
            ]),
            permintaan: contoh::texts(&[
                "Menyelaraskan 812 data yang keputusannya sudah lengkap.",
                "Menetapkan tata cara penyelarasan bagi 392 data yang keputusannya belum ditemukan.",
                "Menunjuk penghubung untuk penyelesaian bersama.",
            ]),
            tenggat: Some(contoh::day("2027-01-15")),
            penutup: "Atas perhatian dan kerja sama Saudara disampaikan terima kasih.".into(),
        }
    }
}
