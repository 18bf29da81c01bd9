//! Notulen: what was said, what was concluded, who does what until when.

use crate::bagian::{Acara, Dokumen, Hadir, Penanda};
use crate::{Naskah, contoh, iso_or_none};
use kernel::Date;
use serde::Serialize;

/// Notulen of a meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Notulen {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// The meeting.
    pub acara: Acara,
    /// Who was invited, one line each.
    pub diundang: Vec<String>,
    /// Who was there; annexed.
    pub peserta: Vec<Hadir>,
    /// What was spoken of, in order.
    pub pembahasan: Vec<Pembahasan>,
    /// What is to be done.
    pub tindak_lanjut: Vec<TindakLanjut>,
    /// Who presided.
    pub pimpinan: Penanda,
    /// Who took the minutes.
    pub notulis: Penanda,
}

/// One item of the agenda.
#[derive(Clone, Debug, Serialize)]
pub struct Pembahasan {
    /// What it is about.
    pub pokok: String,
    /// What was said, by whom.
    pub ujaran: Vec<Ujaran>,
    /// What came out of it; empty when nothing did.
    pub kesimpulan: String,
}

/// What somebody said.
#[derive(Clone, Debug, Serialize)]
pub struct Ujaran {
    /// Who.
    pub siapa: String,
    /// What.
    pub isi: String,
}

/// Something to be done.
#[derive(Clone, Debug, Serialize)]
pub struct TindakLanjut {
    /// What.
    pub uraian: String,
    /// By whom.
    pub penanggung_jawab: String,
    /// Until when.
    #[serde(with = "iso_or_none")]
    pub tenggat: Option<Date>,
}

impl TindakLanjut {
    pub(crate) fn of(uraian: &str, penanggung_jawab: &str, tenggat: &str) -> TindakLanjut {
        TindakLanjut {
            uraian: uraian.into(),
            penanggung_jawab: penanggung_jawab.into(),
            tenggat: Date::parse(tenggat),
        }
    }
}

impl Naskah for Notulen {
    const TEMPLAT: &'static str = "notulen";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> Notulen {
        let said = |siapa: &str, isi: &str| Ujaran { siapa: siapa.into(), isi: isi.into() };
        Notulen {
            dokumen: contoh::dokumen("800.1/1190/BKD/2026"),
            acara: contoh::acara(),
            diundang: contoh::hadir().into_iter().map(|h| format!("{}, {}", h.jabatan, h.instansi)).collect(),
            peserta: contoh::hadir(),
            pembahasan: vec![
                Pembahasan {
                    pokok: "Capaian indikator manajemen ASN triwulan IV".into(),
                    ujaran: vec![
                        said(
                            "Kepala BKD",
                            "Kelengkapan data pegawai rata-rata 91,4%, naik 3,2 angka dari triwulan lalu. Dua kabupaten \
                             masih di bawah 80%.",
                        ),
                        said(
                            "Kepala BKPSDM Kabupaten Telaga Biru",
                            "Kendala utama adalah SK jabatan fungsional yang belum didigitalkan.\nPekerjaan dimulai \
                             Januari dengan tambahan dua petugas.",
                        ),
                    ],
                    kesimpulan:
                        "Target kelengkapan 95% tetap berlaku untuk seluruh kabupaten/kota per 31 Maret 2027."
                            .into(),
                },
                Pembahasan {
                    pokok: "Jabatan kosong dan pelaksana tugas lebih dari enam bulan".into(),
                    ujaran: vec![said(
                        "Inspektur Pembantu II",
                        "Terdapat 14 jabatan yang dijabat pelaksana tugas lebih dari enam bulan. Pemeriksaan dilakukan \
                         pada triwulan I 2027.",
                    )],
                    kesimpulan: "Setiap daerah menyampaikan jadwal pengisian jabatan.".into(),
                },
            ],
            tindak_lanjut: vec![
                TindakLanjut::of(
                    "Menyampaikan jadwal pengisian jabatan kosong",
                    "BKPSDM kabupaten/kota",
                    "2027-01-15",
                ),
                TindakLanjut::of("Menyusun pedoman digitalisasi SK", "BKD Provinsi", "2027-01-31"),
                TindakLanjut::of(
                    "Memeriksa pelaksana tugas lebih dari enam bulan",
                    "Inspektorat",
                    "2027-03-31",
                ),
            ],
            pimpinan: contoh::sekda(),
            notulis: Penanda { jabatan: "Notulis".into(), ..contoh::kepala_bkd() },
        }
    }
}
