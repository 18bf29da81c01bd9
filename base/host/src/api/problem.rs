//! Refusals for programs: RFC 9457 problem bodies, each with a code of ours that never changes.

use super::Scope;
use super::schema::{Object, Schema};
use crate::hall::Hall;
use crate::problem::Problem;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use web::component::masalah::Masalah;

/// The body of every answer that is not the one asked for.
pub static BODY: Object = Object {
    name: "Masalah",
    parts: &[
        ("type", Schema::Text, "URI jenis masalah; berakhir dengan kodenya."),
        ("title", Schema::Text, "Jenis masalah, selalu sama untuk kode yang sama."),
        ("status", Schema::Int, "Status HTTP."),
        ("detail", Schema::Text, "Apa yang terjadi dan apa yang dapat dilakukan."),
        ("instance", Schema::Text, "Alamat yang diminta."),
        ("kode", Schema::Text, "Kode tetap untuk program."),
        ("insiden", Schema::Maybe(&Schema::Text), "Nomor untuk operator bila server gagal."),
    ],
};

/// A refusal on its way out.
pub(super) struct Trouble {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: String,
    incident: Option<String>,
    header: Option<Box<(HeaderName, String)>>,
}

/// The number a failure is known by, for the log of requests.
#[derive(Clone, Debug)]
pub(crate) struct Incident(pub String);

impl Trouble {
    fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Trouble {
        Trouble { status, code, title, detail: detail.into(), incident: None, header: None }
    }

    /// No token, or one that opens nothing. Which of the two is said, why it opens nothing is not.
    pub fn token(given: bool) -> Trouble {
        let (detail, challenge) = match given {
            false => ("Kirim token pada kepala Authorization: Bearer <token>.", "Bearer realm=\"sinergi\""),
            true => (
                "Token tidak dikenal, sudah dicabut, atau sudah lewat masanya. Buat token baru pada halaman Token API.",
                "Bearer realm=\"sinergi\", error=\"invalid_token\"",
            ),
        };
        let made = Trouble::new(StatusCode::UNAUTHORIZED, "API-01", "Token tidak berlaku", detail);
        Trouble { header: Some(Box::new((header::WWW_AUTHENTICATE, challenge.to_owned()))), ..made }
    }

    /// The token is not for this.
    pub fn scope(scope: Scope) -> Trouble {
        let word = scope.word();
        let detail = format!("Token ini tidak mempunyai izin {word}. Buat token dengan izin itu.");
        let made = Trouble::new(StatusCode::FORBIDDEN, "API-02", "Izin token tidak cukup", detail);
        let challenge = format!("Bearer realm=\"sinergi\", error=\"insufficient_scope\", scope=\"{word}\"");
        Trouble { header: Some(Box::new((header::WWW_AUTHENTICATE, challenge))), ..made }
    }

    /// Too many requests: seconds to wait.
    pub fn often(seconds: u32) -> Trouble {
        let detail = format!("Token ini terlalu sering dipakai. Ulangi setelah {seconds} detik.");
        let made = Trouble::new(StatusCode::TOO_MANY_REQUESTS, "API-03", "Terlalu sering", detail);
        Trouble { header: Some(Box::new((header::RETRY_AFTER, seconds.to_string()))), ..made }
    }

    /// A parameter that cannot be read.
    pub fn param(detail: String) -> Trouble {
        Trouble::new(StatusCode::UNPROCESSABLE_ENTITY, "API-04", "Parameter tidak terbaca", detail)
    }

    /// Another method than GET.
    pub fn method() -> Trouble {
        let detail = "Alamat ini hanya dapat dibaca dengan GET.";
        Trouble::new(StatusCode::METHOD_NOT_ALLOWED, "API-05", "Metode tidak dilayani", detail)
    }

    /// An address that is too long to be one of ours.
    pub fn address() -> Trouble {
        let detail = "Alamat lebih panjang dari 4.096 karakter.";
        Trouble::new(StatusCode::URI_TOO_LONG, "API-06", "Alamat terlalu panjang", detail)
    }

    /// What handlers refuse with. Failures go to the log under a number.
    pub fn of(problem: Problem, hall: &Hall) -> Trouble {
        let (status, retry) = (problem.status(), problem.retry_after());
        let said = |code, title, detail: &str| Trouble::new(status, code, title, detail);
        let mut made = match problem {
            Problem::NotFound => said(
                "API-07",
                "Tidak ditemukan",
                "Alamat atau pengenal ini tidak ada, atau di luar wewenang akun.",
            ),
            Problem::Forbidden => {
                said("API-08", "Tidak berwenang", "Peran akun pemilik token tidak mencakup ini.")
            }
            Problem::Refused(code, sentence) => Trouble::new(status, code, "Permintaan ditolak", sentence),
            Problem::Conflict(sentence) => said("API-09", "Bentrok", &sentence),
            Problem::TooLarge(limit) => said("API-10", "Terlalu besar", &format!("Paling besar {limit}.")),
            Problem::SignedOut | Problem::Forged => Trouble::token(false),
            Problem::Wait(minutes) => {
                said("API-03", "Terlalu sering", &format!("Ulangi setelah {minutes} menit."))
            }
            Problem::Busy => said("API-11", "Server sibuk", "Ulangi beberapa detik lagi."),
            Problem::TooSlow => {
                said("API-12", "Terlalu lambat", "Pengiriman terhenti terlalu lama. Kirim lagi.")
            }
            failed @ Problem::Failed(_) => {
                let incident = match failed.say(hall) {
                    Masalah::Kesalahan { incident, .. } => incident,
                    _ => String::new(),
                };
                let detail = format!("Server gagal menjawab. Sebutkan nomor {incident} kepada operator.");
                let made = said("API-13", "Server gagal", &detail);
                Trouble { incident: Some(incident), ..made }
            }
        };
        if let Some(seconds) = retry {
            made.header = Some(Box::new((header::RETRY_AFTER, seconds.to_string())));
        }
        made
    }

    /// As an answer about this path.
    pub fn respond(self, path: &str) -> Response {
        let body = json!({
            "type": format!("tag:sinergi,2026:masalah/{}", self.code),
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
            "instance": path,
            "kode": self.code,
            "insiden": self.incident,
        });
        let mut response = (self.status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some((name, Ok(value))) = self.header.map(|h| (h.0, HeaderValue::from_str(&h.1))) {
            headers.insert(name, value);
        }
        if let Some(incident) = self.incident {
            response.extensions_mut().insert(Incident(incident));
        }
        response
    }
}
