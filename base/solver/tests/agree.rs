//! Beyond what can be tried out: both engines against each other and against an independent solver.

mod common;

use common::{any_problem, cases, chain, is_hall_set, proven, with_order};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use proptest::prelude::*;
use solver::{Engine, Order, Problem, settle, solve, solve_with};

/// Worth of an impossible pair, and what a mandatory right vertex adds to every pair it is in.
const NEVER: i64 = -1_000_000_000;
const MUST: i64 = 1_000_000;

/// The optimum by the other solver, which matches every row: optional lefts get a column of their own.
fn by_the_other(problem: &Problem) -> Option<i64> {
    let (lefts, rights) = (problem.lefts(), problem.rights());
    let mut worth = Matrix::new(lefts, rights + lefts, NEVER);
    for edge in problem.edges() {
        let bonus = if problem.must_right(edge.right) { MUST } else { 0 };
        worth[(edge.left as usize, edge.right as usize)] = edge.weight + bonus;
    }
    for left in (0..lefts).filter(|&left| !problem.must_left(left as u32)) {
        worth[(left, rights + left)] = 0;
    }
    let (_, columns) = kuhn_munkres(&worth);
    let chosen = || columns.iter().enumerate().map(|(left, &column)| (left, column));
    let covered = (0..rights).all(|right| !problem.must_right(right as u32) || columns.contains(&right));
    let possible = chosen().all(|pair| worth[pair] > NEVER);
    let sum = || chosen().filter_map(|(left, right)| problem.weight(left as u32, right as u32)).sum();
    (covered && possible).then(sum)
}

fn all_agree(problem: &Problem, order: &Order) -> Result<(), TestCaseError> {
    let expected = by_the_other(problem);
    let mut plans = Vec::new();
    for engine in [Engine::Paths, Engine::Auction] {
        match solve_with(problem, engine) {
            Ok(solution) => {
                prop_assert_eq!(Some(solution.objective), expected);
                prop_assert_eq!(proven(problem, &solution), Ok(()));
                plans.push(settle(problem, &solution, order));
            }
            Err(set) => prop_assert!(expected.is_none() && is_hall_set(problem, &set), "{:?}", set),
        }
    }
    prop_assert!(plans.windows(2).all(|two| two[0] == two[1]));
    Ok(())
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn on_random_graphs((problem, order) in with_order(any_problem(24))) {
        all_agree(&problem, &order)?;
    }

    #[test]
    fn on_chains((problem, order) in with_order(chain(40))) {
        all_agree(&problem, &order)?;
    }
}

/// Thousands of vertices without a solution: the answer comes, and it is a proof.
#[test]
fn a_large_round_without_solution_ends() {
    // Groups of 30 mandatory lefts around 29 rights; every right is shared with the next group's lefts
    // but the last group has nowhere to go.
    let (groups, size) = (60u32, 30u32);
    let mut edges = Vec::new();
    for left in 0..groups * size {
        let group = left / size;
        for k in 0..12 {
            let spread = (left * 7 + k * 13) % (2 * size - 2);
            let right = group * (size - 1) + spread;
            if right < groups * (size - 1) {
                edges.push((left, right, i64::from(left * 31 + right * 17) % 1000));
            }
        }
    }
    edges.sort_unstable();
    edges.dedup_by_key(|edge| (edge.0, edge.1));
    let must = vec![true; (groups * size) as usize];
    let problem = common::problem(must, vec![false; (groups * (size - 1)) as usize], &edges);
    for found in [solve(&problem), solve_with(&problem, Engine::Auction), solve_with(&problem, Engine::Paths)]
    {
        let set = found.expect_err("more mandatory lefts than rights");
        assert!(is_hall_set(&problem, &set));
    }
}
