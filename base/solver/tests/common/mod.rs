//! Random problems, the truth by trying everything, and the proof checked number by number.
#![allow(dead_code)] // each test binary uses its part

use proptest::prelude::*;
use solver::{Edge, Infeasible, Order, Problem, Side, Solution};

/// So many times the usual number of cases, which the nightly campaign raises.
pub fn cases(times: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases * times, ..usual }
}

pub fn problem(must_left: Vec<bool>, must_right: Vec<bool>, edges: &[(u32, u32, i64)]) -> Problem {
    let edges = edges.iter().map(|&(left, right, weight)| Edge { left, right, weight });
    Problem::new(must_left, must_right, edges).expect("a small problem")
}

/// Up to `size` vertices a side, some mandatory; weights from a narrow range, so that ties abound.
pub fn any_problem(size: usize) -> impl Strategy<Value = Problem> {
    (1..=size, 1..=size).prop_flat_map(|(lefts, rights)| {
        let pairs = prop::collection::vec(prop::option::weighted(0.5, -2i64..6), lefts * rights);
        let must = |n| prop::collection::vec(prop::bool::weighted(0.3), n);
        (pairs, must(lefts), must(rights)).prop_map(move |(pairs, must_left, must_right)| {
            let edge = |k: usize, w| ((k / rights) as u32, (k % rights) as u32, w);
            let edges: Vec<_> =
                pairs.into_iter().enumerate().filter_map(|(k, w)| Some(edge(k, w?))).collect();
            problem(must_left, must_right, &edges)
        })
    })
}

/// A round with holders: everybody who must be matched has a place that is only his by default.
pub fn chain(size: usize) -> impl Strategy<Value = Problem> {
    (1..=size, 0..=size / 2).prop_flat_map(|(posts, outsiders)| {
        let people = posts + outsiders;
        let pairs = prop::collection::vec(prop::option::weighted(0.3, 0i64..20), people * posts);
        let held = prop::collection::vec(prop::bool::weighted(0.8), posts);
        (pairs, held).prop_map(move |(pairs, held)| {
            let holder = |l: usize| l < posts && held[l];
            let mut edges = Vec::new();
            for (k, weight) in pairs.into_iter().enumerate() {
                let (left, right) = (k / posts, k % posts);
                let weight = if holder(left) && left == right { Some(5) } else { weight };
                edges.extend(weight.map(|weight| (left as u32, right as u32, 1000 + weight)));
            }
            problem((0..people).map(holder).collect(), vec![false; posts], &edges)
        })
    })
}

fn ranks(n: usize) -> impl Strategy<Value = Vec<u32>> {
    Just((0..n as u32).collect::<Vec<_>>()).prop_shuffle()
}

/// The same with a published order.
pub fn with_order(problem: impl Strategy<Value = Problem>) -> impl Strategy<Value = (Problem, Order)> {
    problem.prop_flat_map(|problem| {
        let ranks = (ranks(problem.rights()), ranks(problem.lefts()));
        (Just(problem), ranks)
            .prop_map(|(problem, (right_order, left_rank))| (problem, Order { right_order, left_rank }))
    })
}

/// Calls `found` with (sum, partners by left) of every matching that covers the mandatory vertices.
pub fn every_matching(problem: &Problem, found: &mut impl FnMut(i64, &[Option<u32>])) {
    fn go(
        p: &Problem,
        sum: i64,
        chosen: &mut Vec<Option<u32>>,
        used: &mut [bool],
        found: &mut impl FnMut(i64, &[Option<u32>]),
    ) {
        let left = chosen.len() as u32;
        if left as usize == p.lefts() {
            if (0..p.rights()).all(|r| used[r] || !p.must_right(r as u32)) {
                found(sum, chosen);
            }
            return;
        }
        if !p.must_left(left) {
            chosen.push(None);
            go(p, sum, chosen, used, found);
            chosen.pop();
        }
        for edge in p.of_left(left) {
            if !std::mem::replace(&mut used[edge.right as usize], true) {
                chosen.push(Some(edge.right));
                go(p, sum + edge.weight, chosen, used, found);
                chosen.pop();
                used[edge.right as usize] = false;
            }
        }
    }
    go(problem, 0, &mut Vec::new(), &mut vec![false; problem.rights()], found);
}

/// Every line of the promise of `Prices`, read literally.
pub fn proven(problem: &Problem, solution: &Solution) -> Result<(), String> {
    let (u, v) = (&solution.prices.u, &solution.prices.v);
    let by_left = &solution.matching.left;
    let by_right = solution.matching.by_right(problem.rights());
    let mut sum = 0;
    let mut pairs = 0;
    for Edge { left, right, weight } in problem.edges() {
        let slack = u[left as usize] + v[right as usize] - weight;
        let chosen = by_left[left as usize] == Some(right);
        if slack < 0 || (chosen && slack != 0) {
            return Err(format!("slack {slack} at {left}-{right}, chosen {chosen}"));
        }
        if chosen {
            (sum, pairs) = (sum + weight, pairs + 1);
        }
    }
    let matched = by_left.iter().flatten().count();
    if pairs != matched || matched != by_right.iter().flatten().count() {
        return Err("a pair that is no edge, or a vertex twice".into());
    }
    let sides = by_left
        .iter()
        .zip(u)
        .enumerate()
        .map(|(l, (mate, price))| (mate, price, problem.must_left(l as u32)));
    let rights = by_right
        .iter()
        .zip(v)
        .enumerate()
        .map(|(r, (mate, price))| (mate, price, problem.must_right(r as u32)));
    for (mate, &price, must) in sides.chain(rights) {
        if (must && mate.is_none()) || (!must && (price < 0 || (mate.is_none() && price != 0))) {
            return Err(format!("price {price}, mate {mate:?}, mandatory {must}"));
        }
    }
    let prices = u.iter().sum::<i64>() + v.iter().sum::<i64>();
    if sum != solution.objective || sum != prices {
        return Err(format!("sum {sum}, objective {}, prices {prices}", solution.objective));
    }
    Ok(())
}

/// The set is mandatory, `partners` is all its neighbourhood, and that is too small.
pub fn is_hall_set(problem: &Problem, set: &Infeasible) -> bool {
    let left = set.side == Side::Left;
    let must = |&v: &u32| if left { problem.must_left(v) } else { problem.must_right(v) };
    let mut around: Vec<u32> = (problem.edges())
        .filter(|edge| set.vertices.contains(if left { &edge.left } else { &edge.right }))
        .map(|edge| if left { edge.right } else { edge.left })
        .collect();
    around.sort_unstable();
    around.dedup();
    let distinct = set.vertices.windows(2).all(|pair| pair[0] < pair[1]);
    distinct && set.vertices.iter().all(must) && around == set.partners && around.len() < set.vertices.len()
}
