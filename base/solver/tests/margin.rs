//! Every what-if answer against the changed problem solved from the start.

mod common;

use common::{any_problem, chain, every_matching, problem};
use proptest::prelude::*;
use solver::{Edge, Margins, Matching, Problem, WhatIf, solve};

/// The problem with other edges and other mandatory left vertices.
fn changed(old: &Problem, musts: impl Fn(u32) -> bool, edit: impl Fn(Edge) -> Option<i64>) -> Problem {
    let edges: Vec<_> = (old.edges()).filter_map(|e| Some((e.left, e.right, edit(e)?))).collect();
    let must_left = (0..old.lefts() as u32).map(musts).collect();
    let must_right = (0..old.rights() as u32).map(|right| old.must_right(right)).collect();
    problem(must_left, must_right, &edges)
}

/// Sum of a matching, if it is one and covers all mandatory vertices.
fn worth(problem: &Problem, matching: &Matching) -> Option<i64> {
    let pairs = matching.left.iter().enumerate();
    let sum =
        pairs.map(|(left, right)| right.map_or(Some(0), |right| problem.weight(left as u32, right))).sum();
    let by_right = matching.by_right(problem.rights());
    let once = by_right.iter().flatten().count() == matching.left.iter().flatten().count();
    let lefts = (0..problem.lefts()).all(|l| matching.left[l].is_some() || !problem.must_left(l as u32));
    let rights = (0..problem.rights()).all(|r| by_right[r].is_some() || !problem.must_right(r as u32));
    if once && lefts && rights { sum } else { None }
}

/// The answer agrees with a re-solve, and its moves are a matching of that worth.
fn agrees(
    answer: Option<WhatIf>,
    old: &Matching,
    objective: i64,
    other: &Problem,
) -> Result<(), TestCaseError> {
    let best = solve(other).ok().map(|solution| solution.objective);
    prop_assert_eq!(answer.as_ref().map(|answer| objective - answer.loss), best);
    if let Some(answer) = answer {
        prop_assert_eq!(worth(other, &answer.applied(old)), best, "{:?}", answer.moves);
        prop_assert!(answer.moves.iter().all(|step| step.from == old.left[step.left as usize]));
        prop_assert!(answer.moves.iter().all(|step| step.from != step.to));
        let named: std::collections::BTreeSet<u32> = answer.moves.iter().map(|step| step.left).collect();
        prop_assert_eq!(named.len(), answer.moves.len(), "somebody moves twice: {:?}", answer.moves);
    }
    Ok(())
}

fn all_questions(p: &Problem) -> Result<(), TestCaseError> {
    let Ok(solution) = solve(p) else { return Ok(()) };
    let (old, objective) = (&solution.matching, solution.objective);
    let mut margins = Margins::new(p, old, &solution.prices);
    let must = |left| p.must_left(left);
    for pair in p.edges() {
        let only = changed(
            p,
            |left| must(left) || left == pair.left,
            |e| {
                let touches = e.left == pair.left || e.right == pair.right;
                (!touches || e == pair).then_some(e.weight)
            },
        );
        agrees(margins.forced(pair.left, pair.right), old, objective, &only)?;
        let without = changed(p, must, |e| (e != pair).then_some(e.weight));
        agrees(margins.forbidden(pair.left, pair.right), old, objective, &without)?;
    }
    for gone in 0..p.lefts() as u32 {
        let without = changed(p, |left| must(left) && left != gone, |e| (e.left != gone).then_some(e.weight));
        agrees(margins.without_left(gone), old, objective, &without)?;
    }
    for gone in 0..p.rights() as u32 {
        // A right vertex that must be filled cannot be missed: its own demand goes with it.
        let edges: Vec<_> =
            (p.edges()).filter(|e| e.right != gone).map(|e| (e.left, e.right, e.weight)).collect();
        let must_right = (0..p.rights() as u32).map(|right| p.must_right(right) && right != gone).collect();
        let without = problem((0..p.lefts() as u32).map(must).collect(), must_right, &edges);
        agrees(margins.without_right(gone), old, objective, &without)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn answers_are_those_of_a_new_solution(p in any_problem(7)) {
        all_questions(&p)?;
    }

    #[test]
    fn so_they_are_in_chains(p in chain(9)) {
        all_questions(&p)?;
    }

    /// "What would it have taken?" is answered to the point.
    #[test]
    fn one_point_less_changes_nothing_one_more_brings_the_pair(p in chain(8), which in any::<prop::sample::Index>()) {
        let edges: Vec<Edge> = p.edges().collect();
        prop_assume!(!edges.is_empty());
        let pair = *which.get(&edges);
        let solution = solve(&p).expect("holders may stay");
        let answer = Margins::new(&p, &solution.matching, &solution.prices).forced(pair.left, pair.right);
        let Some(WhatIf { loss, .. }) = answer else { return Ok(()) };
        let raised = |by: i64| {
            let other = changed(&p, |left| p.must_left(left), |e| Some(e.weight + if e == pair { by } else { 0 }));
            solve(&other).expect("still feasible")
        };
        let has = |by: i64| raised(by).matching.left[pair.left as usize] == Some(pair.right);
        prop_assert!(has(loss + 1));
        prop_assert!(loss == 0 || !has(loss - 1));
    }
}

#[test]
fn the_trap_the_gap_is_filled_from_elsewhere() {
    // 0 sits at A, 1 at B; 2 waits outside and can only fill A. Forcing 0 to B sends 1 out and brings 2 in.
    let p = problem(vec![false; 3], vec![false; 2], &[(0, 0, 10), (0, 1, 8), (1, 1, 9), (2, 0, 6)]);
    let solution = solve(&p).expect("optional");
    let mut best = i64::MIN;
    every_matching(&p, &mut |sum, chosen| {
        if chosen[0] == Some(1) {
            best = best.max(sum);
        }
    });
    let answer = Margins::new(&p, &solution.matching, &solution.prices).forced(0, 1).expect("an edge");
    assert_eq!((solution.objective - answer.loss, best), (14, 14));
    let moves: Vec<_> = answer.moves.iter().map(|step| (step.left, step.to)).collect();
    assert_eq!(moves, [(0, Some(1)), (1, None), (2, Some(0))]);
}
