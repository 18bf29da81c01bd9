//! A small nominatif file, written as the office downloads it: 67 columns, apostrophes before
//! long numbers, dates as dd-mm-yyyy, the word `null` for nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// The columns of the download, in its order.
pub const COLUMNS: [&str; 67] = [
    "pns_id",
    "nip_baru",
    "nip_lama",
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "tempat_lahir_id",
    "tempat_lahir_nama",
    "tanggal_lahir",
    "jenis_kelamin",
    "agama_id",
    "agama_nama",
    "jenis_kawin_id",
    "jenis_kawin_nama",
    "nik",
    "nomor_hp",
    "email",
    "email_gov",
    "alamat",
    "npwp_nomor",
    "bpjs",
    "jenis_pegawai_id",
    "jenis_pegawai_nama",
    "kedudukan_hukum_id",
    "kedudukan_hukum_nama",
    "status_cpns_pns",
    "kartu_asn_virtual",
    "nomor_sk_cpns",
    "tanggal_sk_cpns",
    "tmt_cpns",
    "nomor_sk_pns",
    "tanggal_sk_pns",
    "tmt_pns",
    "gol_awal_id",
    "gol_awal_nama",
    "gol_akhir_id",
    "gol_akhir_nama",
    "tmt_golongan",
    "mk_tahun",
    "mk_bulan",
    "jenis_jabatan_id",
    "jenis_jabatan_nama",
    "jabatan_id",
    "jabatan_nama",
    "tmt_jabatan",
    "tingkat_pendidikan_id",
    "tingkat_pendidikan_nama",
    "pendidikan_id",
    "pendidikan_nama",
    "tahun_lulus",
    "kpkn_id",
    "kpkn_nama",
    "lokasi_kerja_id",
    "lokasi_kerja_nama",
    "unor_id",
    "unor_nama",
    "instansi_induk_id",
    "instansi_induk_nama",
    "instansi_kerja_id",
    "instansi_kerja_nama",
    "satuan_kerja_induk_id",
    "satuan_kerja_induk_nama",
    "satuan_kerja_kerja_id",
    "satuan_kerja_kerja_nama",
    "is_valid_nik",
    "nama_sekolah",
    "flag_ikd",
];

/// Someone who is in the file and in no demo province.
pub struct Orang {
    pub nama: &'static str,
    pub nip: &'static str,
    pub lahir: &'static str,
    pub kelamin: &'static str,
    pub tmt_cpns: &'static str,
    pub tmt_pns: &'static str,
}

/// NIP: eight digits of birth, six of appointment, one of sex, three of order.
pub const ORANG: [Orang; 3] = [
    Orang {
        nama: "Wulandari Peramban",
        nip: "198503122010012901",
        lahir: "12-03-1985",
        kelamin: "F",
        tmt_cpns: "01-01-2010",
        tmt_pns: "01-02-2011",
    },
    Orang {
        nama: "Togar Peramban",
        nip: "197907212005011902",
        lahir: "21-07-1979",
        kelamin: "M",
        tmt_cpns: "01-01-2005",
        tmt_pns: "01-02-2006",
    },
    Orang {
        nama: "Nyimas Peramban",
        nip: "199011052014032903",
        lahir: "05-11-1990",
        kelamin: "F",
        tmt_cpns: "01-03-2014",
        tmt_pns: "01-04-2015",
    },
];

/// Writes the file into `folder` and says where it is.
pub fn write(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("nominatif-peramban.csv");
    fs::write(&path, text())?;
    Ok(path)
}

fn text() -> String {
    let mut text = COLUMNS.join(",") + "\r\n";
    for (n, orang) in ORANG.iter().enumerate() {
        let cells: Vec<String> = COLUMNS.iter().map(|column| cell(column, n, orang)).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    text
}

fn cell(column: &str, n: usize, orang: &Orang) -> String {
    let fixed = match column {
        "pns_id" => return format!("PERAMBAN00000000000000000000000{n}"),
        "nip_baru" => return format!("'{}", orang.nip),
        "nik" => return format!("'157101120385000{}", n + 1),
        "nomor_hp" => return format!("'08120000000{n}"),
        "nomor_sk_cpns" => return format!("813/{}/BKD/2010", n + 1),
        "nomor_sk_pns" => return format!("821.1/{}/BKD/2011", n + 1),
        "nama" => orang.nama,
        "tanggal_lahir" => orang.lahir,
        "jenis_kelamin" => orang.kelamin,
        "tanggal_sk_cpns" | "tmt_cpns" => orang.tmt_cpns,
        "tanggal_sk_pns" | "tmt_pns" => orang.tmt_pns,
        "tempat_lahir_nama" => "Muara Tua",
        "agama_id" => "1",
        "agama_nama" => "Islam",
        "jenis_kawin_id" => "1",
        "jenis_kawin_nama" => "Menikah",
        "alamat" => "\"Jalan Melati 4, Muara Tua\"",
        "jenis_pegawai_id" => "12",
        "jenis_pegawai_nama" => "PNS Daerah Propinsi yang bekerja pada Propinsi",
        "kedudukan_hukum_id" => "01",
        "kedudukan_hukum_nama" => "Aktif",
        "status_cpns_pns" => "P",
        "gol_awal_id" => "31",
        "gol_awal_nama" => "III/a",
        "gol_akhir_id" => "32",
        "gol_akhir_nama" => "III/b",
        "tmt_golongan" => "01-04-2018",
        "mk_tahun" => "8",
        "mk_bulan" => "3",
        "jenis_jabatan_id" => "4",
        "jenis_jabatan_nama" => "Jabatan Pelaksana",
        "jabatan_id" => "PERAMBANJABATAN0000000000000001",
        "jabatan_nama" => "Pengelola Kepegawaian",
        "tmt_jabatan" => "01-04-2018",
        "tingkat_pendidikan_id" => "40",
        "tingkat_pendidikan_nama" => "S-1/Sarjana",
        "pendidikan_id" => "PERAMBANPENDIDIKAN000000000001",
        "pendidikan_nama" => "S-1 Administrasi Negara",
        "tahun_lulus" => "2008",
        "unor_id" => "PERAMBANUNOR000000000000000001",
        "unor_nama" => "Badan Kepegawaian Daerah",
        "is_valid_nik" => "1",
        _ => "null",
    };
    fixed.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_as_many_cells_as_the_head() {
        let text = text();
        for line in text.trim_end().split("\r\n") {
            // One quoted cell holds a comma of its own.
            let commas = line.matches(',').count() - line.matches(", ").count();
            assert_eq!(commas, COLUMNS.len() - 1, "{line}");
        }
    }

    #[test]
    fn each_nip_agrees_with_its_person() {
        for orang in &ORANG {
            let day: Vec<&str> = orang.lahir.split('-').collect();
            assert_eq!(&orang.nip[..8], format!("{}{}{}", day[2], day[1], day[0]));
            assert_eq!(&orang.nip[14..15], if orang.kelamin == "M" { "1" } else { "2" });
            assert_eq!(&orang.nip[8..12], &orang.tmt_cpns[6..]);
        }
    }
}
