//! Who is present: by the officer with and without a network, by the code, by the link of a party.

use super::persiapan::{di_simpul, diundang, kalimat, kirim, sesudah};
use axum::body::Body;
use axum::http::{Request, header};
use host::testing::{Browser, House, Page};

/// A presence as the script of the officer's page sends it.
fn antre(house: &House, who: &Browser, at: &str, kunci: &str, nama: &str) -> Page {
    let mut form = vec![("csrf", who.csrf.as_str()), ("kunci", kunci), ("nama", nama)];
    form.extend([("instansi", "Dinas X"), ("cara", "luring"), ("jam", "1000")]);
    let body: Vec<String> = form.iter().map(|p| format!("{}={}", p.0, web::url::encode(p.1))).collect();
    let request = Request::post(format!("{at}/presensi"))
        .header(header::COOKIE, &who.cookie)
        .header("x-potongan", "presensi")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    house.ask(request.body(Body::from(body.join("&"))).expect("request"))
}

#[test]
fn what_waited_for_a_network_is_recorded_once() {
    di_simpul("rakor-luring", |house, o| {
        let at = diundang(house, o);
        assert!(house.get(&o.notulis, &format!("{at}/presensi")).has("data-presensi="));
        let keys: Vec<String> = (0..5).map(|n| format!("{n:032x}")).collect();
        for round in 0..3 {
            for (n, kunci) in keys.iter().enumerate() {
                let page = antre(house, &o.notulis, &at, kunci, &format!("Orang {n}"));
                assert_eq!((page.status, page.body), (200, format!("tercatat {kunci}")), "{round}");
            }
        }
        let list = house.get(&o.notulis, &format!("{at}/hadir"));
        assert!(
            list.has("5 orang hadir")
                && list.has("jam perangkat meragukan")
                && !list.has("Tercatat dua kali")
        );
        let refused = antre(house, &o.notulis, &at, &keys[0], "");
        assert!(refused.status == 422 && refused.body == "Isi nama yang hadir.", "{}", refused.body);
        // A token of another session is refused, and nothing is said to be recorded.
        let old = Browser { csrf: o.a.csrf.clone(), ..o.notulis.clone() };
        let forged = antre(house, &old, &at, &"f".repeat(32), "Tidak");
        assert!(forged.status == 403 && !forged.body.starts_with("tercatat"));
        let out = antre(house, &Browser::default(), &at, &"f".repeat(32), "Tidak");
        assert_eq!(out.status, 401);
        assert_eq!(antre(house, &o.a, &at, &"f".repeat(32), "Tidak").status, 422, "of a party");
    });
}

#[test]
fn the_list_counts_everybody_once() {
    di_simpul("rakor-hadir", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/hadir");
        let page = house.get(&o.petugas, &to);
        let pihak = page
            .body
            .split_once("<option value=\"")
            .map(|p| p.1.split('"').next().unwrap_or(""))
            .expect("a party");
        let form = [("pihak", pihak), ("nama", "Ratna Wulandari"), ("nip", "19900101 201503 1 001")];
        assert!(kirim(house, &o.petugas, &to, &form).ends_with("tercatat"));
        assert!(
            kirim(house, &o.petugas, &to, &[("pihak", pihak), ("nama", "ratna  WULANDARI")])
                .ends_with("ganda")
        );
        let list = house.get(&o.petugas, &to);
        assert!(
            list.has("1 orang hadir") && list.has("Tercatat dua kali") && list.has("19900101 201503 1 001")
        );
        let other = house.get(&o.a, &to);
        assert!(
            other.has("Ratna Wulandari") && !other.has("201503") && !other.has("Tercatat dua kali"),
            "no NIP for parties"
        );
        for (nama, nip, sentence) in [
            ("", "", "Isi nama yang hadir."),
            ("Budi", "1234", "NIP terdiri dari 18 angka. Anda mengisi 4."),
            ("Budi\u{202e}", "", "tanpa karakter yang tidak terlihat"),
        ] {
            let page = house.post(
                &o.petugas,
                &to,
                &[("pihak", pihak), ("nama", nama), ("nip", nip), ("jabatan", "Analis")],
            );
            assert!(
                page.status == 422 && page.has(sentence) && page.has("value=\"Analis\""),
                "{nama} {nip}: {}",
                kalimat(&page)
            );
        }
        let stranger = house.post(&o.petugas, &to, &[("pihak", "bukan.0"), ("nama", "Budi")]);
        assert!(stranger.status == 422 && stranger.has("tidak ada dalam daftar undangan"));
        kirim(house, &o.petugas, &to, &[("instansi", "=cmd|x"), ("nama", "Sari")]);
        let csv = house.get(&o.petugas, &format!("{to}/csv"));
        assert!(csv.has(",'=cmd|x,") && csv.has(",'199001012015031001,"), "{}", csv.body);
        let id = sesudah(&list, "name=\"hadir\" value=\"").to_owned();
        kirim(
            house,
            &o.petugas,
            &format!("{to}/coret"),
            &[("hadir", &id), ("alasan", "Salah orang, yang hadir adiknya")],
        );
        let list = house.get(&o.petugas, &to);
        assert!(list.has("1 orang hadir") && list.has("Dicoret"));
        assert_eq!(house.post(&o.a, &to, &[("nama", "Budi"), ("instansi", "X")]).status, 422);
    });
}

#[test]
fn a_code_opens_the_door_to_whoever_stands_before_it() {
    di_simpul("rakor-kode", |house, o| {
        let at = diundang(house, o);
        let id = at.trim_start_matches("/rakor/").to_owned();
        let screen = house.get(&o.notulis, &format!("{at}/kode"));
        assert!(
            screen.status == 200
                && screen.has("<svg")
                && screen.has("http-equiv=\"refresh\"")
                && !screen.has("<?xml")
        );
        let code: String = screen
            .body
            .split_once("class=\"kode\">")
            .and_then(|p| p.1.split('<').next())
            .expect("a code")
            .split(' ')
            .collect();
        let nobody = Browser::default();
        let door = format!("/hadir/{id}/{code}");
        let form = house.get(&nobody, &door);
        assert!(
            form.status == 200 && form.has("Rakor triwulan III") && form.has("name=\"tiket\""),
            "{}",
            kalimat(&form)
        );
        let chosen = |page: &Page, who: &str| page.has(&format!("selected>{who}"));
        assert!(chosen(&form, "Tamu atau pihak lain"), "nobody known");
        assert!(chosen(&house.get(&o.b, &door), "Instansi B (Kepala BKPSDM)"), "the own party");
        assert!(chosen(&house.get(&o.petugas, &format!("{at}/presensi")), "Tamu atau pihak lain"));
        let fields = [("nama", "Sari Maharani"), ("instansi", "Dinas X"), ("jabatan", "Analis")];
        let done = house.post(&nobody, &door, &fields);
        assert!(done.status == 200 && done.has("Kehadiran tercatat"), "{}", kalimat(&done));
        assert!(house.post(&nobody, &door, &fields).has("dihitung satu kali"));
        let missing = house.post(&nobody, &door, &[("nama", "")]);
        assert!(missing.status == 422 && missing.has("Isi nama yang hadir."));
        let signed_in = house.post(&o.c, &door, &[("nama", "Citra"), ("instansi", "C")]);
        assert_eq!(signed_in.status, 200, "with the token of the session");
        for wrong in ["00000000", "p-salah", "%00", &"z".repeat(2_000)] {
            let page = house.get(&nobody, &format!("/hadir/{id}/{wrong}"));
            assert!(
                page.status == 404 && page.has("Pindai ulang kode") && !page.has("Rakor triwulan"),
                "{wrong:.20}"
            );
        }
        for rakor in ["x", "00000000-0000-7000-8000-000000000000"] {
            assert_eq!(house.get(&nobody, &format!("/hadir/{rakor}/{code}")).status, 404);
        }
        let page = house.get(&o.petugas, &format!("{at}/persiapan"));
        let link =
            page.body.split_once("/hadir/").and_then(|p| p.1.split('<').next()).expect("a link").to_owned();
        let own = house.get(&nobody, &format!("/hadir/{link}"));
        assert!(own.status == 200 && own.has("Kepala BKPSDM"), "{}", kalimat(&own));
        assert!(
            house.post(&nobody, &format!("/hadir/{link}"), &[("nama", "Kepala A")]).has("Kehadiran tercatat")
        );
        let list = house.get(&o.petugas, &format!("{at}/hadir"));
        assert!(list.has("3 orang hadir") && list.has("Tautan ·") && list.has("Kode QR ·"));
        kirim(house, &o.petugas, &format!("{at}/batal"), &[("alasan", "Digabung dengan rakor berikutnya")]);
        let late = house.post(&nobody, &door, &fields);
        assert!(late.status == 422 && late.has("dibatalkan"), "{}", kalimat(&late));
    });
}

#[test]
fn the_door_is_shut_until_the_day() {
    di_simpul("rakor-belum", |house, o| {
        let at = diundang(house, o);
        let today = house.hall.today();
        let page = house.get(&o.petugas, &format!("{at}/persiapan"));
        let link =
            page.body.split_once("/hadir/").and_then(|p| p.1.split('<').next()).expect("a link").to_owned();
        let tomorrow = today.add_days(1).dmy();
        kirim(house, &o.petugas, &format!("{at}/pokok"), &[("judul", "Rakor"), ("tanggal", &tomorrow)]);
        let shut = house.get(&Browser::default(), &format!("/hadir/{link}"));
        assert!(shut.status == 422 && shut.has("Presensi belum dibuka"), "{}", kalimat(&shut));
        let screen = house.get(&o.petugas, &format!("{at}/kode"));
        assert!(
            screen.status == 200 && screen.has("Presensi dibuka pada hari rakor."),
            "{}",
            kalimat(&screen)
        );
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        let other_day = house.get(&Browser::default(), &format!("/hadir/{link}"));
        assert!(
            other_day.status == 422 && other_day.has("hanya berlaku pada hari rakor"),
            "{}",
            kalimat(&other_day)
        );
    });
}

#[test]
fn whoever_guesses_codes_waits_and_nobody_else() {
    di_simpul("rakor-tebak", |house, o| {
        let at = diundang(house, o);
        let id = at.trim_start_matches("/rakor/").to_owned();
        let guess = |from: &str, n: u32| {
            let mut request =
                Request::get(format!("/hadir/{id}/{n:08}")).body(Body::empty()).expect("request");
            request.extensions_mut().insert(host::serve::Peer(from.parse().expect("address")));
            house.ask(request)
        };
        assert_eq!(guess("192.0.2.7", 0).status, 404);
        let answers: Vec<u16> = (1..302).map(|n| guess("192.0.2.7", n).status).collect();
        assert_eq!(answers.last(), Some(&429));
        assert_ne!(guess("192.0.2.7", 1).retry_after, "");
        assert_eq!(guess("192.0.2.8", 1).status, 404, "another address");
    });
}

#[test]
fn people_are_told_apart_by_nip_and_a_struck_one_stands_in_nobodys_way() {
    use crate::isi::{Hadir, Isi};
    use crate::rule::{Kejadian, lipat};
    use kernel::Stamp;
    // kunci · nama · NIP · dicoret sesudahnya (nomor urut) → dihitung sesudah semua baris
    type Baris = (&'static str, &'static str, &'static str, Option<usize>);
    let cases: &[(&str, &[Baris], usize)] = &[
        (
            "dua NIP, satu nama",
            &[("k1", "Muhammad Yusuf", "1", None), ("k2", "Muhammad Yusuf", "2", None)],
            2,
        ),
        ("satu NIP, dua ejaan", &[("k1", "M. Yusuf", "1", None), ("k2", "Muhammad Yusuf", "1", None)], 1),
        (
            "NIP menyusul",
            &[("k1", "Budi", "", None), ("k2", "budi", "7", None), ("k3", "Budi Santoso", "7", None)],
            1,
        ),
        ("dicoret lalu dicatat lagi", &[("k1", "Budi", "", Some(1)), ("k2", "Budi", "", None)], 1),
        ("formulir yang sama, orang lain", &[("k1", "Ani", "", None), ("k1", "Budi", "", None)], 2),
        ("kiriman yang sama", &[("k1", "Ani", "", None), ("k1", "ANI", "", None)], 1),
    ];
    for (what, rows, counted) in cases {
        let say = |n: usize, isi: Isi| Kejadian {
            id: format!("e{n}"),
            isi: Some(isi),
            instansi: "P".into(),
            akun: "desi".into(),
            oleh: "Desi".into(),
            pada: Stamp(n as i64),
        };
        let mut events = vec![say(0, Isi::Dibuat(crate::isi::Pokok::default()))];
        for (n, (kunci, nama, nip, struck)) in rows.iter().enumerate() {
            let isi = Hadir {
                kunci: (*kunci).into(),
                nama: (*nama).into(),
                nip: (*nip).into(),
                ..Hadir::default()
            };
            events.push(say(n + 1, Isi::Hadir(isi)));
            if let Some(n) = struck {
                let coret = Isi::HadirDicoret { hadir: format!("e{n}"), alasan: "Salah orang".into() };
                events.push(say(events.len() + 10, coret));
            }
        }
        let rakor = lipat("r", &events).expect("a rakor");
        assert_eq!(rakor.peserta().count(), *counted, "{what}");
    }
}
