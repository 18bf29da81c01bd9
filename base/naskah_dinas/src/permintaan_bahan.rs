//! Surat permintaan bahan: what is asked of an instansi before a meeting, and until when.

use crate::bagian::{Acara, Dokumen, Surat};
use crate::{Naskah, contoh, iso};
use kernel::Date;
use serde::Serialize;

/// Surat permintaan bahan.
#[derive(Clone, Debug, Serialize)]
pub struct PermintaanBahan {
    /// Head and foot.
    pub surat: Surat,
    /// What for.
    pub pembuka: String,
    /// The meeting it is for, if any.
    pub acara: Option<Acara>,
    /// What is asked.
    pub bahan: Vec<Bahan>,
    /// Until when.
    #[serde(with = "iso")]
    pub tenggat: Date,
    /// By which way.
    pub cara_kirim: String,
    /// Whom to ask; empty when nobody is named.
    pub narahubung: String,
    /// Last sentence.
    pub penutup: String,
}

/// One thing asked.
#[derive(Clone, Debug, Serialize)]
pub struct Bahan {
    /// What.
    pub uraian: String,
    /// In which shape.
    pub bentuk: String,
    /// From whom.
    pub dari: String,
}

impl Naskah for PermintaanBahan {
    const TEMPLAT: &'static str = "permintaan_bahan";

    fn dokumen(&self) -> &Dokumen {
        &self.surat.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.surat.dokumen
    }

    fn contoh() -> PermintaanBahan {
        let one = |uraian: &str, bentuk: &str, dari: &str| Bahan {
            uraian: uraian.into(),
            bentuk: bentuk.into(),
            dari: dari.into(),
        };
        let mut surat = contoh::surat("Permintaan Bahan Rapat Koordinasi Triwulan IV");
        surat.kepada = contoh::texts(&["Sekretaris Daerah Kabupaten/Kota", "Kepala Biro Organisasi"]);
        surat.di = "Bumi Raya".into();
        PermintaanBahan {
            surat,
            pembuka:
                "Untuk menyiapkan rapat koordinasi di bawah ini, kami meminta bahan yang menjadi tanggung \
                      jawab Saudara."
                    .into(),
            acara: Some(contoh::acara()),
            bahan: vec![
                one("Peta jabatan dan daftar jabatan kosong per 30 November 2026", "XLSX", "BKPSDM"),
                one("Usul kebutuhan pegawai tahun 2027 beserta analisis beban kerja", "PDF", "BKPSDM"),
                one(
                    "Perkembangan penyelesaian rencana tindak lanjut triwulan III",
                    "Isian Sinergi",
                    "Kabupaten/kota",
                ),
                one("Hasil evaluasi kelembagaan perangkat daerah", "PDF", "Biro Organisasi"),
            ],
            tenggat: contoh::day("2026-12-10"),
            cara_kirim: "diunggah pada Sinergi, menu Rakor, bagian Bahan".into(),
            narahubung: "Yohanes Lado, S.Sos. (Kepala Bidang Mutasi), telepon (0511) 330 0001 pesawat 12"
                .into(),
            penutup: "Atas kerja sama Saudara disampaikan terima kasih.".into(),
        }
    }
}
