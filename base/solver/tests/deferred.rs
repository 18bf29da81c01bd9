//! Deferred acceptance against all stable matchings, and what an optimum owes those it passes over.

mod common;

use common::{any_problem, every_matching, problem};
use proptest::prelude::*;
use solver::{Matching, Order, Problem, Wishes, deferred, envy, solve};

/// The order by index; homes for some.
fn order(problem: &Problem) -> Order {
    Order {
        right_order: (0..problem.rights() as u32).collect(),
        left_rank: (0..problem.lefts() as u32).rev().collect(),
    }
}

fn place(wishes: &Wishes, left: u32, right: Option<u32>) -> usize {
    let list = &wishes.lists[left as usize];
    right.and_then(|right| list.iter().position(|wish| *wish == right)).unwrap_or(list.len())
}

/// Nobody would rather be where a right vertex would rather have it.
fn is_stable(p: &Problem, wishes: &Wishes, matching: &Matching) -> bool {
    let order = order(p);
    let by_right = matching.by_right(p.rights());
    let claim = |left: u32, right: u32| {
        let rank = u32::MAX - order.left_rank[left as usize];
        (wishes.home[left as usize] == Some(right), p.weight(left, right), rank)
    };
    let accepts = |left: u32, right: u32| wishes.lists[left as usize].contains(&right);
    let wanted =
        matching.left.iter().zip(0..).all(|(right, left)| right.is_none_or(|right| accepts(left, right)));
    wanted
        && p.edges().filter(|e| accepts(e.left, e.right)).all(|e| {
            let would =
                place(wishes, e.left, Some(e.right)) < place(wishes, e.left, matching.left[e.left as usize]);
            let could =
                by_right[e.right as usize].is_none_or(|held| claim(e.left, e.right) > claim(held, e.right));
            !(would && could)
        })
}

fn with_wishes() -> impl Strategy<Value = (Problem, Wishes)> {
    const SIZE: usize = 5;
    let list = (Just((0..SIZE as u32).collect::<Vec<_>>()).prop_shuffle(), 1..=SIZE);
    (any_problem(SIZE), prop::collection::vec(list, SIZE), 0..=SIZE).prop_map(|(p, lists, homes)| {
        let list = |(list, kept): &(Vec<u32>, usize)| {
            list.iter().copied().filter(|right| (*right as usize) < p.rights()).take(*kept).collect()
        };
        let home = |left: usize| (left < homes && left < p.rights()).then_some(left as u32);
        let wishes = Wishes {
            lists: lists.iter().take(p.lefts()).map(list).collect(),
            home: (0..p.lefts()).map(home).collect(),
        };
        (free(&p), wishes)
    })
}

/// The same edges with nobody mandatory.
fn free(p: &Problem) -> Problem {
    let edges: Vec<_> = p.edges().map(|e| (e.left, e.right, e.weight.abs() + 1)).collect();
    problem(vec![false; p.lefts()], vec![false; p.rights()], &edges)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_is_stable_and_nobody_does_better_in_another_stable_matching((p, wishes) in with_wishes()) {
        let found = deferred(&p, &wishes, &order(&p));
        prop_assert!(is_stable(&p, &wishes, &found));
        every_matching(&p, &mut |_, chosen| {
            let other = Matching { left: chosen.to_vec() };
            if is_stable(&p, &wishes, &other) {
                for left in 0..p.lefts() as u32 {
                    let own = place(&wishes, left, found.left[left as usize]);
                    assert!(own <= place(&wishes, left, other.left[left as usize]));
                }
            }
        });
    }

    /// Where nobody has a home, it leaves no justified envy among those who would rather move.
    #[test]
    fn it_leaves_no_justified_envy((p, mut wishes) in with_wishes()) {
        wishes.home = vec![None; p.lefts()];
        let found = deferred(&p, &wishes, &order(&p));
        let wants = |left: u32, right: u32, own: Option<u32>| {
            place(&wishes, left, Some(right)) < place(&wishes, left, own)
        };
        prop_assert_eq!(envy(&p, &found, wants), []);
    }

    #[test]
    fn an_optimum_passes_over_only_who_is_placed_elsewhere(p in any_problem(7)) {
        let p = free(&p);
        let solution = solve(&p).expect("nobody is mandatory");
        for pair in envy(&p, &solution.matching, |_, _, _| true) {
            prop_assert!(pair.placed.is_some(), "{:?}", pair);
            prop_assert_eq!(p.weight(pair.left, pair.right).expect("an edge") - pair.by,
                pair.holder.map_or(0, |held| p.weight(held, pair.right).expect("an edge")));
        }
    }
}

#[test]
fn who_lists_its_home_keeps_at_least_that() {
    // 1 is worth more at A, the home of 0; both want A.
    let p = problem(vec![false; 2], vec![false; 1], &[(0, 0, 1), (1, 0, 9)]);
    let wishes = |home| Wishes { lists: vec![vec![0], vec![0]], home: vec![home, None] };
    assert_eq!(deferred(&p, &wishes(Some(0)), &order(&p)).left, [Some(0), None]);
    assert_eq!(deferred(&p, &wishes(None), &order(&p)).left, [None, Some(0)]);
    let kept = Matching { left: vec![Some(0), None] };
    let list = envy(&p, &kept, |_, _, _| true);
    assert_eq!(
        list.iter().map(|e| (e.right, e.holder, e.left, e.placed, e.by)).collect::<Vec<_>>(),
        [(0, Some(0), 1, None, 8)]
    );
}
