//! The drill: a node goes into one file and lives again, on its own engine and on the other.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, json, nominatif, run, sinergi, text};
use demo::berkas::NominatifSpec;
use std::path::Path;
use std::process::Output;

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs `words` on a node.
fn on(place: &[String], words: &[&str]) -> Output {
    let all: Vec<&str> = words.iter().copied().chain(place.iter().map(String::as_str)).collect();
    let output = run(&all);
    assert!(output.status.success(), "{words:?}: {}", told(&output));
    output
}

fn on_sqlite(folder: &Path) -> Vec<String> {
    vec!["--data".into(), folder.display().to_string()]
}

fn on_postgres(folder: &Path) -> Vec<String> {
    let url = store::testing::postgres_url("cadangan_latihan");
    [on_sqlite(folder), vec!["--database".into(), url]].concat()
}

/// A register of a few hundred people and an account.
fn filled(home: &Path, place: &[String]) {
    let spec = NominatifSpec::new(7, 300, crate::bersama::today());
    let (path, _) = nominatif(home, "nominatif.csv", &spec);
    on(place, &["impor", "nominatif", path.to_str().unwrap(), "--ya"]);
    on(place, &["pengguna", "tambah", "sari", "--nama", "Sari Maharani", "--peran", "petugas"]);
}

/// What a node says: its export, its journals, its accounts.
fn said(home: &Path, place: &[String]) -> (Vec<u8>, Vec<u8>, String, String) {
    let (people, ranks) = (home.join("ekspor.csv"), home.join("golongan.csv"));
    on(place, &["ekspor", "nominatif", "--keluaran", people.to_str().unwrap()]);
    on(place, &["ekspor", "riwayat-golongan", "--keluaran", ranks.to_str().unwrap()]);
    let checked = on(place, &["jurnal", "periksa", "--berkas"]);
    let accounts = on(place, &["pengguna", "daftar"]);
    (std::fs::read(people).unwrap(), std::fs::read(ranks).unwrap(), text(&checked), text(&accounts))
}

#[test]
fn a_node_lives_again_on_both_engines() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let origins = [("lite", on_sqlite(&at("asal-lite"))), ("pg", on_postgres(&at("asal-pg")))];
    for (origin, place) in origins {
        filled(home.path(), &place);
        let before = said(home.path(), &place);
        assert!(before.2.contains("utuh") && before.3.contains("sari"));
        let backup = at(&format!("{origin}.cadangan"));
        let backup = backup.to_str().unwrap();
        let made = json(&on(&place, &["cadangan", "buat", backup, "--json"]));
        let checked = json(&run(&["cadangan", "periksa", backup, "--json"]));
        assert_eq!((&checked["utuh"], &checked["memuat_kunci"]), (&true.into(), &true.into()));
        assert_eq!(checked["jurnal"], made["jurnal"]);
        let targets =
            [on_sqlite(&at(&format!("{origin}-ke-lite"))), on_postgres(&at(&format!("{origin}-ke-pg")))];
        for target in targets {
            on(&target, &["cadangan", "pulihkan", backup]);
            assert!(said(home.path(), &target) == before, "{origin} ke {target:?}");
            // Who is restored goes on recording with the same key.
            let again = at("nominatif.csv");
            on(&target, &["impor", "nominatif", again.to_str().unwrap(), "--ya"]);
            let refused = run(&[
                &["cadangan", "pulihkan", backup],
                &target.iter().map(String::as_str).collect::<Vec<_>>()[..],
            ]
            .concat());
            assert_eq!(refused.status.code(), Some(1));
            assert!(
                told(&refused).contains("tidak kosong") && told(&refused).contains("simpul kosong"),
                "{}",
                told(&refused)
            );
        }
    }
}

#[test]
fn a_backup_into_a_folder_gets_a_name_and_is_known_to_the_node() {
    let home = tempfile::tempdir().unwrap();
    let place = on_sqlite(&home.path().join("data"));
    filled(home.path(), &place);
    let shelf = home.path().join("rak");
    std::fs::create_dir(&shelf).unwrap();
    let said = text(&on(&place, &["cadangan", "buat", shelf.to_str().unwrap()]));
    assert!(said.contains("rahasia") && said.contains("SHA-256"), "{said}");
    let names: Vec<String> =
        std::fs::read_dir(&shelf).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    assert!(
        names.len() == 1 && names[0].starts_with("sinergi-20") && names[0].ends_with(".cadangan"),
        "{names:?}"
    );
    let node =
        store::Node::open(&home.path().join("data"), store::Database::Sqlite, host::schema::TABLES, None)
            .unwrap();
    let last = host::cadangan::last(&mut node.connect().unwrap()).unwrap().unwrap();
    let bytes = std::fs::read(shelf.join(&names[0])).unwrap();
    assert_eq!((last.name.as_str(), last.size), (names[0].as_str(), bytes.len() as u64));
    assert_eq!(last.hash, store::berkas::sha256(&bytes));
    // Never among what is backed up.
    let inside = home.path().join("data/x.cadangan");
    let refused = run(&["cadangan", "buat", inside.to_str().unwrap(), "--data", &place[1]]);
    assert_eq!(refused.status.code(), Some(2), "{}", told(&refused));
}

#[test]
fn sessions_and_unfinished_imports_stay_behind() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let place = on_sqlite(&data);
    filled(home.path(), &place);
    let node = store::Node::open(&data, store::Database::Sqlite, host::schema::TABLES, None).unwrap();
    let mut conn = node.connect().unwrap();
    let mut source = store::Source::system(node.clock).unwrap();
    host::session::open(&mut conn, &mut source, "sari").unwrap();
    let task =
        "INSERT INTO tugas (tugas_id, jenis, akun, instansi_id, berkas, sidik, keadaan, ringkasan, dibuat)
        VALUES (X'0199000000007000800000000000000";
    for (n, state) in ["selesai", "menunggu", "menyimpan"].iter().enumerate() {
        store::testing::raw(
            &mut conn,
            &format!("{task}{n}', 'nominatif', 'sari', 'A1', 'b.csv', X'00', '{state}', '', 0)"),
        )
        .unwrap();
    }
    let backup = home.path().join("a.cadangan");
    on(&place, &["cadangan", "buat", backup.to_str().unwrap()]);
    on(&on_sqlite(&home.path().join("baru")), &["cadangan", "pulihkan", backup.to_str().unwrap()]);
    let lite = store::sqlite::Sqlite::open(&home.path().join("baru/sinergi.db")).unwrap();
    let mut conn = store::Conn::Sqlite(lite);
    for (table, left) in [("akun WHERE nama = 'sari'", 1), ("sesi", 0), ("tugas WHERE berkas = 'b.csv'", 1)] {
        let text: &'static str = Box::leak(format!("SELECT COUNT(*) FROM {table}").into_boxed_str());
        let sql: &'static store::Sql = Box::leak(Box::new(store::Sql::new("uji", text)));
        assert_eq!(conn.one(sql, &[], |r| r.int(0)).unwrap(), Some(left), "{table}");
    }
}

#[test]
fn what_cannot_be_done_is_said_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let place = on_sqlite(&home.path().join("data"));
    filled(home.path(), &place);
    let good = home.path().join("a.cadangan");
    on(&place, &["cadangan", "buat", good.to_str().unwrap()]);
    let bytes = std::fs::read(&good).unwrap();
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 1;
    let mut newer = bytes.clone();
    newer[18] = 9;
    //  content               periksa   words
    let table: [(&[u8], i32, &str); 4] = [
        (&bytes[..bytes.len() / 2], 1, "terpotong"),
        (&flipped, 1, "berubah sejak dibuat"),
        (b"bukan cadangan", 3, "bukan berkas cadangan Sinergi"),
        (&newer, 3, "lebih baru"),
    ];
    let target = home.path().join("baru");
    for (content, code, words) in table {
        let bad = file(home.path(), "buruk.cadangan", content);
        let bad = bad.to_str().unwrap();
        let checked = run(&["cadangan", "periksa", bad]);
        assert_eq!(checked.status.code(), Some(code), "{words}: {}", told(&checked));
        assert!(told(&checked).contains(words), "{}", told(&checked));
        let restored = run(&["cadangan", "pulihkan", bad, "--data", target.to_str().unwrap()]);
        assert_eq!(restored.status.code(), Some(1));
        assert!(told(&restored).contains("Tidak ada yang dipulihkan"), "{}", told(&restored));
        assert!(!target.exists(), "{words}");
    }
    assert_eq!(run(&["cadangan", "periksa", "tiada.cadangan"]).status.code(), Some(3));
    assert_eq!(
        run(&["cadangan", "buat", good.to_str().unwrap(), "--data", &place[1]]).status.code(),
        Some(1)
    );
}

/// The program with no more than this many KiB in any file it writes, as on a disk that fills up.
#[cfg(unix)]
fn cramped(kib: u32, args: &[&str]) -> Output {
    let program = sinergi().get_program().to_owned();
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kib * 2);
    std::process::Command::new("sh").arg("-c").arg(script).arg(program).args(args).output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_nothing_half_written() {
    let home = tempfile::tempdir().unwrap();
    let place = on_sqlite(&home.path().join("data"));
    filled(home.path(), &place);
    let good = home.path().join("a.cadangan");
    on(&place, &["cadangan", "buat", good.to_str().unwrap()]);
    let before = std::fs::read_dir(home.path()).unwrap().count();
    let target = home.path().join("sempit");
    let restored =
        cramped(64, &["cadangan", "pulihkan", good.to_str().unwrap(), "--data", target.to_str().unwrap()]);
    assert_eq!(restored.status.code(), Some(1), "{}", told(&restored));
    assert!(told(&restored).contains("Tidak ada yang dipulihkan"), "{}", told(&restored));
    assert!(told(&restored).contains("ruang") || told(&restored).contains("Ruang"), "{}", told(&restored));
    assert!(!target.exists());
    let shelf = home.path().join("b.cadangan");
    let made = cramped(40, &["cadangan", "buat", shelf.to_str().unwrap(), "--data", &place[1]]);
    assert_eq!(made.status.code(), Some(1), "{}", told(&made));
    assert!(
        told(&made).contains("b.cadangan") && told(&made).contains("Cadangan tidak dibuat"),
        "{}",
        told(&made)
    );
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), before, "no half file, no half folder");
}
