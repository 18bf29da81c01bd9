//! The pages from outside: who reads them, what they cost, and what they say when something is wrong.

#[path = "../../../base/web/tests/html/mod.rs"]
mod html;
mod paraf;
mod rancangan;
mod semua;

use crate::rule::kasus::jalankan;
use crate::view::{self, samples};
use host::testing::on_both;
use host::{Hukum, Module, Role};
use kernel::Date;

static MODULES: [Module; 1] = [crate::module()];

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// Address, and what must stand on it.
const PAGES: &[(&str, &str)] = &[
    ("/peraturan", "PP 11/2017"),
    ("/peraturan?q=kp.reguler", "PP 99/2000"),
    ("/peraturan?q=aparatur&jenis=UU", "UU 5/2014"),
    ("/peraturan/PP-99-2000", "Kenaikan Pangkat Pegawai Negeri Sipil"),
    ("/peraturan/PP-5-2024?tabel=gaji", "baris lagi tidak ditampilkan"),
    ("/peraturan/norma", "Berikutnya"),
    ("/peraturan/norma?q=reguler&hukum=01-01-2001", "kp.reguler"),
    ("/peraturan/norma/kp.reguler", "Kasus emas"),
    ("/peraturan/perubahan", "Perubahan berikutnya per norma"),
    ("/peraturan/perubahan?dari=01-01-1970&sampai=01-01-2040", "perubahan lagi tidak ditampilkan"),
    ("/peraturan/kosakata?bagian=masukan", "Berikutnya"),
    ("/peraturan/kosakata", "jenis_asn"),
    ("/peraturan/kosakata?bagian=pilihan&q=golongan", "golongan_pppk"),
];

#[test]
fn everybody_signed_in_reads_the_law_at_little_cost() {
    on_both("peraturan-halaman", &MODULES, &[("A1", Vec::new())], |house, _| {
        for role in Role::of_accounts() {
            let unit = if role.serves_unit() { "unor-1" } else { "" };
            let who = house.browser(role.word(), role, "A1", unit, None);
            for (path, text) in PAGES {
                let before = house.queries();
                let page = house.get(&who, path);
                assert_eq!(page.status, 200, "{role:?} {path}");
                assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
                assert!(page.has(text), "{path}: {text}");
                assert!(page.has("href=\"/panduan/peraturan\""), "{path}: its guide is one key away");
                if role == Role::Hukum {
                    html::check_document(path, &page.body);
                }
            }
        }
        let nobody = host::testing::Browser::default();
        assert_eq!(house.get(&nobody, "/peraturan").location, "/masuk?lanjut=%2Fperaturan");
    });
}

#[test]
fn the_law_date_chooses_the_version() {
    on_both("peraturan-hukum", &MODULES, &[("A1", Vec::new())], |house, _| {
        let who = house.browser("hana", Role::Hukum, "A1", "", None);
        //  law date            what the norm then rests on
        for (hukum, said) in [
            ("2001-01-01", "(pasal perlu dicek) PP 99/2000</p>"),
            ("01-01-2010", "(pasal perlu dicek) PP 99/2000 jo. PP 12/2002</p>"),
            ("2018-01-01", "yang dicabut, diteruskan melalui"),
            ("1990-01-01", "tidak berlaku pada tanggal tersebut"),
        ] {
            let page = house.get(&who, &format!("/peraturan/norma/kp.reguler?hukum={hukum}"));
            assert!(page.status == 200 && page.has(said), "{hukum}: {said}");
        }
        for path in ["/peraturan/norma/kp.reguler?hukum=kemarin", "/peraturan/perubahan?dari=2026-13-01"] {
            let page = house.get(&who, path);
            assert!(page.status == 422 && page.has("hh-bb-tttt"), "{path}");
        }
    });
}

#[test]
fn what_is_not_there_is_said_with_a_way_on_and_nothing_asked_becomes_markup() {
    on_both("peraturan-tiada", &MODULES, &[("A1", Vec::new())], |house, _| {
        let who = house.browser("hana", Role::Hukum, "A1", "", None);
        for (path, said, way) in [
            (
                "/peraturan/norma/kp.tiada",
                "tidak memuat norma &quot;kp.tiada&quot;",
                "href=\"/peraturan/norma\"",
            ),
            ("/peraturan/PP-0-1900", "tidak memuat akta &quot;PP-0-1900&quot;", "href=\"/peraturan\""),
            ("/peraturan/%3Cb%3E", "&lt;b&gt;", "href=\"/peraturan\""),
        ] {
            let page = house.get(&who, path);
            assert_eq!(page.status, 404, "{path}");
            assert!(page.has(said) && page.has(way), "{path}");
        }
        let odd = "%22%3E%3Cscript%3Ex%3C/script%3E%00%F0%9F%98%80%25";
        for path in [
            "/peraturan?q=",
            "/peraturan?jenis=",
            "/peraturan/norma?q=",
            "/peraturan/norma?awalan=",
            "/peraturan/norma?sesudah=",
            "/peraturan/kosakata?q=",
            "/peraturan/kosakata?bagian=",
            "/peraturan/PP-99-2000?tabel=",
        ] {
            let page = house.get(&who, &format!("{path}{odd}"));
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.has("<script>x"), "{path}");
        }
    });
}

#[test]
fn a_case_that_fails_is_shown_as_failing() {
    let hukum = Hukum::new(samples::pack()).expect("a sound pack");
    let uji = jalankan(&hukum.pack, samples::FILES);
    assert_eq!((uji.kasus, uji.gagal, uji.salah.len()), (3, 1, 0));
    let own = &uji.norma["kp.reguler"];
    assert_eq!(own.butir[0].nama, "harapan yang keliru", "what fails stands first");
    let sample = |name: &str| {
        let all = view::samples();
        let found = all.into_iter().find(|s| s.name == name).expect("a sample");
        found.body.into_string()
    };
    for name in ["peraturan-norma", "peraturan-norma-daftar"] {
        assert!(sample(name).contains("1 berbeda"), "{name}");
    }
    assert!(sample("peraturan").contains("1 kasus emas tidak dijawab seperti seharusnya."));
    let broken = [("kasus/rusak.csv", "#norma=kp.tiada\nkasus,hari,=>hasil\na,2020-01-01,LULUS\n")];
    assert_eq!(jalankan(&hukum.pack, &broken).salah.len(), 1, "a table that cannot be read is told");
}

#[test]
fn versions_say_what_made_them_begin() {
    let pack = samples::pack();
    let list = crate::rule::versi::versi(&pack, "kp.reguler");
    let told: Vec<String> = list
        .iter()
        .map(|v| {
            let why = v.sebab.iter().filter(|p| p.kunci == "kp.reguler").map(|p| format!("{:?}", p.jenis));
            let end = v.sampai.map_or("-".to_owned(), |d| d.to_string());
            format!("{} {end} {}", v.mulai, why.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(
        told,
        ["2000-11-10 2017-04-07 Mulai", "2017-04-07 2020-01-01 Diteruskan", "2020-01-01 - Diubah"]
    );
    let isi = |hukum: &str| crate::rule::norma::isi(&pack, "kp.reguler", day(hukum)).expect("it holds");
    let masa = |hukum: &str| isi(hukum).bagian[0].aturan[0].kata.clone();
    assert_eq!(masa("2001-01-01"), "Hari mulai pangkat ≤ hari yang ditanyakan dikurangi 4 tahun");
    assert_eq!(masa("2021-01-01"), "Hari mulai pangkat ≤ hari yang ditanyakan dikurangi 2 tahun");
    assert_eq!(isi("2001-01-01").bagian[0].bunyi, "paling sedikit 4 tahun sejak [Hari mulai pangkat]");
    assert_eq!(isi("2021-01-01").dasar.syarat, "sepanjang tidak bertentangan");
    assert_eq!(crate::rule::perubahan::berikut(&pack, day("2019-06-01"))[0].2, day("2020-01-01"));
}
