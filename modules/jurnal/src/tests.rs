//! The journal from outside: what stands there, that a check names what does not fit, and who may look.

mod api;

use crate::module;
use host::testing::{Browser, House, on_both};
use host::{Module, Role};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::sync::OnceLock;
use store::testing::{Bench, NOW};

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

fn person(n: u8) -> PegawaiId {
    PegawaiId(id(1, n))
}

fn entry(kind: u8, n: u8, subject: Subject, fact: Fact) -> Entry {
    Entry {
        id: EntryId(id(kind, n)),
        recorded: Stamp(NOW.0 - 3_600_000_000),
        actor: "desi".into(),
        subject,
        document: Document {
            rank: Rank::Sk,
            jenis: "SK Gubernur".into(),
            nomor: format!("821.2/{n}"),
            tanggal: Date::new(2026, 11, 2),
            penandatangan: "Gubernur".into(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: vec![(Act::Perubahan, fact)],
        row: None,
        notes: Vec::new(),
    }
}

fn about(n: u8) -> Entry {
    let values = [
        (Field::Nip, Value::text(&format!("198001012006041{n:03}"))),
        (Field::Nama, Value::text(&format!("Orang {n}"))),
        (Field::Nik, Value::text("1571010101800001")),
    ];
    entry(1, n, Subject::Pegawai(person(n)), Fact::new(Kind::Identitas, None, values))
}

fn with_house(name: &str, body: impl Fn(&House, &mut Bench)) {
    let unit = Fact::new(Kind::Unor, None, [(Field::UnorNamaUnit, Value::text("Dinas Kesehatan"))]);
    let mut own = vec![entry(2, 1, Subject::Unor("u1".into()), unit)];
    own.extend((1..=40).map(about));
    on_both(name, modules(), &[("A1", own), ("B2", vec![about(99)])], body);
}

fn checked(house: &House, who: &Browser) -> String {
    let page = house.post(who, "/jurnal/periksa", &[]);
    assert_eq!((page.status, page.location.as_str()), (303, "/jurnal"));
    for _ in 0..600 {
        let page = house.get(who, "/jurnal");
        if !page.has("data-pantau") {
            return page.body;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the check does not end");
}

#[test]
fn where_a_journal_stands_and_its_entries_a_page_at_a_time() {
    with_house("jurnal-halaman", |house, _| {
        let who = house.browser("desi", Role::Petugas, "A1", "", None);
        house.get(&who, "/jurnal");
        let before = house.queries();
        let page = house.get(&who, "/jurnal");
        let spent = house.queries() - before;
        assert!(spent <= 4, "{spent} statements");
        assert_eq!(page.status, 200);
        assert!(page.has("Instansi A1") && !page.has("Instansi B2") && page.has("Belum diperiksa"));
        assert!(page.has("belum, sejak layanan ini dijalankan"));
        assert!(page.has("Orang 40") && page.has("SK Gubernur 821.2/40 tanggal 2 Nov 2026"));
        assert!(page.has("22 Nov 2026 08.00 WIB") && page.has(&format!("/pegawai/{}", person(40))));
        assert!(page.has("1–30 dari 41") && page.has("/jurnal?instansi=A1&amp;sebelum=11"));
        let next = house.get(&who, "/jurnal?instansi=A1&sebelum=11");
        assert!(next.has("31–41 dari 41") && next.has("Dinas Kesehatan") && next.has("/organisasi?unit=u1"));
        assert!(!next.has("Berikutnya") && next.has("Sebelumnya"));
        assert_eq!(house.get(&who, "/jurnal?instansi=B2").status, 404);
    });
}

#[test]
fn one_entry_is_decoded_and_personal_values_are_masked() {
    with_house("jurnal-entri", |house, _| {
        let who = house.browser("desi", Role::Petugas, "A1", "", None);
        let page = house.get(&who, "/jurnal/A1/1");
        assert!(page.status == 200 && page.has("Orang 1") && page.has("1571••••••••••••"));
        assert!(!page.has("1571010101800001"));
        assert!(page.has("/jurnal/A1/0\"") && page.has("/jurnal/A1/2\""));
        for path in ["/jurnal/A1/41", "/jurnal/A1/-1", "/jurnal/A1/x", "/jurnal/B2/0"] {
            assert_eq!(house.get(&who, path).status, 404, "{path}");
        }
    });
}

#[test]
fn what_is_hidden_as_a_whole_names_nobody() {
    with_house("jurnal-tersamar", |house, bench| {
        let who = house.browser("desi", Role::Petugas, "A1", "", None);
        let punished = Fact::new(
            Kind::HukumanDisiplin,
            Date::new(2026, 10, 1),
            [(Field::HukdisJenis, Value::text("Teguran lisan"))],
        );
        let entry = entry(3, 1, Subject::Pegawai(person(40)), punished);
        bench.append("A1", &[Entry { recorded: Stamp(NOW.0), ..entry }]);
        for path in ["/jurnal", "/jurnal/A1/41"] {
            let page = house.get(&who, path);
            assert!(page.status == 200 && page.has("Isi tersamar") && page.has("Seorang pegawai"), "{path}");
            for told in ["Teguran", "Hukuman disiplin", "821.2/1 "] {
                assert!(path == "/jurnal" || !page.has(told), "{path}: {told}");
            }
        }
        assert!(!house.get(&who, "/jurnal/A1/41").has("Orang 40"));
    });
}

#[test]
fn a_check_says_whole_and_names_the_entry_that_was_changed() {
    with_house("jurnal-periksa", |house, bench| {
        let who = house.browser("desi", Role::Petugas, "A1", "", None);
        let whole = checked(house, &who);
        assert!(whole.contains("diperiksa layanan ini 22 Nov 2026") && whole.contains("utuh"));
        assert!(!whole.contains("tidak cocok"));
        bench.raw("UPDATE jurnal SET isi = garam WHERE instansi_id = 'A1' AND seq = 7");
        let broken = checked(house, &who);
        assert!(broken.contains("Entri 7 pada jurnal Instansi A1 tidak cocok"), "{broken}");
        assert!(broken.contains("/jurnal/A1/7") && broken.contains("Isi entri berubah sejak dicatat."));
        let other = house.browser("rini", Role::Petugas, "B2", "", None);
        assert!(!house.get(&other, "/jurnal").has("tidak cocok"));
    });
}

#[test]
fn a_script_that_watched_hears_that_the_check_is_over() {
    with_house("jurnal-pantau", |house, _| {
        let who = house.browser("desi", Role::Pimpinan, "A1", "", None);
        checked(house, &who);
        let part = house.part(&who, "/jurnal", "#periksa-jurnal");
        assert!(part.has("id=\"periksa-jurnal\"") && part.has("data-lanjut=\"/jurnal\"") && !part.has("<h1"));
    });
}

#[test]
fn not_for_operators_and_pegawai() {
    with_house("jurnal-akses", |house, _| {
        let operator = house.browser("ina", Role::Operator, "A1", "u1", None);
        let pegawai = house.browser("siti", Role::Pegawai, "A1", "", Some(person(1)));
        for who in [operator, pegawai] {
            for path in ["/jurnal", "/jurnal/A1/1"] {
                assert_eq!(house.get(&who, path).status, 403, "{path}");
            }
            assert_eq!(house.post(&who, "/jurnal/periksa", &[]).status, 403);
        }
        let everywhere = house.browser("admin", Role::Super, "", "", None);
        let page = house.get(&everywhere, "/jurnal");
        assert!(page.has("Instansi A1") && page.has("Instansi B2"));
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}
