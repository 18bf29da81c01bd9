//! Keputusan about appointment to and transfer between posts: one for all of them with an annex, or an excerpt
//! (petikan) for each person.

use crate::bagian::{Dokumen, Penanda};
use crate::perpindahan::Perpindahan;
use crate::{Naskah, contoh};
use serde::Serialize;

/// How people stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bentuk {
    /// The decision itself; people stand in its annex.
    Lampiran,
    /// An excerpt for each, one after the other.
    Petikan,
}

/// The decision.
#[derive(Clone, Debug, Serialize)]
pub struct SkJabatan {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// Who decides: `Gubernur Bumi Raya`; printed in capitals.
    pub pejabat: String,
    /// What it is about.
    pub tentang: String,
    /// Considerations.
    pub menimbang: Vec<String>,
    /// Legal basis, in the order it is cited.
    pub mengingat: Vec<String>,
    /// Letters and minutes it also rests on.
    pub memperhatikan: Vec<String>,
    /// What is decided, after the first diktum, which moves the people.
    pub diktum: Vec<String>,
    /// With an annex, or an excerpt for each.
    pub bentuk: Bentuk,
    /// Who moves.
    pub orang: Vec<Perpindahan>,
    /// Who signs.
    pub penanda: Penanda,
    /// Who vouches for an excerpt.
    pub pengesah: Option<Penanda>,
    /// Copies.
    pub tembusan: Vec<String>,
}

impl Naskah for SkJabatan {
    const TEMPLAT: &'static str = "sk_jabatan";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> SkJabatan {
        SkJabatan {
            dokumen: contoh::dokumen("800.1.3.3/2210/BKD/2026"),
            pejabat: "Gubernur Bumi Raya".into(),
            tentang:
                "Pengangkatan dan Pemindahan Pegawai Negeri Sipil dalam Jabatan Administrator dan Jabatan \
                      Pengawas di Lingkungan Pemerintah Provinsi Bumi Raya"
                    .into(),
            menimbang: contoh::texts(&[
                "bahwa untuk mengisi jabatan yang lowong perlu dilakukan pengangkatan dan pemindahan Pegawai Negeri \
                 Sipil;",
                "bahwa Pegawai Negeri Sipil yang namanya tercantum dalam keputusan ini memenuhi syarat untuk diangkat \
                 dalam jabatan tersebut;",
            ]),
            mengingat: contoh::texts(&[
                "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
                "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah \
                 diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;",
            ]),
            memperhatikan: contoh::texts(&[
                "Berita Acara Rapat Tim Penilai Kinerja Nomor 800.1/2190/BKD/2026 tanggal 1 Desember 2026.",
            ]),
            diktum: contoh::texts(&[
                "Kepada yang bersangkutan diberikan tunjangan jabatan sesuai dengan ketentuan peraturan \
                 perundang-undangan.",
                "Keputusan ini mulai berlaku pada tanggal pelantikan.",
            ]),
            bentuk: Bentuk::Lampiran,
            orang: Perpindahan::contoh(),
            penanda: contoh::gubernur(),
            pengesah: Some(contoh::kepala_bkd()),
            tembusan: contoh::texts(&["Kepala Badan Kepegawaian Negara", "Inspektur Provinsi Bumi Raya"]),
        }
    }
}
