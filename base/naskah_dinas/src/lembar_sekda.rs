//! Lembar Sekda: one page with the figures a Sekda asks for first, and what waits for a decision.

use crate::bagian::Dokumen;
use crate::lembar_rakor::Indikator;
use crate::{Naskah, contoh};
use serde::Serialize;

/// One page for the Sekda.
#[derive(Clone, Debug, Serialize)]
pub struct LembarSekda {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// Its title.
    pub judul: String,
    /// `per 30 November 2026`.
    pub keadaan: String,
    /// The figures that come first: four or eight.
    pub pokok: Vec<Pokok>,
    /// What is measured in the whole province.
    pub indikator: Vec<Indikator>,
    /// One indicator, daerah by daerah.
    pub banding: Banding,
    /// What waits for a decision, one line each.
    pub putusan: Vec<String>,
    /// What is overdue, one line each.
    pub lewat: Vec<String>,
}

/// A figure by itself.
#[derive(Clone, Debug, Serialize)]
pub struct Pokok {
    /// What it counts.
    pub nama: String,
    /// `48.213`.
    pub nilai: String,
    /// `naik 412 dari triwulan lalu`.
    pub keterangan: String,
}

/// One indicator in every daerah.
#[derive(Clone, Debug, Serialize)]
pub struct Banding {
    /// Which.
    pub judul: String,
    /// Target, drawn as a line.
    pub sasaran: Option<f64>,
    /// Daerah, in the order they are shown.
    pub baris: Vec<Baris>,
}

/// One daerah.
#[derive(Clone, Debug, Serialize)]
pub struct Baris {
    /// Its name.
    pub nama: String,
    /// The value as shown.
    pub nilai: String,
    /// The value as drawn.
    pub ukuran: f64,
}

impl Naskah for LembarSekda {
    const TEMPLAT: &'static str = "lembar_sekda";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> LembarSekda {
        let figure = |nama: &str, nilai: &str, keterangan: &str| Pokok {
            nama: nama.into(),
            nilai: nilai.into(),
            keterangan: keterangan.into(),
        };
        let values = [97.2, 95.8, 93.1, 91.0, 88.6, 87.4, 79.9, 74.3];
        let lines = contoh::DAERAH.iter().zip(values).map(|(nama, ukuran)| Baris {
            nama: (*nama).to_owned(),
            nilai: format!("{ukuran:.1}%").replace('.', ","),
            ukuran,
        });
        let one = Indikator::of;
        LembarSekda {
            dokumen: contoh::dokumen(""),
            judul: "Keadaan Manajemen ASN se-Provinsi Bumi Raya".into(),
            keadaan: "per 30 November 2026".into(),
            pokok: vec![
                figure("ASN aktif", "48.213", "PNS 36.904 · PPPK 11.309"),
                figure("Jabatan pimpinan tinggi kosong", "27", "14 dijabat Plt. lebih dari 6 bulan"),
                figure("Pensiun 12 bulan ke depan", "1.742", "61 di antaranya pejabat struktural"),
                figure("RTL lewat tenggat", "19", "dari 112 butir yang terbuka"),
            ],
            indikator: vec![
                one(
                    "Kelengkapan data pegawai",
                    ["91,4%", "95%", "88,2%"],
                    &[80.0, 83.0, 86.1, 88.2, 91.4],
                    95.0,
                ),
                one("Jabatan terisi definitif", ["88,7%", "90%", "89,1%"], &[90.0, 89.8, 89.1, 88.7], 90.0),
                one(
                    "Usul kenaikan pangkat tepat waktu",
                    ["95,6%", "95%", "93,0%"],
                    &[88.0, 90.1, 93.0, 95.6],
                    95.0,
                ),
            ],
            banding: Banding {
                judul: "Kelengkapan data pegawai".into(),
                sasaran: Some(95.0),
                baris: lines.collect(),
            },
            putusan: contoh::texts(&[
                "Panitia seleksi tiga jabatan pimpinan tinggi pratama (usul BKD, 1 Desember 2026)",
                "Perpanjangan pelaksana tugas Kepala Dinas Kesehatan yang berakhir 20 Desember 2026",
            ]),
            lewat: contoh::texts(&[
                "Kabupaten Telaga Biru: jadwal pengisian jabatan kosong, lewat 22 hari",
                "Kota Sinar Pagi: peta jabatan hasil penataan, lewat 9 hari",
            ]),
        }
    }
}
