//! The pages.

mod angka;
mod banding;
mod berkas;
mod dasar;
mod ingat;
mod isian;
mod katalog;
mod perhatian;
mod rincian;
mod satu;
mod tenggat;
mod terbuka;
mod tren;
mod utama;

pub use banding::banding;
pub use berkas::xlsx;
pub use dasar::dasar;
pub use isian::{lapor, misi, sasaran};
pub use katalog::katalog;
pub use rincian::rincian;
pub use satu::satu;
pub use terbuka::{csv, gambar, json, katalog as dcat};
pub use utama::utama;

use host::indikator::Misi;
use host::indikator::angka::{misi_semua, sasaran_semua};
use host::{Ctx, Problem, World};
use ingat::Ingat;
use kernel::indikator::Ukuran;
use std::collections::BTreeMap;
use std::sync::Arc;
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

/// What people stated about indicators, as far as it was known at the moment asked about: targets by code, and
/// misi.
struct Sasaran {
    tahun: i16,
    semua: BTreeMap<String, Vec<(String, i16, Ukuran)>>,
    misi: Vec<Misi>,
}

static KEPT: Ingat<Sasaran> = Ingat::new();

impl Sasaran {
    /// Read until something more is recorded.
    fn baca(ctx: &Ctx, world: &Arc<World>) -> Result<Arc<Sasaran>, Problem> {
        KEPT.baca(world, || Sasaran::susun(ctx, world))
    }

    fn susun(ctx: &Ctx, world: &World) -> Result<Sasaran, Problem> {
        let (tahun, known) = (world.as_of.effective.year(), world.as_of.known);
        let mut semua: BTreeMap<String, Vec<(String, i16, Ukuran)>> = BTreeMap::new();
        for s in ctx.hall.with(sasaran_semua)?.into_iter().filter(|s| s.dicatat <= known) {
            semua.entry(s.kode).or_default().push((s.instansi, s.tahun, s.nilai));
        }
        let mut misi = ctx.hall.with(misi_semua)?;
        misi.retain(|m| m.dicatat <= known);
        Ok(Sasaran { tahun, semua, misi })
    }

    /// The target of an indicator for an instansi in the year asked about; all of them together (`""`) have
    /// none.
    fn bagi(&self, kode: &str, instansi: &str) -> Option<Ukuran> {
        self.pada(kode, instansi, self.tahun)
    }

    /// The same for another year.
    fn pada(&self, kode: &str, instansi: &str, tahun: i16) -> Option<Ukuran> {
        self.semua.get(kode)?.iter().find(|s| s.0 == instansi && s.1 == tahun).map(|s| s.2)
    }

    /// The misi an indicator serves, of the instansi given, in their order: whose, and which.
    fn misi(&self, kode: &str, rows: &[(String, String)]) -> Vec<(String, String)> {
        let of = |id: &str| self.misi.iter().find(|m| m.kode == kode && m.instansi == id);
        rows.iter().filter_map(|(id, nama)| Some((nama.clone(), of(id)?.misi.clone()))).collect()
    }
}
