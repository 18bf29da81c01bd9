//! The two halves of a walk, as shortest paths over slacks.

use std::collections::HashMap;

use super::reach::{NEVER, Reach};
use crate::problem::Problem;
use crate::solution::{Matching, Prices};

const NOBODY: u32 = u32::MAX;

/// Who goes where, in the order of the walk, and what that costs.
#[derive(Default)]
pub(super) struct Way {
    pub cost: i64,
    pub steps: Vec<(u32, Option<u32>)>,
}

/// The graph as a walk sees it, with working memory for both directions.
pub(super) struct Walker<'a> {
    problem: &'a Problem,
    matching: &'a Matching,
    pub prices: &'a Prices,
    by_right: Vec<u32>,
    /// Right prices above the base of their weights, as arcs have it.
    rest: Vec<i64>,
    /// From whoever is to be seated: what it costs to take a right vertex, and who takes it.
    ahead: Reach,
    /// To the gap: what it costs that the holder of a right vertex leaves it, and where that one goes.
    back: Reach,
}

/// How a walk that seats somebody ends.
enum End {
    /// This one takes a right vertex whose holder has a way into the gap, or the gap itself.
    Closed(u32, u32),
    /// This one takes a right vertex without partner.
    Free(u32, u32),
    /// This one ends alone.
    Alone(u32),
}

impl<'a> Walker<'a> {
    pub fn new(problem: &'a Problem, matching: &'a Matching, prices: &'a Prices) -> Walker<'a> {
        let rights = problem.rights();
        Walker {
            by_right: matching.by_right(rights).into_iter().map(|left| left.unwrap_or(NOBODY)).collect(),
            rest: prices.v.iter().zip(&problem.base).map(|(price, base)| price - base).collect(),
            ahead: Reach::new(rights),
            back: Reach::new(rights),
            problem,
            matching,
            prices,
        }
    }

    pub fn mate(&self, left: u32) -> Option<u32> {
        self.matching.left[left as usize]
    }

    pub fn holder(&self, right: u32) -> Option<u32> {
        Some(self.by_right[right as usize]).filter(|left| *left != NOBODY)
    }

    /// What the prices of a pair exceed its weight by, if it is an edge.
    pub fn slack(&self, left: u32, right: u32) -> Option<i64> {
        let weight = self.problem.weight(left, right)?;
        Some(self.prices.u[left as usize] + self.prices.v[right as usize] - weight)
    }

    /// The cheapest way to close `gap`: somebody without partner comes in, or an optional right vertex ends
    /// alone, perhaps the gap itself. Nobody leaves `taken`.
    pub fn fill(&mut self, gap: u32, taken: Option<u32>) -> Option<Way> {
        let (mut best, mut end) = (NEVER, None);
        if !self.problem.must_right(gap) {
            (best, end) = (self.prices.v[gap as usize], Some((None, gap)));
        }
        self.back.start(gap);
        while let Some((at, base)) = self.back.nearest(best) {
            let from = base + self.rest[at as usize];
            for arc in self.problem.rights.of(at) {
                let length = from + self.prices.u[arc.to as usize] - i64::from(arc.rest);
                if length >= best {
                    continue;
                }
                let Some(left_behind) = self.mate(arc.to) else {
                    (best, end) = (length, Some((Some(arc.to), at)));
                    continue;
                };
                if Some(left_behind) == taken || !self.back.shorten(left_behind, length, at) {
                    continue;
                }
                let alone = length + self.prices.v[left_behind as usize];
                if alone < best && !self.problem.must_right(left_behind) {
                    (best, end) = (alone, Some((None, left_behind)));
                }
            }
        }
        let (comes, last) = end?;
        let mut steps: Vec<_> = comes.map(|left| (left, Some(last))).into_iter().collect();
        steps.extend(self.chain_to(last, gap));
        Some(Way { cost: best, steps })
    }

    /// The holder of a right vertex goes on, and so the next, until one is in the gap.
    fn chain_to(&self, mut at: u32, gap: u32) -> Vec<(u32, Option<u32>)> {
        let mut steps = Vec::new();
        while at != gap {
            let to = self.back.link[at as usize];
            steps.push((self.by_right[at as usize], Some(to)));
            at = to;
        }
        steps
    }

    /// The cheapest way for `start` to leave its partner, and whether it closes `gap`: if not, it ends with
    /// nobody, which costs `toll` more or is impossible. The partner of `start` is taken, unless it is the gap.
    ///
    /// With a gap, [`Walker::fill`] has to be asked first, and `toll` is its answer: whatever can reach the gap for
    /// less has been seen from there, so nobody is followed further than to the first end.
    pub fn seat(&mut self, start: u32, gap: Option<u32>, toll: Option<i64>) -> Option<(Way, bool)> {
        let (mut best, mut end) = (NEVER, None);
        let left_behind = self.mate(start);
        let (mut at, mut base) = (start, 0);
        self.ahead.clear();
        loop {
            let from = base + self.prices.u[at as usize];
            if let Some(toll) = toll
                && !self.problem.must_left(at)
                && from + toll < best
            {
                (best, end) = (from + toll, Some(End::Alone(at)));
            }
            for arc in self.problem.lefts.of(at) {
                let length = from + self.rest[arc.to as usize] - i64::from(arc.rest);
                let is_barred = Some(arc.to) == left_behind && (at == start || left_behind != gap);
                if length >= best || is_barred {
                    continue;
                }
                let onward = if gap.is_some() { self.back.distance[arc.to as usize] } else { NEVER };
                if onward != NEVER && length + onward < best {
                    (best, end) = (length + onward, Some(End::Closed(at, arc.to)));
                }
                if Some(arc.to) == gap {
                    continue;
                }
                if self.by_right[arc.to as usize] != NOBODY {
                    self.ahead.shorten(arc.to, length, at);
                } else if let Some(toll) = toll.filter(|toll| length + toll < best) {
                    (best, end) = (length + toll, Some(End::Free(at, arc.to)));
                }
            }
            let limit = if best == NEVER { NEVER } else { best - toll.unwrap_or(0) };
            let Some((next, distance)) = self.ahead.nearest(limit) else { break };
            (at, base) = (self.by_right[next as usize], distance);
        }
        let (last, to, gap) = match end? {
            End::Closed(last, right) => (last, Some(right), gap),
            End::Free(last, right) => (last, Some(right), None),
            End::Alone(last) => (last, None, None),
        };
        let mut steps = vec![(last, to)];
        let mut left = last;
        while left != start {
            let taken = self.mate(left);
            left = taken.map_or(start, |right| self.ahead.link[right as usize]);
            steps.push((left, taken));
        }
        steps.reverse();
        if let (Some(right), Some(gap)) = (to, gap) {
            join(&mut steps, &self.chain_to(right, gap));
        }
        Some((Way { cost: best, steps }, gap.is_some()))
    }
}

/// One walk out of two. Where they meet, what lies between is cut out: it costs nothing.
pub(super) fn join(steps: &mut Vec<(u32, Option<u32>)>, more: &[(u32, Option<u32>)]) {
    let place: HashMap<u32, usize> = steps.iter().enumerate().map(|(at, step)| (step.0, at)).collect();
    let meeting = more.iter().enumerate().filter_map(|(at, step)| Some((*place.get(&step.0)?, at))).min();
    let from = meeting.map_or(0, |(kept, from)| {
        steps.truncate(kept);
        from
    });
    steps.extend_from_slice(&more[from..]);
}
