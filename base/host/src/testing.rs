//! For tests of modules: a served node without a socket, and browsers that keep their cookie.
//!
//! ```no_run
//! # static MODULES: &[host::Module] = &[];
//! host::testing::on_both("beranda", MODULES, &[("A1", Vec::new())], |house, _| {
//!     let petugas = house.browser("desi", host::Role::Petugas, "A1", "", None);
//!     assert_eq!(house.get(&petugas, "/").status, 200);
//! });
//! ```

use crate::access::Role;
use crate::account::{self, NewAccount};
use crate::api::{self, Operation, Scope};
use crate::hall::Hall;
use crate::module::{Method, Module};
use crate::{http, session, token};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use kernel::{Entry, PegawaiId, Tables};
use serde_json::Value;
use std::sync::Arc;
use store::testing::Bench;
use store::{Database, Node, Source};
use tower::ServiceExt;

/// A node being served to tests.
pub struct House {
    /// Its hall.
    pub hall: Arc<Hall>,
    router: Router,
    modules: &'static [Module],
    /// One blocking thread, so that its statements can be counted.
    runtime: tokio::runtime::Runtime,
}

/// Somebody at a screen.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// `name=value` of the session; empty before signing in.
    pub cookie: String,
    /// Token of the session's forms.
    pub csrf: String,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    /// Status.
    pub status: u16,
    /// `Location`, empty when there is none.
    pub location: String,
    /// `Retry-After`, empty when there is none.
    pub retry_after: String,
    /// Every `Set-Cookie`.
    pub cookies: Vec<String>,
    /// The document, without the tokens of its forms: they are random, and a text looked for may stand
    /// in them by chance.
    pub body: String,
    /// The same as it came: files are no text.
    pub bytes: Vec<u8>,
    /// Everything said about it.
    pub headers: HeaderMap,
}

impl Page {
    /// Whether a piece of text stands in it.
    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// One of its headers, `""` when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }

    /// Its body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("a body of JSON")
    }

    /// The code of a problem; `""` when it is none.
    pub fn problem(&self) -> String {
        if self.header("content-type") != "application/problem+json" {
            return String::new();
        }
        let body = self.json();
        api::problem::BODY.check(&body, "$").expect("a whole problem");
        assert_eq!(body["status"], self.status);
        body["kode"].as_str().unwrap_or("").to_owned()
    }
}

impl House {
    /// Serves the node of a bench made with [`crate::schema::TABLES`].
    pub fn new(bench: &Bench, modules: &'static [Module]) -> House {
        House::shaped(bench, modules, |_| {})
    }

    /// The same with another shape of hall: a narrow gate, little patience.
    pub fn shaped(bench: &Bench, modules: &'static [Module], shape: impl FnOnce(&mut Hall)) -> House {
        let database = bench.url().map_or(Database::Sqlite, |url| Database::Postgres(url.to_owned()));
        let node = Node::open(bench.folder(), database, crate::schema::TABLES, None).expect("node opens");
        House::of(node, modules, shape)
    }

    /// Serves a node that is there already, such as a demo.
    pub fn of(node: Node, modules: &'static [Module], shape: impl FnOnce(&mut Hall)) -> House {
        let tables = Tables::bundled().expect("tables of the law");
        let mut hall = Hall::new(node, tables, false);
        hall.katalog = crate::indikator::Katalog::of(modules);
        shape(&mut hall);
        let hall = Arc::new(hall);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .max_blocking_threads(1)
            .enable_all()
            .build()
            .expect("runtime");
        House { router: http::router(hall.clone(), modules), modules, hall, runtime }
    }

    /// Makes an account; answers its one-time password.
    pub fn account(
        &self,
        nama: &str,
        role: Role,
        instansi: &str,
        unor: &str,
        own: Option<PegawaiId>,
    ) -> String {
        let lengkap = format!("{nama} lengkap");
        let account = NewAccount { nama, lengkap: &lengkap, role, instansi, unor, pegawai: own };
        let mut source = Source::seeded(1, self.hall.node.clock);
        self.hall.with(|conn| account::create(conn, &mut source, &account)).expect("account made")
    }

    /// Makes an account and lets somebody in with it, the first password already changed.
    pub fn browser(
        &self,
        nama: &str,
        role: Role,
        instansi: &str,
        unor: &str,
        own: Option<PegawaiId>,
    ) -> Browser {
        self.account(nama, role, instansi, unor, own);
        let mut source = Source::system(self.hall.node.clock).expect("randomness");
        let opened = self.hall.with(|conn| {
            account::set_password(conn, &mut source, nama, PASSWORD, false)?;
            session::open(conn, &mut source, nama)
        });
        self.with_cookie(&format!("{}={}", session::COOKIE, opened.expect("session opened")))
    }

    /// The browser that holds a session cookie.
    pub fn with_cookie(&self, cookie: &str) -> Browser {
        let pair = cookie.split(';').next().unwrap_or("");
        let token = pair.split_once('=').map_or("", |p| p.1);
        let now = self.hall.now();
        let visitor = self.hall.with(|conn| session::find(conn, token, now)).expect("session read");
        Browser {
            cookie: pair.to_owned(),
            csrf: visitor.map(|v| crate::edge::mask(&v.csrf)).unwrap_or_default(),
        }
    }

    /// Reads a page.
    pub fn get(&self, who: &Browser, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, &who.cookie);
        self.ask(request.body(Body::empty()).expect("request"))
    }

    /// Reads the part of a page a script asks for.
    pub fn part(&self, who: &Browser, path: &str, part: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, &who.cookie).header("x-potongan", part);
        self.ask(request.body(Body::empty()).expect("request"))
    }

    /// Sends a form, with the token of the session.
    pub fn post(&self, who: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &who.csrf).extend_pairs(fields);
        let request = Request::post(path)
            .header(header::COOKIE, &who.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.finish())).expect("request"))
    }

    /// Sends a form with a file.
    pub fn upload(
        &self,
        who: &Browser,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        file: &[u8],
    ) -> Page {
        const LINE: &str = "batas-bagian-formulir";
        let mut body = Vec::new();
        for (field, value) in [("csrf", who.csrf.as_str())].iter().chain(fields) {
            body.extend(
                format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        body.extend(
            format!(
                "--{LINE}\r\ncontent-disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\r\n"
            )
            .bytes(),
        );
        body.extend(file);
        body.extend(format!("\r\n--{LINE}--\r\n").bytes());
        let request = Request::post(path)
            .header(header::COOKIE, &who.cookie)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"));
        self.ask(request.body(Body::from(body)).expect("request"))
    }

    /// Makes an account with its password changed, and a token of it.
    pub fn token(&self, nama: &str, role: Role, instansi: &str, scopes: &[Scope]) -> String {
        self.browser(nama, role, instansi, "", None);
        self.token_of(nama, scopes)
    }

    /// A token of an account that is there.
    pub fn token_of(&self, akun: &str, scopes: &[Scope]) -> String {
        let mut source = Source::system(self.hall.node.clock).expect("randomness");
        let until = self.hall.today().add_days(30);
        let new = token::NewToken { akun, nama: "program uji", scopes, until };
        self.hall.with(|conn| token::create(conn, &mut source, &new)).expect("token made")
    }

    /// What a program with a token is answered.
    pub fn call(&self, token: &str, path: &str) -> Page {
        let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.ask(request.body(Body::empty()).expect("request"))
    }

    /// The body of an answer that must be there and be what its route declares.
    pub fn read(&self, token: &str, path: &str) -> Value {
        let page = self.call(token, path);
        assert_eq!((page.status, page.problem()), (200, String::new()), "{path}");
        let body = page.json();
        let operation = self.operation(path).expect("an address of the API");
        api::openapi::check(operation, &body).unwrap_or_else(|e| panic!("{path}: {e}"));
        body
    }

    fn operation(&self, path: &str) -> Option<&'static Operation> {
        let asked: Vec<&str> = path.split('?').next()?.split('/').collect();
        let fits = |pattern: &str| {
            let parts: Vec<&str> = pattern.split('/').collect();
            let same = |(part, given): (&&str, &&str)| part.starts_with('{') || part == given;
            parts.len() == asked.len() && parts.iter().zip(&asked).all(same)
        };
        let routes = self.modules.iter().flat_map(|m| m.routes);
        let mut found = routes.filter(|r| fits(r.path)).filter_map(|r| match r.method {
            Method::Api(operation) => Some(operation),
            _ => None,
        });
        found.next()
    }

    /// Any request.
    pub fn ask(&self, request: Request<Body>) -> Page {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("never fails");
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("body read");
            let text = |v: &axum::http::HeaderValue| v.to_str().unwrap_or("").to_owned();
            Page {
                status: parts.status.as_u16(),
                location: parts.headers.get(header::LOCATION).map(text).unwrap_or_default(),
                retry_after: parts.headers.get(header::RETRY_AFTER).map(text).unwrap_or_default(),
                cookies: parts.headers.get_all(header::SET_COOKIE).iter().map(text).collect(),
                body: without_tokens(&String::from_utf8_lossy(&bytes)),
                bytes: bytes.into(),
                headers: parts.headers,
            }
        })
    }

    /// What waits for an account today, by the sources of these modules.
    pub fn tugas(&self, akun: &str) -> Vec<crate::tugas::Tugas> {
        let account = self.hall.with(|conn| account::find(conn, akun)).expect("account read");
        let visitor = account.expect("an account").visitor;
        crate::tugas::semua(&self.hall, self.modules, &visitor, self.hall.today()).expect("tasks read")
    }

    /// How many statements requests have run so far, session look-ups included.
    pub fn queries(&self) -> u64 {
        let counted = async { tokio::task::spawn_blocking(store::sql::queries).await };
        self.runtime.block_on(counted).expect("counted")
    }
}

/// A document with an empty value in each form token.
fn without_tokens(document: &str) -> String {
    const TOKEN: &str = "name=\"csrf\" value=\"";
    let mut pieces = document.split(TOKEN);
    let first = pieces.next().unwrap_or("").to_owned();
    pieces.fold(first, |text, rest| {
        let after = rest.find('"').map_or("", |end| &rest[end..]);
        text + TOKEN + after
    })
}

/// Serves on both engines, one after the other, a node with these journals: the instansi and its entries.
pub fn on_both(
    name: &str,
    modules: &'static [Module],
    journals: &[(&str, Vec<Entry>)],
    body: impl Fn(&House, &mut Bench),
) {
    store::testing::on_both_with(name, crate::schema::TABLES, |bench| {
        for (instansi, _) in journals {
            bench.tenant(instansi);
        }
        // A journal nobody has written to yet has no head either.
        for (instansi, entries) in journals.iter().filter(|j| !j.1.is_empty()) {
            bench.append(instansi, entries);
        }
        let house = House::new(bench, modules);
        house.hall.present().expect("a world");
        body(&house, bench);
    });
}

/// The password of every account [`House::browser`] makes.
pub const PASSWORD: &str = "kopi pagi di teras";
