//! The pages from outside, over a few people one knows by name.

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
const NIK: &str = "1571011203840001";

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

/// One person: name, status, golongan and its TMT, kind and name of post, unit, sex, birth, education.
struct Orang(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    (&'static str, &'static str),
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const PEOPLE: [Orang; 6] = [
    Orang("Ratih", "PNS", "IV/a", "2020-04-01", ("1", "Kepala Dinas"), DINKES, "F", "1970-05-01", "45"),
    Orang("Agus", "PNS", "III/d", "2019-04-01", ("2", "Perawat Ahli Muda"), DINKES, "M", "1980-01-01", "40"),
    Orang("Siti", "PNS", "III/d", "2021-04-01", ("4", "Pengolah Data"), DISDIK, "F", "1985-01-01", "40"),
    Orang("Bayu", "PNS", "III/d", "", ("", ""), "", "", "", ""),
    Orang("Dewi", "CPNS", "III/a", "2026-03-01", ("4", "Pengolah Data"), DINKES, "F", "2000-01-01", "40"),
    Orang("Eko", "PPPK", "IX", "2024-03-01", ("2", "Guru Ahli Pertama"), DISDIK, "M", "1990-01-01", "40"),
];

fn facts(n: u8, o: &Orang) -> Vec<Fact> {
    let text = |field, value: &str| (field, Value::text(value));
    let mut identity = vec![
        text(Field::Nama, o.0),
        text(Field::Nip, &format!("19800101200604100{n}")),
        text(Field::Nik, NIK),
    ];
    if !o.6.is_empty() {
        identity.push(text(Field::JenisKelamin, o.6));
        identity.push((Field::TanggalLahir, Value::Date(day(o.7))));
    }
    let mut grade = vec![text(Field::GolonganNama, o.2)];
    if !o.3.is_empty() {
        grade.push((Field::MkTahun, Value::Int(10)));
    }
    let mut facts = vec![
        Fact::new(Kind::Identitas, None, identity),
        Fact::new(
            Kind::Status,
            None,
            [
                text(Field::StatusPegawai, o.1),
                text(Field::KedudukanId, "01"),
                text(Field::Kedudukan, "Aktif"),
            ],
        ),
        Fact::new(Kind::Golongan, Date::parse(o.3), grade),
    ];
    if !o.4.0.is_empty() {
        let post = [text(Field::JenisJabatanId, o.4.0), text(Field::JabatanNama, o.4.1)];
        facts.push(Fact::new(Kind::Jabatan, Some(day("2022-01-01")), post));
        let unit = [text(Field::UnorId, o.5), text(Field::UnorNama, o.5)];
        facts.push(Fact::new(Kind::UnitKerja, None, unit));
        let school = [text(Field::TingkatPendidikanId, o.8), (Field::TahunLulus, Value::Int(2004))];
        facts.push(Fact::new(Kind::Pendidikan, Some(day("2004-08-01")), school));
    }
    facts
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
        let fact = Fact::new(
            Kind::Unor,
            None,
            [(Field::UnorNamaUnit, Value::text(nama)), (Field::UnorAktif, Value::text("1"))],
        );
        entry(2, n, Subject::Unor(unit.into()), vec![fact])
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
fn figures_and_orders_on_both_engines() {
    on_both("laporan", &MODULES, &[("A1", journal())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let page = said(house, &desi, "/statistik");
        // figur · tautannya · jumlahnya
        for (query, count) in [
            ("status=pns", 4),
            ("status=cpns", 1),
            ("status=pppk_penuh", 1),
            ("golongan=III%2Fd", 3),
            ("jenis_jabatan=fungsional&amp;jenjang=ahli_muda", 1),
            ("jenis_jabatan=pelaksana", 2),
            ("tanpa=jenis_jabatan", 1),
            ("pendidikan=40", 4),
            ("umur=45-49", 1),
            ("tanpa=lahir", 1),
            ("masa_kerja=10-14", 2),
            ("jenis_kelamin=F", 3),
            ("unit=unor-dinkes", 3),
            ("tanpa=unit", 1),
        ] {
            let figure = format!("href=\"/pegawai?{query}\">{count}<");
            assert!(page.has(&figure), "{query}: {count}");
        }
        // Agus turns 58 on 1 January 2038.
        let later = said(house, &desi, "/statistik?berlaku=2030-01-01");
        let year = "periode=rentang&amp;dari=2038-01-01&amp;sampai=2038-12-31";
        for (jabatan, count) in [("&amp;jabatan=fungsional", 1), ("", 1)] {
            let wave = format!("{year}{jabatan}&amp;berlaku=2030-01-01\">{count}<");
            assert!(later.has("Gelombang pensiun PNS") && later.has(&wave), "the pension wave: {wave}");
        }
        // Bayu is a PNS without a birthday or a post.
        let unknown =
            "layanan=pensiun&amp;periode=tanpa-hari&amp;berlaku=2030-01-01\"><span class=\"angka\">";
        assert!(later.has("Jabatan belum diketahui") && later.has(unknown), "those without a day");
        duk_in_order(house, &desi);
        groups_of_a_nominatif(house, &desi);
        a_matrix(house, &desi);
        budgets_and_masks(house, &desi);
    });
}

/// Golongan first, then TMT; who lacks a TMT stands behind and is marked; CPNS and PPPK are not in it.
fn duk_in_order(house: &House, desi: &Browser) {
    let page = said(house, desi, "/duk");
    assert_eq!(names(&page), ["Ratih", "Agus", "Siti", "Bayu"]);
    for words in [
        "pangkat lebih tinggi",
        "TMT pangkat lebih dahulu",
        "data TMT pangkat belum ada pada baris ini",
        "Pasal 362 PP 11/2017",
        "urutan pertama",
    ] {
        assert!(page.has(words), "{words}");
    }
    assert_eq!(names(&said(house, desi, "/duk?unit=unor-disdik")), ["Siti"]);
    let before = said(house, desi, "/duk?berlaku=2017-04-06");
    assert!(before.has("diatur PP 15/1979") && !before.has("Pasal 362 PP 11/2017 dan"));
    assert_eq!(house.get(desi, "/duk?unit=unor-tidak-ada").status, 404);
}

fn groups_of_a_nominatif(house: &House, desi: &Browser) {
    let page = said(house, desi, "/nominatif?menurut=golongan");
    assert_eq!(names(&page), ["Ratih", "Agus", "Siti", "Bayu", "Dewi", "Eko"]);
    assert!(page.has(">III/d<") && page.has("IX (PPPK)"));
    let units = said(house, desi, "/nominatif");
    assert_eq!(names(&units), ["Ratih", "Agus", "Dewi", "Siti", "Eko", "Bayu"]);
    let next = format!("/nominatif?sesudah={}", PegawaiId(id(9, 2)));
    assert_eq!(names(&said(house, desi, &next)), ["Dewi", "Siti", "Eko", "Bayu"]);
}

/// Without a day the last end of a semester: the CPNS of March is in it, nobody was at the end of 2025.
fn a_matrix(house: &House, desi: &Browser) {
    let page = said(house, desi, "/rekap?menurut=jenis_kelamin");
    assert!(page.has("30 Juni 2026"));
    let cell = "jenis_kelamin=F&amp;unit=unor-dinkes&amp;berlaku=2026-06-30\">2<";
    assert!(page.has(cell), "people of a cell");
    let today = said(house, desi, "/rekap?berlaku=2026-11-22");
    assert!(today.has("golongan=IV%2Fa-IV%2Fe&amp;unit=unor-dinkes\">1<"));
    assert!(said(house, desi, "/rekap?berlaku=2010-12-31").has("Belum ada pegawai aktif pada tanggal ini"));
}

fn budgets_and_masks(house: &House, desi: &Browser) {
    for path in ["/statistik", "/duk", "/nominatif", "/nominatif?menurut=jabatan", "/rekap"] {
        said(house, desi, path);
        let before = house.queries();
        let page = said(house, desi, path);
        let spent = house.queries() - before;
        assert!(spent <= 6, "{path}: {spent} statements");
        assert!(!page.has(NIK), "{path} says a NIK");
    }
    for path in ["/statistik", "/duk", "/nominatif", "/rekap"] {
        let file = said(house, desi, &format!("{path}/unduh.xlsx"));
        assert!(file.bytes.starts_with(b"PK"), "{path}");
    }
}

#[test]
fn whoever_may_not_list_people_sees_figures_without_a_way_to_them() {
    on_both("laporan-akses", &MODULES, &[("A1", journal())], |house, _| {
        let biro = house.browser("biro", Role::Hukum, "A1", "", None);
        let page = said(house, &biro, "/statistik");
        assert!(page.has("Pegawai aktif") && !page.has("href=\"/pegawai"));
        assert!(page.has("Gelombang pensiun PNS") && !page.has("href=\"/penjagaan"));
        assert!(!said(house, &biro, "/rekap").has("href=\"/pegawai"));
        assert_eq!(house.get(&biro, "/duk").status, 403);
        let agus = house.browser("agus", Role::Pimpinan, "A1", "", None);
        assert!(!said(house, &agus, "/duk").has("unduh.xlsx"));
        assert_eq!(house.get(&agus, "/duk/unduh.xlsx").status, 403);
        let siti = house.browser("siti", Role::Pegawai, "A1", "", Some(PegawaiId(id(9, 3))));
        assert_eq!(house.get(&siti, "/statistik").status, 403);
    });
}

#[test]
fn an_operator_sees_the_own_subtree_only() {
    on_both("laporan-operator", &MODULES, &[("A1", journal())], |house, _| {
        let ina = house.browser("ina", Role::Operator, "A1", DISDIK, None);
        assert_eq!(names(&said(house, &ina, "/nominatif")), ["Siti", "Eko"]);
        assert_eq!(names(&said(house, &ina, "/duk")), ["Siti"]);
        let page = said(house, &ina, "/statistik");
        assert!(page.has("href=\"/pegawai?status=pns\">1<") && !page.has("status=cpns"));
        for path in ["/statistik", "/duk", "/nominatif", "/rekap", "/duk/unduh.xlsx"] {
            assert_eq!(house.get(&ina, &format!("{path}?unit={DINKES}")).status, 404, "{path}");
        }
    });
}

#[test]
fn pages_are_documents() {
    for sample in crate::view::samples() {
        let text = sample.body.into_string();
        assert!(text.starts_with("<!DOCTYPE html>") && !text.contains(" style="), "{}", sample.name);
    }
}
