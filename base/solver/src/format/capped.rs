//! Rounds in which only so many holders may leave a unit.

use super::answer::Claim;
use super::{Answer, Instance};
use crate::{Floor, Floored, caps};

impl Instance {
    /// What `max_out` of `units.csv` demands, by unit: see [`solve_floored`](crate::solve_floored).
    pub fn caps(&self) -> Vec<Floor> {
        let home: Vec<Option<u32>> = self.candidates.iter().map(|candidate| candidate.home).collect();
        let most: Vec<u32> = self.units.iter().map(|unit| unit.max_out).collect();
        caps(&home, &self.unit_left(), &most)
    }

    /// Writes the result of a capped round down. Its certificate has two more keys, `bound` (no plan within the
    /// caps is worth more) and `gap` (what that leaves open), and a price of leaving for every unit. With
    /// those prices taken from every pair away from home, the prices cover all pairs, and
    /// `bound` = their sum + price of every unit * its `max_out`. Ties are not decided by the published order.
    pub fn answer_capped(&self, found: &Floored, times: &[(&str, u64)]) -> Answer {
        let leaving = |unit: &Option<u32>| unit.map_or(0, |unit| found.floor_prices[unit as usize]);
        // Staying is worth the price of the unit more, or leaving that much less: the same for who must stay or go.
        let u: Vec<i64> =
            found.prices.u.iter().zip(self.unit_left()).map(|(price, unit)| price - leaving(&unit)).collect();
        let claim = Claim {
            objective: found.objective,
            more: format!("bound={}\ngap={}\n", found.bound, found.gap()),
            order: "none",
            prices: &[("candidate", &u), ("position", &found.prices.v), ("unit", &found.floor_prices)],
        };
        let more = format!("proven_exact={}\n", found.is_exact || found.gap() == 0);
        self.written(&found.matching, &claim, &more, times)
    }

    /// The unit a candidate would leave.
    fn unit_left(&self) -> Vec<Option<u32>> {
        let unit = |home: u32| self.positions[home as usize].unit;
        self.candidates.iter().map(|candidate| candidate.home.map(unit)).collect()
    }
}
