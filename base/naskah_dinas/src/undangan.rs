//! Surat undangan: who is called where and when, to speak of what.

use crate::bagian::{Acara, Dokumen, Surat};
use crate::{Naskah, contoh};
use serde::Serialize;

/// Surat undangan; the list of the invited and the agenda are annexed when there are any.
#[derive(Clone, Debug, Serialize)]
pub struct Undangan {
    /// Head and foot.
    pub surat: Surat,
    /// Why.
    pub pembuka: String,
    /// When, where, about what.
    pub acara: Acara,
    /// What else is to be said: one paragraph each.
    pub isi: Vec<String>,
    /// Last sentence.
    pub penutup: String,
    /// The invited, when they are too many for the head.
    pub daftar_undangan: Vec<String>,
    /// Agenda.
    pub susunan: Vec<Susunan>,
}

/// A line of the agenda.
#[derive(Clone, Debug, Serialize)]
pub struct Susunan {
    /// `09.00–09.30`.
    pub waktu: String,
    /// What happens.
    pub kegiatan: String,
    /// By whom.
    pub oleh: String,
}

impl Naskah for Undangan {
    const TEMPLAT: &'static str = "undangan";

    fn dokumen(&self) -> &Dokumen {
        &self.surat.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.surat.dokumen
    }

    fn contoh() -> Undangan {
        let line = |waktu: &str, kegiatan: &str, oleh: &str| Susunan {
            waktu: waktu.into(),
            kegiatan: kegiatan.into(),
            oleh: oleh.into(),
        };
        let mut surat = contoh::surat("Undangan Rapat Koordinasi Manajemen ASN Triwulan IV");
        surat.lampiran = "2 (dua) lembar".into();
        surat.kepada = vec!["Daftar undangan terlampir".into()];
        Undangan {
            surat,
            pembuka: "Menindaklanjuti rumusan rapat koordinasi triwulan III dan dalam rangka menyiapkan \
                      penataan pegawai tahun 2027, kami mengharap kehadiran Saudara pada:"
                .into(),
            acara: contoh::acara(),
            isi: vec![
                "Setiap kabupaten/kota diminta membawa peta jabatan terakhir, daftar jabatan kosong, dan bukti \
                 penyelesaian rencana tindak lanjut yang jatuh tempo sampai dengan 30 November 2026."
                    .into(),
                "Konfirmasi kehadiran disampaikan paling lambat tiga hari sebelum pelaksanaan.".into(),
            ],
            penutup: "Atas perhatian dan kehadiran Saudara disampaikan terima kasih.".into(),
            daftar_undangan: contoh::DAERAH
                .iter()
                .map(|daerah| format!("Kepala BKPSDM {daerah}"))
                .chain(["Inspektur Provinsi Bumi Raya".into(), "Kepala Biro Organisasi Setda".into()])
                .collect(),
            susunan: vec![
                line("08.30–09.00", "Pendaftaran peserta", "Sekretariat BKD"),
                line("09.00–09.15", "Pembukaan dan arahan", "Sekretaris Daerah"),
                line("09.15–10.30", "Paparan capaian indikator kabupaten/kota", "Kepala BKD"),
                line(
                    "10.30–12.00",
                    "Pembahasan tindak lanjut yang belum selesai",
                    "Kepala BKPSDM kabupaten/kota",
                ),
                line(
                    "13.00–15.00",
                    "Penyusunan rumusan dan penandatanganan berita acara",
                    "Seluruh peserta",
                ),
            ],
        }
    }
}
