//! A person's page.

use super::{Village, day, document, entry, entry_id, person_id, province, sound, unit, with_village};
use host::Role;
use host::testing::{Browser, Page};
use kernel::{Act, Entry, Fact, FactId, Field, Kind, Stamp, Subject, Value};
use store::testing::Bench;
use store::testing::NOW;

fn officer(village: &Village) -> Browser {
    village.house.browser("desi", Role::Petugas, &province(), "", None)
}

/// A section of somebody's page; it must be sound.
fn section(village: &Village, who: &Browser, key: &str, query: &str) -> Page {
    let page = village.house.get(who, &format!("/pegawai/{}?{query}", village.id(key)));
    assert_eq!(page.status, 200, "{key} {query}");
    sound(&page.body);
    page
}

const NOBODY: &str = "07070707-0707-0707-0000-00000000ffff";
const SECTIONS: [&str; 5] = ["ringkasan", "riwayat", "dokumen", "temuan", "jurnal"];

#[test]
fn every_section_of_everybody_is_sound_and_within_six_statements() {
    with_village("orang-semua", |village, _| {
        let desi = officer(village);
        for key in village.keys.iter().filter(|k| !k.is_empty() && *k != "tetangga") {
            for name in SECTIONS {
                let before = village.house.queries();
                section(village, &desi, key, &format!("bagian={name}"));
                let asked = village.house.queries() - before;
                assert!(asked <= if name == "jurnal" { 6 } else { 5 }, "{key} {name}: {asked} statements");
            }
        }
        let before = village.house.queries();
        section(village, &desi, "yosef", "bagian=jurnal&berlaku=2020-01-01&diketahui=2022-01-01");
        assert!(village.house.queries() - before <= 6, "another day costs no more");
    });
}

#[test]
fn five_facts_and_where_they_stand() {
    with_village("orang-pokok", |village, _| {
        let desi = officer(village);
        let ratih = section(village, &desi, "ratih", "");
        assert!(ratih.has("<h1>Ratih Kusumawardani, S.A.P.</h1>"));
        for text in [
            "III/b",
            "TMT 1 Okt 2019",
            "4 tahun 2 bulan",
            "menurut dokumen tgl 2 Sep 2019",
            "Sangat Baik",
            "tahun 2025",
            "1 Mar 2018",
            "1 Jul 2047",
            "batas usia 58 tahun · Dasar: ",
            "Badan Kepegawaian Daerah",
        ] {
            assert!(ratih.has(text), "{text}");
        }
        assert!(!ratih.has("kepastian:"), "the table is sure enough of a pelaksana");
        let meilin = section(village, &desi, "meilin", "");
        assert!(meilin.has("Akhir perjanjian kerja") && meilin.has("31 Des 2026"));
        assert!(section(village, &desi, "sukirman", "").has("tidak aktif"));
    });
}

/// Only an ASN is pensioned: for others there is the end of the contract or a dash that says why.
#[test]
fn whoever_is_not_an_asn_has_no_pension() {
    with_village("orang-non-asn", |village, bench| {
        let text = |field, text: &str| (field, Value::text(text));
        let facts = |nama: &str, nip: &str| {
            vec![
                Fact::new(
                    Kind::Identitas,
                    None,
                    [
                        text(Field::Nama, nama),
                        text(Field::Nip, nip),
                        (Field::TanggalLahir, Value::Date(day("1980-01-01"))),
                    ],
                ),
                Fact::new(
                    Kind::Status,
                    Some(day("2020-01-01")),
                    [text(Field::StatusPegawai, "NON_ASN"), text(Field::KedudukanId, "01")],
                ),
                Fact::new(
                    Kind::Jabatan,
                    Some(day("2020-01-01")),
                    [text(Field::JenisJabatanId, "4"), text(Field::JabatanNama, "Pramu Kebersihan")],
                ),
            ]
        };
        let mut bound = facts("Zubaidah Kontrak", "198001012020012002");
        let contract = Fact::new(Kind::PerjanjianKerja, Some(day("2026-01-01")), []);
        bound.push(contract.until(Some(day("2027-01-01"))));
        let told = |n: u64, facts| {
            let entry = entry(n * 1_000, Subject::Pegawai(person_id(n)), "2026-01-05", facts);
            Entry { recorded: NOW, ..entry }
        };
        let free = facts("Zainab Lepas", "198001012020012001");
        bench.append(&province(), &[told(950, free), told(951, bound)]);
        let desi = officer(village);
        let page = |n| village.house.get(&desi, &format!("/pegawai/{}", person_id(n)));
        let free = page(950);
        assert!(free.has("bukan ASN, tidak ada batas usia pensiun") && !free.has("2038"), "{}", free.body);
        let bound = page(951);
        assert!(bound.has("Akhir perjanjian kerja") && bound.has("31 Des 2026") && !bound.has("2038"));
        let list = village.house.get(&desi, "/pegawai?status=non_asn");
        assert!(list.has("<small>bukan ASN</small>") && list.has("31 Des 2026") && !list.has("2038"));
    });
}

#[test]
fn nobody_and_somebody_elses_person_look_alike() {
    with_village("orang-tidak-ada", |village, _| {
        let desi = officer(village);
        let get = |path: &str| village.house.get(&desi, path);
        let neighbour = get(&format!("/pegawai/{}", village.id("tetangga")));
        let nobody = get(&format!("/pegawai/{NOBODY}"));
        let nonsense = get("/pegawai/198906172015082001");
        assert_eq!((neighbour.status, nobody.status, nonsense.status), (404, 404, 404));
        let plain = |page: &Page| {
            let ids =
                [village.id("tetangga").to_string(), NOBODY.to_owned(), "198906172015082001".to_owned()];
            ids.iter().fold(page.body.clone(), |body, id| body.replace(id, "X"))
        };
        assert_eq!(plain(&neighbour), plain(&nobody));
        assert_eq!(plain(&nobody), plain(&nonsense));
        let central = village.house.browser("pusat", Role::Super, "", "", None);
        assert!(section(village, &central, "tetangga", "").has("Tetangga Sebelah"));
    });
}

#[test]
fn an_operator_sees_the_subtree_and_an_asn_only_the_own_page() {
    with_village("orang-wilayah", |village, _| {
        let house = &village.house;
        let status =
            |who: &Browser, key: &str| house.get(who, &format!("/pegawai/{}", village.id(key))).status;
        let bkd = unit("Badan Kepegawaian Daerah");
        let operator = house.browser("opd", Role::Operator, &province(), &bkd, None);
        assert_eq!((status(&operator, "ratih"), status(&operator, "slamet")), (200, 404));
        let asn = house.browser("asn", Role::Pegawai, &province(), "", Some(village.id("slamet")));
        assert_eq!((status(&asn, "slamet"), status(&asn, "ratih")), (200, 404));
        let own = section(village, &asn, "slamet", "bagian=temuan");
        assert!(own.has("DATA-40") && !own.has("Hamdani"), "who else holds the post is not theirs to know");
        assert!(section(village, &officer(village), "slamet", "bagian=temuan").has("Pemegang lain: "));
        assert!(!own.has("/organisasi?") && !own.has("/jurnal?"));
    });
}

#[test]
fn what_is_personal_is_masked_and_what_is_specific_is_hidden() {
    with_village("orang-samar", |village, _| {
        let house = &village.house;
        let bkd = unit("Badan Kepegawaian Daerah");
        let readers = [
            house.browser("gub", Role::Pimpinan, &province(), "", None),
            house.browser("opd", Role::Operator, &province(), &bkd, None),
        ];
        let secret = [
            "Teguran",
            "862/3/2023",
            "Terlambat melaporkan",
            "9801995706890001",
            "Kenanga",
            "080000000001",
            "Menikah",
            "ratih@surat.example",
        ];
        for (reader, name) in readers.iter().flat_map(|r| SECTIONS.map(|s| (r, s))) {
            let page = section(village, reader, "ratih", &format!("bagian={name}"));
            for text in secret.iter().chain(&["9801"]) {
                assert!(!page.has(text), "{name}: {text}");
            }
            assert!(page.has("Disamarkan: Data pribadi") && !page.has("/buka"), "{name}");
        }
        let desi = officer(village);
        let summary = section(village, &desi, "ratih", "");
        assert!(summary.has("9801••••••••••••") && summary.has("Kenanga") && summary.has("Menikah"));
        for name in SECTIONS {
            let page = section(village, &desi, "ratih", &format!("bagian={name}"));
            assert!(!page.has("9801995706890001") && !page.has("Teguran"), "{name}: masked for officers too");
        }
        let own = house.browser("ratih", Role::Pegawai, &province(), "", Some(village.id("ratih")));
        let summary = section(village, &own, "ratih", "");
        assert!(summary.has("9801995706890001") && summary.has("Teguran tertulis"), "the person sees all");
        let histories = section(village, &own, "ratih", "bagian=riwayat");
        assert!(histories.has("Hukuman disiplin") && histories.has("Teguran tertulis"));
    });
}

#[test]
fn what_is_masked_is_opened_with_a_reason_and_the_person_sees_it() {
    with_village("orang-buka", |village, bench| {
        let house = &village.house;
        let desi = officer(village);
        let own = house.browser("ratih", Role::Pegawai, &province(), "", Some(village.id("ratih")));
        let base = format!("/pegawai/{}", village.id("ratih"));
        let (form, seen) = (format!("{base}/buka"), format!("{base}/akses"));
        let heads = |bench: &mut Bench| {
            store::people::journal_sizes(&mut bench.conn).expect("sizes").iter().map(|s| s.1).sum::<i64>()
        };
        let of_her = |bench: &mut Bench| {
            store::people::ledger(&mut bench.conn, village.id("ratih")).expect("ledger").1.len()
        };
        let known = of_her(bench);
        let before = heads(bench);
        assert!(house.get(&desi, &form).has("Bagian yang dibuka"));
        assert!(house.get(&own, &seen).has("Belum ada yang membuka"));
        // Reason or part missing: nothing is opened, what was typed stays.
        for fields in [
            &[("bagian", "nomor"), ("alasan", " cek  ")][..],
            &[("alasan", "verifikasi berkas pensiun")],
            &[("bagian", "semua"), ("alasan", "verifikasi berkas pensiun")],
        ] {
            let page = house.post(&desi, &form, fields);
            assert!(page.status == 422 && page.has(fields[fields.len() - 1].1.trim()), "{fields:?}");
        }
        assert_eq!(heads(bench), before);
        let ask = [("bagian", "nomor"), ("bagian", "disiplin"), ("alasan", "verifikasi <berkas> pensiun")];
        assert_eq!(house.post(&desi, &form, &ask).status, 303);
        assert_eq!(heads(bench), before + 2, "one entry a part");
        let summary = section(village, &desi, "ratih", "");
        assert!(summary.has("9801995706890001") && summary.has("sedang terbuka"));
        assert!(section(village, &desi, "ratih", "bagian=riwayat").has("Teguran tertulis"));
        let dewi = house.browser("dewi", Role::Petugas, &province(), "", None);
        assert!(!section(village, &dewi, "ratih", "").has("9801995706890001"), "opened for one, not for all");
        let told = house.get(&own, &seen);
        for text in ["desi lengkap, Petugas BKD", "verifikasi &lt;berkas&gt; pensiun", "Nomor identitas"] {
            assert!(told.has(text), "{text}");
        }
        // Asked for again while it is in sight, nothing is added that could bury what stands there.
        for _ in 0..3 {
            assert_eq!(house.post(&desi, &form, &ask).status, 303);
        }
        assert_eq!(heads(bench), before + 2);
        // Looking is no statement about the person: officers who record meanwhile are not disturbed.
        assert_eq!(of_her(bench), known);
        // Roles without that work, and people of another instansi.
        let leader = house.browser("gub", Role::Pimpinan, &province(), "", None);
        assert_eq!(house.post(&leader, &form, &ask).status, 403);
        let colleague = house.browser("meilin", Role::Pegawai, &province(), "", Some(village.id("meilin")));
        assert_eq!(house.get(&colleague, &seen).status, 404);
        let neighbour = format!("/pegawai/{}", village.id("tetangga"));
        for path in ["buka", "akses"] {
            assert_eq!(house.get(&desi, &format!("{neighbour}/{path}")).status, 404);
        }
        let training = house.browser("tuti", Role::PetugasPengembangan, &province(), "", None);
        assert_eq!(house.post(&training, &form, &[ask[1], ask[2]]).status, 422, "not the own field");
    });
}

#[test]
fn both_clocks() {
    with_village("orang-jam", |village, bench| {
        let desi = officer(village);
        let golongan = |query: &str| {
            let page = section(village, &desi, "yosef", query);
            let facts = page.body.split("<dl class=\"pokok\">").nth(1).expect("facts").to_owned();
            facts.split("<dd>").nth(1).and_then(|f| f.split('<').next()).unwrap_or("").to_owned()
        };
        assert_eq!(golongan(""), "III/c");
        assert_eq!(golongan("berlaku=2020-01-01"), "III/c");
        assert_eq!(golongan("berlaku=2020-01-01&diketahui=2023-05-16"), "III/b");
        assert_eq!(golongan("berlaku=2020-01-01&diketahui=2023-05-17"), "III/c");
        let before = "bagian=riwayat&diketahui=2023-05-16";
        for name in SECTIONS {
            let page = section(village, &desi, "yosef", &format!("{before}&bagian={name}"));
            assert!(!page.has("823/57/2019"), "an SK recorded later does not exist: {name}");
        }
        assert!(section(village, &desi, "yosef", "bagian=riwayat").has("823/57/2019"));
        assert!(!section(village, &desi, "yosef", "bagian=riwayat&berlaku=2019-03-31").has("823/57/2019"));
        let early =
            village.house.get(&desi, &format!("/pegawai/{}?diketahui=2005-01-01", village.id("yosef")));
        assert_eq!(early.status, 422, "nobody knew of him, and the page says so");

        // An SK recorded today about next month is known, and not yet in force.
        let coming = Entry {
            id: entry_id(9_000_000),
            recorded: NOW,
            actor: "desi".into(),
            subject: Subject::Pegawai(village.id("yosef")),
            document: document("SK kenaikan pangkat", "2026-11-20"),
            acts: vec![(
                Act::Perubahan,
                Fact::new(
                    Kind::Golongan,
                    Some(super::day("2026-12-01")),
                    [(Field::GolonganNama, Value::text("III/d"))],
                ),
            )],
            row: None,
            notes: vec![],
        };
        bench.append(&province(), &[coming]);
        assert_eq!(golongan(""), "III/c");
        assert_eq!(golongan("berlaku=2026-12-01"), "III/d");
        assert!(section(village, &desi, "yosef", "bagian=riwayat").has("III/d"));
    });
}

#[test]
fn corrections_and_annulments_tell_of_each_other() {
    with_village("orang-ralat", |village, bench| {
        let desi = officer(village);
        let salomina = section(village, &desi, "salomina", "bagian=riwayat");
        assert!(salomina.has("4 tahun 6 bulan") && salomina.has("meralat catatan"));
        assert!(salomina.has("<del>3 tahun 0 bulan</del>") || salomina.has("<del>3 tahun"));
        assert!(salomina.has("2 catatan yang sudah diralat atau dibatalkan"));
        let poltak = section(village, &desi, "poltak", "bagian=riwayat");
        assert!(poltak.has("dibatalkan catatan") && poltak.has("<del>IV/a</del>"));
        let before = section(village, &desi, "poltak", "bagian=riwayat&diketahui=2025-03-01");
        assert!(!before.has("dibatalkan catatan") || !before.has("<del>IV/a</del>"));
        // A ralat of a ralat that was annulled lets the first one stand again.
        let ledger = store::people::ledger(&mut bench.conn, village.id("salomina")).expect("ledger").0;
        let last = ledger.rows().iter().filter(|r| matches!(r.act, Act::Ralat(_))).map(|r| r.id).max();
        let aim: FactId = last.expect("a ralat");
        let annul = Entry {
            id: entry_id(9_000_001),
            recorded: Stamp(NOW.0),
            actor: "desi".into(),
            subject: Subject::Pegawai(village.id("salomina")),
            document: document("Surat pembatalan", "2026-11-22"),
            acts: vec![(Act::Pembatalan(aim), Fact::new(Kind::Golongan, None, []))],
            row: None,
            notes: vec![],
        };
        bench.append(&province(), &[annul]);
        let again = section(village, &desi, "salomina", "bagian=riwayat");
        assert!(again.has("dibatalkan catatan"));
    });
}

#[test]
fn the_journal_of_a_person_names_time_actor_and_link() {
    with_village("orang-jurnal", |village, bench| {
        let desi = officer(village);
        let page = section(village, &desi, "ratih", "bagian=jurnal");
        assert!(page.has("12.00 WIB") && page.has("desi") && page.has("isi tidak ditampilkan"));
        let links = crate::store::links(&mut bench.conn, village.id("ratih")).expect("links");
        assert!(!links.is_empty());
        for (_, hash) in links {
            assert!(page.has(&hash[..8]), "{hash}");
        }
    });
}
