//! The decision, and the letter that asks the BKN before it.

use super::{Penulis, baris, kepala_daerah, sebut};
use crate::rule::Tahap;
use naskah_dinas::sk_jabatan::{Bentuk, SkJabatan};
use naskah_dinas::{StatusAsn, Surat, UsulPertek};

impl Penulis<'_> {
    pub(super) fn sk(&self, bentuk: Bentuk) -> SkJabatan {
        SkJabatan {
            dokumen: self.dokumen(),
            pejabat: kepala_daerah(self.pemerintah),
            tentang: self.isian.tentang.clone(),
            menimbang: baris(&self.isian.menimbang),
            mengingat: baris(&self.isian.mengingat),
            memperhatikan: baris(&self.isian.memperhatikan),
            diktum: baris(&self.isian.diktum),
            bentuk,
            orang: self.orang(),
            penanda: self.penanda(),
            pengesah: baris(&self.isian.pengesah).first().map(|line| Self::tersebut(line)),
            tembusan: baris(&self.isian.tembusan),
        }
    }

    pub(super) fn surat(&self, hal: &str, lampiran: &str, to: &str) -> Surat {
        let mut kepada = baris(&self.isian.kepada);
        if kepada.is_empty() {
            kepada.push(to.to_owned());
        }
        Surat {
            dokumen: self.dokumen(),
            sifat: "Biasa".into(),
            lampiran: lampiran.to_owned(),
            hal: hal.to_owned(),
            kepada,
            di: "Tempat".into(),
            penanda: self.penanda(),
            tembusan: baris(&self.isian.tembusan),
        }
    }

    pub(super) fn usul_pertek(&self) -> UsulPertek {
        let matriks = self.orang();
        let count = StatusAsn::jumlah(matriks.iter().map(|o| o.status));
        let rested = self.langkah(Tahap::Dirapatkan).map(|s| format!("Berita acara rapat {}.", sebut(s)));
        UsulPertek {
            surat: self.surat(
                "Usul pertimbangan teknis pengangkatan dan pemindahan dalam jabatan",
                "1 (satu) berkas",
                "Kepala Badan Kepegawaian Negara",
            ),
            pembuka: format!(
                "Untuk mengisi jabatan di lingkungan {}, dengan hormat kami mohon pertimbangan teknis atas pengangkatan dan pemindahan {count} sebagaimana matriks terlampir.",
                self.pemerintah
            ),
            dasar: baris(&self.rencana.pokok.dasar).into_iter().chain(rested).collect(),
            kelengkapan: [
                "Matriks jabatan lama dan jabatan baru.",
                "Berita acara rapat.",
                "Predikat kinerja dua tahun terakhir.",
                "Daftar berkas dengan sidik SHA-256 masing-masing.",
            ]
            .map(str::to_owned)
            .to_vec(),
            penutup: "Atas perhatian dan pertimbangan Saudara disampaikan terima kasih.".into(),
            matriks,
            hanya_matriks: false,
        }
    }
}
