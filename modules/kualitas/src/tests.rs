//! The pages from outside, over people whose faults are planted one by one.

mod api;

use crate::module;
use host::testing::{Browser, House};
use host::{Module, Role};
use kernel::{
    Act, Code, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::collections::BTreeMap;
use store::testing::{Bench, NOW, on_both_with};

static MODULES: [Module; 1] = [module()];
const DINKES: &str = "unor-dinkes";
const DISDIK: &str = "unor-disdik";

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn text(field: Field, text: &str) -> (Field, Value) {
    (field, Value::text(text))
}

fn id(kind: u8, n: u16) -> [u8; 16] {
    let [high, low] = n.to_be_bytes();
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, high, low]
}

fn entry(kind: u8, n: u16, subject: Subject, rank: Rank, acts: Vec<Fact>) -> Entry {
    Entry {
        id: EntryId(id(kind, n)),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject,
        document: Document {
            rank,
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: Some(day("2026-10-01")),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(u32::from(n)),
            urut: 0,
        },
        acts: acts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

/// Facts of somebody nothing is wrong with.
fn clean(n: u16, unit: &str) -> Vec<Fact> {
    let name = format!("Orang {n:04}");
    vec![
        Fact::new(
            Kind::Identitas,
            None,
            [
                text(Field::Nip, &format!("198001012006041{n:03}")),
                text(Field::Nama, &name),
                text(Field::GelarBelakang, "S.E."),
                (Field::TanggalLahir, Value::Date(day("1980-01-01"))),
                text(Field::JenisKelamin, "M"),
                text(Field::Nik, &format!("157101010180{n:04}")),
                text(Field::NikValid, "1"),
                text(Field::Email, &format!("orang{n}@surat.example")),
                text(Field::NomorHp, "080012345678"),
            ],
        ),
        Fact::new(
            Kind::Status,
            None,
            [
                text(Field::StatusPegawai, "PNS"),
                text(Field::KedudukanId, "01"),
                text(Field::Kedudukan, "Aktif"),
            ],
        ),
        Fact::new(Kind::Cpns, Some(day("2006-04-01")), []),
        Fact::new(Kind::Pns, Some(day("2007-04-01")), [text(Field::PnsSkNomor, "1")]),
        Fact::new(
            Kind::Golongan,
            Some(day("2026-04-01")),
            [text(Field::GolonganId, "33"), text(Field::GolonganNama, "III/c")],
        ),
        Fact::new(
            Kind::Jabatan,
            Some(day("2020-01-01")),
            [
                text(Field::JenisJabatanId, "4"),
                text(Field::JabatanId, "J1"),
                text(Field::JabatanNama, "Pengolah Data dan Informasi"),
                text(Field::PosId, &format!("pos-{n}")),
            ],
        ),
        Fact::new(
            Kind::UnitKerja,
            None,
            [text(Field::UnorId, unit), text(Field::UnorNama, "Unit menurut berkas")],
        ),
        Fact::new(
            Kind::Pendidikan,
            None,
            [
                text(Field::TingkatPendidikanId, "40"),
                text(Field::PendidikanId, "P1"),
                text(Field::PendidikanNama, "S-1 Akuntansi"),
            ],
        ),
    ]
}

/// Says something else of a field, or nothing when the text is empty.
fn set(facts: &mut [Fact], field: Field, value: &str) {
    let fact = facts.iter_mut().find(|f| f.kind == field.kind()).expect("a fact of the kind");
    fact.values.retain(|v| v.0 != field);
    if !value.is_empty() {
        let values = fact.values.drain(..).chain([text(field, value)]).collect::<Vec<_>>();
        *fact = Fact::new(fact.kind, fact.tmt, values);
    }
}

/// What is planted: kind, how many, field, its text.
const FAULTS: [(Code, u16, Field, &str); 10] = [
    (Code::NipKelamin, 3, Field::JenisKelamin, "F"),
    (Code::NikTidakSah, 4, Field::NikValid, "0"),
    (Code::SurelSalah, 5, Field::Email, "bukan surel"),
    (Code::HpKosong, 41, Field::NomorHp, ""),
    (Code::GelarKosong, 6, Field::GelarBelakang, ""),
    (Code::JabatanIdKosong, 2, Field::JabatanId, ""),
    (Code::PendidikanKosong, 3, Field::PendidikanId, ""),
    (Code::GolonganTidakDikenal, 2, Field::GolonganNama, "IV/f"),
    (Code::UnorTidakAktif, 7, Field::UnorId, "unor-lama"),
    (Code::KedudukanTidakDikenal, 2, Field::KedudukanId, "57"),
];

fn unit(n: u16, id: &str, nama: &str, atasan: &str) -> Entry {
    let values =
        [text(Field::UnorNamaUnit, nama), text(Field::UnorAtasan, atasan), text(Field::UnorAktif, "ya")];
    let values = values.into_iter().filter(|v| v.1 != Value::text(""));
    let fact = Fact::new(Kind::Unor, Some(day("1990-01-01")), values);
    entry(2, n, Subject::Unor(id.into()), Rank::Sk, vec![fact])
}

/// Every fault on people of its own; each third works in Disdik, the others in Dinkes. Two share a NIK.
fn planted() -> (Vec<Entry>, BTreeMap<Code, u64>) {
    let mut entries = vec![
        unit(1, "unor-prov", "Pemerintah Provinsi Uji", ""),
        unit(2, DINKES, "Dinas Kesehatan", "unor-prov"),
        unit(3, DISDIK, "Dinas Pendidikan", "unor-prov"),
        unit(4, "unor-yatim", "UPTD Tanpa Induk", "unor-hilang"),
    ];
    let mut counts = BTreeMap::from([(Code::UnorAtasanTidakAda, 1), (Code::NikGanda, 2)]);
    let mut n = 0;
    let mut add = |change: &dyn Fn(&mut Vec<Fact>)| {
        n += 1;
        let mut facts = clean(n, if n % 3 == 0 { DISDIK } else { DINKES });
        change(&mut facts);
        entries.push(entry(1, n, Subject::Pegawai(PegawaiId(id(1, n))), Rank::Unduhan, facts));
    };
    for (code, count, field, value) in FAULTS {
        for _ in 0..count {
            add(&|facts| {
                set(facts, field, value);
                if code == Code::GolonganTidakDikenal {
                    set(facts, Field::GolonganId, "99");
                }
                if code == Code::PendidikanKosong {
                    set(facts, Field::PendidikanNama, "");
                }
                if code == Code::KedudukanTidakDikenal {
                    set(facts, Field::Kedudukan, "Aktif menunggu");
                }
            });
        }
        *counts.entry(code).or_default() += u64::from(count);
    }
    for _ in 0..2 {
        add(&|facts| set(facts, Field::Nik, "1571010101809999"));
    }
    for _ in 0..10 {
        add(&|_| {});
    }
    // Somebody who no longer works is not counted, whatever is wrong.
    add(&|facts| {
        set(facts, Field::KedudukanId, "");
        set(facts, Field::Kedudukan, "Pensiun");
        set(facts, Field::JenisKelamin, "F");
    });
    (entries, counts)
}

fn with_house(name: &str, body: impl Fn(&House, &BTreeMap<Code, u64>, &mut Bench)) {
    on_both_with(name, host::schema::TABLES, |bench| {
        bench.tenant("A1");
        bench.tenant("B2");
        let (entries, counts) = planted();
        bench.append("A1", &entries);
        let stranger = entry(1, 999, Subject::Pegawai(PegawaiId(id(1, 999))), Rank::Unduhan, clean(999, ""));
        bench.append("B2", &[stranger]);
        let house = House::new(bench, &MODULES);
        house.hall.present().expect("a world");
        body(&house, &counts, bench);
    });
}

fn petugas(house: &House) -> Browser {
    house.browser("desi", Role::Petugas, "A1", "", None)
}

/// A file that came, read back row by row.
fn rows(house: &House, who: &Browser, path: &str, sheet: &str) -> Vec<Vec<String>> {
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{path}");
    read(&page.bytes, sheet)
}

fn read(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let n = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("sinergi-perbaikan-{}-{n}.xlsx", std::process::id()));
    std::fs::write(&path, bytes).expect("written");
    let mut reader = sheet::open(&path, &sheet::Limits::default(), Some(sheet)).expect("a workbook");
    let mut row = sheet::Row::default();
    let mut rows = Vec::new();
    while reader.next_row(&mut row).expect("a row") {
        rows.push((0..crate::xlsx::COLUMNS.len()).map(|at| row.cell(at).text.to_owned()).collect());
    }
    std::fs::remove_file(&path).expect("removed");
    rows
}

#[test]
fn counts_are_those_planted() {
    with_house("temuan-hitung", |house, planted, _| {
        let world = house.hall.present().expect("a world");
        let counted: BTreeMap<Code, u64> = crate::ringkasan(&world, &house.hall.tables).into_iter().collect();
        // The stranger of B2 has no unit.
        let mut expected = planted.clone();
        expected.insert(Code::UnorKosong, 1);
        assert_eq!(counted, expected);

        let who = petugas(house);
        let page = house.get(&who, "/perbaikan");
        assert_eq!(page.status, 200);
        assert_eq!(page.body.matches("<h1").count(), 1);
        for code in planted.keys() {
            assert!(page.has(&format!("/perbaikan/{code}\"")), "{code}");
        }
        assert!(!page.has("/perbaikan/DATA-16\""), "B2 is not theirs");
        assert!(
            page.has("IKD perkiraan") && page.has("25 dari 27 indikator"),
            "no predicate was ever imported"
        );
        for address in [
            "/perbaikan?opd=unor-b2",
            "/perbaikan/DATA-14?opd=unor-b2",
            "/perbaikan/DATA-14/unduh.xlsx?opd=unor-b2",
            "/perbaikan/unduh.zip?opd=unor-b2",
            "/perbaikan/DATA-14/unduh.xlsx?opd=tidak-ada",
        ] {
            assert_eq!(house.get(&who, address).status, 404, "{address}");
        }
        let ina = house.browser("ina404", Role::Operator, "A1", DISDIK, None);
        let (own, other) = (format!("?opd={DISDIK}"), format!("?opd={DINKES}"));
        for (opd, status) in [(&own, 200), (&other, 404)] {
            assert_eq!(house.get(&ina, &format!("/perbaikan{opd}")).status, status, "{opd}");
            assert_eq!(house.get(&ina, &format!("/perbaikan/DATA-14/unduh.xlsx{opd}")).status, status);
        }
        let grave = house.get(&who, "/perbaikan?bobot=berat");
        assert!(grave.has("/perbaikan/DATA-17\"") && grave.has("temuan dari 2 jenis"));
        let typed = house.get(&who, "/perbaikan?q=nomor+hp");
        assert!(typed.has("Nomor HP kosong") && typed.has("temuan dari 1 jenis"));
    });
}

#[test]
fn people_of_one_kind_a_page_at_a_time_for_four_statements() {
    with_house("temuan-orang", |house, _, _| {
        let who = petugas(house);
        house.get(&who, "/perbaikan/DATA-14");
        let before = house.queries();
        let first = house.get(&who, "/perbaikan/DATA-14");
        let spent = house.queries() - before;
        assert!(spent <= 4, "{spent} statements");
        assert_eq!(first.status, 200);
        assert!(first.has("Nomor HP kosong.") && first.has("Minta pegawai mengisi nomor"));
        assert_eq!(first.body.matches("bagian=temuan").count(), 30);
        let next = first.body.split("href=\"").find(|h| h.starts_with("/perbaikan/DATA-14?sesudah="));
        let next = next.and_then(|h| h.split('"').next()).expect("a next page");
        let second = house.get(&who, next);
        assert_eq!(second.body.matches("bagian=temuan").count(), 11);
        assert!(second.has("31–41 dari 41"));
        let found = house.get(&who, "/perbaikan/DATA-14?q=orang+0015");
        assert_eq!(found.body.matches("bagian=temuan").count(), 1);
        let units = house.get(&who, "/perbaikan/UNOR-02");
        assert!(units.has("UPTD Tanpa Induk") && units.has("/organisasi?unit=unor-yatim"));
        assert_eq!(house.get(&who, "/perbaikan/DATA-99").status, 404);
    });
}

#[test]
fn workbooks_hold_every_row_and_keep_personal_values_masked() {
    with_house("temuan-xlsx", |house, planted, bench| {
        let who = petugas(house);
        let list = rows(house, &who, "/perbaikan/DATA-11/unduh.xlsx", "DATA-11");
        assert_eq!(list.len() as u64 - 1, planted[&Code::NikTidakSah]);
        assert_eq!(list[0], crate::xlsx::COLUMNS);
        assert_eq!(list[1][5], "Instansi A1");
        assert_eq!(list[1][6], "DATA-11");
        assert_eq!(list[1][7], "NIK belum tervalidasi Dukcapil.");
        assert!(list[1][8].contains("••••") && list[1][1].len() == 18);
        assert!(list[0][10] == "Catatan perbaikan" && list[1][10].is_empty(), "for notes by hand");

        let some = rows(house, &who, &format!("/perbaikan/DATA-14/unduh.xlsx?opd={DISDIK}"), "DATA-14");
        let summary = rows(house, &who, &format!("/perbaikan/opd/{DISDIK}/unduh.xlsx"), "Ringkasan");
        let all = rows(house, &who, &format!("/perbaikan/opd/{DISDIK}/unduh.xlsx"), "Daftar");
        let count =
            |code: &str| summary.iter().find(|r| r[0] == code).map_or("", |r| r[3].as_str()).to_owned();
        assert_eq!(count("DATA-14"), (some.len() - 1).to_string());
        let sum: usize = summary[1..].iter().map(|r| r[3].parse::<usize>().expect("a number")).sum();
        assert_eq!(sum, all.len() - 1);
        assert_eq!(rows(house, &who, "/perbaikan/UNOR-02/unduh.xlsx", "Unit organisasi").len(), 2);
        assert_eq!(house.get(&who, "/perbaikan/opd/tidak-ada/unduh.xlsx").status, 404);

        let zip = house.get(&who, "/perbaikan/unduh.zip");
        assert!(zip.status == 200 && zip.bytes.starts_with(b"PK"));
        let left = std::fs::read_dir(bench.folder().join("berkas/masuk")).expect("a folder").count();
        assert_eq!(left, 0, "what was sent does not stay");
        let world = house.hall.present().expect("a world");
        let mut out = std::io::Cursor::new(Vec::new());
        let written = house.hall.with(|conn| crate::ekspor(conn, &world, &house.hall.tables, None, &mut out));
        let total: u64 = planted.values().sum();
        assert_eq!(written.expect("written"), total + 1, "the stranger of B2 included");
        assert!(out.into_inner().starts_with(b"PK"));
        let mut out = std::io::Cursor::new(Vec::new());
        let written =
            house.hall.with(|conn| crate::ekspor(conn, &world, &house.hall.tables, Some("B2"), &mut out));
        assert_eq!(written.expect("written"), 1, "the stranger alone");
    });
}

#[test]
fn everybody_sees_their_own_circle_and_no_more() {
    with_house("temuan-akses", |house, _, _| {
        let operator = house.browser("ina", Role::Operator, "A1", DISDIK, None);
        let page = house.get(&operator, "/perbaikan");
        assert!(page.status == 200 && page.has("Dinas Pendidikan") && !page.has("Dinas Kesehatan"));
        assert!(!page.has("UNOR-02"), "a unit of somebody else");
        let all = house.get(&petugas(house), "/perbaikan/DATA-14").body.matches("bagian=temuan").count();
        let own = house.get(&operator, "/perbaikan/DATA-14").body.matches("bagian=temuan").count();
        assert!(own > 0 && own < all, "{own} of {all}");
        assert_eq!(house.get(&operator, &format!("/perbaikan/opd/{DINKES}/unduh.xlsx")).status, 404);
        assert_eq!(rows(house, &operator, "/perbaikan/DATA-14/unduh.xlsx", "DATA-14").len(), own + 1);

        let pimpinan = house.browser("agus", Role::Pimpinan, "A1", "", None);
        let page = house.get(&pimpinan, "/perbaikan");
        assert!(page.status == 200 && !page.has("unduh.zip") && !page.has("unduh.xlsx"));
        assert_eq!(house.get(&pimpinan, "/perbaikan/unduh.zip").status, 403);
        let pegawai = house.browser("siti", Role::Pegawai, "A1", "", Some(PegawaiId(id(1, 1))));
        assert_eq!(house.get(&pegawai, "/perbaikan").status, 403);
        assert_eq!(house.get(&pegawai, "/perbaikan/DATA-14").status, 403);
        assert!(house.get(&Browser::default(), "/perbaikan").location.starts_with("/masuk"));
        let other = house.browser("rini", Role::Petugas, "B2", "", None);
        assert!(!house.get(&other, "/perbaikan").has("DATA-14\""));
    });
}

/// Every government has a Dinas Kesehatan: where several stand in one list each says whose it is.
#[test]
fn offices_of_several_instansi_are_told_apart() {
    with_house("temuan-instansi", |house, _, bench| {
        let mut facts = clean(998, "unor-b2-dinkes");
        set(&mut facts, Field::NomorHp, "");
        let person = entry(1, 998, Subject::Pegawai(PegawaiId(id(1, 998))), Rank::Unduhan, facts);
        bench.append("B2", &[unit(90, "unor-b2-dinkes", "Dinas Kesehatan", ""), person]);
        let central = house.browser("pusat", Role::Super, "", "", None);
        let desi = petugas(house);
        for path in ["/perbaikan", "/perbaikan/DATA-14"] {
            let page = house.get(&central, path);
            assert!(
                page.has("Dinas Kesehatan · Instansi A1") && page.has("Dinas Kesehatan · Instansi B2"),
                "{path}"
            );
            let own = house.get(&desi, path);
            assert!(own.has("Dinas Kesehatan") && !own.has("Kesehatan · Instansi "), "{path}");
        }
        assert!(house.get(&central, "/perbaikan/UNOR-02").has("Instansi A1"));
        let zip = house.get(&central, "/perbaikan/unduh.zip").bytes;
        for name in ["Dinas Kesehatan - Instansi A1.xlsx", "Dinas Kesehatan - Instansi B2.xlsx"] {
            assert!(zip.windows(name.len()).any(|w| w == name.as_bytes()), "{name}");
        }
        let list = rows(house, &central, "/perbaikan/DATA-14/unduh.xlsx", "DATA-14");
        assert!(
            list[1..].iter().any(|r| r[5] == "Instansi A1") && list.iter().any(|r| r[5] == "Instansi B2")
        );
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}
