//! `/dasbor/katalog`: every indicator, measurable or not.

use super::satu::tentang;
use super::{TRAIL, frame};
use crate::view::{self, KatalogView};
use host::indikator::Kelompok;
use host::{Answer, Ctx, html};

/// `GET /dasbor/katalog`.
pub fn katalog(ctx: &mut Ctx) -> Answer {
    let all = ctx.hall.katalog.semua();
    let of = |k: Kelompok| all.iter().filter(|i| i.kelompok == k).map(|i| tentang(i)).collect::<Vec<_>>();
    let parts = Kelompok::ALL.iter().map(|(k, judul)| (*judul, of(*k))).filter(|p| !p.1.is_empty());
    let page = KatalogView {
        bagian: parts.collect(),
        terukur: all.iter().filter(|i| i.bersumber()).count(),
        semua: all.len(),
    };
    Ok(html(view::katalog(&frame(ctx, "Katalog indikator", &[("Beranda", "/"), TRAIL], &[]), &page)))
}
