//! The answer about a follow-up as a table of outcomes.

use crate::rule::rtl::{Angka, Gerak, Lapor, Telaah, tingkat};

/// given up | figure | newest report | days late | answer
const OUTCOMES: &str = "
tidak | tidak terikat | berjalan         |  -3 | Sesuai jadwal
tidak | tidak terikat | berjalan         |   0 | Sesuai jadwal
tidak | tidak terikat | berjalan         |   1 | Terlambat
tidak | tidak terikat | selesai tanpa    |  -3 | Menunggu bukti dukung
tidak | tidak terikat | selesai tanpa    |   0 | Menunggu bukti dukung
tidak | tidak terikat | selesai tanpa    |   9 | Terlambat
tidak | belum terukur | selesai tanpa    |   1 | Terlambat
tidak | tidak terikat | selesai berbukti |  -3 | Menunggu bukti dukung
tidak | tidak terikat | dikembalikan     |  -3 | Menunggu bukti dukung
tidak | tidak terikat | dikembalikan     |   2 | Terlambat
tidak | tidak terikat | diterima         |   9 | Tercapai
tidak | belum terukur | berjalan         |  -3 | Belum terukur
tidak | belum terukur | berjalan         |   3 | Terlambat
tidak | belum terukur | diterima         |   3 | Belum terukur
tidak | tercapai      | berjalan         |  -3 | Tercapai
tidak | tercapai      | berjalan         |  30 | Tercapai
tidak | tercapai      | diterima         |  30 | Tercapai
tidak | membaik       | berjalan         |  -3 | Sesuai jadwal
tidak | membaik       | berjalan         |   3 | Terlambat
tidak | membaik       | diterima         |  -3 | Sesuai jadwal
tidak | membaik       | diterima         |   3 | Terlambat
tidak | tetap         | selesai berbukti |   3 | Menunggu bukti dukung
tidak | tetap         | diterima         |  -3 | Selesai, angka tidak bergerak
tidak | tetap         | diterima         |   3 | Selesai, angka tidak bergerak
tidak | memburuk      | berjalan         |  -3 | Sesuai jadwal
tidak | memburuk      | diterima         |   0 | Selesai, angka tidak bergerak
ya    | tercapai      | diterima         |   0 | Dibatalkan
";

#[test]
fn every_outcome_of_a_follow_up() {
    let mut rows = 0;
    for row in OUTCOMES.lines().filter(|l| !l.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let terukur = |tercapai, gerak| Angka::Terukur { tercapai, gerak };
        let angka = match cells[1] {
            "tidak terikat" => Angka::TidakTerikat,
            "belum terukur" => Angka::BelumTerukur,
            "tercapai" => terukur(true, Gerak::Membaik),
            "membaik" => terukur(false, Gerak::Membaik),
            "tetap" => terukur(false, Gerak::Tetap),
            "memburuk" => terukur(false, Gerak::Memburuk),
            other => panic!("no figure: {other}"),
        };
        let lapor = match cells[2] {
            "berjalan" => Lapor::Berjalan,
            "selesai tanpa" => Lapor::Selesai { berbukti: false },
            "selesai berbukti" => Lapor::Selesai { berbukti: true },
            "dikembalikan" => Lapor::Dikembalikan,
            "diterima" => Lapor::Diterima,
            other => panic!("no report: {other}"),
        };
        let telaah =
            Telaah { dibatalkan: cells[0] == "ya", angka, lapor, lewat: cells[3].parse().expect("days") };
        let (putusan, alasan) = telaah.putus();
        assert_eq!(putusan.label(), cells[4], "{row}");
        assert!(alasan.ends_with('.') && alasan.len() > 20, "{row}: {alasan}");
        rows += 1;
    }
    assert_eq!(rows, 27);
}

#[test]
fn the_ladder_is_climbed_by_lateness() {
    let rungs: Vec<u8> =
        [0, 1, 13, 14, 29, 30, 59, 60, 400].map(|days| tingkat(days, &[1, 14, 30, 60])).to_vec();
    assert_eq!(rungs, [0, 1, 1, 2, 2, 3, 3, 4, 4]);
}
