//! Who finally sits where: decisions of the PPK laid over a plan, as tables and as properties.

use super::contoh::{id, putaran};
use crate::isi::Penyimpangan;
use crate::rule::Beku;
use crate::rule::akhir::{Langkah, atur, bertahap, coba, langkah};
use crate::rule::hitung::hitung;
use crate::rule::mengapa::{Biaya, nilai, selisih, tempat};
use crate::rule::pindah::{gerak_pos, tanpa_kursi};
use crate::rule::rencana::Tanda;
use crate::rule::soal::isi;
use proptest::prelude::*;

/// Seat, person or nobody, everybody else anew.
type Baris = (u32, Option<u32>, bool);

fn steps(rows: &[Baris]) -> Vec<Langkah> {
    rows.iter().map(|(kursi, calon, ulang)| Langkah { kursi: *kursi, calon: *calon, ulang: *ulang }).collect()
}

/// Seats 0 (empty), 1 (held by 0), 2 (held by 1); 2 and 3 come from outside. The plan is a chain of three.
fn rantai() -> Beku {
    let pairs = [(0, 0, 90), (1, 1, 80), (2, 2, 75), (3, 2, 71), (2, 0, 60), (3, 1, 40), (2, 1, 55)];
    putaran(&[None, Some(0), Some(1)], 4, &pairs)
}

#[test]
fn seats_left_empty_and_the_others_seated_anew() {
    let beku = rantai();
    let plan = hitung(&beku).expect("a plan").duduk;
    assert_eq!(plan, [Some(0), Some(1), Some(2)]);
    // keputusan · susunan akhir
    type Kasus<'k> = (&'k [Baris], [Option<u32>; 3]);
    let rows: [Kasus<'_>; 9] = [
        (&[], [Some(0), Some(1), Some(2)]),
        // Whoever was to come in goes home, and so on along the chain.
        (&[(0, None, false)], [None, Some(0), Some(1)]),
        // The holder goes on to the seat given to them; whoever was to follow goes home.
        (&[(1, None, false)], [Some(0), None, Some(1)]),
        (&[(2, None, false)], [Some(0), Some(1), None]),
        // The best plan without anybody new in seat 0 is another than going home.
        (&[(0, None, true)], [None, Some(0), Some(1)]),
        (&[(1, None, true)], [Some(0), None, Some(1)]),
        // Seat 0 goes to 2: going home, or 3 to the seat 2 does not take.
        (&[(0, Some(2), false)], [Some(2), Some(0), Some(1)]),
        (&[(0, Some(2), true)], [Some(2), Some(0), Some(1)]),
        // Both holders can only go to seat 1 then, so all of it is laid over the plan, and 1 is without a seat.
        (&[(2, Some(3), true), (0, None, false)], [None, Some(0), Some(3)]),
    ];
    for (asked, wanted) in rows {
        assert_eq!(atur(&beku, &plan, &steps(asked)), wanted, "{asked:?}");
    }
    // Two vacancies: 1 and 0 take both; with 0 in the first seat, 2 may take the second.
    let beku = putaran(&[None, None], 3, &[(0, 0, 90), (0, 1, 80), (1, 0, 85), (2, 1, 60)]);
    let plan = hitung(&beku).expect("a plan").duduk;
    assert_eq!(plan, [Some(1), Some(0)]);
    for (anew, wanted) in [(false, [Some(0), None]), (true, [Some(0), Some(2)])] {
        assert_eq!(atur(&beku, &plan, &steps(&[(0, Some(0), anew)])), wanted, "anew: {anew}");
    }
}

#[test]
fn what_is_not_possible_is_said_and_laid_over_instead() {
    // One seat with its holder, and somebody from outside: around the outsider no plan seats the holder.
    let beku = putaran(&[Some(0)], 2, &[(1, 0, 90)]);
    let plan = hitung(&beku).expect("a plan").duduk;
    let asked = steps(&[(0, Some(1), true)]);
    assert_eq!(coba(&beku, &plan, &asked).expect_err("nowhere to go").0, "PNP-56");
    let found = atur(&beku, &plan, &asked);
    assert_eq!((found.as_slice(), tanpa_kursi(&beku, &found)), (&[Some(1)][..], vec![0]));
    let empty = steps(&[(0, None, true)]);
    assert!(coba(&beku, &plan, &empty).is_err(), "a holder who goes nowhere keeps the seat");
    assert_eq!(atur(&beku, &plan, &empty), [Some(0)]);
}

#[test]
fn what_is_recorded_names_seats_and_people_of_the_inputs() {
    let beku = rantai();
    let one = |pos: &str, pegawai: String, susun_ulang: bool| {
        (Penyimpangan { pos: pos.into(), pegawai, susun_ulang, ..Penyimpangan::default() }, Tanda::default())
    };
    let all = [
        one("p2", id(4).to_string(), true),
        one("p0", String::new(), false),
        one("p9", String::new(), false),
        one("p0", id(4).to_string(), false),
        one("p1", "entah".into(), false),
    ];
    assert_eq!(langkah(&all, &[], &beku), steps(&[(2, Some(3), true), (0, None, false)]));
}

#[test]
fn who_comes_into_a_post_and_who_leaves_it() {
    let beku = rantai();
    for (akhir, pos, wanted) in [
        ([Some(0), Some(1), Some(2)], "p0", (true, false)),
        ([Some(0), Some(1), Some(2)], "p1", (true, true)),
        ([Some(0), None, Some(1)], "p1", (false, true)),
        ([None, Some(0), Some(1)], "p0", (false, false)),
        ([None, Some(0), Some(1)], "p1", (false, false)),
    ] {
        assert_eq!(gerak_pos(&beku, &akhir, pos), wanted, "{akhir:?} {pos}");
    }
}

#[test]
fn a_cost_is_read_back_as_it_was_meant() {
    for (seats, points) in [(0, 0), (1, -300), (-1, 425), (2, 0), (0, -75), (-3, -4_000)] {
        let cost = Biaya { isi: seats, poin: points, perubahan: Vec::new() };
        assert_eq!(Biaya::dari_satuan(cost.satuan(40_004), 40_004), cost);
    }
    assert_eq!(Biaya::dari_satuan(75, 0).poin, 75, "without a weight all of it is points");
}

/// The best worth of any seating with these people where they are put and nobody in the seats that are closed.
fn terbaik(beku: &Beku, asked: &[Langkah]) -> Option<i64> {
    fn next(beku: &Beku, asked: &[Langkah], duduk: &mut Vec<Option<u32>>) -> Option<i64> {
        let kursi = duduk.len() as u32;
        if duduk.len() == beku.kursi.len() {
            let seats = tempat(beku, duduk);
            let homeless = beku.calon.iter().zip(&seats).any(|(c, seat)| c.asal.is_some() && seat.is_none());
            let (filled, points) = nilai(beku, duduk);
            return (!homeless).then_some(filled * isi(beku) + points);
        }
        let decided = asked.iter().find(|l| l.kursi == kursi);
        let able = beku.calon_kursi(kursi).iter().map(|p| Some(p.calon)).chain([None]);
        let mut best = None;
        for who in able {
            if who.is_some() && duduk.contains(&who) || decided.is_some_and(|l| l.calon != who) {
                continue;
            }
            duduk.push(who);
            best = best.max(next(beku, asked, duduk));
            duduk.pop();
        }
        best
    }
    next(beku, asked, &mut Vec::new())
}

fn acak() -> impl Strategy<Value = (Beku, Vec<Langkah>)> {
    let pairs = proptest::collection::vec((0..6_u32, 0..5_u32, 0..=100_u8), 4..22);
    let held = proptest::collection::vec(any::<bool>(), 5);
    let asked = proptest::collection::vec((0..5_u32, proptest::option::of(0..6_u32), any::<bool>()), 0..5);
    (pairs, held, asked, any::<u32>()).prop_map(|(mut pairs, held, asked, order)| {
        pairs.sort_unstable_by_key(|p| (p.0, p.1));
        pairs.dedup_by_key(|p| (p.0, p.1));
        let seats: Vec<Option<u32>> = (0..5).map(|k| held[k as usize].then_some(k)).collect();
        let mut beku = putaran(&seats, 6, &pairs);
        for (n, c) in beku.calon.iter_mut().enumerate() {
            c.duk = (n as u32 + order % 6) % 6;
        }
        let mut all: Vec<Langkah> = Vec::new();
        for step in steps(&asked) {
            let may = step.calon.is_none_or(|c| beku.cari(c, step.kursi).is_some());
            if may && !all.iter().any(|l| l.kursi == step.kursi) {
                all.push(step);
            }
        }
        (beku, all)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nobody_in_two_seats_and_no_holder_turned_out((beku, asked) in acak()) {
        let plan = hitung(&beku).expect("a plan").duduk;
        let found = atur(&beku, &plan, &asked);
        let mut people: Vec<u32> = found.iter().flatten().copied().collect();
        people.sort_unstable();
        prop_assert!(people.windows(2).all(|w| w[0] != w[1]), "{:?}", found);
        for (k, who) in found.iter().enumerate() {
            prop_assert!(who.is_none_or(|c| beku.cari(c, k as u32).is_some()), "{} {:?}", k, found);
        }
        // Whoever holds a seat has one, but where the PPK put another into the own one.
        let seats = tempat(&beku, &found);
        for (c, person) in beku.calon.iter().enumerate() {
            let Some(home) = person.asal.filter(|_| seats[c].is_none()) else { continue };
            prop_assert!(asked.iter().any(|l| l.kursi == home && l.calon.is_some_and(|w| w != c as u32)));
            prop_assert!(tanpa_kursi(&beku, &found).contains(&(c as u32)));
        }
        // A seat that takes nobody has nobody or its holder.
        for l in asked.iter().filter(|l| l.calon.is_none()) {
            let sits = found[l.kursi as usize];
            prop_assert!(sits.is_none() || sits == beku.kursi[l.kursi as usize].pemegang);
        }
        let (costs, last) = bertahap(&beku, &plan, isi(&beku), &asked);
        prop_assert_eq!(costs.iter().sum::<i64>(), selisih(&beku, &plan, &found).satuan(isi(&beku)));
        prop_assert_eq!(last, found);
    }

    #[test]
    fn around_decisions_that_ask_for_it_no_plan_is_better((beku, mut asked) in acak()) {
        let plan = hitung(&beku).expect("a plan").duduk;
        asked.iter_mut().for_each(|l| l.ulang = true);
        let twice = |n: usize| asked[n].calon.is_some() && asked[..n].iter().any(|l| l.calon == asked[n].calon);
        if (0..asked.len()).any(twice) {
            return Ok(());
        }
        match coba(&beku, &plan, &asked) {
            Ok(found) => {
                prop_assert!(asked.iter().all(|l| found[l.kursi as usize] == l.calon));
                let (filled, points) = nilai(&beku, &found);
                prop_assert_eq!(Some(filled * isi(&beku) + points), terbaik(&beku, &asked));
            }
            Err(why) => prop_assert_eq!(terbaik(&beku, &asked), None, "{:?}", why),
        }
    }

    /// People bear other numbers in a bundle: the arrangement is the same.
    #[test]
    fn other_numbers_of_people_give_the_same((beku, asked) in acak(), turn in 1..6_usize) {
        let to = |c: u32| (c + turn as u32) % 6;
        let mut other = beku.clone();
        for (c, person) in beku.calon.iter().enumerate() {
            other.calon[to(c as u32) as usize] = person.clone();
        }
        other.kursi.iter_mut().for_each(|k| k.pemegang = k.pemegang.map(to));
        other.pasangan.iter_mut().for_each(|p| p.calon = to(p.calon));
        other.pasangan.sort_unstable_by_key(|p| (p.kursi, p.calon));
        let plan = hitung(&beku).expect("a plan").duduk;
        let there: Vec<Option<u32>> = plan.iter().map(|who| who.map(to)).collect();
        let moved: Vec<Langkah> = asked.iter().map(|l| Langkah { calon: l.calon.map(to), ..*l }).collect();
        let (here, then) = (atur(&beku, &plan, &asked), atur(&other, &there, &moved));
        prop_assert_eq!(here.iter().map(|who| who.map(to)).collect::<Vec<_>>(), then);
    }
}
