//! The pages.

mod angka;
mod berkas;
mod katalog;
mod rincian;
mod satu;
mod utama;

pub use berkas::xlsx;
pub use katalog::katalog;
pub use rincian::rincian;
pub use satu::satu;
pub use utama::utama;

use host::indikator::angka::sasaran_semua;
use host::{Ctx, Problem, World};
use kernel::indikator::Ukuran;
use std::collections::BTreeMap;
use web::Frame;

/// Where these pages stand.
const TRAIL: (&str, &str) = ("Dasbor", "/dasbor");

/// The frame of a page as of a moment.
fn frame(ctx: &Ctx, title: &str, crumbs: &[(&str, &str)], keep: &[&str]) -> Frame {
    Frame { tambahan: &[web::assets::Tambahan::Koordinasi], ..ctx.frame_at(title, crumbs, keep) }
}

/// Instansi whose figures the visitor reads, by kode wilayah, then name.
fn instansi(ctx: &Ctx, world: &World) -> Result<Vec<(String, String)>, Problem> {
    let own = ctx.visitor()?.instansi.as_str();
    let owner = world.tenants.first().map_or("", |t| t.id.as_str());
    let seen = world.tenants.iter().filter(|t| crate::rule::terlihat(own, owner, &t.id));
    let mut all: Vec<(&str, &store::Tenant)> =
        seen.map(|t| (world.organisation(&t.id).map_or("", |o| o.wilayah.as_str()), t)).collect();
    all.sort_by(|a, b| (a.0, &a.1.nama).cmp(&(b.0, &b.1.nama)));
    Ok(all.into_iter().map(|(_, t)| (t.id.clone(), t.nama.clone())).collect())
}

/// The way to a page with both clocks kept.
fn link(ctx: &Ctx, path: &str, more: &[(&str, &str)]) -> String {
    let kept = ctx.clocks.keep();
    let mut pairs: Vec<(&str, &str)> = more.iter().copied().filter(|p| !p.1.is_empty()).collect();
    pairs.extend(kept.iter().map(|p| (p.0.as_str(), p.1.as_str())));
    web::url::link(path, &pairs)
}

/// Targets of the year asked about, by code and instansi, as far as they were known then.
struct Sasaran(BTreeMap<(String, String), Ukuran>);

impl Sasaran {
    fn baca(ctx: &Ctx, world: &World) -> Result<Sasaran, Problem> {
        let (year, known) = (world.as_of.effective.year(), world.as_of.known);
        let all = ctx.hall.with(sasaran_semua)?;
        let of_then = all.into_iter().filter(|s| s.tahun == year && s.dicatat <= known);
        Ok(Sasaran(of_then.map(|s| ((s.kode, s.instansi), s.nilai)).collect()))
    }

    /// The target of an indicator for an instansi; all of them together (`""`) have none.
    fn bagi(&self, kode: &str, instansi: &str) -> Option<Ukuran> {
        self.0.get(&(kode.to_owned(), instansi.to_owned())).copied()
    }
}
