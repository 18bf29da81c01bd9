//! Wrong calls: what is said, in Indonesian, and exit code 2.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, nominatif, run, today};
use demo::berkas::NominatifSpec;

fn told(args: &[&str]) -> (Option<i32>, String) {
    let output = run(args);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn wrong_calls_are_named_and_the_near_word_offered() {
    //       perintah                                    | kata di dalam pesan
    let table: &[(&[&str], &str)] = &[
        (&["imporr"], "Perintah \"imporr\" tidak dikenal. Mungkin maksud Anda: impor."),
        (&["jurnal", "perksa"], "Perintah \"perksa\" tidak dikenal. Mungkin maksud Anda: periksa."),
        (
            &["jurnal", "periksa", "--dta", "D"],
            "Pilihan \"--dta\" tidak dikenal di sini. Mungkin maksud Anda: --data.",
        ),
        (&["skema", "sqlite"], "\"sqlite\" tidak dikenal di sini."),
        (&["skema", "--mesin"], "--mesin <MESIN> perlu diisi nilai."),
        (
            &["skema", "--mesin", "oracle"],
            "Mesin \"oracle\" tidak dikenal. Pilih sqlite, postgres, atau citus.",
        ),
        (&["skema", "--mesin", "sqlite", "--mesin", "citus"], "--mesin <MESIN> hanya dapat disebut sekali."),
        (&["mulai", "--data", "D"], "Belum diisi: --instansi <ID>, --nama <NAMA>."),
        (&["mulai", "--data", "D", "--instansi", " ", "--nama", "x"], "Isi --instansi dengan ID instansi"),
        (&["impor", "nominatip", "x.csv", "--data", "D"], "Jenis berkas \"nominatip\" tidak dikenal."),
        (&["ekspor", "unor", "--data", "D", "--keluaran", "x"], "Jenis ekspor \"unor\" tidak dikenal."),
        (&["ekspor", "nominatif", "--keluaran", "x.csv"], "Sebutkan tempat data dengan --data FOLDER"),
        (&["demo", "--pegawai", "10", "--data", "D"], "Banyaknya pegawai demo 500 sampai 200.000;"),
        (&["demo", "--pegawai", "200001", "--data", "D"], "Banyaknya pegawai demo 500 sampai 200.000;"),
        (&["demo", "--jam", "kemarin", "--data", "D"], "Tanggal \"kemarin\" tidak terbaca."),
        (&["demo", "--alamat", "ngawur", "--data", "D"], "Alamat \"ngawur\" tidak terbaca."),
        (
            &["serve", "--alamat", "127.0.0.1:porta", "--data", "D"],
            "Alamat \"127.0.0.1:porta\" tidak terbaca.",
        ),
        (&["impor"], "Belum diisi: <JENIS>, <BERKAS>. Lihat `sinergi impor --help`."),
        (&["jurnal", "kunci", "ganti"], "Lihat `sinergi jurnal kunci ganti --help`."),
        (
            &["pengguna", "tambah", "a", "--nama", "A", "--peran", "operator", "--data", "D"],
            "memerlukan --unit",
        ),
        (
            &["pengguna", "tambah", "a", "--nama", "A", "--peran", "pegawai", "--data", "D"],
            "memerlukan --nip",
        ),
        (
            &["pengguna", "tambah", "a", "--nama", "A", "--peran", "raja", "--data", "D"],
            "Peran \"raja\" tidak dikenal.",
        ),
        (
            &["jurnal", "periksa", "--data", "D", "--kunci", "bukan sidik"],
            "Sidik kunci \"bukan sidik\" tidak terbaca.",
        ),
        (&["jurnal", "kunci", "ganti", "--data", "D"], "Belum diisi: --alasan <ALASAN>."),
        (&["pesan", "uji", "sari@prov.go.id"], "Sebutkan --smtp-url"),
        (&["pesan", "uji", "sari"], "\"sari\" bukan alamat surel."),
        (&["pesan", "uji", "sari@prov.go.id", "--smtp-url", "smtp://127.0.0.1:25"], "Lengkapi ketiganya."),
        (
            &[
                "pesan",
                "uji",
                "sari@prov.go.id",
                "--smtp-url",
                "smtp://a:b@surel.go.id:587",
                "--surel-pengirim",
                "sinergi@prov.go.id",
                "--alamat-publik",
                "https://sinergi.prov.go.id",
            ],
            "Sandi SMTP tidak boleh lewat tanpa penyandian.",
        ),
        (&["serve", "--alamat-publik", "sinergi", "--data", "D"], "Tulis --alamat-publik seperti https://"),
    ];
    for (args, expected) in table {
        let (code, told) = told(args);
        assert_eq!(code, Some(2), "{args:?}: {told}");
        assert!(told.starts_with("sinergi: ") && told.contains(expected), "{args:?}: {told}");
        assert!(!told.contains("error") && !told.contains("Usage"), "{args:?}: {told}");
    }
    let (code, told) = told(&[]);
    assert!(code == Some(2) && told.contains("Pemakaian: sinergi"), "{told}");
    assert!(!std::path::Path::new("D").exists(), "a wrong call makes no node");
}

#[test]
fn help_is_found_under_its_other_names() {
    for word in ["help", "bantuan"] {
        let (all, one) = (run(&[word]), run(&[word, "jurnal", "periksa"]));
        assert!(all.status.success() && crate::bersama::text(&all).contains("Pemakaian: sinergi"), "{word}");
        let one = crate::bersama::text(&one);
        assert!(one.contains("--kunci") && one.contains("3 tidak dapat diperiksa"), "{word}: {one}");
        assert!(one.contains("[variabel: SINERGI_DATA]"), "{one}");
    }
}

#[test]
fn a_demo_of_another_size_is_not_kept_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let demo = |more: &[&str]| {
        let args = [&["demo", "--hanya-data", "--data", data.to_str().unwrap()], more].concat();
        let output = run(&args);
        assert!(output.status.success(), "{output:?}");
        crate::bersama::text(&output)
    };
    demo(&["--pegawai", "60"]);
    assert!(demo(&[]).contains("sudah berisi data 60 pegawai; dipakai apa adanya."));
    assert!(demo(&["--pegawai", "60"]).contains("dipakai apa adanya."));
    let told = demo(&["--pegawai", "5000"]);
    assert!(told.contains("--pegawai 5000 tidak berlaku"), "{told}");
    assert!(told.contains("\n  sinergi demo --pegawai 5000 --data sinergi-data/demo-5000\n"), "{told}");
}

#[test]
fn what_the_operating_system_says_is_indonesian() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    file(folder.path(), "berkas", b"x");
    let inside = path("berkas/data");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (data, missing) = (path("data"), path("tiada.csv"));
    //       perintah                                                   | kata di dalam pesan
    let table: &[(&[&str], &str)] = &[
        (&["serve", "--data", &inside], "bagian dari jalurnya bukan folder"),
        (&["serve", "--data", &data, "--alamat", &address], "alamat itu sedang dipakai program lain"),
        (&["impor", "nominatif", &missing, "--data", &data], "tidak ada."),
        (&["jurnal", "bangun-ulang", "--data", &missing], "Tidak ada data Sinergi di"),
    ];
    for (args, expected) in table {
        let (code, told) = told(args);
        assert_eq!(code, Some(1), "{args:?}: {told}");
        assert!(told.contains(expected) && !told.contains("os error"), "{args:?}: {told}");
    }
}

/// An instansi the node does not serve is refused by every command that takes one, with the list.
#[test]
fn a_strange_instansi_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = nominatif(folder.path(), "masuk.csv", &NominatifSpec::new(7, 60, today()));
    let (input, data) = (path.to_str().unwrap(), folder.path().join("data"));
    let data = data.to_str().unwrap();
    let owner = {
        let saved = run(&["impor", "nominatif", input, "--ya", "--json", "--data", data]);
        crate::bersama::json(&saved)["instansi"].as_str().unwrap().to_owned()
    };
    let before = std::fs::read_dir(folder.path()).unwrap().count();
    let output = folder.path().join("keluar.csv");
    let output = output.to_str().unwrap();
    let archive = folder.path().join("keluar.zip");
    let archive = archive.to_str().unwrap();
    let table: &[&[&str]] = &[
        &["impor", "nominatif", input, "--ya"],
        &["impor", "unor", input, "--ya"],
        &["impor", "peta", input, "--ya"],
        &["impor", "kontrak", input, "--pratinjau"],
        &["impor", "skp", input, "--ya"],
        &["impor", "riwayat-golongan", input, "--ya"],
        &["ekspor", "nominatif", "--keluaran", output],
        &["ekspor", "riwayat-golongan", "--keluaran", output],
        &["ekspor", "perbaikan", "--keluaran", archive],
        &["pengguna", "tambah", "sari", "--nama", "Sari", "--peran", "petugas"],
    ];
    for args in table {
        let (code, told) = told(&[args, &["--data", data, "--instansi", "ASING"][..]].concat());
        assert_eq!(code, Some(2), "{args:?}: {told}");
        assert!(told.contains("\"ASING\" tidak dilayani") && told.contains(&owner), "{args:?}: {told}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), before, "nothing was written");
    for args in [table[0], table[6], table[8]] {
        let (code, told) = told(&[args, &["--data", data, "--instansi", &owner][..]].concat());
        assert_eq!(code, Some(0), "{args:?}: {told}");
    }
    // Served, but not the owner of the file.
    assert!(
        run(&["mulai", "--tambahan", "--instansi", "B2", "--nama", "Lain", "--data", data]).status.success()
    );
    let taken = run(&["impor", "nominatif", input, "--ya", "--data", data, "--instansi", "B2"]);
    let said = crate::bersama::text(&taken);
    assert!(taken.status.code() == Some(1) && said.contains("tidak termasuk impor ini"), "{said}");
    let none = run(&["ekspor", "nominatif", "--keluaran", "-", "--data", data, "--instansi", "B2"]);
    assert_eq!(crate::bersama::text(&none).lines().count(), 1, "a heading and nobody");
}
