//! One change of many people: all of it at one moment, or nothing.

#[path = "bersama/orang.rs"]
mod orang;

use host::Hall;
use host::peristiwa::Pelaku;
use host::serentak::{Perubahan, Urung};
use kernel::{Kind, Stamp};
use orang::{OWNER, draft, person, sound, with_hall};
use store::peristiwa::Baru;

fn pelaku() -> Pelaku {
    Pelaku { instansi: OWNER.into(), akun: "desi".into(), oleh: "Desi, Petugas BKD".into() }
}

fn told() -> Baru {
    Baru { pokok: "uji", pokok_id: "1".into(), jenis: "ditetapkan", isi: "{}".into() }
}

fn golongan(hall: &Hall, n: u8) -> Vec<Stamp> {
    let (ledger, _) = hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
    let rows = ledger.bases().iter().filter(|row| row.fact.kind == Kind::Golongan);
    rows.map(|row| ledger.head(row).recorded).collect()
}

#[test]
fn all_of_it_bears_one_moment() {
    with_hall("hall-serentak", 3, |hall, bench| {
        let drafts = (1..=3).map(|n| draft(n, "821/1".into(), 1)).collect();
        let change = Perubahan { drafts, events: vec![(told(), None)] };
        let at = hall.serentak::<()>(&pelaku(), |_| Ok(Ok(change))).expect("stored").expect("recorded");
        for n in 1..=3 {
            assert_eq!(golongan(hall, n), [at]);
        }
        let events = hall.with(|conn| store::peristiwa::of_thing(conn, "uji", "1")).expect("read");
        assert_eq!(events.iter().map(|e| e.recorded).collect::<Vec<_>>(), [at]);
        sound(bench, 3 + 4);
    });
}

#[test]
fn when_one_of_them_changed_meanwhile_nothing_is_recorded_of_anybody() {
    with_hall("hall-serentak-batal", 3, |hall, bench| {
        hall.record(draft(2, "820/9".into(), 1)).expect("recorded");
        let drafts = (1..=3).map(|n| draft(n, "821/1".into(), 1)).collect();
        let change = Perubahan { drafts, events: vec![(told(), None)] };
        let done = hall.serentak::<()>(&pelaku(), |_| Ok(Ok(change))).expect("stored");
        let Err(Urung::Bergeser(moved)) = done else { panic!("recorded") };
        assert_eq!(moved.iter().map(|m| m.0).collect::<Vec<_>>(), [1]);
        assert_eq!([1, 2, 3].map(|n| golongan(hall, n).len()), [0, 1, 0]);
        assert!(hall.with(|conn| store::peristiwa::of_thing(conn, "uji", "1")).expect("read").is_empty());
        sound(bench, 3 + 1);
    });
}

#[test]
fn what_belongs_to_another_journal_takes_all_of_it_back() {
    with_hall("hall-serentak-lain", 2, |hall, bench| {
        let mut drafts = vec![draft(1, "821/1".into(), 1), draft(2, "821/1".into(), 1)];
        drafts[1].instansi = "B2".into();
        let done = hall.serentak::<()>(&pelaku(), |_| Ok(Ok(Perubahan { drafts, events: Vec::new() })));
        assert!(matches!(done.expect("stored"), Err(Urung::Bergeser(moved)) if moved[0].0 == 1));
        sound(bench, 2);
    });
}
