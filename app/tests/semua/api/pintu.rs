//! The door of the API: tokens, their use, their limits, and the bodies of refusals.

use super::{on_both, person};
use axum::body::Body;
use axum::http::{Request, header};
use host::Role;
use host::api::Scope;
use host::testing::{House, Page};

const LIST: &str = "/api/v1/pegawai";

fn with(house: &House, path: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    house.ask(request.body(Body::empty()).unwrap())
}

#[test]
fn only_a_token_opens_the_door() {
    on_both("api-pintu", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &Scope::ALL);
        let desi = house.browser("rini", Role::Petugas, "A1", "", None);
        let bearer = format!("Bearer {token}");
        let cases: &[(&str, Vec<(&str, String)>)] = &[
            ("nothing", vec![]),
            ("a cookie", vec![("cookie", desi.cookie.clone())]),
            ("another scheme", vec![("authorization", format!("Basic {token}"))]),
            ("no scheme", vec![("authorization", token.clone())]),
            ("no token", vec![("authorization", "Bearer".into())]),
            ("an empty one", vec![("authorization", "Bearer ".into())]),
            ("unknown", vec![("authorization", format!("Bearer sinergi_{}", "0".repeat(64)))]),
            ("in capitals", vec![("authorization", format!("Bearer {}", token.to_uppercase()))]),
            ("too long", vec![("authorization", format!("Bearer sinergi_{}", "a".repeat(8_000)))]),
            ("with a quote", vec![("authorization", "Bearer sinergi_' OR 1=1 --".into())]),
            ("a session", vec![("authorization", format!("Bearer {}", desi.cookie))]),
            ("twice", vec![("authorization", bearer.clone()), ("authorization", bearer.clone())]),
        ];
        for (what, headers) in cases {
            let headers: Vec<(&str, &str)> = headers.iter().map(|(k, v)| (*k, v.as_str())).collect();
            for path in [LIST, "/api/v1/tidak-ada", "/api/"] {
                let page = with(house, path, &headers);
                assert_eq!((page.status, page.problem().as_str()), (401, "API-01"), "{what} {path}");
                assert!(page.header("www-authenticate").starts_with("Bearer realm"), "{what}");
            }
        }
        assert_eq!(with(house, LIST, &[("authorization", &format!("bearer  {token}"))]).status, 200);
        // In the address a token would stand in logs; it opens nothing there.
        assert_eq!(with(house, &format!("{LIST}?token={token}"), &[]).status, 401);
        // And it opens no page.
        assert_eq!(with(house, "/pegawai", &[("authorization", &bearer)]).status, 303);
    });
}

#[test]
fn a_token_is_for_what_it_was_made_for() {
    on_both("api-izin", |house, _| {
        house.browser("desi", Role::Petugas, "A1", "", None);
        for (scope, path) in [
            (Scope::Pegawai, LIST.to_owned()),
            (Scope::Pegawai, format!("{LIST}/{}", person(1))),
            (Scope::Pegawai, format!("{LIST}/{}/riwayat", person(1))),
            (Scope::Organisasi, "/api/v1/unor".into()),
            (Scope::Organisasi, "/api/v1/pos".into()),
            (Scope::Mutu, "/api/v1/mutu".into()),
            (Scope::Mutu, "/api/v1/mutu/DATA-02".into()),
            (Scope::Jurnal, "/api/v1/jurnal".into()),
            (Scope::Jurnal, "/api/v1/jurnal/A1".into()),
            (Scope::Statistik, "/api/v1/instansi".into()),
        ] {
            let others: Vec<Scope> = Scope::ALL.into_iter().filter(|s| *s != scope).collect();
            let narrow = house.token_of("desi", &others);
            let refused = house.call(&narrow, &path);
            assert_eq!((refused.status, refused.problem().as_str()), (403, "API-02"), "{path}");
            let named = format!("scope=\"{}\"", scope.word());
            assert!(
                refused.header("www-authenticate").contains(&named) && refused.has(scope.word()),
                "{path}"
            );
            house.read(&house.token_of("desi", &[scope]), &path);
        }
    });
}

#[test]
fn every_id_of_another_instansi_looks_like_none() {
    on_both("api-asing", |house, _| {
        let ours = house.token("desi", Role::Petugas, "A1", &Scope::ALL);
        let none = person(77).to_string();
        let mut asked = 0;
        for route in sinergi::modules::modules().iter().flat_map(|m| m.routes) {
            let host::Method::Api(_) = route.method else { continue };
            // What stands for the part in braces: of ours, of theirs, of nobody.
            let (own, theirs, nobody) = match route.path {
                path if path.starts_with("/api/v1/pegawai/{id}") => {
                    (person(1).to_string(), person(9).to_string(), none.as_str())
                }
                "/api/v1/jurnal/{instansi}" => ("A1".into(), "B2".into(), "C3"),
                // Nothing of an instansi is named in it, or tested where there are units.
                path if !path.contains('{') || path == "/api/v1/mutu/{kode}" => continue,
                "/api/v1/unor/{id}" => continue,
                path => panic!("{path}: say here whose ids it takes"),
            };
            asked += 1;
            let to = |id: &str| {
                let (head, rest) = route.path.split_once('{').unwrap();
                let address = format!("{head}{id}{}", rest.split_once('}').unwrap().1);
                address.replace("{norma}", "kp.reguler")
            };
            house.read(&ours, &to(&own));
            let (a, b) = (house.call(&ours, &to(&theirs)), house.call(&ours, &to(nobody)));
            assert_eq!((a.status, a.body.replace(&theirs, nobody)), (404, b.body), "{}", route.path);
        }
        assert_eq!(asked, 4);
    });
}

#[test]
fn what_was_read_before_is_not_sent_again() {
    on_both("api-etag", |house, bench| {
        let token = format!("Bearer {}", house.token("desi", Role::Petugas, "A1", &Scope::ALL));
        let ask = |tag: &str, gzip: &str| {
            with(house, LIST, &[("authorization", &token), ("if-none-match", tag), ("accept-encoding", gzip)])
        };
        let first = ask("", "");
        let tag = first.header("etag").to_owned();
        assert!(
            first.status == 200
                && tag.starts_with('"')
                && first.header("cache-control") == "private, no-cache"
        );
        for same in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".into()] {
            let again = ask(&same, "");
            assert_eq!(
                (again.status, again.bytes.len(), again.header("etag")),
                (304, 0, tag.as_str()),
                "{same}"
            );
        }
        assert_eq!(ask("\"x\"", "").status, 200);
        let small = ask("", "gzip");
        assert_eq!(
            (small.header("content-encoding"), small.header("etag")),
            ("gzip", format!("W/{tag}").as_str())
        );
        bench.append("A1", &[super::entry(4)]);
        let changed = ask(&tag, "");
        assert!(changed.status == 200 && changed.header("etag") != tag);
    });
}

#[test]
fn a_token_in_a_loop_is_told_to_wait() {
    let journals = [("A1", Vec::new())];
    host::testing::on_both("api-laju", sinergi::modules::modules(), &journals, |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &[Scope::Pegawai]);
        let answers: Vec<Page> = (0..601).map(|_| house.call(&token, "/api/v1/mutu")).collect();
        assert!(answers[..600].iter().all(|p| p.status == 403));
        let last = &answers[600];
        assert_eq!((last.status, last.problem().as_str(), last.retry_after.as_str()), (429, "API-03", "1"));
        let other = house.token_of("desi", &[Scope::Mutu]);
        assert_eq!(house.call(&other, "/api/v1/mutu").status, 200, "another token");
    });
}

#[test]
fn refusals_have_a_body_whatever_is_sent() {
    on_both("api-aneh", |house, _| {
        let token = house.token("desi", Role::Petugas, "A1", &Scope::ALL);
        let bearer = format!("Bearer {token}");
        for (path, status, code) in [
            ("/api/v1/tidak-ada", 404, "API-07"),
            ("/api/v1/pegawai/", 404, "API-07"),
            ("/api/v1/pegawai/%00", 404, "API-07"),
            ("/api/v1/pegawai/..%2f..%2fetc%2fpasswd", 404, "API-07"),
            ("/api/v1/jurnal/A1'%20OR%201=1", 404, "API-07"),
            ("/api/v1/pegawai?batas=4294967296", 422, "API-04"),
            ("/api/v1/pegawai?berlaku=9999-99-99", 422, "API-04"),
            ("/api/v1/pegawai?sesudah=%F0%9F%98%80", 422, "API-04"),
            ("/api/v1/instansi?batas=%00", 422, "API-04"),
        ] {
            let page = house.call(&token, path);
            assert_eq!((page.status, page.problem().as_str()), (status, code), "{path}");
            assert!(page.header("x-content-type-options") == "nosniff");
        }
        let long = house.call(&token, &format!("{LIST}?q={}", "a".repeat(5_000)));
        assert_eq!((long.status, long.problem().as_str()), (414, "API-06"));
        let many: String = (0..300).map(|n| format!("&a{n}=1")).collect();
        assert_eq!(house.call(&token, &format!("{LIST}?x=1{many}")).problem(), "API-04");
        let big = "x".repeat(8 << 10);
        let page =
            with(house, LIST, &[("authorization", &bearer), ("x-aneh", &big), ("if-none-match", &big)]);
        assert_eq!(page.status, 200);
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let request = Request::builder().method(method).uri(LIST).header(header::AUTHORIZATION, &bearer);
            let page = house.ask(request.body(Body::from("{}")).unwrap());
            assert_eq!((page.status, page.problem().as_str()), (405, "API-05"), "{method}");
            assert!(page.header("allow").contains("GET"), "{method}");
        }
        let head = Request::head(LIST).header(header::AUTHORIZATION, &bearer).body(Body::empty()).unwrap();
        let head = house.ask(head);
        assert_eq!((head.status, head.bytes.len()), (200, 0));
    });
}
