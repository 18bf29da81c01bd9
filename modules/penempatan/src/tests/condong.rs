//! Whether weights favour one single person.

use super::contoh::putaran;
use crate::rule::beku::KriteriaBeku;
use crate::rule::condong::condong;

/// One empty seat, two people: points for two criteria each.
fn dua(bobot: [u8; 2], pertama: [u8; 2], kedua: [u8; 2]) -> Vec<u32> {
    let mut beku = putaran(&[None], 2, &[(0, 0, 0), (1, 0, 0)]);
    let key = |n: usize| KriteriaBeku { kunci: format!("k{n}"), bobot: bobot[n] };
    beku.kriteria = vec![key(0), key(1)];
    let mut pairs = std::mem::take(&mut beku.pasangan);
    for (pair, nilai) in pairs.iter_mut().zip([pertama, kedua]) {
        pair.nilai = nilai.to_vec();
        pair.skor = beku.skor(&pair.nilai);
    }
    beku.pasangan = pairs;
    condong(&beku).expect("a plan")
}

#[test]
fn weights_that_favour_somebody() {
    for (bobot, pertama, kedua, gained) in [
        ([50, 50], [90, 10], [20, 60], vec![]),
        ([90, 10], [60, 10], [20, 80], vec![0]),
        ([10, 90], [60, 10], [20, 80], vec![]),
    ] {
        assert_eq!(dua(bobot, pertama, kedua), gained, "{bobot:?}");
    }
}
