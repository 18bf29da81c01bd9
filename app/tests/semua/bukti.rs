//! Receipts from the command line: stored, listed, and found when a norm they were read from changes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{json, run, text};
use std::path::Path;
use std::process::Output;

fn told(output: &Output) -> String {
    format!("{}{}", text(output), String::from_utf8_lossy(&output.stderr))
}

fn done(words: &[&str]) -> Output {
    let output = run(words);
    assert!(output.status.success(), "{words:?}: {}", told(&output));
    output
}

/// The repository's law with another number in one parameter.
fn other_law(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(|e| e.unwrap()) {
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => other_law(&path, &place),
            false => drop(std::fs::copy(path, place).unwrap()),
        }
    }
}

#[test]
fn a_receipt_is_stored_listed_and_found_again() {
    let home = tempfile::tempdir().unwrap();
    let place = |name: &str| home.path().join(name).display().to_string();
    let (data, list, law) = (place("demo"), place("saring.csv"), home.path().join("peraturan"));
    done(&["demo", "--pegawai", "500", "--data", &data, "--hanya-data"]);
    done(&["saring", "kp.reguler", "--data", &data, "--keluaran", &list]);
    let rows = std::fs::read_to_string(&list).unwrap();
    let nip: String = rows
        .lines()
        .nth(1)
        .unwrap()
        .split([',', ';'])
        .next()
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let ask = ["telaah", "kp.reguler", "--nip", &nip, "--data", &data];
    let output = done(&[&ask[..], &["--simpan", "usul kenaikan pangkat", "--json"]].concat());
    let stored = json(&output);
    let kept = done(&["bukti", "--data", &data, "--json"]);
    let line = json(&kept);
    assert_eq!((&line["sidik"], &line["bukti"]), (&stored["sidik"], &stored["bukti"]));
    assert_eq!(
        (line["keperluan"].as_str(), line["oleh"].as_str()),
        (Some("usul kenaikan pangkat"), Some("operator"))
    );
    assert!(
        text(&done(&["bukti", "--data", &data, "--terkena"])).contains("Tidak ada bukti yang perlu ditinjau")
    );
    done(&["jurnal", "periksa", "--data", &data, "--berkas"]);
    // A pack that says five years where four were meant.
    other_law(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../peraturan"), &law);
    let act = law.join("PP-99-2000/akta.toml");
    let words = std::fs::read_to_string(&act).unwrap();
    let said = "kunci = \"kp.masa_min\"\nnilai = 4";
    assert!(words.contains(said));
    std::fs::write(&act, words.replace(said, "kunci = \"kp.masa_min\"\nnilai = 5")).unwrap();
    let law = law.display().to_string();
    let touched = json(&done(&["bukti", "--data", &data, "--terkena", "--paket", &law, "--json"]));
    assert_eq!(touched["sebab"], serde_json::json!(["param kp.masa_min berubah"]));
    // isi perintah · kode keluar
    for (more, code) in
        [(&["--simpan", " "][..], 2), (&["--simpan", "uji", "--fakta", "golongan=III/a"][..], 2)]
    {
        assert_eq!(run(&[&ask[..], more].concat()).status.code(), Some(code), "{more:?}");
    }
    assert_eq!(run(&["telaah", "kp.reguler", "--simpan", "uji"]).status.code(), Some(2));
}
