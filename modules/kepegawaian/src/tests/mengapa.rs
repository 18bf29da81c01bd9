//! "Mengapa?": who sees which answer, what stays closed, and that supposing records nothing.

use super::{Village, day, document, entry_id, province, sound, unit, with_village};
use host::Role;
use host::api::Scope;
use host::testing::{Browser, Page};
use kernel::{Act, Entry, Fact, Field, Kind, Subject, Value};
use store::testing::{Bench, NOW};

fn officer(village: &Village) -> Browser {
    village.house.browser("desi", Role::Petugas, &province(), "", None)
}

fn get(village: &Village, who: &Browser, key: &str, rest: &str) -> Page {
    village.house.get(who, &format!("/pegawai/{}/mengapa{rest}", village.id(key)))
}

fn shown(village: &Village, who: &Browser, key: &str, rest: &str) -> Page {
    let page = get(village, who, key, rest);
    assert_eq!(page.status, 200, "{key} {rest}");
    sound(&page.body);
    page
}

/// A severe punishment running today.
fn punished(village: &Village, key: &str) -> Entry {
    let punishment = Fact::new(
        Kind::HukumanDisiplin,
        Some(day("2026-06-01")),
        [
            (Field::HukdisTingkat, Value::text("BERAT")),
            (Field::HukdisJenis, Value::text("Penurunan jabatan setingkat lebih rendah")),
            (Field::HukdisAlasan, Value::text("Rahasia sekali")),
        ],
    );
    Entry {
        id: entry_id(9_100_000),
        recorded: NOW,
        actor: "kinerja".into(),
        subject: Subject::Pegawai(village.id(key)),
        document: document("SK hukuman disiplin 862/99/2026", "2026-05-20"),
        acts: vec![(Act::Perubahan, punishment.until(Some(day("2027-06-01"))))],
        row: None,
        notes: vec![],
    }
}

fn services(village: &Village) -> Vec<String> {
    village.house.hall.hukum().pack.layanan.iter().map(|l| format!("/{}", l.kunci)).collect()
}

#[test]
fn every_answer_about_everybody_is_sound_and_within_six_statements() {
    with_village("mengapa-semua", |village, _| {
        let desi = officer(village);
        for key in village.keys.iter().filter(|k| !k.is_empty() && *k != "tetangga") {
            let mut pages = services(village);
            pages.push(String::new());
            pages.push(format!("{}/surat", pages[0]));
            pages.push(format!("{}?hukum=2015-01-01", pages[0]));
            pages.push(format!("{}?berlaku=2026-01-01&diketahui=2026-10-01", pages[0]));
            for rest in pages {
                let before = village.house.queries();
                let page = get(village, &desi, key, &rest);
                let asked = village.house.queries() - before;
                assert!(
                    matches!(page.status, 200 | 422) && asked <= 6,
                    "{key} {rest}: {} {asked}",
                    page.status
                );
                if page.status == 200 {
                    sound(&page.body);
                }
            }
        }
        assert!(village.house.get(&desi, &format!("/pegawai/{}", village.id("ratih"))).has(">Mengapa?<"));
    });
}

#[test]
fn who_sees_the_answers() {
    with_village("mengapa-peran", |village, _| {
        let house = &village.house;
        let (a, bkd) = (province(), unit("Badan Kepegawaian Daerah"));
        let id = |key: &str| Some(village.id(key));
        let table = [
            ("petugas", house.browser("desi", Role::Petugas, &a, "", None), "ratih", 200),
            ("petugas, instansi lain", house.browser("d2", Role::Petugas, &a, "", None), "tetangga", 404),
            ("operator, unitnya", house.browser("opd", Role::Operator, &a, &bkd, None), "ratih", 200),
            ("operator, unit lain", house.browser("opd2", Role::Operator, &a, &bkd, None), "slamet", 404),
            ("sendiri", house.browser("asn", Role::Pegawai, &a, "", id("ratih")), "ratih", 200),
            ("orang lain", house.browser("asn2", Role::Pegawai, &a, "", id("slamet")), "ratih", 404),
            ("biro hukum", house.browser("hkm", Role::Hukum, &a, "", None), "ratih", 403),
        ];
        let first = services(village).remove(0);
        for (name, who, key, status) in &table {
            for rest in ["".to_owned(), first.clone(), format!("{first}/surat")] {
                assert_eq!(get(village, who, key, &rest).status, *status, "{name} {rest}");
            }
        }
        assert_eq!(get(village, &table[0].1, "ratih", "/tidak-ada").status, 404);
    });
}

/// Whatever is recorded about discipline, whoever may not see it gets the very same pages.
#[test]
fn what_is_closed_changes_nothing_for_whoever_may_not_see_it() {
    with_village("mengapa-tertutup", |village, bench: &mut Bench| {
        let house = &village.house;
        let (a, bkd) = (province(), unit("Badan Kepegawaian Daerah"));
        let closed = [
            officer(village),
            house.browser("opd", Role::Operator, &a, &bkd, None),
            house.browser("gub", Role::Pimpinan, &a, "", None),
        ];
        let own = house.browser("ratih", Role::Pegawai, &a, "", Some(village.id("ratih")));
        let mut rests = vec![String::new()];
        for service in services(village) {
            rests.extend([
                service.clone(),
                format!("{service}/surat"),
                format!("{service}?andai.golongan=III/c"),
            ]);
        }
        let all = |who: &Browser| -> Vec<String> {
            rests.iter().map(|rest| get(village, who, "ratih", rest).body).collect()
        };
        let before: Vec<_> = closed.iter().map(all).collect();
        let own_before = all(&own);
        bench.append(&province(), &[punished(village, "ratih")]);
        for (who, was) in closed.iter().zip(&before) {
            for (rest, (now, was)) in rests.iter().zip(all(who).iter().zip(was)) {
                assert!(now == was, "the answer tells that something is there: {rest}");
                assert!(!now.contains("862/99/2026") && !now.contains("Rahasia sekali"), "{rest}");
            }
        }
        let reguler = shown(village, &closed[0], "ratih", "/kp-reguler");
        assert!(reguler.has("tertutup bagi Anda") && reguler.has("/buka\">Buka dengan alasan"));
        let operator = shown(village, &closed[1], "ratih", "/kp-reguler");
        assert!(operator.has("tertutup bagi Anda") && !operator.has("/buka\""), "not their work");
        // The person sees it, and so does an officer who opened it with a reason.
        assert!(all(&own) != own_before);
        let mine = shown(village, &own, "ratih", "/kp-reguler");
        assert!(mine.has("862/99/2026") && mine.has("1 Juni 2027") && !mine.has("tertutup bagi Anda"));
        let form = format!("/pegawai/{}/buka", village.id("ratih"));
        let ask = [("bagian", "disiplin"), ("alasan", "verifikasi berkas kenaikan pangkat")];
        assert_eq!(house.post(&closed[0], &form, &ask).status, 303);
        let opened = shown(village, &closed[0], "ratih", "/kp-reguler");
        assert!(opened.has("862/99/2026") && !opened.has("tertutup bagi Anda"));
        assert!(opened.has("Tidak memenuhi syarat (TMS)"));
    });
}

#[test]
fn supposing_shows_before_and_after_and_records_nothing() {
    with_village("mengapa-andai", |village, bench: &mut Bench| {
        let desi = officer(village);
        let size = |bench: &mut Bench| {
            store::people::journal_sizes(&mut bench.conn).expect("sizes").iter().map(|s| s.1).sum::<i64>()
        };
        let before = size(bench);
        let plain = shown(village, &desi, "ratih", "/kp-reguler");
        assert!(plain.has("Simulasi: bila…") && !plain.has("Pengandaian: tidak ada yang dicatat."));
        assert!(plain.has("name=\"andai.hukdis_sampai\""));
        let supposed = "/kp-reguler?andai.hukdis_sampai=-&andai.tmt_golongan=01-10-2026&hukum=2026-01-01";
        let page = shown(village, &desi, "ratih", supposed);
        for text in [
            "Pengandaian: tidak ada yang dicatat.",
            "Menurut data</h2>",
            "Bila diandaikan</h2>",
            "Berubah karena pengandaian",
            "1 Oktober 2026",
            "value=\"01-10-2026\"",
            "name=\"hukum\" value=\"2026-01-01\"",
        ] {
            assert!(page.has(text), "{text}");
        }
        for (query, said, typed) in [
            ("andai.golongan=V/z", "bukan salah satu pilihannya", "V/z"),
            ("andai.tmt_golongan=besok+pagi", "bukan tanggal", "besok pagi"),
            ("andai.warna=biru%3Cb%3E", "tidak dikenal", "biru&lt;b&gt;"),
        ] {
            let page = get(village, &desi, "ratih", &format!("/kp-reguler?{query}"));
            assert_eq!(page.status, 422, "{query}");
            sound(&page.body);
            assert!(page.has(said) && page.has(typed) && !page.has("Bila diandaikan"), "{query}");
        }
        assert_eq!(size(bench), before);
    });
}

#[test]
fn at_another_law_and_in_a_letter() {
    with_village("mengapa-surat", |village, _| {
        let desi = officer(village);
        let page = shown(village, &desi, "ratih", "/kp-reguler?hukum=01-02-2010");
        assert!(page.has("1 Februari 2010") && page.has("PP 99/2000"));
        assert_eq!(get(village, &desi, "ratih", "/kp-reguler?hukum=kemarin").status, 422);
        let letter = shown(village, &desi, "ratih", "/kp-reguler/surat?andai.golongan=IV/a");
        let hash: String = village.house.hall.hukum().pack.hash.iter().map(|b| format!("{b:02x}")).collect();
        for text in [
            "class=\"lembar tegak\"",
            "Ratih Kusumawardani",
            "19890617 201508 2 001",
            "penjelasan dan bukan keputusan",
            "Hukum per tanggal",
            &hash,
            "<details open",
        ] {
            assert!(letter.has(text), "{text}");
        }
        assert!(!letter.has("<details><summary><span class=\"lencana tanda"), "all is open");
        assert!(!letter.has("name=\"andai.") && !letter.has("Pengandaian"), "nothing is supposed");
    });
}

/// That a history is complete was declared on one day: before it, nobody could know there is nothing.
#[test]
fn a_declaration_counts_from_the_day_it_was_recorded() {
    with_village("mengapa-lengkap", |village, bench: &mut Bench| {
        let declared = [(Field::InstansiLengkap, Value::text("hukuman_disiplin"))];
        let entry = Entry {
            subject: Subject::Instansi,
            acts: vec![(Act::Perubahan, Fact::new(Kind::Instansi, Some(day("2009-01-01")), declared))],
            ..punished(village, "yosef")
        };
        bench.append(&province(), &[entry]);
        let own = village.house.browser("yosef", Role::Pegawai, &province(), "", Some(village.id("yosef")));
        let said = |rest: &str| {
            let page = shown(village, &own, "yosef", &format!("/kp-reguler?{rest}"));
            let fact = page.body.split("<dt>Hukuman disiplin sedang/berat berakhir</dt><dd>").nth(1);
            fact.expect("the fact").split('<').next().unwrap_or("").to_owned()
        };
        assert_eq!(said(""), "tidak ada");
        assert_eq!(said("diketahui=2026-11-21"), "belum diketahui");
    });
}

#[test]
fn programs_get_the_same_answer_with_closed_facts_closed() {
    with_village("mengapa-api", |village, bench: &mut Bench| {
        let house = &village.house;
        let token = house.token("desi", Role::Petugas, &province(), &[Scope::Pegawai]);
        let norms: Vec<String> = house.hall.hukum().pack.kunci().map(str::to_owned).collect();
        let at = |key: &str, rest: &str| format!("/api/v1/pegawai/{}/telaah/{rest}", village.id(key));
        let mut answered = 0;
        // A token may ask so often a minute.
        for (turn, some) in norms.chunks(40).enumerate() {
            let token = house.token(&format!("p{turn}"), Role::Petugas, &province(), &[Scope::Pegawai]);
            for (n, norm) in some.iter().enumerate() {
                let key = ["ratih", "meilin", "slamet"][n % 3];
                let before = house.queries();
                let answer = house.call(&token, &at(key, norm));
                assert!(house.queries() - before <= 6 && matches!(answer.status, 200 | 404), "{norm}");
                if answer.status == 200 {
                    let body = answer.json();
                    let fits = host::api::openapi::check(&crate::api::ASK, &body);
                    assert!(fits.is_ok() && body["data"]["norma"] == norm.as_str(), "{norm}: {fits:?}");
                    answered += 1;
                }
            }
        }
        assert!(answered > 20, "{answered} norms in force");
        let asked = at("ratih", "kp.reguler");
        let before = house.call(&token, &asked).body;
        bench.append(&province(), &[punished(village, "ratih")]);
        assert!(house.call(&token, &asked).body == before, "the answer tells that something is there");
        assert!(before.contains("hukdis_sampai"), "the norm looks at it");
        let then = house.read(&token, &at("ratih", "kp.reguler?hukum=2010-02-01&berlaku=2026-11-01"));
        let jam = &then["data"]["jam"];
        assert_eq!(
            (jam["hukum"].as_str(), jam["berlaku"].as_str()),
            (Some("2010-02-01"), Some("2026-11-01"))
        );
        assert_eq!(house.call(&token, &at("ratih", "kp.reguler?hukum=01-02-2010")).problem(), "API-04");
        assert_eq!(house.call(&token, &at("ratih", "tidak.ada")).problem(), "API-07");
        assert_eq!(house.call(&token, &at("tetangga", "kp.reguler")).problem(), "API-07");
    });
}
