//! Who was considered for a seat.

use super::Beku;

/// Who was considered for a seat with their points, highest first; equal ones by the published order.
pub fn urutan(beku: &Beku, kursi: u32) -> Vec<(u32, i32)> {
    let mut all: Vec<(u32, i32)> = beku.calon_kursi(kursi).iter().map(|p| (p.calon, p.skor)).collect();
    let duk = |calon: u32| beku.calon.get(calon as usize).map(|c| c.duk);
    all.sort_by_key(|(calon, skor)| (std::cmp::Reverse(*skor), duk(*calon)));
    all
}
