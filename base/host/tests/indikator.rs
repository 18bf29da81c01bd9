//! The catalogue against a register small enough to be counted by hand.

#[path = "indikator/register.rs"]
mod register;

use host::indikator::{self, Katalog, Rincian, Rumus};
use kernel::Tables;
use kernel::indikator::Hasil;
use register::on_both;
use std::collections::BTreeSet;

#[test]
fn every_code_is_there_once_and_every_definition_is_a_sentence() {
    let katalog = Katalog::default();
    let mut codes = BTreeSet::new();
    for i in katalog.semua() {
        assert!(codes.insert(i.kode), "{} dipakai dua kali", i.kode);
        let (letters, number) = i.kode.split_once('-').expect("HURUF-angka");
        assert!(letters.chars().all(|c| c.is_ascii_uppercase()), "{}", i.kode);
        assert!(number.len() == 2 && number.chars().all(|c| c.is_ascii_digit()), "{}", i.kode);
        assert!(i.definisi.ends_with('.') && i.definisi.len() > 20, "{}", i.kode);
        assert!(!i.nama.is_empty() && !i.nama.ends_with('.') && i.nama.len() < 80, "{}", i.kode);
        if let Rumus::BelumAda(why) = i.rumus {
            assert!(why.ends_with('.') && why.len() > 20, "{}", i.kode);
        }
    }
}

#[test]
fn the_quality_index_is_the_table_row_by_row() {
    let tables = Tables::bundled().expect("tables of the law");
    let katalog = Katalog::default();
    for (n, row) in tables.ikd().iter().enumerate() {
        let kode = format!("MUTU-{:02}", n + 1);
        let found = katalog.cari(&kode).expect("one for each row");
        assert_eq!(found.nama, &*row.label, "{kode}");
        match (&found.rumus, row.check) {
            (Rumus::Temuan(own), Some(check)) => assert_eq!(*own, check, "{kode}"),
            (Rumus::BelumAda(_), None) => {}
            _ => panic!("{kode}: {row:?}"),
        }
    }
}

/// Kode, instansi (`""` for all), `atas/bawah` or `belum`.
const DIHARAPKAN: &[(&str, &str, &str)] = &[
    ("ASN-01", "A1", "4/1"),
    ("ASN-02", "A1", "2/1"),
    ("ASN-05", "A1", "1/1"),
    ("NONASN-01", "A1", "0/1"),
    ("ASN-01", "B2", "1/1"),
    ("ASN-01", "", "5/1"),
    ("ASN-01", "C3", "belum"),
    ("NONASN-01", "B2", "1/1"),
    ("MUTU-09", "A1", "belum"),
];

#[test]
fn every_figure_is_what_was_counted_by_hand() {
    on_both("indikator", |house, _| {
        let world = house.hall.present().expect("a world");
        for (kode, instansi, wanted) in DIHARAPKAN {
            let sel = indikator::ukur(&house.hall, &world, kode, instansi).expect("measured");
            let said = match &sel.hasil {
                Hasil::Terukur(u) => format!("{}/{}", u.atas, u.bawah),
                Hasil::Belum(_) => "belum".to_owned(),
            };
            assert_eq!(said, *wanted, "{kode} pada {instansi:?}: {sel:?}");
        }
        let Rincian::Orang { yang, .. } = indikator::rincian(&house.hall, &world, "ASN-02", "A1") else {
            panic!("people stand behind it");
        };
        let names: Vec<&str> = yang.iter().map(|i| world.register.nama(*i as usize)).collect();
        assert_eq!(names, ["Ani", "Budi"]);
    });
}
