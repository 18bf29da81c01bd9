//! The pension wave: how many reach the end of their service in which year, by the kind of post they hold.

use kernel::register::Rumpun;

/// When a day lies, seen from the year asked about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kapan {
    /// Before this year: overdue.
    Sebelum(i16),
    /// In this year.
    Tahun(i16),
    /// After this year.
    Sesudah(i16),
    /// The day is not known.
    BelumDiketahui,
}

/// Kinds of posts, and behind them those nobody can tell the kind of.
pub const RUMPUN: usize = Rumpun::ALL.len() + 1;

/// People of one line by the kind of their post.
pub type Baris = (Kapan, [u64; RUMPUN]);

/// Counts (year of the day, kind of post). Every year up to `last` has its line, and the unknown day always
/// has; the others only when somebody stands there.
pub fn gelombang(
    first: i16,
    last: i16,
    all: impl IntoIterator<Item = (Option<i16>, Option<Rumpun>)>,
) -> Vec<Baris> {
    let mut rows: Vec<Baris> = vec![(Kapan::Sebelum(first), [0; RUMPUN])];
    rows.extend((first..=last).map(|year| (Kapan::Tahun(year), [0; RUMPUN])));
    rows.extend([(Kapan::Sesudah(last), [0; RUMPUN]), (Kapan::BelumDiketahui, [0; RUMPUN])]);
    for (year, rumpun) in all {
        let kapan = match year {
            None => Kapan::BelumDiketahui,
            Some(year) if year < first => Kapan::Sebelum(first),
            Some(year) if year > last => Kapan::Sesudah(last),
            Some(year) => Kapan::Tahun(year),
        };
        let kind = rumpun.map_or(RUMPUN - 1, |r| r as usize);
        if let Some(row) = rows.iter_mut().find(|row| row.0 == kapan) {
            row.1[kind] += 1;
        }
    }
    let kept = |row: &Baris| !matches!(row.0, Kapan::Sebelum(_) | Kapan::Sesudah(_)) || sum(&row.1) > 0;
    rows.retain(kept);
    rows
}

/// Everybody of a line.
pub fn sum(counts: &[u64; RUMPUN]) -> u64 {
    counts.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_kinds_of_posts_sum_to_everybody() {
        let people = [
            (Some(2027), Some(Rumpun::Jpt)),
            (Some(2027), Some(Rumpun::Pelaksana)),
            (Some(2025), Some(Rumpun::Fungsional)),
            (Some(2030), None),
            (None, Some(Rumpun::Pengawas)),
        ];
        let rows = gelombang(2026, 2028, people);
        assert_eq!(
            rows,
            [
                (Kapan::Sebelum(2026), [0, 0, 0, 1, 0, 0]),
                (Kapan::Tahun(2026), [0; RUMPUN]),
                (Kapan::Tahun(2027), [1, 0, 0, 0, 1, 0]),
                (Kapan::Tahun(2028), [0; RUMPUN]),
                (Kapan::Sesudah(2028), [0, 0, 0, 0, 0, 1]),
                (Kapan::BelumDiketahui, [0, 0, 1, 0, 0, 0]),
            ]
        );
        assert_eq!(rows.iter().map(|row| sum(&row.1)).sum::<u64>(), people.len() as u64);
        let none = gelombang(2026, 2026, []);
        assert_eq!(
            none.iter().map(|row| row.0).collect::<Vec<_>>(),
            [Kapan::Tahun(2026), Kapan::BelumDiketahui]
        );
    }
}
