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
            ("judul", long.as_str(), "Judul paling panjang 200 huruf."),
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
