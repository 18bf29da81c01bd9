//! Berita acara: who met on which day and what they agree happened, signed by each.

use crate::bagian::{Dokumen, Hadir, Penanda};
use crate::{Naskah, contoh};
use serde::Serialize;

/// Berita acara with its parties; attendance is annexed when given.
#[derive(Clone, Debug, Serialize)]
pub struct BeritaAcara {
    /// Head and foot; its date is also written in words.
    pub dokumen: Dokumen,
    /// What it is about.
    pub hal: String,
    /// Who signs it.
    pub pihak: Vec<Pihak>,
    /// Sentence that leads to the points.
    pub pengantar: String,
    /// What is stated, in order.
    pub butir: Vec<String>,
    /// Last sentence.
    pub penutup: String,
    /// Who takes note of it.
    pub mengetahui: Option<Penanda>,
    /// Attendance.
    pub hadir: Vec<Hadir>,
}

/// A party.
#[derive(Clone, Debug, Serialize)]
pub struct Pihak {
    /// `PIHAK KESATU`.
    pub sebagai: String,
    /// For whom the party acts.
    pub instansi: String,
    /// Who signs.
    pub penanda: Penanda,
}

impl Naskah for BeritaAcara {
    const TEMPLAT: &'static str = "berita_acara";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> BeritaAcara {
        let party = |sebagai: &str, instansi: &str, penanda: Penanda| Pihak {
            sebagai: sebagai.into(),
            instansi: instansi.into(),
            penanda,
        };
        BeritaAcara {
            dokumen: contoh::dokumen("800.1/1187/BKD/2026"),
            hal: "Kesepakatan Rapat Koordinasi Manajemen ASN Triwulan IV Tahun 2026".into(),
            pihak: vec![
                party("PIHAK KESATU", "Pemerintah Provinsi Bumi Raya", contoh::kepala_bkd()),
                party("PIHAK KEDUA", "Pemerintah Kabupaten Telaga Biru", contoh::kepala_bkpsdm()),
            ],
            pengantar:
                "Berdasarkan pembahasan dalam rapat koordinasi tersebut, PIHAK KESATU dan PIHAK KEDUA \
                        menyatakan hal-hal sebagai berikut:"
                    .into(),
            butir: contoh::texts(&contoh::BUTIR),
            penutup: "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua) untuk \
                      dipergunakan sebagaimana mestinya."
                .into(),
            mengetahui: Some(contoh::sekda()),
            hadir: contoh::hadir(),
        }
    }
}
