//! What a plan means for units and regions.

use super::batas::lewat;
use super::mengapa::tempat;
use super::{Beku, Hasil};
use std::collections::BTreeMap;

/// Effects of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dampak {
    /// For each of [`Beku::unit`] that something changes in, or that has seats, by its place there.
    pub unit: Vec<(u32, Ukuran)>,
    /// For each perangkat daerah or region, by name.
    pub wilayah: Vec<(String, Ukuran)>,
}

/// What changes in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ukuran {
    /// Seats of the round there.
    pub kursi: usize,
    /// People who work there and go elsewhere.
    pub keluar: usize,
    /// People who work elsewhere and come.
    pub masuk: usize,
    /// Seats empty before and after.
    pub kosong: (usize, usize),
    /// Seats held by somebody who works there already, before and after.
    pub pengalaman: (usize, usize),
    /// More holders of seats of the round leave than may; never so of a region.
    pub lewat_batas: bool,
}

/// Effects of the plan.
pub fn dampak(beku: &Beku, hasil: &Hasil) -> Dampak {
    dampak_dari(beku, &hasil.duduk)
}

/// Effects of who sits where, however that came about.
pub fn dampak_dari(beku: &Beku, duduk: &[Option<u32>]) -> Dampak {
    let region = |unit: u32| beku.unit.get(unit as usize).map_or("", |u| u.wilayah.as_str());
    let mut unit = hitung(beku, duduk, |unit| unit);
    for at in lewat(beku, duduk) {
        unit.entry(at).or_default().lewat_batas = true;
    }
    let regions = hitung(beku, duduk, region);
    let named = regions.into_iter().filter(|(name, _)| !name.is_empty());
    Dampak {
        unit: unit.into_iter().collect(),
        wilayah: named.map(|(name, size)| (name.to_owned(), size)).collect(),
    }
}

/// The same by whatever a unit belongs to.
fn hitung<K: Ord + Copy>(beku: &Beku, duduk: &[Option<u32>], of: impl Fn(u32) -> K) -> BTreeMap<K, Ukuran> {
    let mut all: BTreeMap<K, Ukuran> = BTreeMap::new();
    let works = |calon: u32| beku.calon.get(calon as usize).map(|c| of(c.unit));
    for (at, seat) in beku.kursi.iter().enumerate() {
        let here = of(seat.unit);
        let size = all.entry(here).or_default();
        let after = duduk.get(at).copied().flatten();
        size.kursi += 1;
        size.kosong.0 += usize::from(seat.pemegang.is_none());
        size.kosong.1 += usize::from(after.is_none());
        size.pengalaman.0 += usize::from(seat.pemegang.and_then(works) == Some(here));
        size.pengalaman.1 += usize::from(after.and_then(works) == Some(here));
        size.masuk += usize::from(after.is_some_and(|who| works(who) != Some(here)));
    }
    for (calon, seat) in tempat(beku, duduk).into_iter().enumerate() {
        let goes = seat.and_then(|k| beku.kursi.get(k as usize)).map(|k| of(k.unit));
        if let (Some(here), Some(there)) = (works(calon as u32), goes)
            && here != there
        {
            all.entry(here).or_default().keluar += 1;
        }
    }
    all
}
