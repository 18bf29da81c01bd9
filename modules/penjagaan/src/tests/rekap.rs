//! The answers of the norm about everybody, and whom the lists can be narrowed to.

use super::*;

/// The number of a list, as its filter bar says it.
fn total(page: &Page) -> u64 {
    let said = page.body.split("class=\"jumlah\"").nth(1).and_then(|b| b.split("<b class=\"angka\">").nth(1));
    said.and_then(|text| text.split('<').next()).and_then(|n| n.parse().ok()).expect("a number of people")
}

/// The panel of answers.
fn panel(page: &Page) -> &str {
    let from = page.body.split("id=\"rekap-jawaban\"").nth(1).expect("the panel");
    from.split("</section>").next().unwrap_or("")
}

/// Somebody of another government.
fn neighbour() -> Vec<Entry> {
    let told = facts(9, &("Agus", "PNS", "III/b", "2022-12-01", "4", "unor-lain", "1970-01-10"));
    let unit = [(Field::UnorNamaUnit, Value::text("Dinas Lain")), (Field::UnorAktif, Value::text("1"))];
    vec![
        entry(4, 9, Subject::Pegawai(PegawaiId(id(8, 9))), told),
        entry(5, 9, Subject::Unor("unor-lain".into()), vec![Fact::new(Kind::Unor, None, unit)]),
    ]
}

#[test]
fn every_answer_leads_to_its_people() {
    on_both("penjagaan-rekap", &MODULES, &[("A1", journal())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        // jawaban · siapa, menurut nama; kp.reguler tentang PNS, tanpa predikat tidak ada yang pasti
        for (jawaban, wanted) in [
            ("belum-tahu", &["Agus", "Bayu", "Dewi", "Fajar"][..]),
            ("gagal", &["Citra"]),
            ("tidak-berlaku", &["Eko"]),
            ("lulus", &[]),
            ("", &["Agus", "Bayu", "Citra", "Dewi", "Eko", "Fajar"]),
        ] {
            let path = format!("/penjagaan?lihat=jawaban&jawaban={jawaban}&berlaku=2026-12-01");
            let page = said(house, &desi, &path);
            assert_eq!(names(&page), wanted, "{jawaban}");
        }
        for path in [
            "/penjagaan?berlaku=2026-12-01",
            "/penjagaan?layanan=pensiun",
            "/penjagaan?layanan=jp-pns&unit=unor-dinkes",
            "/penjagaan?lihat=jawaban",
        ] {
            let page = said(house, &desi, path);
            let mut sum = 0;
            for (href, count) in figures(panel(&page)) {
                assert_eq!(total(&said(house, &desi, &href)), count, "{path}: {href}");
                sum += count;
            }
            let all = format!("<b class=\"angka\">{sum}</b>");
            assert!(sum >= 3 && panel(&page).contains(&all), "{path}: {sum}");
        }
        let page = said(house, &desi, "/penjagaan?berlaku=2026-12-01");
        for words in [
            "tidak sedang menjalani hukuman disiplin sedang atau berat; tidak sedang diberhentikan sementara",
            "menurut keadaan dan hukum 1 Desember 2026",
            "norma ini tentang PNS",
            "Jatuh tempo berikutnya 1 Februari 2027",
            "name=\"berlaku\" value=\"2027-02-01\"",
        ] {
            assert!(panel(&page).contains(words), "{words}");
        }
        let pensiun = said(house, &desi, "/penjagaan?layanan=pensiun");
        assert!(panel(&pensiun).contains("Semua syaratnya dinilai"));
        assert!(!pensiun.has("Keadaan disiplin tidak dinilai"));
        let before = said(house, &desi, "/penjagaan?berlaku=1950-01-01");
        assert!(before.has("tidak berlaku pada tanggal itu"));
    });
}

/// The count of a tab is that of the list it leads to.
#[test]
fn tabs_say_how_many() {
    on_both("penjagaan-tab", &MODULES, &[("A1", journal())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        for path in ["/penjagaan", "/penjagaan?unit=unor-dinkes&periode=semua", "/penjagaan?lihat=jawaban"] {
            let page = said(house, &desi, path);
            let tabs = page.body.split("aria-label=\"Layanan yang dijaga\"").nth(1).expect("tabs");
            let tabs = tabs.split("</nav>").next().unwrap_or("");
            let mut counts = Vec::new();
            for tab in tabs.split("<a ").skip(1) {
                let href = tab.split("href=\"").nth(1).and_then(|h| h.split('"').next()).expect("an address");
                let count = tab.split("class=\"n angka\">").nth(1).and_then(|n| n.split('<').next());
                let count: u64 = count.and_then(|n| n.parse().ok()).expect("a count");
                assert_eq!(total(&said(house, &desi, &href.replace("&amp;", "&"))), count, "{path}: {href}");
                counts.push(count);
            }
            assert!(counts.len() >= 8 && counts.iter().filter(|n| **n > 0).count() >= 3, "{counts:?}");
        }
    });
}

#[test]
fn lists_are_narrowed_to_an_instansi_a_unit_and_a_kind_of_post() {
    on_both("penjagaan-instansi", &MODULES, &[("A1", journal()), ("B2", neighbour())], |house, _| {
        let admin = house.browser("admin1", Role::Super, "", "", None);
        // saringan · banyaknya
        for (query, wanted) in [
            ("", 4),
            ("&instansi=A1", 3),
            ("&instansi=B2", 1),
            ("&instansi=A1&unit=unor-dinkes", 2),
            ("&instansi=B2&unit=unor-dinkes", 0),
            ("&unit=unor-lain", 1),
            ("&jabatan=pelaksana", 4),
            ("&jabatan=jpt", 0),
            ("&jabatan=belum", 0),
            ("&instansi=B2&lihat=jawaban", 1),
            ("&lihat=jawaban&jabatan=fungsional", 2),
        ] {
            let page = said(house, &admin, &format!("/penjagaan?layanan=kp-reguler{query}"));
            assert_eq!(total(&page), wanted, "{query}");
            assert!(page.has("name=\"instansi\""), "{query}: the choice of an instansi");
        }
        let units = said(house, &admin, "/penjagaan?lihat=unit");
        let names: Vec<&str> =
            ["Dinas Kesehatan · ", "Dinas Lain · "].into_iter().filter(|n| units.has(n)).collect();
        assert_eq!(names.len(), 2, "a unit says whose it is");
        assert!(said(house, &admin, "/penjagaan?lihat=unit&instansi=B2").has(">Dinas Lain<"));
        let kept = said(house, &admin, "/penjagaan?instansi=A1&unit=unor-dinkes");
        assert!(kept.has("instansi=A1&amp;unit=unor-dinkes&amp;layanan=pensiun"), "a tab keeps both");
        assert_eq!(house.get(&admin, "/penjagaan?instansi=tidak-ada").status, 404);
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(!said(house, &desi, "/penjagaan?instansi=A1").has("name=\"instansi\" id"));
        assert_eq!(house.get(&desi, "/penjagaan?instansi=B2").status, 404);
        for path in ["unduh.csv", "unduh.xlsx", "kalender.ics"] {
            assert_eq!(house.get(&desi, &format!("/penjagaan/{path}?instansi=B2")).status, 404, "{path}");
        }
    });
}

#[test]
fn a_csv_has_the_rows_of_its_list() {
    on_both("penjagaan-csv", &MODULES, &[("A1", journal())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let file = said(house, &desi, "/penjagaan/unduh.csv?layanan=kp-reguler&berlaku=2026-12-01");
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.header("content-disposition").contains("penjagaan-kp-reguler-2026-12-01.csv"));
        let text = String::from_utf8(file.bytes).expect("text");
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("Nama,NIP,Unit kerja,Jatuh tempo,"), "{}", lines[0]);
        assert_eq!(lines.len(), 4, "{text}");
        assert!(lines[1].starts_with("Agus,'198001012006041001,Dinas Kesehatan,2026-12-01,2026-10-02,"));
        assert!(
            lines[1].contains("Belum ada datanya") && lines[1].contains("Predikat kinerja"),
            "{}",
            lines[1]
        );
        let path = "/penjagaan/unduh.csv?layanan=kp-reguler&lihat=jawaban&jawaban=tidak-berlaku";
        let text = String::from_utf8(said(house, &desi, path).bytes).expect("text");
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(text.contains("Eko,") && text.contains("Tidak berlaku bagi yang bersangkutan"), "{text}");
        let agus = house.browser("agus", Role::Pimpinan, "A1", "", None);
        assert_eq!(house.get(&agus, "/penjagaan/unduh.csv").status, 403);
    });
}
