//! The journal as programs read it.

use super::{person, with_house};
use host::Role;
use host::api::Scope;

#[test]
fn heads_and_entries_are_what_they_are_declared_to_be() {
    with_house("jurnal-api", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &[Scope::Jurnal]);
        let heads = house.read(&token, "/api/v1/jurnal");
        assert_eq!((heads["jumlah"].as_u64(), heads["data"][0]["entri"].as_u64()), (Some(1), Some(41)));
        let (mut next, mut seen) = ("/api/v1/jurnal/A1?batas=15".to_owned(), Vec::new());
        while !next.is_empty() {
            let before = house.queries();
            let page = house.read(&token, &next);
            assert!(house.queries() - before <= 5);
            seen.extend(
                page["data"].as_array().expect("a list").iter().map(|e| e["seq"].as_i64().expect("a place")),
            );
            next = page["berikutnya"].as_str().unwrap_or("").to_owned();
        }
        assert_eq!(seen, (0..41).rev().collect::<Vec<i64>>());
        let first = house.read(&token, "/api/v1/jurnal/A1?batas=1");
        assert_eq!(first["data"][0]["tentang_id"], person(40).to_string());
        assert!(!first.to_string().contains("1571010101800001"));
    });
}

#[test]
fn the_journal_of_another_instansi_looks_like_none() {
    with_house("jurnal-api-asing", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &[Scope::Jurnal]);
        let asked = |id: &str| house.call(&token, &format!("/api/v1/jurnal/{id}"));
        let (theirs, none) = (asked("B2"), asked("C3"));
        assert_eq!((theirs.status, theirs.body), (404, none.body.replace("C3", "B2")));
        let all = house.token("admin", Role::Super, "", &[Scope::Jurnal]);
        assert_eq!(house.read(&all, "/api/v1/jurnal")["jumlah"], 2);
        house.read(&all, "/api/v1/jurnal/B2");
        for query in ["sesudah=-1", "sesudah=x", "sesudah=1e3", "sebelum=4"] {
            assert_eq!(
                house.call(&token, &format!("/api/v1/jurnal/A1?{query}")).problem(),
                "API-04",
                "{query}"
            );
        }
    });
}
