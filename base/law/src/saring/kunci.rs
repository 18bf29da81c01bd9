//! A verdict and its first deciding part as one byte, so that joining parts is taking the greater one
//! and their order does not matter.

use super::keadaan;
use crate::verdict::Kode;

/// No part decides.
pub const TANPA: u8 = 255;
/// The subject decides.
pub const SUBJEK: u8 = 254;
/// A part of the text of another law date decides, or of a norm referred to.
pub const LUAR: u8 = 253;
/// How many parts a norm may have to be joined this way.
pub const BAGIAN: usize = 62;

/// Codes that can decide, the weakest first; see [`Kode::and`].
const URUT: [Kode; 4] = [Kode::Pertimbangan, Kode::Sengketa, Kode::BelumTahu, Kode::Gagal];
/// Codes of a subject that is not met, above every part.
const SUBJEK_DARI: u8 = 250;
const SUBJEK_URUT: [Kode; 4] = [Kode::TidakBerlaku, Kode::BelumTahu, Kode::Pertimbangan, Kode::Sengketa];

/// Of a part, by its place.
pub fn bagian(kode: Kode, place: usize) -> u8 {
    match URUT.iter().position(|k| *k == kode) {
        Some(class) => (1 + class * BAGIAN + (BAGIAN - 1 - place.min(BAGIAN - 1))) as u8,
        None => 0,
    }
}

/// Of the subject.
pub fn subjek(state: u8) -> u8 {
    let kode = keadaan::kode(keadaan::norma(state, Kode::Lulus as u8));
    SUBJEK_URUT.iter().position(|k| *k == kode).map_or(0, |i| SUBJEK_DARI + i as u8)
}

/// The code and the deciding part of every byte.
pub fn buka() -> ([u8; 256], [u8; 256]) {
    let (mut kode, mut penentu) = ([Kode::Lulus as u8; 256], [TANPA; 256]);
    for place in 0..BAGIAN {
        for of in URUT {
            let key = usize::from(bagian(of, place));
            (kode[key], penentu[key]) = (of as u8, place as u8);
        }
    }
    for (i, of) in SUBJEK_URUT.iter().enumerate() {
        let key = usize::from(SUBJEK_DARI) + i;
        (kode[key], penentu[key]) = (*of as u8, SUBJEK);
    }
    (kode, penentu)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greater_byte_is_what_joining_parts_gives() {
        let (kode, penentu) = buka();
        for a in Kode::ALL {
            for b in Kode::ALL {
                let key = bagian(a, 3).max(bagian(b, 7));
                let joined = match a.and(b) {
                    Kode::TidakBerlaku => Kode::Lulus,
                    joined => joined,
                };
                assert_eq!(Kode::from_byte(kode[usize::from(key)]), joined, "{a:?} {b:?}");
                let first = if joined == Kode::Lulus {
                    TANPA
                } else if a == joined {
                    3
                } else {
                    7
                };
                assert_eq!(penentu[usize::from(key)], first, "{a:?} {b:?}");
                assert!(key < SUBJEK_DARI);
            }
        }
        assert!(bagian(Kode::Gagal, 0) < SUBJEK_DARI);
        assert_eq!(subjek(keadaan::BENAR), 0);
    }
}
