//! The check of the journal where nothing can be written, with its kept files, and what a rebuild refuses.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{nominatif, run, text, today};
use demo::berkas::NominatifSpec;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A node with people and one kept file.
fn node(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    let (path, _) = nominatif(folder, "masuk.csv", &NominatifSpec::new(7, 60, today()));
    let saved =
        run(&["impor", "nominatif", path.to_str().unwrap(), "--ya", "--data", data.to_str().unwrap()]);
    assert!(saved.status.success(), "{saved:?}");
    data
}

fn open(data: &Path) -> store::Conn {
    store::Conn::Sqlite(store::sqlite::Sqlite::open(&data.join("sinergi.db")).unwrap())
}

fn check(data: &Path, more: &[&str]) -> (Option<i32>, String) {
    said(&run(&[&["jurnal", "periksa", "--data", data.to_str().unwrap()], more].concat()))
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), format!("{}{}", text(output), String::from_utf8_lossy(&output.stderr)))
}

/// Runs the check as somebody who can read everything here and write nothing; root could.
fn check_unwritable(program: &Path, data: &Path) -> (Option<i32>, String) {
    for file in std::fs::read_dir(data).unwrap().map(|f| f.unwrap()) {
        let mode = if file.file_type().unwrap().is_dir() { 0o555 } else { 0o444 };
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    }
    std::fs::set_permissions(data, std::fs::Permissions::from_mode(0o555)).unwrap();
    let mut command = Command::new(program);
    if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
        command.uid(65_534).gid(65_534);
    }
    let output = command.args(["jurnal", "periksa", "--data", data.to_str().unwrap()]).output().unwrap();
    std::fs::set_permissions(data, std::fs::Permissions::from_mode(0o755)).unwrap();
    said(&output)
}

fn copy(from: &Path, to: &Path, names: &[&str]) {
    std::fs::create_dir(to).unwrap();
    for name in names {
        std::fs::copy(from.join(name), to.join(name)).unwrap();
    }
}

#[test]
fn evidence_that_cannot_be_written_to_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    // Where the tests run from may be nobody else's to enter.
    let program = folder.path().join("sinergi");
    std::fs::copy(env!("CARGO_BIN_EXE_sinergi"), &program).unwrap();
    let data = node(folder.path());
    let at = |name: &str| folder.path().join(name);
    let files = ["sinergi.db", "kunci-simpul"];

    copy(&data, &at("bersih"), &files);
    let (code, told) = check_unwritable(&program, &at("bersih"));
    assert!(code == Some(0) && told.contains(", utuh"), "{told}");
    assert_eq!(std::fs::read_dir(at("bersih")).unwrap().count(), 2, "nothing was made there");

    // What stands in the WAL alone counts, or is said to be out of reach.
    let mut conn = open(&data);
    store::testing::raw(&mut conn, "UPDATE instansi SET nama = 'Hanya di WAL'").unwrap();
    copy(&data, &at("lengkap"), &["sinergi.db", "kunci-simpul", "sinergi.db-wal", "sinergi.db-shm"]);
    copy(&data, &at("tanpa-shm"), &["sinergi.db", "kunci-simpul", "sinergi.db-wal"]);
    let (code, told) = check_unwritable(&program, &at("lengkap"));
    assert!(code == Some(0) && told.contains("Hanya di WAL") && told.contains(", utuh"), "{told}");
    let (code, told) = check_unwritable(&program, &at("tanpa-shm"));
    assert!(code == Some(3) && told.contains("sinergi.db-wal memuat perubahan"), "{told}");
    drop(conn);

    // Broken evidence is broken there as well.
    store::testing::raw(&mut open(&data), "DELETE FROM riwayat").unwrap();
    copy(&data, &at("rusak"), &files);
    let (code, told) = check_unwritable(&program, &at("rusak"));
    assert!(code == Some(1) && told.contains("TIDAK UTUH"), "{told}");
}

#[test]
fn kept_files_are_checked_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let data = node(folder.path());
    let hash = store::derive::hex(&store::berkas::hash_file(&folder.path().join("masuk.csv")).unwrap());
    let kept = data.join("berkas").join(&hash[..2]).join(&hash);
    let (code, told) = check(&data, &["--berkas"]);
    assert!(code == Some(0) && told.contains("Berkas: 1 diperiksa, semua utuh."), "{told}");
    std::fs::write(&kept, b"lain").unwrap();
    assert_eq!(check(&data, &[]).0, Some(0), "not asked for");
    let (code, told) = check(&data, &["--berkas"]);
    assert!(code == Some(1) && told.contains(&format!("Berkas {hash} TIDAK UTUH: berubah")), "{told}");
    std::fs::remove_file(&kept).unwrap();
    let (code, told) = check(&data, &["--berkas", "--json"]);
    assert!(code == Some(1) && told.contains("hilang") && told.contains("\"berkas_tidak_utuh\":1"), "{told}");
}

#[test]
fn a_rebuild_leaves_the_tables_when_the_journal_is_forged() {
    let folder = tempfile::tempdir().unwrap();
    let data = node(folder.path());
    let mut conn = open(&data);
    // One byte of a document's name, which stays text.
    let forge = "UPDATE jurnal SET isi = CAST(replace(CAST(isi AS TEXT), 'operator', 'operatox') AS BLOB) WHERE seq = 3";
    store::testing::raw(&mut conn, forge).unwrap();
    let (code, told) = said(&run(&["jurnal", "bangun-ulang", "--data", data.to_str().unwrap()]));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("tidak utuh pada entri 3") && told.contains("Tidak ada yang diubah"), "{told}");
    let (code, told) = check(&data, &[]);
    assert!(code == Some(1) && told.contains("pada entri 3: isi entri berubah"), "{told}");
}
