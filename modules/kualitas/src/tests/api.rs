//! Findings as programs read them.

use super::{DINKES, with_house};
use host::Role;
use host::api::Scope;

#[test]
fn kinds_and_their_rows_are_what_they_are_declared_to_be() {
    with_house("temuan-api", |house, planted, _| {
        let token = house.token("desi", Role::Petugas, "A1", &[Scope::Mutu]);
        let kinds = house.read(&token, "/api/v1/mutu?batas=200");
        let kinds = kinds["data"].as_array().expect("a list");
        assert_eq!(kinds.len(), planted.len());
        for kind in kinds {
            let code = kind["kode"].as_str().expect("a code");
            let wanted = planted.iter().find(|p| p.0.text() == code).map(|p| *p.1);
            assert_eq!(kind["jumlah"].as_u64(), wanted, "{code}");
            let (mut next, mut rows) = (format!("/api/v1/mutu/{code}?batas=20"), 0);
            while !next.is_empty() {
                let before = house.queries();
                let page = house.read(&token, &next);
                assert!(house.queries() - before <= 6, "{code}");
                assert!(!page.to_string().contains("1571010101809999"), "a NIK in clear: {code}");
                rows += page["data"].as_array().expect("a list").len() as u64;
                next = page["berikutnya"].as_str().unwrap_or("").to_owned();
            }
            assert_eq!(Some(rows), wanted, "{code}");
        }
        let grave = house.read(&token, "/api/v1/mutu?bobot=berat");
        assert!(grave["data"].as_array().expect("a list").iter().all(|k| k["bobot"] == "berat"));
        house.read(&token, &format!("/api/v1/mutu?opd={DINKES}"));
    });
}

#[test]
fn findings_of_another_instansi_look_like_none() {
    with_house("temuan-api-asing", |house, planted, _| {
        let theirs = house.token("asih", Role::Petugas, "B2", &[Scope::Mutu]);
        for code in planted.keys() {
            let page = house.read(&theirs, &format!("/api/v1/mutu/{code}"));
            let rows = page["data"].as_array().expect("a list");
            assert!(rows.iter().all(|r| r["nama"] == "Orang 0999"), "{code}");
        }
        for path in ["/api/v1/mutu/DATA-9999", "/api/v1/mutu/ngawur", &format!("/api/v1/mutu?opd={DINKES}")] {
            assert_eq!(house.call(&theirs, path).status, 404, "{path}");
        }
    });
}
