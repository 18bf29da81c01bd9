//! What the public is told: figures, and none that could point at people.

use super::SMALLEST_TOLD;
use kernel::indikator::{Satuan, Ukuran};

/// Whether a figure is kept back because it counts few people, leaves few of them out, or is a part of few.
pub fn ditahan(u: Ukuran, satuan: Satuan) -> bool {
    let few = |n: i64| (1..SMALLEST_TOLD).contains(&n);
    match satuan {
        Satuan::Orang => few(u.atas),
        Satuan::Persen => few(u.atas) || few(u.bawah) || few(u.bawah.saturating_sub(u.atas)),
        _ => false,
    }
}

/// Whether the figure of all instansi together is kept back: a single one that is could be had by taking the
/// others away from the sum.
pub fn jumlah_ditahan(u: Ukuran, satuan: Satuan, masing: impl IntoIterator<Item = Ukuran>) -> bool {
    ditahan(u, satuan) || masing.into_iter().any(|one| ditahan(one, satuan))
}
