//! From a decision table of a plan to its rows for every region of its inputs.

use super::Penyusun;
use super::nilai::satukan;
use crate::compile::uncertain;
use crate::eval::{Ctx, Got};
use crate::number::{Exact, Round};
use crate::plan::Lookup;
use crate::saring::hitung::{self, Hitung, Jenis, LUAR_NILAI, Tabel};
use crate::saring::keadaan::LEMAH;
use crate::table::{Cell, Found, TableDef, measure};
use crate::value::{Known, Type, Value};

/// Places of a decision table.
const PETAK: usize = 1 << 15;

impl<'a> Penyusun<'a, '_> {
    /// A look-up; with `step` the next step of the table.
    pub(super) fn tabel(&mut self, lookup: &'a Lookup, tipe: Type, step: bool) -> Option<Hitung<'a>> {
        let table = &*lookup.table;
        let masukan = lookup.inputs.iter().map(|i| self.hitung(i)).collect::<Option<Vec<_>>>()?;
        let (mut batas, mut values) = (Vec::new(), Vec::new());
        for (at, input) in masukan.iter().enumerate() {
            let (cuts, known) = daerah(table, at, input.jenis, &self.ctx)?;
            batas.push(cuts);
            values.push(known);
        }
        let mut langkah = Vec::new();
        let mut size = 1usize;
        for known in &values {
            langkah.push(size);
            size = size.checked_mul(known.len()).filter(|size| *size <= PETAK)?;
        }
        let mut got = Vec::with_capacity(size);
        for place in 0..size {
            let of = |(known, stride): (&Vec<Known>, &usize)| known[(place / stride) % known.len()].clone();
            let inputs: Vec<Known> = values.iter().zip(&langkah).map(of).collect();
            got.push(if step {
                langkah_berikut(table, &inputs, lookup)
            } else {
                baris(table, &inputs, lookup)
            });
        }
        let (jenis, jawab) = satukan(tipe, &got)?;
        Some(Hitung {
            jenis,
            isi: hitung::Isi::Tabel(Box::new(Tabel { masukan, batas, langkah, jawab, tunda: !step })),
        })
    }
}

/// Where the regions of an input column begin, and a value of each, those that are no value first.
fn daerah(
    table: &TableDef,
    at: usize,
    jenis: Jenis,
    ctx: &Ctx<'_>,
) -> Option<(Option<Vec<i64>>, Vec<Known>)> {
    let mut known = vec![Known::Unknown, Known::Absent];
    debug_assert_eq!(known.len(), LUAR_NILAI);
    let many = match jenis {
        Jenis::Pilihan(of) => ctx.words.jenis(of).len(),
        Jenis::YaTidak => 2,
        Jenis::Bilangan(parts) => return kerat(table, at, jenis, parts, known),
        Jenis::Hari => return kerat(table, at, jenis, 1, known),
    };
    for place in 0..many {
        known.push(Known::Is(jenis.nilai(i64::try_from(place).ok()?)?));
    }
    Some((None, known))
}

/// Regions between the bounds of a column of numbers or days.
fn kerat(
    table: &TableDef,
    at: usize,
    jenis: Jenis,
    parts: i64,
    mut known: Vec<Known>,
) -> Option<(Option<Vec<i64>>, Vec<Known>)> {
    let mut cuts = Vec::new();
    for row in &table.rows {
        let (low, high) = match row.cells.get(at)? {
            Cell::Range(low, high) | Cell::Open(low, high) => (low, high),
            _ => continue,
        };
        for bound in [low, high].into_iter().flatten() {
            let scaled = bound.times(Exact::int(parts))?;
            let below = scaled.round(0, Round::Down)?.whole()?;
            cuts.push(below + 1);
            if scaled.whole().is_some() {
                cuts.push(below);
            }
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    let first = cuts.first().map_or(0, |first| first - 1);
    for n in std::iter::once(first).chain(cuts.iter().copied()) {
        let value = jenis.nilai(n)?;
        measure(&value)?;
        known.push(Known::Is(value));
    }
    Some((Some(cuts), known))
}

fn baris(table: &TableDef, inputs: &[Known], lookup: &Lookup) -> (Got, u8) {
    match table.find(inputs, lookup.hukum) {
        Found::Unknown => (Got::Unknown, 0),
        Found::Nothing => (Got::Outside, 0),
        Found::Row(place) => {
            let row = &table.rows[place];
            let weak = if uncertain(row.kepastian) { LEMAH } else { 0 };
            (row.outs[lookup.column].clone().map_or(Got::Outside, Got::Is), weak)
        }
    }
}

fn langkah_berikut(table: &TableDef, inputs: &[Known], lookup: &Lookup) -> (Got, u8) {
    if inputs.iter().any(|i| matches!(i, Known::Unknown | Known::Conflict)) {
        return (Got::Unknown, 0);
    }
    match table.next_step(inputs, lookup.hukum) {
        Some(step) => (Got::Is(Value::Num(step)), 0),
        None => (Got::Outside, 0),
    }
}
