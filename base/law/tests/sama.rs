//! The evaluator of many people says what the evaluator of one person says: random packs, random people,
//! random days, and every norm of the bundled pack. The same bytes whatever the number of threads.

#[path = "sama/acak.rs"]
mod acak;

use acak::{Dadu, day, load, orang, paket};
use kernel::Date;
use law::plan::Plan;
use law::saring::{self, LUAR, Penanggal, SUBJEK, Saringan, TAK_PERNAH, TANPA, Tapis};
use law::{Ask, Kode, Kolom, Pack, Potret, Terbuka, terbuka};

/// What one person's answer is in bulk.
fn wanted(pack: &Pack, ask: &Ask<'_>, potret: &Potret) -> (u8, u8, i32, i32) {
    let plan = pack.plan(ask).expect("it holds");
    let answer = pack.telaah(ask, potret).expect("it holds");
    let penentu = match answer.penentu.as_deref() {
        None => TANPA,
        Some("subjek") => SUBJEK,
        Some(path) => {
            let first = path.split('/').next().unwrap_or(path);
            plan.langkah.iter().position(|s| &*s.kunci == first).map_or(LUAR, |p| p as u8)
        }
    };
    let days = |d: Option<Date>| d.map_or(TAK_PERNAH, Date::days);
    let (ubah, waktu) = (days(answer.ubah_pada), days(answer.waktu_terpenuhi));
    (answer.verdict.kode() as u8, penentu, ubah, waktu)
}

fn bulk(pack: &Pack, ask: &Ask<'_>, kolom: &Kolom) -> (Saringan, Vec<i32>, Vec<i32>) {
    let (plan, book) = (pack.plan(ask).expect("it holds"), pack.book(None, None));
    let hukum = ask.hukum.unwrap_or(ask.hari);
    let answers = Tapis::susun(&plan, &book, &pack.words, ask.hari, hukum).jalan(kolom);
    let days = Penanggal::susun(&plan, &book, &pack.words, ask.hari, hukum);
    (answers, days.ubah_pada(kolom), days.waktu_terpenuhi(kolom))
}

/// How many of these people were answered what; every `stride`-th one is asked about singly as well.
fn same(
    pack: &Pack,
    ask: &Ask<'_>,
    people: &[Potret],
    stride: usize,
    told: &dyn Fn() -> String,
) -> [usize; 6] {
    let kolom = Kolom::from_potrets(&pack.words, people);
    let (answers, ubah, waktu) = bulk(pack, ask, &kolom);
    let mut seen = [0; 6];
    for (i, potret) in people.iter().enumerate().step_by(stride) {
        let got = (answers.kode[i], answers.penentu[i], ubah[i], waktu[i]);
        let want = wanted(pack, ask, potret);
        if got != want {
            let facts: Vec<String> = (pack.words.fakta_list().iter().zip(&potret.known))
                .map(|(f, k)| format!("{} = {}", f.nama, k.show(&pack.words)))
                .collect();
            panic!(
                "row {i} on {}: bulk {got:?}, one person {want:?} (verdict, part, days)\n{}\n{}",
                ask.hari,
                facts.join("\n"),
                told()
            );
        }
        seen[usize::from(got.0)] += 1;
    }
    seen
}

/// As [`same`] for what is more than conditions: its days are asked person by person in bulk as well.
fn same_without_days(
    pack: &Pack,
    ask: &Ask<'_>,
    people: &[Potret],
    stride: usize,
    told: &dyn Fn() -> String,
) {
    let kolom = Kolom::from_potrets(&pack.words, people);
    let (plan, book) = (pack.plan(ask).expect("it holds"), pack.book(None, None));
    let hukum = ask.hukum.unwrap_or(ask.hari);
    let tapis = Tapis::susun(&plan, &book, &pack.words, ask.hari, hukum);
    let (answers, (_, values)) = (tapis.jalan(&kolom), tapis.nilai(&kolom));
    for (i, potret) in people.iter().enumerate().step_by(stride) {
        let (kode, penentu, ..) = wanted(pack, ask, potret);
        let nilai = pack.telaah(ask, potret).expect("it holds").nilai;
        assert_eq!(values[i], nilai, "{} row {i} on {}\n{}", ask.kunci, ask.hari, told());
        assert_eq!(
            (answers.kode[i], answers.penentu[i]),
            (kode, penentu),
            "{} row {i} on {}: {:?}\n{}",
            ask.kunci,
            ask.hari,
            potret.known,
            told()
        );
    }
}

/// Norms of a random pack that are more than conditions.
const LAIN: &[&str] = &["uji.nilai", "uji.hari", "uji.skor", "uji.beda", "acak.nilai", "acak.skor"];

const DAYS: &[&str] = &["2026-04-01", "2024-02-29", "2025-02-28", "2026-12-31", "1962-03-31", "2150-06-15"];

/// At night more packs are tried than by day.
fn times() -> u64 {
    let cases: u64 = std::env::var("PROPTEST_CASES").ok().and_then(|c| c.parse().ok()).unwrap_or(256);
    (cases / 256).clamp(1, 20)
}

fn try_packs(from: u64, count: u64, people: usize, stride: usize) -> [usize; 6] {
    let mut seen = [0usize; 6];
    for seed in from..from + count * times() {
        let mut d = Dadu::new(seed);
        let files = paket(&mut d);
        let pack = load(&files);
        let hari = day(d.one(DAYS)).add_days(d.below(3) as i32);
        let ask = Ask { hukum: Some(day("2025-01-01")), ..Ask::on("uji", hari) };
        let people: Vec<Potret> = (0..people).map(|_| orang(&mut d, &pack.words, hari)).collect();
        let told = || format!("seed {seed}\n{}", files[2].1);
        for (all, one) in seen.iter_mut().zip(same(&pack, &ask, &people, stride, &told)) {
            *all += one;
        }
        for kunci in LAIN {
            same_without_days(&pack, &Ask { kunci, ..ask.clone() }, &people, stride, &told);
        }
    }
    seen
}

#[test]
fn many_random_packs_with_few_people() {
    let seen = try_packs(1, 120, 16, 1);
    // A generator that never reaches an answer proves nothing about it.
    for (kode, times) in Kode::ALL.iter().zip(seen) {
        assert!(times > 0, "no random person was answered {}", kode.word());
    }
}

#[test]
fn random_packs_with_enough_people_for_columns() {
    try_packs(10_001, 12, 520, 13);
}

fn crowd(pack: &Pack, count: usize, hari: Date) -> Vec<Potret> {
    let mut d = Dadu::new(77);
    (0..count).map(|_| orang(&mut d, &pack.words, hari)).collect()
}

#[test]
fn every_norm_of_the_bundled_pack() {
    let pack = Pack::bundled().expect("the bundled pack is sound");
    let hari = day("2026-04-01");
    let people = crowd(&pack, 520, hari);
    let kolom = Kolom::from_potrets(&pack.words, &people);
    for kunci in pack.kunci().map(str::to_owned).collect::<Vec<_>>() {
        let ask = Ask::on(&kunci, hari);
        if pack.plan(&ask).is_none() {
            continue;
        }
        let plan = pack.plan(&ask).expect("it holds");
        // What gives a value is asked person by person in bulk as well: its days prove nothing here.
        let timed = plan.bentuk == law::plan::Bentuk::Syarat && plan.waktu == law::plan::Waktu::Pertanyaan;
        let (answers, ubah, waktu) = if timed {
            bulk(&pack, &ask, &kolom)
        } else {
            let book = pack.book(None, None);
            (saring::saring(&plan, &book, &pack.words, &kolom, hari, hari), Vec::new(), Vec::new())
        };
        // One person takes the other evaluator far longer: every fortieth stands for all.
        for i in (0..people.len()).step_by(40) {
            let (kode, penentu, u, w) = wanted(&pack, &ask, &people[i]);
            assert_eq!((answers.kode[i], answers.penentu[i]), (kode, penentu), "{kunci} row {i}");
            if timed {
                assert_eq!((ubah[i], waktu[i]), (u, w), "{kunci} row {i}");
            }
        }
    }
}

/// A norm without its closed parts answers alike whatever is known of closed facts; the whole norm does not.
#[test]
fn what_is_told_to_few_changes_no_answer_in_a_list() {
    let pack = Pack::bundled().expect("the bundled pack is sound");
    let hari = day("2026-04-01");
    let people = crowd(&pack, 520, hari);
    let mut others = people.clone();
    for fakta in terbuka::tertutup(&pack.words) {
        (0..others.len())
            .for_each(|i| others[i].set(fakta, people[(i + 7) % people.len()].get(fakta).clone()));
    }
    let [one, other] = [&people, &others].map(|all| Kolom::from_potrets(&pack.words, all));
    let book = pack.book(None, None);
    let codes = |plan: &Plan, kolom: &Kolom| saring::saring(plan, &book, &pack.words, kolom, hari, hari).kode;
    let (mut left_out, mut told) = (Vec::new(), 0);
    for kunci in pack.kunci() {
        let Some(plan) = pack.plan(&Ask::on(kunci, hari)) else { continue };
        let open = Terbuka::of(&plan, &pack.words);
        if open.lepas.is_empty() {
            assert_eq!(open.plan.langkah.len(), plan.langkah.len(), "{kunci}");
            continue;
        }
        assert_eq!(codes(&open.plan, &one), codes(&open.plan, &other), "{kunci}: {:?}", open.lepas);
        told += usize::from(codes(&plan, &one) != codes(&plan, &other));
        left_out.push(kunci);
    }
    for kunci in ["kp.hambatan", "kp.reguler", "kp.pilihan.fungsional", "tugas_belajar.syarat"] {
        assert!(left_out.contains(&kunci), "{kunci}: {left_out:?}");
    }
    assert!(told >= 3, "{told} of {left_out:?} tell of closed facts when nothing is left out");
}

#[test]
fn the_same_bytes_with_one_thread_and_with_two() {
    let pack = Pack::bundled().expect("the bundled pack is sound");
    let hari = day("2026-04-01");
    let people = crowd(&pack, 2000, hari);
    let mut kolom = Kolom::from_potrets(&pack.words, &people);
    // Many blocks, some of them not full.
    let rows: Vec<u32> = (0..20_000).map(|i| i * 7 % 2000).collect();
    kolom = kolom.rebuild_with(&rows);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| {
            let book = pack.book(None, None);
            let mut all = Vec::new();
            for kunci in pack.kunci() {
                let Some(plan) = book.plan(&pack.words, kunci, hari) else { continue };
                if plan.bentuk == law::plan::Bentuk::Syarat {
                    all.push(saring::saring(&plan, &book, &pack.words, &kolom, hari, hari));
                }
            }
            all
        })
    };
    let (one, two) = (run(1), run(2));
    assert!(!one.is_empty(), "the pack has norms of conditions");
    assert!(one == two);
}
