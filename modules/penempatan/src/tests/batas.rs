//! Plans under limits of units: who leaves, what it costs, what is proven, and what a bundle of such a plan refuses.

use super::contoh::putaran;
use super::hitung::anything;
use super::kecil::{self, OWNER, on_both, person, pos, surat};
use crate::bundel::Lingkup::Lengkap;
use crate::bundel::{periksa, tulis};
use crate::isi::{Bobot, Isi, Kriteria, PosRencana};
use crate::rule::batas::{lewat, pemegang};
use crate::rule::beku::{KriteriaBeku, Pasangan};
use crate::rule::hitung::hitung;
use crate::rule::mengapa::{Mengapa, Mesin, Pasti};
use crate::rule::soal::{bobot, isi};
use crate::rule::{Beku, Hasil};
use crate::{berkas, page};
use host::Role;
use host::testing::House;
use proptest::prelude::*;

/// Seats 0, 2 and 4 are of unit 0 and held by 0, 1 and 2; seats 1, 3 and 5 of unit 1 are vacant.
fn sekolah(pairs: &[(u32, u32, u8)], batas: u32) -> Beku {
    let mut beku = putaran(&[Some(0), None, Some(1), None, Some(2), None], 4, pairs);
    beku.unit[0].batas = Some(batas);
    beku
}

fn plan(beku: &Beku) -> Hasil {
    hitung(beku).expect("a plan")
}

#[test]
fn who_leaves() {
    let plain = [(0, 1, 60), (1, 3, 90), (2, 5, 70)];
    let alike = [(0, 1, 90), (1, 3, 90), (2, 5, 90)];
    let follows = [(0, 1, 60), (1, 3, 90), (2, 5, 70), (3, 2, 40)];
    type Case<'a> = (&'a str, &'a [(u32, u32, u8)], u32, [Option<u32>; 6], bool);
    // what · pairs (person, seat, points) · may leave · who sits there in the end · the limit changed the plan
    let cases: [Case<'_>; 6] = [
        ("nobody may", &plain, 0, [Some(0), None, Some(1), None, Some(2), None], true),
        ("who gains most", &plain, 1, [Some(0), None, None, Some(1), Some(2), None], true),
        ("the two who gain most", &plain, 2, [Some(0), None, None, Some(1), None, Some(2)], true),
        ("a limit that does not bind", &plain, 3, [None, Some(0), None, Some(1), None, Some(2)], false),
        // Seats are served in their order, so the first keep their holders where the plan is worth the same.
        ("alike: the published order", &alike, 1, [Some(0), None, Some(1), None, None, Some(2)], true),
        ("who follows does not leave", &follows, 1, [Some(0), None, Some(3), Some(1), Some(2), None], true),
    ];
    for (what, pairs, most, wanted, binds) in cases {
        let beku = sekolah(pairs, most);
        let hasil = plan(&beku);
        assert_eq!(hasil.duduk, wanted, "{what}");
        assert_eq!(hasil.batas.is_some(), binds, "{what}");
        let batas = hasil.batas.clone().unwrap_or_default();
        assert_eq!((batas.tepat, batas.berurut), (binds, binds), "{what}");
        assert_eq!(batas.selisih(if binds { hasil.nilai } else { 0 }), 0, "{what}: nothing is left open");
        assert_eq!(plan(&beku), hasil, "{what}: the same again");
    }
}

/// One more who may leave would let the second best go: 70 there, 50 here, 5 for moving.
#[test]
fn the_price_of_a_unit_is_what_one_more_would_add_at_most() {
    let pairs = [(0, 1, 60), (1, 3, 90), (2, 5, 70)];
    let one = plan(&sekolah(&pairs, 1));
    let two = plan(&sekolah(&pairs, 2));
    let price = one.batas.as_ref().expect("limited").harga[0];
    assert_eq!(two.nilai - one.nilai, 1_500);
    assert!((1_500..=3_500).contains(&price), "{price}");
}

#[test]
fn only_holders_of_seats_of_the_round_count() {
    let mut beku = sekolah(&[(3, 1, 80)], 0);
    // Person 3 works in unit 0 and holds no seat: whoever comes from there is not counted.
    beku.calon[3].unit = 0;
    let hasil = plan(&beku);
    assert_eq!((hasil.duduk[1], hasil.batas), (Some(3), None));
    let units = pemegang(&beku, &[None, Some(0), Some(1), None, Some(2), None]);
    assert_eq!((units[0].ada, units[0].keluar, units[0].boleh, units[0].lewat()), (3, 1, Some(0), true));
    assert_eq!((units[1].ada, units[1].keluar, units[1].boleh), (0, 0, None));
}

#[test]
fn why_not_me_under_a_limit() {
    let beku = sekolah(&[(0, 1, 60), (1, 3, 90), (2, 5, 70)], 1);
    let hasil = plan(&beku);
    let mesin = Mesin::new(&beku, &hasil);
    // 2 instead of 1: 35 less 15 points.
    let Mengapa::Kalah { biaya, pasti, batas, .. } = mesin.mengapa(2, 5) else { panic!("not placed there") };
    assert_eq!((biaya.isi, biaya.poin, pasti, batas), (0, 2_000, Pasti::Tepat, Some(0)));
    assert_eq!(biaya.perubahan, [(1, Some(3), Some(2)), (2, Some(4), Some(5))]);
    let said = page::kata::mengapa(&beku, &mesin.mengapa(2, 5), "Anda", &|_| String::new(), true).join(" ");
    assert!(said.contains("Dari Unit 0 paling banyak 1 pemegang boleh keluar"), "{said}");
    assert!(said.contains("tambahan paling sedikit 20,00 poin"), "{said}");
    let none = sekolah(&[(0, 1, 60), (1, 3, 90), (2, 5, 70)], 0);
    let hasil = plan(&none);
    let never = Mesin::new(&none, &hasil).mengapa(1, 3);
    assert!(matches!(never, Mengapa::TidakMungkin { batas: true, .. }), "{never:?}");
}

/// Where the bound is not reached, as in large rounds, a small round is worked out anew for the question.
#[test]
fn an_open_gap_does_not_blur_a_small_round() {
    let beku = sekolah(&[(0, 1, 60), (1, 3, 90), (2, 5, 70)], 1);
    let mut hasil = plan(&beku);
    let batas = hasil.batas.as_mut().expect("limited");
    (batas.atas, batas.tepat) = (batas.atas + 300, false);
    hasil.harga_kursi[3] += 300;
    let (biaya, pasti) = Mesin::new(&beku, &hasil).paksa_pasti(2, 5).expect("possible");
    assert_eq!((biaya.poin, pasti), (2_000, Pasti::Tepat));
}

/// Too many pairs to work the plan out anew: the prices alone tell what it costs at least.
#[test]
fn what_is_too_large_for_an_exact_answer_is_named_as_a_least() {
    let seats: Vec<Option<u32>> = (0..176).map(|k| (k < 100).then_some(k)).collect();
    let points = |c: u32, k: u32| ((c * 7_919 + k * 104_729 + c * k * 31) % 97) as u8;
    let pairs: Vec<(u32, u32, u8)> =
        (0..176).flat_map(|c| (0..176).map(move |k| (c, k, points(c, k)))).collect();
    let mut beku = putaran(&seats, 176, &pairs);
    beku.unit.iter_mut().for_each(|unit| unit.batas = Some(5));
    let hasil = plan(&beku);
    let mesin = Mesin::new(&beku, &hasil);
    let mut least = 0;
    for calon in 0..100 {
        if let Some((biaya, Pasti::Sedikitnya)) = mesin.paksa_pasti(calon, 170) {
            least += 1;
            // What an arrangement loses in which they do sit there is never less.
            let mut other = beku.clone();
            other.pasangan.retain(|p| (p.calon == calon) == (p.kursi == 170));
            let floors = crate::rule::batas::lantai(&other);
            let mut then = crate::rule::soal::soal(&other).expect("sound").problem;
            then = solver::Problem::new(
                (0..then.lefts() as u32).map(|c| then.must_left(c) || c == calon).collect(),
                vec![false; then.rights()],
                then.edges().collect::<Vec<_>>().into_iter(),
            )
            .expect("no larger");
            if least <= 3
                && let Ok(found) = solver::solve_floored(&then, &floors)
            {
                assert!(biaya.isi * hasil.isi + biaya.poin <= hasil.nilai - found.objective, "{calon}");
            }
        }
    }
    assert!(least > 0, "{:?}", hasil.batas);
}

#[test]
fn a_round_too_large_for_prices_of_units_is_refused_in_words() {
    let mut seats = vec![None; 2_700];
    seats[0] = Some(0);
    let mut beku = putaran(&seats, 1, &[(0, 1, 90)]);
    (beku.pindah_min, beku.unit[0].batas, beku.kursi[1].kritis) = (10_000, Some(0), true);
    let refused = hitung(&beku).expect_err("too large");
    assert_eq!(refused.0, "HITUNG-12");
    assert!(refused.1.contains("Kosongkan batas itu"), "{}", refused.1);
    beku.unit[0].batas = Some(1);
    assert!(hitung(&beku).is_ok(), "without a limit that binds it is no larger than any other");
}

#[test]
fn the_kept_file_holds_prices_and_bound() {
    let beku = sekolah(&[(0, 1, 60), (1, 3, 90), (2, 5, 70)], 1);
    let hasil = plan(&beku);
    let file = hasil.tulis();
    assert_eq!(Hasil::baca(&file), Ok(hasil.clone()));
    let free = Hasil { batas: None, ..hasil };
    assert_eq!(Hasil::baca(&free.tulis()), Ok(free.clone()));
    assert!(file.starts_with(&free.tulis()), "what has no limits is written as before");
    for at in free.tulis().len()..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert_eq!(Hasil::baca(&changed).expect_err("a changed file").0, "HITUNG-10", "byte {at}");
    }
    assert!(Hasil::baca(&file[..file.len() - 1]).is_err());
}

fn failures(beku: &Beku, hasil: &Hasil) -> Vec<String> {
    let bundle = tulis(beku, hasil, &[], "Rotasi", Lengkap).expect("a bundle");
    periksa(&bundle).into_iter().filter(|p| !p.lulus).map(|p| format!("{}: {}", p.nama, p.kalimat)).collect()
}

#[test]
fn a_bundle_proves_the_limits_too() {
    let pairs = [(0, 1, 60), (1, 3, 90), (2, 5, 70), (3, 2, 40)];
    for pindah_min in [0, 300, 500, 800] {
        for most in 0..4 {
            let mut beku = sekolah(&pairs, most);
            beku.pindah_min = pindah_min;
            assert_eq!(failures(&beku, &plan(&beku)), Vec::<String>::new(), "{pindah_min}, {most} may leave");
        }
    }
    let beku = sekolah(&pairs, 1);
    let hasil = plan(&beku);
    let named =
        |found: &[String], what: &str| assert!(found.iter().any(|f| f.contains(what)), "{what}: {found:?}");
    // A limit changed afterwards, either way.
    named(
        &failures(&sekolah(&pairs, 0), &hasil),
        "Batas keluar setiap unit dipatuhi: plan.csv: 1 pemangku meninggalkan unit 0",
    );
    named(&failures(&sekolah(&pairs, 2), &hasil), "Nilai, batas atas, dan selisihnya");
    // A plan that breaks the limit, under the same certificate.
    let mut broken = hasil.clone();
    (broken.duduk[4], broken.duduk[5]) = (None, Some(2));
    named(&failures(&beku, &broken), "Batas keluar setiap unit dipatuhi: plan.csv: 2 pemangku");
    // The best plan without limits, with a certificate that names none.
    named(
        &failures(&beku, &plan(&sekolah(&pairs, 3))),
        "Batas keluar unit: Batas keluar unit tidak diperiksa",
    );
    // Another price, another bound.
    let spoilt = |spoil: &dyn Fn(&mut crate::rule::batas::Batas)| {
        let mut other = hasil.clone();
        spoil(other.batas.as_mut().expect("limited"));
        failures(&beku, &other)
    };
    named(&spoilt(&|b| b.harga[0] += 1), "Nilai, batas atas");
    named(&spoilt(&|b| b.atas -= 1), "Nilai, batas atas");
    let mut short = hasil.clone();
    short.batas.as_mut().expect("limited").harga.clear();
    assert_eq!(tulis(&beku, &short, &[], "Rotasi", Lengkap).expect_err("no prices of units").0, "BUNDEL-03");
}

/// The most any arrangement within the limits is worth, by trying all; with a pair that has to be.
fn best(beku: &Beku, pair: Option<(u32, u32)>) -> Option<i64> {
    fn go(
        b: &Beku,
        pair: Option<(u32, u32)>,
        calon: u32,
        duduk: &mut Vec<Option<u32>>,
        sum: i64,
        most: &mut Option<i64>,
    ) {
        let Some(person) = b.calon.get(calon as usize) else {
            if lewat(b, duduk).is_empty() {
                *most = (*most).max(Some(sum));
            }
            return;
        };
        let asked = pair.filter(|p| p.0 == calon);
        if person.asal.is_none() && asked.is_none() {
            go(b, pair, calon + 1, duduk, sum, most);
        }
        for p in b.pasangan.iter().filter(|p| p.calon == calon && asked.is_none_or(|a| a.1 == p.kursi)) {
            if duduk[p.kursi as usize].is_none() {
                duduk[p.kursi as usize] = Some(calon);
                go(b, pair, calon + 1, duduk, sum + bobot(b, isi(b), calon, p.kursi, p.skor), most);
                duduk[p.kursi as usize] = None;
            }
        }
    }
    let mut most = None;
    go(beku, pair, 0, &mut vec![None; beku.kursi.len()], 0, &mut most);
    most
}

proptest! {
    #[test]
    fn nothing_within_the_limits_is_worth_more(mut beku in anything(true), limits in prop::collection::vec(prop::option::of(0_u32..3), 2)) {
        for (unit, limit) in beku.unit.iter_mut().zip(&limits) {
            unit.batas = *limit;
        }
        let hasil = plan(&beku);
        prop_assert_eq!(lewat(&beku, &hasil.duduk), Vec::<u32>::new());
        prop_assert_eq!(Some(hasil.nilai), best(&beku, None));
        prop_assert!(hasil.batas.as_ref().is_none_or(|b| b.tepat && b.berurut && b.atas >= hasil.nilai));
        prop_assert_eq!(failures(&beku, &hasil), Vec::<String>::new());
    }

    #[test]
    fn what_a_seating_costs_within_the_limits_is_exact(
        mut beku in anything(true),
        most in 0_u32..2,
        which in any::<prop::sample::Index>(),
    ) {
        beku.unit.iter_mut().for_each(|unit| unit.batas = Some(most));
        if beku.pasangan.is_empty() {
            return Ok(());
        }
        let Pasangan { calon, kursi, .. } = *which.get(&beku.pasangan);
        // Also where the limits do not change the plan: they hold for what would be instead.
        let hasil = plan(&beku);
        let found = Mesin::new(&beku, &hasil).paksa_pasti(calon, kursi);
        let worth = found.as_ref().map(|(b, _)| hasil.nilai - b.isi * hasil.isi - b.poin);
        prop_assert_eq!(worth, best(&beku, Some((calon, kursi))));
        prop_assert!(found.is_none_or(|(_, pasti)| pasti == Pasti::Tepat));
    }

    /// Who is who is told by the order of rank, not by the order of ids.
    #[test]
    fn other_ids_give_the_same_plan(mut beku in anything(true), most in 0_u32..2, ids in Just((0_u32..6).collect::<Vec<_>>()).prop_shuffle()) {
        beku.unit.iter_mut().for_each(|unit| unit.batas = Some(most));
        let mut other = beku.clone();
        for (old, new) in ids.iter().enumerate() {
            let id = beku.calon[*new as usize].pegawai;
            other.calon[*new as usize] = crate::rule::beku::CalonBeku { pegawai: id, ..beku.calon[old].clone() };
        }
        let to = |calon: u32| ids[calon as usize];
        other.kursi.iter_mut().for_each(|k| k.pemegang = k.pemegang.map(to));
        other.pasangan.iter_mut().for_each(|p| p.calon = to(p.calon));
        other.pasangan.sort_by_key(|p| (p.kursi, p.calon));
        let wanted: Vec<Option<u32>> = plan(&beku).duduk.into_iter().map(|who| who.map(to)).collect();
        prop_assert_eq!(plan(&other).duduk, wanted);
    }
}

/// Ani and Budi hold the seats of Dinas Perhubungan; without a limit both would leave them. Where one may, all stay: what
/// one gains alone is less than what comes in otherwise, so prices leave a gap and only trying all cases proves it.
fn steps(house: &House, batas: u32) -> Vec<Isi> {
    let mut beku = kecil::beku().0;
    let points =
        [(0, 0, 85), (0, 2, 60), (1, 0, 70), (1, 1, 80), (1, 3, 40), (2, 1, 60), (2, 2, 75), (2, 3, 71)];
    let pair = |(kursi, calon, n): (u32, u32, u8)| Pasangan {
        kursi,
        calon,
        nilai: vec![n],
        skor: i32::from(n) * 100,
    };
    beku.pasangan = points.into_iter().map(pair).collect();
    beku.kriteria = vec![KriteriaBeku { kunci: "kinerja".into(), bobot: 100 }];
    beku.kelompok = vec!["Administrator dan pengawas".into()];
    let held = beku.kursi[1].unit as usize;
    beku.unit[held].batas = Some(batas);
    let hasil = plan(&beku);
    let masukan = berkas::simpan(&house.hall, &beku).expect("kept");
    let sidik = berkas::simpan(&house.hall, &hasil).expect("kept");
    vec![
        Isi::Pos {
            pos: (0..3).map(|n| PosRencana { pos: pos(n), tempat: 1, ..PosRencana::default() }).collect(),
        },
        Isi::Kriteria(Kriteria { bobot: vec![Bobot { kriteria: "kinerja".into(), bobot: 100 }], duk: true }),
        Isi::Diumumkan(surat("800/10", house.hall.today())),
        Isi::Dikunci { sidik: masukan.clone(), paket: "p".into() },
        Isi::Dihitung { sidik, masukan, nilai: hasil.nilai.to_string() },
    ]
}

#[test]
fn the_pages_say_what_the_limit_does() {
    on_both("penempatan-batas", |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let ppk = house.browser("ppk", Role::Pimpinan, OWNER, "", None);
        let round = |batas| format!("/penempatan/{}", kecil::rencana(&house.hall, steps(house, batas)));
        // What the page of the result says where both may leave, and where one may.
        for (batas, says) in [
            (2, &["tanpa batas pun mematuhi batas ini", "tidak mengubah hasil"][..]),
            (
                1,
                &[
                    "Batas ini mengubah hasil",
                    "semua kemungkinan sudah diperiksa",
                    "menambah paling banyak",
                    "Nilai seri diputus menurut urutan",
                ],
            ),
        ] {
            let page = house.get(&petugas, &format!("{}/hasil", round(batas)));
            for said in says {
                assert!(page.has(said), "{batas}: {said}");
            }
        }
        let at = round(1);
        let seat = house.get(&petugas, &format!("{at}/kursi/1"));
        assert!(seat.has("0 dari 2 pemegang, boleh 1"));
        // The PPK sees before choosing that the unit would lose one more than may.
        let ask = format!("{at}/menyimpang?kursi=1&calon={}", person(1));
        let page = house.get(&ppk, &ask);
        assert!(
            page.status == 200 && page.has("Melewati batas keluar unit: Dinas Perhubungan"),
            "{}",
            page.status
        );
        let compared =
            house.get(&petugas, &format!("{at}/hasil?dengan={}", round(2).rsplit('/').next().unwrap_or("")));
        assert!(compared.has("ada, terbaik dalam batas") && compared.has("ada, tidak mengubah hasil"));
        assert_eq!(house.get(&petugas, &format!("{at}/hasil?peka=1")).status, 200);
    });
}
