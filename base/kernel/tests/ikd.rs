//! Perkiraan Indeks Kualitas Data: dihitung dengan tangan, lalu dibandingkan.

mod common;

use common::tables;
use kernel::check::ikd::{Counts, estimate};
use kernel::{Code, Codes};

fn counts(list: &[(Code, u32)]) -> Counts {
    let mut counts = Counts::default();
    for (code, rows) in list {
        (0..*rows).for_each(|_| counts.add([*code].into_iter().collect()));
    }
    counts
}

#[test]
fn tanpa_temuan_nilainya_penuh() {
    let tables = tables();
    let ikd = estimate(&Counts::default(), 1000, &tables, Codes::NONE);
    assert_eq!(ikd.score, 10_000);
    assert!(ikd.best_fixes().is_empty());
    // register kosong bukan register yang buruk
    assert_eq!(estimate(&Counts::default(), 0, &tables, Codes::NONE).score, 10_000);
}

#[test]
fn dihitung_dengan_tangan() {
    let tables = tables();
    // 1.000 pegawai: 200 tanpa gelar (17,5 % dari kelengkapan 0,28), 100 NIP beda tanggal lahir (25 % dari
    // konsistensi 0,11).
    let counts = counts(&[(Code::GelarKosong, 200), (Code::NipLahir, 100)]);
    let ikd = estimate(&counts, 1000, &tables, Codes::NONE);
    let dimension = |name: &str| ikd.dimensions.iter().find(|d| d.name == name).expect("ada");
    // kelengkapan: 100 − 17,5 × 20 % = 96,50; konsistensi: 100 − 25 × 10 % = 97,50
    assert_eq!(dimension("kelengkapan").score, Some(9650));
    assert_eq!(dimension("konsistensi").score, Some(9750));
    // 0,28 × 96,50 + 0,31 × 100 + 0,30 × 100 + 0,11 × 97,50 = 98,745
    assert_eq!(ikd.score, 9875);
    // bila 200 gelar diperbaiki: 99,725; bila 100 NIP diperbaiki: 99,02
    assert_eq!(ikd.if_fixed(Code::GelarKosong), 9973);
    assert_eq!(ikd.if_fixed(Code::NipLahir), 9902);
    assert_eq!(ikd.if_fixed(Code::HpKosong), ikd.score);
    assert_eq!(ikd.best_fixes(), [(Code::GelarKosong, 200, 9973), (Code::NipLahir, 100, 9902)]);
    let gelar = dimension("kelengkapan").indicators.iter().find(|i| i.source == Some(Code::GelarKosong));
    assert_eq!(gelar.map(|i| (i.faulty, i.share)), Some((200, 8000)));
}

#[test]
fn indikator_tanpa_sumber_tidak_ikut_dihitung() {
    let tables = tables();
    let ikd = estimate(&Counts::default(), 1000, &tables, Codes::NONE);
    let missing: Vec<&str> = ikd
        .dimensions
        .iter()
        .flat_map(|d| &d.indicators)
        .filter(|i| i.source.is_none())
        .map(|i| &*i.indicator.kode)
        .collect();
    assert_eq!(missing, ["KW-2"]);
    // SKP dan daftar unit belum pernah diimpor: KL-1 dan KW-1 tidak dihitung bersih
    let kosong: Codes = [Code::SkpKosong, Code::UnorTidakAktif].into_iter().collect();
    let tanpa = estimate(&Counts::default(), 1000, &tables, kosong);
    let missing: Vec<(&str, u32)> = tanpa
        .dimensions
        .iter()
        .flat_map(|d| &d.indicators)
        .filter(|i| i.source.is_none())
        .map(|i| (&*i.indicator.kode, i.share))
        .collect();
    assert_eq!(missing, [("KL-1", 0), ("KW-1", 0), ("KW-2", 0)]);
    assert!(tanpa.covered < ikd.covered);
    // ketepatan waktu 0,31 tercakup 81,83 dari 100,01: 0,69 + 0,31 × 0,8182
    assert_eq!(ikd.covered, 6900 + 2536);
    // bobot yang tersisa direntangkan: semua baris lewat BUP → 100 − 15,91 / 81,83
    let all = counts(&[(Code::LewatBup, 1000)]);
    let ikd = estimate(&all, 1000, &tables, Codes::NONE);
    let dimension = ikd.dimensions.iter().find(|d| d.name == "ketepatan_waktu").expect("ada");
    assert_eq!(dimension.score, Some(8056));
}

#[test]
fn hitungan_satu_orang_sekali_per_kode() {
    let mut counts = Counts::default();
    counts.add([Code::NipLahir, Code::HpKosong].into_iter().collect::<Codes>());
    counts.add([Code::NipLahir].into_iter().collect::<Codes>());
    assert_eq!(
        (counts.get(Code::NipLahir), counts.get(Code::HpKosong), counts.get(Code::NipCpns)),
        (2, 1, 0)
    );
    // temuan lebih banyak daripada pegawai tidak membuat nilai negatif
    assert!(estimate(&self::counts(&[(Code::NipLahir, 50)]), 10, &tables(), Codes::NONE).score < 10_000);
}
