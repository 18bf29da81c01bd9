//! Berita acara of a meeting of the Tim Penilai Kinerja (or panitia seleksi) on who goes where.

use crate::bagian::{Acara, Dokumen};
use crate::perpindahan::Perpindahan;
use crate::{Naskah, contoh};
use serde::Serialize;

/// The minutes, signed by every member.
#[derive(Clone, Debug, Serialize)]
pub struct BaRapat {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// Which forum met: `Tim Penilai Kinerja`.
    pub forum: String,
    /// What it met about: `pengisian jabatan …`.
    pub hal: String,
    /// When and where; its date is also written in words.
    pub acara: Acara,
    /// What it rests on.
    pub dasar: Vec<String>,
    /// What lay before the meeting.
    pub bahan: Vec<String>,
    /// Whom it proposes.
    pub usul: Vec<Perpindahan>,
    /// Posts that stay empty, and why.
    pub kosong: Vec<String>,
    /// Where it departs from the plan, with the reason.
    pub penyimpangan: Vec<String>,
    /// What else was said.
    pub catatan: Vec<String>,
    /// Who met.
    pub anggota: Vec<Anggota>,
}

/// A member.
#[derive(Clone, Debug, Serialize)]
pub struct Anggota {
    /// Name with titles.
    pub nama: String,
    /// Jabatan.
    pub jabatan: String,
    /// `Ketua`, `Sekretaris`, `Anggota`.
    pub sebagai: String,
}

impl Naskah for BaRapat {
    const TEMPLAT: &'static str = "ba_rapat";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> BaRapat {
        let member = |nama: &str, jabatan: &str, sebagai: &str| Anggota {
            nama: nama.into(),
            jabatan: jabatan.into(),
            sebagai: sebagai.into(),
        };
        BaRapat {
            dokumen: contoh::dokumen("800.1/2190/BKD/2026"),
            forum: "Tim Penilai Kinerja Pegawai Negeri Sipil".into(),
            hal: "pengisian jabatan administrator dan pengawas".into(),
            acara: contoh::acara(),
            dasar: contoh::texts(&[
                "Surat Sekretaris Daerah Nomor 800/2011/BKD/2026 tanggal 3 November 2026.",
            ]),
            bahan: contoh::texts(&[
                "Data yang dikunci pada 30 November 2026 dengan sidik jari 9f31c04ab7d2.",
                "Rencana yang dihitung dari data itu, sidik jari 41bb20c9e017.",
            ]),
            usul: Perpindahan::contoh(),
            kosong: contoh::texts(&[
                "Kepala Seksi Sarana, Dinas Perhubungan: tidak ada calon yang memenuhi syarat.",
            ]),
            penyimpangan: contoh::texts(&[
                "Sekretaris Dinas Pemberdayaan Masyarakat dan Desa: Yohanes Lado, S.Sos. Selisih terhadap rencana 0,75 \
                 poin. Alasan: pernah memimpin program desa tertinggal selama empat tahun.",
            ]),
            catatan: Vec::new(),
            anggota: vec![
                member("Dr. Ir. Bambang Prasetyo, M.T.", "Sekretaris Daerah", "Ketua"),
                member("Dra. Ratih Kusumawardani, M.Si.", "Kepala Badan Kepegawaian Daerah", "Sekretaris"),
                member("Siti Maimunah, S.E., M.M.", "Inspektur", "Anggota"),
            ],
        }
    }
}
