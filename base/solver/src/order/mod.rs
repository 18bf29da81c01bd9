//! The published order that decides among optimal matchings.
//!
//! Every optimal matching uses tight edges only and covers every vertex with a price, whichever optimal
//! prices are taken; and every such matching is optimal. So the choice is one inside the tight graph, and
//! what can differ at all lies in its knots (strongly connected components of the alternating graph).

mod knots;
mod reach;
mod serve;
mod tight;

use crate::problem::Problem;
use crate::solution::{Matching, Solution};
use tight::Tight;

/// Ranks, lowest first, all different on a side. Right vertices are served in their order, each with the
/// left vertex of the lowest rank that an optimum still allows; only where none is left it stays alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Rank of every right vertex.
    pub right_order: Vec<u32>,
    /// Rank of every left vertex.
    pub left_rank: Vec<u32>,
}

/// The optimal matching that the published order prefers: one and the same for every engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The matching.
    pub matching: Matching,
    /// Right vertices, ascending, that do not end alike in every optimal matching: the order decided.
    pub ties: Vec<u32>,
}

/// Of all optimal matchings the first by the published order, found from the proof of any one of them.
pub fn settle(problem: &Problem, solution: &Solution, order: &Order) -> Settled {
    let tight = Tight::of(problem, solution);
    let knots = knots::find(&tight);
    serve::serve(tight, knots, order)
}
