//! Counts of a list: by how the other conditions stand, and by unit and month. Both sum to the list.

use kernel::Date;
use law::jaga::{Jaga, Syarat};
use std::collections::{BTreeMap, BTreeSet};

/// People by how the conditions besides time stand, in the order of [`Syarat::ALL`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Jumlah(pub [u64; 4]);

impl Jumlah {
    /// Everybody.
    pub fn total(self) -> u64 {
        self.0.iter().sum()
    }

    /// Of one kind.
    pub fn of(self, syarat: Syarat) -> u64 {
        self.0[syarat as usize]
    }
}

/// Counts people.
pub fn jumlah<'j>(all: impl IntoIterator<Item = &'j Jaga>) -> Jumlah {
    let mut jumlah = Jumlah::default();
    all.into_iter().for_each(|j| jumlah.0[j.syarat as usize] += 1);
    jumlah
}

/// Units beside months.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matriks {
    /// First days of the months somebody falls due in, ascending; `None`, last, for days unknown.
    pub bulan: Vec<Option<Date>>,
    /// Units in the order of their numbers, a count for each month.
    pub unit: Vec<(usize, Vec<u64>)>,
}

/// Counts (number of the unit, day) by unit and month.
pub fn matriks(all: &[(usize, Option<Date>)]) -> Matriks {
    let month = |day: Option<Date>| {
        day.map(|day| {
            let (y, m, _) = day.ymd();
            Date::new(y, m, 1).unwrap_or(day)
        })
    };
    let found: BTreeSet<(bool, Option<Date>)> =
        all.iter().map(|(_, day)| (day.is_none(), month(*day))).collect();
    let bulan: Vec<Option<Date>> = found.into_iter().map(|m| m.1).collect();
    let mut unit: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    for (number, day) in all {
        let row = unit.entry(*number).or_insert_with(|| vec![0; bulan.len()]);
        if let Some(place) = bulan.iter().position(|b| *b == month(*day)) {
            row[place] += 1;
        }
    }
    Matriks { bulan, unit: unit.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_sums_to_its_list() {
        let day = |text: &str| Date::parse(text);
        let all = [
            (1, day("2026-12-01")),
            (0, day("2026-12-31")),
            (1, None),
            (1, day("2027-02-01")),
            (1, day("2026-12-15")),
        ];
        let made = matriks(&all);
        assert_eq!(made.bulan, [day("2026-12-01"), day("2027-02-01"), None]);
        assert_eq!(made.unit, [(0, vec![1, 0, 0]), (1, vec![2, 1, 1])]);
        let sum: u64 = made.unit.iter().flat_map(|u| &u.1).sum();
        assert_eq!(sum, all.len() as u64);
        assert_eq!(matriks(&[]), Matriks::default());
    }
}
