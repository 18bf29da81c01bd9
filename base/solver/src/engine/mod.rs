//! The engines: a quick start, then shortest augmenting paths for whoever is left.

mod auction;
mod half;
mod reduce;
mod search;
mod stranded;
mod tighten;
mod warm;

use crate::arcs::ALONE;
use crate::problem::Problem;
use crate::solution::{Engine, Infeasible, Matching, Prices, Side, Solution};
use half::Half;
use search::Search;
pub(crate) use warm::Warm;

/// The optimum, with the engine that suits the structure: row reduction first, and the auction where that
/// makes searches long because many want the same.
pub fn solve(problem: &Problem) -> Result<Solution, Infeasible> {
    solve_by(problem, None)
}

/// The optimum, with the engine named. The objective is the same for both, and so is what
/// [`settle`](crate::settle) makes of it.
pub fn solve_with(problem: &Problem, engine: Engine) -> Result<Solution, Infeasible> {
    solve_by(problem, Some(engine))
}

fn solve_by(problem: &Problem, wanted: Option<Engine>) -> Result<Solution, Infeasible> {
    let mut left = Half::new(&problem.lefts, &problem.must_left, vec![0; problem.lefts()]);
    let floor: Vec<i64> = problem.base.iter().map(|base| -base).collect();
    let mut right = Half::new(&problem.rights, &problem.must_right, floor);
    let near_is_left = from_the_left(problem);
    let result =
        if near_is_left { run(&mut left, &mut right, wanted) } else { run(&mut right, &mut left, wanted) };
    match result {
        Ok(engine) => Ok(read_off(problem, &left, &right, engine)),
        Err((is_near, vertices)) => {
            Err(hall(problem, if is_near == near_is_left { Side::Left } else { Side::Right }, vertices))
        }
    }
}

/// Searches start at the side where somebody has to be matched, else at the smaller one.
fn from_the_left(problem: &Problem) -> bool {
    problem.must_left.contains(&true) || problem.lefts() <= problem.rights()
}

/// A Hall set, and whether it is of the near side.
type Short = (bool, Vec<u32>);

fn run(near: &mut Half, far: &mut Half, wanted: Option<Engine>) -> Result<Engine, Short> {
    let mut search = Search::new(near.arcs.len().max(far.arcs.len()));
    if wanted != Some(Engine::Auction) {
        let patience = wanted.is_none().then_some(PATIENCE);
        let waiting = reduce::reduce(near, far);
        if finish(near, far, &waiting, &mut search, patience)? {
            return Ok(Engine::Paths);
        }
    }
    let waiting = auction::auction(near, far)?;
    finish(near, far, &waiting, &mut search, None)?;
    Ok(Engine::Auction)
}

/// So often may searches look at every arc before the auction is tried. Measured: up to 10 times where most
/// find a place of their own, 20 to 260 times where many want the same.
const PATIENCE: usize = 12;

/// From feasible prices and tight pairs to the optimum: everybody not at rest is settled by a search.
/// `Ok(false)` as soon as the work runs ahead of `patience`, spread evenly over all who wait.
fn finish(
    near: &mut Half,
    far: &mut Half,
    waiting: &[u32],
    search: &mut Search,
    patience: Option<usize>,
) -> Result<bool, Short> {
    let arcs = near.arcs.edges();
    for (done, &vertex) in waiting.iter().enumerate() {
        let due = |looks| arcs + looks * (arcs / waiting.len() * done);
        if patience.is_some_and(|looks| search.followed > due(looks)) {
            return Ok(false);
        }
        search.settle(near, far, vertex).map_err(|set| (true, set))?;
    }
    for vertex in 0..far.arcs.len() as u32 {
        if !far.at_rest(vertex) {
            search.settle(far, near, vertex).map_err(|set| (false, set))?;
        }
    }
    Ok(true)
}

fn read_off(problem: &Problem, left: &Half, right: &Half, engine: Engine) -> Solution {
    let partner = |&mate: &u32| (mate != ALONE).then_some(mate);
    let matching = Matching { left: left.mate.iter().map(partner).collect() };
    let v: Vec<i64> = right.price.iter().zip(&problem.base).map(|(price, base)| price + base).collect();
    let prices = Prices { u: left.price.clone(), v };
    // A pair is worth its two prices; adding up all prices could leave 64 bits on the way.
    let worth =
        |(left, right): (usize, &Option<u32>)| right.map(|right| prices.u[left] + prices.v[right as usize]);
    let objective = matching.left.iter().enumerate().filter_map(worth).sum();
    Solution { matching, prices, objective, engine }
}

fn hall(problem: &Problem, side: Side, mut vertices: Vec<u32>) -> Infeasible {
    let arcs = if side == Side::Left { &problem.lefts } else { &problem.rights };
    vertices.sort_unstable();
    let mut partners: Vec<u32> =
        vertices.iter().flat_map(|&vertex| arcs.of(vertex).iter().map(|arc| arc.to)).collect();
    partners.sort_unstable();
    partners.dedup();
    Infeasible { side, vertices, partners }
}
