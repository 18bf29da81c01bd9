//! Proof that no row hides another and, where a table says so, that every possible input is covered.

use super::{Cell, Found, Policy, Row, TableDef};
use crate::number::Exact;
use crate::reader::{At, Complaints};
use crate::value::{Known, Type, Value};
use crate::vocabulary::Vocabulary;
use kernel::Date;
use std::collections::BTreeMap;

/// How many combinations a completeness proof may walk over.
const COMBINATIONS: usize = 400_000;
/// Work of comparing two rows, as [`Complaints::spend`] counts.
const PAIR: u64 = 3;

impl TableDef {
    pub(super) fn check(&self, words: &Vocabulary, complaints: &Complaints) {
        let at = |row: &Row| At { berkas: self.at.berkas.clone(), baris: row.baris };
        if self.policy != Policy::Pertama {
            for group in self.groups() {
                let pairs = (group.len() as u64).saturating_mul(group.len() as u64) / 2;
                if !complaints.spend(&self.at, pairs.saturating_mul(PAIR)) {
                    return;
                }
                for (n, &i) in group.iter().enumerate() {
                    for &j in &group[n + 1..] {
                        let (a, b) = (&self.rows[i], &self.rows[j]);
                        let alike = a.cells.iter().zip(&b.cells).all(|(a, b)| a.meets(b));
                        if alike && a.span.cut(b.span).is_some() {
                            complaints.add(
                                &at(b),
                                format!("baris ini bertumpang tindih dengan baris {}.", a.baris),
                            );
                        }
                    }
                }
            }
        }
        if self.lengkap
            && let Err(sentence) = self.covers(words, complaints)
        {
            complaints.add(&self.at, sentence);
        }
    }

    /// Rows that may overlap: those that share a choice of the column that tells most rows apart. A big
    /// table would otherwise be compared row by row with itself.
    fn groups(&self) -> Vec<Vec<usize>> {
        let everybody = || vec![(0..self.rows.len()).collect()];
        self.told_apart().map_or_else(everybody, |(_, groups)| groups.into_values().collect())
    }

    /// The column whose choices tell most rows apart, and the rows of each choice.
    fn told_apart(&self) -> Option<(usize, BTreeMap<u16, Vec<usize>>)> {
        let by = |column: usize| -> Option<(usize, BTreeMap<u16, Vec<usize>>)> {
            let mut groups: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
            for (i, row) in self.rows.iter().enumerate() {
                match &row.cells[column] {
                    Cell::Picks(list, false) => {
                        list.iter().for_each(|p| groups.entry(*p).or_default().push(i));
                    }
                    _ => return None,
                }
            }
            Some((column, groups))
        };
        (0..self.inputs.len()).filter_map(by).max_by_key(|(_, groups)| groups.len())
    }

    /// Proof that every possible input fits some row, on every day the table holds.
    fn covers(&self, words: &Vocabulary, complaints: &Complaints) -> Result<(), String> {
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let Some((column, groups)) = self.told_apart() else {
            return self.covers_among(&all, None, words, complaints);
        };
        let Type::Pilihan(jenis) = self.inputs[column].1 else {
            return self.covers_among(&all, None, words, complaints);
        };
        // One choice at a time: only the bounds of its own rows matter to it.
        for choice in 0..words.jenis(jenis).len() as u16 {
            let rows = groups.get(&choice).map_or(&[][..], Vec::as_slice);
            self.covers_among(rows, Some((column, Value::Pick(jenis, choice))), words, complaints)?;
        }
        Ok(())
    }

    fn covers_among(
        &self,
        rows: &[usize],
        only: Option<(usize, Value)>,
        words: &Vocabulary,
        complaints: &Complaints,
    ) -> Result<(), String> {
        let points: Vec<Vec<Known>> = (0..self.inputs.len())
            .map(|i| match &only {
                Some((column, value)) if *column == i => vec![Known::Is(value.clone())],
                _ => self.points(rows, i, words),
            })
            .collect();
        let total = points.iter().try_fold(1usize, |n, p| n.checked_mul(p.len())).unwrap_or(usize::MAX);
        if total > COMBINATIONS {
            return Err("tabel ini terlalu besar untuk dibuktikan lengkap; tulis #lengkap=tidak.".to_owned());
        }
        let borders =
            rows.iter().flat_map(|&i| [Some(self.rows[i].span.mulai), self.rows[i].span.sampai]).flatten();
        let mut days: Vec<Date> = borders.chain([self.span.mulai]).filter(|d| self.span.holds(*d)).collect();
        days.sort_unstable();
        days.dedup();
        let looked_at = total as u64 * days.len() as u64 * (10 + rows.len() as u64);
        if !complaints.spend(&self.at, looked_at) {
            return Ok(());
        }
        for day in days {
            for mut n in 0..total {
                let mut inputs = Vec::with_capacity(points.len());
                for list in &points {
                    inputs.push(list[n % list.len()].clone());
                    n /= list.len();
                }
                if self.find_among(rows.iter().copied(), &inputs, day) == Found::Nothing {
                    return Err(format!(
                        "tidak ada baris untuk {} (hukum {day}).",
                        self.told(&inputs, words)
                    ));
                }
            }
        }
        Ok(())
    }

    fn told(&self, inputs: &[Known], words: &Vocabulary) -> String {
        let one = |((name, _), known): (&(Box<str>, Type), &Known)| match known {
            Known::Is(value) => format!("{name} {}", value.code(words)),
            _ => format!("{name} tidak ada"),
        };
        self.inputs.iter().zip(inputs).map(one).collect::<Vec<String>>().join(", ")
    }

    /// Values of an input that stand for all others: every choice, or each bound and its neighbours.
    fn points(&self, rows: &[usize], i: usize, words: &Vocabulary) -> Vec<Known> {
        let cells = || rows.iter().map(|&row| &self.rows[row].cells[i]);
        let mut points: Vec<Known> = match self.inputs[i].1 {
            Type::Pilihan(jenis) => {
                (0..words.jenis(jenis).len() as u16).map(|n| Known::Is(Value::Pick(jenis, n))).collect()
            }
            Type::YaTidak => vec![Known::Is(Value::Yes(false)), Known::Is(Value::Yes(true))],
            Type::Teks => cells()
                .filter_map(|c| if let Cell::Words(w) = c { Some(w.clone()) } else { None })
                .chain(["(teks lain)".into()])
                .map(|w| Known::Is(Value::Text(w)))
                .collect(),
            tipe => {
                let whole = |n: Exact| Exact::int(n.whole().unwrap_or(0));
                let mut bounds: Vec<Exact> =
                    cells().flat_map(|c| [c.bounds().0, c.bounds().1]).flatten().collect();
                bounds.sort_unstable();
                bounds.dedup();
                let mut near = vec![Exact::ZERO];
                if tipe == Type::Desimal {
                    let middle = |pair: &[Exact]| pair[0].plus(pair[1])?.over(Exact::int(2));
                    near.extend(bounds.windows(2).filter_map(middle));
                }
                for b in bounds {
                    near.extend(
                        [b.minus(Exact::int(1)), Some(b), b.plus(Exact::int(1))].into_iter().flatten(),
                    );
                }
                // Counts, money and most scores do not go below zero; days do.
                near.retain(|n| tipe == Type::Tanggal || *n >= Exact::ZERO);
                near.sort_unstable();
                near.dedup();
                let day = |n: Exact| Date::from_days(whole(n).whole().unwrap_or(0) as i32);
                near.into_iter()
                    .map(|n| {
                        Known::Is(if tipe == Type::Tanggal { Value::Day(day(n)) } else { Value::Num(n) })
                    })
                    .collect()
            }
        };
        if cells().any(|c| matches!(c, Cell::Missing | Cell::There | Cell::Picks(_, true))) {
            points.push(Known::Absent);
        }
        if points.is_empty() {
            points.push(Known::Absent);
        }
        points
    }
}
