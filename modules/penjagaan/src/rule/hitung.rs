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

/// More months than this are counted by year.
const MONTHS: usize = 24;

/// What a column of a matrix is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kurun {
    /// A month, by its first day.
    Bulan(Date),
    /// A year.
    Tahun(i16),
    /// Days nobody can tell; the last column.
    TanpaHari,
}

impl Kurun {
    /// First and last day.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Kurun::Bulan(first) => Some((first, first.next_month_start().add_days(-1))),
            Kurun::Tahun(year) => Date::new(year, 1, 1).zip(Date::new(year, 12, 31)),
            Kurun::TanpaHari => None,
        }
    }

    fn of(day: Option<Date>, by_year: bool) -> Kurun {
        let Some(day) = day else { return Kurun::TanpaHari };
        let (year, month, _) = day.ymd();
        if by_year { Kurun::Tahun(year) } else { Kurun::Bulan(Date::new(year, month, 1).unwrap_or(day)) }
    }
}

/// Units beside months, or beside years when there are many months.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matriks {
    /// Columns somebody falls due in, ascending.
    pub kurun: Vec<Kurun>,
    /// Units in the order of their numbers, a count for each column.
    pub unit: Vec<(usize, Vec<u64>)>,
}

/// Counts (number of the unit, day) by unit and month.
pub fn matriks(all: &[(usize, Option<Date>)]) -> Matriks {
    let columns = |by_year| all.iter().map(|(_, day)| Kurun::of(*day, by_year)).collect::<BTreeSet<Kurun>>();
    let months = columns(false);
    let by_year = months.len() > MONTHS;
    let kurun: Vec<Kurun> = if by_year { columns(true) } else { months }.into_iter().collect();
    let mut unit: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    for (number, day) in all {
        let row = unit.entry(*number).or_insert_with(|| vec![0; kurun.len()]);
        if let Ok(place) = kurun.binary_search(&Kurun::of(*day, by_year)) {
            row[place] += 1;
        }
    }
    Matriks { kurun, unit: unit.into_iter().collect() }
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
        let month = |text: &str| Kurun::Bulan(day(text).expect("a date"));
        assert_eq!(made.kurun, [month("2026-12-01"), month("2027-02-01"), Kurun::TanpaHari]);
        assert_eq!(made.unit, [(0, vec![1, 0, 0]), (1, vec![2, 1, 1])]);
        let sum: u64 = made.unit.iter().flat_map(|u| &u.1).sum();
        assert_eq!(sum, all.len() as u64);
        assert_eq!(matriks(&[]), Matriks::default());
        let many: Vec<(usize, Option<Date>)> = (0..30)
            .map(|n| (n % 2, day("2026-11-01").map(|first| first.add_days(31 * n as i32))))
            .chain([(0, None)])
            .collect();
        let made = matriks(&many);
        let years = [2026, 2027, 2028, 2029].map(Kurun::Tahun);
        assert_eq!(made.kurun, [&years[..], &[Kurun::TanpaHari]].concat());
        assert_eq!(made.unit.iter().flat_map(|u| &u.1).sum::<u64>(), 31);
        assert_eq!(Kurun::Tahun(2027).days(), day("2027-01-01").zip(day("2027-12-31")));
    }
}
