//! The key of a node on the command line: printed, changed, lost, and what the check then says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{json, nominatif, run, sinergi, text, today};
use demo::berkas::NominatifSpec;
use std::path::{Path, PathBuf};
use std::process::Output;

struct Place {
    folder: tempfile::TempDir,
    args: Vec<String>,
    input: PathBuf,
}

impl Place {
    fn new(engine: &str) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let (input, _) = nominatif(folder.path(), "masuk.csv", &NominatifSpec::new(7, 60, today()));
        let mut args = vec!["--data".to_owned(), folder.path().join("data").to_str().unwrap().to_owned()];
        if engine == "postgres" {
            args.extend(["--database".to_owned(), store::testing::postgres_url("kunci")]);
        }
        let place = Place { folder, args, input };
        assert!(place.impor("nominatif", &place.input).status.success());
        place
    }

    fn run(&self, args: &[&str]) -> Output {
        sinergi().args(args).args(&self.args).output().unwrap()
    }

    fn impor(&self, jenis: &str, path: &Path) -> Output {
        self.run(&["impor", jenis, path.to_str().unwrap(), "--ya", "--json"])
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("data/kunci-simpul")
    }

    fn check(&self, more: &[&str]) -> serde_json::Value {
        json(&self.run(&[&["jurnal", "periksa", "--json"], more].concat()))
    }

    /// One more entry.
    fn one_more(&self, name: &str) -> Output {
        let rows = format!("Id,NamaUnor,DiatasanId\n{name},Unit {name},\n");
        let path = crate::bersama::file(self.folder.path(), "unor.csv", rows.as_bytes());
        self.impor("unor", &path)
    }

    fn fingerprint(&self) -> String {
        let listed = text(&self.run(&["jurnal", "kunci"]));
        let first = listed.lines().next().unwrap();
        first.strip_prefix("Kunci simpul: sidik ").unwrap_or_else(|| panic!("{listed}")).to_owned()
    }
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn changed_lost_and_pinned() {
    for engine in ["sqlite", "postgres"] {
        let place = Place::new(engine);
        let first = place.fingerprint();
        assert_eq!(place.check(&["--kunci", &first])["utuh"], true, "{engine}");

        // Leaked: the old key is there and signs the hand-over.
        let changed = place.run(&["jurnal", "kunci", "ganti", "--alasan", "kunci dicurigai bocor"]);
        assert!(changed.status.success(), "{engine}: {changed:?}");
        let second = place.fingerprint();
        assert!(first != second && text(&changed).contains(&second), "{engine}");
        let saved = place.one_more("u1");
        assert!(saved.status.success(), "{engine}: {saved:?}");
        let spaced = format!("{} {}", &first[..16].to_uppercase(), &first[16..]);
        let checked = place.check(&["--kunci", &spaced]);
        assert_eq!((&checked["utuh"], &checked["berkas_kunci"]), (&true.into(), &true.into()), "{engine}");
        assert_eq!(checked["kunci"].as_array().unwrap().len(), 2, "{engine}: {checked}");

        // Lost: nothing is written, everything is checked, and no key appears by itself.
        std::fs::remove_file(place.key()).unwrap();
        let checked = place.run(&["jurnal", "periksa"]);
        assert!(checked.status.success() && text(&checked).contains("utuh"), "{engine}: {checked:?}");
        assert!(
            text(&checked).contains("tidak ada: tanda tangan diperiksa dengan kunci yang tersimpan"),
            "{checked:?}"
        );
        assert!(!place.key().exists(), "{engine}: the check makes no key");
        for refused in [place.one_more("u2"), place.run(&["serve", "--alamat", "127.0.0.1:0"])] {
            let told = complaint(&refused);
            assert!(
                !refused.status.success() && told.contains("sinergi jurnal kunci ganti"),
                "{engine}: {told}"
            );
        }
        assert!(!place.key().exists(), "{engine}");

        let changed = place.run(&["jurnal", "kunci", "ganti", "--alasan", "kunci hilang"]);
        assert!(changed.status.success(), "{engine}: {changed:?}");
        let third = place.fingerprint();
        assert!(place.one_more("u2").status.success(), "{engine}");
        let listed = text(&place.run(&["jurnal", "kunci"]));
        assert!(listed.contains("kunci dicurigai bocor; ditandatangani kunci sebelumnya"), "{listed}");
        assert!(listed.contains("kunci hilang; TANPA tanda tangan kunci sebelumnya"), "{listed}");
        let checked = place.run(&["jurnal", "periksa"]);
        assert!(
            checked.status.success() && text(&checked).contains("Catatan: sesudah entri ke-"),
            "{checked:?}"
        );
        //      sidik yang dicatat di luar | utuh?
        let table: [(&[&str], bool); 3] = [
            (&["--kunci", &first, "--kunci", &third], true),
            (&["--kunci", &first], false),
            (&["--kunci", &second, "--kunci", &third], false),
        ];
        for (pinned, intact) in table {
            assert_eq!(place.check(pinned)["utuh"], intact, "{engine}: {pinned:?}");
        }
    }
}

#[test]
fn a_check_makes_nothing_and_a_broken_journal_gets_no_new_key() {
    let place = Place::new("sqlite");
    let nowhere = place.folder.path().join("tiada");
    let data = nowhere.to_str().unwrap();
    for (args, code) in [(["jurnal", "periksa", "--data", data], 3), (["jurnal", "kunci", "--data", data], 1)]
    {
        assert_eq!(run(&args).status.code(), Some(code));
    }
    assert!(!nowhere.exists());
    // Another key in its place: not the one that signed.
    let before = std::fs::read(place.key()).unwrap();
    std::fs::write(place.key(), [7; 32]).unwrap();
    let checked = place.check(&[]);
    assert_eq!(checked["utuh"], false);
    assert!(checked["masalah"]["sebab"].as_str().unwrap().contains("bukan kunci simpul ini"), "{checked}");
    assert!(!place.one_more("u1").status.success());
    // A key file cut short says nothing about the journal.
    std::fs::write(place.key(), &before[..7]).unwrap();
    for (args, code) in [(["jurnal", "periksa"], 3), (["jurnal", "kunci"], 1)] {
        let output = place.run(&args);
        let told = complaint(&output);
        assert_eq!(output.status.code(), Some(code), "{told}");
        assert!(told.contains("kunci-simpul rusak: isinya 7 bita") && told.contains("kunci ganti"), "{told}");
        assert!(!told.contains("basis data tidak utuh"), "{told}");
    }
    std::fs::write(place.key(), before).unwrap();
    assert_eq!(place.check(&[])["utuh"], true);
    let listed = text(&place.run(&["jurnal", "kunci"]));
    let day = store::Clock::System.now().date_wib();
    assert!(listed.contains(&day.dmy()) && !listed.contains(&day.to_string()), "{listed}");
    // A row taken away past the program.
    let sql = "DELETE FROM riwayat";
    let mut conn = store::Conn::Sqlite(
        store::sqlite::Sqlite::open(&place.folder.path().join("data/sinergi.db")).unwrap(),
    );
    store::testing::raw(&mut conn, sql).unwrap();
    let refused = place.run(&["jurnal", "kunci", "ganti", "--alasan", "coba"]);
    assert!(!refused.status.success() && complaint(&refused).contains("tidak utuh"), "{refused:?}");
}
