//! Estimate of BKN's data-quality index (Indeks Kualitas Data) from the counts of our checks.
//!
//! Score = sum over dimensions of weight × share of clean rows, indicators by their weight inside the
//! dimension. Indicators nothing here measures ("belum ada sumber") are left out and the weights of the
//! others stretched to fill their dimension; a dimension without any measured indicator is left out
//! and the dimensions stretched likewise. So the figure says how the measured part stands, and
//! [`Ikd::covered`] says how much of the index that is. BKN's own figure may differ.

use super::{Code, Codes};
use crate::tables::{Indicator, Tables};

/// One indicator with its count.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorScore<'t> {
    /// Its row in the table.
    pub indicator: &'t Indicator,
    /// The check that measures it; `None` = "belum ada sumber".
    pub source: Option<Code>,
    /// Rows with the finding.
    pub faulty: u32,
    /// Share of clean rows in hundredths of a percent (10000 = all); 0 when not measured.
    pub share: u32,
}

/// One dimension.
#[derive(Clone, Debug)]
pub struct Dimension<'t> {
    /// Its name in the table.
    pub name: &'t str,
    /// Its weight in ten-thousandths of the whole.
    pub weight: u32,
    /// Score in hundredths of a percent; `None` when no indicator is measured.
    pub score: Option<u32>,
    /// Its indicators.
    pub indicators: Vec<IndicatorScore<'t>>,
}

/// The estimate.
#[derive(Clone, Debug)]
pub struct Ikd<'t> {
    /// Estimated score in hundredths of a percent (8734 = 87,34).
    pub score: u32,
    /// By dimension, in the order of the table.
    pub dimensions: Vec<Dimension<'t>>,
    /// Part of the whole index that is measured, in ten-thousandths.
    pub covered: u32,
    /// Rows the shares are of.
    pub population: u32,
}

/// How many rows have each code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts(pub [u32; 64]);

impl Default for Counts {
    fn default() -> Counts {
        Counts([0; 64])
    }
}

impl Counts {
    /// Counts one row.
    pub fn add(&mut self, codes: Codes) {
        for code in codes.iter() {
            self.0[code as usize] += 1;
        }
    }
    /// Rows with a code.
    pub fn get(&self, code: Code) -> u32 {
        self.0[code as usize]
    }
}

/// The estimate for a population (rows in the register that count: active ASN). `silent` are checks that
/// cannot find anything because what they compare with was never imported: they measure nothing.
pub fn estimate<'t>(counts: &Counts, population: u32, tables: &'t Tables, silent: Codes) -> Ikd<'t> {
    let mut ikd = Ikd { score: 0, dimensions: Vec::new(), covered: 0, population };
    for indicator in tables.ikd() {
        let source = indicator.check.filter(|code| !silent.contains(*code));
        let faulty = source.map_or(0, |code| counts.get(code)).min(population);
        let share = source.map_or(0, |_| share(u64::from(population - faulty), population));
        let score = IndicatorScore { indicator, source, faulty, share };
        match ikd.dimensions.iter_mut().find(|d| *d.name == *indicator.dimensi) {
            Some(dimension) => dimension.indicators.push(score),
            None => ikd.dimensions.push(Dimension {
                name: &indicator.dimensi,
                weight: indicator.dimension_weight,
                score: None,
                indicators: vec![score],
            }),
        }
    }
    for dimension in &mut ikd.dimensions {
        let weigh = |of: &mut dyn Iterator<Item = &IndicatorScore<'_>>| {
            of.map(|i| u64::from(i.indicator.weight)).sum::<u64>()
        };
        let all = weigh(&mut dimension.indicators.iter());
        let measured = weigh(&mut dimension.indicators.iter().filter(|i| i.source.is_some()));
        dimension.score = dimension.score_without(None, population).map(|micro| rounded(micro, 100));
        ikd.covered += (u64::from(dimension.weight) * measured).checked_div(all).unwrap_or(0) as u32;
    }
    ikd.score = ikd.score_without(None);
    ikd
}

/// Clean rows per population, in hundredths of a percent; an empty register is clean.
fn share(clean: u64, population: u32) -> u32 {
    (clean * 10_000).checked_div(u64::from(population)).unwrap_or(10_000) as u32
}

fn rounded(value: u64, unit: u64) -> u32 {
    ((value + unit / 2) / unit) as u32
}

impl Dimension<'_> {
    /// In millionths, as if the rows of one code were all repaired; `None` when nothing is measured.
    fn score_without(&self, fixed: Option<Code>, population: u32) -> Option<u64> {
        let (mut weights, mut clean) = (0u128, 0u128);
        let people = u128::from(population.max(1));
        for i in self.indicators.iter().filter(|i| i.source.is_some()) {
            let faulty = if fixed.is_some() && i.source == fixed { 0 } else { i.faulty };
            let weight = u128::from(i.indicator.weight);
            weights += weight;
            clean += weight * (people - u128::from(faulty.min(population)));
        }
        (weights > 0).then(|| (clean * 1_000_000 / (weights * people)) as u64)
    }
}

impl Ikd<'_> {
    fn score_without(&self, fixed: Option<Code>) -> u32 {
        let (mut weights, mut sum) = (0u64, 0u64);
        for dimension in &self.dimensions {
            let Some(score) = dimension.score_without(fixed, self.population) else { continue };
            weights += u64::from(dimension.weight);
            sum += u64::from(dimension.weight) * score;
        }
        sum.checked_div(weights).map_or(0, |micro| rounded(micro, 100))
    }

    /// The estimated score once every row with this code is repaired, in hundredths of a percent.
    pub fn if_fixed(&self, code: Code) -> u32 {
        self.score_without(Some(code))
    }

    /// Measured indicators with faulty rows, the one that would lift the score most first.
    pub fn best_fixes(&self) -> Vec<(Code, u32, u32)> {
        let mut fixes: Vec<(Code, u32, u32)> = self
            .dimensions
            .iter()
            .flat_map(|d| &d.indicators)
            .filter(|i| i.faulty > 0)
            .filter_map(|i| Some((i.source?, i.faulty, self.if_fixed(i.source?))))
            .collect();
        fixes.sort_by_key(|fix| (std::cmp::Reverse(fix.2), fix.0));
        fixes
    }
}
