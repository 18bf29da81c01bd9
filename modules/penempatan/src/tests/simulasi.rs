//! The problem of a simulation: kinds of round as one, and chains through them.

use super::contoh::{dikecualikan, id, putaran};
use crate::rule::Beku;
use crate::rule::hitung::terbaik;
use crate::rule::rantai::rantai;
use crate::rule::simulasi::{gabung, hanya, sambung};
use kernel::PegawaiId;

fn ranks(ids: &[PegawaiId]) -> Vec<u32> {
    (0..ids.len() as u32).collect()
}

/// A high seat that is left, for 0 and 1; below it the seats 0 and 1 hold, for which 2 may come from outside.
fn bagian() -> Vec<Beku> {
    let high = dikecualikan(putaran(&[None], 2, &[(0, 0, 90), (1, 0, 60)]), 3);
    let mut low = putaran(&[Some(0), Some(1)], 3, &[(0, 1, 95), (2, 0, 40), (1, 0, 70)]);
    low.kursi.iter_mut().zip(["q0", "q1"]).for_each(|(k, pos)| k.pos = pos.into());
    low.kelompok = vec!["bawah".into()];
    vec![high, low]
}

#[test]
fn several_kinds_become_one_problem() {
    let whole = gabung(bagian(), ranks);
    let posts: Vec<(&str, Option<u32>, u32)> =
        whole.kursi.iter().map(|k| (k.pos.as_str(), k.pemegang, k.kelompok)).collect();
    assert_eq!(posts, [("p0", None, 0), ("q0", Some(0), 1), ("q1", Some(1), 1)]);
    let people: Vec<(PegawaiId, Option<u32>, u32)> =
        whole.calon.iter().map(|c| (c.pegawai, c.asal, c.duk)).collect();
    assert_eq!(people, [(id(1), Some(1), 0), (id(2), Some(2), 1), (id(3), None, 2)]);
    let pairs: Vec<(u32, u32, i32)> = whole.pasangan.iter().map(|p| (p.kursi, p.calon, p.skor)).collect();
    let wanted = [
        (0, 0, 9_000),
        (0, 1, 6_000),
        (1, 0, 5_000),
        (1, 1, 7_000),
        (1, 2, 4_000),
        (2, 0, 9_500),
        (2, 1, 5_000),
    ];
    assert_eq!(pairs, wanted);
    assert_eq!((whole.dikecualikan[0].kelompok, whole.kelompok.len(), whole.unit.len()), (0, 2, 2));
}

#[test]
fn chains_run_from_one_round_into_the_next() {
    // siapa yang boleh ditempatkan · siapa di mana · panjang rantai
    for (free, seats, chains) in [
        ([true, false, true], [Some(0), Some(2)], vec![2]),
        // Nobody may follow: whoever rises leaves an empty seat.
        ([true, false, false], [Some(0), None], vec![1]),
        ([false, true, true], [Some(1), Some(2)], vec![1, 1]),
        ([false, false, false], [None, None], vec![]),
    ] {
        // A high seat that is left, and the one 0 leaves when they rise into it.
        let high = putaran(&[None], 2, &[(0, 0, 90), (1, 0, 60)]);
        let low = putaran(&[None], 3, &[(2, 0, 40)]);
        let mut whole = gabung(vec![high, low], ranks);
        hanya(&mut whole, &free);
        let duduk = terbaik(&whole).expect("a plan").duduk;
        if duduk[0] == Some(0) {
            sambung(&mut whole, &[(id(1), 1), (id(9), 0)]);
        }
        assert_eq!(duduk, seats, "{free:?}");
        let found: Vec<usize> =
            rantai(&whole, &duduk).iter().map(|c| c.langkah.len()).filter(|n| *n > 0).collect();
        assert_eq!(found, chains, "{free:?}");
        assert_eq!(whole.kursi[0].pemegang, None, "nobody of that id is considered");
    }
}
