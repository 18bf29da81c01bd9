//! The rules as tables.

use crate::rule::perhatian::{Deret, sebab};
use crate::rule::triwulan::triwulan;
use kernel::Date;
use kernel::indikator::{Arah, Ukuran};

/// days measured | quarters drawn
const QUARTERS: &str = "
                                 |
2026-03-31                       | Tw I 2026 =2026-03-31
2026-01-31 2026-03-31 2026-04-30 | Tw I 2026 =2026-03-31, Tw II 2026 =2026-04-30
2025-11-30 2026-05-31            | Tw IV 2025 =2025-11-30, Tw I 2026 -, Tw II 2026 =2026-05-31
";

#[test]
fn a_quarter_without_a_measured_day_keeps_its_place() {
    for row in QUARTERS.lines().filter(|l| !l.is_empty()) {
        let (days, wanted) = row.split_once('|').expect("two cells");
        let days = days.split_whitespace().filter_map(Date::parse);
        let said = |t: &crate::rule::triwulan::Triwulan| {
            format!("{} {}", t.label(), t.hari.map_or("-".into(), |d| format!("={d}")))
        };
        let found: Vec<String> = triwulan(days).iter().map(said).collect();
        assert_eq!(found.join(", "), wanted.trim(), "{row}");
    }
    let long = [Date::new(1990, 1, 31), Date::new(2026, 11, 22)];
    assert_eq!(triwulan(long.into_iter().flatten()).len(), 8);
}

/// better | target | stored quarters | now | due in time | reasons
const REASONS: &str = "
naik   | 95 | 90 91     | 96 | - | belum memenuhi target pada dua triwulan terakhir
naik   | 95 | 90 95     | 96 | - |
naik   | 95 | 90 -      | 96 | - |
naik   | -  | 90 91     | 96 | - |
turun  | 5  | 9 6       | 4  | - | belum memenuhi target pada dua triwulan terakhir
netral | 5  | 9 6       | 9  | - |
naik   | -  | 93 92 91  | 91 | - | memburuk dua triwulan berturut-turut
turun  | -  | 3 4 5     | 5  | - | memburuk dua triwulan berturut-turut
turun  | -  | 5 4 3     | 3  | - |
naik   | -  | 93 91 91  | 91 | - |
naik   | -  | 93 - 92 91 | 91 | - |
netral | -  | 93 92 91  | 91 | - |
naik   | 95 | 99 99     | -  | - | bertarget tahun ini, angkanya belum ada
naik   | -  | 99 99     | -  | - |
naik   | -  |           | 3/5 | ya | 2 dari 5 yang tenggatnya lewat tidak selesai tepat waktu
naik   | -  |           | 5/5 | ya |
naik   | 95 | 93 92 91  | -  | - | bertarget tahun ini, angkanya belum ada; belum memenuhi target pada dua triwulan terakhir; memburuk dua triwulan berturut-turut
";

#[test]
fn what_deserves_a_look_and_why() {
    for row in REASONS.lines().filter(|l| !l.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let figure = |text: &str| {
            let (up, down) = text.split_once('/').unwrap_or((text, "1"));
            Ukuran::bagian(up.parse().ok()?, down.parse().ok()?)
        };
        let arah = Arah::ALL.iter().find(|a| a.1 == cells[0]).expect("a direction").0;
        let goal = figure(cells[1]);
        let deret = Deret {
            arah,
            kini: figure(cells[3]),
            sasaran: goal,
            triwulan: cells[2].split_whitespace().map(|text| (figure(text), goal)).collect(),
            tenggat: cells[4] == "ya",
        };
        let said: Vec<String> = sebab(&deret).into_iter().map(|s| s.kata()).collect();
        assert_eq!(said.join("; "), cells[5], "{row}");
    }
}

#[test]
fn a_refusal_stands_beside_its_field() {
    use crate::rule::ketik::ruas;
    for (said, field) in [
        ("Sumber atau dasarnya belum diisi.", "dasar"),
        ("Tahun sasaran 1999 tidak dapat dipakai.", "tahun"),
        ("Tanggal angka itu belum tiba.", "periode"),
        ("Sasaran tidak boleh kurang dari nol.", "nilai"),
    ] {
        assert_eq!(ruas(said), field, "{said}");
    }
}

#[test]
fn what_moved_is_said_without_more_or_less() {
    use crate::rule::banding::selisih;
    use kernel::indikator::Satuan;
    // dari · sampai · arah · perseratus · kata
    for (from, to, arah, ratusan, word) in [
        (20, 25, Arah::Naik, 500, "membaik"),
        (20, 25, Arah::Turun, 500, "memburuk"),
        (25, 20, Arah::Turun, -500, "membaik"),
        (25, 25, Arah::Turun, 0, "tetap"),
        (25, 20, Arah::Netral, -500, "berubah"),
    ] {
        let found = selisih(Some(Ukuran::bulat(from)), Some(Ukuran::bulat(to)), Satuan::Orang, arah);
        assert_eq!(found.map(|s| (s.ratusan, s.kata())), Some((ratusan, word)), "{from} {to} {arah:?}");
    }
    assert_eq!(selisih(None, Some(Ukuran::bulat(3)), Satuan::Orang, Arah::Naik), None, "nothing is no zero");
    let (a, b) = (Ukuran { atas: 1, bawah: 3 }, Ukuran { atas: 2, bawah: 3 });
    assert_eq!(selisih(Some(a), Some(b), Satuan::Persen, Arah::Naik).map(|s| s.ratusan), Some(3_334));
}

/// up | down | unit | each instansi (up/down) | kept back from the public as one, as the sum
const PUBLIC: &str = "
0    | 1    | orang  |              | disebut | disebut
4    | 1    | orang  |              | ditahan | ditahan
5    | 1    | orang  | 5/1          | disebut | disebut
12   | 1    | orang  | 9/1 3/1      | disebut | ditahan
12   | 1    | orang  | 12/1 0/1     | disebut | disebut
50   | 100  | persen | 25/50 25/50  | disebut | disebut
97   | 100  | persen |              | ditahan | ditahan
3    | 100  | persen |              | ditahan | ditahan
0    | 3    | persen |              | ditahan | ditahan
100  | 100  | persen |              | disebut | disebut
54   | 104  | persen | 50/100 4/4   | disebut | ditahan
2    | 1    | pos    |              | disebut | disebut
";

#[test]
fn the_public_is_told_nothing_that_could_point_at_people() {
    use crate::rule::umum::{ditahan, jumlah_ditahan};
    use kernel::indikator::Satuan;
    for row in PUBLIC.lines().filter(|l| !l.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let number = |text: &str| text.parse::<i64>().expect("a number");
        let u = Ukuran { atas: number(cells[0]), bawah: number(cells[1]) };
        let satuan = Satuan::dari_kata(cells[2]).expect("a unit");
        let each = cells[3].split_whitespace().map(|text| {
            let (up, down) = text.split_once('/').expect("a figure");
            Ukuran { atas: number(up), bawah: number(down) }
        });
        let word = |kept_back: bool| if kept_back { "ditahan" } else { "disebut" };
        let found = [word(ditahan(u, satuan)), word(jumlah_ditahan(u, satuan, each))];
        assert_eq!(found, [cells[4], cells[5]], "{row}");
    }
}
