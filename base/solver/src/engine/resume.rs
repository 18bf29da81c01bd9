//! A start from the answer of a similar problem.

use super::half::Half;
use crate::arcs::ALONE;

/// Takes over the far prices of an earlier answer, within what prices of this problem can be, and its pairs
/// where they are still tight. Answers the near vertices left for searches.
pub(crate) fn resume(
    near: &mut Half,
    far: &mut Half,
    prices: impl Iterator<Item = i64>,
    mates: &[Option<u32>],
) -> Vec<u32> {
    let vertices = (near.arcs.len() + far.arcs.len() + 2) as i64;
    let deepest = near.floor.iter().chain(&far.floor).map(|floor| floor.abs()).max().unwrap_or(0);
    let most = vertices * (i64::from(near.arcs.widest()) + deepest + 1);
    for (vertex, price) in prices.enumerate() {
        let least = if far.must[vertex] { -most } else { far.floor[vertex] };
        far.price[vertex] = price.clamp(least, most);
    }
    let mut waiting = Vec::new();
    for (vertex, &mate) in mates.iter().enumerate() {
        let vertex = vertex as u32;
        near.price[vertex as usize] = near.best(far, vertex);
        let arc = mate.and_then(|mate| near.arcs.between(vertex, mate));
        match arc.filter(|arc| far.mate[arc.to as usize] == ALONE) {
            Some(arc) if far.offer(arc) == near.price[vertex as usize] => near.marry(far, vertex, arc.to),
            _ if near.at_rest(vertex) => {}
            _ => waiting.push(vertex),
        }
    }
    waiting
}
