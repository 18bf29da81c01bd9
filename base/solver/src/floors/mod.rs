//! At least so many of certain pairs: caps on leaving a unit, a share of the experienced for a region.
//!
//! Such demands leave the world of assignments, where prices prove everything. What stays true: if every
//! pair that counts is worth a *price of its floor* more, the optimum less what the floors pay is a bound on
//! every matching that respects them. So the lowest bound is looked for first ([`price`]), then a
//! matching that respects all floors and is worth nearly as much ([`hold`]); small cases are finished
//! exactly ([`branch`]). What is left between the two is told as a gap. Among as good matchings the published
//! order decides as far as that can be made exact ([`settle`](mod@settle)).

mod branch;
mod hold;
mod price;
mod settle;
mod work;

use crate::problem::{Problem, Refusal};
use crate::solution::{Infeasible, Matching, Prices};
pub use settle::{FloorSettled, settle_floored};
use work::Work;

/// At least `least` of `pairs` have to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Edges (left, right) that count.
    pub pairs: Vec<(u32, u32)>,
    /// How many of them have to be in the matching.
    pub least: u32,
}

/// A matching that respects all floors, with a bound on what any such matching can be worth.
#[derive(Clone, Debug)]
pub struct Floored {
    /// The matching.
    pub matching: Matching,
    /// What it is worth, without prices of floors.
    pub objective: i64,
    /// No matching that respects the floors is worth more: the sum of `prices`, less `floor_prices` times
    /// what they demand.
    pub bound: i64,
    /// What a floor would pay for one pair more; never negative.
    pub floor_prices: Vec<i64>,
    /// They cover every pair at its weight and the prices of its floors, and prove the bound.
    pub prices: Prices,
    /// Every case was looked at: nothing better respects the floors, whatever the gap says.
    pub is_exact: bool,
}

impl Floored {
    /// What another matching that respects the floors could be worth more, at most.
    pub fn gap(&self) -> i64 {
        self.bound - self.objective
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unmet {
    /// Even without floors there is no matching.
    #[error(transparent)]
    Infeasible(#[from] Infeasible),
    /// Numbers too large for prices on top of them.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// No matching was found that respects this floor together with the others.
    #[error("floor {floor} cannot be met together with the others")]
    Floor {
        /// Its place in the list.
        floor: usize,
    },
}

/// Floors that say: at most `most[g]` of the left vertices of group `g` may end anywhere but at home.
pub fn caps(home: &[Option<u32>], group: &[Option<u32>], most: &[u32]) -> Vec<Floor> {
    let mut floors: Vec<Floor> = most.iter().map(|_| Floor { pairs: Vec::new(), least: 0 }).collect();
    for (left, (home, group)) in (0..).zip(home.iter().zip(group)) {
        if let (Some(home), Some(floor)) = (home, group.and_then(|group| floors.get_mut(group as usize))) {
            floor.pairs.push((left, *home));
        }
    }
    for (floor, most) in floors.iter_mut().zip(most) {
        floor.least = (floor.pairs.len() as u32).saturating_sub(*most);
    }
    floors
}

/// Floors that say: at least `least[g]` of the right vertices of group `g` end with a left vertex that counts.
pub fn shares(problem: &Problem, counts: &[bool], group: &[Option<u32>], least: &[u32]) -> Vec<Floor> {
    let mut floors: Vec<Floor> =
        least.iter().map(|least| Floor { pairs: Vec::new(), least: *least }).collect();
    for edge in problem.edges().filter(|edge| counts.get(edge.left as usize) == Some(&true)) {
        let group = group.get(edge.right as usize).copied().flatten();
        if let Some(floor) = group.and_then(|group| floors.get_mut(group as usize)) {
            floor.pairs.push((edge.left, edge.right));
        }
    }
    floors
}

/// The best matching found that respects all floors, and how far from the best it can be at most.
///
/// Refuses weights of 2^30 and more: prices of floors have to fit above them. A round of 50,000 posts with
/// scores in hundredths of a point stays below.
pub fn solve_floored(problem: &Problem, floors: &[Floor]) -> Result<Floored, Unmet> {
    let mut work = Work::new(problem, floors)?;
    let lowest = price::descend(&mut work, price::ROUNDS, &[], None)?;
    let lowest = price::polish(&mut work, lowest)?;
    let price::Lowest { bound, floor_prices, prices, starts, found: mut best } = lowest;
    let mut failure = None;
    for floor_prices in starts {
        if best.as_ref().is_some_and(|(worth, _)| *worth >= bound) {
            break;
        }
        work.reset(&floor_prices)?;
        match hold::hold(&mut work)? {
            Ok(found) if best.as_ref().is_none_or(|(worth, _)| *worth < found.0) => best = Some(found),
            Ok(_) => {}
            Err(floor) => failure = Some(floor),
        }
    }
    let (best, is_exact) = branch::finish(problem, floors, &floor_prices, best);
    let (objective, matching) = best.ok_or(Unmet::Floor { floor: failure.unwrap_or_default() })?;
    Ok(Floored { matching, objective, bound, floor_prices, prices, is_exact })
}
