//! Surat dinas: a letter of no other sort, in parts: what it rests on, what is the case, what is asked.

use crate::bagian::{Dokumen, Surat};
use crate::nota_dinas::Bagian;
use crate::{Naskah, contoh};
use serde::Serialize;

/// Letter to somebody, part by part.
#[derive(Clone, Debug, Serialize)]
pub struct SuratDinas {
    /// Head and foot.
    pub surat: Surat,
    /// Why it is written.
    pub pembuka: String,
    /// What it says.
    pub bagian: Vec<Bagian>,
    /// Last sentence.
    pub penutup: String,
}

impl Naskah for SuratDinas {
    const TEMPLAT: &'static str = "surat_dinas";

    fn dokumen(&self) -> &Dokumen {
        &self.surat.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.surat.dokumen
    }

    fn contoh() -> SuratDinas {
        let part = |judul: &str, isi: &[&str]| Bagian { judul: judul.into(), isi: contoh::texts(isi) };
        SuratDinas {
            surat: contoh::surat("Penyelesaian tindak lanjut rapat koordinasi"),
            pembuka:
                "Menindaklanjuti Rapat Koordinasi Manajemen ASN Triwulan III Tahun 2026, dengan hormat kami \
                      sampaikan hal-hal sebagai berikut."
                    .into(),
            bagian: vec![
                part("Dasar", &["Rumusan Rapat Koordinasi Manajemen ASN Triwulan III Tahun 2026, butir 2."]),
                part(
                    "Keadaan",
                    &[
                        "Pemerintah Kabupaten Telaga Biru menyepakati penyampaian jadwal pengisian jabatan kepala \
                         dinas yang kosong paling lambat 15 November 2026.",
                        "Sampai dengan 7 Desember 2026 jadwal tersebut belum dilaporkan selesai.",
                    ],
                ),
                part(
                    "Permintaan",
                    &[
                        "Menyelesaikan tindak lanjut tersebut dan melaporkannya melalui Sinergi disertai bukti dukung.",
                    ],
                ),
            ],
            penutup: "Atas perhatian Saudara disampaikan terima kasih.".into(),
        }
    }
}
