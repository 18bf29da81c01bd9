//! Random histories give the same journal, the same ledgers and the same tables on both engines.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{assert_intact, day, person, rows, text, verify};
use kernel::{Act, Entry, EntryId, Fact, FactId, Field, Kind, Ledger, Rank, Subject};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use store::schema::DERIVED;
use store::testing::Bench;

#[derive(Clone, Debug)]
struct Step {
    who: u8,
    what: u8,
    target: (usize, u16),
    word: String,
    tmt: Option<i32>,
    commit: bool,
}

fn step() -> impl Strategy<Value = Step> {
    let word = prop_oneof![Just(String::new()), "[a-zA-Z 'é\"\\\\🌾]{1,12}"];
    (0..4u8, 0..9u8, (0..30usize, 0..3u16), word, prop::option::of(-20_000..30_000i32), any::<bool>())
        .prop_map(|(who, what, target, word, tmt, commit)| Step { who, what, target, word, tmt, commit })
}

fn entry_of(step: &Step, at: usize, case: u32, before: &[Entry]) -> Entry {
    let mut id = common::id(at as u8);
    id[8..12].copy_from_slice(&(case | 0x8000_0000).to_be_bytes());
    let tmt = step.tmt.map(kernel::Date::from_days);
    let target = before
        .get(step.target.0 % before.len().max(1))
        .map(|e| FactId { entry: e.id, ordinal: step.target.1 })
        .unwrap_or(FactId { entry: EntryId([9; 16]), ordinal: 0 });
    let grade = Fact::new(Kind::Golongan, tmt, [text(Field::GolonganNama, &step.word)]);
    let acts = match step.what {
        0..=2 => {
            return Entry { id: EntryId(id), ..common::download(1, step.who, &format!("U{}", step.word)) };
        }
        3 => vec![(Act::Ralat(target), grade)],
        4 => vec![(Act::Pembatalan(target), Fact::new(Kind::Golongan, None, []))],
        5 => vec![(Act::Perubahan, grade.clone().until(day(2030, 1, 1))), (Act::Perubahan, grade)],
        6 => Vec::new(),
        _ => {
            let unit = Fact::new(Kind::Unor, tmt, [text(Field::UnorNamaUnit, &step.word)]);
            let mut entry =
                common::entry(1, Subject::Unor(step.word.clone()), Rank::Rekap, vec![(Act::Perubahan, unit)]);
            entry.id = EntryId(id);
            return entry;
        }
    };
    let mut entry = common::entry(1, Subject::Pegawai(person(step.who)), Rank::Sk, acts);
    entry.id = EntryId(id);
    entry
}

#[test]
fn both_engines_agree() {
    let benches = RefCell::new((Bench::sqlite("beda", &[]), Bench::postgres("beda", &[]), 0u32));
    let cases = std::env::var("SINERGI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&prop::collection::vec(step(), 1..25), |steps| {
        let (lite, pg, case) = &mut *benches.borrow_mut();
        *case += 1;
        let mut entries: Vec<Entry> = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let entry = entry_of(step, at, *case, &entries);
            entries.push(entry);
        }
        let instansi = format!("K{case}");
        let mut heads = Vec::new();
        for bench in [&mut *lite, &mut *pg] {
            bench.tenant(&instansi);
            let mut from = 0;
            for (at, step) in steps.iter().enumerate() {
                if step.commit || at + 1 == steps.len() {
                    heads.push(bench.append(&instansi, &entries[from..=at]));
                    from = at + 1;
                }
            }
        }
        let (a, b) = heads.split_at(heads.len() / 2);
        prop_assert_eq!(a, b);
        for who in 0..4 {
            let one = store::people::ledger(&mut lite.conn, person(who)).unwrap();
            let other = store::people::ledger(&mut pg.conn, person(who)).unwrap();
            prop_assert_eq!(&one.0, &other.0);
            if *case == 1 {
                let subject = Subject::Pegawai(person(who));
                prop_assert_eq!(one.0, Ledger::from_entries(entries.iter().filter(|e| e.subject == subject)));
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|e| panic!("{e}"));
    let (mut lite, mut pg, _) = benches.into_inner();
    let all = |bench: &mut Bench| {
        let mut all = Vec::new();
        store::people::each_ledger(&mut bench.conn, |page| {
            all.extend(page.into_iter().map(|p| (p.id, p.instansi.clone(), p.ledger())));
            Ok(())
        })
        .unwrap();
        all
    };
    assert_eq!(all(&mut lite), all(&mut pg));
    for table in DERIVED {
        assert_eq!(rows(&mut lite, table), rows(&mut pg, table), "{}", table.name);
    }
    assert_intact(&mut lite);
    assert_eq!(verify(&mut lite), verify(&mut pg));
}
