//! Norms that are more than conditions, for a block of people: where no condition decides, their value,
//! their components or their positions do.

use super::hitung::{self, Hitung};
use super::keadaan;
use super::kunci;
use super::pohon::{self, Langkah};
use super::tapis::BacaBlok;
use crate::verdict::Kode;

/// What decides at the end.
#[derive(Debug)]
pub enum Akhir<'a> {
    /// Whether there is a value.
    Nilai(Hitung<'a>),
    /// Whether the law says something of every component; their sum.
    Skor(Vec<Langkah>, Hitung<'a>),
    /// Whether positions agree, in verdict and value.
    Sengketa(Vec<(Langkah, Option<Hitung<'a>>)>),
}

impl<'a> Akhir<'a> {
    /// The value it gives, when it is one value.
    pub fn nilai(&self) -> Option<&Hitung<'a>> {
        match self {
            Akhir::Nilai(value) | Akhir::Skor(_, value) => Some(value),
            Akhir::Sengketa(_) => None,
        }
    }

    /// Code and deciding part of everybody whose key says that no condition decides.
    pub fn jalan(&self, blok: &mut BacaBlok<'_, '_>, keys: &[u8]) -> Vec<(u8, u8)> {
        match self {
            Akhir::Nilai(value) => {
                let value = hitung::deret(value, blok);
                let of = |row| (keadaan::kode(hitung::kode(value.sifat_di(row), false)) as u8, kunci::TANPA);
                (0..keys.len()).map(of).collect()
            }
            Akhir::Skor(parts, _) => {
                let mut all = vec![(Kode::Lulus as u8, kunci::TANPA); keys.len()];
                for (place, part) in parts.iter().enumerate() {
                    let kodes: Vec<u8> = pohon::langkah(part, blok);
                    for (answer, kode) in all.iter_mut().zip(kodes) {
                        if answer.1 == kunci::TANPA && keadaan::kode(kode) == Kode::TidakBerlaku {
                            *answer = (Kode::TidakBerlaku as u8, place as u8);
                        }
                    }
                }
                all
            }
            Akhir::Sengketa(positions) => sengketa(positions, blok, keys.len()),
        }
    }
}

fn sengketa(
    positions: &[(Langkah, Option<Hitung<'_>>)],
    blok: &mut BacaBlok<'_, '_>,
    many: usize,
) -> Vec<(u8, u8)> {
    let mut told = Vec::new();
    for (part, value) in positions {
        let kodes: Vec<u8> = pohon::langkah(part, blok);
        told.push((kodes, value.as_ref().map(|v| hitung::deret(v, blok))));
    }
    let kode = |row: usize, at: usize| keadaan::kode(told[at].0[row]);
    let one = |row: usize| {
        if let Some(open) = (0..told.len()).find(|at| kode(row, *at) == Kode::BelumTahu) {
            return (Kode::BelumTahu as u8, open as u8);
        }
        let first = kode(row, 0);
        let value = |at: usize| told[at].1.as_ref().map(|v| v.di(row));
        let like = |at: usize| kode(row, at) == first && (first != Kode::Lulus || value(at) == value(0));
        let agree = (1..told.len()).all(like);
        (if agree { first as u8 } else { Kode::Sengketa as u8 }, kunci::TANPA)
    };
    if told.is_empty() {
        vec![(Kode::TidakBerlaku as u8, kunci::TANPA); many]
    } else {
        (0..many).map(one).collect()
    }
}
