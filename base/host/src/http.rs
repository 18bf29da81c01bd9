//! Requests in, answers out. The network edge is asynchronous and thin; handlers are plain functions
//! on a blocking thread: gather, decide, say or record.

use crate::access::{Action, Reach, Visitor};
use crate::clocks::{Clocks, tanggal};
use crate::hall::{Hall, World};
use crate::module::{Method, Module, Route};
use crate::problem::Problem;
use crate::session;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use web::page::{Clock, Tema};
use web::{Crumb, Frame, Instansi, Merek, NavGroup, NavItem, User};

/// What a handler gives back.
pub type Answer = Result<Response, Problem>;

/// Fields of an ordinary form, all together.
const FORM_BYTES: usize = 256 << 10;
/// A file; the reader has tighter limits of its own and says them better.
const FILE_BYTES: u64 = 256 << 20;

/// A file that came with a form, already on disk.
#[derive(Debug)]
pub struct Upload {
    /// Where it lies for now.
    pub path: PathBuf,
    /// What the sender calls it.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        // Kept files have moved on; what is still here was refused.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// One request, with who asks and what about.
pub struct Ctx {
    /// The node.
    pub hall: Arc<Hall>,
    /// Who asks; nobody at the door.
    pub visitor: Option<Visitor>,
    /// Session token, for signing out.
    pub token: Option<String>,
    /// What the route is for.
    pub action: Option<Action>,
    /// Parts of the path by name.
    pub params: Vec<(String, String)>,
    /// Query pairs.
    pub query: Vec<(String, String)>,
    /// Form fields.
    pub form: Vec<(String, String)>,
    /// The file of a form.
    pub upload: Option<Upload>,
    /// Path without query.
    pub path: String,
    /// Path with query.
    pub full_path: String,
    /// Chosen theme.
    pub theme: Option<Tema>,
    /// The moment asked about.
    pub clocks: Clocks,
    /// Only a part of the page is wanted (`X-Potongan`).
    pub part: bool,
    menu: Arc<Vec<crate::module::MenuItem>>,
    present: OnceLock<Arc<World>>,
}

fn pick<'p>(pairs: &'p [(String, String)], name: &str) -> &'p str {
    pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.as_str())
}

impl Ctx {
    /// A part of the path.
    pub fn param(&self, name: &str) -> &str {
        pick(&self.params, name)
    }

    /// A query value, `""` when not given.
    pub fn query(&self, name: &str) -> &str {
        pick(&self.query, name)
    }

    /// A form field, `""` when not given.
    pub fn field(&self, name: &str) -> &str {
        pick(&self.form, name)
    }

    /// Who asks.
    ///
    /// # Errors
    /// When nobody is signed in; routes with an action never get there.
    pub fn visitor(&self) -> Result<&Visitor, Problem> {
        self.visitor.as_ref().ok_or(Problem::SignedOut)
    }

    /// How far the visitor reaches with this route's action.
    pub fn reach(&self) -> Reach {
        match (&self.visitor, self.action) {
            (Some(visitor), Some(action)) => visitor.reach(action),
            _ => Reach::None,
        }
    }

    /// The present, looked up once a request: page and frame speak of the same moment.
    pub fn present(&self) -> Result<Arc<World>, Problem> {
        if let Some(world) = self.present.get() {
            return Ok(world.clone());
        }
        let world = self.hall.present()?;
        Ok(self.present.get_or_init(|| world).clone())
    }

    /// The world as of the moment asked about.
    pub fn world(&self) -> Result<Arc<World>, Problem> {
        if self.clocks.is_present() { self.present() } else { Ok(self.hall.at(self.clocks.as_of())?) }
    }

    /// Which people of a world the visitor may see with this route's action.
    pub fn sees<'w>(&'w self, world: &'w World) -> impl Fn(usize) -> bool + 'w {
        self.sees_with(world, self.action)
    }

    /// The same with another action: a page may count what another page lists.
    pub fn sees_with<'w>(&'w self, world: &'w World, action: Option<Action>) -> impl Fn(usize) -> bool + 'w {
        let visitor = self.visitor.as_ref();
        let register = &world.register;
        let own_instansi = visitor.map(|v| register.names.find(&v.instansi));
        // Units inside an operator's subtree, as numbers of the register: worked out once a request.
        let inside = visitor
            .filter(|v| action.is_some_and(|a| v.reach(a) == Reach::Subtree))
            .map(|v| world.units_within(&v.instansi, &v.unor));
        move |i: usize| {
            let (Some(visitor), Some(action)) = (visitor, action) else { return false };
            let own = visitor.instansi.is_empty() || own_instansi.flatten() == Some(register.instansi[i]);
            match visitor.reach(action) {
                Reach::None => false,
                Reach::Own => visitor.pegawai == Some(register.id[i]),
                Reach::Subtree => {
                    own && inside.as_ref().is_some_and(|units| units.contains(&register.unor[i]))
                }
                Reach::Instansi => own,
            }
        }
    }

    /// The frame of a page. `crumbs` are (label, address) from the top; the page itself comes last.
    pub fn frame(&self, title: &str, crumbs: &[(&str, &str)]) -> Frame {
        let nobody = String::new();
        let visitor = self.visitor.as_ref();
        let world = self.present().ok();
        let tenants = world.as_ref().map_or(&[][..], |w| &w.tenants);
        let own = visitor.and_then(|v| tenants.iter().find(|t| t.id == v.instansi)).or(tenants.first());
        let name = own.map_or("Sinergi", |t| t.nama.as_str()).to_owned();
        let mut steps: Vec<Crumb> = crumbs
            .iter()
            .map(|(label, href)| Crumb { label: (*label).into(), href: Some((*href).into()) })
            .collect();
        steps.push(Crumb { label: title.to_owned(), href: None });
        Frame {
            title: title.to_owned(),
            refused: false,
            crumbs: steps,
            nav: self.nav(),
            instansi: Instansi {
                initials: web::format::initials(&name),
                name,
                scope: self.scope(tenants.len()),
            },
            user: User {
                name: visitor.map_or(&nobody, |v| &v.lengkap).clone(),
                role: visitor.map_or("", |v| v.role.label()).to_owned(),
            },
            clock: None,
            flash: None,
            csrf: visitor.map_or(&nobody, |v| &v.csrf).clone(),
            theme: self.theme,
            merek: Merek::Inagov,
            path: self.full_path.clone(),
            sample_data: self.hall.node.demo_seed.is_some(),
            refresh_seconds: None,
        }
    }

    /// The same with both clocks, for pages about a moment. `keep` are query pairs that must stay.
    pub fn frame_at(&self, title: &str, crumbs: &[(&str, &str)], keep: &[&str]) -> Frame {
        let kept: Vec<(String, String)> =
            self.query.iter().filter(|q| keep.contains(&q.0.as_str())).cloned().collect();
        let pairs: Vec<(&str, &str)> = kept.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        Frame {
            clock: Some(Clock {
                today: tanggal(self.clocks.today),
                berlaku: self.clocks.berlaku.map(tanggal),
                diketahui: self.clocks.diketahui.map(tanggal),
                action: self.path.clone(),
                today_href: web::url::link(&self.path, &pairs),
                keep: kept,
            }),
            ..self.frame(title, crumbs)
        }
    }

    fn scope(&self, tenants: usize) -> String {
        match &self.visitor {
            Some(v) if v.instansi.is_empty() && tenants > 1 => format!("{tenants} instansi"),
            Some(v) if !v.unor.is_empty() => "Unit Anda".into(),
            _ => "Semua perangkat daerah".into(),
        }
    }

    fn nav(&self) -> Vec<NavGroup> {
        let mut groups: Vec<NavGroup> = Vec::new();
        let allowed = |action| self.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None);
        for item in self.menu.iter().filter(|i| allowed(i.action)) {
            let label = (!item.group.is_empty()).then(|| item.group.to_owned());
            let active = self.path == item.href
                || (item.href != "/" && self.path.starts_with(&format!("{}/", item.href)));
            let line = NavItem {
                label: item.label.into(),
                href: item.href.into(),
                icon: item.icon,
                active,
                count: None,
                waiting: false,
                phone: item.phone.map(str::to_owned),
                key: item.key,
            };
            match groups.iter_mut().find(|g| g.label == label) {
                Some(group) => group.items.push(line),
                None => groups.push(NavGroup { label, items: vec![line] }),
            }
        }
        groups
    }
}

/// A page.
pub fn html(markup: Markup) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup.into_string()).into_response()
}

/// Go there instead (after a form: the page is read again with GET).
pub fn redirect(to: &str) -> Response {
    let to = if own_path(to) { to } else { "/" };
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}

/// Whether an address leads to a page of ours: a path of visible ASCII. Browsers read `//` and `/\` as
/// the beginning of another host.
pub fn own_path(to: &str) -> bool {
    to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')
}

/// A file to keep.
pub fn file(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", sheet_safe(name));
    ([(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

/// A file to keep that lies on disk, sent in pieces; it is removed afterwards.
pub fn file_from(name: &str, content_type: &'static str, path: PathBuf) -> Answer {
    let opened = std::fs::File::open(&path).map_err(store::Error::from)?;
    // The name goes, the open file stays readable to its end.
    let _ = std::fs::remove_file(&path);
    let stream = tokio_util::io::ReaderStream::with_capacity(tokio::fs::File::from_std(opened), 64 << 10);
    let mut response = Body::from_stream(stream).into_response();
    let disposition = format!("attachment; filename=\"{}\"", sheet_safe(name));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn sheet_safe(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "._- ".contains(c) { c } else { '_' }).collect()
}

/// What the router needs beside the hall.
struct House {
    hall: Arc<Hall>,
    menu: Arc<Vec<crate::module::MenuItem>>,
}

/// Every page of every module behind one door.
pub fn router(hall: Arc<Hall>, modules: &'static [Module]) -> Router {
    let menu = Arc::new(modules.iter().flat_map(|m| m.menu).copied().collect());
    let house = Arc::new(House { hall, menu });
    let mut router = Router::new();
    for route in modules.iter().flat_map(|m| m.routes) {
        let answer = move |State(house): State<Arc<House>>, params: RawPathParams, request: Request| {
            let params = params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
            answer(house, route, params, request)
        };
        router =
            router.route(route.path, if route.method == Method::Get { get(answer) } else { post(answer) });
    }
    router
        .route(
            "/aset/{name}",
            get(|request: Request| async move { web::assets::answer(request.uri().path()) }),
        )
        .route("/sehat", get(|| async { "sehat\n" }))
        .fallback(|State(house): State<Arc<House>>, request: Request| missing(house, request))
        .layer(axum::middleware::from_fn_with_state(house.clone(), headers))
        .layer(DefaultBodyLimit::disable())
        .with_state(house)
}

async fn missing(house: Arc<House>, request: Request) -> Response {
    static NOWHERE: Route = Route {
        method: Method::Get,
        path: "",
        action: Some(Action::Akun),
        handler: |_| Err(Problem::NotFound),
    };
    answer(house, &NOWHERE, Vec::new(), request).await
}

async fn headers(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let gzip = crate::edge::accepts_gzip(request.headers());
    let response = next.run(request).await;
    let mut response = crate::edge::compress(gzip, response).await;
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set("content-security-policy", web::page::CSP);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("x-frame-options", "DENY");
    set("cross-origin-opener-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=()");
    set("cache-control", "no-store");
    if house.hall.secure {
        set("strict-transport-security", "max-age=31536000");
    }
    response
}

async fn answer(
    house: Arc<House>,
    route: &'static Route,
    params: Vec<(String, String)>,
    request: Request,
) -> Response {
    let mut ctx = match context(&house, route, params, &request) {
        Ok(ctx) => ctx,
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    };
    // The session is asked for before a body is read: nobody uploads without being somebody.
    let token = ctx.token.clone();
    let hall = house.hall.clone();
    let found = tokio::task::spawn_blocking(move || match token {
        Some(token) => hall.with(|conn| session::find(conn, &token, hall.now())),
        None => Ok(None),
    });
    ctx.visitor = match found.await {
        Ok(Ok(visitor)) => visitor,
        Ok(Err(e)) => return told(ctx, Problem::Failed(e)).await,
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    // Pages carry the token under a mask; the bare one stays here.
    let token = ctx.visitor.as_mut().map(|v| {
        let masked = crate::edge::mask(&v.csrf);
        std::mem::replace(&mut v.csrf, masked)
    });
    if let Some(response) = turned_away(&ctx, route) {
        return match response {
            Ok(response) => response,
            Err(problem) => told(ctx, problem).await,
        };
    }
    if ctx.clocks.unreadable {
        let sentence =
            "Tanggal pada alamat atau isian tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 22-11-2026.";
        return told(ctx, Problem::Refused("WAKTU-02", sentence.into())).await;
    }
    if route.method != Method::Get {
        let same_site = from_own_page(request.headers());
        if let Err(problem) = read_body(&mut ctx, route, request).await {
            return told(ctx, problem).await;
        }
        // The door has no token: somebody may stand before it in a second tab.
        let expected = token.filter(|_| route.action.is_some());
        if !same_site || expected.is_some_and(|token| !crate::edge::fits(&token, ctx.field("csrf"))) {
            return told(ctx, Problem::Forged).await;
        }
    }
    let handled = tokio::task::spawn_blocking(move || {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (route.handler)(&mut ctx)));
        match done {
            Ok(Ok(response)) => response,
            Ok(Err(problem)) => say(ctx, problem),
            // An impossible state lets one page fall, not the house.
            Err(_) => {
                say(ctx, Problem::Failed(store::Error::Corrupt("keadaan mustahil di dalam program".into())))
            }
        }
    });
    handled.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn context(
    house: &House,
    route: &Route,
    params: Vec<(String, String)>,
    request: &Request,
) -> Result<Ctx, ()> {
    let query = form_pairs(request.uri().query().unwrap_or("").as_bytes());
    let cookie = |name: &str| cookie(request.headers(), name);
    let path = request.uri().path().to_owned();
    let full_path = request.uri().path_and_query().map_or(path.clone(), |p| p.as_str().to_owned());
    if full_path.len() > 4_096 {
        return Err(());
    }
    Ok(Ctx {
        clocks: Clocks::read(house.hall.today(), &query),
        hall: house.hall.clone(),
        visitor: None,
        token: cookie(cookie_name(house.hall.secure)),
        action: route.action,
        params,
        query,
        form: Vec::new(),
        upload: None,
        path,
        full_path,
        theme: cookie("tema").as_deref().and_then(Tema::from_cookie),
        part: request.headers().contains_key("x-potongan"),
        menu: house.menu.clone(),
        present: OnceLock::new(),
    })
}

/// The cookie's name; over TLS the browser itself refuses to let anybody else set it.
pub fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-sinergi_sesi" } else { session::COOKIE }
}

/// Those who may not pass: to the door, to the new password, or told that they may not.
fn turned_away(ctx: &Ctx, route: &Route) -> Option<Answer> {
    let action = route.action?;
    let Some(visitor) = &ctx.visitor else {
        return Some(match route.method {
            Method::Get => Ok(redirect(&web::url::link("/masuk", &[("lanjut", &ctx.full_path)]))),
            _ => Err(Problem::SignedOut),
        });
    };
    if visitor.must_change && action != Action::Akun {
        return Some(Ok(redirect("/sandi")));
    }
    (visitor.reach(action) == Reach::None).then_some(Err(Problem::Forbidden))
}

/// Browsers say where a form comes from; one that says "elsewhere" is not ours.
fn from_own_page(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => true,
    }
}

async fn read_body(ctx: &mut Ctx, route: &Route, request: Request) -> Result<(), Problem> {
    let too_large = |_| Problem::TooLarge("256 KB".into());
    if route.method == Method::Post {
        let bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES).await.map_err(too_large)?;
        ctx.form = form_pairs(&bytes);
        return Ok(());
    }
    let broken = || Problem::Refused("IMP-10", "Pengiriman berkas terputus. Kirim ulang.".into());
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    while let Some(mut part) = parts.next_field().await.map_err(|_| broken())? {
        let name = part.name().unwrap_or("").to_owned();
        let Some(file_name) = part.file_name().map(str::to_owned) else {
            let text = part.text().await.map_err(|_| broken())?;
            if text.len() > FORM_BYTES {
                return Err(Problem::TooLarge("256 KB".into()));
            }
            ctx.form.push((name, text));
            continue;
        };
        let path = incoming(&ctx.hall)?;
        let mut upload = Upload { path, name: file_name, size: 0 };
        let mut target = tokio::fs::File::create(&upload.path).await.map_err(store::Error::from)?;
        while let Some(piece) = part.chunk().await.map_err(|_| broken())? {
            upload.size += piece.len() as u64;
            if upload.size > FILE_BYTES {
                return Err(Problem::TooLarge("256 MB".into()));
            }
            tokio::io::AsyncWriteExt::write_all(&mut target, &piece).await.map_err(store::Error::from)?;
        }
        tokio::io::AsyncWriteExt::flush(&mut target).await.map_err(store::Error::from)?;
        ctx.upload = Some(upload);
    }
    Ok(())
}

fn incoming(hall: &Hall) -> Result<PathBuf, Problem> {
    let mut source = store::Source::system(hall.node.clock).map_err(store::Error::from)?;
    let name = store::derive::hex(&source.bytes32()[..12]);
    Ok(hall.node.berkas.incoming(&name).map_err(store::Error::from)?)
}

/// Says it on a blocking thread: the frame around the sentence asks the database.
async fn told(ctx: Ctx, problem: Problem) -> Response {
    let said = tokio::task::spawn_blocking(move || say(ctx, problem));
    said.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn say(ctx: Ctx, problem: Problem) -> Response {
    let status = problem.status();
    let sentence = problem.say(&ctx.hall);
    let title = sentence.title();
    let body = web::component::masalah::masalah(&sentence);
    let page = match &ctx.visitor {
        Some(_) => web::page(&Frame { refused: true, ..ctx.frame(title, &[]) }, body),
        None => web::bare(title, "", ctx.theme, Merek::Inagov, body),
    };
    (status, html(page)).into_response()
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|p| p.0 == name).map(|p| p.1.to_owned())
}

/// `application/x-www-form-urlencoded`; bytes that are no UTF-8 become replacement characters.
fn form_pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).map(|(k, v)| (k.into_owned(), v.into_owned())).collect()
}
