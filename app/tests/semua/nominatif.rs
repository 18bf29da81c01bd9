//! The nominatif all the way through the real program: not one cell altered, nothing taken silently.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, json, meaning, nominatif, rows, run, today};
use demo::berkas::NominatifSpec;

/// Every cell of a hostile file comes back identical, on both engines, from every shape of file.
#[test]
fn no_cell_is_altered() {
    let base = || NominatifSpec { hostile: true, faults: true, ..NominatifSpec::new(7, 1_500, today()) };
    let shapes = [
        ("biasa", base()),
        ("titik koma, BOM, LF", NominatifSpec { delimiter: b';', bom: true, crlf: false, ..base() }),
        ("kolom tambahan dan acak", NominatifSpec { extra_columns: true, reorder: true, ..base() }),
    ];
    for (name, spec) in shapes {
        for engine in ["sqlite", "postgres"] {
            let folder = tempfile::tempdir().unwrap();
            let (path, planted) = nominatif(folder.path(), "masuk.csv", &spec);
            let data = folder.path().join("data");
            let mut place = vec!["--data", data.to_str().unwrap()];
            let url =
                (engine == "postgres").then(|| store::testing::postgres_url(&format!("sel_{}", name.len())));
            if let Some(url) = &url {
                place.extend(["--database", url]);
            }
            let (input, output) = (path.to_str().unwrap(), folder.path().join("keluar.csv"));
            let saved = json(&run(&[&["impor", "nominatif", input, "--ya", "--json"], &place[..]].concat()));
            assert_eq!(saved["tersimpan"], true, "{name} {engine}: {saved}");
            let again = json(&run(&[&["impor", "nominatif", input, "--ya", "--json"], &place[..]].concat()));
            assert_eq!(
                (&again["entri"], &again["kepala"]),
                (&saved["entri"], &saved["kepala"]),
                "{name} {engine}: dua kali sama dengan sekali"
            );
            assert_eq!(again["sama"], saved["baru"], "{name} {engine}");
            let out = output.to_str().unwrap();
            assert!(
                run(&[&["ekspor", "nominatif", "--keluaran", out], &place[..]].concat()).status.success()
            );
            let (heading, before) = rows(&path);
            let (columns, after) = rows(&output);
            assert_eq!(columns.len(), 67);
            assert_eq!(after.len() as u64, saved["baru"].as_u64().unwrap());
            let (mut compared, mut altered) = (0, Vec::new());
            for (nip, row) in &after {
                let source = &before[nip];
                for (n, column) in columns.iter().enumerate() {
                    let at = heading.iter().position(|h| h == column).unwrap();
                    compared += 1;
                    if meaning(&source[at]) != meaning(&row[n]) {
                        altered.push((nip, column, &source[at], &row[n]));
                    }
                }
            }
            assert!(altered.is_empty(), "{name} {engine}: {altered:?}");
            // In either dress the file says nothing new.
            let book = folder.path().join("keluar.xlsx");
            let out = book.to_str().unwrap();
            assert!(
                run(&[&["ekspor", "nominatif", "--keluaran", out], &place[..]].concat()).status.success()
            );
            assert_eq!(std::fs::read(&book).unwrap()[..2], *b"PK", "{name} {engine}: a workbook");
            let none = serde_json::json!(0);
            for file in [&output, &book] {
                let file = file.to_str().unwrap();
                let said = json(&run(&[&["impor", "nominatif", file, "--json"], &place[..]].concat()));
                let told = (&said["sama"], &said["baru"], &said["berubah"], &said["ditolak"]);
                // Columns beyond the 67 stay with the file they came in: without them the row is another one.
                let (same, changed) =
                    if spec.extra_columns { (&none, &saved["baru"]) } else { (&saved["baru"], &none) };
                assert_eq!(told, (same, &none, changed, &none), "{name} {engine} {file}");
            }
            assert_eq!(compared, after.len() * 67);
            let refused: u64 = planted.refused.values().sum();
            assert!(saved["ditolak"].as_u64().unwrap() >= refused, "{name} {engine}: {saved}");
        }
    }
}

/// What is refused, and with which words: a table for officers.
#[test]
fn what_is_refused() {
    //       perubahan pada satu baris yang baik         | kode     | kata di dalam pesan
    let table: &[(&str, &str, &str, &str)] = &[
        ("nip_baru", "19840312201001200", "IMP-01", "Sel ini berisi 17"),
        ("nip_baru", "1984031220100120O7", "IMP-01", "memuat tanda lain"),
        ("nip_baru", "1,98403E+17", "IMP-01", "Excel"),
        ("nip_baru", "", "IMP-01", "NIP kosong"),
        ("nama", "   ", "IMP-02", "Nama kosong"),
        ("tanggal_lahir", "31-02-1984", "IMP-03", "tidak ada di kalender"),
        ("tmt_jabatan", "01-01-2999", "IMP-03", "tidak mungkin"),
        ("tmt_golongan", "besok", "IMP-03", "tidak terbaca"),
    ];
    let heading: Vec<&str> = impor::rule::columns::COLUMNS.iter().map(|c| c.name).collect();
    let good = |n: usize, change: Option<(&str, &str)>| -> String {
        let cell = |name: &str| -> String {
            match (change, name) {
                (Some((column, value)), name) if column == name => format!("\"{value}\""),
                (_, "pns_id") => format!("P{n}"),
                (_, "nip_baru") => format!("'19840312201001{}", 1_000 + n),
                (_, "nama") => format!("PEGAWAI {n}"),
                (_, "tanggal_lahir") => "12-03-1984".into(),
                (_, "instansi_induk_id") => "I1".into(),
                (_, "instansi_induk_nama") => "Pemerintah Rekaan".into(),
                _ => String::new(),
            }
        };
        heading.iter().map(|h| cell(h)).collect::<Vec<_>>().join(",")
    };
    for (column, value, code, words) in table {
        let folder = tempfile::tempdir().unwrap();
        let content =
            [heading.join(","), good(1, None), good(2, Some((column, value))), good(3, None)].join("\r\n");
        let path = file(folder.path(), "masuk.csv", content.as_bytes());
        let data = folder.path().join("data");
        let output = run(&[
            "impor",
            "nominatif",
            path.to_str().unwrap(),
            "--data",
            data.to_str().unwrap(),
            "--ya",
            "--json",
        ]);
        let said = json(&output);
        assert!(output.status.success(), "{column}={value}: good rows are taken without the bad");
        assert_eq!((&said["baru"], &said["ditolak"]), (&2.into(), &1.into()), "{column}={value}: {said}");
        let refusal = &said["penolakan"][0];
        assert_eq!(refusal["kode"], *code, "{column}={value}: {refusal}");
        assert_eq!(refusal["baris"], 3, "{refusal}");
        assert!(refusal["pesan"].as_str().unwrap().contains(words), "{refusal}");
        assert!(!refusal["saran"].as_str().unwrap().is_empty());
    }
}

/// Exit codes and clear words for files that are none.
#[test]
fn files_that_are_none() {
    let table: &[(&str, &[u8], i32, &str)] = &[
        ("kosong.csv", b"", 1, "kosong"),
        ("bukan.xlsx", b"%PDF-1.7 halo", 1, "PDF"),
        ("rusak.xlsx", b"PK\x03\x04rusak rusak rusak", 1, ""),
        ("lain.csv", b"a,b,c\n1,2,3\n", 1, "kolom"),
        ("judul.csv", b"pns_id,nip_baru,nama\n", 1, "tidak berisi data"),
    ];
    for (name, content, code, words) in table {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), name, content);
        let data = folder.path().join("data");
        let output =
            run(&["impor", "nominatif", path.to_str().unwrap(), "--data", data.to_str().unwrap(), "--ya"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(*code), "{name}: {said}");
        assert!(said.to_lowercase().contains(&words.to_lowercase()), "{name}: {said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
        let checked = run(&["jurnal", "periksa", "--data", data.to_str().unwrap()]);
        assert_eq!(checked.status.code(), Some(1), "{name}: no journal came of it, and the check says so");
    }
    assert_eq!(run(&["impor", "nominatif"]).status.code(), Some(2));
    assert_eq!(run(&["impor", "apa-ini", "Cargo.toml", "--data", "tidak-ada-ini"]).status.code(), Some(2));
    let _ = std::fs::remove_dir_all("tidak-ada-ini");
}

/// Without --ya nothing is written where nobody can be asked.
#[test]
fn nothing_is_written_before_confirmation() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = nominatif(folder.path(), "masuk.csv", &NominatifSpec::new(3, 200, today()));
    let data = folder.path().join("data");
    for (args, made) in [(&["--pratinjau", "--json"][..], false), (&["--json"][..], true)] {
        let place = ["impor", "nominatif", path.to_str().unwrap(), "--data", data.to_str().unwrap()];
        let said = json(&run(&[&place[..], args].concat()));
        assert_eq!((&said["tersimpan"], &said["baru"]), (&false.into(), &200.into()));
        assert_eq!(data.exists(), made, "a look leaves nothing behind");
    }
    let checked = json(&run(&[
        "impor",
        "nominatif",
        path.to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
        "--pratinjau",
        "--json",
    ]));
    assert_eq!(checked["sama"], 0);
}

/// The same seed, clock and people give the same journal heads on both engines.
#[test]
fn demo_heads_are_the_same_on_both_engines() {
    let heads = |place: &[&str]| {
        let made =
            run(&[&["demo", "--pegawai", "500", "--jam", "22-11-2026", "--hanya-data"], place].concat());
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let checked = run(&[&["jurnal", "periksa", "--json"], place].concat());
        assert!(checked.status.success(), "{}", crate::bersama::text(&checked));
        crate::bersama::text(&checked)
    };
    let folder = tempfile::tempdir().unwrap();
    let (a, b, c) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
    let url = store::testing::postgres_url("kepala_demo");
    let sqlite = heads(&["--data", a.to_str().unwrap()]);
    assert_eq!(sqlite, heads(&["--data", b.to_str().unwrap()]), "twice the same");
    assert_eq!(sqlite, heads(&["--data", c.to_str().unwrap(), "--database", &url]), "on the other engine");
    assert_eq!(sqlite.lines().count(), 12);
}

/// Two imports of one file at once: nobody is in the register twice, on either engine.
#[test]
fn two_at_once_are_once() {
    for engine in ["sqlite", "postgres"] {
        let folder = tempfile::tempdir().unwrap();
        let (path, _) = nominatif(folder.path(), "masuk.csv", &NominatifSpec::new(5, 800, today()));
        let (data, out) = (folder.path().join("data"), folder.path().join("keluar.csv"));
        let mut place = vec!["--data", data.to_str().unwrap()];
        let url = (engine == "postgres").then(|| store::testing::postgres_url("dua_sekaligus"));
        if let Some(url) = &url {
            place.extend(["--database", url]);
        }
        let made = [&["mulai", "--instansi", "X", "--nama", "Lain"][..], &place[..]].concat();
        assert!(run(&made).status.success());
        let spec = NominatifSpec::new(5, 800, today());
        let own = [
            &["mulai", "--tambahan", "--instansi", &spec.instansi.0, "--nama", &spec.instansi.1][..],
            &place[..],
        ]
        .concat();
        assert!(run(&own).status.success());
        let import =
            [&["impor", "nominatif", path.to_str().unwrap(), "--ya", "--json"][..], &place[..]].concat();
        let both: Vec<_> = (0..2)
            .map(|_| {
                crate::bersama::sinergi()
                    .args(&import)
                    .stdout(std::process::Stdio::null())
                    .stderr(std::process::Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        both.into_iter().for_each(|mut child| {
            child.wait().unwrap();
        });
        let export = [&["ekspor", "nominatif", "--keluaran", out.to_str().unwrap()][..], &place[..]].concat();
        assert!(run(&export).status.success());
        let lines = csv::Reader::from_path(&out).unwrap().records().count();
        assert_eq!(lines, 800, "{engine}");
    }
}

/// A file cannot take a person away from the instansi that owns them.
#[test]
fn people_of_another_instansi_stay_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let place = ["--data", data.to_str().unwrap()];
    let owner = NominatifSpec::new(9, 60, today());
    let (theirs, _) = nominatif(folder.path(), "mereka.csv", &owner);
    for (id, nama) in [(owner.instansi.0.as_str(), owner.instansi.1.as_str()), ("INSTANSI-A", "Pemerintah A")]
    {
        assert!(
            run(&[&["mulai", "--tambahan", "--instansi", id, "--nama", nama], &place[..]].concat())
                .status
                .success()
        );
    }
    let import = |path: &std::path::Path| {
        json(&run(&[&["impor", "nominatif", path.to_str().unwrap(), "--ya", "--json"], &place[..]].concat()))
    };
    assert_eq!(import(&theirs)["baru"], 60);
    let text = std::fs::read_to_string(&theirs).unwrap().replace(&owner.instansi.0, "INSTANSI-A");
    let stolen = file(folder.path(), "curi.csv", text.as_bytes());
    let said = import(&stolen);
    assert_eq!(
        (&said["ditolak"], &said["berubah"], &said["baru"]),
        (&60.into(), &0.into(), &0.into()),
        "{said}"
    );
    assert_eq!(said["penolakan"][0]["kode"], "IMP-16");
}
