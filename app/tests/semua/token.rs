//! Tokens from the command line: printed alone, never for more than the account reaches.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{run, text};

#[test]
fn a_token_is_printed_alone_or_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    assert!(run(&["mulai", "--data", data, "--instansi", "A1", "--nama", "Provinsi Uji"]).status.success());
    let hukum = ["pengguna", "tambah", "hari", "--data", data, "--nama", "Hari", "--peran", "hukum"];
    assert!(run(&hukum).status.success());
    // Account, what for, days, exit status, what is said.
    for (akun, izin, hari, status, answer) in [
        ("admin", "pegawai:baca,mutu:baca", "30", 0, "sinergi_"),
        ("ADMIN", "jurnal:baca", "366", 0, "sinergi_"),
        ("admin", "pegawai:tulis", "30", 2, "Izin \"pegawai:tulis\" tidak dikenal"),
        ("admin", "pegawai:baca", "367", 2, "1 sampai 366"),
        ("admin", "pegawai:baca", "0", 2, "1 sampai 366"),
        ("siapa", "pegawai:baca", "30", 1, "Akun siapa tidak ada"),
        ("hari", "organisasi:baca", "30", 1, "Peran Biro Hukum tidak dapat mempunyai token"),
    ] {
        let output = run(&[
            "pengguna", "token", akun, "--data", data, "--nama", "Uji", "--izin", izin, "--hari", hari,
        ]);
        let said = format!("{}{}", text(&output), String::from_utf8_lossy(&output.stderr));
        assert!(
            output.status.code() == Some(status) && said.contains(answer),
            "{akun} {izin} {hari}: {said}"
        );
        if status == 0 {
            assert_eq!((said.trim().len(), said.lines().count()), (72, 1), "the token and nothing else");
        }
    }
}
