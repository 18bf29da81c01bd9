//! Items of the re-examination queue: closed, opened again by what comes later, and made anew from the journal.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, DESI, assert_intact, close, entry, id, person, receipt, rows, scripted};
use kernel::{Act, EntryId, Fact, FactId, Field, Kind, Rank, Stamp, Subject, Value};
use store::bukti::{Place, of_other_packs, touched};
use store::pejabat::tinjau::{NewTutup, closed, corrections, of_receipt};
use store::schema::TUTUP_TINJAU;
use store::testing::{Bench, NOW, on_both};
use store::verify::Trust;

fn golongan() -> FactId {
    FactId { entry: EntryId(id(4)), ordinal: 3 }
}

/// A ralat of the golongan of the first person; answers its statement.
fn corrected(bench: &mut Bench, n: u8) -> FactId {
    let fact = Fact::new(Kind::Golongan, None, [(Field::GolonganNama, Value::text("III/c"))]);
    let acts = vec![(Act::Ralat(golongan()), fact)];
    let mut entry = entry(n, Subject::Pegawai(person(1)), Rank::Sk, acts);
    entry.recorded = Stamp(NOW.0);
    bench.append(A1, &[entry]);
    FactId { entry: EntryId(id(n)), ordinal: 0 }
}

fn queue(bench: &mut Bench) -> Vec<usize> {
    let found = touched(&mut bench.conn, Place::NEWEST, 100).unwrap();
    found.iter().map(|t| t.corrections.len()).collect()
}

fn done(bench: &mut Bench) -> usize {
    closed(&mut bench.conn, &[8; 32], Place::NEWEST, 9).unwrap().len()
}

#[test]
fn a_closed_item_leaves_the_queue_until_something_new_touches_it() {
    on_both("tinjau-tutup", |bench| {
        scripted(bench);
        let bukti = receipt(bench, 1, &[golongan()], 1);
        let first = corrected(bench, 71);
        assert_eq!((queue(bench), done(bench)), (vec![1], 0));
        close(bench, 1, bukti, &[first]).unwrap();
        assert_eq!((queue(bench), done(bench)), (vec![], 1));
        let second = corrected(bench, 72);
        assert_eq!((queue(bench), done(bench)), (vec![1], 0), "only what is new stands in it");
        assert_eq!(corrections(&mut bench.conn, person(1), bukti).unwrap(), [second]);
        close(bench, 1, bukti, &[second]).unwrap();
        assert_eq!((queue(bench), done(bench)), (vec![], 1), "one item, however often it was closed");
        let (_, history) = of_receipt(&mut bench.conn, person(1), bukti).unwrap().unwrap();
        assert_eq!(history.len(), 2);
        assert_eq!((history[0].hasil.as_str(), history[0].by.as_str()), ("tetap", "Desi, Petugas BKD"));
        assert!(of_receipt(&mut bench.conn, person(2), bukti).unwrap().is_none(), "somebody else's");
        let next = closed(&mut bench.conn, &[8; 32], Place::NEWEST, 9).unwrap();
        let behind = Place { recorded: next[0].tutup.recorded, entry: next[0].tutup.entry };
        assert!(closed(&mut bench.conn, &[8; 32], behind, 9).unwrap().is_empty());
        assert_intact(bench);
    });
}

#[test]
fn nobody_closes_what_they_have_not_read() {
    on_both("tinjau-lomba", |bench| {
        scripted(bench);
        let bukti = receipt(bench, 1, &[golongan()], 1);
        let first = corrected(bench, 71);
        corrected(bench, 72);
        let told = close(bench, 1, bukti, &[first]).expect_err("a correction came meanwhile").to_string();
        assert!(told.contains("perubahan baru"), "{told}");
        // Two officers at once: the second has not seen the closing of the first.
        let stale = NewTutup {
            pegawai: person(1),
            bukti,
            hasil: "tetap",
            alasan: "sama",
            paket: [8; 32],
            keadaan: [6; 32],
            after: None,
            read: &[],
        };
        let all = corrections(&mut bench.conn, person(1), bukti).unwrap();
        close(bench, 1, bukti, &all).unwrap();
        let mut source = bench.node.source(&mut bench.conn).unwrap();
        let (conn, key) = (&mut bench.conn, &bench.node.key);
        assert!(store::pejabat::tinjau::close(conn, key, &mut source, &DESI, &stale, None).is_err());
        assert_eq!(rows(bench, &TUTUP_TINJAU).len(), 1);
    });
}

#[test]
fn a_change_of_the_law_is_closed_for_the_pack_it_was_read_in() {
    on_both("tinjau-paket", |bench| {
        scripted(bench);
        let bukti = receipt(bench, 1, &[], 1);
        let older = |bench: &mut Bench, paket: u8| {
            let found = of_other_packs(&mut bench.conn, &[paket; 32], Place::NEWEST, 9).unwrap();
            found.into_iter().map(|o| o.closed).collect::<Vec<_>>()
        };
        assert_eq!(older(bench, 8), [None]);
        close(bench, 1, bukti, &[]).unwrap();
        assert!(older(bench, 8).is_empty(), "closed under this pack");
        assert_eq!(older(bench, 9), [Some([6; 32])], "a later pack is compared with what was read then");
        let versions = |bench: &mut Bench, paket: u8| {
            closed(&mut bench.conn, &[paket; 32], Place::NEWEST, 9).unwrap()[0].versi.len()
        };
        assert_eq!((versions(bench, 8), versions(bench, 9)), (0, 1));
    });
}

#[test]
fn a_rebuild_makes_the_same_rows_and_an_order_destroys_them() {
    on_both("tinjau-turunan", |bench| {
        scripted(bench);
        let (one, two) = (receipt(bench, 1, &[], 1), receipt(bench, 2, &[], 1));
        let since = store::people::journal_sizes(&mut bench.conn).unwrap()[0].1;
        close(bench, 1, one, &[]).unwrap();
        close(bench, 2, two, &[]).unwrap();
        let news = store::people::entries_since(&mut bench.conn, A1, since).unwrap();
        assert_eq!(news, store::people::Since::default(), "nothing is known that was not");
        let before = rows(bench, &TUTUP_TINJAU);
        bench.raw("DELETE FROM tutup_tinjau");
        assert!(!common::verify(bench)[0].intact());
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert!(rows(bench, &TUTUP_TINJAU) == before && before.len() == 2);
        let mut source = bench.node.source(&mut bench.conn).unwrap();
        let order = common::document(Rank::Sk, "BA/2/2026");
        let (conn, key) = (&mut bench.conn, &bench.node.key);
        store::erase::destroy(conn, key, &mut source, A1, person(1), "arsiparis", order).unwrap();
        assert_eq!(rows(bench, &TUTUP_TINJAU), before[1..], "of the other person only");
        assert_intact(bench);
    });
}
