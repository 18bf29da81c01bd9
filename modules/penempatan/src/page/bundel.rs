//! The bundle of a round, and `/penempatan/periksa`, where anybody checks one.

pub mod terbit;

use super::umum::tak_berkepentingan;
use crate::bundel::Lingkup;
use crate::rule::{Rencana, sidik};
use crate::view::periksa::{PeriksaView, periksa as view};
use crate::{bundel, store, tetapkan};
use host::{Action, Answer, Ctx, Method, Problem, Reach, Route, html, http};
use std::sync::{Mutex, TryLockError};

/// Largest bundle that is taken in, in MiB.
const MB_MAX: u32 = 16;
/// One file is checked at a time: a hostile one takes hundreds of megabytes.
static SATU: Mutex<()> = Mutex::new(());
/// Rounds listed for everybody.
const LISTED: usize = 50;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/periksa",
        action: Some(Action::PeriksaPenempatan),
        handler: tanya,
    },
    Route {
        method: Method::UploadMost(MB_MAX),
        path: "/penempatan/periksa",
        action: Some(Action::PeriksaPenempatan),
        handler: periksa,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/bundel.zip",
        action: Some(Action::PeriksaPenempatan),
        handler: unduh,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/bundel",
        action: Some(Action::KelolaPenempatan),
        handler: terbit::terbitkan,
    },
];

/// Which bundle the visitor may have: the panel and auditors the whole once a plan stands, everybody the public one
/// once it is decided.
pub fn boleh(ctx: &Ctx, r: &Rencana) -> Option<Lingkup> {
    r.perhitungan.as_ref()?;
    let panel = ctx.visitor.as_ref().is_some_and(|v| {
        v.reach(Action::Penempatan) != Reach::None && (v.instansi.is_empty() || v.instansi == r.instansi)
    });
    if panel { Some(Lingkup::Lengkap) } else { r.diputus().then_some(Lingkup::Umum) }
}

/// The page; `sidik` is the hash of what was sent, where something was.
fn halaman(ctx: &Ctx, sidik: &str) -> Result<PeriksaView, Problem> {
    let world = ctx.present()?;
    let all = store::semua(&ctx.hall)?;
    // The newest are asked for most.
    let newest = || all.iter().rev().filter(|r| r.perhitungan.is_some() && r.diputus());
    Ok(PeriksaView {
        theme: ctx.theme,
        csrf: ctx.visitor.as_ref().map(|v| v.csrf.clone()).unwrap_or_default(),
        terbit_lebih: newest().count().saturating_sub(LISTED),
        terbit: newest().take(LISTED).map(|r| terbit::umum(&world, r)).collect(),
        asal: terbit::asal(&world, &all, sidik),
        sidik: sidik.to_owned(),
        ..PeriksaView::default()
    })
}

/// `GET /penempatan/periksa`.
fn tanya(ctx: &mut Ctx) -> Answer {
    Ok(html(view(&halaman(ctx, "")?)))
}

/// `POST /penempatan/periksa`: the file is read and thrown away.
fn periksa(ctx: &mut Ctx) -> Answer {
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let Some(upload) = upload else {
        let mut page = halaman(ctx, "")?;
        page.salah.push(("berkas".into(), "Pilih berkas bundel lebih dahulu. (PNP-70)".into()));
        return Ok(http::refused(view(&page)));
    };
    let turn = match SATU.try_lock() {
        Ok(turn) => turn,
        Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
        Err(TryLockError::WouldBlock) => return Err(Problem::Busy),
    };
    let bytes = std::fs::read(&upload.path).map_err(::store::Error::from)?;
    let mut page = halaman(ctx, &sidik(&bytes))?;
    page.berkas = upload.name.rsplit(['/', '\\']).next().unwrap_or("").chars().take(120).collect();
    page.hasil = bundel::periksa_terbatas(&bytes).into_iter().map(|p| (p.nama, p.lulus, p.kalimat)).collect();
    drop(turn);
    Ok(html(view(&page)))
}

/// `GET /penempatan/{id}/bundel.zip`. What is not for the visitor looks like what is not there.
fn unduh(ctx: &mut Ctx) -> Answer {
    let id = ctx.param("id");
    let r = store::semua(&ctx.hall)?.into_iter().find(|r| r.id == id).ok_or(Problem::NotFound)?;
    let lingkup = boleh(ctx, &r).ok_or(Problem::NotFound)?;
    let a = tetapkan::akhir(&ctx.hall, &r)?;
    let lingkup = match lingkup {
        // Whoever is considered in it has what everybody has.
        Lingkup::Lengkap if tak_berkepentingan(ctx, &a.beku).is_err() => {
            r.diputus().then_some(Lingkup::Umum).ok_or(Problem::NotFound)?
        }
        own => own,
    };
    let made = terbit::isi(ctx, &r, &a, lingkup)?;
    Ok(http::file(&format!("bundel-{}.zip", r.pokok.berlaku), "application/zip", made))
}
