//! Berita acara: who met on which day and what they agree happened, signed by each.

use crate::bagian::{Acara, Dokumen, Hadir, Penanda};
use crate::rumusan::Sikap;
use crate::{Naskah, contoh};
use serde::Serialize;

/// Berita acara with its parties; attendance is annexed when given.
#[derive(Clone, Debug, Serialize)]
pub struct BeritaAcara {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// The meeting it is about; its date is also written in words.
    pub acara: Acara,
    /// What it is about.
    pub hal: String,
    /// Who signs it.
    pub pihak: Vec<Pihak>,
    /// Sentence that leads to the points.
    pub pengantar: String,
    /// What was worded, in order, with the stand of each party.
    pub butir: Vec<Butir>,
    /// Quorum and votes, a sentence each.
    pub catatan: Vec<String>,
    /// Last sentence.
    pub penutup: String,
    /// Who takes note of it.
    pub mengetahui: Option<Penanda>,
    /// Attendance.
    pub hadir: Vec<Hadir>,
}

/// A point.
#[derive(Clone, Debug, Serialize)]
pub struct Butir {
    /// What.
    pub isi: String,
    /// Who stands how to it; empty when nobody is asked.
    pub sikap: Vec<Sikap>,
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
    /// Who came in whose place, and whether somebody came; may be empty.
    pub keterangan: String,
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
        let party = |sebagai: &str, instansi: &str, penanda: Penanda, keterangan: &str| Pihak {
            sebagai: sebagai.into(),
            instansi: instansi.into(),
            penanda,
            keterangan: keterangan.into(),
        };
        let point = |isi: &&str| Butir { isi: (*isi).to_owned(), sikap: Vec::new() };
        let mut butir: Vec<Butir> = contoh::BUTIR.iter().map(point).collect();
        butir[1].sikap = Sikap::contoh();
        BeritaAcara {
            dokumen: contoh::dokumen("800.1/1187/BKD/2026"),
            acara: contoh::acara(),
            hal: "Kesepakatan Rapat Koordinasi Manajemen ASN Triwulan IV Tahun 2026".into(),
            pihak: vec![
                party("PIHAK KESATU", "Pemerintah Provinsi Bumi Raya", contoh::kepala_bkd(), ""),
                party(
                    "PIHAK KEDUA",
                    "Pemerintah Kabupaten Telaga Biru",
                    contoh::kepala_bkpsdm(),
                    "Diwakili: H. Ahmad Fauzan, S.STP., M.AP. (surat tugas 800/41/2026).",
                ),
            ],
            pengantar: "Berdasarkan pembahasan dalam rapat koordinasi tersebut, para pihak merumuskan \
                        butir-butir berikut dengan sikap masing-masing:"
                .into(),
            butir,
            catatan: contoh::texts(&[
                "Kuorum tercapai: hadir 8 dari 9 pihak, perlu 5.",
                "Pemungutan suara atas butir R-2: setuju 6, tidak setuju 1, abstain 1, tanpa suara 1.",
            ]),
            penutup: "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua) untuk \
                      dipergunakan sebagaimana mestinya."
                .into(),
            mengetahui: Some(contoh::sekda()),
            hadir: contoh::hadir(),
        }
    }
}
