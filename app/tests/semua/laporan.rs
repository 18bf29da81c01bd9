//! Every figure of the reports is the number of its list, for whoever sees it and on another day too.
#![allow(clippy::unwrap_used, clippy::type_complexity, reason = "a test that cannot go on has failed")]

use crate::bersama::house;
use host::Role;
use host::testing::{Browser, House};
use std::collections::BTreeSet;

/// The number of a list, as its filter bar says it.
fn total(body: &str) -> Option<&str> {
    body.split("class=\"jumlah\"").nth(1)?.split("<b class=\"angka\">").nth(1)?.split('<').next()
}

/// Figures that lead to a list: its address and the number before the words for those who hear the page.
fn figures(body: &str) -> BTreeSet<(String, String)> {
    let read = |rest: &str| {
        let (query, rest) = rest.split_once("\">")?;
        let number = rest.split('<').next()?;
        let digits = number.starts_with(|c: char| c.is_ascii_digit());
        digits.then(|| (format!("/pegawai?{}", query.replace("&amp;", "&")), number.to_owned()))
    };
    body.split("href=\"/pegawai?").skip(1).filter_map(read).collect()
}

/// Follows each figure of a page once; answers how many there were.
fn follow(house: &House, who: &Browser, nama: &str, path: &str, seen: &mut BTreeSet<String>) -> usize {
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{nama} {path}");
    let figures = figures(&page.body);
    for (address, number) in &figures {
        if seen.insert(address.clone()) {
            let list = house.get(who, address);
            assert_eq!(total(&list.body), Some(number.as_str()), "{nama}: {path} → {address}");
        }
    }
    figures.len()
}

#[test]
fn a_figure_is_the_number_of_its_list() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let world = house.hall.present().unwrap();
    let own = &world.tenants[0].id;
    let tree = &world.organisation(own).unwrap().tree;
    let opd = tree.opd().into_iter().max_by_key(|n| tree.subtree(*n).len()).unwrap();
    let bidang = tree.children(opd).next().unwrap();
    let unit = format!("/statistik?unit={}", tree.id(opd));
    let other = format!("/statistik?instansi={}", world.tenants.last().unwrap().id);
    let past = "/statistik?berlaku=2024-01-01&diketahui=2026-11-22";
    let genders = "/rekap?menurut=jenis_kelamin&berlaku=2026-11-22";
    // peran · instansi · unit · halaman · sedikitnya sekian angka
    let cases: [(&str, Role, &str, &str, &[&str], usize); 5] = [
        ("admin1", Role::Super, "", "", &["/statistik", &other, genders], 60),
        ("desi", Role::Petugas, own, "", &["/statistik", &unit, past, "/rekap", genders], 120),
        ("ina", Role::Operator, own, tree.id(opd), &["/statistik", "/rekap?menurut=pendidikan"], 20),
        ("ino", Role::Operator, own, tree.id(bidang), &["/statistik"], 3),
        ("agus", Role::Pimpinan, own, "", &["/rekap?menurut=jenis_jabatan"], 10),
    ];
    for (nama, role, instansi, unor, pages, least) in cases {
        let who = house.browser(nama, role, instansi, unor, None);
        let mut seen = BTreeSet::new();
        let found: usize = pages.iter().map(|path| follow(&house, &who, nama, path, &mut seen)).sum();
        assert!(found >= least, "{nama}: {found} figures");
    }
}

/// Classes of a figure share nobody and leave nobody out.
#[test]
fn parts_of_a_figure_sum_to_the_whole() {
    use laporan::rule::{Apa, Dimensi};
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let world = house.hall.present().unwrap();
    let people: Vec<u32> = (0..world.register.len() as u32).collect();
    for apa in [
        Apa::Status,
        Apa::Golongan,
        Apa::KelompokGolongan,
        Apa::Jabatan,
        Apa::JenisJabatan,
        Apa::Pendidikan,
        Apa::Umur,
        Apa::JenisKelamin,
        Apa::MasaKerja,
    ] {
        let dimensi = Dimensi::new(apa, &house.hall.tables, world.as_of.effective);
        let counts = dimensi.count(&world.register, &people);
        assert_eq!(counts.iter().sum::<u64>(), people.len() as u64, "{apa:?}");
        let known = counts[..counts.len() - 1].iter().sum::<u64>();
        assert!(known * 2 > people.len() as u64, "{apa:?}: most people's data tell");
    }
}
