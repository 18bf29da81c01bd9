//! Positions that differ: who chooses one, what pages, letters and programs then say, and what is refused.

use super::{Village, province, sound, with_village};
use host::Role;
use host::api::Scope;
use host::testing::{Browser, Page};

const NORM: &str = "pensiun.hak.aps";
const REASON: &str = "Mengikuti praktik yang disepakati dengan kantor regional BKN";

/// Somebody of the book for whom the two acts lead to different answers today.
fn disputed(village: &Village, who: &Browser) -> String {
    let shown = |key: &&String| {
        !key.is_empty() && page(village, who, key).body.contains("2 pendapat yang dapat dipertahankan")
    };
    village.keys.iter().take(899).find(shown).cloned().expect("somebody between 45 and 50")
}

fn at(village: &Village, key: &str) -> String {
    format!("/pegawai/{}/tafsir/{NORM}", village.id(key))
}

fn page(village: &Village, who: &Browser, key: &str) -> Page {
    village.house.get(who, &at(village, key))
}

/// A whole page at little cost.
fn read(village: &Village, who: &Browser, path: &str) -> Page {
    village.house.hall.present().expect("a world");
    let before = village.house.queries();
    let page = village.house.get(who, path);
    let asked = village.house.queries() - before;
    assert!(page.status == 200 && asked <= 6, "{path}: {} {asked}", page.status);
    sound(&page.body);
    page
}

fn officer(village: &Village) -> Browser {
    village.house.browser("desi", Role::Petugas, &province(), "", None)
}

fn leader(village: &Village) -> Browser {
    village.house.browser("rahmat", Role::Pimpinan, &province(), "", None)
}

fn seen(page: &Page) -> String {
    let field = page.body.split("name=\"dilihat\" value=\"").nth(1).expect("the form");
    field.split('"').next().unwrap_or("").to_owned()
}

fn choose(village: &Village, who: &Browser, key: &str, posisi: &str) -> Page {
    let path = at(village, key);
    let token = seen(&read(village, who, &path));
    let fields = [("posisi", posisi), ("alasan", REASON), ("dilihat", token.as_str())];
    village.house.post(who, &path, &fields)
}

#[test]
fn a_leader_chooses_and_everything_says_so_while_the_answer_stays() {
    with_village("tafsir-pilih", |village, bench| {
        let (gub, desi) = (leader(village), officer(village));
        let key = disputed(village, &desi);
        let base = format!("/pegawai/{}", village.id(&key));
        let service = format!("{base}/mengapa/pensiun-aps");
        let before = read(village, &desi, &service);
        assert!(before.has("Beda tafsir") && before.has(&at(village, &key)));
        assert!(!before.has("Posisi yang dipilih pejabat"));
        assert_eq!(choose(village, &gub, &key, "pp_11_2017").status, 303);
        for path in [service.clone(), format!("{service}/surat"), at(village, &key)] {
            let page = read(village, &desi, &path);
            for said in ["Beda tafsir", "rahmat lengkap, Pimpinan", REASON, "sia 45 tahun", "sia 50 tahun"] {
                assert!(page.has(said), "{path}: {said}");
            }
            assert!(page.has("Posisi yang dipilih pejabat"), "{path}");
        }
        let house = &village.house;
        let token = house.token("program", Role::Petugas, &province(), &[Scope::Pegawai]);
        let told = house.read(&token, &format!("/api/v1{base}/telaah/{NORM}"));
        let chosen = &told["data"]["pilihan_tafsir"];
        assert_eq!(told["data"]["jawaban"], "SENGKETA");
        assert_eq!((&chosen["posisi"], &chosen["norma_berubah"]), (&"pp_11_2017".into(), &false.into()));
        // Before it was recorded nobody knew of it.
        let past = read(village, &desi, &format!("{service}?diketahui=2026-11-21"));
        assert!(!past.has("Posisi yang dipilih pejabat"));
        assert_eq!(choose(village, &gub, &key, "!cabut").status, 303);
        let page = read(village, &desi, &at(village, &key));
        assert!(page.has("Pilihan sebelumnya dicabut") && page.has("rahmat lengkap, Pimpinan"));
        assert!(!read(village, &desi, &service).has("Posisi yang dipilih pejabat"));
        let told = house.read(&token, &format!("/api/v1{base}/telaah/{NORM}"));
        assert!(told["data"].get("pilihan_tafsir").is_none());
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
    });
}

#[test]
fn an_officer_records_what_a_leader_decided_on_paper() {
    with_village("tafsir-surat", |village, _| {
        let desi = officer(village);
        let key = disputed(village, &desi);
        let path = at(village, &key);
        let token = seen(&read(village, &desi, &path));
        let long = "x".repeat(501);
        let whole = [
            ("posisi", "uu_11_1969"),
            ("pejabat", "Kepala BKD, Rahmat Hidayat"),
            ("alasan", REASON),
            ("nomor", "800/12/BKD"),
            ("tanggal", "20-11-2026"),
            ("dilihat", token.as_str()),
        ];
        // Field, what is sent in its place, what is said.
        let wrong: &[(&str, &str, &str)] = &[
            ("posisi", "", "Pilih satu posisi"),
            ("posisi", "!cabut", "Pilih satu posisi"),
            ("posisi", "pp_99_2099", "Pilih satu posisi"),
            ("pejabat", "", "Tulis nama dan jabatan"),
            ("pejabat", "Kepala \u{202e}BKD", "Tulis nama dan jabatan"),
            ("alasan", "karena", "Tulis alasannya"),
            ("alasan", &long, "Tulis alasannya"),
            ("alasan", "alasan dengan \u{0} nol", "Tulis alasannya"),
            ("nomor", "", "Tulis nomor dokumen"),
            ("tanggal", "", "Tulis tanggal dokumen"),
            ("tanggal", "23-11-2026", "Tulis tanggal dokumen"),
            ("dilihat", "f00", "berubah sejak halaman ini dibuka"),
        ];
        for (field, value, said) in wrong {
            let sent = whole.map(|(name, kept)| (name, if name == *field { *value } else { kept }));
            let page = village.house.post(&desi, &path, &sent);
            assert!(page.status == 422 && page.has(said), "{field} {said}: {}", page.status);
            sound(&page.body);
        }
        let odd = "<script>x</script> tetap huruf";
        let sent = whole.map(|(name, kept)| (name, if name == "alasan" { odd } else { kept }));
        assert_eq!(village.house.post(&desi, &path, &sent).status, 303);
        let page = read(village, &desi, &path);
        for said in ["Kepala BKD, Rahmat Hidayat", "800/12/BKD tanggal 20 Nov 2026", "&lt;script&gt;x"] {
            assert!(page.has(said), "{said}");
        }
        // Somebody who has not seen it does not write over it.
        let late = village.house.post(&desi, &path, &whole);
        assert!(late.status == 422 && late.has("berubah sejak halaman ini dibuka"));
    });
}

#[test]
fn who_chooses_and_for_whom() {
    with_village("tafsir-peran", |village, _| {
        let desi = officer(village);
        let key = disputed(village, &desi);
        let path = at(village, &key);
        let house = &village.house;
        let token = seen(&read(village, &desi, &path));
        let fields = [("posisi", "uu_11_1969"), ("alasan", REASON), ("dilihat", token.as_str())];
        let roles = [
            (Role::PetugasMutasi, 200, 403),
            (Role::Auditor, 200, 403),
            (Role::Organisasi, 200, 403),
            (Role::Hukum, 403, 403),
            (Role::Notulis, 403, 403),
            (Role::PetugasKinerja, 200, 422), // the paper is missing
            (Role::Pimpinan, 200, 303),
        ];
        for (role, reads, chooses) in roles {
            let who = house.browser(role.word(), role, &province(), "", None);
            let page = house.get(&who, &path);
            assert_eq!(page.status, reads, "{role:?}");
            assert_eq!(page.has("name=\"dilihat\""), chooses != 403, "{role:?}: the form");
            assert_eq!(house.post(&who, &path, &fields).status, chooses, "{role:?}");
        }
        let own = house.browser("asn", Role::Pegawai, &province(), "", Some(village.id(&key)));
        assert!(read(village, &own, &path).has(REASON), "the person reads it");
        assert_eq!(house.post(&own, &path, &fields).status, 403);
        let self_led = house.browser("gub", Role::Pimpinan, &province(), "", Some(village.id(&key)));
        let refused = house.post(&self_led, &path, &fields);
        assert!(refused.status == 422 && refused.has("dipilih oleh pejabat lain"));
        let stranger = house.browser("eko", Role::Pimpinan, "B2", "", None);
        assert_eq!(
            (house.get(&stranger, &path).status, house.post(&stranger, &path, &fields).status),
            (404, 404)
        );
        let none = format!("/pegawai/{}/tafsir/tidak.ada", village.id(&key));
        assert_eq!(house.get(&desi, &none).status, 404);
        let settled = format!("/pegawai/{}/tafsir/kp.reguler", village.id(&key));
        assert!(read(village, &desi, &settled).has("tidak ada posisi yang perlu dipilih"));
        let refused = house.post(&desi, &settled, &fields);
        assert!(refused.status == 422 && refused.has("tidak ada posisi yang perlu dipilih"));
    });
}

/// A choice that rests on closed facts is nothing for who may not see those.
#[test]
fn a_choice_resting_on_discipline_stays_closed() {
    with_village("tafsir-tertutup", |village, _| {
        let desi = officer(village);
        let key = disputed(village, &desi);
        let service = format!("/pegawai/{}/mengapa/pensiun-aps", village.id(&key));
        let before = read(village, &desi, &service).body;
        let day = village.house.hall.today();
        let node = &village.house.hall.node;
        let new = store::pejabat::tafsir::NewPilihan {
            pegawai: village.id(&key),
            norma: NORM,
            pejabat: "Gubernur",
            posisi: Some(store::pejabat::tafsir::Posisi {
                kunci: "uu_11_1969".into(),
                bunyi: "bunyi lama yang rahasia".into(),
                jawaban: "Tidak memenuhi syarat (TMS)".into(),
                berlaku: day,
                hukum: day,
                paket: [1; 32],
                sidik: [2; 32],
            }),
            tertutup: "dipakai",
            alasan: "alasan yang rahasia",
            nomor: "",
            tanggal: None,
            after: None,
        };
        let who = store::pejabat::Pejabat { instansi: &province(), actor: "gub", by: "Gubernur, Pimpinan" };
        village
            .house
            .hall
            .with(|conn| {
                let mut source = node.source(conn)?;
                store::pejabat::tafsir::record(conn, &node.key, &mut source, &who, &new)
            })
            .expect("recorded");
        assert!(read(village, &desi, &service).body == before, "the page tells that something is there");
        assert!(!read(village, &desi, &at(village, &key)).has("rahasia"));
        let token = village.house.token("program", Role::Petugas, &province(), &[Scope::Pegawai]);
        let told = village.house.read(&token, &format!("/api/v1/pegawai/{}/telaah/{NORM}", village.id(&key)));
        assert!(told["data"].get("pilihan_tafsir").is_none());
        // The person sees it, as it was given on a text that has changed since.
        let own = village.house.browser("asn", Role::Pegawai, &province(), "", Some(village.id(&key)));
        let page = read(village, &own, &service);
        assert!(page.has("bunyi lama yang rahasia") && page.has("menurut bunyi ketika dipilih"));
    });
}
