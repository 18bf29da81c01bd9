//! People as programs read them.

use super::with_village;
use host::Role;
use host::api::Scope;

const PEOPLE: &[Scope] = &[Scope::Pegawai];

#[test]
fn answers_are_what_they_are_declared_to_be() {
    with_village("api-bentuk", |village, _| {
        let house = &village.house;
        let token = house.token("desi", Role::Petugas, &super::province(), PEOPLE);
        let list = house.read(&token, "/api/v1/pegawai?kedudukan=semua&batas=200");
        let people = list["data"].as_array().expect("a list");
        assert!(people.len() > 10 && list["jumlah"] == people.len() && list["berikutnya"].is_null());
        for person in people {
            let id = person["id"].as_str().expect("an id");
            let before = house.queries();
            let one = house.read(&token, &format!("/api/v1/pegawai/{id}"));
            assert!(house.queries() - before <= 6, "token, account, its use, sizes, two of the ledger");
            assert_eq!(one["data"]["nip"], person["nip"]);
            house.read(&token, &format!("/api/v1/pegawai/{id}/riwayat?batas=200"));
            let then =
                house.call(&token, &format!("/api/v1/pegawai/{id}?berlaku=2019-01-01&diketahui=2026-06-30"));
            assert!(matches!(then.status, 200 | 404), "{}", then.status);
        }
    });
}

#[test]
fn pages_follow_one_another_without_gap_or_repetition() {
    with_village("api-halaman", |village, _| {
        let house = &village.house;
        let token = house.token("desi", Role::Petugas, &super::province(), PEOPLE);
        let id = village.id("ratih");
        for path in [
            "/api/v1/pegawai?urut=-golongan&batas=3".to_owned(),
            format!("/api/v1/pegawai/{id}/riwayat?batas=2"),
        ] {
            let (mut next, mut seen, mut total) = (path.clone(), Vec::new(), 0);
            while !next.is_empty() {
                let page = house.read(&token, &next);
                total = page["jumlah"].as_u64().expect("a number");
                seen.extend(page["data"].as_array().expect("a list").iter().map(|row| row["id"].to_string()));
                next = page["berikutnya"].as_str().unwrap_or("").to_owned();
            }
            let mut once = seen.clone();
            once.sort();
            once.dedup();
            assert_eq!((seen.len() as u64, once.len()), (total, seen.len()), "{path}");
        }
    });
}

#[test]
fn nobody_of_another_instansi_and_no_number_of_identity() {
    with_village("api-asing", |village, _| {
        let house = &village.house;
        let ours = house.token("desi", Role::Petugas, &super::province(), PEOPLE);
        let theirs = house.token("asih", Role::Petugas, "B2", PEOPLE);
        let (ratih, neighbour) = (village.id("ratih"), village.id("tetangga"));
        let nobody = "01928c7e-0000-7000-8000-00000000abcd";
        for rest in ["", "/riwayat"] {
            let asked = |token: &str, id: &str| house.call(token, &format!("/api/v1/pegawai/{id}{rest}"));
            let unknown = asked(&ours, nobody);
            for (token, id) in [(&ours, neighbour.to_string()), (&theirs, ratih.to_string())] {
                let answer = asked(token, &id);
                let same = answer.body.replace(&id, nobody) == unknown.body;
                assert!(answer.status == 404 && same, "{rest}: looks like an unknown one");
            }
            assert_eq!(asked(&ours, "../x").status, 404);
            assert_eq!(asked(&ours, "bukan-uuid").problem(), "API-07");
            assert_eq!(asked(&ours, &ratih.to_string()).status, 200);
        }
        for filter in ["instansi=B2", "unit=tidak-ada", "pos=tidak-ada"] {
            assert_eq!(house.call(&ours, &format!("/api/v1/pegawai?{filter}")).status, 404, "{filter}");
        }
        let (ledger, _) = house.hall.with(|c| store::people::ledger(c, ratih)).expect("read");
        for rest in ["", "/riwayat?batas=200"] {
            let said = house.call(&ours, &format!("/api/v1/pegawai/{ratih}{rest}"));
            let numbers = ledger.rows().iter().flat_map(|r| &r.fact.values);
            let mut looked = 0;
            for (_, value) in numbers.filter(|(f, _)| host::sight::is_number(*f)) {
                looked += 1;
                assert!(!said.has(&value.show()), "a number of identity in clear: {rest}");
            }
            assert!(looked > 0, "the book tells such numbers");
            for kind in kernel::Kind::ALL.iter().filter(|k| host::sight::Bagian::of(**k).is_some()) {
                let name = format!("\"{}\"", kind.info().name);
                assert!(!said.has(&name), "{name} has to be opened with a reason first: {rest}");
            }
        }
    });
}

#[test]
fn what_cannot_be_read_is_said() {
    with_village("api-salah", |village, _| {
        let house = &village.house;
        let token = house.token("desi", Role::Petugas, &super::province(), PEOPLE);
        let id = village.id("ratih");
        for (query, code) in [
            ("batas=0", "API-04"),
            ("batas=100000000000000000000", "API-04"),
            ("batas=-1", "API-04"),
            ("berlaku=22-11-2026", "API-04"),
            ("berlaku=2026-02-30", "API-04"),
            ("diketahui=kemarin", "API-04"),
            ("golongan=V/z", "API-04"),
            ("temuan=DATA-99", "API-04"),
            ("batas_berikutnya=besok", "API-04"),
            ("sesudah=x", "API-04"),
            ("status=PNS", "API-04"),
            ("q=a&q=b", "API-04"),
            ("nik=1", "API-04"),
            ("q=%00", "API-04"),
        ] {
            let said = house.call(&token, &format!("/api/v1/pegawai?{query}"));
            assert_eq!((said.status, said.problem().as_str()), (422, code), "{query}");
        }
        for query in ["jenis=ngawur", "sesudah=x"] {
            assert_eq!(
                house.call(&token, &format!("/api/v1/pegawai/{id}/riwayat?{query}")).problem(),
                "API-04"
            );
        }
    });
}
