//! What deserves a look, instansi by instansi in the order of the matrix.

use super::angka::terbaca;
use super::tren::Tren;
use super::utama::singkat;
use super::{Sasaran, link};
use crate::rule::perhatian::{Deret, sebab};
use crate::view::{Perhatian, PerhatianInstansi};
use host::Ctx;
use host::indikator::{Indikator, Matriks, Sel};

/// Indicators that are the part of what was due that was done in time.
const TENGGAT: &[&str] = &["RTL-01"];

/// Things told of one instansi; the rest is a number.
const PALING_BANYAK: usize = 12;

/// Everything that deserves a look, of the instansi read here.
pub fn perhatian(
    ctx: &Ctx,
    m: &Matriks,
    tren: &Tren,
    goals: &Sasaran,
    rows: &[(String, String)],
) -> Vec<PerhatianInstansi> {
    let katalog = ctx.hall.katalog.semua();
    let of = |(id, nama): &(String, String)| {
        let cells = m.kode.iter().zip(m.baris(id).unwrap_or_default());
        let all = katalog.iter().zip(cells).filter(|(i, (kode, _))| i.kode == **kode && i.bersumber());
        let mut hal: Vec<Perhatian> =
            all.flat_map(|(i, (_, cell))| satu(ctx, i, cell, tren, goals, id)).collect();
        let lebih = hal.len().saturating_sub(PALING_BANYAK);
        hal.truncate(PALING_BANYAK);
        PerhatianInstansi { nama: singkat(nama), hal, lebih }
    };
    rows.iter().map(of).filter(|p| !p.hal.is_empty()).collect()
}

fn satu(ctx: &Ctx, i: &Indikator, cell: &Sel, tren: &Tren, goals: &Sasaran, id: &str) -> Vec<Perhatian> {
    let stored = tren.sel(i.kode, id);
    let quarters = tren.triwulan().iter().zip(stored);
    let deret = Deret {
        arah: i.arah,
        kini: cell.hasil.ukuran(),
        sasaran: goals.bagi(i.kode, id),
        triwulan: quarters
            .map(|(t, sel)| (sel.and_then(|s| terbaca(i, s)), goals.pada(i.kode, id, t.tahun)))
            .collect(),
        tenggat: TENGGAT.contains(&i.kode),
    };
    let said = sebab(&deret).into_iter().map(|why| Perhatian {
        indikator: i.nama.to_owned(),
        sebab: why.kata(),
        href: link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(id)), &[]),
    });
    said.collect()
}
