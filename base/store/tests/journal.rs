//! What the journal says is the same on both engines, today and next year.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, Cell, assert_intact, person, rows, script, scripted, verify};
use kernel::{Ledger, Rank, Subject};
use store::Error;
use store::erase::destroy;
use store::schema::DERIVED;
use store::testing::{Bench, on_both, write};
use store::verify::Trust;

/// Root over the script of `common`, recorded under seed and clock of the bench. It changes only when
/// the bytes of entries, leaves or the tree change, and those are frozen: old journals must verify.
const GOLDEN: &str = "9a1e94f025c6beec823144f806bc94e51d7f5b627f1a342f5c48b32f9a70c8c0";

#[test]
fn the_bytes_are_frozen() {
    on_both("golden", |bench| {
        scripted(bench);
        assert_intact(bench);
        let report = verify(bench).remove(0);
        assert_eq!((report.entries, report.root_hex().as_str()), (11, GOLDEN), "{}", bench.engine);
        assert_eq!(verify(bench), verify(bench));
    });
}

fn tables(bench: &mut Bench) -> Vec<Vec<Vec<Cell>>> {
    DERIVED.iter().map(|table| rows(bench, table)).collect()
}

#[test]
fn both_engines_hold_the_same_rows() {
    let (mut a, mut b) = (Bench::sqlite("same", &[]), Bench::postgres("same", &[]));
    scripted(&mut a);
    scripted(&mut b);
    for table in store::schema::BASE {
        assert_eq!(rows(&mut a, table), rows(&mut b, table), "{}", table.name);
    }
}

#[test]
fn a_rebuild_changes_nothing() {
    on_both("rebuild", |bench| {
        scripted(bench);
        bench.tenant("B2");
        // The same NIP and the same unit in another journal: the first claim stays.
        bench.append("B2", &[common::download(60, 7, "U1"), common::download(61, 1, "U9")]);
        assert_intact(bench);
        let before = tables(bench);
        for name in ["riwayat", "klaim", "unor", "entri"] {
            bench.raw(&format!("DELETE FROM {name}"));
        }
        bench.raw("UPDATE pos SET jabatan = 'lain'");
        assert!(verify(bench).iter().any(|r| !r.intact()));
        let mut heard = 0;
        assert_eq!(store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |n| heard = n).unwrap(), 13);
        assert_eq!(heard, 13);
        assert_eq!(tables(bench), before);
        assert_intact(bench);
    });
}

#[test]
fn ledgers_come_back() {
    on_both("ledgers", |bench| {
        scripted(bench);
        let entries = script();
        let about = |who| {
            let subject = Subject::Pegawai(person(who));
            Ledger::from_entries(entries.iter().filter(|e| e.subject == subject))
        };
        for who in [1, 2] {
            let (ledger, traces) = store::people::ledger(&mut bench.conn, person(who)).unwrap();
            assert_eq!(ledger, about(who), "{who}");
            assert_eq!(traces.len(), ledger.heads().len());
        }
        let mut all = Vec::new();
        store::people::each_ledger(&mut bench.conn, |page| {
            all.extend(page.into_iter().map(|p| (p.id, p.instansi.clone(), p.ledger())));
            Ok(())
        })
        .unwrap();
        let expected: Vec<_> = [1, 2].map(|who| (person(who), A1.to_owned(), about(who))).into();
        assert_eq!(all, expected);
        assert_eq!(store::people::owner(&mut bench.conn, person(3)).unwrap(), None);
    });
}

#[test]
fn a_long_journal_crosses_tiles_and_pages() {
    on_both("long", |bench| {
        bench.tenant(A1);
        let mut seq = 0_i64;
        for size in [1, 254, 1, 1, 255, 300, 5_000] {
            bench
                .write(A1, |w| {
                    for n in 0..size {
                        let (at, who) = (w.moment(), w.moment());
                        let mut entry = common::download(1, (n % 90) as u8, &format!("U{}", n % 7));
                        entry.id = w.source().entry_id(at);
                        entry.subject = Subject::Pegawai(w.source().pegawai_id(who));
                        assert_eq!(w.append(&entry)?, seq);
                        seq += 1;
                    }
                    Ok(())
                })
                .unwrap();
        }
        assert_intact(bench);
        // All pages are of one moment, although somebody is taken on while they are read.
        let (mut people, node) = (0, &bench.node);
        store::people::each_ledger(&mut bench.conn, |page| {
            if people == 0 {
                let mut late = common::download(1, 1, "U1");
                (late.id.0, late.subject) = ([0xff; 16], Subject::Pegawai(kernel::PegawaiId([0xff; 16])));
                write(node, &mut node.connect()?, A1, |w| w.append(&late).map(|_| ()))?;
            }
            people += page.len() as i64;
            assert!(page.into_iter().all(|p| p.ledger().rows().len() == 4));
            Ok(())
        })
        .unwrap();
        assert_eq!((people, verify(bench)[0].entries as i64), (seq, seq + 1));
        bench.raw("UPDATE jurnal SET komitmen = rantai WHERE seq = 5000");
        assert_eq!(verify(bench)[0].trouble.as_ref().and_then(|t| t.seq), Some(5_000));
    });
}

#[test]
fn destroyed_means_gone_and_told() {
    on_both("erase", |bench| {
        scripted(bench);
        let marker = "Sî'ti \"Aminah\" 1".as_bytes();
        assert!(bench.engine != "SQLite" || on_disk(bench, marker), "the search can find it");
        let mut source = bench.node.source(&mut bench.conn).unwrap();
        let document = common::document(Rank::Sk, "BA/1/2026");
        let mut again = |bench: &mut Bench, who| {
            destroy(
                &mut bench.conn,
                &bench.node.key,
                &mut source,
                A1,
                person(who),
                "arsiparis",
                document.clone(),
            )
        };
        bench.append(A1, &common::openings());
        let seen = |bench: &mut Bench, who| store::dibuka::seen(&mut bench.conn, person(who), A1, 9).unwrap();
        assert_eq!((seen(bench, 1).len(), seen(bench, 2).len()), (2, 1), "one was about everybody");
        let head = again(bench, 1).unwrap();
        assert_eq!(head.entries, 14);
        assert_eq!(seen(bench, 1).len(), 1, "who looked at the destroyed is destroyed with them");
        assert_intact(bench);
        let (ledger, traces) = store::people::ledger(&mut bench.conn, person(1)).unwrap();
        assert!(ledger.heads().is_empty() && traces.is_empty());
        assert_eq!(store::people::holder(&mut bench.conn, "198001012006041001", 1).unwrap(), None);
        assert_eq!(store::people::ledger(&mut bench.conn, person(2)).unwrap().0.heads().len(), 3);
        let before = tables(bench);
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert_eq!(tables(bench), before);
        assert!(!on_disk(bench, marker), "{}: bytes of the destroyed are left in a file", bench.engine);
        assert!(matches!(again(bench, 1), Err(Error::Refused(_))), "nothing left to destroy");
        bench.append(A1, &[common::download(70, 3, "U1")]);
        assert_intact(bench);
        // What the journal says was destroyed cannot be slipped back.
        bench.raw("UPDATE jurnal SET garam = (SELECT garam FROM jurnal WHERE seq = 4) WHERE seq = 3");
        assert_eq!(verify(bench)[0].trouble.as_ref().and_then(|t| t.seq), Some(3));
    });
}

/// Whether bytes stand anywhere in the files of the node.
fn on_disk(bench: &Bench, marker: &[u8]) -> bool {
    let files = std::fs::read_dir(bench.folder()).unwrap().flatten().filter(|f| f.path().is_file());
    files.into_iter().any(|f| std::fs::read(f.path()).unwrap().windows(marker.len()).any(|w| w == marker))
}

#[test]
fn two_writers_take_turns() {
    on_both("writers", |bench| {
        bench.tenant(A1);
        let node = &bench.node;
        let work = |thread: u8| {
            move || {
                let mut conn = node.connect().unwrap();
                for _ in 0..25 {
                    write(node, &mut conn, A1, |w| {
                        for _ in 0..3 {
                            let at = w.moment();
                            let mut entry = common::download(1, thread, "U1");
                            entry.id = w.source().entry_id(at);
                            w.append(&entry)?;
                        }
                        Ok(())
                    })
                    .unwrap_or_else(|e| panic!("{thread}: {e}"));
                }
            }
        };
        std::thread::scope(|s| {
            for thread in 0..3 {
                s.spawn(work(thread));
            }
        });
        let mut conn = node.connect().unwrap();
        let report = store::verify::verify(&mut conn, |_| ()).unwrap().remove(0);
        assert_eq!((report.entries, report.trouble), (225, None));
        // Verify sees one moment, whatever is written meanwhile.
        std::thread::scope(|s| {
            s.spawn(work(4));
            for _ in 0..10 {
                let reports = store::verify::verify(&mut conn, |_| ()).unwrap();
                assert_eq!(reports[0].trouble, None);
                assert_eq!(reports[0].entries % 3, 0);
            }
        });
    });
}

#[test]
fn an_unknown_instansi_is_refused() {
    on_both("unknown", |bench| {
        let refused = bench.write("tiada", |_| Ok(()));
        assert!(matches!(refused, Err(Error::Refused(text)) if text.contains("tiada")));
    });
}
