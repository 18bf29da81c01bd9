//! Recording with many hands: no update is lost, nothing is written twice, the journal's order is the truth.

#[path = "bersama/orang.rs"]
mod orang;

use host::record::{Draft, Recorded, Unrecorded};
use kernel::{Act, Fact, Field, Kind, Value};
use orang::{draft, person, sound, with_hall};

#[test]
fn of_many_corrections_at_once_each_sees_the_one_before_or_is_told() {
    with_hall("hall-catat-serentak", 4, |hall, bench| {
        const HANDS: usize = 8;
        const ROUNDS: usize = 5;
        let saved: Vec<Recorded> = std::thread::scope(|scope| {
            let hands: Vec<_> = (0..HANDS)
                .map(|hand| {
                    scope.spawn(move || {
                        let n = (hand % 4) as u8 + 1;
                        let mut saved = Vec::new();
                        while saved.len() < ROUNDS {
                            let (ledger, _) =
                                hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
                            let nomor = format!("{hand}/{}", saved.len());
                            match hall.record(draft(n, nomor, ledger.heads().len())) {
                                Ok(recorded) => saved.push(recorded),
                                // Look again, and say it again.
                                Err(Unrecorded::Moved) => {}
                                Err(why) => panic!("{why:?}"),
                            }
                        }
                        saved
                    })
                })
                .collect();
            hands.into_iter().flat_map(|hand| hand.join().expect("done")).collect()
        });
        let mut places: Vec<i64> = saved.iter().map(|r| r.seq).collect();
        places.sort_unstable();
        let expected: Vec<i64> = (4..4 + (HANDS * ROUNDS) as i64).collect();
        assert_eq!(places, expected, "every one has a place of its own, without a gap");
        for n in 1..=4 {
            let (ledger, traces) = hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
            let mut numbers: Vec<&str> = ledger.heads().iter().map(|h| h.document.nomor.as_str()).collect();
            numbers.sort_unstable();
            let before = numbers.len();
            numbers.dedup();
            assert_eq!((before, numbers.len(), traces.len()), (11, 11, 11), "all of both hands, each once");
        }
        sound(bench, 44);
    });
}

#[test]
fn what_does_not_fit_takes_nothing_else_along() {
    with_hall("hall-catat-tolak", 2, |hall, bench| {
        let mut stranger = draft(9, "1".into(), 0);
        assert!(matches!(hall.record(stranger.clone()), Err(Unrecorded::Moved)), "nobody knows this person");
        stranger.instansi = "B2".into();
        assert!(
            matches!(hall.record(stranger), Err(Unrecorded::Failed(_))),
            "an instansi that is not served"
        );
        let taken = Fact::new(Kind::Identitas, None, [(Field::Nip, Value::text("198501012010010002"))]);
        let nip = Draft { acts: vec![(Act::Perubahan, taken)], ..draft(1, "2".into(), 1) };
        assert!(matches!(hall.record(nip), Err(Unrecorded::Taken(Field::Nip))));
        assert!(matches!(hall.record(draft(1, "3".into(), 0)), Err(Unrecorded::Moved)));
        assert!(hall.record(draft(1, "4".into(), 1)).is_ok());
        sound(bench, 3);
    });
}
