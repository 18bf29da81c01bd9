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

/// What somebody is in the service: letters call people by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusAsn {
    /// Pegawai Negeri Sipil; has a NIP, and a pangkat with its golongan.
    #[default]
    Pns,
    /// Pegawai Pemerintah dengan Perjanjian Kerja; has a NI PPPK, and a golongan alone.
    Pppk,
}

impl StatusAsn {
    const SEMUA: [StatusAsn; 2] = [StatusAsn::Pns, StatusAsn::Pppk];

    /// In full.
    pub fn sebutan(self) -> &'static str {
        match self {
            StatusAsn::Pns => "Pegawai Negeri Sipil",
            StatusAsn::Pppk => "Pegawai Pemerintah dengan Perjanjian Kerja",
        }
    }

    /// In short.
    pub fn singkat(self) -> &'static str {
        match self {
            StatusAsn::Pns => "PNS",
            StatusAsn::Pppk => "PPPK",
        }
    }

    /// What several people are called together: `Pegawai Negeri Sipil dan Pegawai Pemerintah dengan Perjanjian Kerja`.
    /// Nobody is called as PNS are.
    pub fn bersama(orang: impl IntoIterator<Item = StatusAsn>) -> String {
        let all: Vec<StatusAsn> = orang.into_iter().collect();
        let named: Vec<&str> =
            Self::SEMUA.into_iter().filter(|s| all.contains(s)).map(StatusAsn::sebutan).collect();
        if named.is_empty() { StatusAsn::default().sebutan().to_owned() } else { named.join(" dan ") }
    }

    /// How many there are of each: `3 Pegawai Negeri Sipil`.
    pub fn jumlah(orang: impl IntoIterator<Item = StatusAsn>) -> String {
        let all: Vec<StatusAsn> = orang.into_iter().collect();
        let count = |s: &StatusAsn| all.iter().filter(|other| *other == s).count();
        let said =
            Self::SEMUA.iter().filter(|s| count(s) > 0).map(|s| format!("{} {}", count(s), s.sebutan()));
        let said: Vec<String> = said.collect();
        if said.is_empty() { format!("0 {}", StatusAsn::default().sebutan()) } else { said.join(" dan ") }
    }
}

/// A person and the two posts.
#[derive(Clone, Debug, Serialize)]
pub struct Perpindahan {
    /// Name with titles.
    pub nama: String,
    /// PNS or PPPK.
    pub status: StatusAsn,
    /// NIP or NI PPPK in groups.
    pub nip: String,
    /// Pangkat and golongan; of a PPPK the golongan.
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
            status: StatusAsn::Pns,
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

#[cfg(test)]
mod tests {
    use super::StatusAsn::{self, Pns, Pppk};

    #[test]
    fn people_are_called_what_they_are() {
        for (orang, bersama, jumlah) in [
            (&[][..], "Pegawai Negeri Sipil", "0 Pegawai Negeri Sipil"),
            (&[Pns, Pns], "Pegawai Negeri Sipil", "2 Pegawai Negeri Sipil"),
            (
                &[Pppk],
                "Pegawai Pemerintah dengan Perjanjian Kerja",
                "1 Pegawai Pemerintah dengan Perjanjian Kerja",
            ),
            (
                &[Pppk, Pns, Pppk],
                "Pegawai Negeri Sipil dan Pegawai Pemerintah dengan Perjanjian Kerja",
                "1 Pegawai Negeri Sipil dan 2 Pegawai Pemerintah dengan Perjanjian Kerja",
            ),
        ] {
            assert_eq!(StatusAsn::bersama(orang.iter().copied()), bersama);
            assert_eq!(StatusAsn::jumlah(orang.iter().copied()), jumlah);
        }
    }
}
