//! One helper: runs the real program and reads what it says.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by several test files; a failure here is the test's failure"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program under test.
pub fn sinergi() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sinergi"))
}

/// Runs it in a place of its own.
pub fn run(args: &[&str]) -> Output {
    sinergi().args(args).output().unwrap()
}

/// Standard output as text.
pub fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard output as JSON.
pub fn json(output: &Output) -> serde_json::Value {
    let text = text(output);
    serde_json::from_str(&text)
        .unwrap_or_else(|e| panic!("{e}: {text} {}", String::from_utf8_lossy(&output.stderr)))
}

/// A file in a folder, with this content.
pub fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// A nominatif written by the demo's generator.
pub fn nominatif(
    folder: &Path,
    name: &str,
    spec: &demo::berkas::NominatifSpec,
) -> (PathBuf, demo::berkas::Planted) {
    let path = folder.join(name);
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    let planted = demo::berkas::write_nominatif(spec, &mut out).unwrap();
    std::io::Write::flush(&mut out).unwrap();
    (path, planted)
}

/// The day tests live on.
pub fn today() -> kernel::Date {
    kernel::Date::new(2026, 11, 22).unwrap()
}

/// Cells by NIP: heading row, then rows. Read with a library that knows nothing of ours.
pub fn rows(path: &Path) -> (Vec<String>, std::collections::HashMap<String, Vec<String>>) {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let delimiter = if text.lines().next().unwrap().contains(';') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let heading: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let nip = heading.iter().position(|h| h == "nip_baru").unwrap();
    let rows = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let by_nip = rows.map(|row| (meaning(&row[nip]).trim().to_owned(), row)).collect();
    (heading, by_nip)
}

/// What may differ in a cell: one leading apostrophe, the word null, the form of line breaks.
pub fn meaning(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').unwrap_or(cell);
    let cell = if cell.trim() == "null" { "" } else { cell };
    cell.replace("\r\n", "\n").replace('\r', "\n")
}

/// A small demo in this folder, served.
pub fn house(folder: &tempfile::TempDir) -> host::testing::House {
    let data = folder.path().to_str().unwrap();
    let day = today().to_string();
    let made = run(&["demo", "--pegawai", "500", "--jam", &day, "--hanya-data", "--data", data]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let sqlite = store::Database::Sqlite;
    let node = store::Node::open(folder.path(), sqlite, host::schema::TABLES, None).unwrap();
    host::testing::House::of(node, sinergi::modules::modules(), |_| {})
}
