//! Small cases to the end: every pair that counts is taken or left out, unless a bound says before that
//! nothing can come of it.

use super::hold::Found;
use super::work::Work;
use super::{Floor, price};
use crate::problem::{Edge, Problem};
use crate::solution::Matching;

type Pair = (u32, u32);

/// Larger graphs are not tried.
const EDGES: usize = 600;
/// More cases are not looked at.
const CASES: usize = 1000;
/// Steps towards the bound of one case.
const ROUNDS: usize = 40;

/// What has been decided on the way to a case.
#[derive(Clone, Default)]
struct Case {
    taken: Vec<Pair>,
    left_out: Vec<Pair>,
}

struct Tree<'a> {
    problem: &'a Problem,
    floors: &'a [Floor],
    /// Prices of floors every case starts from.
    prices: &'a [i64],
    best: Option<Found>,
}

/// The best matching from `best` on, and whether all cases were looked at.
pub(super) fn finish(
    problem: &Problem,
    floors: &[Floor],
    prices: &[i64],
    best: Option<Found>,
) -> (Option<Found>, bool) {
    let mut tree = Tree { problem, floors, prices, best };
    if problem.edge_count() > EDGES {
        return (tree.best, false);
    }
    let is_done = tree.walk(&mut CASES.clone(), None);
    (tree.best, is_done)
}

/// A matching that respects all floors and is worth so much, if there is one. The outer `None` says that `cases` ran
/// out before that was known.
pub(super) fn reach(
    problem: &Problem,
    floors: &[Floor],
    prices: &[i64],
    worth: i64,
    cases: &mut usize,
) -> Option<Option<Matching>> {
    let nobody = Matching { left: Vec::new() };
    let mut tree = Tree { problem, floors, prices, best: Some((worth - 1, nobody)) };
    let is_done = tree.walk(cases, Some(worth));
    match tree.best.filter(|best| best.0 >= worth) {
        Some((_, matching)) => Some(Some(matching)),
        None => is_done.then_some(None),
    }
}

impl Tree<'_> {
    /// Looks at so many cases, or until something is worth enough. Whether nothing is left to look at.
    fn walk(&mut self, cases: &mut usize, enough: Option<i64>) -> bool {
        let mut open = vec![Case::default()];
        while *cases > 0 {
            let Some(case) = open.pop() else { break };
            *cases -= 1;
            if let Some((left, right)) = self.look(&case) {
                open.push(Case {
                    left_out: [case.left_out.as_slice(), &[(left, right)]].concat(),
                    ..case.clone()
                });
                open.push(Case { taken: [case.taken.as_slice(), &[(left, right)]].concat(), ..case });
            }
            if enough.is_some_and(|enough| self.best.as_ref().is_some_and(|best| best.0 >= enough)) {
                return true;
            }
        }
        open.is_empty()
    }

    /// The pair to decide next, if anything better may still come of the case.
    fn look(&mut self, case: &Case) -> Option<Pair> {
        let problem = self.narrowed(case)?;
        let mut work = Work::new(&problem, self.floors).ok()?;
        let plain = work.warm.resolve().ok()?;
        if work.missing(&plain.matching).iter().all(|missing| *missing <= 0) {
            self.keep(&work, plain.matching);
            return None;
        }
        let enough = self.best.as_ref().map(|best| best.0);
        // Floors only take away.
        if enough.is_some_and(|enough| plain.objective <= enough) {
            return None;
        }
        let lowest = price::descend(&mut work, ROUNDS, self.prices, enough).ok()?;
        if let Some((_, matching)) = lowest.found {
            self.keep(&work, matching);
        }
        if self.best.as_ref().is_some_and(|best| lowest.bound <= best.0) {
            return None;
        }
        work.reset(&lowest.floor_prices).ok()?;
        let priced = work.warm.resolve().ok()?;
        let missing = work.missing(&priced.matching);
        let is_open = |pair: &Pair| {
            let is_edge = problem.weight(pair.0, pair.1).is_some();
            is_edge && !case.taken.contains(pair)
        };
        // A floor that is short first, then one that pays for more than it needs.
        let mut order: Vec<usize> = (0..missing.len()).filter(|floor| missing[*floor] != 0).collect();
        order.sort_by_key(|floor| std::cmp::Reverse(missing[*floor]));
        order.iter().find_map(|floor| self.floors[*floor].pairs.iter().copied().find(is_open))
    }

    fn keep(&mut self, work: &Work, matching: Matching) {
        let worth = work.worth(&matching);
        if self.best.as_ref().is_none_or(|best| worth > best.0) {
            self.best = Some((worth, matching));
        }
    }

    /// The problem where what was decided is all there is. `None` if a floor has too few pairs left.
    fn narrowed(&self, case: &Case) -> Option<Problem> {
        let clashes = |edge: &Edge| {
            let other = |pair: &Pair| (pair.0 == edge.left) != (pair.1 == edge.right);
            case.taken.iter().any(other) || case.left_out.contains(&(edge.left, edge.right))
        };
        let edges: Vec<Edge> = self.problem.edges().filter(|edge| !clashes(edge)).collect();
        let is_taken = |left: u32| case.taken.iter().any(|pair| pair.0 == left);
        let must_left = (0..self.problem.lefts() as u32).map(|l| self.problem.must_left(l) || is_taken(l));
        let must_right = (0..self.problem.rights() as u32).map(|right| self.problem.must_right(right));
        let problem = Problem::new(must_left.collect(), must_right.collect(), edges.into_iter()).ok()?;
        let left_over = |pair: &&Pair| problem.weight(pair.0, pair.1).is_some();
        let is_enough = |floor: &Floor| floor.pairs.iter().filter(left_over).count() >= floor.least as usize;
        self.floors.iter().all(is_enough).then_some(problem)
    }
}
