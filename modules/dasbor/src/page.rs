//! The pages.

pub(crate) mod angka;
mod banding;
mod berkas;
mod dasar;
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

use crate::view::TargetBaris;
use host::indikator::angka::{self as catatan, misi_pada, sasaran_pada};
use host::indikator::{Indikator, Misi};
use host::{Ctx, PerEntry, Problem, World};

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
    let mut all: Vec<&store::Tenant> = seen.collect();
    let code = |t: &store::Tenant| world.organisation(&t.id).map_or("", |o| o.wilayah.as_str());
    all.sort_by_cached_key(|t| crate::rule::urutan_wilayah(t.id == owner, code(t), &t.nama));
    Ok(all.into_iter().map(|t| (t.id.clone(), t.nama.clone())).collect())
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
    semua: BTreeMap<String, Vec<catatan::Sasaran>>,
    misi: Vec<Misi>,
}

static KEPT: PerEntry<Sasaran> = PerEntry::new();

impl Sasaran {
    /// Read until something more is recorded.
    fn baca(ctx: &Ctx, world: &Arc<World>) -> Result<Arc<Sasaran>, Problem> {
        KEPT.get(world, || Sasaran::susun(ctx, world))
    }

    fn susun(ctx: &Ctx, world: &World) -> Result<Sasaran, Problem> {
        let (tahun, known) = (world.as_of.effective.year(), world.as_of.known);
        let (goals, misi) =
            ctx.hall.with(|conn| Ok((sasaran_pada(conn, known)?, misi_pada(conn, known)?)))?;
        let mut semua: BTreeMap<String, Vec<catatan::Sasaran>> = BTreeMap::new();
        for s in goals {
            semua.entry(s.kode.clone()).or_default().push(s);
        }
        Ok(Sasaran { tahun, semua, misi })
    }

    /// The target of an indicator for an instansi in the year asked about; all of them together (`""`) have
    /// none.
    fn bagi(&self, kode: &str, instansi: &str) -> Option<Ukuran> {
        self.pada(kode, instansi, self.tahun)
    }

    /// The same for another year.
    fn pada(&self, kode: &str, instansi: &str, tahun: i16) -> Option<Ukuran> {
        self.semua.get(kode)?.iter().find(|s| s.instansi == instansi && s.tahun == tahun).map(|s| s.nilai)
    }

    /// Targets of an indicator from the year asked about on, of the instansi given, in their order.
    fn rinci(&self, i: &Indikator, rows: &[(String, String)]) -> Vec<TargetBaris> {
        let all = self.semua.get(i.kode).map_or(&[][..], Vec::as_slice);
        let of = |(id, nama): &(String, String)| {
            let own = all.iter().filter(|s| s.instansi == *id && s.tahun >= self.tahun);
            let row = |s: &catatan::Sasaran| TargetBaris {
                instansi: nama.clone(),
                tahun: s.tahun,
                nilai: angka::ukuran(s.nilai, i.satuan),
                dasar: s.dasar.clone(),
                oleh: s.oleh.clone(),
            };
            own.map(row).collect::<Vec<_>>()
        };
        rows.iter().flat_map(of).collect()
    }

    /// The misi an indicator serves, of the instansi given, in their order: whose, and which.
    fn misi(&self, kode: &str, rows: &[(String, String)]) -> Vec<(String, String)> {
        let of = |id: &str| self.misi.iter().find(|m| m.kode == kode && m.instansi == id);
        rows.iter().filter_map(|(id, nama)| Some((nama.clone(), of(id)?.misi.clone()))).collect()
    }
}
