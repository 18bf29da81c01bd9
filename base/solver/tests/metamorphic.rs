//! What must not change the answer, and what must not hurt who is favoured by it.

mod common;

use common::{any_problem, cases, chain, with_order};
use proptest::prelude::*;
use proptest::sample::Index;
use solver::{Edge, Order, Problem, Settled, settle, solve};

fn answer(problem: &Problem, order: &Order) -> Option<(i64, Settled)> {
    let solution = solve(problem).ok()?;
    Some((solution.objective, settle(problem, &solution, order)))
}

/// The same problem with every edge passed through `change`; `None` takes it away.
fn changed(problem: &Problem, change: impl Fn(Edge) -> Option<Edge>) -> Problem {
    let edges: Vec<Edge> = problem.edges().filter_map(change).collect();
    rebuilt(problem, &edges)
}

fn rebuilt(problem: &Problem, edges: &[Edge]) -> Problem {
    let lefts = (0..problem.lefts() as u32).map(|left| problem.must_left(left)).collect();
    let rights = (0..problem.rights() as u32).map(|right| problem.must_right(right)).collect();
    Problem::new(lefts, rights, edges.iter().copied()).expect("still small")
}

fn permutation(n: usize) -> impl Strategy<Value = Vec<u32>> {
    Just((0..n as u32).collect::<Vec<_>>()).prop_shuffle()
}

fn renamed(list: &[u32], names: &[u32]) -> Vec<u32> {
    let mut new = vec![0; list.len()];
    for (old, &value) in list.iter().enumerate() {
        new[names[old] as usize] = value;
    }
    new
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn the_order_of_edges_leaves_no_trace((problem, order) in with_order(any_problem(12)), seed in any::<Index>()) {
        let mut edges: Vec<Edge> = problem.edges().collect();
        edges.reverse();
        if !edges.is_empty() {
            let turn = seed.index(edges.len());
            edges.rotate_left(turn);
        }
        let (before, after) = (solve(&problem), solve(&rebuilt(&problem, &edges)));
        prop_assert_eq!(before.as_ref().map(|s| &s.prices), after.as_ref().map(|s| &s.prices));
        prop_assert_eq!(before.map(|s| settle(&problem, &s, &order)), after.map(|s| settle(&problem, &s, &order)));
    }

    #[test]
    fn names_do_not_matter(
        ((problem, order), (lefts, rights)) in with_order(any_problem(12)).prop_flat_map(|(problem, order)| {
            let names = (permutation(problem.lefts()), permutation(problem.rights()));
            (Just((problem, order)), names)
        })
    ) {
        let edges: Vec<(u32, u32, i64)> = problem
            .edges()
            .map(|edge| (lefts[edge.left as usize], rights[edge.right as usize], edge.weight))
            .collect();
        let mut must_left = vec![false; problem.lefts()];
        let mut must_right = vec![false; problem.rights()];
        lefts.iter().enumerate().for_each(|(old, &new)| must_left[new as usize] = problem.must_left(old as u32));
        rights.iter().enumerate().for_each(|(old, &new)| must_right[new as usize] = problem.must_right(old as u32));
        let other = common::problem(must_left, must_right, &edges);
        let other_order = Order {
            right_order: renamed(&order.right_order, &rights),
            left_rank: renamed(&order.left_rank, &lefts),
        };
        let (before, after) = (answer(&problem, &order), answer(&other, &other_order));
        prop_assert_eq!(before.is_some(), after.is_some());
        if let (Some((sum, before)), Some((other_sum, after))) = (before, after) {
            prop_assert_eq!(sum, other_sum);
            for (left, right) in before.matching.left.iter().enumerate() {
                let expected = right.map(|right| rights[right as usize]);
                prop_assert_eq!(after.matching.left[lefts[left] as usize], expected);
            }
        }
    }

    #[test]
    fn a_constant_for_a_holder_changes_nothing((problem, order) in with_order(chain(16)), who in any::<Index>(), gift in -50i64..50) {
        let left = who.index(problem.lefts()) as u32;
        if !problem.must_left(left) {
            return Ok(());
        }
        let other = changed(&problem, |edge| {
            Some(if edge.left == left { Edge { weight: edge.weight + gift, ..edge } } else { edge })
        });
        let (before, after) = (answer(&problem, &order), answer(&other, &order));
        prop_assert_eq!(before.map(|(sum, plan)| (sum + gift, plan)), after);
    }

    #[test]
    fn a_better_score_keeps_the_winner((problem, order) in with_order(chain(16)), who in any::<Index>(), gift in 0i64..50) {
        let (_, plan) = answer(&problem, &order).expect("everybody may stay");
        let left = who.index(problem.lefts());
        if let Some(right) = plan.matching.left[left] {
            let won = |edge: &Edge| (edge.left as usize, edge.right) == (left, right);
            let other = changed(&problem, |edge| {
                Some(if won(&edge) { Edge { weight: edge.weight + gift, ..edge } } else { edge })
            });
            let (_, after) = answer(&other, &order).expect("everybody may stay");
            prop_assert_eq!(after.matching, plan.matching);
        }
    }

    #[test]
    fn who_is_not_placed_may_as_well_be_absent((problem, order) in with_order(chain(16)), who in any::<Index>()) {
        let (sum, plan) = answer(&problem, &order).expect("everybody may stay");
        let left = who.index(problem.lefts());
        if plan.matching.left[left].is_none() {
            let other = changed(&problem, |edge| (edge.left as usize != left).then_some(edge));
            let (other_sum, after) = answer(&other, &order).expect("everybody may stay");
            prop_assert_eq!((other_sum, after.matching), (sum, plan.matching));
        }
    }
}
