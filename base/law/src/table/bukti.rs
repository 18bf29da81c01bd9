//! Proof about a table: no row hides another, and, where it says so, every possible input is covered.

use super::{Cell, Policy, Row, TableDef};
use crate::number::Exact;
use crate::reader::{At, Complaints};
use crate::value::{Known, Type, Value};
use crate::vocabulary::Vocabulary;
use kernel::Date;
use std::collections::BTreeMap;

/// How many values of inputs a completeness proof may walk over.
const COMBINATIONS: usize = 400_000;

impl TableDef {
    pub(super) fn check(&self, words: &Vocabulary, complaints: &Complaints) {
        let at = |row: &Row| At { berkas: self.at.berkas.clone(), baris: row.baris };
        if self.policy != Policy::Pertama {
            for group in self.groups() {
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
            && let Err(sentence) = self.covers(words)
        {
            complaints.add(&self.at, sentence);
        }
    }

    /// Rows that may overlap: those that share a choice of the column that tells most rows apart. A big
    /// table would otherwise be compared row by row with itself.
    fn groups(&self) -> Vec<Vec<usize>> {
        let everybody = || vec![(0..self.rows.len()).collect()];
        let told_apart = |column: usize| -> Option<BTreeMap<u16, Vec<usize>>> {
            let mut groups: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
            for (i, row) in self.rows.iter().enumerate() {
                match &row.cells[column] {
                    Cell::Picks(list, false) => {
                        list.iter().for_each(|p| groups.entry(*p).or_default().push(i))
                    }
                    _ => return None,
                }
            }
            Some(groups)
        };
        let best = (0..self.inputs.len()).filter_map(told_apart).max_by_key(BTreeMap::len);
        best.map_or_else(everybody, |groups| groups.into_values().collect())
    }

    /// Proof that every possible input fits some row, on every day the table holds.
    fn covers(&self, words: &Vocabulary) -> Result<(), String> {
        let mut days: Vec<Date> =
            self.rows.iter().flat_map(|r| [Some(r.span.mulai), r.span.sampai]).flatten().collect();
        days.push(self.span.mulai);
        days.retain(|d| self.span.holds(*d));
        days.sort_unstable();
        days.dedup();
        let mut left = COMBINATIONS;
        for day in days {
            let rows: Vec<&Row> = self.rows.iter().filter(|r| r.span.holds(day)).collect();
            if let Some(inputs) = self.uncovered(&rows, &mut Vec::new(), words, &mut left) {
                let named = self.inputs.iter().zip(&inputs).map(|((name, _), known)| match known {
                    Known::Is(value) => format!("{name} {}", value.code(words)),
                    _ => format!("{name} tidak ada"),
                });
                let shown: Vec<String> = named.collect();
                return Err(format!("tidak ada baris untuk {} (hukum {day}).", shown.join(", ")));
            }
            if left == 0 {
                let sentence = "tabel ini terlalu besar untuk dibuktikan lengkap; tulis #lengkap=tidak.";
                return Err(sentence.to_owned());
            }
        }
        Ok(())
    }

    /// Inputs no row fits, column by column among the rows that fit so far.
    fn uncovered(
        &self,
        rows: &[&Row],
        chosen: &mut Vec<Known>,
        words: &Vocabulary,
        left: &mut usize,
    ) -> Option<Vec<Known>> {
        if rows.is_empty() {
            return Some(chosen.clone());
        }
        let column = chosen.len();
        if column == self.inputs.len() {
            return None;
        }
        for point in self.points(column, rows, words) {
            *left = left.saturating_sub(1);
            if *left == 0 {
                return None;
            }
            let fitting = |row: &&Row| self.accepted(column, &row.cells[column], &point) == Some(true);
            let fit: Vec<&Row> = rows.iter().copied().filter(fitting).collect();
            chosen.push(point);
            let hole = self.uncovered(&fit, chosen, words, left);
            if hole.is_some() {
                return hole;
            }
            chosen.pop();
        }
        None
    }

    /// Values of an input that stand for all others: every choice, or each bound and its neighbours.
    fn points(&self, i: usize, rows: &[&Row], words: &Vocabulary) -> Vec<Known> {
        let cells = || rows.iter().map(|r| &r.cells[i]);
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
        if self
            .rows
            .iter()
            .map(|r| &r.cells[i])
            .any(|c| matches!(c, Cell::Missing | Cell::There | Cell::Picks(_, true)))
        {
            points.push(Known::Absent);
        }
        if points.is_empty() {
            points.push(Known::Absent);
        }
        points
    }
}
