use super::*;
use crate::pack::BUNDLED;
use crate::value::Source;
use kernel::{EntryId, Stamp};
use std::sync::OnceLock;

/// The bundled pack with other words in one of its acts.
fn changed(words: &[(&str, &str)]) -> Pack {
    let other = |(path, text): &(&str, &str)| {
        let mut text = (*text).to_owned();
        for (old, new) in words.iter().filter(|_| *path == "PP-99-2000/akta.toml") {
            assert!(text.contains(old), "{old}");
            text = text.replacen(old, new, 1);
        }
        ((*path).to_owned(), text)
    };
    Pack::load(&BUNDLED.iter().map(other).collect::<Vec<_>>()).expect("a sound pack")
}

fn bundled() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::bundled().expect("the bundled pack"))
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// Golongan since a day, by two statements; discipline known or not.
fn potret(pack: &Pack, tmt: &str, discipline: bool) -> Potret {
    let mut potret = Potret::blank(&pack.words);
    let mut state = |nama: &str, value: &str, entry: u8| {
        let id = pack.words.find(nama).expect("a fact");
        let known = pack.words.parse_known(id, value).expect("a value");
        let fact = FactId { entry: EntryId([entry; 16]), ordinal: 0 };
        potret.state(id, known, vec![Source { fact, dokumen: format!("SK {entry}") }]);
    };
    state("jenis_asn", "PNS", 1);
    state("golongan", "III/a", 2);
    state("tmt_golongan", tmt, 2);
    if discipline {
        state("hukdis_sampai", "-", 3);
    }
    potret
}

fn ask_of(pack: &Pack, on: &str, potret: &Potret, closed: bool) -> Receipt {
    let known = Stamp(1_000_000);
    let ask = Ask { fakta_diketahui: known, ..Ask::on("kp.reguler", day(on)) };
    let answer = pack.telaah(&ask, potret).expect("a norm in force");
    receipt(pack, &ask, potret, &answer, "orang", closed)
}

#[test]
fn the_same_question_gives_the_same_bytes_and_another_does_not() {
    let pack = bundled();
    let person = potret(pack, "2020-04-01", false);
    let first = ask_of(pack, "2026-04-01", &person, false);
    let again = ask_of(&Pack::bundled().expect("read anew"), "2026-04-01", &person, false);
    assert_eq!((&first.teks, first.sidik), (&again.teks, again.sidik));
    let other_day = ask_of(pack, "2026-04-02", &person, false);
    let other_fact = ask_of(pack, "2026-04-01", &potret(pack, "2020-10-01", false), false);
    assert_ne!(first.sidik, other_day.sidik);
    assert_ne!(first.sidik, other_fact.sidik);
    let whole: Json = serde_json::from_str(&first.teks).expect("JSON");
    assert_eq!(whole["jawaban"]["jam"]["berlaku"], "2026-04-01");
    assert_eq!(whole["mesin"], MESIN);
}

#[test]
fn it_names_the_statements_and_the_versions_it_rests_on() {
    let pack = bundled();
    let made = ask_of(pack, "2026-04-01", &potret(pack, "2020-04-01", false), false);
    let entries: Vec<u8> = made.pernyataan.iter().map(|f| f.entry.0[0]).collect();
    assert_eq!(entries, [1, 2], "each statement once");
    let named = |jenis, kunci: &str| made.norma.iter().find(|n| n.jenis == jenis && &*n.kunci == kunci);
    let norm = named(Jenis::Norma, "kp.reguler").expect("the norm itself");
    assert_eq!(norm.hukum, day("2026-04-01"));
    let param = named(Jenis::Param, "kp.masa_min").expect("a parameter of it");
    assert_eq!(&*param.isi.akta, "PP-99-2000");
    assert!(made.norma.iter().any(|n| n.jenis == Jenis::Tabel), "the table of peaks");
}

#[test]
fn closed_facts_mark_it() {
    let pack = bundled();
    let open = potret(pack, "2020-04-01", true);
    let mut shut = open.clone();
    shut.close(&pack.words);
    let cases = [
        (open, false, Tertutup::Dipakai, 3),
        (shut, true, Tertutup::Ditutup, 2),
        (potret(pack, "2020-04-01", false), false, Tertutup::Tidak, 2),
    ];
    for (person, closed, expected, statements) in cases {
        let made = ask_of(pack, "2026-04-01", &person, closed);
        assert_eq!((made.tertutup, made.pernyataan.len()), (expected, statements));
        assert_eq!(Tertutup::parse(expected.word()), expected);
    }
    assert_eq!(Tertutup::parse("entah"), Tertutup::Dipakai);
}

/// What stands in the pack, its key, and whether it means something else in a pack with a comment above
/// everything and one other number.
const MEANINGS: &[(Jenis, &str, bool)] = &[
    (Jenis::Param, "kp.masa_min", true),
    (Jenis::Param, "kp.masa_fungsional", false),
    (Jenis::Norma, "kp.reguler", false),
];

#[test]
fn a_meaning_changes_with_what_is_said_and_with_nothing_else() {
    let pack = changed(&[
        ("[akta]", "# catatan\n\n[akta]"),
        ("kunci = \"kp.masa_min\"\nnilai = 4", "kunci = \"kp.masa_min\"\nnilai = 5"),
    ]);
    let read = |pack: &Pack, jenis, kunci| meaning(&pack.book(None, None), jenis, kunci, day("2026-04-01"));
    for (jenis, kunci, differs) in MEANINGS {
        let (before, after) = (read(bundled(), *jenis, kunci), read(&pack, *jenis, kunci));
        assert!(before.is_some(), "{kunci}");
        assert_eq!(before != after, *differs, "{kunci}");
    }
}

#[test]
fn every_norm_of_the_pack_gives_a_receipt() {
    let pack = bundled();
    let nobody = Potret::blank(&pack.words);
    for kunci in pack.kunci() {
        let ask = Ask::on(kunci, day("2026-04-01"));
        let Some(answer) = pack.telaah(&ask, &nobody) else { continue };
        let made = receipt(pack, &ask, &nobody, &answer, "orang", false);
        let own = made.norma.iter().any(|n| *n.kunci == *kunci && n.jenis == Jenis::Norma);
        assert!(own, "{kunci} is not among its own versions");
        assert!(made.pernyataan.is_empty() && made.tertutup == Tertutup::Tidak, "{kunci}");
    }
}

#[test]
fn something_told_beside_an_answer_is_part_of_its_hash() {
    let pack = Pack::bundled().expect("the pack");
    let day = Date::parse("2026-11-22").expect("a day");
    let ask = Ask::on("pensiun.hak.aps", day);
    let potret = Potret::blank(&pack.words);
    let answer = pack.telaah(&ask, &potret).expect("it holds");
    let plain = receipt(&pack, &ask, &potret, &answer, "orang", true);
    let told = plain.clone().beside("catatan", serde_json::json!(["satu"]));
    assert!(told.sidik != plain.sidik && told.teks.contains("\"catatan\":[\"satu\"]"));
    assert_eq!(told.sidik, <[u8; 32]>::from(sha2::Sha256::digest(told.teks.as_bytes())));
    let used = versions(&pack, &ask);
    let of = |jenis: Jenis| used.iter().filter(|v| v.jenis == jenis).count();
    assert!(of(Jenis::Norma) >= 3 && of(Jenis::Param) >= 3, "both positions with their parameters");
    assert!(versions(&pack, &Ask::on("pensiun.hak.aps", Date::MIN)).is_empty());
}
