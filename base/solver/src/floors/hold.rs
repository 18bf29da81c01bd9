//! A matching that respects all floors: pairs are held until every floor has enough, then exchanged as
//! long as that gains.

use std::collections::BTreeSet;

use super::work::{HOLD, Work};
use crate::margin::Margins;
use crate::solution::{Infeasible, Matching, Solution};

type Pair = (u32, u32);
/// A matching and what it is worth.
pub(super) type Found = (i64, Matching);

/// Of each floor so many pairs to let go and so many to hold instead are tried together.
const TRIED: usize = 4;
/// Of the pairs of a floor so many are weighed exactly, those of least slack.
const WEIGHED: usize = 64;

/// From the present prices of floors to a matching that needs none. The inner `Err` is a floor that cannot be met.
pub(super) fn hold(work: &mut Work) -> Result<Result<Found, usize>, Infeasible> {
    let mut held = BTreeSet::new();
    let mut solution = work.warm.resolve()?;
    loop {
        let missing = work.missing(&solution.matching);
        let Some(short) =
            (0..missing.len()).filter(|floor| missing[*floor] > 0).max_by_key(|floor| missing[*floor])
        else {
            break;
        };
        let is_chosen = |pair: &Pair| solution.matching.left[pair.0 as usize] == Some(pair.1);
        let wanted = outside(work, &solution, short, |pair| !held.contains(pair) && !is_chosen(pair));
        let Some((_, pair)) = wanted.into_iter().next() else { return Ok(Err(short)) };
        held.insert(pair);
        work.warm.add(pair.0, pair.1, HOLD);
        solution = work.warm.resolve()?;
    }
    complete(work, &solution.matching, &mut held);
    work.pay(&vec![0; work.floors.len()]);
    let solution = work.warm.resolve()?;
    let solution = exchange(work, &mut held, solution)?;
    if let Some(short) = work.missing(&solution.matching).iter().position(|missing| *missing > 0) {
        return Ok(Err(short));
    }
    Ok(Ok((work.worth(&solution.matching), solution.matching)))
}

/// Holds as many of the chosen pairs as each floor demands.
fn complete(work: &mut Work, matching: &Matching, held: &mut BTreeSet<Pair>) {
    let mut short: Vec<i64> = work.floors.iter().map(|floor| i64::from(floor.least)).collect();
    for floor in held.iter().flat_map(|pair| work.floors_of(*pair)) {
        short[floor] -= 1;
    }
    for (name, floor) in work.floors.iter().enumerate() {
        for pair in &floor.pairs {
            if short[name] > 0 && matching.left[pair.0 as usize] == Some(pair.1) && held.insert(*pair) {
                work.warm.add(pair.0, pair.1, HOLD);
                for floor in work.floors_of(*pair) {
                    short[floor] -= 1;
                }
            }
        }
    }
}

/// Pairs of a floor that might be held, cheapest first, with what holding them would cost.
fn outside(work: &Work, solution: &Solution, floor: usize, may: impl Fn(&Pair) -> bool) -> Vec<(i64, Pair)> {
    let mut margins = Margins::new(work.warm.problem(), &solution.matching, &solution.prices);
    let free = work.floors[floor].pairs.iter().copied().filter(may);
    let mut list: Vec<(i64, Pair)> =
        free.filter_map(|pair| Some((margins.slack(pair.0, pair.1)?, pair))).collect();
    // Nothing costs less than its slack.
    list.sort_unstable();
    list.truncate(WEIGHED);
    list.retain_mut(|(loss, pair)| {
        *loss = margins.forced(pair.0, pair.1).map_or(HOLD, |answer| answer.loss);
        // What costs as much as letting go of a held pair is no way.
        *loss < HOLD / 2
    });
    list.sort_unstable();
    list
}

/// Held pairs of a floor that may be exchanged, the dearest first, with what letting them go would bring.
fn inside(work: &Work, solution: &Solution, held: &BTreeSet<Pair>, floor: usize) -> Vec<(i64, Pair)> {
    let mut margins = Margins::new(work.warm.problem(), &solution.matching, &solution.prices);
    let kept = work.floors[floor].pairs.iter().filter(|pair| held.contains(pair));
    let mut list: Vec<(i64, Pair)> =
        kept.filter_map(|pair| Some((HOLD - margins.forbidden(pair.0, pair.1)?.loss, *pair))).collect();
    list.retain(|(gain, _)| *gain > 0);
    list.sort_unstable_by_key(|(gain, pair)| (std::cmp::Reverse(*gain), *pair));
    list
}

/// One held pair for another of the same floor, again and again, until no such exchange gains.
fn exchange(
    work: &mut Work,
    held: &mut BTreeSet<Pair>,
    mut solution: Solution,
) -> Result<Solution, Infeasible> {
    let mut is_moving = true;
    while is_moving {
        is_moving = false;
        for floor in 0..work.floors.len() {
            while let Some(better) = exchange_one(work, held, &solution, floor)? {
                (solution, is_moving) = (better, true);
            }
        }
    }
    Ok(solution)
}

fn exchange_one(
    work: &mut Work,
    held: &mut BTreeSet<Pair>,
    solution: &Solution,
    floor: usize,
) -> Result<Option<Solution>, Infeasible> {
    let go = inside(work, solution, held, floor);
    let come =
        if go.is_empty() { Vec::new() } else { outside(work, solution, floor, |pair| !held.contains(pair)) };
    let mut ways: Vec<(i64, Pair, Pair)> = (go.iter().take(TRIED))
        .flat_map(|(gain, go)| come.iter().take(TRIED).map(move |(loss, come)| (gain - loss, *go, *come)))
        .filter(|(gain, go, come)| {
            *gain > 0 && work.floors_of(*go).all(|other| work.floors_of(*come).any(|f| f == other))
        })
        .collect();
    ways.sort_unstable_by_key(|(gain, go, come)| (std::cmp::Reverse(*gain), *go, *come));
    for (_, go, come) in ways.into_iter().take(TRIED) {
        work.warm.add(go.0, go.1, -HOLD);
        work.warm.add(come.0, come.1, HOLD);
        let other = work.warm.resolve()?;
        if other.objective > solution.objective {
            held.remove(&go);
            held.insert(come);
            return Ok(Some(other));
        }
        work.warm.add(go.0, go.1, HOLD);
        work.warm.add(come.0, come.1, -HOLD);
        work.warm.resolve()?;
    }
    Ok(None)
}
