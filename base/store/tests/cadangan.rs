//! A backup brings a node back, on its own engine and on the other; a bad file brings nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{A1, Cell, rows, scripted, verify};
use std::path::{Path, PathBuf};
use store::cadangan::{self, Made};
use store::schema::BASE;
use store::testing::{Bench, on_both, postgres_url};
use store::{Conn, Database, Error, Node};

fn backup(bench: &Bench, name: &str) -> (PathBuf, Made) {
    let path = bench.folder().join(name);
    let made = cadangan::make(&bench.node, &[], &[], &path, |_| ()).expect("backup is made");
    (path, made)
}

fn restore(path: &Path, folder: &Path, database: &Database) -> store::Result<cadangan::Restored> {
    cadangan::restore(path, folder, database, &[], |_| Ok(()), |_| ())
}

/// What every table of a node says.
fn everything(bench: &mut Bench) -> Vec<(&'static str, Vec<Vec<Cell>>)> {
    BASE.iter().map(|t| (t.name, rows(bench, t))).collect()
}

/// The same of a node that is no bench.
fn said(node: Node, engine: &'static str) -> Vec<(&'static str, Vec<Vec<Cell>>)> {
    let conn: Conn = node.connect().unwrap();
    let mut bench = Bench::around(node, conn, engine);
    let all = everything(&mut bench);
    assert!(verify(&mut bench).iter().all(|r| r.intact()));
    all
}

fn attached(bench: &Bench, content: &[u8]) -> [u8; 32] {
    let from = bench.node.berkas.incoming("uji").unwrap();
    std::fs::write(&from, content).unwrap();
    bench.node.berkas.keep(&from).unwrap()
}

#[test]
fn a_backup_of_either_engine_lives_again_on_both() {
    on_both("cadangan_silang", |bench| {
        scripted(bench);
        let hash = attached(bench, &b"isi SK ".repeat(100_000));
        let (path, made) = backup(bench, "a.cadangan");
        assert_eq!((made.files, made.changed.len()), (1, 0));
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!((made.size, made.hash), (bytes.len() as u64, store::berkas::sha256(&bytes)));
        let checked = cadangan::check(&path, &[], |_| ()).expect("it is whole");
        assert_eq!((checked.files, &checked.header, checked.reports.len()), (1, &made.header, 1));
        let before = everything(bench);
        let heads = verify(bench);
        assert_eq!(checked.reports, heads, "the file says of its journals what the node says");

        let home = tempfile::tempdir().unwrap();
        let targets = [
            ("SQLite", Database::Sqlite),
            ("PostgreSQL", Database::Postgres(postgres_url("cadangan_sasaran"))),
        ];
        for (engine, database) in targets {
            let folder = home.path().join(engine);
            let restored = restore(&path, &folder, &database).expect("restored");
            assert_eq!((&restored.reports, restored.files), (&heads, 1));
            assert!(restored.can_sign);
            let node = Node::open(&folder, database.clone(), &[], None).unwrap();
            assert_eq!(node.key.public(), bench.node.key.public());
            assert_eq!(node.berkas.state(&hash).unwrap(), store::berkas::Kept::Intact);
            assert!(said(node, engine) == before, "{} to {engine}", bench.engine);
            let again = restore(&path, &folder, &database).expect_err("something stands there");
            assert!(again.to_string().contains("tidak kosong"), "{again}");
        }
    });
}

#[test]
fn what_is_written_meanwhile_does_not_disturb() {
    on_both("cadangan_berjalan", |bench| {
        scripted(bench);
        let stop = std::sync::atomic::AtomicBool::new(false);
        let written = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            let (node, stop, written) = (&bench.node, &stop, &written);
            let writer = scope.spawn(move || {
                let (mut conn, mut n) = (node.connect().unwrap(), 20u8);
                while !stop.load(std::sync::atomic::Ordering::Relaxed) && n < 250 {
                    store::testing::write(node, &mut conn, A1, |w| {
                        w.append(&common::download(n, n, "U1")).map(|_| ())
                    })
                    .unwrap();
                    n += 1;
                    written.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                }
            });
            // A busy machine may not let the writer begin before the eighth backup is done.
            const TURNS: usize = 400;
            let begun = || written.load(std::sync::atomic::Ordering::Relaxed) > 0;
            for turn in (0..TURNS).take_while(|turn| *turn < 8 || !begun()) {
                let (path, made) = backup(bench, &format!("{turn}.cadangan"));
                let checked = cadangan::check(&path, &[], |_| ()).expect("whole");
                assert!(checked.reports[0].intact(), "{:?}", checked.reports[0].trouble);
                assert_eq!(checked.reports[0].entries, made.header.heads[0].entries);
            }
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
            writer.join().unwrap();
            assert!(begun(), "somebody did write");
        });
    });
}

#[test]
fn a_file_that_is_not_what_was_written_brings_nothing() {
    let mut bench = Bench::sqlite("cadangan_rusak", &[]);
    scripted(&mut bench);
    attached(&bench, b"berkas");
    let (path, _) = backup(&bench, "utuh.cadangan");
    let whole = std::fs::read(&path).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        bytes
    };
    let with = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    let last = whole.len();
    //  what came                           damaged   what is said
    let table: Vec<(Vec<u8>, bool, &str)> = vec![
        (Vec::new(), false, "bukan berkas cadangan Sinergi"),
        (b"PK\x03\x04 buku kerja".to_vec(), false, "bukan berkas cadangan Sinergi"),
        (whole[..10].to_vec(), false, "bukan berkas cadangan Sinergi"),
        (whole[..18].to_vec(), true, "terpotong"),
        (whole[..19].to_vec(), true, "terpotong"),
        (whole[..60].to_vec(), true, "terpotong"),
        (whole[..last / 2].to_vec(), true, "terpotong"),
        (whole[..last - 1].to_vec(), true, "terpotong"),
        ([&whole[..], b"x"].concat(), true, "terpotong"),
        (with(18, 2), false, "lebih baru (format 2, program ini 1)"),
        (flipped(22), true, "berubah sejak dibuat"),
        (flipped(last / 2), true, "berubah sejak dibuat"),
        (flipped(last - 50), true, "berubah sejak dibuat"),
        (flipped(last - 20), true, "berubah sejak dibuat"),
        (flipped(last - 3), true, "terpotong"),
    ];
    let (bad, target) = (bench.folder().join("buruk.cadangan"), bench.folder().join("baru"));
    for (bytes, damaged, words) in table {
        std::fs::write(&bad, &bytes).unwrap();
        let checked = cadangan::check(&bad, &[], |_| ()).expect_err(words);
        let restored = restore(&bad, &target, &Database::Sqlite).expect_err(words);
        for e in [checked, restored] {
            assert!(
                e.to_string().contains(words) && e.to_string().contains("buruk.cadangan"),
                "{words}: {e}"
            );
            assert_eq!(e.is_damage(), damaged, "{words}: {e}");
        }
        assert!(!target.exists(), "{words}: nothing is left");
    }
    for at in (19..last).step_by(last / 300 + 1) {
        std::fs::write(&bad, flipped(at)).unwrap();
        let e = cadangan::check(&bad, &[], |_| ()).expect_err("one byte");
        assert!(e.is_damage(), "byte {at}: {e}");
    }
    let missing = cadangan::check(&bench.folder().join("tiada"), &[], |_| ()).expect_err("no file");
    assert!(matches!(&missing, Error::Refused(t) if t.contains("tidak ada")), "{missing}");
}

#[test]
fn a_backup_of_a_forged_journal_is_seen_and_not_restored() {
    on_both("cadangan_palsu", |bench| {
        scripted(bench);
        bench.raw("UPDATE jurnal SET dicatat = dicatat WHERE seq = 3");
        bench.raw("DELETE FROM jurnal WHERE seq = 5");
        let (path, _) = backup(bench, "palsu.cadangan");
        let checked = cadangan::check(&path, &[], |_| ()).expect("the file itself is whole");
        assert_eq!(checked.reports[0].trouble.as_ref().unwrap().seq, Some(5));
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("baru");
        let e = restore(&path, &target, &Database::Sqlite).expect_err("refused");
        assert!(e.is_damage() && e.to_string().contains("entri 5"), "{e}");
        assert!(!target.exists());
    });
}

#[test]
fn a_target_that_is_taken_is_left_alone() {
    let mut bench = Bench::postgres("cadangan_terisi", &[]);
    scripted(&mut bench);
    let (path, _) = backup(&bench, "a.cadangan");
    let again = cadangan::make(&bench.node, &[], &[], &path, |_| ()).expect_err("never written over");
    assert!(again.to_string().contains("sudah ada"), "{again}");
    let home = tempfile::tempdir().unwrap();
    // A folder with anything in it.
    std::fs::write(home.path().join("catatan.txt"), "x").unwrap();
    let e = restore(&path, home.path(), &Database::Sqlite).expect_err("not empty");
    assert!(e.to_string().contains("tidak kosong: berisi catatan.txt"), "{e}");
    // A database with anything in it: the folder goes again too.
    let folder = home.path().join("baru");
    let taken = Database::Postgres(bench.url().unwrap().to_owned());
    let e = restore(&path, &folder, &taken).expect_err("not empty");
    assert!(e.to_string().contains("Basis data itu tidak kosong"), "{e}");
    assert!(!folder.exists());
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_a_backup_and_what_comes_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let mut bench = Bench::sqlite("cadangan_hak", &[]);
    scripted(&mut bench);
    let home = tempfile::tempdir().unwrap();
    let real = Node::open(&home.path().join("asli"), Database::Sqlite, &[], None).unwrap();
    let mut conn = real.connect().unwrap();
    store::node::add_tenant(&mut conn, A1, "Provinsi").unwrap();
    let append = |w: &mut store::journal::Writer<'_>| w.append(&common::download(1, 1, "U1")).map(|_| ());
    store::testing::write(&real, &mut conn, A1, append).unwrap();
    let path = home.path().join("b.cadangan");
    let made = cadangan::make(&real, &[], &[], &path, |_| ()).unwrap();
    assert!(cadangan::check(&path, &[], |_| ()).unwrap().has_key);
    let folder = home.path().join("baru");
    assert!(restore(&path, &folder, &Database::Sqlite).unwrap().can_sign);
    let again = Node::open(&folder, Database::Sqlite, &[], None).unwrap();
    assert_eq!(store::key::fingerprint(&again.key.public().unwrap()), made.header.key);
    for file in [path, folder.join("kunci-simpul"), folder.join("sinergi.db")] {
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
    // Lost before the backup: it comes back without, and says so.
    std::fs::remove_file(home.path().join("asli/kunci-simpul")).unwrap();
    let without = home.path().join("c.cadangan");
    cadangan::make(&real, &[], &[], &without, |_| ()).unwrap();
    assert!(!restore(&without, &home.path().join("lain"), &Database::Sqlite).unwrap().can_sign);
}
