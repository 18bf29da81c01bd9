//! An optimum kept while weights change: only whom a change concerns is searched for again.

use super::finish;
use super::half::Half;
use super::search::Search;
use super::{hall, read_off, solve};
use crate::arcs::ALONE;
use crate::problem::Problem;
use crate::solution::{Engine, Infeasible, Side, Solution};

/// A problem whose weights may change, with its optimum.
#[derive(Clone)]
pub(crate) struct Warm {
    problem: Problem,
    left: Kept,
    right: Kept,
    changed: Vec<u32>,
}

/// What is kept of a side between two solutions.
#[derive(Clone)]
struct Kept {
    floor: Vec<i64>,
    price: Vec<i64>,
    mate: Vec<u32>,
}

impl Kept {
    /// Hands the numbers to an engine; they come back by [`Kept::back`].
    fn half<'a>(&mut self, arcs: &'a crate::arcs::Arcs, must: &'a [bool]) -> Half<'a> {
        let mut half = Half::new(arcs, must, std::mem::take(&mut self.floor));
        half.price = std::mem::take(&mut self.price);
        half.mate = std::mem::take(&mut self.mate);
        half
    }

    fn back(&mut self, half: Half) {
        (self.floor, self.price, self.mate) = (half.floor, half.price, half.mate);
    }
}

impl Warm {
    pub fn new(problem: &Problem) -> Result<Warm, Infeasible> {
        let solution = solve(problem)?;
        let mates = |side: &[Option<u32>]| side.iter().map(|mate| mate.unwrap_or(ALONE)).collect();
        let above = |(price, base): (&i64, &i64)| price - base;
        Ok(Warm {
            left: Kept {
                floor: vec![0; problem.lefts()],
                price: solution.prices.u,
                mate: mates(&solution.matching.left),
            },
            right: Kept {
                floor: problem.base.iter().map(|base| -base).collect(),
                price: solution.prices.v.iter().zip(&problem.base).map(above).collect(),
                mate: mates(&solution.matching.by_right(problem.rights())),
            },
            problem: problem.clone(),
            changed: Vec::new(),
        })
    }

    /// The problem with its present weights.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Makes an edge worth so much more, or less. The weight must not fall below what it was at first.
    pub fn add(&mut self, left: u32, right: u32, more: i64) {
        self.problem.lefts.add(left, right, more);
        self.problem.rights.add(right, left, more);
        self.changed.push(left);
    }

    /// The optimum for the present weights.
    pub fn resolve(&mut self) -> Result<Solution, Infeasible> {
        let problem = &self.problem;
        let mut near = self.left.half(&problem.lefts, &problem.must_left);
        let mut far = self.right.half(&problem.rights, &problem.must_right);
        let mut waiting = Vec::new();
        self.changed.sort_unstable();
        self.changed.dedup();
        for left in self.changed.drain(..) {
            let best = near.best(&far, left);
            let mate = near.mate[left as usize];
            let own = near.arcs.between(left, mate).map_or(near.alone(left), |arc| far.offer(arc));
            near.price[left as usize] = best;
            if own < best {
                near.part(&mut far, left);
                waiting.push(left);
            }
        }
        let mut search = Search::new(near.arcs.len().max(far.arcs.len()));
        let result = finish(&mut near, &mut far, &waiting, &mut search, None);
        let solution = match result {
            Ok(_) => Ok(read_off(problem, &near, &far, Engine::Paths)),
            Err((is_near, set)) => Err(hall(problem, if is_near { Side::Left } else { Side::Right }, set)),
        };
        self.left.back(near);
        self.right.back(far);
        solution
    }
}
