//! The lowest bound: floors that are short pay more, floors that have too many pay less, in ever
//! smaller steps (subgradients).

use super::hold::Found;
use super::work::Work;
use crate::solution::{Infeasible, Prices};

/// Steps of the descent; later ones gain next to nothing.
pub(super) const ROUNDS: usize = 400;
/// After so many rounds each, prices are kept as a start for [`hold`](super::hold).
const SPACE: usize = 60;
/// Graphs with no more edges are polished until nothing is gained, at most so often; larger ones where a floor asks for it.
const SMALL: usize = 600;
const SWEEPS: usize = 4;
/// With more floors times edges the prices are left as the steps found them.
const LARGE: usize = 30_000_000;
/// Prices are kept in these parts of a unit while they move.
const PARTS: i64 = 1 << 10;

/// The bound and what proves it.
pub(super) struct Lowest {
    pub bound: i64,
    pub floor_prices: Vec<i64>,
    pub prices: Prices,
    /// Prices of floors on the way, the lowest bound's first.
    pub starts: Vec<Vec<i64>>,
    /// The best matching on the way that respects all floors.
    pub found: Option<Found>,
}

/// The price of a floor while it moves, in [`PARTS`].
#[derive(Clone)]
struct Mover {
    price: i64,
    step: i64,
    /// Whether the floor was short (1) or had too many (-1) when it last moved.
    way: i64,
}

impl Mover {
    /// Moves by what is missing. A floor that turns around has gone too far: half the step from now on.
    fn step(&mut self, missing: i64, longest: i64, price_max: i64) {
        if missing == 0 {
            return;
        }
        let has_turned = self.way * missing.signum() < 0;
        self.step = if has_turned { self.step / 2 + 1 } else { self.step.saturating_add(self.step / 8) };
        self.way = missing.signum();
        let step = self.step.min(longest.max(1));
        self.price = self.price.saturating_add(step.saturating_mul(missing)).clamp(0, price_max * PARTS);
    }
}

/// The lowest bound of so many rounds, from these prices of floors on. A bound of `enough` or less ends it at once.
pub(super) fn descend(
    work: &mut Work,
    rounds: usize,
    from: &[i64],
    enough: Option<i64>,
) -> Result<Lowest, Infeasible> {
    // A sixteenth of the widest difference between two who want the same.
    let longest = work.problem.widest().map_or(1, |(_, spread)| i64::from(spread) / 16 + 1) * PARTS;
    let price = |floor: usize| from.get(floor).copied().unwrap_or(0).clamp(0, work.price_max) * PARTS;
    let mut movers: Vec<Mover> =
        (0..work.floors.len()).map(|floor| Mover { price: price(floor), step: longest, way: 0 }).collect();
    let mut lowest: Option<Lowest> = None;
    let mut found: Option<Found> = None;
    let mut starts = Vec::new();
    for round in 1.. {
        let floor_prices: Vec<i64> = movers.iter().map(|mover| mover.price / PARTS).collect();
        work.pay(&floor_prices);
        let solution = work.warm.resolve()?;
        let missing = work.missing(&solution.matching);
        let bound = work.bound(&solution);
        if round % SPACE == 0 {
            starts.insert(0, floor_prices.clone());
        }
        if missing.iter().all(|missing| *missing <= 0) {
            let worth = work.worth(&solution.matching);
            if found.as_ref().is_none_or(|found| worth > found.0) {
                found = Some((worth, solution.matching));
            }
        }
        if lowest.as_ref().is_none_or(|lowest| bound < lowest.bound) {
            let prices = solution.prices;
            lowest = Some(Lowest { bound, floor_prices, prices, starts: Vec::new(), found: None });
        }
        let is_reached = |lowest: &Lowest| {
            let is_found = found.as_ref().is_some_and(|found| found.0 >= lowest.bound);
            is_found || enough.is_some_and(|enough| lowest.bound <= enough)
        };
        if let Some(lowest) = lowest.take_if(|lowest| round > rounds || is_reached(lowest)) {
            starts.insert(0, lowest.floor_prices.clone());
            return Ok(Lowest { found, starts, ..lowest });
        }
        for (mover, missing) in movers.iter_mut().zip(missing) {
            mover.step(missing, longest * 8 / (7 + round as i64), work.price_max);
        }
    }
    unreachable!("the last round returns")
}

/// Floor by floor to the price at which the bound is lowest while the others keep theirs. Steps are as long as what
/// people who want the same differ by; where a floor decides whether something is matched at all, its price lies far
/// beyond them, and so it does where nobody wants the same.
pub(super) fn polish(work: &mut Work, mut lowest: Lowest) -> Result<Lowest, Infeasible> {
    let edges = work.problem.edge_count();
    let sweeps = match edges.saturating_mul(work.floors.len()) {
        _ if edges <= SMALL => SWEEPS,
        size if size <= LARGE => 1,
        _ => 0,
    };
    let first = lowest.bound;
    for _ in 0..sweeps {
        let before = lowest.bound;
        for floor in 0..work.floors.len() {
            let is_open = lowest.found.as_ref().is_none_or(|found| found.0 < lowest.bound);
            if is_open && (edges <= SMALL || is_far(work, &mut lowest, floor)?) {
                line(work, &mut lowest, floor)?;
            }
        }
        if lowest.bound == before {
            break;
        }
    }
    if lowest.bound < first {
        lowest.starts.insert(0, lowest.floor_prices.clone());
    }
    Ok(lowest)
}

/// Whether the price of a floor lies further on than steps go. As the bound is convex, one look tells.
fn is_far(work: &mut Work, lowest: &mut Lowest, floor: usize) -> Result<bool, Infeasible> {
    let spread = work.problem.widest().map_or(0, |(_, spread)| i64::from(spread));
    let (price, bound) = (lowest.floor_prices[floor] + spread + 1, lowest.bound);
    if price <= work.price_max {
        look(work, lowest, floor, price)?;
    }
    Ok(lowest.bound < bound)
}

/// The bound is convex in one price: first longer and longer steps to where the floor turns around, then halves.
fn line(work: &mut Work, lowest: &mut Lowest, floor: usize) -> Result<(), Infeasible> {
    let from = lowest.floor_prices[floor];
    let missing = look(work, lowest, floor, from)?;
    let way = missing.signum();
    let (mut near, mut far, mut step) = (from, from, 1);
    // Whether the floor is still short, or still has too many, as it was at first.
    let mut is_same = way != 0;
    while is_same {
        near = far;
        far = (near + way * step).clamp(0, work.price_max);
        if far == near {
            return Ok(());
        }
        is_same = look(work, lowest, floor, far)? * way > 0;
        step *= 4;
    }
    while (far - near).abs() > 1 {
        let middle = near + (far - near) / 2;
        let is_near = look(work, lowest, floor, middle)? * way > 0;
        *(if is_near { &mut near } else { &mut far }) = middle;
    }
    Ok(())
}

/// What a floor is short of at this price, the others as they are where the bound is lowest. Keeps what is better.
fn look(work: &mut Work, lowest: &mut Lowest, floor: usize, price: i64) -> Result<i64, Infeasible> {
    let mut prices = lowest.floor_prices.clone();
    prices[floor] = price;
    work.pay(&prices);
    let solution = work.warm.resolve()?;
    let missing = work.missing(&solution.matching);
    let bound = work.bound(&solution);
    if missing.iter().all(|missing| *missing <= 0) {
        let worth = work.worth(&solution.matching);
        if lowest.found.as_ref().is_none_or(|found| worth > found.0) {
            lowest.found = Some((worth, solution.matching));
        }
    }
    if bound < lowest.bound {
        (lowest.bound, lowest.floor_prices, lowest.prices) = (bound, prices, solution.prices);
    }
    Ok(missing[floor])
}
