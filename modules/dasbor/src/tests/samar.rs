//! What is told of few people, and to whom a figure stands.

use crate::page::angka::{nilai, petak};
use crate::rule::{SMALLEST_TOLD, disamarkan, jumlah_disamarkan, urutan_wilayah};
use crate::view::dasar;
use host::indikator::{Katalog, Sel};
use kernel::indikator::{Hasil, Ukuran};
use std::collections::{BTreeMap, BTreeSet};
use web::component::matriks::Capai;

/// What a reader sees of a closed column and of its sum; `None` is masked.
fn terlihat(column: [i64; 3]) -> [Option<i64>; 4] {
    let cell = |n: i64| (!disamarkan(true, n)).then_some(n);
    let sum = (!jumlah_disamarkan(true, column)).then(|| column.iter().sum());
    [cell(column[0]), cell(column[1]), cell(column[2]), sum]
}

#[test]
fn no_masked_cell_follows_from_what_is_shown() {
    let mut tables: BTreeMap<[Option<i64>; 4], Vec<[i64; 3]>> = BTreeMap::new();
    for n in 0..512 {
        let column = [n / 64, n / 8 % 8, n % 8];
        tables.entry(terlihat(column)).or_default().push(column);
    }
    for (shown, possible) in &tables {
        for at in (0..3).filter(|at| shown[*at].is_none()) {
            let values: BTreeSet<i64> = possible.iter().map(|column| column[at]).collect();
            assert_eq!(values.len() as i64, SMALLEST_TOLD - 1, "{shown:?} tells too much of cell {at}");
        }
    }
    assert_eq!(terlihat([0, 5, 7]), [Some(0), Some(5), Some(7), Some(12)], "nothing small, nothing masked");
}

fn sel(orang: i64) -> Sel {
    Sel { hasil: Hasil::Terukur(Ukuran::bulat(orang)), tanpa_data: 0 }
}

#[test]
fn only_closed_indicators_are_masked() {
    let katalog = Katalog::default();
    // kode · jumlah · bagiannya · tertulis
    for (kode, jumlah, masing, said) in [
        ("DISIPLIN-01", 3, &[][..], "< 5"),
        ("DISIPLIN-01", 0, &[], "0"),
        ("DISIPLIN-01", 7, &[], "7"),
        ("DISIPLIN-01", 9, &[7, 2], "tidak disebut"),
        ("DISIPLIN-01", 2, &[2, 0], "tidak disebut"),
        ("DISIPLIN-01", 12, &[7, 5], "12"),
        ("KP-01", 3, &[], "3"),
        ("KP-01", 9, &[7, 2], "9"),
    ] {
        let i = katalog.cari(kode).expect("an indicator");
        let masing: Vec<Ukuran> = masing.iter().map(|n| Ukuran::bulat(*n)).collect();
        assert_eq!(nilai(i, &sel(jumlah), &masing), said, "{kode} {jumlah}");
    }
}

#[test]
fn without_a_target_nothing_is_near_one() {
    let katalog = Katalog::default();
    // kode · kini · target · keadaan · terdengar
    for (kode, kini, goal, capai, said) in [
        ("ASN-01", 113, None, Capai::TanpaArah, ""),
        ("KP-01", 3, None, Capai::TanpaTarget, ""),
        ("KP-01", 3, Some(3), Capai::Memenuhi, "Target 3."),
        ("KP-01", 30, Some(3), Capai::JauhDiBawah, "Target 3."),
    ] {
        let i = katalog.cari(kode).expect("an indicator");
        let cell = petak(i, &sel(kini), &[], goal.map(Ukuran::bulat), String::new());
        assert_eq!((cell.capai, cell.catatan.as_str()), (capai, said), "{kode} {kini}");
    }
}

#[test]
fn instansi_follow_their_kode_wilayah() {
    let mut all = [
        (false, "", "Kota Anggrek"),
        (false, "98.71", "Kota Mandalapura"),
        (false, "9802", "Kab. Rimba Jaya"),
        (true, "", "Provinsi Bumi Raya"),
        (false, "98.01", "Kab. Telaga Wangi"),
    ];
    all.sort_by_key(|(pemilik, kode, nama)| urutan_wilayah(*pemilik, kode, nama));
    let names = all.map(|t| t.2);
    let wanted =
        ["Provinsi Bumi Raya", "Kab. Telaga Wangi", "Kab. Rimba Jaya", "Kota Mandalapura", "Kota Anggrek"];
    assert_eq!(names, wanted);
}

#[test]
fn a_basis_not_yet_compared_carries_a_mark() {
    let said = dasar("UU 1/2022 Pasal 146 (ayat perlu dicek)").into_string();
    assert!(said.starts_with("UU 1/2022 Pasal 146 <") && said.contains("kepastian: perlu dicek"), "{said}");
    assert!(!said.contains("(ayat"), "{said}");
    assert_eq!(dasar("PP 99/2000 Pasal 4").into_string(), "PP 99/2000 Pasal 4");
    let marked = Katalog::default().semua().iter().filter(|i| i.dasar.contains("perlu dicek")).count();
    let read = |i: &&&host::indikator::Indikator| dasar(i.dasar).into_string().contains("kepastian");
    assert_eq!(Katalog::default().semua().iter().filter(read).count(), marked, "every note is read");
}
