//! The province and the story book keep their promises.

use crate::berkas::NominatifSpec;
use crate::career::ActSeed;
use crate::known_people;
use crate::province::{PersonSeed, Province, instansi_id};
use crate::rng::{hash_text, mix};
use kernel::check::Context;
use kernel::{
    AsOf, Code, Date, EntryId, Field, Kind, Ledger, PegawaiId, Rank, Snapshot, Stamp, Subject, Tables, Type,
    Value,
};
use std::collections::{HashMap, HashSet};

fn today() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

fn identity(person: &PersonSeed, field: Field) -> Option<&Value> {
    person.documents.iter().flat_map(|d| &d.acts).find_map(|(_, f)| f.get(field))
}

fn everybody(province: &Province) -> impl Iterator<Item = (usize, PersonSeed)> {
    (0..12).flat_map(|n| province.people(n).map(move |p| (n, p)))
}

#[test]
fn same_seed_same_people() {
    let hash = |seed| {
        let province = Province::new(seed, 3_000, today());
        let people = everybody(&province).fold(0, |h, (_, p)| mix(h, hash_text(&format!("{p:?}"))));
        (0..12).fold(people, |h, n| mix(h, hash_text(&format!("{:?}", province.organisation(n)))))
    };
    assert_eq!(hash(1), hash(1));
    assert_ne!(hash(1), hash(2));
}

#[test]
fn documents_are_sound() {
    let province = Province::new(3, 12_000, today());
    let (mut documents, mut people) = (0, 0);
    for (_, person) in everybody(&province) {
        people += 1;
        documents += person.documents.len();
        let first = &person.documents[0].document;
        assert_eq!((first.rank, first.jenis.as_str()), (Rank::Surat, "Data pokok kepegawaian"));
        assert!(person.documents.is_sorted_by_key(|d| d.recorded_on), "recorded in order: {person:#?}");
        for (place, document) in person.documents.iter().enumerate() {
            assert!(
                document.recorded_on <= today() && document.document.tanggal <= Some(document.recorded_on),
                "{document:#?}"
            );
            for (act, fact) in &document.acts {
                assert!(fact.values.is_sorted_by(|a, b| a.0 < b.0));
                assert!(fact.until.is_none() || fact.until > fact.tmt, "{document:#?}");
                for (field, value) in &fact.values {
                    assert_eq!(field.kind(), fact.kind);
                    let fits = match value {
                        Value::Text(_) => Type::Text,
                        Value::Date(_) => Type::Date,
                        Value::Int(_) => Type::Int,
                    };
                    assert_eq!(fits, field.info().ty, "{field:?}");
                }
                if let ActSeed::Ralat { document_ix, ordinal }
                | ActSeed::Pembatalan { document_ix, ordinal } = *act
                {
                    assert!(document_ix < place);
                    assert_eq!(person.documents[document_ix].acts[usize::from(ordinal)].1.kind, fact.kind);
                }
            }
        }
    }
    assert_eq!(people, 12_000);
    let mean = documents as f64 / f64::from(people);
    assert!((8.0..14.0).contains(&mean), "{mean} documents a person");
}

/// Every office has people who retire soon: a demo without them leaves its lists empty.
#[test]
fn some_retire_within_a_year() {
    let tables = Tables::bundled().expect("tables");
    let context = Context { has_skp: true, units: None };
    for people in [500, 6_000] {
        let province = Province::new(1, people, today());
        let soon = everybody(&province).filter(|(_, seed)| {
            let mut next = 0u128;
            let id = PegawaiId([1; 16]);
            let entries = seed.clone().entries(&Subject::Pegawai(id), "demo", || {
                next += 1;
                EntryId(next.to_be_bytes())
            });
            let ledger = Ledger::from_entries(&entries);
            let snapshot = Snapshot::fold(&ledger, AsOf::on(today()));
            let line = kernel::register::Line::read(id, "A1", &snapshot, &tables, &context);
            let year = today()..today().add_years(1);
            line.limit.is_some_and(|(day, contract)| !contract && year.contains(&day))
        });
        let share = soon.count() as f64 / people as f64;
        assert!((0.005..0.03).contains(&share), "{people}: {share}");
    }
}

#[test]
fn nips_are_unique_and_mostly_right() {
    let province = Province::new(5, 40_000, today());
    let (mut nips, mut niks, mut wrong, mut told) = (HashSet::new(), HashSet::new(), 0, 0);
    for (_, person) in everybody(&province) {
        assert!(niks.insert(identity(&person, Field::Nik).cloned()), "NIK twice");
        let Some(nip) = identity(&person, Field::Nip).and_then(Value::as_text) else { continue };
        assert!(nip.len() == 18 && nip.bytes().all(|b| b.is_ascii_digit()), "{nip}");
        assert!(nips.insert(nip.to_owned()), "{nip} twice");
        let birth = identity(&person, Field::TanggalLahir).and_then(Value::as_date).expect("born");
        let sex = identity(&person, Field::JenisKelamin).and_then(Value::as_text) == Some("F");
        let right = birth.to_string().replace('-', "") == nip[..8] && sex == (&nip[14..15] == "2");
        wrong += u32::from(!right);
        told += 1;
    }
    // Two of three kinds of wrong digits show here: one person in 250.
    assert!((told / 350..told / 180).contains(&wrong), "{wrong} of {told}");
}

#[test]
fn units_and_posts_hold_together() {
    let province = Province::new(1, 6_000, today());
    let mut ids = HashSet::new();
    for (n, instansi) in province.instansi().into_iter().enumerate() {
        assert_eq!(instansi.id, instansi_id(n));
        let (units, posts) = province.organisation(n);
        let mut here = HashSet::new();
        for unit in &units {
            assert!(ids.insert(unit.id.clone()), "{} twice", unit.nama);
            assert_eq!(unit.atasan_id.is_empty(), here.is_empty());
            assert!(
                unit.atasan_id.is_empty() || here.contains(&unit.atasan_id),
                "the unit above comes first"
            );
            here.insert(unit.id.clone());
        }
        let keys: HashSet<(&str, &str)> =
            posts.iter().map(|p| (p.unor_id.as_str(), p.jabatan.as_str())).collect();
        assert_eq!(keys.len(), posts.len(), "unit and name tell posts apart");
        for person in province.people(n) {
            for fact in person.documents.iter().flat_map(|d| &d.acts).map(|a| &a.1) {
                let (unit, jabatan) = (fact.text(Field::JabatanUnorId), fact.text(Field::JabatanNama));
                if let (Some(unit), Some(jabatan)) = (unit, jabatan) {
                    assert!(keys.contains(&(unit, jabatan)), "{jabatan} is on no map");
                }
                assert!(fact.text(Field::UnorId).is_none_or(|u| here.contains(u)));
            }
        }
    }
}

/// Of a hundred places eight to fifteen are empty, in a small province as in a large one.
#[test]
fn posts_fit_the_number_of_people() {
    for people in [500, 2_000, 10_000, 60_000] {
        let province = Province::new(1, people, today());
        let (mut needed, mut vacant, mut on_map) = (0, 0, 0);
        for n in 0..12 {
            let (_, posts) = province.organisation(n);
            let mut holders: HashMap<(String, String), u64> = HashMap::new();
            for person in province.people(n) {
                if let Some(post) = last_post(&person) {
                    *holders.entry(post).or_default() += 1;
                }
            }
            on_map += posts.len();
            for post in posts {
                let held = holders.get(&(post.unor_id, post.jabatan)).copied().unwrap_or(0);
                needed += u64::from(post.kebutuhan);
                vacant += u64::from(post.kebutuhan).saturating_sub(held);
            }
        }
        let share = vacant as f64 / needed as f64;
        println!("{people} people: {on_map} posts, {needed} places, {vacant} vacant ({:.1}%)", share * 100.0);
        assert!((0.08..0.15).contains(&share), "{people}: {vacant} of {needed}");
        assert!(needed < people as u64 * 13 / 10, "{people}: {needed} places");
    }
}

/// Unit and name of the post somebody who works holds at last.
fn last_post(person: &PersonSeed) -> Option<(String, String)> {
    let facts = || person.documents.iter().flat_map(|d| &d.acts).map(|a| &a.1);
    if facts().any(|f| f.kind == Kind::Pemberhentian) {
        return None;
    }
    let last = facts().filter(|f| f.kind == Kind::Jabatan).max_by_key(|f| f.tmt)?;
    Some((last.text(Field::JabatanUnorId)?.to_owned(), last.text(Field::JabatanNama)?.to_owned()))
}

#[test]
fn the_story_book_is_read() {
    let people = known_people().expect("the book");
    let keys: HashSet<&str> = people.iter().map(|p| p.key.as_str()).collect();
    assert_eq!(keys.len(), people.len());
    assert!(people.len() >= 12);
    for key in [
        "ratih", "yosef", "meilin", "therese", "made", "slamet", "hamdani", "salomina", "poltak", "euis",
        "maruf", "ngatinem", "sukirman",
    ] {
        assert!(keys.contains(key), "{key}");
    }
    for person in &people {
        assert!(person.documents.is_sorted_by_key(|d| d.recorded_on), "{}", person.key);
        assert!(person.documents.iter().all(|d| d.document.tanggal <= Some(d.recorded_on)), "{}", person.key);
    }
    // They lead the first government, whatever the size, and their units and posts exist there.
    for size in [1_000, 30_000] {
        let province = Province::new(9, size, today());
        let (_, posts) = province.organisation(0);
        let on_map: HashSet<(&str, &str)> =
            posts.iter().map(|p| (p.unor_id.as_str(), p.jabatan.as_str())).collect();
        for (told, known) in province.people(0).zip(&people) {
            assert_eq!(told.documents, known.documents);
            for fact in
                known.documents.iter().flat_map(|d| &d.acts).map(|a| &a.1).filter(|f| f.kind == Kind::Jabatan)
            {
                if let (Some(unit), Some(jabatan)) =
                    (fact.text(Field::JabatanUnorId), fact.text(Field::JabatanNama))
                {
                    assert!(on_map.contains(&(unit, jabatan)), "{}: {jabatan}", known.key);
                }
            }
        }
    }
    let double =
        |key: &str| people.iter().find(|p| p.key == key).and_then(|p| p.post()).expect("holds a post");
    assert_eq!(double("slamet"), double("hamdani"), "two in one post");
}

#[test]
fn the_clean_spec_names_an_instansi_of_the_province() {
    let province = Province::new(1, 100, today());
    let spec = NominatifSpec::new(1, 10, today());
    assert!(province.instansi().iter().any(|i| (i.id.clone(), i.nama.clone()) == spec.instansi));
}

/// The book's person as a ledger.
fn ledger(key: &str) -> Ledger {
    let people = known_people().expect("the book");
    let known = people.into_iter().find(|p| p.key == key).expect("known");
    let mut next = 0u128;
    let seed = PersonSeed { documents: known.documents };
    let entries = seed.entries(&Subject::Pegawai(PegawaiId([1; 16])), "demo", || {
        next += 1;
        EntryId(next.to_be_bytes())
    });
    Ledger::from_entries(&entries)
}

#[test]
fn the_stories_show_in_the_checks() {
    let tables = Tables::bundled().expect("tables");
    let context = Context { has_skp: true, units: None };
    for (key, expected) in [
        ("ratih", None),
        ("yosef", None),
        ("meilin", Some(Code::KontrakSegera)),
        ("therese", None),
        ("made", Some(Code::NipLahir)),
        ("slamet", None),
        ("salomina", None),
        ("poltak", None),
        ("euis", Some(Code::CpnsLama)),
        ("maruf", None),
        ("yuliana", Some(Code::KontrakBerakhir)),
        ("andre", Some(Code::DokumenBertentangan)),
    ] {
        let ledger = ledger(key);
        let snapshot = Snapshot::fold(&ledger, AsOf::on(today()));
        let codes = kernel::check::person(&snapshot, &tables, &context);
        let found: Vec<Code> = Code::ALL.iter().copied().filter(|c| codes.contains(*c)).collect();
        assert_eq!(found, Vec::from_iter(expected), "{key}");
    }
}

#[test]
fn the_stories_show_in_time() {
    let golongan = |key: &str, effective: (i16, i8, i8), known: Option<(i16, i8, i8)>| {
        let day = |(y, m, d)| Date::new(y, m, d).expect("a day");
        let known = known.map_or(Stamp::MAX, |k| Stamp::end_of(day(k)));
        let ledger = ledger(key);
        let as_of = AsOf { effective: day(effective), known };
        Snapshot::fold(&ledger, as_of).text(Field::GolonganNama).to_owned()
    };
    assert_eq!(golongan("yosef", (2020, 1, 1), Some((2023, 5, 16))), "III/b", "before the late SK was known");
    assert_eq!(golongan("yosef", (2020, 1, 1), Some((2023, 5, 17))), "III/c", "and after");
    assert_eq!(golongan("poltak", (2025, 3, 1), Some((2025, 3, 1))), "IV/a", "before the annulment");
    assert_eq!(golongan("poltak", (2025, 3, 1), None), "III/d", "and after");
    let months = |known| {
        let ledger = ledger("salomina");
        let as_of =
            AsOf { effective: today(), known: Stamp::end_of(Date::new(2024, known, 28).expect("a day")) };
        Snapshot::fold(&ledger, as_of).int(Field::MkBulan)
    };
    assert_eq!((months(4), months(6), months(8)), (Some(6), Some(8), Some(6)), "corrected twice");
}
