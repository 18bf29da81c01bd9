//! Indicators from the command line, and the catalogue as officials read it in `docs/indikator.md`. After a
//! change on purpose: `SINERGI_TULIS=1 cargo nextest run -p sinergi indikator`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{json, run, text};
use host::indikator::{Katalog, Rumus};
use std::fmt::Write;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/indikator.md");

const HEAD: &str = "# Katalog indikator

Setiap indikator satu definisi: angkanya, orang atau jabatan di baliknya, dan kata-katanya berasal dari sana. Kodenya tetap.
Halaman ini ditulis dari katalog program; ubah katalognya, bukan halaman ini.

- **dihitung**: dari register, menurut hari yang ditanyakan dan yang tercatat saat itu.
- **dilaporkan**: diserahkan instansi, dan ditandai begitu.
- **belum ada sumber**: belum diukur, dengan sebabnya. Data yang belum ada tidak pernah dihitung nol.
- **tertutup**: hanya angkanya yang ditunjukkan; angka kecil disamarkan bagi yang tidak berhak.
";

fn document() -> String {
    let mut out = String::from(HEAD);
    let katalog = Katalog::of(sinergi::modules::modules());
    let mut part = None;
    for i in katalog.semua() {
        if part.replace(i.kelompok) != Some(i.kelompok) {
            let heading = i.kelompok.judul();
            write!(out, "\n## {heading}\n\n| kode | indikator | definisi | satuan | arah | dasar | cara |\n|---|---|---|---|---|---|---|\n")
                .unwrap();
        }
        let cara = match i.rumus {
            Rumus::Laporan => "dilaporkan".to_owned(),
            Rumus::BelumAda(why) => format!("belum ada sumber: {why}"),
            _ if i.tertutup => "dihitung, tertutup".to_owned(),
            _ => "dihitung".to_owned(),
        };
        let dasar = if i.dasar.is_empty() { "–" } else { i.dasar };
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {dasar} | {cara} |",
            i.kode,
            i.nama,
            i.definisi,
            i.satuan.kata(),
            i.arah.label()
        )
        .unwrap();
    }
    let with = katalog.semua().iter().filter(|i| i.bersumber()).count();
    write!(out, "\n{} indikator, {with} di antaranya mempunyai sumber.\n", katalog.semua().len()).unwrap();
    out
}

#[test]
fn the_document_is_the_catalogue() {
    let wanted = document();
    if std::env::var_os("SINERGI_TULIS").is_some() {
        std::fs::write(DOCUMENT, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(DOCUMENT).unwrap_or_default();
    assert!(found == wanted, "docs/indikator.md tidak sama dengan katalog; lihat kepala uji ini");
}

#[test]
fn counted_stored_and_proven() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("demo").display().to_string();
    let done = |words: &[&str]| {
        let output = run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    };
    done(&["demo", "--pegawai", "500", "--data", &data, "--hanya-data"]);
    let ask = ["indikator", "hitung", "--data", &data, "--berlaku", "31-05-2026", "--json"];
    let (first, second) = (json(&done(&ask)), json(&done(&ask)));
    assert_eq!(first["sidik"], second["sidik"]);
    let rows = first["instansi"].as_array().unwrap();
    let all = rows.last().unwrap();
    assert_eq!(all["instansi"], "");
    let sum: i64 = rows.iter().filter_map(|r| r["nilai"]["ASN-01"]["atas"].as_i64()).sum();
    assert_eq!(sum, 2 * all["nilai"]["ASN-01"]["atas"].as_i64().unwrap(), "all is the sum of each");

    let proof = ["indikator", "bukti", "ASN-01", "--data", &data, "--berlaku", "31-05-2026"];
    let missing = run(&proof);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("belum pernah disimpan"));
    let stored = text(&done(&["indikator", "ukur", "--data", &data, "--berlaku", "31-05-2026"]));
    assert!(stored.contains("0 sudah tersimpan sama"), "{stored}");
    assert!(text(&done(&proof)).contains("Sama. Seluruh baris instansi ini sama."));

    let own = rows[0]["instansi"].as_str().unwrap();
    let report = |nilai: &str| {
        run(&[
            "indikator",
            "lapor",
            "BELANJA-01",
            "--data",
            &data,
            "--instansi",
            own,
            "--tanggal",
            "31-12-2025",
            "--nilai",
            nilai,
            "--sumber",
            "LRA 2025",
        ])
    };
    assert_eq!(report("31,4").status.code(), Some(0));
    assert_eq!(report("131,4").status.code(), Some(1));
    assert_eq!(report("tiga").status.code(), Some(2));
    let counted = json(&done(&[
        "indikator",
        "hitung",
        "--data",
        &data,
        "--instansi",
        own,
        "--kode",
        "BELANJA-01",
        "--json",
    ]));
    assert_eq!(counted["instansi"][0]["nilai"]["BELANJA-01"]["ratusan"], 3_140);
    let wrong = run(&[
        "indikator",
        "sasaran",
        "JAB-03",
        "--data",
        &data,
        "--instansi",
        own,
        "--tahun",
        "2027",
        "--nilai",
        "99",
        "--dasar",
        "uji",
    ]);
    assert_eq!(wrong.status.code(), Some(1), "a target the wrong way");
    let listed = text(&done(&["indikator", "daftar"]));
    assert!(listed.contains("JAB-07") && listed.contains("belum ada sumber"));
}
