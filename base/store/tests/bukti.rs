//! Receipts: stored, read, found again by what they rest on; no statement about the person.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, entry, id, person, receipt, rows, scripted};
use kernel::{Act, EntryId, Fact, FactId, Field, Kind, Rank, Stamp, Subject, Value};
use store::bukti::{Place, of_other_packs, of_person, one, touched};
use store::schema::{BUKTI, BUKTI_DASAR, BUKTI_NORMA};
use store::testing::{Bench, NOW, on_both};
use store::verify::Trust;

/// The golongan that the download of somebody states.
fn golongan(download: u8) -> FactId {
    FactId { entry: EntryId(id(download)), ordinal: 3 }
}

fn amend(n: u8, who: u8, act: Act, kind: Kind) -> kernel::Entry {
    let values = (kind == Kind::Golongan).then(|| (Field::GolonganNama, Value::text("III/c")));
    let mut entry =
        entry(n, Subject::Pegawai(person(who)), Rank::Sk, vec![(act, Fact::new(kind, None, values))]);
    entry.recorded = Stamp(NOW.0);
    entry
}

fn queue(bench: &mut Bench) -> Vec<(EntryId, usize)> {
    let found = touched(&mut bench.conn, Place::NEWEST, 100).unwrap();
    found.into_iter().map(|t| (t.bukti.entry, t.corrections.len())).collect()
}

#[test]
fn a_receipt_is_read_back_and_states_nothing() {
    on_both("bukti", |bench| {
        scripted(bench);
        let before = store::people::ledger(&mut bench.conn, person(1)).unwrap();
        let since = store::people::journal_sizes(&mut bench.conn).unwrap()[0].1;
        let entry = receipt(bench, 1, &[golongan(4)], 1);
        assert_eq!(store::people::ledger(&mut bench.conn, person(1)).unwrap(), before);
        let news = store::people::entries_since(&mut bench.conn, A1, since).unwrap();
        assert_eq!(news, store::people::Since::default(), "nothing is known that was not");
        let read = one(&mut bench.conn, person(1), entry).unwrap().unwrap();
        assert_eq!((read.norma.as_str(), read.putusan.as_str()), ("kp.reguler", "LULUS"));
        assert_eq!((read.diketahui, read.sidik, read.paket), (NOW, [4; 32], [1; 32]));
        assert_eq!(
            of_person(&mut bench.conn, person(1), Place::NEWEST, 9).unwrap(),
            std::slice::from_ref(&read)
        );
        assert!(of_person(&mut bench.conn, person(1), read.place(), 9).unwrap().is_empty());
        assert_eq!(Place::parse(&read.place().text()), Some(read.place()));
        assert!(one(&mut bench.conn, person(2), entry).unwrap().is_none(), "somebody else's");
        let named = store::verify::kept::named_files(&mut bench.conn).unwrap();
        assert!(named.contains_key(&[4; 32]), "its text is a file the journal names");
        assert_intact(bench);
    });
}

#[test]
fn what_it_rests_on_leads_back_to_it() {
    on_both("bukti-tinjau", |bench| {
        scripted(bench);
        // What was corrected before is no news to a receipt.
        let first = receipt(bench, 1, &[golongan(4)], 1);
        let second = receipt(bench, 2, &[golongan(5)], 2);
        assert!(queue(bench).is_empty());
        // Neither is a ralat of something else.
        bench.append(
            A1,
            &[amend(70, 2, Act::Pembatalan(FactId { ordinal: 1, ..golongan(5) }), Kind::UnitKerja)],
        );
        assert!(queue(bench).is_empty());
        bench.append(A1, &[amend(71, 1, Act::Ralat(golongan(4)), Kind::Golongan)]);
        assert_eq!(queue(bench), [(first, 1)]);
        bench.append(A1, &[amend(72, 2, Act::Pembatalan(golongan(5)), Kind::Golongan)]);
        assert_eq!(queue(bench), [(second, 1), (first, 1)], "newest first");
        let found = touched(&mut bench.conn, Place::NEWEST, 100).unwrap();
        let correction = &found[0].corrections[0];
        assert!(correction.annuls && correction.kind == Kind::Golongan && correction.target == golongan(5));
        assert_eq!(correction.document.nomor, "821/72/2026");
        let next = touched(&mut bench.conn, found[0].bukti.place(), 100).unwrap();
        assert_eq!(next.len(), 1, "the page after the first receipt");
        // One stored afterwards knew of it.
        receipt(bench, 1, &[golongan(4)], 1);
        assert_eq!(queue(bench).len(), 2);
    });
}

#[test]
fn receipts_of_another_pack_come_with_their_versions() {
    on_both("bukti-paket", |bench| {
        scripted(bench);
        let old = receipt(bench, 1, &[], 1);
        receipt(bench, 2, &[], 2);
        let found = of_other_packs(&mut bench.conn, &[2; 32], Place::NEWEST, 9).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].bukti.entry, found[0].versi[0].kunci.as_str()), (old, "kp.masa_min"));
        assert!(of_other_packs(&mut bench.conn, &[2; 32], found[0].bukti.place(), 9).unwrap().is_empty());
    });
}

#[test]
fn a_rebuild_finds_them_and_an_order_destroys_them() {
    on_both("bukti-turunan", |bench| {
        scripted(bench);
        receipt(bench, 1, &[golongan(4)], 1);
        receipt(bench, 2, &[golongan(5)], 1);
        let tables = |bench: &mut Bench| [&BUKTI, &BUKTI_DASAR, &BUKTI_NORMA].map(|t| rows(bench, t));
        let before = tables(bench);
        assert!(before.iter().all(|rows| rows.len() == 2));
        bench.raw("DELETE FROM bukti; DELETE FROM bukti_dasar; DELETE FROM bukti_norma");
        assert!(!common::verify(bench)[0].intact());
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert_eq!(tables(bench), before);
        assert_intact(bench);
        let mut source = bench.node.source(&mut bench.conn).unwrap();
        let order = common::document(Rank::Sk, "BA/2/2026");
        let (conn, key) = (&mut bench.conn, &bench.node.key);
        store::erase::destroy(conn, key, &mut source, A1, person(1), "arsiparis", order).unwrap();
        assert!(tables(bench).iter().all(|rows| rows.len() == 1), "of the other person only");
        assert_intact(bench);
    });
}
