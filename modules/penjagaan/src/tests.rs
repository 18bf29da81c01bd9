//! The pages from outside, over a few people one knows by name.

mod rekap;

use crate::module;
use host::testing::{Browser, House, Page, on_both};
use host::{Module, Role};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::NOW;

static MODULES: [Module; 1] = [module()];
const DINKES: &str = "unor-dinkes";
const DISDIK: &str = "unor-disdik";

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

/// Name, status, golongan and its TMT, kind of post, unit, birth.
type Orang =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const PEOPLE: [Orang; 6] = [
    ("Agus", "PNS", "III/b", "2022-12-01", "4", DINKES, "1970-01-10"),
    ("Bayu", "PNS", "III/a", "2020-04-01", "4", DISDIK, "1968-11-05"),
    ("Citra", "PNS", "III/c", "2023-02-01", "4", DINKES, "1969-02-01"),
    ("Dewi", "PNS", "III/d", "2022-04-01", "2", DINKES, ""),
    ("Eko", "PPPK", "IX", "2024-03-01", "2", DISDIK, "1990-01-01"),
    ("Fajar", "PNS", "III/a", "", "4", DISDIK, "1980-01-01"),
];

fn facts(n: u8, o: &Orang) -> Vec<Fact> {
    let text = |field, value: &str| (field, Value::text(value));
    let mut identity = vec![text(Field::Nama, o.0), text(Field::Nip, &format!("19800101200604100{n}"))];
    if !o.6.is_empty() {
        identity.push((Field::TanggalLahir, Value::Date(day(o.6))));
    }
    let status =
        [text(Field::StatusPegawai, o.1), text(Field::KedudukanId, "01"), text(Field::Kedudukan, "Aktif")];
    let grade = vec![text(Field::GolonganNama, o.2), (Field::MkTahun, Value::Int(10))];
    let post = [text(Field::JenisJabatanId, o.4), text(Field::JabatanNama, "Pengolah Data")];
    let unit = [text(Field::UnorId, o.5), text(Field::UnorNama, o.5)];
    vec![
        Fact::new(Kind::Identitas, None, identity),
        Fact::new(Kind::Status, None, status),
        Fact::new(Kind::Golongan, Date::parse(o.3), grade),
        Fact::new(Kind::Jabatan, Some(day("2022-01-01")), post),
        Fact::new(Kind::UnitKerja, None, unit),
    ]
}

fn entry(kind: u8, n: u8, subject: Subject, facts: Vec<Fact>) -> Entry {
    Entry {
        id: EntryId(id(kind, n)),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject,
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: Some(day("2026-03-02")),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(u32::from(n)),
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn journal() -> Vec<Entry> {
    let people = PEOPLE.iter().enumerate().map(|(n, o)| {
        let n = n as u8 + 1;
        entry(1, n, Subject::Pegawai(PegawaiId(id(9, n))), facts(n, o))
    });
    let units = [(DINKES, "Dinas Kesehatan"), (DISDIK, "Dinas Pendidikan")];
    let units = units.into_iter().enumerate().map(|(n, (unit, nama))| {
        let n = n as u8;
        let named = [(Field::UnorNamaUnit, Value::text(nama)), (Field::UnorAktif, Value::text("1"))];
        entry(2, n, Subject::Unor(unit.into()), vec![Fact::new(Kind::Unor, None, named)])
    });
    people.chain(units).collect()
}

fn said(house: &House, who: &Browser, path: &str) -> Page {
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{path}");
    page
}

/// Names in the order in which a page says them.
fn names(page: &Page) -> Vec<&'static str> {
    let mut at: Vec<(usize, &str)> =
        PEOPLE.iter().filter_map(|o| Some((page.body.find(&format!(">{}<", o.0))?, o.0))).collect();
    at.sort_unstable();
    at.into_iter().map(|found| found.1).collect()
}

#[test]
fn who_stands_in_which_list_on_both_engines() {
    on_both("penjagaan", &MODULES, &[("A1", journal())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        // alamat · siapa, menurut urutan
        for (query, wanted) in [
            ("layanan=kp-reguler", &["Agus", "Bayu", "Citra"][..]),
            ("layanan=kp-reguler&periode=bulan", &[]),
            ("layanan=kp-reguler&periode=sudah&berlaku=2026-12-01", &["Agus", "Bayu"]),
            ("layanan=kp-reguler&periode=rentang&dari=2027-01-01", &["Citra"]),
            ("layanan=kp-reguler&periode=tanpa-hari", &["Fajar"]),
            ("layanan=kp-reguler&unit=unor-dinkes", &["Agus", "Citra"]),
            ("layanan=kp-reguler&syarat=terpenuhi", &[]),
            ("layanan=kp-reguler&syarat=tanpa-data", &["Agus", "Bayu", "Citra"]),
            ("layanan=kp-fungsional", &["Dewi"]),
            ("layanan=pensiun", &["Bayu", "Citra"]),
            ("layanan=pensiun&periode=semua", &["Bayu", "Citra", "Agus", "Fajar", "Dewi"]),
            ("layanan=pensiun&periode=tanpa-hari", &["Dewi"]),
        ] {
            let page = said(house, &desi, &format!("/penjagaan?{query}"));
            assert_eq!(names(&page), wanted, "{query}");
        }
        assert_eq!(house.get(&desi, "/penjagaan?layanan=tidak-ada").status, 404);
        assert_eq!(house.get(&desi, "/penjagaan?unit=tidak-ada").status, 404);
        on_day_one(house, &desi);
        figures_equal_their_lists(house, &desi);
        files(house, &desi);
    });
}

/// With a nominatif alone the time is known, the rest is said to be missing, and a page costs little.
fn on_day_one(house: &House, desi: &Browser) {
    let page = said(house, desi, "/penjagaan?layanan=kp-reguler&berlaku=2026-12-01");
    for words in [
        "Waktu terpenuhi per 1 Des 2026",
        "Belum ada datanya",
        "Predikat kinerja tahun lalu",
        "Keadaan disiplin tidak dinilai pada daftar ini",
        "/mengapa/kp-reguler?berlaku=2026-12-01",
        "praktik Sinergi",
    ] {
        assert!(page.has(words), "{words}");
    }
    for path in [
        "/penjagaan",
        "/penjagaan?layanan=pensiun",
        "/penjagaan?lihat=unit&periode=semua",
        "/penjagaan?lihat=jawaban",
        "/penjagaan/unduh.csv",
    ] {
        said(house, desi, path);
        let before = house.queries();
        said(house, desi, path);
        let spent = house.queries() - before;
        assert!(spent <= 6, "{path}: {spent} statements");
    }
}

/// Every linked count of the summary and of the matrix leads to a list of as many people.
fn figures_equal_their_lists(house: &House, desi: &Browser) {
    for path in [
        "/penjagaan?layanan=kp-reguler",
        "/penjagaan?layanan=pensiun",
        "/penjagaan?layanan=kp-reguler&lihat=unit",
        "/penjagaan?layanan=pensiun&lihat=unit&periode=semua",
        "/penjagaan?layanan=kp-reguler&lihat=unit&berlaku=2026-12-01",
    ] {
        let page = said(house, desi, path);
        let mut followed = 0;
        for (href, count) in figures(&page.body) {
            let list = said(house, desi, &href);
            assert_eq!(names(&list).len() as u64, count, "{path}: {href}");
            followed += 1;
        }
        assert!(followed >= 2, "{path}: {followed} figures");
    }
    let page = said(house, desi, "/penjagaan?layanan=pensiun&lihat=unit&periode=semua");
    let cells = page.body.split("<td").filter(|cell| cell.contains("class=\"angka\"")).count();
    assert!(cells > 6, "{cells} figures in the matrix");
}

/// Links that say a number, or stand right before one, with that number.
fn figures(body: &str) -> Vec<(String, u64)> {
    let links = body.split("<a ").skip(1).filter_map(|rest| {
        let (head, text) = rest.split_once('>')?;
        let href = head.split("href=\"").nth(1)?.split('"').next()?.replace("&amp;", "&");
        let inside = text.split('<').next()?.rsplit(' ').next()?;
        let behind = text.split_once("</a><b>").and_then(|(_, b)| b.split('<').next());
        let count = behind.unwrap_or(inside).parse().ok();
        Some((href, count?))
    });
    links.filter(|(href, _)| href.starts_with("/penjagaan?")).collect()
}

fn files(house: &House, desi: &Browser) {
    let file = said(house, desi, "/penjagaan/unduh.xlsx?layanan=kp-reguler");
    assert!(file.bytes.starts_with(b"PK"));
    let calendar = said(house, desi, "/penjagaan/kalender.ics?layanan=kp-reguler");
    assert!(calendar.header("content-type").starts_with("text/calendar"));
    let text = String::from_utf8(calendar.bytes).expect("text").replace("\r\n ", "");
    assert!(text.contains("DTSTART;VALUE=DATE:20261201\r\n") && text.contains("Agus\\nBayu"), "{text}");
    assert!(!text.contains("19800101"), "a NIP in the calendar");
}

#[test]
fn an_operator_sees_the_own_subtree_only() {
    on_both("penjagaan-operator", &MODULES, &[("A1", journal())], |house, _| {
        let ina = house.browser("ina", Role::Operator, "A1", DISDIK, None);
        assert_eq!(names(&said(house, &ina, "/penjagaan?layanan=kp-reguler")), ["Bayu"]);
        assert_eq!(house.get(&ina, "/penjagaan?unit=unor-dinkes").status, 404);
        let calendar = said(house, &ina, "/penjagaan/kalender.ics?layanan=kp-reguler");
        let text = String::from_utf8(calendar.bytes).expect("text");
        assert!(text.contains("Bayu") && !text.contains("Agus"));
        let siti = house.browser("siti", Role::Pegawai, "A1", "", Some(PegawaiId(id(9, 1))));
        assert_eq!(house.get(&siti, "/penjagaan").status, 403);
        let agus = house.browser("agus", Role::Pimpinan, "A1", "", None);
        assert!(!said(house, &agus, "/penjagaan").has("unduh.xlsx"));
        assert_eq!(house.get(&agus, "/penjagaan/kalender.ics").status, 403);
    });
}

/// A ban on promotion changes nothing anybody can see in a list, whoever looks.
#[test]
fn discipline_leaves_no_trace_in_lists() {
    let punished = || {
        let mut all = journal();
        let values = [(Field::HukdisJenis, Value::text("Penurunan jabatan setingkat lebih rendah"))];
        let fact = Fact::new(Kind::HukumanDisiplin, Some(day("2026-06-01")), values);
        let fact = fact.until(Some(day("2028-06-01")));
        all.push(entry(3, 1, Subject::Pegawai(PegawaiId(id(9, 1))), vec![fact]));
        all
    };
    let body = |entries: Vec<Entry>| {
        let said_of_agus = std::cell::RefCell::new(Vec::new());
        on_both("penjagaan-disiplin", &MODULES, &[("A1", entries)], |house, _| {
            let desi = house.browser("desi", Role::Petugas, "A1", "", None);
            let page = said(house, &desi, "/penjagaan?layanan=kp-reguler&berlaku=2026-12-01");
            let row = page.body.split("<tr").find(|row| row.contains(">Agus<")).expect("his row").to_owned();
            let answers =
                page.body.split("id=\"rekap-jawaban\"").nth(1).and_then(|b| b.split("</section>").next());
            said_of_agus.borrow_mut().push((row, answers.expect("the panel").to_owned()));
        });
        said_of_agus.into_inner()
    };
    assert_eq!(body(journal()), body(punished()));
}

#[test]
fn pages_are_documents() {
    for sample in crate::view::samples() {
        let text = sample.body.into_string();
        assert!(text.starts_with("<!DOCTYPE html>") && !text.contains(" style="), "{}", sample.name);
    }
}
