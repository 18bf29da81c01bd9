//! What the machine says of itself: alive, ready, counted, logged; and nobody's data in any of it.

use super::{nip, on_both, person};
use axum::body::Body;
use axum::http::Request;
use host::Role;
use host::api::Scope;
use host::serve::Peer;
use host::testing::{Browser, House, Page};
use std::io::Write;
use std::sync::{Arc, Mutex};

fn metrics(house: &House, peer: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::get("/metrik").extension(Peer(peer.parse().unwrap()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    house.ask(request.body(Body::empty()).unwrap())
}

#[test]
fn counters_are_for_this_machine_or_for_a_token() {
    on_both("tanda-metrik", |house, _| {
        assert_eq!(metrics(house, "127.0.0.1", &[]).status, 200);
        assert_eq!(metrics(house, "::1", &[]).status, 200);
        let refused: [(&str, &[(&str, &str)]); 5] = [
            ("203.0.113.9", &[]),
            ("127.0.0.1", &[("x-forwarded-for", "203.0.113.9")]),
            ("127.0.0.1", &[("forwarded", "for=203.0.113.9")]),
            ("203.0.113.9", &[("authorization", "Bearer rahasia")]),
            ("203.0.113.9", &[("authorization", "Bearer ")]),
        ];
        for (peer, headers) in refused {
            assert_eq!(metrics(house, peer, headers).status, 403, "{peer} {headers:?}");
        }
    });
    store::testing::on_both_with("tanda-token", host::schema::TABLES, |bench| {
        for (proxied, token) in [(true, Some("rahasia")), (true, None), (false, Some(""))] {
            let house = House::shaped(bench, sinergi::modules::modules(), |hall| {
                hall.proxied = proxied;
                hall.signs.token = token.map(str::to_owned);
            });
            let held = metrics(&house, "203.0.113.9", &[("authorization", "Bearer rahasia")]).status;
            assert_eq!(held, if token == Some("rahasia") { 200 } else { 403 });
            assert_eq!(metrics(&house, "203.0.113.9", &[("authorization", "Bearer ")]).status, 403);
            // Behind a proxy everybody comes from this machine.
            assert_eq!(metrics(&house, "127.0.0.1", &[]).status, if proxied { 403 } else { 200 });
        }
    });
}

#[test]
fn what_happened_is_counted() {
    on_both("tanda-hitung", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &Scope::ALL);
        house.read(&token, &format!("/api/v1/pegawai/{}", person(1)));
        house.call(&token, &format!("/api/v1/pegawai/{}", person(9)));
        house.post(&Browser::default(), "/masuk", &[("pengguna", "desi"), ("sandi", "bukan ini sandinya")]);
        let page = metrics(house, "127.0.0.1", &[]);
        for line in [
            "sinergi_permintaan_detik_count{rute=\"/api/v1/pegawai/{id}\",status=\"2xx\"} 1",
            "sinergi_permintaan_detik_count{rute=\"/api/v1/pegawai/{id}\",status=\"4xx\"} 1",
            "sinergi_masuk_ditolak_total 1",
            "sinergi_register_pegawai 4",
            "sinergi_jurnal_entri 4",
            "sinergi_proses_memori_byte ",
            "sinergi_proses_cpu_detik_total ",
            "sinergi_kueri_total ",
        ] {
            assert!(page.has(line), "{line}");
        }
        assert!(!page.has(&person(1).to_string()) && !page.has("desi"));
    });
}

#[test]
fn ready_when_it_can_work_and_not_otherwise() {
    on_both("tanda-siap", |house, bench| {
        let nobody = Browser::default();
        assert_eq!(
            (house.get(&nobody, "/sehat").status, house.get(&nobody, "/sehat").body.as_str()),
            (200, "sehat\n")
        );
        let ready = house.get(&nobody, "/siap");
        assert_eq!((ready.status, ready.body.as_str()), (200, "siap\n"));
        bench.raw("ALTER TABLE jurnal_titik RENAME TO hilang");
        let broken = house.get(&nobody, "/siap");
        bench.raw("ALTER TABLE hilang RENAME TO jurnal_titik");
        assert_eq!(broken.status, 503, "{}", broken.body);
        assert!(broken.has("jurnal") || broken.has("basis data"), "{}", broken.body);
        assert_eq!(house.get(&nobody, "/sehat").status, 200, "alive all the same");
    });
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// One line a request with the pattern of its address; no id, name, number, query or token.
#[test]
fn the_log_names_nobody() {
    let kept = Kept::default();
    let writer = kept.clone();
    let log = tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE);
    // The process of this test is its own: nextest runs each in one.
    let set = tracing::subscriber::set_global_default(log.with_writer(move || writer.clone()).finish());
    assert!(set.is_ok());
    on_both("tanda-log", |house, bench| {
        kept.0.lock().unwrap().clear();
        let token = house.token("desi-rahasia", Role::Petugas, "A1", &Scope::ALL);
        let desi = house.browser("rini-rahasia", Role::Petugas, "A1", "", None);
        let id = person(1).to_string();
        let paths = [
            format!("/api/v1/pegawai/{id}?berlaku=2026-01-01"),
            format!("/api/v1/pegawai?q={}", nip(2)),
            format!("/api/v1/pegawai/{}", person(9)),
            "/api/v1/rahasia/wulandari".into(),
        ];
        let mut expected = 0;
        for path in &paths {
            house.call(&token, path);
            house.get(&desi, path);
            expected += 2;
        }
        for path in [
            format!("/pegawai/{id}"),
            "/pegawai?q=Wulandari".into(),
            "/wulandari".into(),
            "/jurnal/A1/1".into(),
        ] {
            house.get(&desi, &path);
            expected += 1;
        }
        house.post(&Browser::default(), "/masuk", &[("pengguna", "desi-rahasia"), ("sandi", "kuda laut")]);
        bench.raw("ALTER TABLE akun RENAME TO hilang");
        let broken = house.call(&token, &paths[0]);
        bench.raw("ALTER TABLE hilang RENAME TO akun");
        expected += 2;
        assert_eq!((broken.status, broken.problem().as_str()), (500, "API-13"));
        let text = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<serde_json::Value> = text
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .filter(|l: &serde_json::Value| l["fields"]["message"] == "permintaan")
            .collect();
        assert_eq!(lines.len(), expected);
        let rute = |n: usize| lines[n]["fields"]["rute"].as_str().unwrap_or("").to_owned();
        assert_eq!((rute(0).as_str(), rute(6).as_str()), ("/api/v1/pegawai/{id}", "lain"));
        assert!(lines.iter().all(|l| l["fields"]["status"].is_u64() && l["fields"]["ms"].is_u64()));
        let incident = broken.json()["insiden"].as_str().unwrap().to_owned();
        assert_eq!(lines.last().unwrap()["fields"]["insiden"], incident);
        let secrets = [id, person(9).to_string(), nip(1), nip(2), token.clone(), desi.cookie.clone()];
        let words = ["Wulandari", "wulandari", "rahasia", "kuda laut", "2026-01-01", "A1/1"];
        for secret in secrets.iter().map(String::as_str).chain(words) {
            let found = text.lines().find(|l| l.contains(secret));
            assert!(found.is_none(), "{secret}: {found:?}");
        }
    });
}
