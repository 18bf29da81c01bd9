//! The published order among matchings that respect all floors and are worth the same.
//!
//! What such a matching gives away against the bound is the slack of its pairs, the prices of those it leaves
//! alone, and what it has more than its floors demand. None of it is ever negative, and together it is the gap. So
//! pairs of more slack drop out, and so does leaving alone whoever is priced higher ([`Core`]). In what is left,
//! "is there one with this pair?" is answered by looking at every case.

use std::collections::HashMap;

use super::{Floor, Floored, Unmet, branch};
use crate::order::{Order, Settled, settle};
use crate::problem::{Edge, Problem};
use crate::solution::{Engine, Matching, Solution};

/// A matching that respects all floors, as the published order wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloorSettled {
    /// The matching.
    pub matching: Matching,
    /// What it is worth, without prices of floors; never less than what was found before.
    pub objective: i64,
    /// Right vertices, ascending, that do not end alike in all matchings the order decided among; where these are
    /// too many to look at, in all optima with the prices of the floors.
    pub ties: Vec<u32>,
    /// The order decided among all best matchings that respect the floors. Else among those that keep the same
    /// pairs for the floors: which pairs these are is an accident of the search.
    pub is_ordered: bool,
}

/// Edges looked at, over all cases, before the order among all best matchings is given up.
const LOOKS: usize = 2_000_000;

/// Of all matchings that respect the floors and are worth as much as `found` the first by the published order, where
/// `found` is known to be best and the cases are few enough to look at; else the first of those that keep the same
/// pairs for the floors. [`FloorSettled::is_ordered`] says which.
pub fn settle_floored(
    problem: &Problem,
    floors: &[Floor],
    found: &Floored,
    order: &Order,
) -> Result<FloorSettled, Unmet> {
    if found.is_exact || found.gap() == 0 {
        let priced = priced(problem, floors, &found.floor_prices)?;
        if let Some(settled) = among_all(problem, &priced, floors, found, order) {
            return Ok(settled);
        }
    }
    among_kept(problem, floors, found, order)
}

/// The problem in which a pair that counts is worth the prices of its floors more.
fn priced(problem: &Problem, floors: &[Floor], floor_prices: &[i64]) -> Result<Problem, Unmet> {
    let mut paid: HashMap<(u32, u32), i64> = HashMap::new();
    for (floor, price) in floors.iter().zip(floor_prices).filter(|(_, price)| **price != 0) {
        for pair in &floor.pairs {
            *paid.entry(*pair).or_default() += price;
        }
    }
    let more = |edge: &Edge| paid.get(&(edge.left, edge.right)).copied().unwrap_or(0);
    let edges = problem.edges().map(|edge| Edge { weight: edge.weight + more(&edge), ..edge });
    Ok(with_edges(problem, edges.collect::<Vec<_>>())?)
}

fn with_edges(problem: &Problem, edges: Vec<Edge>) -> Result<Problem, crate::problem::Refusal> {
    Problem::new(problem.must_left.clone(), problem.must_right.clone(), edges.into_iter())
}

fn worth(problem: &Problem, matching: &Matching) -> i64 {
    let pairs = (0..).zip(&matching.left).filter_map(|(left, right)| Some((left, (*right)?)));
    pairs.filter_map(|(left, right)| problem.weight(left, right)).sum()
}

fn is_met(floors: &[Floor], matching: &Matching) -> bool {
    let is_chosen = |pair: &&(u32, u32)| matching.left[pair.0 as usize] == Some(pair.1);
    floors.iter().all(|floor| floor.pairs.iter().filter(is_chosen).count() >= floor.least as usize)
}

/// Pairs that floors count are kept as they are; the rest is a plain problem.
fn among_kept(
    problem: &Problem,
    floors: &[Floor],
    found: &Floored,
    order: &Order,
) -> Result<FloorSettled, Unmet> {
    let is_chosen = |pair: &&(u32, u32)| found.matching.left[pair.0 as usize] == Some(pair.1);
    let kept: Vec<(u32, u32)> =
        floors.iter().flat_map(|f| f.pairs.iter().filter(is_chosen)).copied().collect();
    let mut right_of: HashMap<u32, u32> = HashMap::new();
    let mut left_of: HashMap<u32, u32> = HashMap::new();
    for (left, right) in kept {
        right_of.insert(left, right);
        left_of.insert(right, left);
    }
    let may = |edge: &Edge| {
        right_of.get(&edge.left).is_none_or(|right| *right == edge.right)
            && left_of.get(&edge.right).is_none_or(|left| *left == edge.left)
    };
    let must_left = (0..problem.lefts() as u32).map(|l| problem.must_left(l) || right_of.contains_key(&l));
    let edges: Vec<Edge> = problem.edges().filter(may).collect();
    let held = Problem::new(must_left.collect(), problem.must_right.clone(), edges.into_iter())?;
    let solution = crate::solve(&held)?;
    let settled = settle(&held, &solution, order);
    Ok(FloorSettled {
        matching: settled.matching,
        objective: solution.objective,
        ties: settled.ties,
        is_ordered: false,
    })
}

/// `None` when the cases are too many.
fn among_all(
    problem: &Problem,
    priced: &Problem,
    floors: &[Floor],
    found: &Floored,
    order: &Order,
) -> Option<FloorSettled> {
    // Without a gap every best matching is an optimum of the priced problem. The first of those may already do.
    let first = (found.gap() == 0).then(|| {
        let prices = found.prices.clone();
        let objective = prices.u.iter().chain(&prices.v).sum();
        let matching = found.matching.clone();
        settle(priced, &Solution { matching, prices, objective, engine: Engine::Paths }, order)
    });
    let core = Core::of(problem, priced, floors, found);
    let mut search = Search::over(&core, found)?;
    let suspects = (0..core.rights.len() as u32)
        .filter(|r| first.as_ref().is_none_or(|f| f.ties.binary_search(&core.rights[*r as usize]).is_ok()));
    let ties = search.ties(suspects);
    let is_first =
        |f: &Settled| is_met(floors, &f.matching) && worth(problem, &f.matching) == found.objective;
    let first = first.filter(is_first);
    if let (None, Some(Settled { matching, ties })) = (&ties, &first) {
        let (matching, ties) = (matching.clone(), ties.clone());
        return Some(FloorSettled { matching, objective: found.objective, ties, is_ordered: true });
    }
    let mut ties = ties?;
    let matching = match first {
        Some(first) => first.matching,
        None => {
            let rank = |right: &u32| order.right_order[core.rights[*right as usize] as usize];
            ties.sort_unstable_by_key(rank);
            for right in &ties {
                search.serve(*right, &|left| order.left_rank[core.lefts[left as usize] as usize])?;
            }
            core.whole(&found.matching, &search.now)
        }
    };
    let mut ties: Vec<u32> = ties.into_iter().map(|right| core.rights[right as usize]).collect();
    ties.sort_unstable();
    Some(FloorSettled { matching, objective: found.objective, ties, is_ordered: true })
}

/// What may differ between best matchings, numbered anew.
struct Core {
    /// Vertices of the whole problem.
    lefts: Vec<u32>,
    rights: Vec<u32>,
    must_left: Vec<bool>,
    must_right: Vec<bool>,
    edges: Vec<Edge>,
    floors: Vec<Floor>,
    /// What the matching of these is worth.
    worth: i64,
}

impl Core {
    fn of(problem: &Problem, priced: &Problem, floors: &[Floor], found: &Floored) -> Core {
        let (gap, u, v) = (found.gap(), &found.prices.u, &found.prices.v);
        let slack = |e: &Edge| u[e.left as usize] + v[e.right as usize] - e.weight;
        let is_possible = |e: &Edge| slack(e) <= gap;
        let mut edges: Vec<(u32, u32)> =
            priced.edges().filter(is_possible).map(|e| (e.left, e.right)).collect();
        let demanded = |(must, price): (&bool, &i64)| *must || *price > gap;
        let must_left: Vec<bool> = problem.must_left.iter().zip(u).map(demanded).collect();
        let must_right: Vec<bool> = problem.must_right.iter().zip(v).map(demanded).collect();
        let fixed = fix(&mut edges, &must_left, &must_right);
        let mut lefts: Vec<u32> = edges.iter().map(|e| e.0).collect();
        lefts.dedup();
        let mut rights: Vec<u32> = edges.iter().map(|e| e.1).collect();
        rights.sort_unstable();
        rights.dedup();
        let place = |list: &[u32], vertex: u32| list.binary_search(&vertex).ok().map(|at| at as u32);
        let weight = |left, right| problem.weight(left, right).unwrap_or(0);
        let pair = |(left, right): (u32, u32)| Some((place(&lefts, left)?, place(&rights, right)?));
        let is_left = |(left, right): &(u32, u32)| edges.binary_search(&(*left, *right)).is_ok();
        let floors = floors.iter().map(|floor| {
            let sure = floor.pairs.iter().filter(|pair| fixed.get(&pair.0) == Some(&pair.1)).count();
            Floor {
                pairs: floor.pairs.iter().copied().filter(is_left).filter_map(pair).collect(),
                least: floor.least.saturating_sub(sure as u32),
            }
        });
        let floors = floors.collect();
        let sure: i64 = fixed.iter().map(|(left, right)| weight(*left, *right)).sum();
        let edges = edges.iter().filter_map(|e| {
            let (left, right) = pair(*e)?;
            Some(Edge { left, right, weight: weight(e.0, e.1) })
        });
        Core {
            edges: edges.collect(),
            must_left: lefts.iter().map(|left| must_left[*left as usize]).collect(),
            must_right: rights.iter().map(|right| must_right[*right as usize]).collect(),
            floors,
            worth: found.objective - sure,
            lefts,
            rights,
        }
    }

    /// The matching of the whole with this one in the core.
    fn whole(&self, matching: &Matching, core: &[Option<u32>]) -> Matching {
        let mut whole = matching.clone();
        for (left, right) in self.lefts.iter().zip(core) {
            whole.left[*left as usize] = right.map(|right| self.rights[right as usize]);
        }
        whole
    }
}

/// Takes out pairs without which a mandatory vertex would be alone, and all edges they rule out. Edges are by (left,
/// right), and stay so.
fn fix(edges: &mut Vec<(u32, u32)>, must_left: &[bool], must_right: &[bool]) -> HashMap<u32, u32> {
    let mut fixed: HashMap<u32, u32> = HashMap::new();
    let mut taken = vec![false; must_right.len()];
    loop {
        let (mut of_left, mut of_right) = (vec![0u32; must_left.len()], vec![0u32; must_right.len()]);
        for (left, right) in edges.iter() {
            of_left[*left as usize] += 1;
            of_right[*right as usize] += 1;
        }
        let before = fixed.len();
        for &(left, right) in edges.iter() {
            let (l, r) = (left as usize, right as usize);
            let is_only = (must_left[l] && of_left[l] == 1) || (must_right[r] && of_right[r] == 1);
            if is_only && !taken[r] && !fixed.contains_key(&left) {
                fixed.insert(left, right);
                taken[r] = true;
            }
        }
        if fixed.len() == before {
            return fixed;
        }
        edges.retain(|(left, right)| !fixed.contains_key(left) && !taken[*right as usize]);
    }
}

/// Questions to the core, with what has been decided so far.
struct Search<'c> {
    core: &'c Core,
    /// Where every case starts: the prices of floors that proved the bound.
    prices: &'c [i64],
    edges: Vec<Edge>,
    must_left: Vec<bool>,
    must_right: Vec<bool>,
    /// A best matching that agrees with all decisions, by left.
    now: Vec<Option<u32>>,
    cases: usize,
}

impl<'c> Search<'c> {
    fn over(core: &'c Core, found: &'c Floored) -> Option<Search<'c>> {
        let mate = |left: &u32| {
            let right = found.matching.left[*left as usize]?;
            core.rights.binary_search(&right).ok().map(|at| at as u32)
        };
        Some(Search {
            core,
            prices: &found.floor_prices,
            edges: core.edges.clone(),
            must_left: core.must_left.clone(),
            must_right: core.must_right.clone(),
            now: core.lefts.iter().map(mate).collect(),
            cases: LOOKS / core.edges.len().max(1),
        })
    }

    fn mate(&self, right: u32) -> Option<u32> {
        self.now.iter().position(|mate| *mate == Some(right)).map(|left| left as u32)
    }

    /// A best matching over these edges only; the outer `None` when the cases ran out.
    fn best(&mut self, edges: Vec<Edge>, left: Option<u32>, right: Option<u32>) -> Option<Option<Matching>> {
        let (mut must_left, mut must_right) = (self.must_left.clone(), self.must_right.clone());
        left.into_iter().for_each(|left| must_left[left as usize] = true);
        right.into_iter().for_each(|right| must_right[right as usize] = true);
        let problem = Problem::new(must_left, must_right, edges.into_iter()).ok()?;
        branch::reach(&problem, &self.core.floors, self.prices, self.core.worth, &mut self.cases)
    }

    /// Which of these do not end alike in every best matching.
    fn ties(&mut self, suspects: impl Iterator<Item = u32>) -> Option<Vec<u32>> {
        let mut is_tie = vec![false; self.core.rights.len()];
        for right in suspects {
            if is_tie[right as usize] {
                continue;
            }
            let mate = self.mate(right);
            let is_other = |e: &&Edge| e.right != right || Some(e.left) != mate;
            let edges = self.edges.iter().filter(is_other).copied().collect();
            let other = self.best(edges, None, if mate.is_none() { Some(right) } else { None })?;
            for (a, b) in
                other.iter().flat_map(|other| self.now.iter().zip(&other.left)).filter(|(a, b)| a != b)
            {
                a.iter().chain(b).for_each(|right| is_tie[*right as usize] = true);
            }
        }
        Some((0..is_tie.len() as u32).filter(|right| is_tie[*right as usize]).collect())
    }

    /// Gives a right vertex to the left one of the lowest rank that a best matching still allows.
    fn serve(&mut self, right: u32, rank: &dyn Fn(u32) -> u32) -> Option<()> {
        let mut claims: Vec<u32> = self.edges.iter().filter(|e| e.right == right).map(|e| e.left).collect();
        claims.sort_unstable_by_key(|left| rank(*left));
        for left in claims {
            if self.mate(right) == Some(left) {
                break;
            }
            let with = self.deciding(right, Some(left));
            if let Some(other) = self.best(with, Some(left), None)? {
                self.now = other.left;
                break;
            }
        }
        let mate = self.mate(right);
        self.edges = self.deciding(right, mate);
        mate.into_iter().for_each(|left| self.must_left[left as usize] = true);
        Some(())
    }

    /// Edges that are left when a right vertex ends so.
    fn deciding(&self, right: u32, mate: Option<u32>) -> Vec<Edge> {
        let may = |e: &&Edge| (e.right == right) == (Some(e.left) == mate);
        self.edges.iter().filter(may).copied().collect()
    }
}
