//! During the meeting: who is present, what is said, what is agreed.

mod bicara;
mod hadir;
mod kode;
mod mandiri;
mod notulen;
mod proyektor;
mod rumusan;

use super::catat::{Siapa, catat, kembali};
use super::umum::{Sidang, buka};
use crate::rule::Rakor;
use host::peristiwa::topik;
use host::{Action, Answer, Ctx, Method, Reach, Route};
use web::Frame;
use web::assets::Tambahan;
use web::component::kabar::Kabar;

const fn get(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(action), handler }
}

const fn post(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Post, path, action: Some(action), handler }
}

/// These pages.
pub const ROUTES: &[Route] = &[
    get("/rakor/{id}/hadir", Action::Rakor, hadir::daftar),
    post("/rakor/{id}/hadir", Action::CatatRakor, hadir::tambah),
    post("/rakor/{id}/hadir/coret", Action::CatatRakor, hadir::coret),
    get("/rakor/{id}/hadir/csv", Action::CatatRakor, hadir::csv),
    get("/rakor/{id}/presensi", Action::CatatRakor, hadir::presensi),
    post("/rakor/{id}/presensi", Action::CatatRakor, hadir::terima),
    get("/rakor/{id}/kode", Action::CatatRakor, mandiri::layar),
    get("/hadir/{rakor}/{kode}", Action::Hadir, mandiri::formulir),
    post("/hadir/{rakor}/{kode}", Action::Hadir, mandiri::daftar),
    get("/rakor/{id}/notulen", Action::Rakor, notulen::baca),
    post("/rakor/{id}/notulen", Action::CatatRakor, notulen::tulis),
    get("/rakor/{id}/notulen/{paragraf}", Action::Rakor, notulen::riwayat),
    post("/rakor/{id}/usul", Action::TindakLanjut, notulen::usul),
    get("/rakor/{id}/siaran", Action::Rakor, siaran),
    get("/rakor/{id}/rumusan", Action::Rakor, rumusan::baca),
    post("/rakor/{id}/rumusan", Action::KelolaRakor, rumusan::tulis),
    post("/rakor/{id}/rumusan/cabut", Action::KelolaRakor, rumusan::cabut),
    post("/rakor/{id}/rumusan/sikap", Action::TindakLanjut, rumusan::sikap),
    post("/rakor/{id}/rumusan/pungut", Action::KelolaRakor, rumusan::pungut),
    post("/rakor/{id}/rumusan/suara", Action::TindakLanjut, rumusan::suara),
    post("/rakor/{id}/rumusan/suara/tutup", Action::KelolaRakor, rumusan::tutup_suara),
    post("/rakor/{id}/bicara", Action::TindakLanjut, bicara::minta),
    post("/rakor/{id}/bicara/tarik", Action::TindakLanjut, bicara::tarik),
    post("/rakor/{id}/bicara/giliran", Action::CatatRakor, bicara::giliran),
    post("/rakor/{id}/rumusan/sepakati", Action::KelolaRakor, rumusan::sepakati),
    get("/rakor/{id}/proyektor", Action::Rakor, proyektor::layar),
];

/// `GET /rakor/{id}/siaran`: that something changed; what it is now the page asks for itself.
fn siaran(ctx: &mut Ctx) -> Answer {
    let id = buka(ctx)?.rakor.id;
    ctx.hall.siaran.jawab(&topik(crate::isi::POKOK, &id), &ctx.visitor()?.akun)
}

/// The frame of a page that is read again when something changed.
fn langsung(ctx: &Ctx, title: &str, rakor: &Rakor) -> Frame {
    let home = format!("/rakor/{}", rakor.id);
    let crumbs = [("Beranda", "/"), super::utama::TRAIL, (rakor.pokok.judul.as_str(), home.as_str())];
    Frame { tambahan: &[Tambahan::Koordinasi, Tambahan::Siaran], ..ctx.frame(title, &crumbs) }
}

/// Instansi that take a stand, by region code and then by name: never by how they did.
fn urut_wilayah(sidang: &Sidang) -> Vec<&str> {
    let mut all = sidang.rakor.penentu();
    let code = |id: &str| sidang.world.organisations.get(id).map_or("", |o| o.wilayah.as_str());
    all.sort_by_key(|id| (code(id).is_empty(), code(id), sidang.nama(id)));
    all
}

/// Whether the visitor may do this at all.
fn boleh(ctx: &Ctx, action: Action) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None)
}

pub use hadir::{bingkai, jawaban};
pub use mandiri::tautan;

/// What was just done, said once.
pub fn kabar(ctx: &Ctx, words: &[(&str, web::Tone, &str)]) -> Option<Kabar> {
    let word = ctx.query("pesan");
    words.iter().find(|w| w.0 == word).map(|w| Kabar::new(w.1, w.2))
}

/// `09.41` in western Indonesia.
fn jam(at: kernel::Stamp) -> String {
    at.wib().split_once(' ').map_or_else(String::new, |p| p.1.to_owned())
}
