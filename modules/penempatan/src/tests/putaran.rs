//! A locked and worked-out round from outside: who reads what at which stage, why somebody is where, and choices of
//! the PPK with their cost.

use super::halaman::nilai;
use super::kecil::{self, OWNER, on_both, person, pos, surat};
use crate::berkas;
use crate::isi::{Bobot, Gerbang, Isi, Kriteria, PosRencana, Surat};
use crate::rule::Beku;
use crate::rule::beku::{KriteriaBeku, Pasangan, Pengecualian};
use crate::rule::hitung::hitung;
use host::Role;
use host::testing::{Browser, House};

const NAMES: [&str; 4] = ["Ani", "Budi", "Citra", "Dedi"];

/// Seat, person, points: Ani is best for Bidang Satu, Budi for Bidang Dua, Citra a little ahead of Dedi for Seksi Tiga.
const POINTS: [(u32, u32, u8); 8] =
    [(0, 0, 85), (0, 2, 60), (1, 0, 70), (1, 1, 80), (1, 3, 40), (2, 1, 60), (2, 2, 75), (2, 3, 71)];

pub fn beku(tiga_nama: bool) -> Beku {
    let mut all = kecil::beku().0;
    let pair = |(kursi, calon, n): (u32, u32, u8)| Pasangan {
        kursi,
        calon,
        nilai: vec![n],
        skor: i32::from(n) * 100,
    };
    all.pasangan = POINTS.into_iter().map(pair).collect();
    all.kriteria = vec![KriteriaBeku { kunci: "kinerja".into(), bobot: 100 }];
    all.kelompok = vec!["Administrator dan pengawas".into()];
    all.tiga_nama = tiga_nama;
    all.duk = true;
    all.dokumen = vec!["SKP 2025".into()];
    all.rujukan = vec![0; all.calon.len()];
    all.dikecualikan = vec![Pengecualian {
        pegawai: person(3),
        kelompok: 0,
        norma: "jabatan.administrator".into(),
        syarat: "pendidikan".into(),
        bunyi: "pendidikan paling rendah S-1, Pasal 54 PP 11/2017".into(),
    }];
    all
}

/// How far a round is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sampai {
    Rancangan,
    Diumumkan,
    Dikunci,
    Dihitung,
    Ditetapkan,
    Dilantik,
}

pub fn langkah(house: &House, sampai: Sampai, tiga_nama: bool) -> Vec<Isi> {
    let beku = beku(tiga_nama);
    let hasil = hitung(&beku).expect("a plan");
    let masukan = berkas::simpan(&house.hall, &beku).expect("kept");
    let sidik = berkas::simpan(&house.hall, &hasil).expect("kept");
    let letter = |nomor: &str| -> Surat { surat(nomor, house.hall.today()) };
    let posts = (0..3).map(|n| PosRencana { pos: pos(n), tempat: 1, ..PosRencana::default() }).collect();
    let weights = vec![Bobot { kriteria: "kinerja".into(), bobot: 100 }];
    let steps = [
        (Sampai::Rancangan, Isi::Pos { pos: posts }),
        (Sampai::Rancangan, Isi::Kriteria(Kriteria { bobot: weights, duk: true })),
        (Sampai::Diumumkan, Isi::Diumumkan(letter("800/10"))),
        (Sampai::Dikunci, Isi::Dikunci { sidik: masukan.clone(), paket: "p".into() }),
        (Sampai::Dihitung, Isi::Dihitung { sidik, masukan, nilai: hasil.nilai.to_string() }),
        (Sampai::Ditetapkan, Isi::Rapat(letter("800/11"))),
        (Sampai::Ditetapkan, Isi::Diputus(letter("800/12"))),
        (Sampai::Ditetapkan, Isi::Ditetapkan(letter("800/13"))),
        (Sampai::Dilantik, Isi::Pelantikan(letter("800/14"))),
    ];
    steps.into_iter().filter(|s| s.0 <= sampai).map(|s| s.1).collect()
}

/// A round taken so far; its address.
pub fn putaran(house: &House, sampai: Sampai) -> String {
    let steps = langkah(house, sampai, false);
    format!("/penempatan/{}", kecil::rencana(&house.hall, steps))
}

pub fn orang(house: &House, nama: &str, role: Role, n: usize) -> Browser {
    house.browser(nama, role, OWNER, "", Some(person(n)))
}

#[test]
fn who_reads_what_at_which_stage() {
    on_both("penempatan-akses", |house, _| {
        let who = [
            ("petugas", house.browser("desi", Role::PetugasMutasi, OWNER, "", None)),
            ("pimpinan", house.browser("pim", Role::Pimpinan, OWNER, "", None)),
            ("auditor", house.browser("aud", Role::Auditor, OWNER, "", None)),
            ("pegawai", orang(house, "citra", Role::Pegawai, 2)),
            ("petugas yang ikut", orang(house, "ani", Role::Petugas, 0)),
            ("kabupaten", house.browser("kab", Role::Petugas, "B2", "", None)),
        ];
        // halaman · tahap · petugas, pimpinan, auditor, pegawai, petugas yang ikut, kabupaten
        for (page, stage, statuses) in [
            ("", Sampai::Rancangan, [200, 200, 200, 403, 200, 404]),
            ("/pos", Sampai::Rancangan, [200, 200, 200, 403, 200, 404]),
            ("/syarat", Sampai::Diumumkan, [200, 200, 422, 403, 422, 404]),
            ("/syarat", Sampai::Dikunci, [200, 200, 200, 403, 422, 404]),
            ("/hasil", Sampai::Diumumkan, [422, 422, 422, 403, 422, 404]),
            ("/kursi/0", Sampai::Diumumkan, [422, 422, 422, 403, 422, 404]),
            ("/hasil", Sampai::Dihitung, [200, 200, 200, 403, 422, 404]),
            ("/kursi/0", Sampai::Dihitung, [200, 200, 200, 403, 422, 404]),
            ("/orang/ORANG", Sampai::Dihitung, [200, 200, 200, 403, 422, 404]),
            ("/menyimpang", Sampai::Dihitung, [200, 200, 200, 403, 422, 404]),
            ("/hasil", Sampai::Dilantik, [200, 200, 200, 403, 422, 404]),
        ] {
            let at = putaran(house, stage);
            let page = page.replace("ORANG", &person(1).to_string());
            for ((name, browser), status) in who.iter().zip(statuses) {
                let got = house.get(browser, &format!("{at}{page}")).status;
                assert_eq!(got, status, "{name} {page} {stage:?}");
            }
        }
        // Whoever may not open a page is not sent there.
        let at = putaran(house, Sampai::Diumumkan);
        for ((name, browser), sent) in who.iter().zip([true, true, false]) {
            for page in ["", "/kunci"] {
                let link = format!("{at}/syarat\"");
                assert_eq!(house.get(browser, &format!("{at}{page}")).has(&link), sent, "{name} {page}");
            }
        }
        let choose =
            [("kursi", "0"), ("calon", &*person(2).to_string()), ("alasan", "lebih mengenal bidang ini")];
        let at = putaran(house, Sampai::Dihitung);
        for (name, browser, status) in [
            ("petugas mutasi", &who[0].1, 403),
            ("auditor", &who[2].1, 403),
            ("pegawai", &who[3].1, 403),
            ("petugas yang ikut", &who[4].1, 422),
        ] {
            assert_eq!(house.post(browser, &format!("{at}/menyimpang"), &choose).status, status, "{name}");
        }
    });
}

#[test]
fn a_participant_never_sees_anothers_data() {
    on_both("penempatan-saya", |house, _| {
        let citra = orang(house, "citra", Role::Pegawai, 2);
        let luar = house.browser("luar", Role::Pegawai, "B2", "", None);
        assert!(house.get(&luar, "/penempatan/saya").has("tidak terhubung dengan data pegawai"));
        // tahap · terdaftar · nilai sendiri · nama orang lain
        for (stage, listed, own, names) in [
            (Sampai::Rancangan, false, false, false),
            (Sampai::Diumumkan, true, false, false),
            (Sampai::Dikunci, true, true, false),
            (Sampai::Dihitung, true, true, false),
            (Sampai::Ditetapkan, true, true, false),
            (Sampai::Dilantik, true, true, true),
        ] {
            let at = putaran(house, stage);
            let own_page = at.replace("/penempatan/", "/penempatan/saya/");
            let page = house.get(&citra, &own_page);
            assert_eq!(page.status, if listed { 200 } else { 404 }, "{stage:?}");
            assert_eq!(page.has("75,00"), own, "{stage:?}: the own points");
            for other in ["Ani", "Budi", "Dedi"] {
                // Dedi is appointed to nothing.
                let may = names && other == "Ani";
                assert_eq!(page.has(&format!(">{other}<")), may, "{stage:?}: {other}");
                assert!(may || !page.has(other), "{stage:?}: {other} anywhere");
            }
            for points in ["85,00", "71,00", "80,00", ">85<", ">71<"] {
                assert!(!page.has(points), "{stage:?}: points of others {points}");
            }
            // Asking does not tell more.
            let asked = house.get(&citra, &format!("{own_page}?kursi=0"));
            assert!(names || !(asked.has("Ani") || asked.has("Budi")), "{stage:?}: asked");
            let told = stage >= Sampai::Ditetapkan;
            assert_eq!(asked.has("Nilai Anda di pos ini 60,00, urutan 2 dari 2."), told, "{stage:?}");
        }
        let at = putaran(house, Sampai::Dilantik).replace("/penempatan/", "/penempatan/saya/");
        assert!(house.get(&citra, &at).has("25,00 poin di atas Anda"), "the margin, and no more");
        let dedi = orang(house, "dedi", Role::Pegawai, 3);
        assert!(house.get(&dedi, &at).has("Pasal 54 PP 11/2017"), "the own exclusion with its article");
        assert!(!house.get(&citra, &at).has("Pasal 54"), "not that of another");
    });
}

#[test]
fn posts_are_asked_for_while_announced() {
    on_both("penempatan-minat", |house, _| {
        let citra = orang(house, "citra", Role::Pegawai, 2);
        let at = putaran(house, Sampai::Diumumkan).replace("/penempatan/", "/penempatan/saya/");
        let wish = format!("{at}/minat");
        assert_eq!(
            house
                .post(&citra, &wish, &[("pos", &pos(2)), ("pos", &pos(0)), ("pos", &pos(2)), ("pos", "")])
                .status,
            303
        );
        assert!(house.get(&citra, "/penempatan/saya").has("2 pos"), "the same post twice is one wish");
        let wrong = house.post(&citra, &wish, &[("pos", "entah")]);
        assert!(wrong.status == 422 && wrong.has("PNP-23"));
        assert_eq!(house.post(&citra, &wish, &[("pos", "")]).status, 303, "none withdraws");
        assert!(house.get(&citra, "/penempatan/saya").has("dapat dinyatakan sekarang"));
        let locked = putaran(house, Sampai::Dikunci).replace("/penempatan/", "/penempatan/saya/");
        let late = house.post(&citra, &format!("{locked}/minat"), &[("pos", &pos(0))]);
        assert!(late.status == 422 && late.has("PNP-01"));
        for path in ["/penempatan/saya", &at] {
            let before = house.queries();
            house.get(&citra, path);
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}

#[test]
fn the_plan_its_chain_and_why_not_me() {
    on_both("penempatan-hasil", |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let at = putaran(house, Sampai::Dikunci);
        assert_eq!(house.get(&petugas, &format!("{at}/hasil")).status, 422, "nothing is worked out yet");
        assert_eq!(house.post(&petugas, &format!("{at}/hitung"), &[]).status, 303);
        let page = house.get(&petugas, &format!("{at}/hasil"));
        assert!(
            page.has("Rantai 1: 3 perpindahan") && page.has("dari luar rencana ini"),
            "one chain of three"
        );
        assert!(NAMES[..3].iter().all(|n| page.has(n)));
        assert!(page.has("Hitung kepekaan"));
        assert_eq!(house.get(&petugas, &format!("{at}/hasil?peka=1")).status, 200);
        let seat = house.get(&petugas, &format!("{at}/kursi/2"));
        assert!(seat.has("75,00") && seat.has("Dedi") && seat.has("4,00 poin hilang"), "order and margin");
        let why = house.get(&petugas, &format!("{at}/orang/{}?kursi=2", person(3)));
        assert!(why.has("Nilai Dedi di pos ini 71,00, urutan 2 dari 3."));
        assert!(why.has("tambahan paling sedikit 4,00 poin"));
        let out = house.get(&petugas, &format!("{at}/orang/{}?kursi=0", person(3)));
        assert!(out.has("pendidikan paling rendah S-1"));
        assert_eq!(house.get(&petugas, &format!("{at}/kursi/9")).status, 404);
        let other = putaran(house, Sampai::Dihitung).trim_start_matches("/penempatan/").to_owned();
        let beside = house.get(&petugas, &format!("{at}/hasil?dengan={other}"));
        assert!(beside.has("0 dari 3 pos bersama"), "two plans side by side");
        for path in ["/hasil", "/kursi/2", &format!("/orang/{}", person(3)), "/menyimpang"] {
            let before = house.queries();
            assert_eq!(house.get(&petugas, &format!("{at}{path}")).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}

#[test]
fn the_ppk_chooses_otherwise_with_cost_and_reason_and_nobody_ineligible() {
    on_both("penempatan-simpang", |house, _| {
        let ppk = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let at = format!("{}/menyimpang", putaran(house, Sampai::Dihitung));
        let (dedi, ani) = (person(3).to_string(), person(0).to_string());
        let seen = house.get(&ppk, &format!("{at}?kursi=2&calon={dedi}"));
        assert!(
            seen.has("Memilih Dedi") && seen.has("4,00 poin hilang"),
            "the cost before anything is recorded"
        );
        let versi = nilai(&seen, "versi");
        let send = |calon: &str, alasan: &str, versi: &str| {
            let form = [("kursi", "2"), ("calon", calon), ("alasan", alasan), ("versi", versi)];
            house.post(&ppk, &at, &form)
        };
        let why = "berpengalaman tiga tahun di seksi ini";
        for (calon, alasan, version, code) in [
            (dedi.as_str(), "", versi.as_str(), "PNP-11"),
            (&ani, why, &versi, "PNP-51"),
            ("entah", why, &versi, "PNP-51"),
            (&dedi, why, "lama", "PNP-03"),
            (&person(2).to_string(), why, &versi, "PNP-53"),
        ] {
            let page = send(calon, alasan, version);
            assert!(page.status == 422 && page.has(code), "{calon} {alasan}: {} {code}", page.status);
            assert!(alasan.is_empty() || page.has(why), "{code}: the reason typed is kept");
        }
        assert_eq!(send(&dedi, why, &versi).status, 303);
        let list = house.get(&ppk, &at);
        assert!(list.has(why) && list.has("4,00 poin hilang") && list.has("Citra"), "who it was by the plan");
        assert!(house.get(&ppk, &at.replace("/menyimpang", "/hasil")).has("Menyimpang"));
        let revoke = format!("{at}/cabut");
        assert_eq!(house.post(&ppk, &revoke, &[("pos", &pos(2)), ("alasan", "x")]).status, 422);
        assert_eq!(
            house.post(&ppk, &revoke, &[("pos", &pos(2)), ("alasan", "kembali ke hasil")]).status,
            303
        );
        assert!(house.get(&ppk, &at).has("Tidak ada penyimpangan"));
    });
}

#[test]
fn a_choice_after_a_letter_opens_its_gate_again() {
    on_both("penempatan-gerbang-lagi", |house, _| {
        let mut steps = langkah(house, Sampai::Dihitung, false);
        let gate = |nomor: &str, hasil: &str| {
            let surat = surat(nomor, house.hall.today());
            Isi::Gerbang(Gerbang {
                gerbang: "pertek_bkn".into(),
                pos: String::new(),
                hasil: hasil.into(),
                surat,
            })
        };
        steps.push(Isi::Rapat(surat("800/11", house.hall.today())));
        steps.extend([gate("900/1", "dimintakan"), gate("900/2", "disetujui")]);
        let at = format!("/penempatan/{}", kecil::rencana(&house.hall, steps));
        let desi = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let ppk = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let pertek = "Pertimbangan teknis BKN (I-Mut): surat nomor 900/2";
        let page = house.get(&desi, &format!("{at}/gerbang"));
        assert!(!page.has(pertek) && page.has("900/1"), "passed, and the letter before it stays listed");
        let dedi = person(3).to_string();
        let seen = house.get(&ppk, &format!("{at}/menyimpang?kursi=2&calon={dedi}"));
        let versi = nilai(&seen, "versi");
        let form = [
            ("versi", versi.as_str()),
            ("kursi", "2"),
            ("calon", &dedi),
            ("alasan", "lebih mengenal seksi ini"),
        ];
        assert_eq!(house.post(&ppk, &format!("{at}/menyimpang"), &form).status, 303);
        let page = house.get(&desi, &format!("{at}/gerbang"));
        assert!(page.has(pertek) && page.has("Terbuka lagi"));
        assert!(page.has("mencakup Citra pada Kepala Seksi Tiga, sekarang Dedi. Mintakan surat baru."));
        let ani = orang(house, "ani", Role::Petugas, 0);
        let page = house.get(&ani, &format!("{at}/gerbang"));
        assert!(page.has("susunan berubah sesudah surat nomor 900/2") && !page.has("Dedi"));
        let decide = || {
            let form = [("langkah", "putus"), ("nomor", "800/12"), ("tanggal", "22-11-2026")];
            house.upload(&ppk, &format!("{at}/langkah"), &form, "", b"")
        };
        assert!(decide().has("PNP-60"));
        let form = [
            ("gerbang", "pertek_bkn|"),
            ("hasil", "disetujui"),
            ("nomor", "900/3"),
            ("tanggal", "22-11-2026"),
        ];
        assert_eq!(house.upload(&desi, &format!("{at}/gerbang"), &form, "", b"").status, 303);
        let page = house.get(&desi, &format!("{at}/gerbang"));
        assert!(!page.has("Mintakan surat baru") && page.has("900/3") && page.has("900/2"));
    });
}

#[test]
fn three_names_are_presented_and_one_is_chosen() {
    on_both("penempatan-tiga", |house, _| {
        let ppk = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let id = kecil::rencana(&house.hall, langkah(house, Sampai::Dihitung, true));
        let at = format!("/penempatan/{id}/menyimpang");
        let page = house.get(&ppk, &at);
        assert!(page.has("Tiga nama per pos") && page.has("1. Citra") && page.has("2. Dedi"));
        let send = |n: usize, who: usize, why: &str| {
            let (pos, who) = (pos(n), person(who).to_string());
            house.post(&ppk, &format!("{at}/pilih"), &[("pos", &pos), ("pegawai", &who), ("alasan", why)])
        };
        let why = "wawancara paling meyakinkan";
        for (seat, who, reason, code) in [(0, 3, why, "PNP-51"), (2, 3, "", "PNP-11")] {
            let refused = send(seat, who, reason);
            assert!(refused.status == 422 && refused.has(code), "{seat} {who}");
        }
        assert_eq!(send(2, 3, why).status, 303);
        assert!(send(1, 3, why).has("PNP-55"), "nobody is chosen twice");
        assert!(house.get(&ppk, &at).has("Dipilih: <b>Dedi</b>"));
    });
}

#[test]
fn the_bundle_goes_to_whom_it_may_and_anybody_checks_it() {
    on_both("penempatan-bundel", |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let auditor = house.browser("aud", Role::Auditor, OWNER, "", None);
        let citra = orang(house, "citra", Role::Pegawai, 2);
        let publik = Browser::default();
        // tahap · petugas, auditor, pegawai, publik
        for (stage, statuses) in [
            (Sampai::Dikunci, [404, 404, 404, 404]),
            (Sampai::Dihitung, [200, 200, 404, 404]),
            (Sampai::Ditetapkan, [200, 200, 200, 200]),
        ] {
            let at = format!("{}/bundel.zip", putaran(house, stage));
            for (who, status) in [&petugas, &auditor, &citra, &publik].into_iter().zip(statuses) {
                assert_eq!(house.get(who, &at).status, status, "{stage:?}");
            }
        }
        let at = format!("{}/bundel.zip", putaran(house, Sampai::Dihitung));
        let mut bytes = house.get(&petugas, &at).bytes;
        let door = "/penempatan/periksa";
        let check = |file: &[u8]| house.upload(&publik, door, &[], "bundel.zip", file);
        assert!(house.get(&publik, door).has("Periksa sendiri"));
        let whole = check(&bytes);
        assert!(whole.has("Bundel lulus semua pemeriksaan."), "{}", whole.status);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert!(check(&bytes).has("Bundel tidak lulus."), "one byte changed");
        assert!(check(b"bukan zip").has("Bundel tidak lulus."));
        let none = check(b"");
        assert!(none.status == 422 && none.has("PNP-70"));
    });
}
