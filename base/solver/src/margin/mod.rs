//! What an optimum would lose if something were otherwise, exactly, and who would then go where.

mod reach;
mod walk;

use crate::problem::Problem;
use crate::solution::{Matching, Prices};
use walk::{Walker, Way, join};

/// One left vertex ends elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub left: u32,
    /// Partner in the optimum asked about.
    pub from: Option<u32>,
    /// Partner in the other world.
    pub to: Option<u32>,
}

/// The best other world: what it costs and all that is different there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// What the objective loses. Below zero only where a mandatory vertex is taken away that costs more
    /// than it brings.
    pub loss: i64,
    /// The chain: who ends elsewhere. Everybody not named stays.
    pub moves: Vec<Move>,
}

impl WhatIf {
    /// The matching of the other world.
    pub fn applied(&self, matching: &Matching) -> Matching {
        let mut other = matching.clone();
        for step in &self.moves {
            other.left[step.left as usize] = step.to;
        }
        other
    }
}

/// Answers what-if questions about one optimum, most of them by looking at a few vertices only.
///
/// What any other matching loses is the slack of its pairs plus the prices of those it leaves alone. Neither is
/// ever negative, so the cheapest change is a shortest closed alternating walk. It may pass through
/// "nobody" once: a displaced vertex ends alone here, and somebody else fills a gap there. Both halves are
/// searched, each from its own end; a search from one end only would miss the other half.
pub struct Margins<'a> {
    walker: Walker<'a>,
}

impl<'a> Margins<'a> {
    /// About an optimal matching and any prices that prove it.
    pub fn new(problem: &'a Problem, matching: &'a Matching, prices: &'a Prices) -> Margins<'a> {
        Margins { walker: Walker::new(problem, matching, prices) }
    }

    /// What the prices of a pair exceed its weight by, if it is an edge: forcing it never costs less.
    pub fn slack(&self, left: u32, right: u32) -> Option<i64> {
        self.walker.slack(left, right)
    }

    /// If this pair had to be. `None` if it is no edge, or if a mandatory vertex would end alone.
    ///
    /// The loss is also by how much the weight of the pair would have to rise to tie.
    pub fn forced(&mut self, left: u32, right: u32) -> Option<WhatIf> {
        let slack = self.walker.slack(left, right)?;
        let (old, displaced) = (self.walker.mate(left), self.walker.holder(right));
        if old == Some(right) {
            return Some(WhatIf::default());
        }
        let way = match (old, displaced) {
            (None, None) => Way::default(),
            (Some(gap), None) => self.walker.fill(gap, None)?,
            (None, Some(displaced)) => self.walker.seat(displaced, None, Some(0))?.0,
            (Some(gap), Some(displaced)) => self.around(displaced, gap, Some(right))?,
        };
        Some(self.answer(slack + way.cost, Some((left, Some(right))), way))
    }

    /// If this pair could not be. A loss of zero says that only the published order decided for it.
    pub fn forbidden(&mut self, left: u32, right: u32) -> Option<WhatIf> {
        if self.walker.mate(left) != Some(right) {
            return Some(WhatIf::default());
        }
        let way = self.around(left, right, None)?;
        Some(self.answer(way.cost, None, way))
    }

    /// If this left vertex were not there: what it is worth to the whole.
    pub fn without_left(&mut self, left: u32) -> Option<WhatIf> {
        let Some(gap) = self.walker.mate(left) else { return Some(WhatIf::default()) };
        let way = self.walker.fill(gap, None)?;
        Some(self.answer(self.walker.prices.u[left as usize] + way.cost, Some((left, None)), way))
    }

    /// If this right vertex were not there.
    pub fn without_right(&mut self, right: u32) -> Option<WhatIf> {
        let Some(holder) = self.walker.holder(right) else { return Some(WhatIf::default()) };
        let (way, _) = self.walker.seat(holder, None, Some(0))?;
        Some(self.answer(self.walker.prices.v[right as usize] + way.cost, None, way))
    }

    /// The cheapest way for `start` to go elsewhere while `gap` gets somebody: one walk, or two through nobody.
    fn around(&mut self, start: u32, gap: u32, taken: Option<u32>) -> Option<Way> {
        let refill = self.walker.fill(gap, taken);
        let (mut way, is_closed) = self.walker.seat(start, Some(gap), refill.as_ref().map(|way| way.cost))?;
        if let (false, Some(refill)) = (is_closed, refill) {
            join(&mut way.steps, &refill.steps);
        }
        Some(way)
    }

    fn answer(&self, loss: i64, first: Option<(u32, Option<u32>)>, way: Way) -> WhatIf {
        let steps = first.into_iter().chain(way.steps);
        WhatIf {
            loss,
            moves: steps.map(|(left, to)| Move { left, from: self.walker.mate(left), to }).collect(),
        }
    }
}
