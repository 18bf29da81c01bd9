//! Accounts from the command line, and what a served data folder looks like to other accounts of the machine.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{run, sinergi, text};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn an_account_belongs_to_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    assert!(run(&["mulai", "--data", data, "--instansi", "A1", "--nama", "Provinsi Uji"]).status.success());
    let add = |akun: &str, more: &[&str]| {
        let args = [&["pengguna", "tambah", akun, "--data", data, "--nama", "Sari Maharani"], more].concat();
        let output = run(&args);
        let said = format!("{}{}", text(&output), String::from_utf8_lossy(&output.stderr));
        (output.status.success(), said)
    };
    for (akun, more, done, answer) in [
        ("Sari", &["--peran", "petugas"][..], true, "Akun sari dibuat"),
        ("SARI", &["--peran", "petugas"], false, "Akun sari sudah ada"),
        ("a", &["--peran", "petugas", "--instansi", "X9"], false, "Instansi \"X9\" tidak dilayani"),
        ("b", &["--peran", "operator", "--unit", "U9"], false, "Unit itu tidak ada pada Provinsi Uji."),
        ("c", &["--peran", "operator"], false, "--unit"),
        ("d", &["--peran", "pegawai", "--nip", "199001012015031001"], false, "tidak ada pada Data Pegawai"),
        ("e", &["--peran", "petugas", "--nip", "199001012015031001"], false, "tidak ada pada Data Pegawai"),
        ("sa\u{202e}ri", &["--peran", "petugas"], false, "hanya boleh huruf"),
    ] {
        let (success, said) = add(akun, more);
        assert!(success == done && said.contains(answer), "{akun}: {said}");
    }
    let list = text(&run(&["pengguna", "daftar", "--data", data]));
    assert_eq!(list.lines().count(), 2, "admin and sari: {list}");
}

/// An empty node is served, and says what comes first; leftovers of an interrupted upload go.
#[test]
fn an_empty_node_says_what_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let place = data.to_str().unwrap();
    let serve = |lines: usize| {
        let mut server = sinergi()
            .args(["serve", "--data", place, "--alamat", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(server.stdout.take().unwrap());
        let said: Vec<String> = out.lines().take(lines).map(|line| line.unwrap()).collect();
        server.kill().unwrap();
        server.wait().unwrap();
        said.join("\n")
    };
    let said = serve(4);
    assert!(said.contains(&format!("Folder data {place} belum ada, jadi dibuat.")), "{said}");
    assert!(said.contains(&format!("  sinergi mulai --data \"{place}\" --instansi ID")), "{said}");
    let none = text(&run(&["pengguna", "daftar", "--data", place]));
    assert!(none.starts_with("Belum ada akun."), "{none}");

    assert!(run(&["mulai", "--data", place, "--instansi", "A1", "--nama", "Provinsi Uji"]).status.success());
    let incoming = data.join("berkas/masuk");
    std::fs::create_dir_all(&incoming).unwrap();
    for (name, hours) in [("lama", 2), ("baru", 0)] {
        let file = std::fs::File::create(incoming.join(name)).unwrap();
        let then = std::time::SystemTime::now() - std::time::Duration::from_secs(hours * 3_600);
        file.set_modified(then).unwrap();
    }
    let said = serve(1);
    assert!(said.starts_with("Sinergi melayani di"), "{said}");
    assert!(!incoming.join("lama").exists() && incoming.join("baru").exists());
}

#[cfg(unix)]
#[test]
fn serving_closes_key_and_database_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let place = data.to_str().unwrap();
    assert!(run(&["mulai", "--data", place, "--instansi", "A1", "--nama", "Provinsi Uji"]).status.success());
    let files = ["kunci-simpul", "sinergi.db"].map(|name| data.join(name));
    for file in &files {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o664)).unwrap();
    }
    let mut server = sinergi()
        .args(["serve", "--data", place, "--alamat", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(line.contains("melayani di http://127.0.0.1:"), "{line}");
    for file in &files {
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
}
