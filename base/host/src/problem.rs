//! Requests that are not answered with the page asked for.

use crate::hall::Hall;
use axum::http::StatusCode;
use web::component::masalah::Masalah;

/// Why not.
#[derive(Debug)]
pub enum Problem {
    /// There is no such thing, or not for this visitor: the two look alike.
    NotFound,
    /// The role does not reach that far.
    Forbidden,
    /// Refused: permanent code and Indonesian sentence.
    Refused(&'static str, String),
    /// Somebody else was faster.
    Conflict(String),
    /// Too big: what came, what is allowed.
    TooLarge(String),
    /// Nobody is signed in.
    SignedOut,
    /// Not from our own page.
    Forged,
    /// Too many tries: minutes to wait.
    Wait(u32),
    /// Too many at once: everybody else is served, this one a little later.
    Busy,
    /// What was sent came too slowly.
    TooSlow,
    /// The machine broke.
    Failed(store::Error),
}

impl From<store::Error> for Problem {
    fn from(e: store::Error) -> Problem {
        match e {
            store::Error::Refused(text) => Problem::Refused("SIM-01", text),
            e => Problem::Failed(e),
        }
    }
}

impl Problem {
    /// The status a client sees.
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Forbidden | Problem::Forged => StatusCode::FORBIDDEN,
            Problem::Refused(..) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Conflict(_) => StatusCode::CONFLICT,
            Problem::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::SignedOut => StatusCode::UNAUTHORIZED,
            Problem::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Problem::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Problem::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Seconds after which the same request may be answered.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Problem::Wait(minutes) => Some(minutes * 60),
            Problem::Busy => Some(5),
            _ => None,
        }
    }

    /// What the page says. A failure gets an incident number; its details go to the log only.
    pub fn say(self, hall: &Hall) -> Masalah {
        match self {
            Problem::NotFound => Masalah::TidakDitemukan,
            Problem::Forbidden => Masalah::TidakBerwenang {
                who: "petugas yang berwenang".into(),
                contact: "administrator Sinergi instansi Anda".into(),
            },
            Problem::Refused(code, sentence) => Masalah::Ditolak { code: code.into(), sentence },
            Problem::Conflict(sentence) => Masalah::Bentrok { sentence },
            Problem::TooLarge(limit) => Masalah::TerlaluBesar { size: None, limit },
            Problem::SignedOut => Masalah::SesiBerakhir,
            Problem::Forged => Masalah::Ditolak {
                code: "AKSES-01".into(),
                sentence: "Formulir ini sudah kedaluwarsa atau tidak berasal dari Sinergi. Muat ulang halaman, lalu kirim lagi.".into(),
            },
            Problem::Wait(minutes) => Masalah::Tunggu { span: format!("{minutes} menit") },
            Problem::Busy => Masalah::Sibuk,
            Problem::TooSlow => Masalah::Ditolak {
                code: "KIRIM-01".into(),
                sentence: "Pengiriman terhenti terlalu lama. Periksa sambungan, lalu kirim lagi.".into(),
            },
            Problem::Failed(e) => {
                let incident = format!("G-{:04X}", hall.now().0 / 1_000 % 0x1_0000);
                tracing::error!(incident, error = %e, "permintaan gagal");
                Masalah::Kesalahan { incident, kept: false }
            }
        }
    }
}
