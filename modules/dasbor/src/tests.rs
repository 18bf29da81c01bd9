//! How figures stand, and the pages from outside.

mod aturan;
mod banding;
mod dasar;
mod isian;
mod terbuka;
mod tren;

use crate::module;
use crate::rule::{Letak, disamarkan, letak, terlihat};
use host::indikator::Katalog;
use host::testing::{House, on_both};
use host::{Module, Role};
use kernel::indikator::{Arah, Ukuran};

static MODULES: [Module; 1] = [module()];

/// now | target | direction | where it stands
const STANDS: &str = "
100 | 100 | naik  | Memenuhi
105 | 100 | naik  | Memenuhi
106 | 100 | naik  | Melampaui
98  | 100 | naik  | Dekat
97  | 100 | naik  | Belum
90  | 100 | naik  | Belum
89  | 100 | naik  | Jauh
100 | 100 | turun | Memenuhi
94  | 100 | turun | Melampaui
102 | 100 | turun | Dekat
110 | 100 | turun | Belum
111 | 100 | turun | Jauh
0   | 0   | turun | Memenuhi
1   | 0   | turun | Jauh
";

#[test]
fn colours_do_not_depend_on_the_direction() {
    for row in STANDS.lines().filter(|l| !l.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let number = |at: usize| Ukuran::bulat(cells[at].parse().expect("a number"));
        let way = if cells[2] == "naik" { Arah::Naik } else { Arah::Turun };
        let stands = letak(number(0), number(1), way).map(|l| format!("{l:?}"));
        assert_eq!(stands.as_deref(), Some(cells[3]), "{row}");
    }
    assert_eq!(letak(Ukuran::bulat(1), Ukuran::bulat(2), Arah::Netral), None);
    assert!(Letak::Jauh < Letak::Melampaui);
}

#[test]
fn who_reads_whose_figures() {
    for (own, of, may) in
        [("", "A", true), ("P", "A", true), ("A", "A", true), ("A", "P", false), ("A", "B", false)]
    {
        assert_eq!(terlihat(own, "P", of), may, "{own} {of}");
    }
    let masked: Vec<bool> = [0, 1, 4, 5].map(|n| disamarkan(true, n)).to_vec();
    assert_eq!(masked, [false, true, true, false]);
    assert!(!disamarkan(false, 1));
}

fn measured(body: impl Fn(&House)) {
    on_both("dasbor", &MODULES, &[("P", Vec::new()), ("A", Vec::new()), ("B", Vec::new())], |house, _| {
        body(house)
    });
}

#[test]
fn a_region_reads_its_own_figures_and_nobody_elses() {
    measured(|house| {
        let (all, one) = (
            house.browser("desi", Role::Petugas, "P", "", None),
            house.browser("kabul", Role::Petugas, "A", "", None),
        );
        let code = Katalog::of(&MODULES).semua().iter().find(|i| i.bersumber()).expect("an indicator").kode;
        for path in ["/dasbor", "/dasbor?kelompok=1", "/dasbor/katalog", &format!("/indikator/{code}")] {
            assert_eq!(house.get(&all, path).status, 200, "{path}");
            let before = house.queries();
            assert_eq!(house.get(&one, path).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}");
        }
        for (who, instansi, status) in [
            (&all, "A", 200),
            (&all, "semua", 200),
            (&one, "A", 200),
            (&one, "B", 404),
            (&one, "semua", 404),
            (&all, "Z", 404),
        ] {
            assert_eq!(house.get(who, &format!("/indikator/{code}/{instansi}")).status, status, "{instansi}");
        }
        assert_eq!(house.get(&all, "/indikator/XX-99").status, 404);
        let asn = house.browser("asni", Role::Pegawai, "A", "", None);
        assert_eq!(house.get(&asn, "/dasbor").status, 403);
        let file = house.get(&all, "/dasbor/unduh.xlsx");
        assert_eq!((file.status, &file.bytes[..2]), (200, &b"PK"[..]));
    });
}
