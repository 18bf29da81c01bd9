//! The priced problem with its optimum, kept warm while prices of floors change.

use super::{Floor, Unmet};
use crate::engine::Warm;
use crate::problem::{Problem, ROOM, Refusal};
use crate::solution::{Infeasible, Matching, Solution};

/// What holding a pair adds to its weight: more than two of the largest weights, so that letting it go brings less.
pub(super) const HOLD: i64 = 1 << 31;
/// All floors together add less than this to a pair.
const PRICE_MAX: i64 = 1 << 30;

pub(super) struct Work<'a> {
    pub problem: &'a Problem,
    pub floors: &'a [Floor],
    pub warm: Warm,
    start: Warm,
    floor_prices: Vec<i64>,
    /// No floor may pay more.
    pub price_max: i64,
    /// For every left vertex its pairs that count, with their floor, by right vertex.
    counting: Vec<Vec<(u32, u32)>>,
}

impl<'a> Work<'a> {
    pub fn new(problem: &'a Problem, floors: &'a [Floor]) -> Result<Work<'a>, Unmet> {
        let is_outside =
            |pair: &&(u32, u32)| pair.0 as usize >= problem.lefts() || pair.1 as usize >= problem.rights();
        if let Some(&(left, right)) = floors.iter().flat_map(|floor| &floor.pairs).find(is_outside) {
            return Err(Refusal::Index { left, right }.into());
        }
        let most = problem.edges().map(|edge| edge.weight.unsigned_abs()).max().unwrap_or(0);
        let vertices = problem.lefts() + problem.rights();
        let raised = u128::from(most) + (HOLD + PRICE_MAX).unsigned_abs() as u128;
        if 2 * most >= HOLD.unsigned_abs() || raised * (vertices as u128 + 2) * ROOM >= 1 << 62 {
            return Err(Refusal::Overflow { largest: most, vertices }.into());
        }
        if let Some(right) = problem.widest().filter(|(_, spread)| i64::from(*spread) >= PRICE_MAX) {
            return Err(Refusal::Spread { right: right.0 }.into());
        }
        let counting = counting(problem, floors);
        let shared = |list: &Vec<(u32, u32)>| list.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max();
        let most_shared = counting.iter().filter_map(shared).max().unwrap_or(1) as i64;
        let warm = Warm::new(problem)?;
        Ok(Work {
            problem,
            floors,
            start: warm.clone(),
            warm,
            floor_prices: vec![0; floors.len()],
            price_max: PRICE_MAX / most_shared - 1,
            counting,
        })
    }

    /// Back to the first optimum, then to these prices.
    pub fn reset(&mut self, floor_prices: &[i64]) -> Result<(), Infeasible> {
        self.warm = self.start.clone();
        self.floor_prices.fill(0);
        self.pay(floor_prices);
        Ok(())
    }

    /// Pairs that count are worth so much more from now on.
    pub fn pay(&mut self, floor_prices: &[i64]) {
        for ((new, old), floor) in floor_prices.iter().zip(&mut self.floor_prices).zip(self.floors) {
            for (left, right) in floor.pairs.iter().filter(|_| new != old) {
                self.warm.add(*left, *right, new - *old);
            }
            *old = *new;
        }
    }

    /// The bound that the present optimum proves.
    pub fn bound(&self, solution: &Solution) -> i64 {
        let paid =
            self.floor_prices.iter().zip(self.floors).map(|(price, floor)| price * i64::from(floor.least));
        solution.objective - paid.sum::<i64>()
    }

    /// How many pairs each floor is short of; below zero if it has more than it demands.
    pub fn missing(&self, matching: &Matching) -> Vec<i64> {
        let mut missing: Vec<i64> = self.floors.iter().map(|floor| i64::from(floor.least)).collect();
        for (left, right) in (0..).zip(&matching.left) {
            for floor in right.iter().flat_map(|right| self.floors_of((left, *right))) {
                missing[floor] -= 1;
            }
        }
        missing
    }

    /// Floors a pair counts for.
    pub fn floors_of(&self, (left, right): (u32, u32)) -> impl Iterator<Item = usize> + '_ {
        let list = self.counting[left as usize].as_slice();
        let from = list.partition_point(|pair| pair.0 < right);
        list[from..].iter().take_while(move |pair| pair.0 == right).map(|pair| pair.1 as usize)
    }

    /// What a matching is worth without prices of floors.
    pub fn worth(&self, matching: &Matching) -> i64 {
        let pairs = (0..).zip(&matching.left).filter_map(|(left, right)| Some((left, (*right)?)));
        pairs.filter_map(|(left, right)| self.problem.weight(left, right)).sum()
    }
}

fn counting(problem: &Problem, floors: &[Floor]) -> Vec<Vec<(u32, u32)>> {
    let mut of_left = vec![Vec::new(); problem.lefts()];
    for (floor, name) in floors.iter().zip(0..) {
        for (left, right) in &floor.pairs {
            if problem.weight(*left, *right).is_some() {
                of_left[*left as usize].push((*right, name));
            }
        }
    }
    for list in &mut of_left {
        list.sort_unstable();
    }
    of_left
}
