//! The key of a node: lost, leaked, changed; the journal stays whole and says who signed what.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, key, new_key, rows, scripted, verify};
use store::handover::{hand_over, turns};
use store::key::{NodeKey, fingerprint};
use store::node::KEY_FILE;
use store::schema::{BASE, JURNAL_KUNCI};
use store::testing::{Bench, on_both};
use store::verify::{Report, Trust, verify_trusting};
use store::{Database, Error, Node};

fn trusting(bench: &mut Bench, now: Option<[u8; 32]>, pinned: &[&NodeKey]) -> Report {
    let pinned = pinned.iter().map(|k| fingerprint(&k.public().unwrap())).collect();
    verify_trusting(&mut bench.conn, &Trust { now, pinned }, |_| ()).unwrap().remove(0)
}

fn database(bench: &Bench) -> Database {
    bench.url().map_or(Database::Sqlite, |url| Database::Postgres(url.to_owned()))
}

#[test]
fn keys_take_turns_and_the_journal_stays_whole() {
    on_both("kunci-giliran", |bench| {
        scripted(bench);
        let before = verify(bench).remove(0).root;
        new_key(bench, 7, " kunci\n bocor ");
        assert_eq!(verify(bench).remove(0).root, before, "a key is no entry");
        // Twice without an entry in between, then entries, then once more.
        new_key(bench, 8, "pergantian tahunan");
        bench.append(A1, &[common::download(70, 3, "U1")]);
        new_key(bench, 9, "pergantian tahunan");
        bench.append(A1, &[common::download(71, 4, "U1")]);
        assert_intact(bench);
        let report = verify(bench).remove(0);
        let after: Vec<u64> = report.signers.iter().map(|s| s.after).collect();
        assert_eq!((after, report.signers.iter().all(|s| s.vouched)), (vec![0, 11, 11, 12], true));
        let reasons: Vec<String> =
            turns(&mut bench.conn, A1).unwrap().into_iter().map(|t| t.reason).collect();
        assert_eq!(reasons, ["kunci bocor", "pergantian tahunan", "pergantian tahunan"]);
        let now = bench.node.key.public();
        assert!(trusting(bench, now, &[]).intact());
        assert!(!trusting(bench, key(8).public(), &[]).intact(), "an old key is not the node's any more");
    });
}

#[test]
fn an_old_or_missing_key_writes_nothing() {
    on_both("kunci-lama", |bench| {
        scripted(bench);
        let old = std::mem::replace(&mut bench.node.key, key(7));
        let refused = bench.write(A1, |_| Ok(())).unwrap_err().to_string();
        assert!(refused.contains("jurnal kunci ganti"), "{refused}");
        bench.node.key = old;
        new_key(bench, 7, "kunci bocor");
        bench.append(A1, &[common::download(70, 3, "U1")]);
        bench.node.key = NodeKey::load(&bench.folder().join("tiada")).unwrap();
        let refused = bench.write(A1, |_| Ok(())).unwrap_err().to_string();
        assert!(
            refused.contains("kunci-simpul tidak ada") && refused.contains("jurnal kunci ganti"),
            "{refused}"
        );
        assert!(store::handover::may_sign_all(&mut bench.conn, &bench.node.key).is_err());
        assert!(store::handover::may_sign_all(&mut bench.conn, &key(7)).is_ok());
        assert_intact(bench);
    });
}

#[test]
fn a_pinned_key_vouches_for_those_it_named_and_no_others() {
    on_both("kunci-sidik", |bench| {
        scripted(bench);
        let first = key(store::testing::SEED);
        assert_eq!(bench.node.key.public(), first.public());
        new_key(bench, 7, "kunci bocor");
        bench.append(A1, &[common::download(70, 3, "U1")]);
        // The second key is lost: nobody but the third says that it takes over.
        let (node, now) = (&bench.node, bench.node.clock.now());
        let lost = NodeKey::load(&node.folder().join("tiada")).unwrap();
        bench.conn.transaction(|conn| hand_over(conn, &lost, &key(8), now, "kunci hilang")).unwrap();
        assert_intact(bench);
        let vouched: Vec<bool> = verify(bench).remove(0).signers.iter().map(|s| s.vouched).collect();
        assert_eq!(vouched, [true, true, false]);
        //     kunci yang sidiknya dicatat di luar | utuh? entri yang disebut
        let table: [(&[&NodeKey], Option<i64>); 5] = [
            (&[], None),
            (&[&first, &key(8)], None),
            (&[&first], Some(11)),
            (&[&key(7), &key(8)], Some(2)),
            (&[&key(9)], Some(2)),
        ];
        for (pinned, expected) in table {
            let trouble = trusting(bench, None, pinned).trouble;
            assert_eq!(trouble.and_then(|t| t.seq), expected);
        }
        // Taken back, the second hand-over leaves the last entry to the second key: whole, but not to
        // one who has the key file.
        bench.raw("DELETE FROM jurnal_kunci WHERE ke = 1");
        assert_intact(bench);
        assert_eq!(trusting(bench, key(8).public(), &[]).trouble.and_then(|t| t.seq), Some(10));
    });
}

#[test]
fn a_reason_and_a_new_key_are_required() {
    on_both("kunci-alasan", |bench| {
        scripted(bench);
        let now = bench.node.clock.now();
        let missing = NodeKey::load(&bench.folder().join("tiada")).unwrap();
        for (new, reason) in [(&key(7), " \n "), (&missing, "kunci bocor")] {
            let node = &bench.node;
            let refused = bench.conn.transaction(|conn| hand_over(conn, &node.key, new, now, reason));
            assert!(matches!(refused, Err(Error::Refused(_))));
        }
        assert!(rows(bench, &JURNAL_KUNCI).is_empty());
        assert!(bench.node.replace_key("coba").is_err(), "a demo's key follows from its seed");
    });
}

/// A real node: no seed, its key in a file.
fn real(bench: &mut Bench) -> Node {
    bench.raw("DELETE FROM simpul");
    let mut node = Node::open(bench.folder(), database(bench), &[], None).unwrap();
    bench.tenant(A1);
    node.clock = store::Clock::Fixed(store::testing::NOW);
    std::mem::swap(&mut bench.node, &mut node);
    bench.append(A1, &[common::download(1, 1, "U1")]);
    Node::open(bench.folder(), database(bench), &[], None).unwrap()
}

fn files(bench: &Bench) -> Vec<String> {
    let found = std::fs::read_dir(bench.folder()).unwrap().flatten();
    let mut names: Vec<String> = found.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|n| n.starts_with(KEY_FILE));
    names.sort();
    names
}

#[test]
fn a_key_that_has_signed_is_never_made_again() {
    on_both("kunci-hilang", |bench| {
        let first = real(bench).key.public().unwrap();
        std::fs::remove_file(bench.folder().join(KEY_FILE)).unwrap();
        let node = Node::open(bench.folder(), database(bench), &[], None).unwrap();
        assert_eq!((node.key.public(), files(bench)), (None, Vec::<String>::new()));
        assert_intact(bench);
        let second = node.replace_key("kunci hilang").unwrap();
        assert_ne!(first, second);
        assert_eq!(files(bench), [KEY_FILE]);
        bench.node = Node::open(bench.folder(), database(bench), &[], None).unwrap();
        bench.append(A1, &[common::download(2, 1, "U1")]);
        assert_eq!(trusting(bench, Some(second), &[]).trouble, None);
        assert!(!verify(bench)[0].signers[1].vouched);
    });
}

#[test]
fn a_change_cut_off_in_the_middle_is_finished_by_the_next() {
    on_both("kunci-putus", |bench| {
        let node = real(bench);
        let second = node.replace_key("kunci bocor").unwrap();
        let retired = format!("{KEY_FILE}.pensiun-{}", &fingerprint(&node.key.public().unwrap())[..8]);
        assert_eq!(files(bench), [KEY_FILE, retired.as_str()]);
        // As it was between database and files: the old key in its place, the new one beside it.
        let at = |name: &str| bench.folder().join(name);
        std::fs::rename(at(KEY_FILE), at("kunci-simpul.baru")).unwrap();
        std::fs::rename(at(&retired), at(KEY_FILE)).unwrap();
        let node = Node::open(bench.folder(), database(bench), &[], None).unwrap();
        assert!(store::handover::may_sign_all(&mut bench.conn, &node.key).is_err());
        assert_eq!(node.replace_key("ulang").unwrap(), second);
        assert_eq!(files(bench), [KEY_FILE, retired.as_str()]);
        assert_eq!(turns(&mut bench.conn, A1).unwrap().len(), 1, "it is no second change");
        assert_eq!(trusting(bench, Some(second), &[]).trouble, None);
    });
}

#[test]
fn looking_makes_nothing() {
    on_both("kunci-lihat", |bench| {
        let empty = bench.folder().join("kosong");
        assert!(Node::open_as_is(&empty, Database::Sqlite, &[]).is_err());
        assert!(!empty.exists());
        real(bench);
        std::fs::remove_file(bench.folder().join(KEY_FILE)).unwrap();
        let before: Vec<_> = BASE.iter().map(|t| rows(bench, t)).collect();
        let node = Node::open_as_is(bench.folder(), database(bench), &[]).unwrap();
        assert_eq!((node.key.public(), files(bench)), (None, Vec::<String>::new()));
        assert_eq!(BASE.iter().map(|t| rows(bench, t)).collect::<Vec<_>>(), before);
        bench.raw("DROP TABLE jurnal_kunci");
        let refused = Node::open_as_is(bench.folder(), database(bench), &[]).map(|_| ()).unwrap_err();
        assert!(refused.to_string().contains("lebih lama"), "{refused}");
    });
}
