//! Decision tables, for a block of people.

use super::{ADA, BELUM, Deret, Hitung, LEMAH, LUAR, SIFAT, TERBUKA, TIADA, dasar, deret};
use crate::saring::tapis::BacaBlok;

/// A decision table whose rows were found beforehand for every region of its inputs.
#[derive(Debug)]
pub struct Tabel<'a> {
    /// What it looks at.
    pub masukan: Vec<Hitung<'a>>,
    /// Where the regions of each input begin; for choices and yes-or-no none, each is its own.
    pub batas: Vec<Option<Vec<i64>>>,
    /// How far one region of each input moves.
    pub langkah: Vec<usize>,
    /// Answers by place.
    pub jawab: Vec<(i64, u8)>,
    /// What inputs leave open stays open (a table), or counts at once (the next step of one).
    pub tunda: bool,
}

/// Regions of an input that are no value: not known, known not to be there.
pub const LUAR_NILAI: usize = 2;

/// The row of each person.
pub fn tabel(table: &Tabel<'_>, blok: &mut BacaBlok<'_, '_>) -> Deret {
    let many = blok.rows.len();
    let (mut places, mut rest) = (vec![0usize; many], vec![ADA; many]);
    for ((input, cuts), stride) in table.masukan.iter().zip(&table.batas).zip(&table.langkah) {
        let column = deret(input, blok);
        for row in 0..many {
            let (n, s) = (column.di(row), column.sifat_di(row));
            let region = match s & SIFAT {
                BELUM => 0,
                TIADA | LUAR => 1,
                _ => LUAR_NILAI + cuts.as_ref().map_or(n as usize, |cuts| cuts.partition_point(|c| *c <= n)),
            };
            places[row] += region * stride;
            rest[row] = dasar(rest[row], s);
        }
    }
    let answer = |(at, rest): (&usize, &u8)| {
        let (n, s) = table.jawab.get(*at).copied().unwrap_or((0, BELUM));
        // What is open among the inputs says why only where the row depends on it.
        let open = if table.tunda && s & SIFAT != BELUM { 0 } else { rest & TERBUKA };
        (n, s | (rest & LEMAH) | open)
    };
    let (n, sifat) = places.iter().zip(&rest).map(answer).unzip();
    Deret { n, sifat }
}
