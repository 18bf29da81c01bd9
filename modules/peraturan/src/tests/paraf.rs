//! Signing norms from outside: who may, what is bound, what is refused, and what the pages then say.

use super::html::check_document;
use crate::rule::kasus::jalankan;
use crate::rule::paraf::bunyi;
use crate::view::samples;
use host::Role;
use host::testing::{Browser, House, Page, on_both};
use kernel::Date;
use law::Pack;

const NORM: &str = "/peraturan/norma/kp.reguler";
const SIGN: &str = "/peraturan/norma/kp.reguler/paraf";

/// Fields of a form.
type Fields<'f> = &'f [(&'f str, &'f str)];

fn hidden(page: &Page, name: &str) -> String {
    let field = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    field.split('"').next().unwrap_or("").to_owned()
}

fn legal(house: &House, name: &str) -> Browser {
    house.browser(name, Role::Hukum, "A1", "", None)
}

fn read(house: &House, who: &Browser, path: &str) -> Page {
    let before = house.queries();
    let page = house.get(who, path);
    let asked = house.queries() - before;
    assert!(page.status == 200 && asked <= 6, "{path}: {} {asked}", page.status);
    check_document(path, &page.body);
    page
}

#[test]
fn biro_hukum_signs_and_takes_back_and_everybody_reads_it() {
    on_both("paraf-norma", &super::MODULES, &[("A1", Vec::new()), ("B2", Vec::new())], |house, bench| {
        let (hana, hadi) = (legal(house, "hana"), legal(house, "hadi"));
        let page = read(house, &hana, NORM);
        assert!(page.has("Belum ada yang memaraf") && page.has("Paraf norma ini"));
        let token = hidden(&page, "dilihat");
        let note = "<script>x</script> sesuai Lembaran Negara";
        let fields = [("dilihat", token.as_str()), ("catatan", note)];
        assert_eq!(house.post(&hana, SIGN, &fields).location, NORM);
        let page = read(house, &hana, NORM);
        for said in ["hana lengkap, Biro Hukum", "1 paraf atas bunyi ini", "&lt;script&gt;x", "Bunyi ini"] {
            assert!(page.has(said), "{said}");
        }
        assert!(!page.has("Paraf norma ini"), "nothing left to sign for her");
        let again = house.post(&hana, SIGN, &fields);
        assert!(again.status == 422 && again.has("sudah Anda paraf"));
        assert_eq!(house.post(&hadi, SIGN, &[("dilihat", token.as_str())]).status, 303);
        let officer = house.browser("desi", Role::Petugas, "A1", "", None);
        let page = read(house, &officer, NORM);
        assert!(page.has("2 paraf atas bunyi ini") && !page.has("Cabut paraf"));
        let on = |query: &str| read(house, &officer, &format!("/peraturan/norma?q=kp.reguler&paraf={query}"));
        assert!(on("sudah").has("norma/kp.reguler\"") && !on("belum").has("norma/kp.reguler\""));
        assert!(on("").has("1 diparaf, 0 berubah sejak diparaf"));
        assert!(read(house, &officer, "/peraturan").has("Norma diparaf"));
        // Another version of the norm is another text; another government has its own staff.
        assert!(read(house, &officer, &format!("{NORM}?hukum=2001-01-01")).has("Versi lain"));
        let neighbour = house.browser("eko", Role::Hukum, "B2", "", None);
        assert!(read(house, &neighbour, NORM).has("Belum ada yang memaraf"));
        // Taking back needs a reason and leaves the signature readable.
        let entry = hidden(&read(house, &hadi, NORM), "cabut");
        let back = |reason: &str| house.post(&hadi, SIGN, &[("cabut", entry.as_str()), ("alasan", reason)]);
        assert!(back("salah").has("Tulis alasannya") && back("alasan \u{0} dengan nol").status == 422);
        assert_eq!(back("Salah baca huruf b, akan diperiksa lagi").status, 303);
        let page = read(house, &officer, NORM);
        assert!(page.has("1 paraf atas bunyi ini") && page.has("Salah baca huruf b"));
        assert_eq!(back("Salah baca huruf b, akan diperiksa lagi").status, 422, "once");
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
    });
}

#[test]
fn who_may_not_and_what_is_refused() {
    on_both("paraf-ditolak", &super::MODULES, &[("A1", Vec::new())], |house, _| {
        let hana = legal(house, "hana");
        let token = hidden(&read(house, &hana, NORM), "dilihat");
        let fields = [("dilihat", token.as_str())];
        for role in Role::of_accounts().filter(|r| *r != Role::Hukum) {
            let unit = if role.serves_unit() { "unor-1" } else { "" };
            let who = house.browser(role.word(), role, "A1", unit, None);
            assert_eq!(house.post(&who, SIGN, &fields).status, 403, "{role:?}");
        }
        let forged = Browser { csrf: "lain".into(), ..hana.clone() };
        assert_eq!(house.post(&forged, SIGN, &fields).status, 403);
        let long = "x".repeat(301);
        let at = |hukum: &str| format!("{SIGN}?hukum={hukum}");
        let cases: &[(&str, Fields<'_>, u16, &str)] = &[
            (SIGN, &[], 422, "lain daripada yang Anda buka"),
            (SIGN, &[("dilihat", "f00")], 422, "lain daripada yang Anda buka"),
            (&at("2001-01-01"), &fields, 422, "lain daripada yang Anda buka"),
            (&at("1990-01-01"), &fields, 422, "tidak berlaku pada tanggal"),
            (&at("kemarin"), &fields, 422, "hh-bb-tttt"),
            (SIGN, &[("dilihat", &token), ("catatan", &long)], 422, "3 sampai 300"),
            (SIGN, &[("dilihat", &token), ("catatan", "ter\u{202e}balik")], 422, "karakter kendali"),
            (SIGN, &[("cabut", "entah"), ("alasan", "alasan yang cukup panjang")], 404, ""),
            ("/peraturan/norma/kp.tiada/paraf", &fields, 404, ""),
        ];
        for (path, fields, status, said) in cases {
            let page = house.post(&hana, path, fields);
            assert!(page.status == *status && page.has(said), "{path} {said}: {}", page.status);
        }
        assert!(read(house, &hana, NORM).has("Belum ada yang memaraf"));
    });
}

/// The text of the pack with one word of one file changed.
fn changed(path: &str, from: &str, to: &str) -> (Pack, Vec<(String, String)>) {
    let text = |f: &(&str, &str)| {
        let text = if f.0 == path { f.1.replace(from, to) } else { f.1.to_owned() };
        assert!(f.0 != path || text != f.1, "{path} says {from}");
        (f.0.to_owned(), text)
    };
    let files: Vec<(String, String)> = samples::FILES.iter().map(text).collect();
    (Pack::load(&files).expect("a sound pack"), files)
}

#[test]
fn a_signature_is_bound_to_rule_and_cases_and_to_nothing_else() {
    let day = |text: &str| Date::parse(text).expect("a date");
    let read_on = |on: &str, (pack, files): (Pack, Vec<(String, String)>)| {
        let files: Vec<(&str, &str)> = files.iter().map(|f| (f.0.as_str(), f.1.as_str())).collect();
        let uji = jalankan(&pack, &files);
        bunyi(&pack, uji.norma.get("kp.reguler"), "kp.reguler", day(on)).expect("it holds")
    };
    let read = |files| read_on("2026-11-22", files);
    let rule = || changed("PP-2-2017/akta.toml", "mundur_tahun(hari, 2)", "mundur_tahun(hari, 3)");
    let was = read(changed("paket.toml", "versi = \"1\"", "versi = \"2\""));
    assert!(read(rule()).sidik != was.sidik, "the rule");
    let before = changed("paket.toml", "versi = \"1\"", "versi = \"2\"");
    assert_eq!(read_on("2019-06-01", rule()), read_on("2019-06-01", before), "of days before it nothing");
    let case = read(changed("kasus/contoh.csv", "harapan yang keliru", "harapan lain"));
    assert!(case.sidik == was.sidik && case.kasus != was.kasus, "a case");
    let other = read(changed("PP-1-2000/tabel/batas.csv", "TINGGI,5", "TINGGI,6"));
    assert_eq!(other, was, "a table of another norm");
}
