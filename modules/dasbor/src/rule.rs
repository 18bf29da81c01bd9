//! How a figure stands to its target, and who may read whose figures. The bands are a way of showing, agreed
//! with nobody and part of no regulation: they decide a colour and nothing else.

pub mod banding;
pub mod ketik;
pub mod perhatian;
pub mod triwulan;
pub mod umum;

use kernel::indikator::{Arah, Ukuran};
use std::cmp::Ordering;

/// How a figure stands to its target.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Letak {
    /// More than a tenth of the target away.
    Jauh,
    /// Not reached.
    Belum,
    /// Not reached by at most a fortieth of the target.
    Dekat,
    /// Reached.
    Memenuhi,
    /// Passed by more than a twentieth of the target.
    Melampaui,
}

/// Hundredths of a percent of the target.
const FAR: i128 = 1_000;
const NEAR: i128 = 250;
const BEYOND: i128 = 500;

/// Where a figure stands; nothing where neither way is better.
pub fn letak(kini: Ukuran, sasaran: Ukuran, arah: Arah) -> Option<Letak> {
    let sign = match arah {
        Arah::Naik => 1,
        Arah::Turun => -1,
        Arah::Netral => return None,
    };
    let wide = |u: Ukuran| (i128::from(u.atas), i128::from(u.bawah.max(1)));
    let ((a, b), (c, d)) = (wide(kini), wide(sasaran));
    if c == 0 {
        // Of nothing there is no tenth: a target of zero is reached or missed.
        return Some(if a * sign >= 0 { Letak::Memenuhi } else { Letak::Jauh });
    }
    let off = sign * (a * d - c * b) * 10_000 / (c * b);
    Some(match off {
        _ if kini.banding(sasaran) == Ordering::Equal => Letak::Memenuhi,
        off if off > BEYOND => Letak::Melampaui,
        off if off > 0 || (off == 0 && reached(kini, sasaran, arah)) => Letak::Memenuhi,
        off if off >= -NEAR => Letak::Dekat,
        off if off >= -FAR => Letak::Belum,
        _ => Letak::Jauh,
    })
}

fn reached(kini: Ukuran, sasaran: Ukuran, arah: Arah) -> bool {
    kernel::indikator::tercapai(sasaran, kini, arah) == Some(true)
}

/// Whether somebody of `own` reads the figures of `of`: who serves all instansi, and the owner of the node
/// (the province), read everybody's; everybody else their own.
pub fn terlihat(own: &str, owner: &str, of: &str) -> bool {
    own.is_empty() || own == owner || own == of
}

/// Whether somebody of `own` may have rows of `of` opened, stating a basis: the owner of the node (the province)
/// those of another instansi, one at a time.
pub fn dapat_dibuka(own: &str, owner: &str, of: &str) -> bool {
    !own.is_empty() && own == owner && !of.is_empty() && of != own
}

/// Characters of a basis: it says something and is no essay.
pub const DASAR: std::ops::RangeInclusive<usize> = 10..=300;

/// Figures below this are not told where they rest on what is told to few.
pub const SMALLEST_TOLD: i64 = 5;

/// Whether a closed figure is small enough to point at somebody. None at all points at nobody.
pub fn disamarkan(tertutup: bool, atas: i64) -> bool {
    tertutup && (1..SMALLEST_TOLD).contains(&atas)
}
