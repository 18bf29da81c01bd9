//! The page of SK from outside: drafts, letters, the file for the BKN, enactment, both sides of it.

use super::kecil::{OWNER, diputus, on_both, person, rencana};
use crate::isi::{Isi, POKOK};
use host::Role;
use host::testing::{Browser, House};
use std::collections::BTreeMap;
use std::io::Read;

fn petugas(house: &House) -> Browser {
    house.browser("desi", Role::PetugasMutasi, OWNER, "", None)
}

/// A round that is decided; its address.
fn putus(house: &House) -> (String, String) {
    let id = rencana(&house.hall, diputus(&house.hall));
    let at = format!("/penempatan/{id}");
    (id, at)
}

fn events(house: &House, id: &str) -> Vec<Isi> {
    let all = house.hall.with(|conn| store::peristiwa::of_thing(conn, POKOK, id)).expect("read");
    all.iter().filter_map(|e| Isi::baca(&e.jenis, &e.isi)).collect()
}

const SK: [(&str, &str); 4] = [
    ("jenis_sk", "Keputusan Gubernur"),
    ("nomor", "821.2/1"),
    ("tanggal", "01-09-2026"),
    ("penandatangan", "Gubernur Bumi Raya"),
];

#[test]
fn drafts_stand_before_and_after_side_by_side_and_only_the_panel_reads_them() {
    on_both("sk-halaman", |house, _| {
        let (_, at) = putus(house);
        let desi = petugas(house);
        let sk = format!("{at}/sk");
        let page = house.get(&desi, &sk);
        assert_eq!(page.status, 200);
        for words in ["Ani", "Kepala Bidang Dua", "Kepala Bidang Satu", "IV.a → III.a", "9 → 11", "3 orang"]
        {
            assert!(page.has(words), "{words}");
        }
        assert!(page.has("Tetapkan SK") && page.has("Berita acara rapat") && !page.has("Surat pernyataan"));
        for path in [&sk, &format!("{at}/perbandingan")] {
            let before = house.queries();
            assert_eq!(house.get(&desi, path).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
        let pimpinan = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let seen = house.get(&pimpinan, &sk);
        assert!(seen.status == 200 && !seen.has("Nomor SK") && !seen.has("Cetak konsep"));
        let other = house.browser("kab", Role::PetugasMutasi, "B2", "", None);
        assert_eq!(house.get(&other, &sk).status, 404);
        let ani = house.browser("ani", Role::PetugasMutasi, OWNER, "", Some(person(0)));
        let considered = house.get(&ani, &sk);
        assert!(!considered.has("Budi") && considered.has("PNP-05"));
    });
}

#[test]
fn letters_are_printed_for_all_and_for_one() {
    on_both("sk-cetak", |house, _| {
        let (_, at) = putus(house);
        let desi = petugas(house);
        let print = |form: &[(&str, &str)]| house.post(&desi, &format!("{at}/sk/cetak"), form);
        let all = print(&[("jenis", "petikan"), ("nomor", "821.2/1"), ("tanggal", "01-09-2026")]);
        assert_eq!((all.status, all.header("content-type")), (200, "application/pdf"));
        assert!(all.has("sk_jabatan") && all.has("Ani") && all.has("Citra") && all.has("821.2/1"));
        let citra = person(2).to_string();
        let one = print(&[("jenis", "petikan"), ("pegawai", &citra)]);
        assert!(one.has("Citra") && !one.has("\"nama\":\"Ani\""));
        let again = print(&[("jenis", "petikan"), ("pegawai", &citra)]);
        assert_eq!(one.bytes, again.bytes);
        let typed =
            [("jenis", "keputusan"), ("mengingat", "Undang-Undang A;\nPeraturan B;"), ("tembusan", "Arsip")];
        let sk = print(&typed);
        assert!(
            sk.has("[\"Undang-Undang A;\",\"Peraturan B;\"]") && sk.has("lampiran") && sk.has("[\"Arsip\"]")
        );
        for (form, sentence) in [
            (&[("jenis", "spmt")][..], "Pilih surat"),
            (&[("jenis", "petikan"), ("tanggal", "31-02-2026")], "(PNP-12)"),
            (&[("jenis", "petikan"), ("pegawai", "x")], "tidak pindah dalam rencana ini"),
        ] {
            let page = print(form);
            assert!(page.status == 422 && page.has(sentence), "{form:?}");
        }
    });
}

#[test]
fn the_sk_is_enacted_from_the_page_and_compared() {
    on_both("sk-tetapkan", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        let tpk = house.browser("tono", Role::Tpk, OWNER, "", None);
        let sk = format!("{at}/sk");
        let send = |who: &Browser, form: &[(&str, &str)]| house.upload(who, &sk, form, "", b"");
        assert!(send(&tpk, &SK).has("PNP-02"));
        let page = send(&desi, &SK[..2]);
        assert!(page.status == 422 && page.has("821.2/1") && page.has("Isi penanda tangan. (PNP-10)"));
        let early: Vec<(&str, &str)> =
            SK.iter().map(|f| if f.0 == "tanggal" { ("tanggal", "20-08-2026") } else { *f }).collect();
        let page = send(&desi, &early);
        assert!(page.status == 422 && page.has("PNP-76") && page.has("value=\"20-08-2026\""));
        assert!(page.has("Tanggal SK (20-08-2026) mendahului keputusan PPK (21-08-2026)"));
        let before = house.get(&desi, &format!("{at}/perbandingan"));
        let left = |page: &host::testing::Page| {
            page.has("1 tempat di luar rencana ini menjadi lowong")
                && page.has("Analis Kepegawaian Ahli Muda, Dinas Kesehatan")
        };
        assert!(left(&before) && left(&house.get(&desi, &format!("{at}/hasil"))));
        assert!(before.has("SK belum ditetapkan") && before.has("Dinas Kesehatan"));
        for _ in 0..2 {
            let done = send(&desi, &SK);
            assert_eq!((done.status, done.location), (303, format!("{at}/perbandingan?pesan=ditetapkan")));
        }
        assert_eq!(events(house, &id).iter().filter(|e| matches!(e, Isi::Ditetapkan(_))).count(), 1);
        let other: Vec<(&str, &str)> =
            SK.iter().map(|f| if f.0 == "tanggal" { ("tanggal", "02-09-2026") } else { *f }).collect();
        let page = send(&desi, &other);
        assert!(page.has("PNP-71") && page.has("nomor 821.2/1 tanggal 1 September 2026"));
        let after = house.get(&desi, &format!("{at}/perbandingan"));
        assert!(
            after.has("Menurut jurnal") && after.has("Kepala Bidang Satu") && after.has("Kepala Bidang Dua")
        );
        assert!(left(&after));
        let page = house.get(&desi, &sk);
        assert!(
            page.has("SK nomor 821.2/1 tercatat") && page.has("Ralat atau batalkan") && !page.has("Nomor SK")
        );
        assert!(page.has("Kepala Bidang Dua") && page.has("9 → 11"), "what was held before stays in sight");
        let spmt = house.post(&desi, &format!("{sk}/cetak"), &[("jenis", "spmt")]);
        assert!(spmt.status == 200 && spmt.has("Keputusan Nomor 821.2/1"));
        let report = house.post(&desi, &format!("{sk}/cetak"), &[("jenis", "laporan")]);
        for words in [
            "3 Pegawai Negeri Sipil diangkat atau dipindahkan",
            "Kepala Seksi Tiga: Citra. Selisih terhadap rencana 0,75 poin. Alasan: pernah memimpin seksi itu",
            "Keputusan Nomor 821.2/1 tanggal 1 September 2026",
        ] {
            assert!(report.has(words), "{words}");
        }
        let witnesses = "Siti; Inspektur; Pembina; 1976\nRatih; Kepala BKD";
        let oath =
            house.post(&desi, &format!("{sk}/cetak"), &[("jenis", "ba_pelantikan"), ("saksi", witnesses)]);
        assert!(oath.has("\"nama\":\"Ratih\"") && oath.has("\"nip\":\"1976\"") && oath.has("Budi"));
    });
}

#[test]
fn the_file_for_the_bkn_is_whole_and_whoever_takes_it_is_in_the_journal() {
    on_both("sk-pertek", |house, _| {
        let (id, at) = putus(house);
        let zip = format!("{at}/pertek.zip");
        let desi = petugas(house);
        let auditor = house.browser("aud", Role::Auditor, OWNER, "", None);
        let pimpinan = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        assert_eq!(house.post(&pimpinan, &zip, &[]).status, 403);
        let form = [("nomor", "800/7"), ("tanggal", "01-09-2026"), ("kepada", "Kepala BKN di Jakarta")];
        let got = house.post(&desi, &zip, &form);
        assert_eq!((got.status, got.header("content-type")), (200, "application/zip"));
        assert_eq!(house.post(&auditor, &zip, &form).bytes, got.bytes);
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&got.bytes)).expect("a zip");
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for n in 0..archive.len() {
            let mut file = archive.by_index(n).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("read");
            files.insert(file.name().expect("a name").into_owned(), bytes);
        }
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "0-daftar-berkas.csv",
                "1-usul-pertek.pdf",
                "2-matriks.csv",
                "2-matriks.pdf",
                "3-berita-acara-rapat-bertanda-tangan.pdf",
                "3-berita-acara-rapat.pdf",
                "4-predikat-kinerja.csv",
                "5-jabatan-lama-baru.csv",
            ]
        );
        let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
        for (name, bytes) in files.iter().filter(|f| f.0 != "0-daftar-berkas.csv") {
            assert!(text("0-daftar-berkas.csv").contains(&crate::rule::sidik(bytes)), "{name}");
        }
        let (asked, minutes) = (text("1-usul-pertek.pdf"), text("3-berita-acara-rapat.pdf"));
        assert!(asked.contains("800/7") && asked.contains("Kepala BKN di Jakarta"));
        assert!(minutes.contains("\"nomor\":\"800/8\"") && !minutes.contains("800/7"), "its own number");
        assert!(!minutes.contains("Kepala BKN di Jakarta"), "whom a letter goes to is no member");
        assert!(!minutes.contains("3000000"), "no bare number of the objective");
        assert!(
            text("2-matriks.csv").contains("Kepala Bidang Dua")
                && text("4-predikat-kinerja.csv").contains("2025")
        );
        assert_eq!(files["3-berita-acara-rapat-bertanda-tangan.pdf"], b"%PDF-1.7 tanda tangan");
        let taken =
            Isi::Diunduh { berkas: "pertek.zip".into(), sidik: crate::rule::sidik(&got.bytes), orang: 3 };
        assert_eq!(events(house, &id).iter().filter(|e| **e == taken).count(), 2);
    });
}

#[test]
fn whoever_was_inaugurated_has_it_in_the_history() {
    on_both("sk-lantik", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        let step = |nomor: &str, tanggal: &str| {
            let form = [("langkah", "lantik"), ("nomor", nomor), ("tanggal", tanggal)];
            house.upload(&desi, &format!("{at}/langkah"), &form, "", b"")
        };
        assert!(step("BA/1", "02-09-2026").has("PNP-01"), "no oath before the SK");
        assert_eq!(house.upload(&desi, &format!("{at}/sk"), &SK, "", b"").status, 303);
        let early = step("BA/1", "01-08-2026");
        assert!(
            early.has("Tanggal pelantikan (01-08-2026) mendahului SK (01-09-2026)"),
            "both dates are named"
        );
        assert!(early.has("PNP-76") && early.has("value=\"01-08-2026\""), "what was typed is kept");
        for _ in 0..2 {
            assert_eq!(step("BA/1", "02-09-2026").status, 303);
        }
        assert!(
            step("BA/1", "03-09-2026").has("PNP-71"),
            "the same number with another date is another letter"
        );
        let count = |n: usize| {
            let (ledger, _) = house.hall.with(|conn| store::people::ledger(conn, person(n))).expect("read");
            ledger.bases().iter().filter(|row| row.fact.kind == kernel::Kind::Pelantikan).count()
        };
        assert_eq!([0, 1, 2, 3].map(count), [1, 1, 1, 0]);
        assert_eq!(events(house, &id).iter().filter(|e| matches!(e, Isi::Pelantikan(_))).count(), 1);
    });
}
