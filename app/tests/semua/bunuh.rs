//! kill -9 in the middle of a confirmed import: all of it or nothing, and the journal verifies.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{json, nominatif, run, sinergi, text, today};
use demo::berkas::NominatifSpec;
use std::process::Stdio;
use std::time::Duration;

/// Kills of one run; the nightly lane raises it.
fn kills() -> u64 {
    std::env::var("SINERGI_KILL").ok().and_then(|n| n.parse().ok()).unwrap_or(30)
}

#[test]
fn an_import_is_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let place = ["--data", data.to_str().unwrap()];
    let mut known = 0;
    let (mut interrupted, mut finished) = (0, 0);
    for round in 0..kills() {
        // Every round brings other people, so that every import has something to write.
        let spec = NominatifSpec::new(1_000 + round, 1_200, today());
        let (path, _) = nominatif(folder.path(), "masuk.csv", &spec);
        let mut child = sinergi()
            .args(["impor", "nominatif", path.to_str().unwrap(), "--ya", "--json"])
            .args(place)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // From before the first row to after the last one, spread over the rounds.
        std::thread::sleep(Duration::from_millis(20 + (round * 37) % 400));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let acknowledged = text(&output).contains("\"tersimpan\":true");
        let checked = run(&["jurnal", "periksa", "--json", "--data", data.to_str().unwrap()]);
        if !data.join("sinergi.db").exists() {
            interrupted += 1;
            continue;
        }
        // Killed before the first entry: there is no journal yet, which the check says with its exit code.
        if known == 0 && text(&checked).is_empty() {
            assert!(!acknowledged, "round {round}");
            interrupted += 1;
            continue;
        }
        assert!(checked.status.success(), "round {round}: {}", text(&checked));
        let entries: u64 = text(&checked)
            .lines()
            .map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["entri"].as_u64().unwrap())
            .sum();
        if acknowledged {
            assert!(entries > known, "round {round}: an acknowledged import is there");
        }
        if entries == known {
            interrupted += 1;
        } else {
            finished += 1;
            let preview = json(&run(&[
                "impor",
                "nominatif",
                path.to_str().unwrap(),
                "--data",
                data.to_str().unwrap(),
                "--pratinjau",
                "--json",
            ]));
            assert_eq!(preview["baru"], 0, "round {round}: no half import: {preview}");
        }
        known = entries;
    }
    assert!(interrupted > 0, "no kill came in time: {finished} finished");
    println!("{interrupted} interrupted, {finished} finished");
}
