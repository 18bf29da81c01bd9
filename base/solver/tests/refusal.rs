//! What is not taken, and what cannot be solved.

mod common;

use common::{is_hall_set, problem};
use solver::{Edge, Problem, Refusal, solve};

fn refused(edges: &[(u32, u32, i64)]) -> Option<Refusal> {
    let edges = edges.iter().map(|&(left, right, weight)| Edge { left, right, weight });
    Problem::new(vec![false; 2], vec![false; 2], edges).err()
}

#[test]
fn a_bad_graph_is_refused_by_name() {
    let limit = ((1i64 << 62) - 1) / (6 * 32);
    for (edges, refusal) in [
        (vec![(0, 0, 1), (2, 0, 1)], Some(Refusal::Index { left: 2, right: 0 })),
        (vec![(0, 9, 1)], Some(Refusal::Index { left: 0, right: 9 })),
        (vec![(1, 0, 1), (0, 0, 3), (1, 0, 2)], Some(Refusal::Duplicate { left: 1, right: 0 })),
        (vec![(0, 1, 0), (1, 1, 1 << 32)], Some(Refusal::Spread { right: 1 })),
        (vec![(0, 1, 0), (1, 1, (1 << 32) - 1)], None),
        (vec![(0, 1, limit)], None),
        (vec![(0, 1, -limit)], None),
        (vec![(0, 1, limit + 1)], Some(Refusal::Overflow { largest: limit as u64 + 1, vertices: 4 })),
        (vec![(0, 1, i64::MIN)], Some(Refusal::Overflow { largest: 1 << 63, vertices: 4 })),
        (vec![(0, 0, i64::MIN), (1, 0, i64::MAX)], Some(Refusal::Overflow { largest: 1 << 63, vertices: 4 })),
        (vec![], None),
    ] {
        assert_eq!(refused(&edges), refusal, "{edges:?}");
    }
}

#[test]
fn weights_at_the_bound_are_solved() {
    let most = ((1i64 << 62) - 1) / (8 * 32);
    let near = most - i64::from(u32::MAX);
    let edges = [(0, 0, most), (0, 1, -most), (1, 0, near), (1, 1, -most), (2, 0, most), (2, 2, 5)];
    let problem = problem(vec![true; 3], vec![false; 3], &edges);
    assert_eq!(solve(&problem).map(|solution| solution.objective), Ok(5));
}

#[test]
fn too_few_partners_are_named() {
    // Three holders with two posts between them, a fourth with a post of his own.
    let edges = [(0, 0, 5), (1, 0, 9), (1, 1, 1), (2, 1, 7), (3, 2, 1), (3, 0, 4)];
    let few = problem(vec![true; 4], vec![false; 3], &edges);
    let set = solve(&few).expect_err("three cannot share two");
    assert!(is_hall_set(&few, &set), "{set:?}");
    assert_eq!((set.vertices, set.partners), (vec![0, 1, 2], vec![0, 1]));
    let lonely = problem(vec![false], vec![true, true], &[(0, 1, 3)]);
    let set = solve(&lonely).expect_err("nobody fits the first");
    assert!(is_hall_set(&lonely, &set), "{set:?}");
}
