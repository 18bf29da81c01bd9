//! The map as programs read it.

use super::{UNITS, on_both, person};
use host::Role;
use host::api::Scope;
use serde_json::Value;

fn ids(body: &Value) -> Vec<&str> {
    body["data"].as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()).collect()
}

#[test]
fn units_posts_and_governments_are_what_they_are_declared_to_be() {
    on_both("peta-api", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &[Scope::Organisasi, Scope::Statistik]);
        house.call(&token, "/api/v1/unor");
        let before = house.queries();
        let units = house.read(&token, "/api/v1/unor");
        assert!(house.queries() - before <= 4, "token, account, journal sizes");
        assert_eq!(ids(&units), ["U-BIDANG", "U-BKD", "U-DINAS", "U-PROV", "U-SESAT"]);
        let page = house.read(&token, "/api/v1/unor?batas=2");
        let next = house.read(&token, page["berikutnya"].as_str().expect("more"));
        assert_eq!(ids(&next), ["U-DINAS", "U-PROV"]);
        for (id, ..) in UNITS {
            let one = house.read(&token, &format!("/api/v1/unor/{id}"));
            assert_eq!(one["data"]["unor"]["id"], id);
        }
        let dinas = house.read(&token, "/api/v1/unor/U-DINAS");
        let said = &dinas["data"]["unor"];
        assert_eq!(
            (said["pegawai"].as_i64(), said["kebutuhan"].as_i64(), said["kosong"].as_i64()),
            (Some(4), Some(4), Some(2))
        );
        assert_eq!(dinas["data"]["anak"][0]["id"], "U-BIDANG");
        let posts = house.read(&token, "/api/v1/pos?unor=U-BKD");
        let holders = [person(3), person(4)].map(|id| Value::from(id.to_string()));
        assert_eq!(
            (posts["jumlah"].as_i64(), &posts["data"][0]["pemangku"]),
            (Some(1), &Value::from(holders.to_vec()))
        );
        assert!(house.read(&token, "/api/v1/pos")["jumlah"].as_i64() >= Some(4));
        let instansi = house.read(&token, "/api/v1/instansi");
        assert_eq!((ids(&instansi), instansi["data"][0]["pegawai_aktif"].as_i64()), (vec!["A1"], Some(7)));
    });
}

#[test]
fn a_unit_of_another_instansi_looks_like_none() {
    on_both("peta-api-asing", |house, _| {
        let theirs = house.token("asih", Role::Petugas, "B2", &[Scope::Organisasi]);
        let asked = |path: &str| house.call(&theirs, path);
        let none = asked("/api/v1/unor/U-TIDAK");
        assert_eq!(none.status, 404);
        assert_eq!(asked("/api/v1/unor/U-DINAS").body.replace("U-DINAS", "U-TIDAK"), none.body);
        for path in [
            "/api/v1/unor?instansi=A1",
            "/api/v1/pos?instansi=A1",
            "/api/v1/pos?unor=U-DINAS",
            "/api/v1/unor?instansi=C3",
        ] {
            assert_eq!(asked(path).status, 404, "{path}");
        }
        assert!(ids(&house.read(&theirs, "/api/v1/unor")).is_empty());
        let all = house.token("admin", Role::Super, "", &Scope::ALL);
        assert_eq!(ids(&house.read(&all, "/api/v1/instansi")), ["A1", "B2"]);
        house.read(&all, "/api/v1/unor/U-DINAS");
    });
}
