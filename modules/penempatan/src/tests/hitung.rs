//! Plans of small rounds, chains, and what is refused.

use super::contoh::putaran;
use crate::rule::hitung::hitung;
use crate::rule::mengapa::{Biaya, Mengapa, Mesin, nilai, selisih};
use crate::rule::{Beku, Hasil, akhir, urutan};
use proptest::prelude::*;

fn plan(beku: &Beku) -> Hasil {
    hitung(beku).expect("a plan")
}

#[test]
fn small_rounds() {
    // who holds the seats · pairs (person, seat, points) · who sits there in the end
    type Case<'a> = (&'a [Option<u32>], &'a [(u32, u32, u8)], &'a [Option<u32>]);
    let cases: [Case<'_>; 7] = [
        // The better of two.
        (&[None], &[(0, 0, 60), (1, 0, 61)], &[Some(1)]),
        // Equal: the first by the published order.
        (&[None], &[(0, 0, 60), (1, 0, 60)], &[Some(0)]),
        // Filling both seats comes before points.
        (&[None, None], &[(0, 0, 100), (0, 1, 99), (1, 0, 1)], &[Some(1), Some(0)]),
        // Somebody with no seat to go to stays out; nobody for a seat leaves it empty.
        (&[None, None], &[(0, 0, 10), (1, 0, 20)], &[Some(1), None]),
        // A holder moves up and an outsider follows.
        (&[Some(0), None], &[(0, 1, 70), (1, 0, 40)], &[Some(1), Some(0)]),
        // Not for less than the least gain: own seat 50, other 54 (5 needed).
        (&[Some(0), None], &[(0, 1, 54), (1, 1, 54)], &[Some(0), Some(1)]),
        // A ring of two.
        (&[Some(0), Some(1)], &[(0, 1, 80), (1, 0, 80)], &[Some(1), Some(0)]),
    ];
    for (n, (held, pairs, wanted)) in cases.iter().enumerate() {
        let beku = putaran(held, 2, pairs);
        let hasil = plan(&beku);
        assert_eq!(hasil.duduk, *wanted, "case {n}");
        let (filled, points) = nilai(&beku, &hasil.duduk);
        assert_eq!(hasil.nilai, filled * hasil.isi + points, "case {n}");
    }
}

#[test]
fn a_critical_seat_counts_double() {
    let mut beku = putaran(&[None, None], 1, &[(0, 0, 100), (0, 1, 0)]);
    assert_eq!(plan(&beku).duduk, [Some(0), None]);
    beku.kursi[1].kritis = true;
    assert_eq!(plan(&beku).duduk, [None, Some(0)]);
}

#[test]
fn ties_are_said_to_be_ties() {
    let beku = putaran(&[None], 2, &[(0, 0, 60), (1, 0, 60)]);
    let hasil = plan(&beku);
    assert_eq!(hasil.seri, [0]);
    let why = Mesin::new(&beku, &hasil).mengapa(1, 0);
    assert_eq!(
        why,
        Mengapa::Seri { berurut: true, skor: 6_000, peringkat: 2, dari: 2, duduk_di: None, oleh: Some(0) }
    );
}

#[test]
fn chains_are_told_from_the_vacancy_on() {
    let beku = putaran(&[None, Some(0), Some(1)], 2, &[(0, 0, 90), (1, 1, 90)]);
    let hasil = plan(&beku);
    assert_eq!(hasil.duduk, [Some(0), Some(1), None]);
    assert_eq!(hasil.rantai.len(), 1);
    assert_eq!(hasil.rantai[0].langkah, [(0, Some(1), 0), (1, Some(2), 1)]);
    assert_eq!((hasil.rantai[0].kosong, hasil.rantai[0].melingkar), (Some(2), false));
    let ring = plan(&putaran(&[Some(0), Some(1)], 2, &[(0, 1, 80), (1, 0, 80)]));
    assert!(ring.rantai[0].melingkar && ring.rantai[0].kosong.is_none());
    assert_eq!(ring.rantai[0].langkah.len(), 2);
}

#[test]
fn what_is_not_sound_is_refused_in_words() {
    let base = || putaran(&[Some(0), None], 2, &[(1, 1, 50)]);
    type Spoil = fn(&mut Beku);
    let cases: [(&str, &str, Spoil); 7] = [
        ("HITUNG-01", "berjumlah 99", |b| b.kriteria[0].bobot = 99),
        ("HITUNG-02", "belum berisi pos", |b| b.kursi.clear()),
        ("HITUNG-03", "0 sampai 100 poin", |b| b.pindah_min = -1),
        ("HITUNG-04", "Jabatan 0", |b| b.pasangan.retain(|p| p.kursi != 0)),
        ("HITUNG-05", "nomor urut yang sama", |b| b.calon[1].duk = 0),
        ("HITUNG-07", "\"pasangan\"", |b| b.pasangan[1].nilai = vec![101]),
        ("HITUNG-07", "\"calon\"", |b| b.calon[1].unit = 9),
    ];
    for (code, words, spoil) in cases {
        let mut beku = base();
        spoil(&mut beku);
        let refused = hitung(&beku).expect_err(code);
        assert_eq!(refused.0, code, "{}", refused.1);
        assert!(refused.1.contains(words), "{}", refused.1);
    }
}

#[test]
fn where_three_names_are_presented_nobody_is_placed() {
    let mut beku = putaran(&[None], 2, &[(0, 0, 60), (1, 0, 70)]);
    beku.tiga_nama = true;
    assert_eq!(plan(&beku).duduk, [None]);
    assert_eq!(urutan(&beku, 0), [(1, 7_000), (0, 6_000)]);
}

/// A round at random: seats, holders, pairs.
pub fn anything(held: bool) -> impl Strategy<Value = Beku> {
    let pair = (0_u32..6, 0_u32..4, 0_u8..=100);
    let holders = prop::collection::vec(prop::option::of(0_u32..6), 4);
    (holders, prop::collection::vec(pair, 0..20)).prop_map(move |(mut holders, mut pairs)| {
        for k in 0..holders.len() {
            if !held || holders[..k].contains(&holders[k]) {
                holders[k] = None;
            }
        }
        pairs.sort_unstable();
        pairs.dedup_by_key(|p| (p.0, p.1));
        putaran(&holders, 6, &pairs)
    })
}

/// The best worth there is, by trying everything.
fn best(beku: &Beku, calon: u32, taken: &mut Vec<bool>, isi: i64) -> Option<i64> {
    if calon as usize == beku.calon.len() {
        return Some(0);
    }
    let home = beku.calon[calon as usize].asal;
    let alone = if home.is_none() { best(beku, calon + 1, taken, isi) } else { None };
    let pairs: Vec<(u32, i32)> =
        beku.pasangan.iter().filter(|p| p.calon == calon).map(|p| (p.kursi, p.skor)).collect();
    pairs.into_iter().fold(alone, |found, (kursi, skor)| {
        if std::mem::replace(&mut taken[kursi as usize], true) {
            return found;
        }
        let rest = best(beku, calon + 1, taken, isi);
        taken[kursi as usize] = false;
        let worth = rest.map(|r| r + crate::rule::soal::bobot(beku, isi, calon, kursi, skor));
        found.max(worth)
    })
}

proptest! {
    #[test]
    fn no_plan_is_worth_more(beku in anything(true)) {
        let hasil = plan(&beku);
        let wanted = best(&beku, 0, &mut vec![false; beku.kursi.len()], hasil.isi);
        prop_assert_eq!(Some(hasil.nilai), wanted);
        let prices: i64 = hasil.harga_calon.iter().chain(&hasil.harga_kursi).sum();
        prop_assert_eq!(prices, hasil.nilai);
    }

    #[test]
    fn on_vacancies_nobody_left_out_outscores_the_person_placed(beku in anything(false)) {
        let hasil = plan(&beku);
        for (kursi, who) in hasil.duduk.iter().enumerate() {
            let order = urutan(&beku, kursi as u32);
            let placed = who.and_then(|c| order.iter().find(|o| o.0 == c)).map(|o| o.1);
            for (calon, skor) in order {
                if hasil.kursi_dari(calon).is_none() {
                    prop_assert!(placed.is_some_and(|p| p >= skor), "{} at {}", calon, kursi);
                }
            }
        }
    }

    #[test]
    fn what_a_seating_costs_is_exact(beku in anything(true), calon in 0_u32..6, kursi in 0_u32..4) {
        let hasil = plan(&beku);
        let found = Mesin::new(&beku, &hasil).paksa(calon, kursi);
        // Everything tried, with that seat given to them.
        let mut other = beku.clone();
        other.pasangan.retain(|p| (p.calon == calon) == (p.kursi == kursi));
        let allowed = beku.cari(calon, kursi).is_some();
        let wanted = best(&other, 0, &mut vec![false; beku.kursi.len()], hasil.isi).filter(|_| allowed);
        let worth = found.as_ref().map(|b| hasil.nilai - b.isi * hasil.isi - b.poin);
        prop_assert_eq!(worth, wanted);
        prop_assert!(found.is_none_or(|b| (b.isi, b.poin) >= (0, 0)), "nothing beats the plan");
    }

    #[test]
    fn whoever_is_chosen_sits_once_and_nobody_twice(
        beku in anything(true),
        chosen in prop::collection::vec((0_u32..4, 0_u32..6), 0..4),
    ) {
        let hasil = plan(&beku);
        let rencana = super::lipat::menyimpang(&beku, &chosen);
        let seats = akhir::susunan(&rencana, &beku, &hasil);
        let mut people: Vec<u32> = seats.iter().flatten().copied().collect();
        people.sort_unstable();
        let count = people.len();
        people.dedup();
        prop_assert_eq!(people.len(), count, "nobody sits twice");
        for (kursi, who) in seats.iter().enumerate() {
            let own = beku.kursi[kursi].pemegang;
            prop_assert!(who.is_none_or(|c| beku.cari(c, kursi as u32).is_some() || own == Some(c)));
        }
        if let [(kursi, calon)] = chosen[..] && beku.cari(calon, kursi).is_some() {
            prop_assert_eq!(seats[kursi as usize], Some(calon));
        }
        if chosen.is_empty() {
            prop_assert_eq!(selisih(&beku, &hasil.duduk, &seats), Biaya::default());
        }
    }
}
