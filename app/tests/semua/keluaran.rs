//! Where output goes: a reader who leaves is no failure, a place that is full is one.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{nominatif, run, sinergi, text, today};
use demo::berkas::NominatifSpec;
use std::path::Path;
use std::process::{Output, Stdio};

/// A node with people, an instansi and an administrator.
fn node(folder: &Path) -> String {
    let data = folder.join("data").to_str().unwrap().to_owned();
    let (path, _) = nominatif(folder, "masuk.csv", &NominatifSpec::new(7, 1_500, today()));
    let saved = run(&["impor", "nominatif", path.to_str().unwrap(), "--ya", "--data", &data]);
    assert!(saved.status.success(), "{saved:?}");
    data
}

/// Runs it with a pipe whose reader has gone away before the first word.
fn unread(args: &[&str]) -> Output {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    sinergi().args(args).stdin(Stdio::null()).stdout(writer).output().unwrap()
}

/// Runs it with a standard output that takes nothing.
fn full(args: &[&str]) -> Output {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    sinergi().args(args).stdin(Stdio::null()).stdout(full).output().unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_reader_who_leaves_is_no_failure_and_a_full_place_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = node(folder.path());
    let input = folder.path().join("masuk.csv");
    let input = input.to_str().unwrap();
    let table: &[&[&str]] = &[
        &["--help"],
        &["--version"],
        &["impor", "--help"],
        &["skema"],
        &["ekspor", "nominatif", "--keluaran", "-"],
        &["ekspor", "riwayat-golongan", "--keluaran", "-"],
        &["ekspor", "perbaikan", "--keluaran", "-"],
        &["impor", "nominatif", input, "--pratinjau"],
        &["impor", "nominatif", input, "--pratinjau", "--json"],
        &["jurnal", "periksa"],
        &["jurnal", "periksa", "--json"],
        &["jurnal", "kunci"],
        &["jurnal", "bangun-ulang"],
        &["mulai", "--tambahan", "--instansi", "A5EB03E23CFDF6A0E040640A040252AD", "--nama", "Instansi"],
        &["pengguna", "daftar"],
        &["pengguna", "sandi", "admin"],
    ];
    for args in table {
        let bare = args.len() < 3 && args.last().is_none_or(|a| a.starts_with("--")) || args[0] == "skema";
        let args = if bare { args.to_vec() } else { [args, &["--data", &data][..]].concat() };
        let left = unread(&args);
        assert!([Some(0), Some(141)].contains(&left.status.code()), "{args:?}: {left:?}");
        assert_eq!(complaint(&left), "", "{args:?}");
        let filled = full(&args);
        assert_eq!(filled.status.code(), Some(1), "{args:?}: {filled:?}");
        let told = complaint(&filled);
        assert!(told.contains("Keluaran tidak dapat ditulis: ruang penyimpanan penuh"), "{args:?}: {told}");
        assert!(!told.contains("panicked") && !told.contains("os error"), "{args:?}: {told}");
    }
}

#[test]
fn a_password_nobody_saw_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let data = node(folder.path());
    let first = full(&[
        "mulai",
        "--tambahan",
        "--instansi",
        "A5EB03E23CFDF6A0E040640A040252AD",
        "--nama",
        "Instansi",
        "--data",
        &data,
    ]);
    assert!(complaint(&first).contains("sinergi pengguna sandi admin"), "{first:?}");
    let add = ["pengguna", "tambah", "sari", "--nama", "Sari", "--peran", "super", "--data", &data];
    let added = full(&add);
    assert_eq!(added.status.code(), Some(1), "{added:?}");
    assert!(complaint(&added).contains("sinergi pengguna sandi sari"), "{added:?}");
    let again = run(&["pengguna", "sandi", "sari", "--data", &data]);
    assert!(again.status.success() && text(&again).contains("Sandi sekali pakai untuk sari: "));
}

/// A file that does not fit leaves neither a half file nor a quiet success.
#[test]
fn an_export_that_does_not_fit_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = node(folder.path());
    let missing = folder.path().join("tiada/keluar.csv");
    let output = run(&["ekspor", "nominatif", "--data", &data, "--keluaran", missing.to_str().unwrap()]);
    let told = complaint(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("tiada/keluar.csv tidak dapat ditulis: berkas atau folder tidak ada"), "{told}");
    assert!(!told.contains("os error"), "{told}");
}

#[test]
fn closed_standard_error_is_no_panic() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = sinergi().args(["perintah-asing"]).stderr(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
