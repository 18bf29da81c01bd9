//! The list of rounds.

use crate::rule::{Rencana, Tahap};
use crate::store;
use crate::view::{self, BarisRencana, DaftarView};
use host::{Action, Answer, Ctx, Method, Problem, Reach, Route, World, html, tanggal};
use std::sync::Arc;
use web::Tone;

/// These pages.
pub const ROUTES: &[Route] =
    &[Route { method: Method::Get, path: "/penempatan", action: Some(Action::Penempatan), handler: daftar }];

/// Rounds the visitor may read, newest first.
pub fn terlihat(ctx: &Ctx) -> Result<Vec<Arc<Rencana>>, Problem> {
    let own = &ctx.visitor()?.instansi;
    let mut all = store::semua(&ctx.hall)?;
    all.retain(|r| own.is_empty() || r.instansi == *own);
    all.sort_by_key(|r| std::cmp::Reverse(r.dibuka.pada));
    Ok(all)
}

/// `GET /penempatan`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let rows = terlihat(ctx)?.iter().map(|r| baris(&world, r)).collect();
    let opens = ctx.visitor()?.reach(Action::KelolaPenempatan) != Reach::None;
    let page = DaftarView { rows, baru: opens };
    Ok(html(view::daftar(&ctx.frame("Penempatan", &[("Beranda", "/")]), &page)))
}

fn baris(world: &World, r: &Rencana) -> BarisRencana {
    let owner = world.tenants.iter().find(|t| t.id == r.instansi);
    BarisRencana {
        judul: r.pokok.judul.clone(),
        href: format!("/penempatan/{}", r.id),
        berlaku: tanggal(r.pokok.berlaku),
        pemilik: owner.map_or_else(String::new, |t| t.nama.clone()),
        pos: r.pos.len(),
        tahap: (r.tahap.label().to_owned(), nada(r.tahap)),
    }
}

/// The tone of a stage.
pub fn nada(tahap: Tahap) -> Tone {
    match tahap {
        Tahap::Rancangan | Tahap::Dibatalkan | Tahap::Ditinjau => Tone::Netral,
        Tahap::Ditetapkan | Tahap::Dilantik | Tahap::Bertugas | Tahap::Dilaporkan => Tone::Ok,
        _ => Tone::Info,
    }
}
