//! Letters of a round issued with a code: when, under which number, who reads them, and what stands in the journal.

use super::kecil::{OWNER, day, diputus, on_both, pelaku, person, pos, rencana, surat};
use crate::isi::{Gerbang, Isi, POKOK, Penyimpangan, Surat};
use crate::rule::Tahap;
use host::Role;
use host::record::Draft;
use host::terbitan::{self, Keadaan};
use host::testing::{Browser, House, Page};
use kernel::{Act, Document, Fact, Field, Kind, Rank, Subject, Value};

const FORM: [(&str, &str); 10] = [
    ("tempat", "Mandalapura"),
    ("perangkat", "Sekretariat Daerah"),
    ("nama", "Rahmat Tanjungpura"),
    ("jabatan", "Gubernur Bumi Raya"),
    ("tempat_acara", "Aula"),
    ("tentang", "Pengangkatan"),
    ("menimbang", "bahwa perlu;"),
    ("mengingat", "Undang-Undang A;"),
    ("anggota", "Siti Aminah; Sekretaris Daerah; Ketua\nRatih; Kepala BKD"),
    ("saksi", "Siti Aminah; Inspektur; Pembina; 1976\nRatih; Kepala BKD"),
];

fn petugas(house: &House) -> Browser {
    house.browser("desi", Role::PetugasMutasi, OWNER, "", None)
}

/// A round that was announced and decided; its id and address.
fn putus(house: &House) -> (String, String) {
    let mut steps = vec![Isi::Diumumkan(surat("800/1", day("2026-08-01")))];
    steps.extend(diputus(&house.hall));
    let id = rencana(&house.hall, steps);
    let at = format!("/penempatan/{id}");
    (id, at)
}

fn enact(house: &House, desi: &Browser, at: &str) {
    let form = [
        ("jenis_sk", "Keputusan Gubernur"),
        ("nomor", "821.2/1"),
        ("tanggal", "01-09-2026"),
        ("penandatangan", "Gubernur Bumi Raya"),
    ];
    assert_eq!(house.upload(desi, &format!("{at}/sk"), &form, "", b"").status, 303);
}

fn step(house: &House, desi: &Browser, at: &str, form: &[(&str, &str)]) -> Page {
    house.upload(desi, &format!("{at}/langkah"), form, "", b"")
}

/// Enacted, inaugurated, on duty.
fn sampai_bertugas(house: &House, desi: &Browser, at: &str) {
    enact(house, desi, at);
    // Nobody is on duty before the TMT.
    let today = house.hall.today().dmy();
    for form in [
        [("langkah", "lantik"), ("nomor", "BA/1"), ("tanggal", "02-09-2026"), ("saksi", "Ratih; Kepala BKD")],
        [("langkah", "spmt"), ("nomor", "SPMT/1"), ("tanggal", &today), ("saksi", "")],
    ] {
        assert_eq!(step(house, desi, at, &form).status, 303, "{form:?}");
    }
}

fn issue(house: &House, who: &Browser, at: &str, more: &[(&str, &str)]) -> Page {
    let kept = FORM.iter().filter(|f| !more.iter().any(|m| m.0 == f.0)).copied();
    let form: Vec<(&str, &str)> = kept.chain(more.iter().copied()).collect();
    house.post(who, &format!("{at}/surat"), &form)
}

/// Letters issued of a round: which, about whom, its code; oldest first.
fn issued(house: &House, id: &str) -> Vec<(String, String, String)> {
    let r = house.hall.with(|conn| crate::store::satu(conn, id)).expect("read").expect("there");
    r.terbit.into_iter().map(|t| (t.surat, t.pegawai, t.kode)).collect()
}

fn code(house: &House, id: &str, jenis: &str, who: &str) -> String {
    let found = issued(house, id).into_iter().rev().find(|t| t.0 == jenis && t.1 == who);
    found.unwrap_or_else(|| panic!("{jenis} of {who}")).2
}

fn taken(house: &House, id: &str) -> Vec<(String, u32)> {
    let all = house.hall.with(|conn| store::peristiwa::of_thing(conn, POKOK, id)).expect("read");
    let of = |e: &store::peristiwa::Peristiwa| match Isi::baca(&e.jenis, &e.isi)? {
        Isi::Diunduh { berkas, orang, .. } => Some((berkas, orang)),
        _ => None,
    };
    all.iter().filter_map(of).collect()
}

#[test]
fn a_letter_is_issued_once_its_step_is_recorded_under_its_number_and_date() {
    on_both("surat-langkah", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        // Nobody is on duty before the TMT, which is today.
        let today = house.hall.today().dmy();
        // surat · ditunggu · nomor · tanggal
        let table = [
            ("ba_rapat", Tahap::Dirapatkan, "800/8", "2026-08-20"),
            ("keputusan", Tahap::Ditetapkan, "821.2/1", "2026-09-01"),
            ("petikan", Tahap::Ditetapkan, "821.2/1", "2026-09-01"),
            ("ba_pelantikan", Tahap::Dilantik, "BA/1", "2026-09-02"),
            ("spmt", Tahap::Bertugas, "SPMT/1", ""),
            ("laporan", Tahap::Dilaporkan, "LAP/1", ""),
        ];
        let forward: [(&str, Tahap); 5] = [
            ("", Tahap::Diputus),
            ("sk", Tahap::Ditetapkan),
            ("lantik BA/1 02-09-2026", Tahap::Dilantik),
            ("spmt SPMT/1 kini", Tahap::Bertugas),
            ("lapor LAP/1 kini", Tahap::Dilaporkan),
        ];
        for (step_of, stage) in forward {
            let parts: Vec<&str> = step_of.split(' ').collect();
            match parts[..] {
                ["sk"] => enact(house, &desi, &at),
                [word, nomor, tanggal] => {
                    let tanggal = if tanggal == "kini" { today.as_str() } else { tanggal };
                    let form = [("langkah", word), ("nomor", nomor), ("tanggal", tanggal)];
                    assert_eq!(step(house, &desi, &at, &form).status, 303, "{word}");
                }
                _ => {}
            }
            for (jenis, needs, nomor, tanggal) in table {
                let page = issue(
                    house,
                    &desi,
                    &at,
                    &[("jenis", jenis), ("nomor", "lain"), ("tanggal", "09-09-2026")],
                );
                let first = needs == stage || (jenis == "ba_rapat" && stage == Tahap::Diputus);
                match (needs <= stage, first) {
                    (false, _) => {
                        assert!(page.status == 422 && page.has("PNP-80"), "{jenis} at {stage:?}");
                        assert!(page.has("Rahmat Tanjungpura"), "what was typed is kept");
                    }
                    (true, true) => assert_eq!(page.status, 303, "{jenis} at {stage:?}"),
                    (true, false) => assert!(page.has("PNP-83"), "{jenis} at {stage:?}: not twice"),
                }
                if needs <= stage {
                    let letter = issued(house, &id).into_iter().find(|t| t.0 == jenis).expect("issued");
                    let read = house.hall.with(|conn| terbitan::baca(conn, &letter.2));
                    let kept = read.expect("read").expect("there");
                    let bears = if tanggal.is_empty() { house.hall.today() } else { day(tanggal) };
                    assert_eq!((kept.nomor.as_str(), kept.tanggal), (nomor, bears), "{jenis}");
                    assert!(kept.tertutup && kept.asal == format!("penempatan/{id}"));
                }
            }
        }
        let all = issued(house, &id);
        for (jenis, letters) in [("keputusan", 1), ("petikan", 3), ("spmt", 3), ("ba_pelantikan", 1)] {
            assert_eq!(all.iter().filter(|t| t.0 == jenis).count(), letters, "{jenis}");
        }
        let text = house.post(&desi, &format!("{at}/surat/{}", code(house, &id, "ba_rapat", "")), &[]);
        assert!(
            text.has("\"sebagai\":\"Ketua\"")
                && text.has("Sekretaris Daerah")
                && text.has("\"verifikasi\":{")
        );
        // Nobody but those whose office it is.
        let pimpinan = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        assert_eq!(issue(house, &pimpinan, &at, &[("jenis", "keputusan")]).status, 403);
        let ani = house.browser("ani", Role::PetugasMutasi, OWNER, "", Some(person(0)));
        assert!(issue(house, &ani, &at, &[("jenis", "keputusan")]).has("PNP-05"));
    });
}

#[test]
fn what_an_issued_letter_needs_is_asked_for() {
    on_both("surat-wajib", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        sampai_bertugas(house, &desi, &at);
        for (jenis, field, value, sentence) in [
            ("keputusan", "nama", "", "Isi nama penanda tangan sebelum surat ini diterbitkan. (PNP-10)"),
            ("keputusan", "mengingat", " ", "Isi bagian Mengingat"),
            ("ba_rapat", "anggota", "", "Isi anggota rapat"),
            ("ba_rapat", "anggota", "Siti", "Baris 1: tulis nama; jabatan; kedudukan"),
            ("ba_pelantikan", "saksi", "", "Isi saksi pelantikan"),
            ("ba_pelantikan", "saksi", "Siti; ", "Baris 1: nama dan jabatan tidak boleh kosong. (PNP-79)"),
            ("petikan", "pegawai", "x", "tidak pindah dalam rencana ini"),
            ("piagam", "nama", "x", "Pilih surat yang hendak diterbitkan. (PNP-10)"),
        ] {
            let page = issue(house, &desi, &at, &[("jenis", jenis), (field, value)]);
            assert!(page.status == 422 && page.has(sentence), "{jenis} {field} {value:?}");
        }
        assert!(issued(house, &id).is_empty());
    });
}

#[test]
fn who_reads_an_issued_letter() {
    on_both("surat-akses", |house, bench| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        sampai_bertugas(house, &desi, &at);
        for jenis in ["keputusan", "petikan", "ba_pelantikan", "spmt", "ba_rapat"] {
            assert_eq!(issue(house, &desi, &at, &[("jenis", jenis)]).status, 303, "{jenis}");
        }
        let own = |nama: &str, role, n| house.browser(nama, role, OWNER, "", Some(person(n)));
        let pegawai_lain = |nama: &str, role, instansi: &str| house.browser(nama, role, instansi, "", None);
        let who = [
            ("petugas", petugas_of(house)),
            ("sekretariat", pegawai_lain("tono", Role::Tpk, OWNER)),
            ("pimpinan", pegawai_lain("pim", Role::Pimpinan, OWNER)),
            ("auditor", pegawai_lain("aud", Role::Auditor, OWNER)),
            ("petugas data", pegawai_lain("dita", Role::PetugasData, OWNER)),
            ("kabupaten", pegawai_lain("kab", Role::PetugasMutasi, "B2")),
            ("citra", own("citra", Role::Pegawai, 2)),
            ("dedi", own("dedi", Role::Pegawai, 3)),
            ("ani, petugas yang ikut", own("ani", Role::Petugas, 0)),
            ("publik", Browser::default()),
        ];
        let (ani, citra) = (person(0).to_string(), person(2).to_string());
        // surat · tentang · sebagai panitia · sebagai orangnya sendiri, menurut urutan di atas
        let panel = [200, 200, 200, 200, 403, 404, 403, 403, 422, 401];
        let nobody = [404, 404, 404, 404, 404, 404, 404, 404, 404, 303];
        let of_citra = [404, 404, 404, 404, 404, 404, 200, 404, 404, 303];
        let of_ani = [404, 404, 404, 404, 404, 404, 404, 404, 200, 303];
        for (jenis, about, as_self) in [
            ("keputusan", "", nobody),
            ("ba_pelantikan", "", nobody),
            ("ba_rapat", "", nobody),
            ("petikan", &citra, of_citra),
            ("spmt", &citra, of_citra),
            ("petikan", &ani, of_ani),
            ("spmt", &ani, of_ani),
        ] {
            let kode = code(house, &id, jenis, about);
            for (n, (name, browser)) in who.iter().enumerate() {
                let before = taken(house, &id).len();
                let read = house.post(browser, &format!("{at}/surat/{kode}"), &[]);
                assert_eq!(read.status, panel[n], "{name} reads {jenis} of {about:?} as panel");
                let after = taken(house, &id).len();
                assert_eq!(after - before, usize::from(panel[n] == 200), "{name}: who took it is journaled");
                let saya = format!("/penempatan/saya/{id}/surat/{kode}");
                let read = house.get(browser, &saya);
                assert_eq!(read.status, as_self[n], "{name} reads {jenis} of {about:?} as self");
                if as_self[n] == 200 {
                    assert_eq!(read.header("content-type"), "application/pdf");
                    assert!(read.has(&kode), "it bears its code");
                    let others =
                        ["Ani", "Budi", "Citra"].iter().filter(|o| read.has(&format!("\"nama\":\"{o}\"")));
                    assert_eq!(others.count(), 1, "nobody but {name} stands in it");
                }
                assert_eq!(taken(house, &id).len(), after, "own letters are no reading of others");
            }
        }
        let last = taken(house, &id);
        assert!(last.iter().any(|t| t.0.starts_with("keputusan-") && t.1 == 3));
        assert!(last.iter().filter(|t| t.0.starts_with("petikan-")).all(|t| t.1 == 1));
        // What the pages lead to, and after a restart too.
        let later = House::shaped(bench, super::modules(), |_| {});
        let (citra_browser, kode) = (&who[6].1, code(house, &id, "petikan", &citra));
        for house in [house, &later] {
            let page = house.get(citra_browser, &format!("/penempatan/saya/{id}"));
            let (mine, hers) = (format!("/surat/{kode}"), code(house, &id, "petikan", &ani));
            assert!(page.has("Surat tentang Anda") && page.has(&mine) && !page.has(&hers));
            let read = house.get(citra_browser, &format!("/penempatan/saya/{id}/surat/{kode}"));
            assert!(read.status == 200 && read.has("Citra"));
            let page = house.get(&desi, &format!("{at}/sk"));
            assert!(page.has("Surat terbit") && page.has("3 dari 3 orang") && page.has(&mine));
            assert!(page.has(&format!("/verifikasi/{}", code(house, &id, "keputusan", ""))));
        }
        for path in [format!("{at}/sk"), format!("/penempatan/saya/{id}")] {
            let browser = if path.contains("saya") { citra_browser } else { &desi };
            let before = house.queries();
            assert_eq!(house.get(browser, &path).status, 200);
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}

fn petugas_of(house: &House) -> Browser {
    house.browser("dewi", Role::Petugas, OWNER, "", None)
}

#[test]
fn many_letters_cost_no_reading_for_each() {
    on_both("surat-hitung", |house, _| {
        let desi = petugas(house);
        let (_, at) = putus(house);
        enact(house, &desi, &at);
        let count = |more: &[(&str, &str)]| {
            // What was recorded before is read anew by the first page after it.
            assert_eq!(house.get(&desi, &format!("{at}/sk")).status, 200);
            let before = house.queries();
            assert_eq!(issue(house, &desi, &at, more).status, 303, "{more:?}");
            house.queries() - before
        };
        let citra = person(2).to_string();
        let one = count(&[("jenis", "petikan"), ("pegawai", &citra)]);
        let two = count(&[("jenis", "petikan")]);
        assert!(two <= one, "what is left, in one go: two letters for {two} statements, one for {one}");
        let three = count(&[("jenis", "petikan"), ("ganti", "1")]);
        assert!(three <= one + 1, "what is replaced is read in one statement: {three} after {one}");
        let again = count(&[("jenis", "petikan"), ("ganti", "1"), ("pegawai", &citra)]);
        assert!(three <= again, "three letters for {three} statements, one for {again}");
        assert!(one <= 30, "{one}");
    });
}

#[test]
fn a_letter_that_was_replaced_says_so_and_no_longer_leads() {
    on_both("surat-ganti", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        enact(house, &desi, &at);
        let citra = person(2).to_string();
        assert!(issue(house, &desi, &at, &[("jenis", "petikan"), ("ganti", "1")]).has("PNP-83"));
        assert_eq!(issue(house, &desi, &at, &[("jenis", "petikan")]).status, 303);
        let first = code(house, &id, "petikan", &citra);
        let others = code(house, &id, "petikan", &person(0).to_string());
        let again = [("jenis", "petikan"), ("ganti", "1"), ("pegawai", citra.as_str()), ("nama", "Hendra")];
        assert_eq!(issue(house, &desi, &at, &again).status, 303);
        let second = code(house, &id, "petikan", &citra);
        let state = |kode: &str| {
            house.hall.with(|conn| terbitan::baca(conn, kode)).expect("read").expect("there").keadaan
        };
        assert_eq!(state(&first), Keadaan::Diganti(second.clone()));
        assert_eq!((state(&second), state(&others)), (Keadaan::Berlaku, Keadaan::Berlaku));
        let page = house.get(&desi, &format!("{at}/sk"));
        assert!(page.has(&second) && !page.has(&first));
        let box_of_form = |tag: &str| tag.contains("name=\"ganti\"") && tag.contains("value=\"1\"");
        assert!(page.body.split('<').any(box_of_form), "the form sends what the handler reads");
    });
}

#[test]
fn whose_sk_was_annulled_gets_no_letter_any_more() {
    on_both("surat-batal", |house, _| {
        let (id, at) = putus(house);
        let desi = petugas(house);
        enact(house, &desi, &at);
        // Another SK of the same day says that Citra holds another post.
        let (ledger, _) = house.hall.with(|conn| store::people::ledger(conn, person(2))).expect("read");
        let held = [(Field::JabatanNama, Value::text("Camat")), (Field::PosId, Value::text("lain"))];
        let fact = Fact::new(Kind::Jabatan, Some(house.hall.today()), held);
        house
            .hall
            .record(Draft {
                instansi: OWNER.into(),
                actor: "rudi".into(),
                subject: Subject::Pegawai(person(2)),
                document: Document {
                    rank: Rank::Sk,
                    jenis: "SK".into(),
                    nomor: "820/7".into(),
                    tanggal: Some(house.hall.today()),
                    penandatangan: "Gubernur".into(),
                    berkas: None,
                    baris: None,
                    urut: 0,
                },
                acts: vec![(Act::Perubahan, fact)],
                alasan: String::new(),
                based_on: ledger.heads().len(),
            })
            .expect("recorded");
        let citra = person(2).to_string();
        let alone = issue(house, &desi, &at, &[("jenis", "petikan"), ("pegawai", &citra)]);
        assert!(alone.status == 422 && alone.has("PNP-82"));
        assert_eq!(issue(house, &desi, &at, &[("jenis", "petikan")]).status, 303);
        let about: Vec<String> = issued(house, &id).into_iter().map(|t| t.1).collect();
        assert_eq!(about, [person(0).to_string(), person(1).to_string()]);
        assert_eq!(issue(house, &desi, &at, &[("jenis", "keputusan")]).status, 303);
        let whole = house.post(&desi, &format!("{at}/surat/{}", code(house, &id, "keputusan", "")), &[]);
        assert!(whole.has("\"nama\":\"Citra\""), "the decision says what it decided");
    });
}

#[test]
fn minutes_say_what_the_meeting_had_and_keep_its_members() {
    on_both("surat-rapat", |house, _| {
        let (_, at) = putus(house);
        let desi = petugas(house);
        // The deviation was recorded after the meeting.
        let print = |jenis: &str| {
            let form = [FORM.as_slice(), &[("jenis", jenis)]].concat();
            house.post(&desi, &format!("{at}/sk/cetak"), &form)
        };
        let minutes = print("ba_rapat");
        assert!(minutes.has("\"nomor\":\"800/8\"") && minutes.has("\"tanggal\":\"2026-08-20\""));
        assert!(!minutes.has("pernah memimpin seksi itu"), "the meeting knew nothing of it");
        enact(house, &desi, &at);
        assert!(print("laporan").has("pernah memimpin seksi itu"));
        // Witnesses typed with the step are there when its minutes are printed.
        let bad = [("langkah", "lantik"), ("nomor", "BA/1"), ("tanggal", "02-09-2026"), ("saksi", "Ratih")];
        let page = step(house, &desi, &at, &bad);
        assert!(page.status == 422 && page.has("PNP-79") && page.has(">Ratih</textarea>"));
        let good = [bad[0], bad[1], bad[2], ("saksi", "Ratih; Kepala BKD\nSiti; Inspektur; Pembina; 1976")];
        assert_eq!(step(house, &desi, &at, &good).status, 303);
        assert!(house.get(&desi, &at).has("Hadir: Ratih (Kepala BKD), Siti (Inspektur)."));
        let page = house.get(&desi, &format!("{at}/sk"));
        assert!(page.has("Ratih; Kepala BKD\nSiti; Inspektur; Pembina; 1976</textarea>"));
    });
}

#[test]
fn the_letter_to_the_bkn_is_issued_as_it_was_asked_for() {
    on_both("surat-usul", |house, _| {
        let desi = petugas(house);
        let asked = |hasil: &str, nomor: &str| -> Isi {
            let surat: Surat = surat(nomor, day("2026-08-20"));
            Isi::Gerbang(Gerbang {
                gerbang: "pertek_bkn".into(),
                pos: String::new(),
                hasil: hasil.into(),
                surat,
            })
        };
        let round = |after: Vec<Isi>| {
            let mut steps = diputus(&house.hall);
            steps.truncate(3);
            steps.extend(after);
            rencana(&house.hall, steps)
        };
        let deviation = || {
            Isi::Menyimpang(Penyimpangan {
                pos: pos(2),
                pegawai: person(2).to_string(),
                biaya: "75".into(),
                alasan: "pernah memimpin seksi itu".into(),
                ..Penyimpangan::default()
            })
        };
        for (name, after, code) in [
            ("nothing was asked", vec![], "PNP-80"),
            ("answered only", vec![asked("disetujui", "B/1")], "PNP-80"),
            ("asked", vec![asked("dimintakan", "800/7"), asked("disetujui", "B/1")], ""),
            ("asked, then otherwise", vec![asked("dimintakan", "800/7"), deviation()], "PNP-81"),
            ("asked again", vec![deviation(), asked("dimintakan", "800/7")], ""),
        ] {
            let id = round(after);
            let at = format!("/penempatan/{id}");
            let page = issue(house, &desi, &at, &[("jenis", "usul_pertek"), ("kepada", "Kepala BKN")]);
            if code.is_empty() {
                assert_eq!(page.status, 303, "{name}");
                let kode = self::code(house, &id, "usul_pertek", "");
                let letter = house.post(&desi, &format!("{at}/surat/{kode}"), &[]);
                assert!(letter.has("\"nomor\":\"800/7\"") && letter.has("Kepala BKN"), "{name}");
                assert!(letter.has("3 Pegawai Negeri Sipil"), "{name}");
            } else {
                assert!(page.status == 422 && page.has(code), "{name}");
                assert!(issued(house, &id).is_empty(), "{name}");
            }
        }
    });
}

#[test]
fn a_pppk_is_called_so_in_every_letter_and_on_the_page() {
    on_both("surat-pppk", |house, _| {
        let desi = petugas(house);
        let (ledger, _) = house.hall.with(|conn| store::people::ledger(conn, person(2))).expect("read");
        let status = [(Field::StatusPegawai, Value::text("PPPK")), (Field::KedudukanId, Value::text("01"))];
        let golongan = [(Field::GolonganNama, Value::text("IX")), (Field::GolonganId, Value::text("59"))];
        let acts = [
            Fact::new(Kind::Status, Some(day("2020-02-01")), status),
            Fact::new(Kind::Golongan, Some(day("2020-02-01")), golongan),
        ];
        house
            .hall
            .record(Draft {
                instansi: OWNER.into(),
                actor: pelaku().akun,
                subject: Subject::Pegawai(person(2)),
                document: Document {
                    rank: Rank::Sk,
                    jenis: "SK".into(),
                    nomor: "1/PPPK".into(),
                    tanggal: Some(day("2020-02-01")),
                    penandatangan: String::new(),
                    berkas: None,
                    baris: None,
                    urut: 0,
                },
                acts: acts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
                alasan: String::new(),
                based_on: ledger.heads().len(),
            })
            .expect("recorded");
        let (_, at) = putus(house);
        let page = house.get(&desi, &format!("{at}/sk"));
        assert!(page.has("PPPK 19850101") && page.has("PNS 19850101"));
        let both = "Pegawai Negeri Sipil dan Pegawai Pemerintah dengan Perjanjian Kerja";
        assert!(page.has(&format!("Pengangkatan dan Pemindahan {both} dalam Jabatan")));
        enact(house, &desi, &at);
        let print = |jenis: &str| {
            let form = [FORM.as_slice(), &[("jenis", jenis)]].concat();
            house.post(&desi, &format!("{at}/sk/cetak"), &form)
        };
        for jenis in ["keputusan", "petikan", "ba_rapat", "usul_pertek", "ba_pelantikan", "spmt"] {
            let letter = print(jenis);
            assert_eq!(letter.status, 200, "{jenis}");
            let said = letter.body.matches("\"status\":\"pppk\"").count();
            assert_eq!(said, 1, "{jenis}: Citra alone");
            assert_eq!(letter.body.matches("\"status\":\"pns\"").count(), 2, "{jenis}");
        }
        let counted = "2 Pegawai Negeri Sipil dan 1 Pegawai Pemerintah dengan Perjanjian Kerja";
        assert!(print("usul_pertek").has(counted) && print("laporan").has(counted));
        assert!(print("ba_rapat").has(&format!("Tim Penilai Kinerja {both}")));
    });
}
