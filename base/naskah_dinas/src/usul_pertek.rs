//! Letter that asks the BKN for its technical consideration (pertimbangan teknis), with the matrix of posts held and
//! posts proposed.

use crate::bagian::{Dokumen, Surat};
use crate::perpindahan::Perpindahan;
use crate::{Naskah, contoh};
use serde::Serialize;

/// The letter and its annexes.
#[derive(Clone, Debug, Serialize)]
pub struct UsulPertek {
    /// Head and foot.
    pub surat: Surat,
    /// Why it is written.
    pub pembuka: String,
    /// What it rests on.
    pub dasar: Vec<String>,
    /// What goes with it.
    pub kelengkapan: Vec<String>,
    /// Last sentence.
    pub penutup: String,
    /// Who is proposed: the matrix.
    pub matriks: Vec<Perpindahan>,
    /// The matrix alone, without the letter.
    pub hanya_matriks: bool,
}

impl Naskah for UsulPertek {
    const TEMPLAT: &'static str = "usul_pertek";

    fn dokumen(&self) -> &Dokumen {
        &self.surat.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.surat.dokumen
    }

    fn contoh() -> UsulPertek {
        let mut surat = contoh::surat("Usul pertimbangan teknis pengangkatan dan pemindahan dalam jabatan");
        surat.kepada = contoh::texts(&["Kepala Badan Kepegawaian Negara"]);
        surat.di = "Jakarta".into();
        surat.lampiran = "1 (satu) berkas".into();
        UsulPertek {
            surat,
            pembuka: "Untuk mengisi jabatan yang lowong di lingkungan Pemerintah Provinsi Bumi Raya, dengan hormat \
                      kami mohon pertimbangan teknis atas pengangkatan dan pemindahan 3 (tiga) Pegawai Negeri Sipil \
                      sebagaimana matriks terlampir."
                .into(),
            dasar: contoh::texts(&[
                "Berita Acara Rapat Tim Penilai Kinerja Nomor 800.1/2190/BKD/2026 tanggal 1 Desember 2026.",
            ]),
            kelengkapan: contoh::texts(&[
                "Matriks jabatan lama dan jabatan baru.",
                "Berita acara rapat Tim Penilai Kinerja.",
                "Predikat kinerja dua tahun terakhir.",
            ]),
            penutup: "Atas perhatian dan pertimbangan Saudara disampaikan terima kasih.".into(),
            matriks: Perpindahan::contoh(),
            hanya_matriks: false,
        }
    }
}
