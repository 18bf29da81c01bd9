//! A full disk, a lost connection, a killed process: all of a transaction or nothing.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, scripted, verify};
use kernel::{Entry, Stamp, Subject};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use store::journal::Writer;
use store::node::{Database, Node};
use store::testing::{Bench, NOW, SEED, raw, write};
use store::{Conn, Error};

fn fresh(w: &mut Writer<'_>, n: u32) -> Entry {
    let at = w.moment();
    let mut entry = common::download(1, (n % 90) as u8, "U1");
    entry.id = w.source().entry_id(at);
    entry.subject = Subject::Pegawai(w.source().pegawai_id(at));
    entry
}

fn append(w: &mut Writer<'_>, count: u32) -> store::Result<()> {
    for n in 0..count {
        let entry = fresh(w, n);
        w.append(&entry)?;
    }
    Ok(())
}

fn limit(bench: &Bench, pages: u32) {
    if let Conn::Sqlite(conn) = &bench.conn {
        conn.limit_pages(pages).unwrap();
    }
}

#[test]
fn a_full_disk_keeps_nothing_by_halves() {
    let mut bench = Bench::sqlite("penuh", &[]);
    scripted(&mut bench);
    let before = verify(&mut bench);
    for room in [1, 3, 10, 40] {
        let pages =
            bench.conn.one(common::sql("PRAGMA page_count".into()), &[], |r| r.int(0)).unwrap().unwrap();
        limit(&bench, pages as u32 + room);
        let full = bench.write(A1, |w| append(w, 500)).unwrap_err();
        assert!(full.advice().contains("Ruang penyimpanan penuh"), "{full}: {}", full.advice());
        // Work that swallows the failure and goes on must not keep what comes after it either.
        let swallowed = bench.write(A1, |w| {
            let _ = append(w, 500);
            let _ = append(w, 1);
            Ok(())
        });
        assert!(swallowed.is_err());
        assert_eq!(verify(&mut bench), before);
        assert_intact(&mut bench);
    }
    limit(&bench, 1 << 30);
    assert_eq!(bench.write(A1, |w| append(w, 500)).unwrap().entries, 511);
    assert_intact(&mut bench);
}

#[test]
fn a_lost_connection_keeps_nothing_by_halves() {
    let mut bench = Bench::postgres("putus", &[]);
    scripted(&mut bench);
    let before = verify(&mut bench);
    let mut other = bench.connect();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let lost = bench
        .write(A1, |w| {
            append(w, 50)?;
            w.conn().flush()?;
            raw(&mut other, cut)?;
            append(w, 50)
        })
        .unwrap_err();
    assert!(lost.advice().starts_with("Sambungan ke PostgreSQL putus"), "{lost}: {}", lost.advice());
    let still = bench.write(A1, |w| append(w, 1)).unwrap_err();
    assert!(still.advice().starts_with("Sambungan ke PostgreSQL putus"), "{still}: {}", still.advice());
    bench.conn = bench.connect();
    assert_eq!(verify(&mut bench), before);
    assert_eq!(bench.write(A1, |w| append(w, 50)).unwrap().entries, 61);
    assert_intact(&mut bench);
}

#[test]
fn errors_of_postgresql_say_what_to_do() {
    let advice = |url: &str| match store::postgres::Postgres::open(url) {
        Err(e) => e.advice(),
        Ok(_) => panic!("{url} opens"),
    };
    assert!(advice("postgres://x@127.0.0.1:1/x").contains("putus"));
    let bench = Bench::postgres("saran", &[]);
    let wrong = bench.url().unwrap().replace("uji_", "tiada_");
    assert!(advice(&wrong).contains("menolak masuk"), "{}", advice(&wrong));
}

const GROUP: u32 = 5;

/// Run by the tests below in a process of its own, to be killed.
#[test]
fn victim() {
    let Ok(folder) = std::env::var("SINERGI_VICTIM_FOLDER") else { return };
    let url = std::env::var("SINERGI_VICTIM_URL").ok();
    let database = url.map_or(Database::Sqlite, Database::Postgres);
    let node = Node::open(folder.as_ref(), database, &[], Some((SEED, NOW))).unwrap();
    let mut conn = node.connect().unwrap();
    loop {
        let head = write(&node, &mut conn, A1, |w| append(w, GROUP)).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "tersimpan {}", head.entries).unwrap();
        out.flush().unwrap();
    }
}

/// Starts a victim, lets it work for a while, kills it; answers what it had acknowledged.
fn kill_after(bench: &Bench, wait: std::time::Duration) -> u64 {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["victim", "--exact", "--nocapture"]).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env("SINERGI_VICTIM_FOLDER", bench.folder());
    if let Some(url) = bench.url() {
        command.env("SINERGI_VICTIM_URL", url);
    }
    let mut victim = command.spawn().unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines().map_while(Result::ok);
    let number = |line: String| line.strip_prefix("tersimpan ").and_then(|n| n.parse::<u64>().ok());
    // The first acknowledgement is waited for, so that every round kills somebody at work.
    let first = lines.by_ref().find_map(number).expect("the victim works");
    std::thread::sleep(wait);
    victim.kill().unwrap();
    victim.wait().unwrap();
    lines.filter_map(number).last().unwrap_or(first)
}

/// A server may still be finishing the commit whose client is dead.
fn settle(bench: &mut Bench) {
    let busy =
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'";
    let busy = common::sql(busy.into());
    while bench.url().is_some() && bench.conn.one(busy, &[], |r| r.int(0)).unwrap() != Some(0) {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

fn kill_many(mut bench: Bench, default: u64) {
    let rounds = std::env::var("SINERGI_KILL").ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    bench.tenant(A1);
    let mut seed = 11_u64;
    let mut before = 0;
    for round in 0..rounds {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let acknowledged = kill_after(&bench, std::time::Duration::from_micros((seed >> 40) % 60_000));
        settle(&mut bench);
        let report = verify(&mut bench).remove(0);
        assert_eq!(report.trouble, None, "round {round}");
        assert!(
            report.entries >= acknowledged && acknowledged > before,
            "{} < {acknowledged}",
            report.entries
        );
        assert_eq!(report.entries % u64::from(GROUP), 0, "a group is whole");
        before = report.entries;
    }
    let head = bench.write(A1, |w| append(w, GROUP)).unwrap();
    assert_eq!(head.entries, before + u64::from(GROUP));
}

#[test]
fn killed_on_sqlite() {
    kill_many(Bench::sqlite("bunuh", &[]), 30);
}

#[test]
fn killed_on_postgresql() {
    kill_many(Bench::postgres("bunuh", &[]), 10);
}

#[test]
fn a_stamp_before_the_last_entry_is_refused_with_the_reason() {
    let mut bench = Bench::sqlite("jam", &[]);
    scripted(&mut bench);
    let refused = bench.write(A1, |w| {
        let mut entry = fresh(w, 1);
        entry.recorded = Stamp(0);
        w.append(&entry).map(|_| ())
    });
    assert!(matches!(refused, Err(Error::Refused(text)) if text.contains("Periksa jam mesin")));
}
