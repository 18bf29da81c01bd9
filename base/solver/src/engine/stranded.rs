//! Whether a mandatory vertex can be matched at all, whatever the prices.

use super::half::Half;
use crate::arcs::ALONE;

/// Follows all alternating paths from a vertex without partner. If they lead to no free far vertex and to
/// nobody who may end alone, the near vertices reached are a Hall set.
pub(crate) fn stranded(near: &Half, far: &Half, vertex: u32) -> Option<Vec<u32>> {
    let mut seen = vec![false; far.arcs.len()];
    let mut reached = vec![vertex];
    let mut next = 0;
    while let Some(&at) = reached.get(next) {
        next += 1;
        if !near.must[at as usize] {
            return None;
        }
        for arc in near.arcs.of(at) {
            if std::mem::replace(&mut seen[arc.to as usize], true) {
                continue;
            }
            match far.mate[arc.to as usize] {
                ALONE => return None,
                holder => reached.push(holder),
            }
        }
    }
    Some(reached)
}
