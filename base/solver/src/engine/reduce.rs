//! Row reduction: everybody takes the best on offer and pays what it is worth above the second best.

use super::half::Half;
use crate::arcs::ALONE;

/// What a vertex finds when it looks at all its arcs: the best value and the best of the others.
pub(crate) struct Choice {
    pub best: i64,
    pub second: i64,
    /// Far vertex of the best, `ALONE` if ending alone is.
    pub first: u32,
}

/// Looks at every arc once, without a branch that depends on values: they come in no order a processor could guess.
/// `second` is `i64::MIN` where there is no other way.
#[inline]
pub(crate) fn choose(near: &Half, far: &Half, vertex: u32) -> Choice {
    let mut choice = Choice { best: near.alone(vertex), second: i64::MIN, first: ALONE };
    for &arc in near.arcs.of(vertex) {
        let value = far.offer(arc);
        choice.second = choice.second.max(choice.best.min(value));
        choice.first = if value > choice.best { arc.to } else { choice.first };
        choice.best = choice.best.max(value);
    }
    choice
}

/// Of two equals the one that comes later: the next after the first of that value.
fn equal(near: &Half, far: &Half, vertex: u32, choice: &Choice) -> u32 {
    let others = near.arcs.of(vertex).iter().filter(|arc| arc.to != choice.first);
    others.copied().find(|&arc| far.offer(arc) == choice.best).map_or(ALONE, |arc| arc.to)
}

/// Matches most near vertices at feasible, tight prices; far vertices without partner keep their price.
/// Answers the near vertices for whom only a search can tell.
pub(crate) fn reduce(near: &mut Half, far: &mut Half) -> Vec<u32> {
    let mut waiting: Vec<u32> = (0..near.arcs.len() as u32).collect();
    let mut steps = STEPS * waiting.len();
    for _ in 0..PASSES {
        let mut later = Vec::new();
        for vertex in std::mem::take(&mut waiting) {
            let mut turn = Some(vertex);
            while let Some(vertex) = turn.take() {
                let (displaced, at_once) = bid(near, far, vertex);
                match displaced {
                    Some(next) if at_once && steps > 0 => turn = Some(next),
                    Some(next) => later.push(next),
                    None => {}
                }
                steps = steps.saturating_sub(1);
            }
        }
        waiting = later;
    }
    waiting.sort_unstable();
    waiting
}

/// A second look costs little; later ones move prices by less than a search would.
const PASSES: usize = 2;
/// Bids per vertex after which the displaced wait: where so many want the same, prices rise too slowly.
const STEPS: usize = 4;

/// One vertex takes its choice. Answers who is without partner now, and whether that one should look
/// again at once because a price rose.
#[inline]
fn bid(near: &mut Half, far: &mut Half, vertex: u32) -> (Option<u32>, bool) {
    let choice = choose(near, far, vertex);
    let only_way = choice.second == i64::MIN;
    let rises = choice.best > choice.second && !only_way;
    // Of two equals the one that nobody has to leave.
    let taken = choice.first != ALONE && far.mate[choice.first as usize] != ALONE;
    let target = if rises || only_way || !taken { choice.first } else { equal(near, far, vertex, &choice) };
    near.price[vertex as usize] = if rises { choice.second } else { choice.best };
    if target == ALONE {
        near.price[vertex as usize] = choice.best;
        return (near.must[vertex as usize].then_some(vertex), false);
    }
    if only_way && taken {
        // What the place is worth to whoever holds it cannot be told from here.
        return (Some(vertex), false);
    }
    if rises {
        far.price[target as usize] += choice.best - choice.second;
    }
    let displaced = far.part(near, target);
    near.marry(far, vertex, target);
    ((displaced != ALONE).then_some(displaced), rises)
}
