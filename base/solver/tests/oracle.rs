//! The engines against the truth found by trying everything.

mod common;

use common::{any_problem, cases, chain, every_matching, is_hall_set, proven};
use proptest::prelude::*;
use solver::{Engine, Infeasible, Problem, Solution, solve, solve_with};

fn best(problem: &Problem) -> Option<i64> {
    let mut best = None;
    every_matching(problem, &mut |sum, _| best = best.max(Some(sum)));
    best
}

fn is_optimal(problem: &Problem) -> Result<(), TestCaseError> {
    let best = best(problem);
    let ways: [Result<Solution, Infeasible>; 3] =
        [solve(problem), solve_with(problem, Engine::Paths), solve_with(problem, Engine::Auction)];
    for found in ways {
        match (found, best) {
            (Ok(solution), Some(best)) => {
                prop_assert_eq!(solution.objective, best);
                prop_assert_eq!(proven(problem, &solution), Ok(()));
            }
            (Err(set), None) => prop_assert!(is_hall_set(problem, &set), "{:?}", set),
            (found, best) => prop_assert!(false, "{found:?} against {best:?}"),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn the_optimum_is_the_best_of_all_matchings(problem in any_problem(8)) {
        is_optimal(&problem)?;
    }

    #[test]
    fn holders_keep_a_place(problem in chain(6)) {
        prop_assert!(solve(&problem).is_ok());
        is_optimal(&problem)?;
    }
}
