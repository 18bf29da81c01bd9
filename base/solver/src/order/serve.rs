//! Right after right gets the best left that an optimum still allows.

use super::knots::Knots;
use super::reach::{Found, Move, Reach};
use super::tight::Tight;
use super::{Order, Settled};
use crate::arcs::ALONE;
use crate::solution::Matching;

/// Somebody who could have a right, with the ranks that decide.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    right_rank: u32,
    left_rank: u32,
    right: u32,
    left: u32,
}

/// What is still open while rights are served.
pub(super) struct Service {
    pub tight: Tight,
    pub knots: Knots,
    /// Lefts that may have a tied right: `claimants[start..end]` with the bounds of that right.
    claimants: Vec<u32>,
    bounds: Vec<(u32, u32)>,
    pub done_left: Vec<bool>,
    pub done_right: Vec<bool>,
}

pub(super) fn serve(tight: Tight, knots: Knots, order: &Order) -> Settled {
    let claims = claims(&tight, &knots, order);
    let mut reach = Reach::new(tight.mate.len() + 1);
    let mut service = Service {
        claimants: claims.iter().map(|claim| claim.left).collect(),
        bounds: vec![(0, 0); tight.holder.len()],
        done_left: vec![false; tight.mate.len()],
        done_right: vec![false; tight.holder.len()],
        tight,
        knots,
    };
    let mut ties = Vec::new();
    for group in claims.chunk_by(|a, b| a.right == b.right) {
        let start = ties.last().map_or(0, |&last: &u32| service.bounds[last as usize].1);
        service.bounds[group[0].right as usize] = (start, start + group.len() as u32);
        ties.push(group[0].right);
    }
    for &right in &ties {
        service.one(right, &mut reach);
    }
    ties.sort_unstable();
    let left = service.tight.mate.iter().map(|&mate| (mate != ALONE).then_some(mate)).collect();
    Settled { matching: Matching { left }, ties }
}

/// Everybody who has a tied right in some optimum, in the order of service.
fn claims(tight: &Tight, knots: &Knots, order: &Order) -> Vec<Claim> {
    let mut claims = Vec::new();
    for left in (0..tight.empty()).filter(|&left| knots.of[left as usize] != ALONE) {
        let knot = knots.of[left as usize];
        for &right in tight.rights(left).iter().filter(|&&right| knots.of[tight.node(right) as usize] == knot)
        {
            let (right_rank, left_rank) = (order.right_order[right as usize], order.left_rank[left as usize]);
            claims.push(Claim { right_rank, left_rank, right, left });
        }
    }
    claims.sort_unstable();
    claims
}

impl Service {
    /// Lefts that may have a right, best first.
    pub fn claimants(&self, right: u32) -> &[u32] {
        let (start, end) = self.bounds[right as usize];
        &self.claimants[start as usize..end as usize]
    }

    /// Whether a left may still move within a knot.
    #[inline]
    pub fn is_open(&self, left: u32, knot: u32) -> bool {
        self.knots.of[left as usize] == knot && !self.done_left[left as usize]
    }

    /// Serves one right.
    fn one(&mut self, right: u32, reach: &mut Reach) {
        let now = self.tight.node(right);
        for place in 0..self.claimants(right).len() {
            let left = self.claimants(right)[place];
            if left == now {
                break;
            }
            if !self.is_open(left, self.knots.of[now as usize]) {
                continue;
            }
            match reach.find(self, now, left) {
                Found::Path(mut moves) => {
                    moves.push(Move { left, right });
                    self.turn(&moves);
                    break;
                }
                Found::Cut(nodes) => self.cut(nodes),
            }
        }
        match self.tight.holder[right as usize] {
            ALONE => self.done_right[right as usize] = true,
            left => self.done_left[left as usize] = true,
        }
    }

    /// No cycle crosses the border of these nodes: from now on they are a knot of their own.
    fn cut(&mut self, nodes: &[u32]) {
        for &node in nodes {
            self.knots.of[node as usize] = self.knots.count;
        }
        self.knots.count += 1;
    }

    /// Everybody on a cycle takes the next one's place.
    fn turn(&mut self, moves: &[Move]) {
        for one in moves {
            let old = std::mem::replace(&mut self.tight.mate[one.left as usize], ALONE);
            if old != ALONE {
                self.tight.holder[old as usize] = ALONE;
            }
        }
        for one in moves.iter().filter(|one| one.right != ALONE) {
            self.tight.mate[one.left as usize] = one.right;
            self.tight.holder[one.right as usize] = one.left;
        }
    }
}
