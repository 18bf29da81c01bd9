//! After the rakor and until the next one: follow-ups, requests, escalation, what moved.

pub(crate) mod alat;
mod baru;
mod lapor;
mod papan;
mod saran;
mod satu;

pub(crate) use alat::Alat;
pub(super) use papan::{angka_bergerak, pembuka};

use super::umum::Sidang;
use crate::rule::rakor::Rtl;
use crate::rule::{Peran, Rakor};
use host::{Action, Ctx, Method, Problem, Route};

const LIHAT: Option<Action> = Some(Action::Rakor);
const KELOLA: Option<Action> = Some(Action::KelolaRakor);

/// Largest evidence, in MiB.
const BUKTI_MB: u32 = 25;

const fn get(path: &'static str, action: Option<Action>, handler: fn(&mut Ctx) -> host::Answer) -> Route {
    Route { method: Method::Get, path, action, handler }
}

const fn post(path: &'static str, action: Option<Action>, handler: fn(&mut Ctx) -> host::Answer) -> Route {
    Route { method: Method::Post, path, action, handler }
}

/// These pages.
pub const ROUTES: &[Route] = &[
    get("/rakor/{id}/rtl", LIHAT, papan::papan),
    get("/rakor/{id}/rtl/unduh.csv", LIHAT, papan::csv),
    get("/rakor/{id}/rtl/baru", KELOLA, baru::formulir),
    post("/rakor/{id}/rtl/baru", KELOLA, baru::kirim),
    get("/rakor/{id}/rekomendasi", LIHAT, saran::daftar),
    get("/rakor/{id}/rekomendasi/baru", KELOLA, saran::formulir),
    post("/rakor/{id}/rekomendasi/baru", KELOLA, saran::kirim),
    post("/rakor/{id}/rekomendasi/{saran}", KELOLA, saran::lanjut),
    get("/rtl/{id}/{rtl}", LIHAT, satu::satu),
    Route {
        method: Method::UploadMost(BUKTI_MB),
        path: "/rtl/{id}/{rtl}/laporan",
        action: Some(Action::TindakLanjut),
        handler: lapor::lapor,
    },
    post("/rtl/{id}/{rtl}/verifikasi", Some(Action::VerifikasiRtl), lapor::verifikasi),
    post("/rtl/{id}/{rtl}/ubah", KELOLA, lapor::ubah),
    post("/rtl/{id}/{rtl}/batal", KELOLA, lapor::batal),
    get("/rtl/{id}/{rtl}/bukti/{laporan}", LIHAT, lapor::bukti),
];

/// The follow-up of the address.
fn dicari<'s>(ctx: &Ctx, rakor: &'s Rakor) -> Result<&'s Rtl, Problem> {
    rakor.rtl(ctx.param("rtl")).ok_or(Problem::NotFound)
}

/// Only the convener's own people pass.
fn penyelenggara(sidang: &Sidang) -> Result<(), Problem> {
    if sidang.peran() == Peran::Penyelenggara { Ok(()) } else { Err(Problem::Forbidden) }
}

/// Points something may follow from: id and words.
fn butir(rakor: &Rakor) -> Vec<(String, String)> {
    let points = rakor.butir().filter(|p| !p.informasi);
    let say = |p: &crate::rule::rakor::Rumusan| {
        let text: String = p.kini.teks.chars().take(90).collect();
        (p.id.clone(), format!("R-{} {text}", rakor.nomor(&p.id).unwrap_or(0)))
    };
    points.map(say).collect()
}
