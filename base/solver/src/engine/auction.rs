//! Scaling auction: everybody bids for the best on offer, in ever smaller steps; then whoever nobody
//! wants at his price lowers it, which is the same auction from the other side.
//!
//! What it leaves is within a fraction of a unit of the optimum, not exact: [`tighten`](super::tighten)
//! makes whole prices of it and searches finish. So it may stop early anywhere, and never has to loop.

use super::Short;
use super::half::Half;
use super::reduce::choose;
use super::stranded::stranded;
use super::tighten::tighten;
use crate::arcs::ALONE;

/// The last step is this part of a unit of weight: few pairs come out of the auction untight.
const FINER: i64 = 8;
/// How much smaller each step is than the one before.
const SHRINK: i64 = 16;
/// Bids per vertex after which a round of bidding is left to the searches. Rounds of real instances stay
/// far below; prices without hope (nobody eligible, no feasible matching) would go on for ever.
const FORWARD: usize = 32;
const REVERSE: usize = 4;

struct Market {
    step: i64,
    /// Largest difference of weights at a far vertex.
    range: i64,
    /// No price of a feasible problem has to be higher.
    ceiling: i64,
}

/// Matches most of both sides at feasible, tight prices. Answers the near vertices left for searches, or a
/// Hall set that kept the bidding from ending.
pub(crate) fn auction(near: &mut Half, far: &mut Half) -> Result<Vec<u32>, Short> {
    let vertices = (near.arcs.len() + far.arcs.len() + 2) as i64;
    near.restart();
    far.restart();
    near.refine(FINER);
    far.refine(FINER);
    let range = FINER * i64::from(near.arcs.widest().max(1));
    let mut market = Market { step: (range / SHRINK).max(1), range, ceiling: vertices * range };
    loop {
        let waiting = dissatisfied(near, far, market.step);
        market.bidding(near, far, waiting, FORWARD).map_err(|set| (true, set))?;
        let unwanted = (0..far.arcs.len() as u32).filter(|&vertex| !far.at_rest(vertex)).collect();
        market.bidding(far, near, unwanted, REVERSE).map_err(|set| (false, set))?;
        if market.step == 1 {
            break;
        }
        market.step = (market.step / SHRINK).max(1);
    }
    Ok(tighten(near, far))
}

/// Frees the near vertices that could do better by more than a step, and answers all that have to bid.
fn dissatisfied(near: &mut Half, far: &mut Half, step: i64) -> Vec<u32> {
    let mut waiting = Vec::new();
    for vertex in 0..near.arcs.len() as u32 {
        let content = near.price[vertex as usize].saturating_add(step) >= near.best(far, vertex);
        if !content || !near.at_rest(vertex) {
            near.part(far, vertex);
            waiting.push(vertex);
        }
    }
    waiting
}

impl Market {
    /// Lets everybody in `waiting`, and everybody they displace, bid until all hold something or rest. If
    /// that takes too long, somebody may have no chance at all: `Err` is a Hall set.
    fn bidding(
        &self,
        near: &mut Half,
        far: &mut Half,
        mut waiting: Vec<u32>,
        rounds: usize,
    ) -> Result<(), Vec<u32>> {
        for _ in 0..rounds * near.arcs.len() {
            let Some(vertex) = waiting.pop() else { return Ok(()) };
            let displaced = self.bid(near, far, vertex);
            if displaced != ALONE && !near.at_rest(displaced) {
                waiting.push(displaced);
            }
        }
        let without_chance = waiting.pop().and_then(|vertex| stranded(near, far, vertex));
        without_chance.map_or(Ok(()), Err)
    }

    /// One bid; answers who lost his partner by it.
    #[inline]
    fn bid(&self, near: &mut Half, far: &mut Half, vertex: u32) -> u32 {
        let alone = near.alone(vertex);
        let choice = choose(near, far, vertex);
        if choice.first == ALONE || choice.best - self.step <= alone {
            near.price[vertex as usize] = near.floor[vertex as usize];
            return ALONE;
        }
        let second = choice.second.max(choice.best - self.range);
        let price = (second - self.step).max(alone);
        let raised = far.price[choice.first as usize] + choice.best - price;
        if raised > self.ceiling {
            return ALONE;
        }
        near.price[vertex as usize] = price;
        far.price[choice.first as usize] = raised;
        let displaced = far.part(near, choice.first);
        near.marry(far, vertex, choice.first);
        displaced
    }
}
