//! Nota dinas: what a leader should know, which choices there are, and what is advised.

use crate::bagian::{Dokumen, Penanda};
use crate::{Naskah, contoh};
use serde::Serialize;

/// Nota dinas to a leader.
#[derive(Clone, Debug, Serialize)]
pub struct NotaDinas {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// To whom.
    pub kepada: String,
    /// From whom.
    pub dari: String,
    /// Copies.
    pub tembusan: Vec<String>,
    /// Biasa, Segera, Rahasia.
    pub sifat: String,
    /// What is attached; empty when nothing is.
    pub lampiran: String,
    /// What it is about.
    pub hal: String,
    /// What is advised, in one sentence, said first.
    pub inti: String,
    /// What is to be known, part by part.
    pub bagian: Vec<Bagian>,
    /// Figures the reader needs beside the text.
    pub tabel: Option<Tabel>,
    /// What the leader is asked for, one each; may be empty.
    pub permintaan: Vec<String>,
    /// Choices.
    pub pilihan: Vec<Pilihan>,
    /// What is advised, in full.
    pub saran: String,
    /// Who signs.
    pub penanda: Penanda,
    /// Whether room is left for a decision by hand.
    pub disposisi: bool,
}

/// A part with its heading.
#[derive(Clone, Debug, Serialize)]
pub struct Bagian {
    /// Heading.
    pub judul: String,
    /// Paragraphs.
    pub isi: Vec<String>,
}

/// A small table.
#[derive(Clone, Debug, Serialize)]
pub struct Tabel {
    /// What it shows.
    pub judul: String,
    /// Names of its columns.
    pub kepala: Vec<String>,
    /// Its rows, each as long as the head.
    pub baris: Vec<Vec<String>>,
}

/// A choice.
#[derive(Clone, Debug, Serialize)]
pub struct Pilihan {
    /// What could be done.
    pub pilihan: String,
    /// What speaks for it.
    pub manfaat: String,
    /// What speaks against it.
    pub risiko: String,
}

impl Naskah for NotaDinas {
    const TEMPLAT: &'static str = "nota_dinas";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> NotaDinas {
        let part = |judul: &str, isi: &[&str]| Bagian { judul: judul.into(), isi: contoh::texts(isi) };
        let choice = |pilihan: &str, manfaat: &str, risiko: &str| Pilihan {
            pilihan: pilihan.into(),
            manfaat: manfaat.into(),
            risiko: risiko.into(),
        };
        NotaDinas {
            dokumen: contoh::dokumen("800.1/1191/BKD/2026"),
            kepada: "Gubernur Bumi Raya".into(),
            dari: "Kepala Badan Kepegawaian Daerah".into(),
            tembusan: contoh::texts(&["Sekretaris Daerah"]),
            sifat: "Segera".into(),
            lampiran: "1 (satu) berkas".into(),
            hal: "Pengisian jabatan pimpinan tinggi pratama yang kosong".into(),
            inti: "Dimohon persetujuan Bapak Gubernur untuk membentuk panitia seleksi terbuka bagi tiga jabatan pada \
                   Desember 2026, agar seluruhnya terisi sebelum tahun anggaran berjalan."
                .into(),
            bagian: vec![
                part(
                    "Keadaan",
                    &[
                        "Dari 214 jabatan pimpinan tinggi pratama di seluruh daerah, 27 kosong. Empat belas di antaranya \
                         dijabat pelaksana tugas lebih dari enam bulan.",
                        "Di lingkungan Pemerintah Provinsi terdapat tiga jabatan kosong: Kepala Dinas Kesehatan, Kepala \
                         Dinas Perumahan Rakyat, dan Staf Ahli Bidang Pembangunan.",
                    ],
                ),
                part(
                    "Yang sudah dilakukan",
                    &[
                        "Rapat koordinasi 14 Desember 2026 menyepakati pengisian melalui seleksi terbuka paling lambat 28 \
                         Februari 2027.",
                        "Anggaran seleksi tersedia pada perubahan anggaran tahun 2026.",
                    ],
                ),
            ],
            tabel: Some(Tabel {
                judul: "Jabatan kosong menurut lamanya".into(),
                kepala: contoh::texts(&["Jabatan", "Kosong sejak", "Dijabat oleh"]),
                baris: vec![
                    contoh::texts(&["Kepala Dinas Kesehatan", "20 Juni 2026", "Plt. Sekretaris Dinas"]),
                    contoh::texts(&["Kepala Dinas Perumahan Rakyat", "1 September 2026", "Plt. Kepala Bidang"]),
                    contoh::texts(&["Staf Ahli Bidang Pembangunan", "1 Oktober 2026", "tidak ada"]),
                ],
            }),
            permintaan: contoh::texts(&[
                "Persetujuan pembentukan panitia seleksi terbuka bagi ketiga jabatan.",
            ]),
            pilihan: vec![
                choice(
                    "Seleksi terbuka",
                    "calon dari seluruh Indonesia; sesuai rumusan rakor",
                    "tiga bulan sampai pelantikan",
                ),
                choice(
                    "Mutasi antarjabatan pimpinan tinggi",
                    "selesai dalam satu bulan",
                    "memindahkan kekosongan ke jabatan lain",
                ),
                choice("Memperpanjang pelaksana tugas", "tanpa biaya", "melewati batas waktu pelaksana tugas"),
            ],
            saran: "Seleksi terbuka untuk ketiga jabatan, dengan panitia seleksi yang diusulkan pada lampiran. Bila Bapak \
                    Gubernur berkenan, rancangan keputusan pembentukan panitia kami sampaikan dalam dua hari kerja."
                .into(),
            penanda: contoh::kepala_bkd(),
            disposisi: true,
        }
    }
}
