//! From the prices of an auction to whole, feasible ones that are tight on the pairs it made.

use super::half::Half;
use crate::arcs::ALONE;

/// Looks at a vertex after which its pair is given up: the matching is not optimal there.
const LOOKS: usize = 20;

/// Rounds prices down and raises those of the far side until every edge is covered. Pairs stay tight; those
/// that no prices could prove are parted. Answers the near vertices for whom only a search can tell.
pub(crate) fn tighten(near: &mut Half, far: &mut Half) -> Vec<u32> {
    let worth: Vec<i64> = (near.price.iter().zip(&near.mate))
        .map(|(price, &mate)| if mate == ALONE { 0 } else { price + far.price[mate as usize] })
        .collect();
    let unit = near.unit();
    near.coarsen();
    far.coarsen();
    for (vertex, worth) in worth.into_iter().enumerate() {
        near.price[vertex] = match near.mate[vertex] {
            ALONE => near.floor[vertex],
            mate => worth / unit - far.price[mate as usize],
        };
    }
    let mut given_up = Vec::new();
    let mut now: Vec<u32> = (0..near.arcs.len() as u32).collect();
    let mut queued = vec![true; now.len()];
    for _ in 0..LOOKS {
        let mut next = Vec::new();
        for vertex in now.drain(..) {
            queued[vertex as usize] = false;
            if !cover(near, far, vertex, &mut next, &mut queued) {
                given_up.push(vertex);
            }
        }
        now = next;
    }
    for &vertex in &now {
        near.part(far, vertex);
    }
    given_up.extend(now);
    given_up.sort_unstable();
    given_up.dedup();
    given_up
}

/// Raises far prices until all edges of one vertex are covered; `false` if the vertex needs a search.
fn cover(near: &mut Half, far: &mut Half, vertex: u32, next: &mut Vec<u32>, queued: &mut [bool]) -> bool {
    if near.price[vertex as usize] < near.alone(vertex) {
        near.part(far, vertex);
        near.price[vertex as usize] = near.floor[vertex as usize];
    }
    if !near.at_rest(vertex) {
        return false;
    }
    for &arc in near.arcs.of(vertex) {
        let gap = far.offer(arc) - near.price[vertex as usize];
        if gap <= 0 {
            continue;
        }
        far.price[arc.to as usize] += gap;
        let other = far.mate[arc.to as usize];
        if other != ALONE {
            near.price[other as usize] -= gap;
            if !std::mem::replace(&mut queued[other as usize], true) {
                next.push(other);
            }
        }
    }
    true
}
