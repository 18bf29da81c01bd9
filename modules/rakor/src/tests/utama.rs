//! Planning a rakor and finding it again, from outside.

use super::modules;
use host::Role;
use host::testing::{Page, on_both};

/// Who may be convened with: the province and two regions.
const P: &str = "P";
const A: &str = "A";
const B: &str = "B";

fn location(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.body.chars().take(300).collect::<String>());
    page.location.clone()
}

#[test]
fn a_rakor_is_planned_and_stays_with_its_convener_until_invitations_go_out() {
    on_both("rakor", modules(), &[(P, Vec::new()), (A, Vec::new()), (B, Vec::new())], |house, _| {
        let petugas = house.browser("desi", Role::Petugas, P, "", None);
        let notulis = house.browser("nina", Role::Notulis, P, "", None);
        let kab = house.browser("kabul", Role::Petugas, A, "", None);
        let operator = house.browser("opi", Role::Operator, P, "u", None);
        assert!(house.get(&petugas, "/rakor").has("Belum ada rakor"));
        let form = [
            ("templat", "kepegawaian"),
            ("judul", "Rakor kepegawaian triwulan III 2026"),
            ("tanggal", "19-08-2026"),
        ];
        let at = location(&house.post(&petugas, "/rakor/baru", &form));
        let page = house.get(&petugas, &at);
        assert_eq!(page.status, 200);
        assert!(page.has("Rakor kepegawaian triwulan III 2026") && page.has("19 Agustus 2026"));
        assert!(page.has("Paparan masalah kabupaten/kota"), "the agenda comes from the template");
        assert!(house.get(&petugas, "/rakor?tahun=2026").has("triwulan III"));
        assert!(!house.get(&petugas, "/rakor?tahun=2025").has("triwulan III"));
        assert_eq!(house.get(&notulis, &at).status, 200);
        assert_eq!(house.get(&kab, &at).status, 404, "a draft of the province");
        assert_eq!(house.get(&kab, "/rakor/00000000-0000-7000-8000-000000000000").status, 404);
        assert!(!house.get(&kab, "/rakor").has("triwulan III"));
        assert_eq!(house.get(&operator, "/rakor").status, 403);
        assert_eq!(
            house.post(&notulis, "/rakor/baru", &form).status,
            403,
            "who takes minutes convenes nothing"
        );
        let before = house.queries();
        house.get(&petugas, "/rakor");
        assert!(house.queries() - before <= 6);
        let before = house.queries();
        house.get(&petugas, &at);
        assert!(house.queries() - before <= 6);
    });
}

#[test]
fn what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost() {
    on_both("rakor", modules(), &[(P, Vec::new())], |house, _| {
        let petugas = house.browser("desi", Role::Petugas, P, "", None);
        let long = "x".repeat(201);
        for (field, value, sentence) in [
            ("judul", "", "Isi judul rakor."),
            ("judul", long.as_str(), "Judul: paling panjang 200 huruf"),
            ("templat", "arisan", "Pilih jenis rakor."),
            ("tanggal", "31-02-2026", "Tanggal tidak terbaca."),
            ("sebelumnya", "r9", "Rakor sebelumnya tidak ada dalam daftar."),
        ] {
            let mut form = vec![
                ("templat", "korpri"),
                ("judul", "Rakor Korpri"),
                ("tanggal", "19-08-2026"),
                ("sebelumnya", ""),
            ];
            for pair in form.iter_mut().filter(|p| p.0 == field) {
                pair.1 = value;
            }
            let page = house.post(&petugas, "/rakor/baru", &form);
            assert_eq!(page.status, 422, "{field}={value}");
            assert!(page.has(sentence), "{field}");
            assert!(field == "judul" || page.has("value=\"Rakor Korpri\""), "{field}");
        }
        assert!(house.get(&petugas, "/rakor").has("Belum ada rakor"));
    });
}

/// The form of a template, with some fields otherwise.
fn templat<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let all = [
        ("nama", "Rakor bulanan kami"),
        ("agenda", "Pembukaan\r\nLaporan wilayah\n\nPembukaan"),
        ("pihak", "Camat"),
        ("luar", ""),
        ("keluaran", "notulen"),
        ("pengingat", "5"),
        ("undangan", "2"),
    ];
    let kept = all.into_iter().filter(|f| !more.iter().any(|m| m.0 == f.0));
    let tangga = [("tangga", "2"), ("tangga", "10"), ("tangga", ""), ("tangga", "")];
    let tangga = tangga.into_iter().filter(|_| !more.iter().any(|m| m.0 == "tangga"));
    kept.chain(tangga).chain(more.iter().copied()).collect()
}

#[test]
fn a_region_has_templates_of_its_own_and_a_rakor_keeps_the_one_it_began_with() {
    on_both("rakor-templat", modules(), &[(P, Vec::new()), (A, Vec::new())], |house, _| {
        let kab = house.browser("kabul", Role::Petugas, A, "", None);
        let prov = house.browser("desi", Role::Petugas, P, "", None);
        let notulis = house.browser("nina", Role::Notulis, A, "", None);
        let built_in = "/rakor/templat/kepegawaian";
        assert!(house.get(&kab, built_in).has("Simpan sebagai salinan"));
        assert_eq!(house.get(&notulis, "/rakor/templat").status, 403);
        for (more, sentence) in [
            (&[("tangga", "10"), ("tangga", "2")][..], "harus makin besar"),
            (&[("tangga", "1"), ("tangga", ""), ("tangga", "9")], "1 sampai 365 hari"),
            (&[("tangga", "tiga")], "1 sampai 365 hari"),
            (&[("nama", "")], "3 sampai 100 huruf"),
            (&[("agenda", " \n ")], "1 sampai 40 mata acara"),
            (&[("pengingat", "-1")], "1 sampai 90 hari"),
            (&[("keluaran", "puisi")], "sedikitnya satu keluaran"),
            (&[("dasar", "UU\u{202e}5")], "tidak terlihat"),
        ] {
            let page = house.post(&kab, built_in, &templat(more));
            assert!(
                page.status == 422 && page.has(sentence) && page.has("Camat"),
                "{sentence}: {}",
                page.status
            )
        }
        assert_eq!(house.post(&kab, built_in, &templat(&[])).location, "/rakor/templat?pesan=disimpan");
        let list = house.get(&kab, "/rakor/templat");
        assert!(list.has("Rakor bulanan kami") && list.has("2, 10 hari") && list.has("Bawaan program"));
        assert!(!house.get(&prov, "/rakor/templat").has("Rakor bulanan kami"));
        let at = list.body.split("href=\"").find(|h| h.starts_with("/rakor/templat/0")).expect("its page");
        let at = at.split('"').next().unwrap_or("").to_owned();
        let id = at.trim_start_matches("/rakor/templat/");
        assert_eq!((house.get(&prov, &at).status, house.post(&prov, &at, &templat(&[])).status), (404, 404));

        let form = [("templat", id), ("judul", "Rakor kab"), ("tanggal", "")];
        assert_eq!(house.post(&prov, "/rakor/baru", &form).status, 422, "of another region");
        let rakor = location(&house.post(&kab, "/rakor/baru", &form));
        let begun = |page: &str| house.get(&kab, &format!("{rakor}{page}"));
        assert!(begun("").has("Laporan wilayah") && begun("").has("Rakor bulanan kami"));
        let change = templat(&[("nama", "Rakor dwibulanan"), ("pihak", "Lurah"), ("tangga", "90")]);
        assert_eq!(house.post(&kab, &at, &change).status, 303);
        assert!(house.get(&kab, &at).has("value=\"90\""));
        assert!(
            begun("/persiapan").has("Camat") && !begun("/persiapan").has("Lurah"),
            "it keeps what it began with"
        );
        let made = house.hall.with(|conn| crate::store::satu(conn, rakor.trim_start_matches("/rakor/")));
        let made = made.expect("read").expect("there");
        assert_eq!((made.templat().tangga.as_slice(), made.templat().undangan), (&[2, 10][..], 2));

        assert_eq!(
            house.post(&kab, &format!("{built_in}/tarik"), &[("alasan", "tidak perlu lagi")]).status,
            422
        );
        assert_eq!(house.post(&kab, &format!("{at}/tarik"), &[("alasan", "x")]).status, 422);
        assert_eq!(house.post(&kab, &format!("{at}/tarik"), &[("alasan", "diganti yang baru")]).status, 303);
        assert!(!house.get(&kab, "/rakor/baru").has("Rakor dwibulanan"));
        assert!(house.get(&kab, "/rakor/templat").has("tidak dipakai") && begun("").status == 200);
        for page in ["/rakor/templat", at.as_str(), "/rakor/baru"] {
            let before = house.queries();
            house.get(&kab, page);
            assert!(house.queries() - before <= 6, "{page}");
        }
    });
}
