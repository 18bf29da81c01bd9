//! Lembar rakor: one page an instansi, its indicators and what it still owes from earlier meetings.

use crate::bagian::Dokumen;
use crate::{Naskah, contoh, iso_or_none};
use kernel::Date;
use serde::Serialize;

/// One page about one instansi.
#[derive(Clone, Debug, Serialize)]
pub struct LembarRakor {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// Which instansi.
    pub instansi: String,
    /// For which meeting.
    pub rakor: String,
    /// `per 30 November 2026`.
    pub keadaan: String,
    /// What is measured.
    pub indikator: Vec<Indikator>,
    /// What is still to be done.
    pub rtl: Vec<Rtl>,
    /// Remarks, one line each.
    pub catatan: Vec<String>,
}

/// A figure beside its target and its past. Texts are shown as they are; numbers only draw.
#[derive(Clone, Debug, Serialize)]
pub struct Indikator {
    /// What is measured.
    pub nama: String,
    /// `87,4%`.
    pub nilai: String,
    /// The same as a number.
    pub ukuran: f64,
    /// `95%`; empty without a target.
    pub sasaran: String,
    /// The same as a number.
    pub ukuran_sasaran: Option<f64>,
    /// The value before: `84,2%`; empty when there was none.
    pub sebelum: String,
    /// Values over time, oldest first, this one last.
    pub rangkaian: Vec<f64>,
    /// Whether the change is for the better; nothing when it is neither.
    pub membaik: Option<bool>,
    /// Whether the target is reached; nothing without one.
    pub tercapai: Option<bool>,
    /// The misi it serves; empty when none is recorded.
    pub misi: String,
}

/// A rencana tindak lanjut that is open.
#[derive(Clone, Debug, Serialize)]
pub struct Rtl {
    /// What.
    pub uraian: String,
    /// Agreed where.
    pub asal: String,
    /// Until when.
    #[serde(with = "iso_or_none")]
    pub tenggat: Option<Date>,
    /// `lewat 12 hari`, `belum dimulai`.
    pub keadaan: String,
    /// Whether it is overdue.
    pub lewat: bool,
}

impl Indikator {
    pub(crate) fn of(nama: &str, texts: [&str; 3], rangkaian: &[f64], sasaran: f64) -> Indikator {
        let ukuran = rangkaian.last().copied().unwrap_or_default();
        let [nilai, target, sebelum] = texts.map(str::to_owned);
        let before = rangkaian.len().checked_sub(2).and_then(|at| rangkaian.get(at)).copied();
        Indikator {
            nama: nama.into(),
            nilai,
            ukuran,
            sasaran: target,
            ukuran_sasaran: Some(sasaran),
            sebelum,
            rangkaian: rangkaian.to_vec(),
            membaik: before.map(|before| ukuran > before),
            tercapai: Some(ukuran >= sasaran),
            misi: String::new(),
        }
    }
}

impl Naskah for LembarRakor {
    const TEMPLAT: &'static str = "lembar_rakor";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> LembarRakor {
        let open = |uraian: &str, tenggat: &str, keadaan: &str| Rtl {
            uraian: uraian.into(),
            asal: "Rakor triwulan III, butir 2".into(),
            tenggat: Date::parse(tenggat),
            keadaan: keadaan.into(),
            lewat: keadaan.starts_with("lewat"),
        };
        let one = Indikator::of;
        let misi = "Misi 2: tata kelola pemerintahan yang bersih dan melayani";
        LembarRakor {
            dokumen: contoh::dokumen(""),
            instansi: "Kabupaten Telaga Biru".into(),
            rakor: "Rapat Koordinasi Manajemen ASN Triwulan IV Tahun 2026".into(),
            keadaan: "per 30 November 2026".into(),
            indikator: vec![
                Indikator {
                    misi: misi.into(),
                    ..one(
                        "Kelengkapan data pegawai",
                        ["87,4%", "95%", "84,2%"],
                        &[71.0, 76.5, 80.1, 84.2, 87.4],
                        95.0,
                    )
                },
                one(
                    "Jabatan terisi definitif",
                    ["82,0%", "90%", "83,5%"],
                    &[88.0, 86.0, 85.2, 83.5, 82.0],
                    90.0,
                ),
                one(
                    "Usul kenaikan pangkat tepat waktu",
                    ["96,1%", "95%", "91,8%"],
                    &[80.0, 85.5, 90.2, 91.8, 96.1],
                    95.0,
                ),
                one(
                    "SKP dinilai sampai dengan triwulan ini",
                    ["78,9%", "100%", "74,4%"],
                    &[60.2, 66.0, 74.4, 78.9],
                    100.0,
                ),
                one(
                    "Pegawai dengan pengembangan 20 JP",
                    ["41,7%", "60%", "30,3%"],
                    &[8.0, 17.1, 30.3, 41.7],
                    60.0,
                ),
                one("Butir RTL selesai", ["9 dari 14", "14", "6 dari 14"], &[2.0, 6.0, 9.0], 14.0),
            ],
            rtl: vec![
                open(
                    "Menyampaikan jadwal pengisian jabatan kepala dinas yang kosong",
                    "2026-11-15",
                    "lewat 22 hari",
                ),
                open(
                    "Melengkapi SK jabatan fungsional guru dan tenaga kesehatan",
                    "2026-12-31",
                    "sedang berjalan, 64%",
                ),
                open("Menetapkan peta jabatan hasil penataan kelembagaan", "2027-01-31", "belum dimulai"),
            ],
            catatan: contoh::texts(&[
                "Angka jabatan terisi dihitung dari 214 jabatan pada peta jabatan tahun 2024.",
            ]),
        }
    }
}
