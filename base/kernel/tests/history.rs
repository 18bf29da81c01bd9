//! A history says what a snapshot says, about every person at every moment.

mod common;

use common::generate::{day, entries};
use common::{date, document, entry, fact, minute};
use kernel::history::{self, Change, History};
use kernel::*;
use proptest::prelude::*;

/// Kinds and fields the generator plays with; every constraint is among them.
const CODED: [(Kind, Field); 5] = [
    (Kind::Golongan, Field::GolonganNama),
    (Kind::Jabatan, Field::JabatanNama),
    (Kind::Jabatan, Field::Eselon),
    (Kind::Identitas, Field::Nama),
    (Kind::UnitKerja, Field::UnorId),
];

/// 1 for `a`, 2 for `b`, 3 for `c`; 0 when nothing is stated.
fn code(snapshot: &Snapshot<'_>, field: Field) -> u32 {
    snapshot.text(field).bytes().next().map_or(0, |letter| u32::from(letter - b'a') + 1)
}

fn changes(entries: &[Entry], kind: Kind, field: Field) -> Vec<Change> {
    history::changes(&Ledger::from_entries(entries), kind, |s| code(s, field))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Ralat, pembatalan, downloads, ends, several facts of a day: the same answer as a snapshot of
    /// everything, in one column of many people and for each of them alone.
    #[test]
    fn a_history_is_the_snapshot_of_every_moment(
        people in prop::collection::vec(entries(9), 0..4),
        moments in prop::collection::vec((day(), -40..40i32, -1..42i64), 1..8),
    ) {
        for (kind, field) in CODED {
            let mut builder = History::builder();
            people.iter().for_each(|entries| builder.push(&changes(entries, kind, field)));
            let history = builder.build();
            prop_assert_eq!(history.len(), people.len());
            let mut column = Vec::new();
            for (day, days, known) in &moments {
                for known in [minute(*known), Stamp::MIN, Stamp::MAX] {
                    let as_of = AsOf { effective: day.add_days(*days), known };
                    history.fold(as_of, &mut column);
                    let expected: Vec<u32> = people
                        .iter()
                        .map(|entries| code(&Snapshot::fold(&Ledger::from_entries(entries), as_of), field))
                        .collect();
                    prop_assert_eq!(&column, &expected, "{:?} {:?}", field, as_of);
                    let alone: Vec<u32> = (0..history.len()).map(|i| history.at(i, as_of)).collect();
                    prop_assert_eq!(&alone, &expected);
                }
            }
        }
    }

    /// Whether something of a kind of which several hold together is in force is a code like any other.
    #[test]
    fn a_code_may_be_made_of_several_rows(all in entries(9), effective in day(), known in 0..41i64) {
        let count = |s: &Snapshot<'_>| s.several(Kind::PerjanjianKerja).count() as u32;
        let ledger = Ledger::from_entries(&all);
        let mut builder = History::builder();
        builder.push(&history::changes(&ledger, Kind::PerjanjianKerja, count));
        let as_of = AsOf { effective, known: minute(known) };
        prop_assert_eq!(builder.build().at(0, as_of), count(&Snapshot::fold(&ledger, as_of)));
    }

    /// At one moment of knowing each day speaks once, in ascending order, and never to repeat itself.
    #[test]
    fn rows_in_force_ascend(all in entries(12), known in 0..41i64) {
        let known = minute(known);
        let rows = changes(&all, Kind::Golongan, Field::GolonganNama);
        prop_assert!(rows.iter().all(|r| r.from < r.until));
        let seen: Vec<&Change> = rows.iter().filter(|r| r.from <= known && known < r.until).collect();
        prop_assert!(seen.is_sorted_by(|a, b| a.day < b.day && a.code != b.code));
    }
}

/// Pak Hadi: III/b since 2020; a ralat recorded later says it was III/c all along; then 2024.
#[test]
fn a_ralat_changes_what_is_known_and_not_what_was() {
    let golongan = |tmt: &str, nama: &str| fact(Kind::Golongan, tmt, &[(Field::GolonganNama, nama)]);
    let sk = |nomor: &str, day: &str| document(Rank::Sk, nomor, day);
    let first = entry(10, sk("1", "01-03-2020"), vec![(Act::Perubahan, golongan("01-04-2020", "b"))]);
    let wrong = FactId { entry: first.id, ordinal: 0 };
    let all = [
        first,
        entry(20, sk("2", "01-05-2020"), vec![(Act::Ralat(wrong), golongan("01-04-2020", "c"))]),
        entry(30, sk("3", "01-03-2024"), vec![(Act::Perubahan, golongan("01-04-2024", "a"))]),
    ];
    let (early, late) = (date("01-04-2020"), date("01-04-2024"));
    let row = |day, from, until, code| Change { day, from, until, code };
    let expected = [
        row(early, minute(10), minute(20), 2),
        row(early, minute(20), Stamp::MAX, 3),
        row(late, minute(30), Stamp::MAX, 1),
    ];
    assert_eq!(changes(&all, Kind::Golongan, Field::GolonganNama), expected);
}

#[test]
fn nobody_and_nothing() {
    let mut column = vec![7];
    History::builder().build().fold(AsOf::on(date("01-01-2024")), &mut column);
    assert_eq!(column, []);
    let mut builder = History::builder();
    builder.push(&[]);
    let history = builder.build();
    history.fold(AsOf::on(date("01-01-2024")), &mut column);
    assert_eq!((column, history.rows(), history.at(5, AsOf::on(Date::MIN))), (vec![0], 0, 0));
}
