//! Positions, candidates and units: rows by id, checked against each other.

use super::Error;
use super::rows::{Table, sha256};

/// A post that may be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its unit.
    pub unit: u32,
    /// Its region.
    pub region: u32,
    /// Its class; higher is served first.
    pub class: u32,
    /// Filling it counts double.
    pub critical: bool,
    /// The candidate who holds it now.
    pub holder: Option<u32>,
}

/// A person who may be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Present unit, if any.
    pub unit: Option<u32>,
    /// Present region.
    pub region: u32,
    /// Present class.
    pub class: u32,
    /// Counts as experienced.
    pub experienced: bool,
    /// Position held now.
    pub home: Option<u32>,
    /// Rank in the published seniority order, 0 first, no two alike.
    pub duk: u32,
}

/// A part of the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Most of its holders that may leave in one round.
    pub max_out: u32,
}

const POSITIONS: Table<6> =
    Table { file: "positions.csv", columns: ["position", "unit", "region", "class", "critical", "holder"] };
const CANDIDATES: Table<7> = Table {
    file: "candidates.csv",
    columns: ["candidate", "unit", "region", "class", "experienced", "home", "duk"],
};
const UNITS: Table<2> = Table { file: "units.csv", columns: ["unit", "max_out"] };

/// Checks the values of one row and says which column is out of bounds.
struct Row<const N: usize> {
    table: &'static Table<N>,
    row: usize,
    values: [i64; N],
}

impl<const N: usize> Row<N> {
    fn within(&self, column: usize, low: i64, high: i64) -> Result<i64, Error> {
        let value = self.values[column];
        if (low..=high).contains(&value) {
            return Ok(value);
        }
        let name = self.table.columns[column];
        let what = format!("kolom {name} {value} di luar {low} sampai {high}");
        Err(Error::at(self.table.file, self.row, what))
    }

    fn count(&self, column: usize) -> Result<u32, Error> {
        self.within(column, 0, i64::from(i32::MAX)).map(|value| value as u32)
    }

    fn flag(&self, column: usize) -> Result<bool, Error> {
        self.within(column, 0, 1).map(|value| value == 1)
    }

    /// An id, or -1 for none.
    fn id(&self, column: usize) -> Result<Option<u32>, Error> {
        self.within(column, -1, i64::from(i32::MAX)).map(|value| u32::try_from(value).ok())
    }
}

/// Rows put in the order of their ids, which have to be 0, 1, 2, ... without gap, and their hash.
fn by_id<const N: usize, T>(
    table: &'static Table<N>,
    bytes: &[u8],
    mut read: impl FnMut(Row<N>) -> Result<T, Error>,
) -> Result<(Vec<T>, String), Error> {
    let mut rows: Vec<(i64, usize, T, [i64; N])> = Vec::new();
    let ended = table.rows(bytes, |row, values| {
        rows.push((values[0], row, read(Row { table, row, values })?, values));
        Ok(())
    })?;
    let sorted = rows.is_sorted_by_key(|row| row.0);
    rows.sort_by_key(|row| row.0);
    for (id, (found, row, ..)) in rows.iter().enumerate() {
        if *found != id as i64 {
            let name = table.columns[0];
            let what = format!("kolom {name} {found} tidak urut tanpa celah dari 0: seharusnya ada {id}");
            return Err(Error::at(table.file, *row, what));
        }
    }
    let hash =
        if sorted && ended { sha256(bytes) } else { table.hash(rows.iter().map(|(.., values)| *values)) };
    Ok((rows.into_iter().map(|(_, _, item, _)| item).collect(), hash))
}

pub(super) fn positions(bytes: &[u8]) -> Result<(Vec<Position>, String), Error> {
    by_id(&POSITIONS, bytes, |row| {
        Ok(Position {
            unit: row.count(1)?,
            region: row.count(2)?,
            class: row.count(3)?,
            critical: row.flag(4)?,
            holder: row.id(5)?,
        })
    })
}

pub(super) fn candidates(bytes: &[u8]) -> Result<(Vec<Candidate>, String), Error> {
    by_id(&CANDIDATES, bytes, |row| {
        Ok(Candidate {
            unit: row.id(1)?,
            region: row.count(2)?,
            class: row.count(3)?,
            experienced: row.flag(4)?,
            home: row.id(5)?,
            duk: row.count(6)?,
        })
    })
}

pub(super) fn units(bytes: &[u8]) -> Result<(Vec<Unit>, String), Error> {
    by_id(&UNITS, bytes, |row| Ok(Unit { max_out: row.count(1)? }))
}

/// Whether the tables mean each other: units exist, who holds a post is at home there, ranks are unique.
pub(super) fn agree(positions: &[Position], candidates: &[Candidate], units: &[Unit]) -> Result<(), Error> {
    for (id, position) in positions.iter().enumerate() {
        if position.unit as usize >= units.len() {
            let what = format!("jabatan {id} menyebut unit {} yang tidak ada di units.csv", position.unit);
            return Err(Error::new(POSITIONS.file, what));
        }
        let Some(holder) = position.holder else { continue };
        if candidates.get(holder as usize).and_then(|candidate| candidate.home) != Some(id as u32) {
            let what = format!("jabatan {id} dipegang {holder}, tetapi home {holder} di candidates.csv lain");
            return Err(Error::new(POSITIONS.file, what));
        }
    }
    let mut ranks: Vec<(u32, usize)> = candidates.iter().enumerate().map(|(id, c)| (c.duk, id)).collect();
    ranks.sort_unstable();
    if let Some(pair) = ranks.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let what = format!("kandidat {} dan {} sama-sama ber-duk {}", pair[0].1, pair[1].1, pair[0].0);
        return Err(Error::new(CANDIDATES.file, what));
    }
    for (id, candidate) in candidates.iter().enumerate() {
        if candidate.unit.is_some_and(|unit| unit as usize >= units.len()) {
            let what = format!("kandidat {id} menyebut unit yang tidak ada di units.csv");
            return Err(Error::new(CANDIDATES.file, what));
        }
        let Some(home) = candidate.home else { continue };
        if positions.get(home as usize).and_then(|position| position.holder) != Some(id as u32) {
            let what = format!("kandidat {id} ber-home {home}, tetapi pemegang {home} di positions.csv lain");
            return Err(Error::new(CANDIDATES.file, what));
        }
    }
    Ok(())
}
