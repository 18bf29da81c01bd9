//! One request of a program: the token, what it is for, how often, what is asked; then the handler.

use super::Operation;
use super::problem::Trouble;
use crate::access::Reach;
use crate::hall::Hall;
use crate::http::Ctx;
use crate::module::Route;
use crate::problem::Problem;
use crate::token::{self, Held};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Answers on a blocking thread. The cookie of a browser counts for nothing here.
pub(crate) async fn answer(
    ctx: Option<Ctx>,
    route: &'static Route,
    operation: &'static Operation,
    headers: HeaderMap,
) -> Response {
    // Only an address that is too long makes no context.
    let Some(mut ctx) = ctx else { return Trouble::address().respond("") };
    let path = ctx.path.clone();
    let hall = ctx.hall.clone();
    let work = move || {
        let done = catch_unwind(AssertUnwindSafe(|| handled(&mut ctx, route, operation, &headers)));
        // An impossible state lets one answer fall, not the house.
        let broken = |_| Err(Trouble::of(impossible(), &hall));
        let answered = done.unwrap_or_else(broken);
        (answered.unwrap_or_else(|trouble| trouble.respond(&path)), headers)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok((response, headers)) => tagged(response, &headers).await,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// An address under `/api/` that is none of ours. Nobody without a token learns which are.
pub(crate) async fn elsewhere(hall: Arc<Hall>, path: String, headers: HeaderMap) -> Response {
    let work = move || {
        let trouble = match identify(&hall, &headers) {
            Ok(_) => Trouble::of(Problem::NotFound, &hall),
            Err(trouble) => trouble,
        };
        trouble.respond(&path)
    };
    let said = tokio::task::spawn_blocking(work).await;
    said.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Another method than GET.
pub(crate) fn not_this_way(path: &str) -> Response {
    Trouble::method().respond(path)
}

fn impossible() -> Problem {
    Problem::Failed(store::Error::Corrupt("keadaan mustahil di dalam program".into()))
}

fn handled(
    ctx: &mut Ctx,
    route: &Route,
    operation: &Operation,
    headers: &HeaderMap,
) -> Result<Response, Trouble> {
    let hall = ctx.hall.clone();
    let held = identify(&hall, headers)?;
    hall.limits.take(held.id, hall.now()).map_err(Trouble::often)?;
    if !held.scopes.contains(&operation.scope) {
        return Err(Trouble::scope(operation.scope));
    }
    let reach = route.action.map_or(Reach::None, |action| held.visitor.reach(action));
    let visitor = &held.visitor;
    let unguarded = hall.strict_door
        && visitor.role == crate::access::Role::Super
        && !hall.with(|conn| crate::totp::is_set(conn, &visitor.akun)).unwrap_or(false);
    if reach == Reach::None || unguarded {
        return Err(Trouble::of(Problem::Forbidden, &hall));
    }
    ctx.visitor = Some(held.visitor);
    if let Some(sentence) = operation.trouble(&ctx.query) {
        return Err(Trouble::param(sentence));
    }
    (route.handler)(ctx).map_err(|problem| Trouble::of(problem, &hall))
}

/// Who holds the token of a request.
fn identify(hall: &Hall, headers: &HeaderMap) -> Result<Held, Trouble> {
    let token = bearer(headers)?;
    let found = hall.with(|conn| token::find(conn, token, hall.now()));
    found.map_err(|e| Trouble::of(Problem::Failed(e), hall))?.ok_or_else(|| Trouble::token(true))
}

/// The token of exactly one `Authorization: Bearer …`.
fn bearer(headers: &HeaderMap) -> Result<&str, Trouble> {
    let mut lines = headers.get_all(header::AUTHORIZATION).iter();
    let (first, second) = (lines.next(), lines.next());
    let line = first.ok_or_else(|| Trouble::token(false))?.to_str().unwrap_or("");
    let (scheme, token) = line.split_once(' ').unwrap_or((line, ""));
    match second {
        None if scheme.eq_ignore_ascii_case("bearer") => Ok(token.trim()),
        None => Err(Trouble::token(false)),
        Some(_) => Err(Trouble::token(true)),
    }
}

/// Puts the tag of a body on it; nothing is sent to somebody who has this very body already.
async fn tagged(response: Response, headers: &HeaderMap) -> Response {
    if response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // Pages are bounded by their rows, so a body is small enough to be held.
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let tag = format!("\"{}\"", store::derive::hex(&Sha256::digest(&bytes)[..16]));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        parts.headers.insert(header::ETAG, value);
    }
    // Kept by the program itself at most, and asked about before each use.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("authorization, accept-encoding"));
    if known_already(headers, &tag) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Whether `If-None-Match` names the tag; a weak one (the same body, compressed) counts as well.
fn known_already(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    let mut tags = lines.flat_map(|line| line.split(',')).map(str::trim);
    tags.any(|t| t == "*" || t.strip_prefix("W/").unwrap_or(t) == tag)
}
