//! What the machine says of itself over HTTP, and the one line the log has for each request.

use crate::api::problem::Incident;
use crate::hall::Hall;
use crate::serve::Peer;
use crate::signs as counted;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Instant;
use web::component::masalah::Masalah;

/// A request on its way, known by the pattern of its address: ids, names and queries never get here.
pub(super) struct Begun {
    pattern: String,
    method: &'static str,
    at: Instant,
}

impl Begun {
    pub fn of(request: &Request) -> Begun {
        let pattern =
            request.extensions().get::<MatchedPath>().map_or("lain", MatchedPath::as_str).to_owned();
        // Anybody can make up a method: only the known ones stand in the log by name.
        let method = match *request.method() {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            _ => "lain",
        };
        Begun { pattern, method, at: Instant::now() }
    }

    pub fn done(self, hall: &Hall, response: &Response) {
        let took = self.at.elapsed();
        let status = response.status().as_u16();
        hall.signs.served(&self.pattern, status, took);
        let incident = response.extensions().get::<Incident>().map_or("", |i| i.0.as_str());
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let (metode, rute) = (self.method, self.pattern.as_str());
        tracing::info!(metode, rute, status, ms, insiden = incident, "permintaan");
    }
}

/// The number of a failure, for that line.
pub(super) fn incident(said: &Masalah) -> Option<Incident> {
    match said {
        Masalah::Kesalahan { incident, .. } => Some(Incident(incident.clone())),
        _ => None,
    }
}

/// `GET /siap`: whether work can be done here.
pub(super) async fn ready(hall: Arc<Hall>) -> Response {
    let looked = tokio::task::spawn_blocking(move || counted::troubles(&hall));
    match looked.await {
        Ok(list) if list.is_empty() => "siap\n".into_response(),
        Ok(list) => (StatusCode::SERVICE_UNAVAILABLE, format!("{}\n", list.join("\n"))).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// `GET /metrik`: for this machine, or whoever holds the operator's token.
pub(super) async fn metrics(hall: Arc<Hall>, request: Request) -> Response {
    if !may_read(&hall, &request) {
        let said = "Metrik hanya dibaca dari server ini, atau dengan token metrik.\n";
        return (StatusCode::FORBIDDEN, said).into_response();
    }
    let written = tokio::task::spawn_blocking(move || counted::metrics(&hall));
    match written.await {
        Ok(text) => {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Behind a proxy everybody seems to come from this machine, so there only the token counts.
fn may_read(hall: &Hall, request: &Request) -> bool {
    let headers = request.headers();
    if let Some(token) = &hall.signs.token {
        let sent = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok());
        let sent = sent.and_then(|line| line.strip_prefix("Bearer ")).unwrap_or("");
        // Hashes are compared, so that the time taken tells nothing about the token.
        if !token.is_empty() && Sha256::digest(sent) == Sha256::digest(token) {
            return true;
        }
    }
    let peer = request.extensions().get::<Peer>();
    let here = peer.is_some_and(|peer| peer.0.to_canonical().is_loopback());
    here && !hall.proxied && !forwarded(headers)
}

fn forwarded(headers: &HeaderMap) -> bool {
    ["x-forwarded-for", "x-real-ip", "forwarded", "via"].iter().any(|name| headers.contains_key(*name))
}
