//! Somebody who moves from one post to another, as letters about placement name it.

use crate::iso;
use kernel::Date;
use serde::Serialize;

/// A post as a letter names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Jabatan {
    /// What it is called; empty for whoever had none.
    pub nama: String,
    /// Its unit.
    pub unit: String,
    /// Eselon or jenjang; may be empty.
    pub eselon: String,
    /// Kelas jabatan in digits; empty when unknown.
    pub kelas: String,
}

/// A person and the two posts.
#[derive(Clone, Debug, Serialize)]
pub struct Perpindahan {
    /// Name with titles.
    pub nama: String,
    /// NIP in groups.
    pub nip: String,
    /// Pangkat and golongan.
    pub pangkat: String,
    /// From.
    pub lama: Jabatan,
    /// To.
    pub baru: Jabatan,
    /// The day from which it holds.
    #[serde(with = "iso")]
    pub tmt: Date,
    /// What else is said about it; may be empty.
    pub keterangan: String,
}

impl Perpindahan {
    /// The people of the samples.
    pub(crate) fn contoh() -> Vec<Perpindahan> {
        let post = |nama: &str, unit: &str, eselon: &str, kelas: &str| Jabatan {
            nama: nama.into(),
            unit: unit.into(),
            eselon: eselon.into(),
            kelas: kelas.into(),
        };
        let one = |who: [&str; 3], lama, baru| Perpindahan {
            nama: who[0].into(),
            nip: who[1].into(),
            pangkat: who[2].into(),
            lama,
            baru,
            tmt: crate::contoh::day("2027-01-04"),
            keterangan: String::new(),
        };
        vec![
            one(
                ["Nurhayati Siregar, S.Sos., M.Si.", "19790304 200312 2 004", "Pembina (IV/a)"],
                post("Kepala Subbagian Umum dan Kepegawaian", "Dinas Kesehatan", "IV/a", "9"),
                post("Kepala Bidang Mutasi dan Promosi", "Badan Kepegawaian Daerah", "III/a", "11"),
            ),
            one(
                ["Yohanes Lado, S.Sos.", "19760921 200003 1 002", "Pembina Tingkat I (IV/b)"],
                post("Kepala Bidang Mutasi dan Promosi", "Badan Kepegawaian Daerah", "III/a", "11"),
                post("Sekretaris", "Dinas Pemberdayaan Masyarakat dan Desa", "III/a", "12"),
            ),
            one(
                ["dr. Maria Kolondam", "19840117 201001 2 011", "Penata Tingkat I (III/d)"],
                post("Dokter Ahli Muda", "Rumah Sakit Umum Daerah Mandalapura", "Ahli Muda", "9"),
                post("Kepala Subbagian Umum dan Kepegawaian", "Dinas Kesehatan", "IV/a", "9"),
            ),
        ]
    }
}
