//! `sinergi catat` through the real program: what documents say, from a file, seen first, recorded once.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{file, json, nominatif, rows, run, sinergi, text, today};
use demo::berkas::NominatifSpec;
use serde_json::Value;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

const HEADING: &str = "nip,jenis,tindakan,sasaran_nomor,dokumen_jenis,dokumen_nomor,dokumen_tanggal,penandatangan,\
    tmt,golongan,mk_tahun,mk_bulan,gaji_pokok,berkas,alamat,isi_jenis,jabatan,unor_id,predikat";

/// A node with a few people, and their NIP.
struct Node {
    place: Vec<String>,
    nip: Vec<String>,
}

impl Node {
    fn new(folder: &Path, url: Option<String>, people: usize) -> Node {
        let spec = NominatifSpec::new(5, people, today());
        let (path, _) = nominatif(folder, "nominatif.csv", &spec);
        let mut place = vec!["--data".to_owned(), folder.join("data").to_str().unwrap().to_owned()];
        place.extend(url.into_iter().flat_map(|url| ["--database".to_owned(), url]));
        let node = Node { place, nip: Vec::new() };
        assert!(node.run(&["impor", "nominatif", path.to_str().unwrap(), "--ya", "--json"]).status.success());
        let mut nip: Vec<String> = rows(&path).1.into_keys().collect();
        nip.sort();
        Node { nip, ..node }
    }

    fn run(&self, args: &[&str]) -> Output {
        let place = self.place.iter().map(String::as_str);
        run(&args.iter().copied().chain(place).collect::<Vec<_>>())
    }

    fn catat(&self, path: &Path, more: &[&str]) -> Value {
        json(&self.run(&[&["catat", path.to_str().unwrap(), "--json"], more].concat()))
    }

    /// Entries of the journal, once it was checked.
    fn entries(&self) -> u64 {
        let checked = self.run(&["jurnal", "periksa", "--json"]);
        assert!(checked.status.success(), "{}", text(&checked));
        let of = |l: &str| serde_json::from_str::<Value>(l).unwrap()["entri"].as_u64().unwrap();
        text(&checked).lines().map(of).sum()
    }
}

/// A line by column; the rest of the columns is empty.
fn line(cells: &[(&str, &str)]) -> String {
    let cell = |name: &str| cells.iter().find(|c| c.0 == name).map_or("", |c| c.1);
    HEADING.split(',').map(|name| format!("\"{}\"", cell(name.trim()))).collect::<Vec<_>>().join(",")
}

/// A golongan of an SK, with changes.
fn golongan(nip: &str, more: &[(&str, &str)]) -> String {
    let base = [
        ("nip", nip),
        ("jenis", "golongan"),
        ("dokumen_jenis", "SK Gubernur"),
        ("dokumen_nomor", "823/1"),
        ("dokumen_tanggal", "15-09-2026"),
        ("penandatangan", "Gubernur"),
        ("tmt", "2026-10-01"),
        ("golongan", "IV/e"),
        ("mk_tahun", "8"),
    ];
    let kept = base.iter().filter(|b| !more.iter().any(|m| m.0 == b.0));
    line(&kept.chain(more).copied().collect::<Vec<_>>())
}

fn sheet(folder: &Path, name: &str, lines: &[String]) -> std::path::PathBuf {
    let mut content = HEADING.replace(' ', "");
    lines.iter().for_each(|line| content.extend(["\r\n", line]));
    file(folder, name, content.as_bytes())
}

#[test]
fn seen_first_recorded_once_corrected_and_annulled_on_both_engines() {
    for engine in ["sqlite", "postgres"] {
        let folder = tempfile::tempdir().unwrap();
        let url = (engine == "postgres").then(|| store::testing::postgres_url("catat_berkas"));
        let node = Node::new(folder.path(), url, 40);
        let before = node.entries();
        let papers = folder.path().join("pindaian");
        std::fs::create_dir(&papers).unwrap();
        file(&papers, "sk.pdf", PDF);
        let (one, two) = (node.nip[0].as_str(), node.nip[1].as_str());
        let gaji =
            [("jenis", "gaji_berkala"), ("golongan", ""), ("mk_tahun", ""), ("gaji_pokok", "5.120.600")];
        let lines = [
            golongan(one, &[("berkas", "sk.pdf")]),
            golongan(one, &gaji),
            golongan(two, &[("golongan", "99/z")]),
            golongan("199001012020121999", &[]),
        ];
        let path = sheet(folder.path(), "sk.csv", &lines);
        let papers = ["--berkas-dokumen", papers.to_str().unwrap()];

        let seen = node.catat(&path, &papers);
        assert_eq!(
            (&seen["tersimpan"], &seen["baru"], &seen["ditolak"]),
            (&false.into(), &2.into(), &2.into())
        );
        assert_eq!(seen["entri"].as_array().unwrap().len(), 1, "two lines of one document are one entry");
        let beda = seen["entri"][0]["beda"].to_string();
        assert!(beda.contains("\"sesudah\":\"IV/e\"") && beda.contains("Rp5.120.600"), "{engine} {beda}");
        assert_eq!(node.entries(), before, "a look writes nothing");

        let refused = folder.path().join("tolakan.csv");
        let saved =
            node.catat(&path, &[&papers[..], &["--ya", "--tolakan", refused.to_str().unwrap()]].concat());
        assert_eq!((&saved["dokumen_tersimpan"], &saved["baris_tersimpan"]), (&1.into(), &2.into()));
        assert_eq!(node.entries(), before + 1);
        let (heading, back) = rows_of(&refused);
        assert_eq!(back.len(), 2);
        let reason = heading.iter().position(|h| h == "alasan_penolakan").unwrap();
        assert!(
            back[0][reason].contains("tidak ada pada daftar")
                && back[1][reason].contains("Tidak ada pegawai")
        );

        let again = node.catat(&path, &[&papers[..], &["--ya"]].concat());
        assert_eq!((&again["sudah_tercatat"], &again["baru"]), (&2.into(), &0.into()), "{engine}");
        assert_eq!(node.entries(), before + 1, "the same file records nothing");

        // What was refused is mended in its own file and sent again.
        let mended = std::fs::read_to_string(&refused).unwrap().replace("99/z", "IV/d");
        let mended = file(folder.path(), "betul.csv", mended.as_bytes());
        assert_eq!(node.catat(&mended, &["--ya"])["baris_tersimpan"], 1);

        let ralat = [("tindakan", "ralat"), ("sasaran_nomor", "823/1"), ("dokumen_nomor", "800/2")];
        let ralat =
            golongan(one, &[&ralat[..], &[("tmt", ""), ("golongan", ""), ("mk_tahun", "9")]].concat());
        let ralat = sheet(folder.path(), "ralat.csv", &[ralat]);
        let said = node.catat(&ralat, &["--ya"]);
        let beda = said["entri"][0]["beda"].to_string();
        assert!(beda.contains("\"sebelum\":\"8\"") && beda.contains("\"sesudah\":\"9\""), "{engine} {said}");
        assert!(!beda.contains("IV/e"), "an empty cell of a ralat stays as recorded: {beda}");
        assert_eq!(node.catat(&ralat, &["--ya"])["sudah_tercatat"], 1);

        let batal = [("tindakan", "pembatalan"), ("sasaran_nomor", "823/1"), ("dokumen_nomor", "800/3")];
        let batal = sheet(folder.path(), "batal.csv", &[golongan(one, &batal)]);
        assert!(
            node.catat(&batal, &["--ya"])["entri"][0]["beda"].to_string().contains("\"sebelum\":\"IV/e\"")
        );
        assert_eq!(node.catat(&batal, &["--ya"])["sudah_tercatat"], 1);
        assert_eq!(node.entries(), before + 4);
    }
}

fn rows_of(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heading = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (heading, reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// What a file says wrongly, and the words it is refused with: a table for officers.
#[test]
fn what_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let node = Node::new(folder.path(), None, 12);
    let before = node.entries();
    let papers = folder.path().join("pindaian");
    std::fs::create_dir(&papers).unwrap();
    file(&papers, "skrip.pdf", b"%PDF-1.4 /JavaScript (x)");
    file(&papers, "bukan.pdf", b"halo");
    file(folder.path(), "luar.pdf", PDF);
    //          perubahan pada satu baris yang baik                             | kata di dalam alasan
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("nip", "1984031220100120")], "NIP terdiri dari 18 angka"),
        (&[("jenis", "pangkat")], "Jenis riwayat \"pangkat\" tidak dikenal"),
        (&[("jenis", "unor")], "tidak dikenal"),
        (&[("tindakan", "hapus")], "Tindakan \"hapus\" tidak dikenal"),
        (&[("tindakan", "ralat")], "Tulis nomor dokumen yang isinya diralat"),
        (
            &[("tindakan", "pembatalan"), ("sasaran_nomor", "x")],
            "Tidak ada catatan golongan dari dokumen nomor",
        ),
        (&[("dokumen_jenis", "")], "Tulis jenis dokumen"),
        (&[("dokumen_nomor", "")], "Tulis nomor dokumen"),
        (&[("penandatangan", "")], "Tulis siapa yang menandatangani"),
        (&[("dokumen_tanggal", "31-02-2026")], "tidak ada di kalender"),
        (&[("dokumen_tanggal", "15-09-2027")], "belum tiba"),
        (&[("tmt", "")], "Tulis TMT"),
        (&[("tmt", "besok")], "tidak terbaca"),
        (&[("tmt", "01-10-2099")], "tidak masuk akal"),
        (&[("golongan", "V/z")], "tidak ada pada daftar"),
        (&[("mk_tahun", "delapan")], "bukan angka bulat"),
        (&[("mk_tahun", "-3")], "bukan angka bulat"),
        (&[("alamat", "Jalan Melati")], "bukan isi dari golongan"),
        (&[("dokumen_nomor", "8\u{202e}23")], "tidak tampak"),
        (&[("berkas", "skrip.pdf")], "memuat skrip"),
        (&[("berkas", "bukan.pdf")], "bukan PDF"),
        (&[("berkas", "../luar.pdf")], "tidak ada di folder itu"),
        (&[("berkas", "/etc/passwd")], "tidak ada di folder itu"),
        (&[("berkas", "hilang.pdf")], "tidak ada di folder itu"),
    ];
    let lines: Vec<String> = table.iter().map(|(change, _)| golongan(&node.nip[0], change)).collect();
    for (line, (change, words)) in lines.iter().zip(table) {
        let path = sheet(folder.path(), "salah.csv", std::slice::from_ref(line));
        let said = node.catat(&path, &["--ya", "--berkas-dokumen", papers.to_str().unwrap()]);
        let why = said["penolakan"][0]["alasan"].as_str().unwrap_or_default();
        assert!(why.contains(words), "{change:?}: {said}");
        assert_eq!(said["dokumen_tersimpan"], Value::Null, "{change:?}");
    }
    // One wrong line keeps its document back and nobody else's.
    let lines = [
        golongan(&node.nip[0], &[]),
        golongan(
            &node.nip[0],
            &[("jenis", "gaji_berkala"), ("golongan", ""), ("mk_tahun", ""), ("gaji_pokok", "x")],
        ),
        golongan(&node.nip[1], &[]),
        golongan(&node.nip[1], &[]),
        golongan(&node.nip[2], &[]),
    ];
    let said = node.catat(&sheet(folder.path(), "sebagian.csv", &lines), &["--ya"]);
    assert_eq!((&said["baris_tersimpan"], &said["ditolak"]), (&1.into(), &4.into()), "{said}");
    assert!(said["penolakan"][0]["alasan"].as_str().unwrap().contains("Ditahan bersama baris 3"));
    assert_eq!(node.entries(), before + 1);
}

/// Files that are none, and wrong calls: exit codes.
#[test]
fn files_that_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let node = Node::new(folder.path(), None, 3);
    let table: &[(&str, &[u8], i32)] = &[
        ("kosong.csv", b"", 1),
        ("bukan.csv", b"%PDF-1.7 halo", 1),
        ("tanpa-kolom.csv", b"nip,jenis\r\n1,golongan\r\n", 1),
        ("biner.csv", b"nip,jenis,\0\0\0", 1),
        (
            "ganda.csv",
            b"nip,nip,jenis,dokumen_jenis,dokumen_nomor,dokumen_tanggal,penandatangan\r\n1,2,3,4,5,6,7",
            1,
        ),
    ];
    for (name, bytes, code) in table {
        let path = file(folder.path(), name, bytes);
        let output = node.run(&["catat", path.to_str().unwrap(), "--ya"]);
        assert_eq!(output.status.code(), Some(*code), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stderr.is_empty(), "{name} says why");
    }
    assert_eq!(node.run(&["catat", "tiada.csv", "--ya"]).status.code(), Some(1));
    assert_eq!(node.run(&["catat", "tiada.csv", "--ya", "--pratinjau"]).status.code(), Some(2));
}

/// kill -9 in the middle: whole documents or none, the journal verifies, the same file records the rest.
#[test]
fn whoever_is_interrupted_sends_the_same_file_again() {
    let folder = tempfile::tempdir().unwrap();
    let node = Node::new(folder.path(), None, 700);
    let before = node.entries();
    let lines: Vec<String> = node.nip.iter().map(|nip| golongan(nip, &[])).collect();
    let path = sheet(folder.path(), "sk.csv", &lines);
    let (mut known, mut interrupted) = (before, 0);
    for round in 0..8 {
        let mut child = sinergi()
            .args(["catat", path.to_str().unwrap(), "--ya", "--json"])
            .args(&node.place)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(10 + round * 45));
        interrupted += u64::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let now = node.entries();
        assert!(now >= known, "round {round}");
        known = now;
    }
    assert!(interrupted > 0, "no kill came in time");
    let said = node.catat(&path, &["--ya"]);
    assert_eq!(said["ditolak"], 0, "{}", said["penolakan"][0]);
    assert_eq!(node.entries(), before + node.nip.len() as u64, "every document once");
}
