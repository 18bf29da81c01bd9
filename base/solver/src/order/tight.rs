//! The tight graph: all that an optimal matching may consist of.

use crate::arcs::ALONE;
use crate::problem::Problem;
use crate::solution::Solution;

/// Tight edges and who may end alone. A *node* is a left vertex with the place it holds; the node
/// [`Tight::empty`] stands for all places nobody needs: rights without partner, and ending alone.
pub(super) struct Tight {
    start: Vec<u32>,
    /// Rights of the tight edges of every left.
    rights: Vec<u32>,
    pub mate: Vec<u32>,
    pub holder: Vec<u32>,
    /// Optional lefts at price zero.
    optional: Vec<bool>,
    /// Optional rights at price zero: they may be left alone.
    may_empty: Vec<bool>,
}

impl Tight {
    pub fn of(problem: &Problem, solution: &Solution) -> Tight {
        let (u, v) = (&solution.prices.u, &solution.prices.v);
        let reduced: Vec<i64> = v.iter().zip(&problem.base).map(|(price, base)| price - base).collect();
        let mate: Vec<u32> = solution.matching.left.iter().map(|mate| mate.unwrap_or(ALONE)).collect();
        let mut holder = vec![ALONE; problem.rights()];
        let (mut start, mut rights) = (Vec::with_capacity(mate.len() + 1), Vec::new());
        for (left, &mate) in mate.iter().enumerate() {
            start.push(rights.len() as u32);
            for arc in problem.lefts.of(left as u32) {
                if i64::from(arc.rest) == u[left] + reduced[arc.to as usize] {
                    rights.push(arc.to);
                }
            }
            if mate != ALONE {
                holder[mate as usize] = left as u32;
            }
        }
        start.push(rights.len() as u32);
        let free = |(price, must): (&i64, &bool)| *price == 0 && !must;
        let optional = u.iter().zip(&problem.must_left).map(free).collect();
        let may_empty = v.iter().zip(&problem.must_right).map(free).collect();
        Tight { start, rights, mate, holder, optional, may_empty }
    }

    /// The node of all places nobody needs.
    pub fn empty(&self) -> u32 {
        self.mate.len() as u32
    }

    /// Rights the left may have.
    pub fn rights(&self, left: u32) -> &[u32] {
        &self.rights[self.start[left as usize] as usize..self.start[left as usize + 1] as usize]
    }

    /// The node that holds a right.
    #[inline]
    pub fn node(&self, right: u32) -> u32 {
        let holder = self.holder[right as usize];
        if holder == ALONE { self.empty() } else { holder }
    }

    /// Whether this left has a partner and may end alone.
    #[inline]
    pub fn may_leave(&self, left: u32) -> bool {
        self.optional[left as usize] && self.mate[left as usize] != ALONE
    }

    /// Whether the place this left holds may become one nobody needs.
    #[inline]
    pub fn may_vacate(&self, left: u32) -> bool {
        let mate = self.mate[left as usize];
        mate == ALONE || self.may_empty[mate as usize]
    }
}
