//! The published order against the truth found by comparing all optimal matchings.

mod common;

use common::{any_problem, cases, chain, every_matching, with_order};
use proptest::prelude::*;
use solver::{Engine, Order, Problem, Settled, settle, solve_with};

/// For every right in order of service the rank of its left, nobody last: smaller is preferred.
fn key(problem: &Problem, order: &Order, chosen: &[Option<u32>]) -> Vec<u32> {
    let mut key = vec![u32::MAX; problem.rights()];
    for (left, right) in chosen.iter().enumerate() {
        if let Some(right) = right {
            key[order.right_order[*right as usize] as usize] = order.left_rank[left];
        }
    }
    key
}

/// All optimal matchings.
fn optima(problem: &Problem) -> Vec<Vec<Option<u32>>> {
    let mut all: Vec<(i64, Vec<Option<u32>>)> = Vec::new();
    every_matching(problem, &mut |sum, chosen| all.push((sum, chosen.to_vec())));
    let best = all.iter().map(|(sum, _)| *sum).max();
    all.into_iter().filter(|(sum, _)| Some(*sum) == best).map(|(_, chosen)| chosen).collect()
}

fn expected(problem: &Problem, order: &Order) -> Option<Settled> {
    let all = optima(problem);
    let left = all.iter().min_by_key(|chosen| key(problem, order, chosen))?.clone();
    let keys: Vec<_> = all.iter().map(|chosen| key(problem, order, chosen)).collect();
    let ties = (0..problem.rights() as u32)
        .filter(|&right| {
            keys.iter().any(|key| {
                let place = order.right_order[right as usize] as usize;
                key[place] != keys[0][place]
            })
        })
        .collect();
    Some(Settled { matching: solver::Matching { left }, ties })
}

fn is_the_preferred(problem: &Problem, order: &Order) -> Result<(), TestCaseError> {
    for engine in [Engine::Paths, Engine::Auction] {
        let Ok(solution) = solve_with(problem, engine) else { continue };
        prop_assert_eq!(Some(settle(problem, &solution, order)), expected(problem, order), "{:?}", engine);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn of_all_optima_the_order_picks_its_first((problem, order) in with_order(any_problem(6))) {
        is_the_preferred(&problem, &order)?;
    }

    #[test]
    fn also_where_holders_stay((problem, order) in with_order(chain(6))) {
        is_the_preferred(&problem, &order)?;
    }
}
