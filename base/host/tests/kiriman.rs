//! What a form may carry: so many fields, so long, one file, and the token before the file.

use axum::body::Body;
use axum::http::{Request, header};
use host::testing::{Browser, House};
use host::{Action, Method, Module, Role, Route};
use store::testing::Bench;

static MODULES: [Module; 1] = [Module {
    name: "uji",
    routes: &[
        Route { method: Method::Post, path: "/isian", action: Some(Action::Akun), handler: said },
        Route { method: Method::Upload, path: "/berkas", action: Some(Action::Akun), handler: said },
        Route { method: Method::UploadMost(1), path: "/bukti", action: Some(Action::Akun), handler: said },
    ],
    ..Module::EMPTY
}];

fn said(ctx: &mut host::Ctx) -> host::Answer {
    let size = ctx.upload.as_ref().map_or(0, |u| u.size);
    Ok(host::html(maud::html! { p { "isian " (ctx.form.len()) " berkas " (size) } }))
}

/// A part: name, file name or "", and how many bytes.
type Part<'p> = (&'p str, &'p str, usize);

fn parts(csrf: &str, first: bool, parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = String::new();
    let token = format!("--batas\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n");
    if first {
        body.push_str(&token);
    }
    for (name, file, bytes) in parts {
        let file = if file.is_empty() { String::new() } else { format!("; filename=\"{file}\"") };
        let head = format!("--batas\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.push_str(&format!("{head}{}\r\n", "x".repeat(*bytes)));
    }
    if !first {
        body.push_str(&token);
    }
    body.push_str("--batas--\r\n");
    body.into_bytes()
}

/// Sends a body in pieces of 64 KB, as a network would.
fn send(house: &House, who: &Browser, body: Vec<u8>) -> (u16, String) {
    send_to(house, who, "/berkas", body, None)
}

/// The same to a page, saying beforehand how much is coming.
fn send_to(house: &House, who: &Browser, path: &str, body: Vec<u8>, told: Option<u64>) -> (u16, String) {
    let stream = tokio_util::io::ReaderStream::with_capacity(std::io::Cursor::new(body), 64 << 10);
    let mut request = Request::post(path)
        .header(header::COOKIE, &who.cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=batas");
    if let Some(bytes) = told {
        request = request.header(header::CONTENT_LENGTH, bytes);
    }
    let page = house.ask(request.body(Body::from_stream(stream)).expect("request"));
    (page.status, page.body)
}

fn left_behind(bench: &Bench) -> usize {
    std::fs::read_dir(bench.folder().join("berkas/masuk")).map_or(0, Iterator::count)
}

#[test]
fn a_form_has_its_measure() {
    let bench = Bench::sqlite("kiriman", host::schema::TABLES);
    let house = House::new(&bench, &MODULES);
    let sari = house.browser("sari", Role::Super, "", "", None);
    let many: Vec<Part<'_>> = vec![("a", "", 1); 499];
    let too_many: Vec<Part<'_>> = vec![("a", "", 1); 500];
    let (small, large) = (200 << 10, 300 << 10);
    let long = "n".repeat(large);
    //   bagian formulir                                              | jawaban | kata di halaman
    let table: [(&str, Vec<Part<'_>>, u16, &str); 7] = [
        ("an ordinary one", vec![("a", "", 3), ("b", "b.csv", 5 << 20)], 200, "isian 2 berkas 5242880"),
        ("as many as there may be", many, 200, "isian 500 berkas 0"),
        ("one more", too_many, 422, "KIRIM-02"),
        ("one long field", vec![("a", "", large)], 413, "256 KB"),
        ("long ones together", vec![("a", "", small), ("b", "", small)], 413, "256 KB"),
        ("a long name", vec![(&long, "", 1)], 413, "256 KB"),
        ("two files", vec![("a", "a.csv", 9), ("b", "b.csv", 9)], 422, "KIRIM-03"),
    ];
    for (what, fields, status, word) in table {
        let (got, body) = send(&house, &sari, parts(&sari.csrf, true, &fields));
        assert!(got == status && body.contains(word), "{what}: {got}");
        assert_eq!(left_behind(&bench), 0, "{what}");
    }
    // A heading that never ends is not gathered without end.
    let endless = format!("--batas\r\nx-panjang: {}", "y".repeat(8 << 20)).into_bytes();
    let (got, body) = send(&house, &sari, endless);
    assert!(got == 422 && body.contains("IMP-10"), "{got}");
}

#[test]
fn a_route_may_take_less_and_says_so_before_it_reads() {
    let bench = Bench::sqlite("kiriman-kecil", host::schema::TABLES);
    let house = House::new(&bench, &MODULES);
    let sari = house.browser("sari", Role::Super, "", "", None);
    let file = |bytes: usize| parts(&sari.csrf, true, &[("berkas", "a.pdf", bytes)]);
    // besar berkas · besar yang disebut lebih dahulu · jawaban
    for (bytes, told, status) in [
        (1 << 20, None, 200),
        ((1 << 20) + 1, None, 413),
        (2 << 20, None, 413),
        (9, Some(200 << 20), 413),
        (9, Some(1 << 20), 200),
    ] {
        let (got, body) = send_to(&house, &sari, "/bukti", file(bytes), told);
        assert_eq!((got, body.contains("1 MB")), (status, status == 413), "{bytes} {told:?}");
        assert_eq!(left_behind(&bench), 0, "{bytes}");
    }
}

#[test]
fn pairs_have_theirs() {
    let bench = Bench::sqlite("pasangan", host::schema::TABLES);
    let house = House::new(&bench, &MODULES);
    let sari = house.browser("sari", Role::Super, "", "", None);
    for (pairs, status) in [(499, 200), (500, 422)] {
        assert_eq!(house.post(&sari, "/isian", &vec![("a", "b"); pairs]).status, status, "{pairs}");
    }
}

#[test]
fn a_wrong_token_in_front_writes_no_file() {
    let bench = Bench::sqlite("kiriman-token", host::schema::TABLES);
    let house = House::new(&bench, &MODULES);
    let sari = house.browser("sari", Role::Super, "", "", None);
    let file = [("berkas", "a.csv", 1 << 20)];
    let wrong = "0".repeat(128);
    assert_eq!(send(&house, &sari, parts(&sari.csrf, true, &file)).0, 200);
    assert_eq!(send(&house, &sari, parts(&sari.csrf, false, &file)).0, 200, "last is late, not wrong");
    let masuk = bench.folder().join("berkas/masuk");
    std::fs::remove_dir_all(&masuk).expect("made by the uploads before");
    assert_eq!(send(&house, &sari, parts(&wrong, true, &file)).0, 403);
    assert!(!masuk.exists(), "not even a place was made for it");
    assert_eq!(send(&house, &sari, parts(&wrong, false, &file)).0, 403);
    assert_eq!(left_behind(&bench), 0);
}
