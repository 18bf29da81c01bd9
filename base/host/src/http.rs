//! Requests in, answers out. The network edge is asynchronous and thin; handlers are plain functions
//! on a blocking thread: gather, decide, say or record.

mod answer;
mod body;
mod ctx;
mod signs;

pub use answer::{Answer, file, file_from, html, own_path, redirect, refused};
pub use ctx::{Ctx, Upload};

use crate::access::{Action, Reach, Role};
use crate::clocks::Clocks;
use crate::hall::Hall;
use crate::module::{MenuItem, Method, Module, Route};
use crate::problem::Problem;
use crate::session;
use axum::Router;
use axum::extract::{DefaultBodyLimit, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use body::{form_pairs, read_body};
use std::sync::{Arc, OnceLock};
use web::page::Tema;
use web::{Frame, Merek};

/// What the router needs beside the hall.
struct House {
    hall: Arc<Hall>,
    menu: Arc<Vec<MenuItem>>,
    modules: &'static [Module],
}

/// Every page of every module behind one door.
pub fn router(hall: Arc<Hall>, modules: &'static [Module]) -> Router {
    let menu = Arc::new(modules.iter().flat_map(|m| m.menu).copied().collect());
    let house = Arc::new(House { hall, menu, modules });
    let mut router = Router::new();
    for route in modules.iter().flat_map(|m| m.routes) {
        let answer = move |State(house): State<Arc<House>>, params: RawPathParams, request: Request| {
            let params = params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
            answer(house, route, params, request)
        };
        let reads = matches!(route.method, Method::Get | Method::Api(_));
        router = router.route(route.path, if reads { get(answer) } else { post(answer) });
    }
    let document: Arc<str> = crate::api::openapi::document(modules).to_string().into();
    let document =
        move || async move { ([(header::CONTENT_TYPE, "application/json")], document.to_string()) };
    router
        .route(crate::api::DOCUMENT, get(document))
        .route(
            "/aset/{name}",
            get(|request: Request| async move { web::assets::answer(request.uri().path()) }),
        )
        .route("/sehat", get(|| async { "sehat\n" }))
        .route("/siap", get(|State(house): State<Arc<House>>| signs::ready(house.hall.clone())))
        .route(
            "/metrik",
            get(|State(house): State<Arc<House>>, request: Request| {
                signs::metrics(house.hall.clone(), request)
            }),
        )
        .method_not_allowed_fallback(|request: Request| async move {
            match request.uri().path() {
                path if path.starts_with(crate::api::ROOT) => crate::api::not_this_way(path),
                _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
            }
        })
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
    if request.uri().path().starts_with(crate::api::ROOT) {
        let path = request.uri().path().to_owned();
        return crate::api::elsewhere(house.hall.clone(), path, request.headers().clone()).await;
    }
    answer(house, &NOWHERE, Vec::new(), request).await
}

async fn headers(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let gzip = crate::edge::accepts_gzip(request.headers());
    let begun = signs::Begun::of(&request);
    let response = next.run(request).await;
    begun.done(&house.hall, &response);
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
    let context = context(&house, route, params, &request);
    if let Method::Api(operation) = route.method {
        let headers = request.headers().clone();
        return crate::api::answer(context.ok(), route, operation, headers).await;
    }
    let mut ctx = match context {
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
    // A page for everybody answers nobody so often that it has no time for the others.
    if let (None, Some(action), Some(address)) = (&ctx.visitor, route.action, ctx.address)
        && allowance(&ctx.hall, action).take(crate::edge::counted_by(address), ctx.hall.now()).is_err()
    {
        return told(ctx, Problem::Wait(1)).await;
    }
    if ctx.clocks.unreadable {
        let sentence =
            "Tanggal pada alamat atau isian tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 22-11-2026.";
        return told(ctx, Problem::Refused("WAKTU-02", sentence.into())).await;
    }
    // This one reading is written down, in the name of whoever asks: no page of others may ask for them.
    let written = route.action == Some(Action::EksporLengkap);
    if written && (request.method() == axum::http::Method::HEAD || !from_own_page(request.headers())) {
        return told(ctx, Problem::Forged).await;
    }
    if route.method != Method::Get {
        if !from_own_page(request.headers()) {
            return told(ctx, Problem::Forged).await;
        }
        // The door has no token: somebody may stand before it in a second tab.
        let expected = token.filter(|_| route.action.is_some());
        if let Err(problem) = read_body(&mut ctx, route, request, expected.as_deref()).await {
            return told(ctx, problem).await;
        }
        if expected.is_some_and(|token| !crate::edge::fits(&token, ctx.field("csrf"))) {
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
    let peer = request.extensions().get::<crate::serve::Peer>().map(|peer| peer.0);
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
        asal: crate::edge::origin(house.hall.secure, request.headers()),
        theme: cookie("tema").as_deref().and_then(Tema::from_cookie),
        address: crate::edge::address(house.hall.proxied, request.headers(), peer),
        part: request.headers().contains_key("x-potongan"),
        menu: house.menu.clone(),
        modules: house.modules,
        present: OnceLock::new(),
    })
}

/// The pairs of a query string without its `?`.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    body::form_pairs(query.as_bytes())
}

/// The cookie's name; over TLS the browser itself refuses to let anybody else set it.
pub fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-sinergi_sesi" } else { session::COOKIE }
}

/// How often an address may ask for what is open to everybody.
fn allowance(hall: &Hall, action: Action) -> &crate::api::limit::Limits {
    if action == Action::Hadir { &hall.aula } else { &hall.umum }
}

/// Those who may not pass: to the door, to the new password, or told that they may not. What everybody may,
/// whoever stands at the door may too.
fn turned_away(ctx: &Ctx, route: &Route) -> Option<Answer> {
    let action = route.action?;
    if crate::access::reach(Role::Publik, action) != Reach::None {
        return None;
    }
    let Some(visitor) = &ctx.visitor else {
        return Some(match route.method {
            Method::Get => Ok(redirect(&web::url::link("/masuk", &[("lanjut", &ctx.full_path)]))),
            _ => Err(Problem::SignedOut),
        });
    };
    if visitor.must_change && action != Action::Akun {
        return Some(Ok(redirect("/sandi")));
    }
    let unguarded = visitor.role == Role::Super && !visitor.totp;
    if ctx.hall.strict_door && unguarded && action != Action::Akun {
        return Some(Ok(redirect("/akun/autentikator")));
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

/// Says it on a blocking thread: the frame around the sentence asks the database.
async fn told(ctx: Ctx, problem: Problem) -> Response {
    let said = tokio::task::spawn_blocking(move || say(ctx, problem));
    said.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn say(ctx: Ctx, problem: Problem) -> Response {
    let (status, retry) = (problem.status(), problem.retry_after());
    let sentence = problem.say(&ctx.hall);
    let incident = signs::incident(&sentence);
    let title = sentence.title();
    let body = web::component::masalah::masalah(&sentence);
    let page = match &ctx.visitor {
        Some(_) => web::page(&Frame { refused: true, ..ctx.frame(title, &[]) }, body),
        None => web::bare(title, "", ctx.theme, Merek::Inagov, body),
    };
    let mut response = (status, html(page)).into_response();
    if let Some(incident) = incident {
        response.extensions_mut().insert(incident);
    }
    if let Some(seconds) = retry {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|p| p.0 == name).map(|p| p.1.to_owned())
}
