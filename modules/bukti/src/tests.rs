//! The pages from outside: two people of one instansi, a neighbour of another, and what happens to a receipt
//! when something it rests on changes.

mod tafsir;
mod tutup;

use crate::module;
use host::testing::{Browser, House, Page, on_both};
use host::{Module, Role};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, FactId, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::sync::OnceLock;
use store::bukti::{NewBukti, NormVersion};
use store::testing::{Bench, NOW};

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

fn person(n: u8) -> PegawaiId {
    PegawaiId([n; 16])
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

fn entry(n: u8, who: u8, nomor: &str, acts: Vec<(Act, Fact)>) -> Entry {
    Entry {
        id: EntryId([n; 16]),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "operator".into(),
        subject: Subject::Pegawai(person(who)),
        document: Document {
            rank: Rank::Sk,
            jenis: "SK Gubernur".into(),
            nomor: nomor.into(),
            tanggal: Some(day("2022-03-01")),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts,
        row: None,
        notes: Vec::new(),
    }
}

fn states(fact: Fact) -> (Act, Fact) {
    (Act::Perubahan, fact)
}

fn golongan(tmt: &str) -> Fact {
    Fact::new(Kind::Golongan, Some(day(tmt)), [text(Field::GolonganNama, "III/a")])
}

/// Name, NIP and golongan; the golongan is the second statement of the entry.
fn about(n: u8, who: u8, nama: &str) -> Entry {
    let nip = format!("1980010120060410{who:02}");
    let identity = Fact::new(Kind::Identitas, None, [text(Field::Nama, nama), text(Field::Nip, &nip)]);
    let status = Fact::new(Kind::Status, Some(day("2006-04-01")), [text(Field::StatusPegawai, "PNS")]);
    entry(n, who, "823/1187", vec![states(identity), states(golongan("2022-04-01")), states(status)])
}

fn target(n: u8, ordinal: u16) -> FactId {
    FactId { entry: EntryId([n; 16]), ordinal }
}

fn amends(n: u8, who: u8, act: Act, fact: Fact) -> Entry {
    Entry { recorded: Stamp(NOW.0), ..entry(n, who, "823/2201", vec![(act, fact)]) }
}

fn with_house(name: &str, body: impl Fn(&House, &mut Bench)) {
    let punished =
        Fact::new(Kind::HukumanDisiplin, Some(day("2025-01-01")), [text(Field::HukdisTingkat, "berat")]);
    let own = vec![
        about(1, 1, "Ani Uji"),
        about(2, 2, "Budi Uji"),
        entry(4, 2, "862/9", vec![states(punished.until(Some(day("2027-01-01"))))]),
    ];
    on_both(name, modules(), &[("A1", own), ("B2", vec![about(3, 3, "Citra Tetangga")])], body);
}

const FORM: &[(&str, &str)] =
    &[("norma", "kp.reguler"), ("berlaku", "2026-04-01"), ("keperluan", "usul kenaikan pangkat April 2026")];

fn base(who: u8) -> String {
    format!("/pegawai/{}/bukti", person(who))
}

fn officer(house: &House) -> Browser {
    house.browser("desi", Role::Petugas, "A1", "", None)
}

/// Stores a receipt and answers its address.
fn stored(house: &House, who: &Browser, n: u8) -> String {
    let answer = house.post(who, &base(n), FORM);
    assert_eq!(answer.status, 303);
    assert!(answer.location.starts_with(&base(n)), "{}", answer.location);
    answer.location
}

/// A page that is whole and cheap.
fn read(house: &House, who: &Browser, path: &str) -> Page {
    // What was recorded meanwhile is read once for everybody, not by this page.
    house.hall.present().expect("a world");
    let before = house.queries();
    let page = house.get(who, path);
    let statements = house.queries() - before;
    assert!(statements <= 6, "{path}: {statements} statements");
    assert_eq!((page.status, page.body.matches("<h1").count()), (200, 1), "{path}");
    page
}

#[test]
fn an_officer_stores_an_answer_and_reads_it_as_it_was() {
    with_house("bukti-simpan", |house, bench| {
        let desi = officer(house);
        assert!(read(house, &desi, &base(1)).has("Belum ada bukti telaah"));
        let lied = [FORM, &[("jawaban", "LULUS"), ("pelaku", "bupati")]].concat();
        let at = house.post(&desi, &base(1), &lied).location;
        let page = read(house, &desi, &at);
        for said in ["usul kenaikan pangkat April 2026", "desi lengkap", "1 Apr 2026", "SK Gubernur 823/1187"]
        {
            assert!(page.has(said), "{said}");
        }
        assert!(!page.has("sudah berubah") && !page.has("hilang atau berubah"));
        assert!(read(house, &desi, &base(1)).has(&at), "the list names it");
        assert!(!read(house, &desi, &base(2)).has(&at));
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
        // What was kept is known by its hash, and its loss is told.
        let kept = house.hall.node.berkas.all().expect("files");
        std::fs::write(house.hall.node.berkas.path(&kept[0]), "{}").expect("broken");
        assert!(read(house, &desi, &at).has("hilang atau berubah"));
    });
}

#[test]
fn wrong_fields_are_told_and_store_nothing() {
    with_house("bukti-salah", |house, _| {
        let desi = officer(house);
        let cases: &[(&[(&str, &str)], &str)] = &[
            (&[("norma", "tiada"), ("berlaku", "2026-04-01"), ("keperluan", "usul pangkat")], "Pilih norma"),
            (
                &[("norma", "kp.reguler"), ("berlaku", "besok"), ("keperluan", "usul pangkat")],
                "Tulis tanggalnya",
            ),
            (&[("norma", "kp.reguler"), ("berlaku", "2026-04-01"), ("keperluan", "x")], "Tulis keperluannya"),
            (
                &[("norma", "kp.reguler"), ("berlaku", "1900-01-01"), ("keperluan", "usul pangkat")],
                "Tidak ada ketentuan",
            ),
        ];
        for (fields, said) in cases {
            let page = house.post(&desi, &base(1), fields);
            assert_eq!((page.status, page.has(said)), (422, true), "{said}");
        }
        assert!(read(house, &desi, &base(1)).has("Belum ada bukti telaah"));
    });
}

#[test]
fn a_corrected_statement_puts_its_receipts_in_the_queue() {
    with_house("bukti-ralat", |house, bench| {
        let desi = officer(house);
        let (ani, budi) = (stored(house, &desi, 1), stored(house, &desi, 2));
        let queue = |query: &str| read(house, &desi, &format!("/tinjau-ulang{query}"));
        assert!(queue("").has("Tidak ada bukti yang perlu ditinjau"));
        let study = Fact::new(Kind::Pendidikan, Some(day("2024-01-01")), []);
        bench.append("A1", &[amends(20, 1, Act::Perubahan, study)]);
        assert!(!queue("").has(&ani), "something else about the person");
        bench.append("A1", &[amends(21, 1, Act::Ralat(target(1, 1)), golongan("2022-10-01"))]);
        assert!(queue("").has(&ani) && queue("?sebab=sk").has("diralat dengan SK Gubernur 823/2201"));
        assert!(!queue("").has(&budi) && !queue("?sebab=norma").has(&ani));
        bench.append(
            "A1",
            &[amends(22, 2, Act::Pembatalan(target(2, 1)), Fact::new(Kind::Golongan, None, []))],
        );
        assert!(queue("").has(&budi) && queue("").has("dibatalkan dengan"));
        let page = read(house, &desi, &ani);
        assert!(
            page.has("sudah berubah")
                && page.has("<del>1 Apr 2022</del>")
                && page.has("<ins>1 Okt 2022</ins>")
        );
        assert_eq!(house.get(&desi, "/tinjau-ulang?sebab=entah").status, 404);
    });
}

#[test]
fn the_queue_waits_for_officers_of_the_same_instansi() {
    with_house("bukti-tugas", |house, bench| {
        let desi = officer(house);
        for (akun, role, instansi) in
            [("eka", Role::Petugas, "B2"), ("kori", Role::Korpri, "A1"), ("adi", Role::Super, "")]
        {
            house.browser(akun, role, instansi, "", None);
        }
        stored(house, &desi, 1);
        assert!(house.tugas("desi").is_empty());
        bench.append("A1", &[amends(21, 1, Act::Ralat(target(1, 1)), golongan("2022-10-01"))]);
        house.hall.present().expect("a world");
        let titles = |akun| house.tugas(akun).into_iter().map(|t| t.judul).collect::<Vec<_>>();
        for (akun, wanted) in [("desi", 1), ("adi", 1), ("eka", 0), ("kori", 0)] {
            assert_eq!(titles(akun).len(), wanted, "{akun}: {:?}", titles(akun));
        }
        assert_eq!(titles("desi"), ["Tinjau ulang 1 bukti telaah"]);
    });
}

#[test]
fn a_norm_that_reads_differently_puts_its_receipts_in_the_queue() {
    with_house("bukti-paket", |house, _| {
        let desi = officer(house);
        let law = house.hall.hukum();
        let on = day("2026-04-01");
        let book = law.pack.book(None, None);
        let now =
            law::meaning::meaning(&book, law::meaning::Jenis::Param, "kp.masa_min", on).expect("a parameter");
        let keep = |who: u8, sidik: [u8; 32]| {
            let versi = [NormVersion {
                jenis: "param".into(),
                kunci: "kp.masa_min".into(),
                akta: now.akta.to_string(),
                mulai: now.mulai,
                hukum: on,
                sidik,
            }];
            let new = NewBukti {
                instansi: "A1",
                pegawai: person(who),
                actor: "desi",
                by: "Desi",
                keperluan: "uji",
                norma: "kp.reguler",
                putusan: "LULUS",
                berlaku: on,
                diketahui: NOW,
                hukum: on,
                // Long before the act: what is looked at again is read with all law known now.
                hukum_diketahui: day("1980-01-01"),
                wilayah: "",
                paket: [9; 32],
                mesin: 1,
                tertutup: "tidak",
                sidik: [4; 32],
                pernyataan: &[],
                versi: &versi,
            };
            let node = &house.hall.node;
            let done = house.hall.with(|conn| {
                let mut source = node.source(conn)?;
                store::bukti::record(conn, &node.key, &mut source, &new)
            });
            format!("{}/{}", base(who), done.expect("stored"))
        };
        let (same, other) = (keep(1, now.sidik), keep(2, [7; 32]));
        for (query, shown) in [("", true), ("?sebab=norma", true), ("?sebab=sk", false)] {
            let page = read(house, &desi, &format!("/tinjau-ulang{query}"));
            assert_eq!((page.has(&other), page.has(&same)), (shown, false), "{query}");
        }
        assert!(read(house, &desi, "/tinjau-ulang").has("kp.masa_min (PP-99-2000) dibaca lain"));
    });
}

/// Who; whether they read a receipt of Ani, store one, see the queue.
const ROLES: &[(Role, u16, u16, u16)] = &[
    (Role::Petugas, 200, 303, 200),
    (Role::PetugasMutasi, 200, 303, 200),
    (Role::Auditor, 200, 403, 200),
    (Role::Pimpinan, 200, 403, 200),
    (Role::Korpri, 200, 403, 403),
    (Role::Organisasi, 200, 403, 403),
    (Role::Hukum, 403, 403, 403),
    (Role::Notulis, 403, 403, 403),
];

#[test]
fn everyone_within_their_reach() {
    with_house("bukti-peran", |house, _| {
        let at = stored(house, &officer(house), 1);
        for (role, reads, stores, queues) in ROLES {
            let who = house.browser(role.word(), *role, "A1", "", None);
            let got = [
                house.get(&who, &at).status,
                house.post(&who, &base(1), FORM).status,
                house.get(&who, "/tinjau-ulang").status,
            ];
            assert_eq!(got, [*reads, *stores, *queues], "{role:?}");
        }
        let ani = house.browser("ani", Role::Pegawai, "A1", "", Some(person(1)));
        assert_eq!(house.get(&ani, &at).status, 200, "the own receipt");
        assert_eq!(house.get(&ani, &base(2)).status, 404);
        assert_eq!(house.get(&Browser::default(), &at).status, 303);
    });
}

#[test]
fn somebody_of_another_circle_and_nobody_look_alike() {
    with_house("bukti-asing", |house, _| {
        let desi = officer(house);
        let own = stored(house, &desi, 1);
        let entri = own.rsplit('/').next().unwrap_or("");
        let (foreign, nobody) = (base(3), base(99));
        let paths = [
            (foreign.clone(), nobody.clone()),
            (format!("{foreign}/{entri}"), format!("{nobody}/{entri}")),
            (format!("{}/{entri}", base(2)), format!("{}/{}", base(2), EntryId([9; 16]))),
        ];
        for (one, other) in paths {
            let (one, other) = (house.get(&desi, &one), house.get(&desi, &other));
            assert_eq!((one.status, other.status), (404, 404));
        }
        assert_eq!(house.post(&desi, &foreign, FORM).status, 404);
        assert_eq!(house.post(&desi, &nobody, FORM).status, 404);
        let neighbour = house.browser("eko", Role::Petugas, "B2", "", None);
        assert!(!read(house, &neighbour, "/tinjau-ulang").has("Ani Uji"));
    });
}

#[test]
fn discipline_stays_closed_until_it_is_opened() {
    with_house("bukti-disiplin", |house, bench| {
        let desi = officer(house);
        let without = stored(house, &desi, 2);
        assert!(read(house, &desi, &without).has("tanpa data disiplin"));
        let node = &house.hall.node;
        let opening = store::dibuka::Opening {
            instansi: "A1",
            pegawai: Some(person(2)),
            actor: "desi",
            by: "Desi, Petugas BKD",
            part: "disiplin",
            reason: "usul kenaikan pangkat",
        };
        let opened = house.hall.with(|conn| {
            let mut source = node.source(conn)?;
            store::dibuka::record(conn, &node.key, &mut source, &[opening])
        });
        opened.expect("opened");
        let with = stored(house, &desi, 2);
        assert!(read(house, &desi, &with).has("862/9"), "she opened it");
        let sari = house.browser("sari", Role::Petugas, "A1", "", None);
        let page = read(house, &sari, &with);
        assert!(page.has("memakai data disiplin") && !page.has("862/9") && !page.has("kp.reguler"));
        let list = read(house, &sari, &base(2));
        assert!(list.has("Isi tersamar") && list.has(&without));
        bench.append("A1", &[amends(30, 2, Act::Ralat(target(2, 1)), golongan("2022-10-01"))]);
        let queue = read(house, &sari, "/tinjau-ulang");
        assert!(queue.has(&with) && queue.has("Isi tersamar"));
        let budi = house.browser("budi", Role::Pegawai, "A1", "", Some(person(2)));
        assert!(read(house, &budi, &with).has("862/9"), "the own record is never masked");
    });
}

#[test]
fn pages_of_the_list_follow_each_other() {
    with_house("bukti-halaman", |house, _| {
        let desi = officer(house);
        let all: Vec<String> = (0..31).map(|_| stored(house, &desi, 1)).collect();
        let first = read(house, &desi, &base(1));
        let next = first.body.split("href=\"").find(|h| h.contains("sesudah=")).expect("a next page");
        let next = next.split('"').next().unwrap_or("").replace("&amp;", "&");
        let second = read(house, &desi, &next);
        let on = |page: &Page| all.iter().filter(|at| page.has(at)).count();
        assert_eq!((on(&first), on(&second)), (30, 1));
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        let html = sample.body.into_string();
        assert_eq!(html.matches("<h1").count(), 1, "{}", sample.name);
        assert!(!html.contains(" style=") && !html.contains(" onclick="), "{}", sample.name);
    }
}
