//! Tabel peraturan: apa yang terbaca, apa yang ditolak, dan BUP pada hari-hari batas.

mod common;

use common::{date, tables};
use kernel::tables::{Ambang, BUNDLED, Jenjang, Kepastian};
use kernel::{Golongan, Tables};

#[test]
fn bup_menurut_jabatan_dan_hari() {
    let tables = tables();
    // jenis jabatan · nama jabatan · hari · usia · jenjang
    for (jenis, nama, hari, usia, jenjang) in [
        // pelaksana dan pejabat administrasi 58, pimpinan tinggi 60
        ("4", "Pengadministrasi Umum", "01-01-2026", 58, Jenjang::Pelaksana),
        ("1", "Kepala Bidang Mutasi", "01-01-2026", 58, Jenjang::Administrator),
        ("1", "KEPALA SUB BAGIAN UMUM", "01-01-2026", 58, Jenjang::Pengawas),
        ("1", "Kepala Dinas Kesehatan", "01-01-2026", 60, Jenjang::JptPratama),
        ("1", "Inspektur Pembantu Wilayah I", "01-01-2026", 58, Jenjang::Administrator),
        ("1", "Inspektur", "01-01-2026", 60, Jenjang::JptPratama),
        ("1", "Kepala Bagian Umum Sekretariat Daerah", "01-01-2026", 58, Jenjang::Administrator),
        // jenjang tidak terbaca: batas tertinggi, agar tidak menuduh
        ("1", "Direktur", "01-01-2026", 60, Jenjang::None),
        // jenis jabatan menurut namanya pada daftar
        ("Jabatan Fungsional Tertentu", "Guru Ahli Muda", "01-01-2026", 60, Jenjang::Guru),
        // jabatan fungsional menurut jenjang
        ("2", "Perencana Ahli Utama", "01-01-2026", 65, Jenjang::AhliUtama),
        ("2", "Perencana Ahli Madya", "01-01-2026", 60, Jenjang::AhliMadya),
        ("2", "Perencana Ahli Muda", "01-01-2026", 58, Jenjang::AhliMuda),
        ("2", "Perawat Penyelia", "01-01-2026", 58, Jenjang::Penyelia),
        ("2", "Pengawas Sekolah Ahli Madya", "01-01-2026", 60, Jenjang::AhliMadya),
        ("2", "Pengawas Sekolah Madya", "01-01-2026", 60, Jenjang::AhliMadya),
        // undang-undang sendiri mendahului jenjang
        ("2", "Guru Ahli Pertama", "01-01-2026", 60, Jenjang::Guru),
        ("2", "Guru Ahli Utama", "01-01-2026", 60, Jenjang::Guru),
        ("2", "Guru Besar / Profesor", "01-01-2026", 70, Jenjang::GuruBesar),
        ("2", "Lektor Kepala", "01-01-2026", 65, Jenjang::Dosen),
        ("2", "Peneliti Ahli Utama", "01-01-2026", 70, Jenjang::AhliUtama),
        // perubahan: jaksa 62 sampai 30 Des 2021, 60 sesudahnya
        ("2", "Jaksa Muda", "30-12-2021", 62, Jenjang::Jaksa),
        ("2", "Jaksa Muda", "31-12-2021", 60, Jenjang::Jaksa),
        // rangkap: jabatan fungsionalnya yang menentukan
        ("3", "Dokter Ahli Madya", "01-01-2026", 60, Jenjang::AhliMadya),
    ] {
        let bup = tables.bup(jenis, nama, date(hari)).unwrap_or_else(|| panic!("{nama}: tidak ada"));
        assert_eq!((bup.age, bup.jenjang), (usia, jenjang), "{nama} pada {hari}");
    }
    // nama tanpa jenjang tidak ditebak, begitu pula hari sebelum ada ketentuan
    assert!(tables.bup("2", "Bidan", date("01-01-2026")).is_none());
    assert!(tables.bup("4", "Pengadministrasi", date("01-01-1990")).is_none());
    assert!(tables.bup("9", "Kepala Dinas", date("01-01-2026")).is_none());
}

#[test]
fn dasar_bup_mengikuti_hari() {
    let tables = tables();
    for (hari, dasar) in [
        ("06-04-2017", "UU 5/2014 Pasal 90"),
        ("07-04-2017", "PP 11/2017 Pasal 239"),
        ("30-10-2023", "PP 11/2017 Pasal 239"),
        ("31-10-2023", "UU 20/2023 Pasal 55"),
    ] {
        let bup = tables.bup("4", "Pramu Kebersihan", date(hari)).expect("ada");
        assert_eq!(&*bup.citation.dasar, dasar, "{hari}");
    }
}

#[test]
fn eselon_mendahului_nama() {
    let tables = tables();
    for (eselon, usia) in [("II.b", 60), ("22", 60), ("III.a", 58), ("iii/b", 58), ("", 60), ("99", 60)] {
        let bup = tables.bup_with_eselon("1", "Direktur RSUD", eselon, date("01-01-2026")).expect("ada");
        assert_eq!(bup.age, usia, "eselon {eselon}");
    }
}

#[test]
fn kode_terbaca_walau_nol_di_depan_hilang() {
    let tables = tables();
    assert_eq!(tables.kedudukan("01").map(|k| &*k.nama), tables.kedudukan("1").map(|k| &*k.nama));
    assert_eq!(tables.pendidikan_order("05"), tables.pendidikan_order("5"));
    assert_eq!(tables.pendidikan_order("35"), tables.pendidikan_order("40"), "D-IV setara S-1");
    assert!(
        tables.kedudukan("").is_none()
            && tables.kedudukan("1234").is_none()
            && tables.kedudukan("x").is_none()
    );
    let iv_b = tables.golongan_by_code("42").expect("ada");
    assert_eq!((&*iv_b.nama, &*iv_b.info.pangkat), ("IV/b", "Pembina Tingkat I"));
    let ix = tables.golongan_by_name("IX").expect("ada");
    assert_eq!((ix.info.golongan, ix.citation.kepastian), (Golongan::Pppk(9), Kepastian::Low));
    assert_eq!(tables.ambang(Ambang::CpnsMaksTahun, date("01-01-2026")).map(|a| a.0), Some(1));
    assert_eq!(tables.agama("3"), Some("Katholik"));
}

#[test]
fn ikd_dua_puluh_tujuh_indikator_genap_bobotnya() {
    let tables = tables();
    assert_eq!(tables.ikd().len(), 27);
    let mut dimensions: Vec<(&str, u32, u32)> = Vec::new();
    for row in tables.ikd() {
        match dimensions.iter_mut().find(|d| d.0 == &*row.dimensi) {
            Some(d) => d.2 += row.weight,
            None => dimensions.push((&row.dimensi, row.dimension_weight, row.weight)),
        }
    }
    assert_eq!(dimensions.iter().map(|d| d.1).sum::<u32>(), 10_000);
    for (name, _, sum) in dimensions {
        assert!(sum.abs_diff(1_000_000) <= 200, "{name}: {sum}"); // 100 % ± pembulatan BKN
    }
}

#[test]
fn yang_ditolak_disebut_berkas_dan_barisnya() {
    // berkas · teks yang diganti · penggantinya · penolakan
    for (name, from, to, refusal) in [
        ("bup.csv", ",memory-low,", ",kira-kira,", "kolom kepastian berisi \"kira-kira\""),
        ("bup.csv", "2023-10-31", "2023-13-31", "kolom mulai berisi \"2023-13-31\""),
        ("bup.csv", ",2017-04-06,", ",2018-04-06,", "tumpang tindih"),
        ("bup.csv", "PP 11/2017 Pasal 239", "", "kolom dasar kosong"),
        ("bup.csv", ",58,", ",18,", "usia di luar"),
        ("bup.csv", "2,GURU,", "2,PENYIHIR,", "kolom jenjang berisi \"PENYIHIR\""),
        ("ikd.csv", "DATA-25", "DATA-99", "pemeriksaan \"DATA-99\" tidak dikenal"),
        ("ikd.csv", "KL-2,", "KL-1,", "kode KL-1 sudah dipakai"),
        ("ambang.csv", "cpns_maks_tahun", "cpns_maks", "kolom nama berisi \"cpns_maks\""),
        ("ambang.csv", "cpns_maks_tahun", "cpns_maks", "cpns_maks_tahun tidak ada"),
        ("golongan.csv", "12,I/b", "11,I/b", "kode 11 sudah dipakai"),
        ("golongan.csv", "I/b", "I/z", "golongan \"I/z\" tidak dikenal"),
        ("kedudukan_hukum.csv", "kelompok", "grup", "kolom kelompok tidak ada"),
        ("agama.csv", "1,Islam", "A1,Islam", "kode \"A1\" tidak dikenal"),
        ("syarat_jenjang.csv", "PENGAWAS,30", "PENGAWAS,33", "pendidikan_min \"33\" tidak ada"),
        ("eselon.csv", ",42,", ",77,", "golongan_min 77 tidak ada"),
    ] {
        let changed: Vec<(&str, String)> = BUNDLED
            .iter()
            .map(|(n, text)| (*n, if *n == name { text.replacen(from, to, 1) } else { (*text).to_owned() }))
            .collect();
        let sources: Vec<(&str, &str)> = changed.iter().map(|(n, text)| (*n, &**text)).collect();
        let refusals = Tables::parse(&sources).expect_err(name).join("\n");
        assert!(refusals.contains(refusal) && refusals.contains(name), "{name} {from} → {to}:\n{refusals}");
    }
    let refusals = Tables::parse(&[("lain.csv", "")]).expect_err("kosong");
    assert!(
        refusals.iter().any(|r| r.starts_with("lain.csv"))
            && refusals.iter().any(|r| r.starts_with("bup.csv"))
    );
}
