//! Floors and caps against all matchings of small cases, and the bound against its proof.

mod common;

use common::{any_problem, chain, every_matching, with_order};
use proptest::prelude::*;
use solver::{
    Edge, Floor, Floored, Matching, Order, Problem, Unmet, caps, settle_floored, shares, solve_floored,
};

fn respects(floors: &[Floor], matching: &[Option<u32>]) -> bool {
    let chosen = |pair: &&(u32, u32)| matching[pair.0 as usize] == Some(pair.1);
    floors.iter().all(|floor| floor.pairs.iter().filter(chosen).count() >= floor.least as usize)
}

fn best(problem: &Problem, floors: &[Floor]) -> Option<i64> {
    let mut best = None;
    every_matching(problem, &mut |sum, chosen| {
        if respects(floors, chosen) {
            best = best.max(Some(sum));
        }
    });
    best
}

/// Every line of the promise of a bound, read literally.
fn is_proven(problem: &Problem, floors: &[Floor], found: &Floored) -> bool {
    let Floored { prices, floor_prices, .. } = found;
    let paid = |left, right| -> i64 {
        let counts = |floor: &Floor| floor.pairs.contains(&(left, right));
        floors.iter().zip(floor_prices).filter(|(floor, _)| counts(floor)).map(|(_, price)| price).sum()
    };
    let covers = problem
        .edges()
        .all(|e| prices.u[e.left as usize] + prices.v[e.right as usize] >= e.weight + paid(e.left, e.right));
    let lefts = (prices.u.iter().zip(0..)).all(|(price, left)| *price >= 0 || problem.must_left(left));
    let rights = (prices.v.iter().zip(0..)).all(|(price, right)| *price >= 0 || problem.must_right(right));
    let demanded: i64 =
        floors.iter().zip(floor_prices).map(|(floor, price)| i64::from(floor.least) * price).sum();
    let sum = prices.u.iter().sum::<i64>() + prices.v.iter().sum::<i64>() - demanded;
    covers && lefts && rights && floor_prices.iter().all(|price| *price >= 0) && sum == found.bound
}

fn is_right(problem: &Problem, floors: &[Floor]) -> Result<(), TestCaseError> {
    match (solve_floored(problem, floors), best(problem, floors)) {
        (Ok(found), Some(best)) => {
            prop_assert!(respects(floors, &found.matching.left), "{:?}", found);
            prop_assert!(is_proven(problem, floors, &found), "{:?}", found);
            prop_assert!(
                found.is_exact && found.objective == best && found.bound >= best,
                "{:?} {}",
                found,
                best
            );
            let mut is_matching = false;
            every_matching(problem, &mut |sum, chosen| {
                is_matching |= chosen == found.matching.left && sum == found.objective;
            });
            prop_assert!(is_matching);
        }
        (Err(Unmet::Floor { floor }), None) => prop_assert!(floor < floors.len().max(1)),
        (Err(Unmet::Infeasible(_)), None) => {}
        (found, best) => prop_assert!(false, "{found:?} against {best:?}"),
    }
    Ok(())
}

/// Of all matchings that respect the floors and are worth most the first by the order, and who does not end alike in them.
fn first(problem: &Problem, floors: &[Floor], order: &Order) -> Option<(Vec<Option<u32>>, Vec<u32>)> {
    let most = best(problem, floors)?;
    let mut served: Vec<u32> = (0..problem.rights() as u32).collect();
    served.sort_by_key(|right| order.right_order[*right as usize]);
    let mut all: Vec<(Vec<u32>, Vec<Option<u32>>)> = Vec::new();
    every_matching(problem, &mut |sum, chosen| {
        if sum == most && respects(floors, chosen) {
            let holder = Matching { left: chosen.to_vec() }.by_right(problem.rights());
            let rank =
                |right: &u32| holder[*right as usize].map_or(u32::MAX, |left| order.left_rank[left as usize]);
            all.push((served.iter().map(rank).collect(), chosen.to_vec()));
        }
    });
    all.sort();
    let differs = |at: &usize| all.iter().any(|one| one.0[*at] != all[0].0[*at]);
    let mut ties: Vec<u32> = (0..served.len()).filter(differs).map(|at| served[at]).collect();
    ties.sort_unstable();
    Some((all[0].1.clone(), ties))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Weights from a narrow range, so that whom a cap keeps is often a tie.
    #[test]
    fn among_as_good_ones_the_published_order_decides(
        (p, order) in with_order(chain(6)),
        most in prop::collection::vec(0u32..3, 2),
        narrow in 1i64..4,
        turn in any::<prop::sample::Index>(),
    ) {
        let mut edges: Vec<Edge> = p.edges().map(|e| Edge { weight: 1000 + (e.weight - 1000) / (6 * narrow), ..e }).collect();
        let rebuilt = |edges: &[Edge]| {
            let must = (0..p.lefts() as u32).map(|left| p.must_left(left)).collect();
            Problem::new(must, vec![false; p.rights()], edges.iter().copied()).expect("small")
        };
        let narrowed = rebuilt(&edges);
        let home: Vec<_> = (0..p.lefts() as u32).map(|left| p.must_left(left).then_some(left)).collect();
        let group: Vec<_> = (0..p.lefts() as u32).map(|left| Some(left % 2)).collect();
        let floors = caps(&home, &group, &most);
        let settled = |p: &Problem| {
            let found = solve_floored(p, &floors).expect("holders may stay");
            settle_floored(p, &floors, &found, &order).expect("holders may stay")
        };
        let one = settled(&narrowed);
        let (wanted, ties) = first(&narrowed, &floors, &order).expect("holders may stay");
        prop_assert!(one.is_ordered);
        prop_assert_eq!(&one.matching.left, &wanted);
        prop_assert_eq!(&one.ties, &ties);
        // Edges in any order are the same round.
        edges.reverse();
        let at = turn.index(edges.len() + 1);
        edges.rotate_left(at);
        prop_assert_eq!(one, settled(&rebuilt(&edges)));
    }

    #[test]
    fn caps_are_respected_and_nothing_better_is_missed(p in chain(7), most in prop::collection::vec(0u32..3, 2)) {
        let home: Vec<_> = (0..p.lefts() as u32).map(|left| p.must_left(left).then_some(left)).collect();
        let group: Vec<_> = (0..p.lefts() as u32).map(|left| Some(left % 2)).collect();
        is_right(&p, &caps(&home, &group, &most))?;
    }

    /// Any pairs, also shared by floors, also impossible together.
    #[test]
    fn so_are_floors_of_any_kind(
        p in any_problem(5),
        marks in prop::collection::vec(0u8..4, 25),
        least in prop::collection::vec(0u32..4, 2),
    ) {
        let pairs = |bit: u8| p.edges().zip(marks.iter().cycle()).filter(|(_, mark)| **mark & bit != 0).map(|(e, _)| (e.left, e.right)).collect();
        let floors = [Floor { pairs: pairs(1), least: least[0] }, Floor { pairs: pairs(2), least: least[1] }];
        is_right(&p, &floors)?;
    }

    #[test]
    fn without_demands_it_is_the_plain_optimum(p in chain(9)) {
        let found = solve_floored(&p, &[]).expect("holders may stay");
        let plain = solver::solve(&p).expect("holders may stay");
        prop_assert_eq!((found.objective, found.gap()), (plain.objective, 0));
    }
}

#[test]
fn a_floor_over_pairs_that_are_not_there_is_refused() {
    let p = common::problem(vec![true], vec![false], &[(0, 0, 5)]);
    let floor = |pair| [Floor { pairs: vec![pair], least: 1 }];
    assert!(matches!(solve_floored(&p, &floor((0, 7))), Err(Unmet::Refused(_))));
    assert!(solve_floored(&p, &floor((0, 0))).is_ok());
    let twice = [Floor { pairs: vec![(0, 0)], least: 2 }];
    assert!(matches!(solve_floored(&p, &twice), Err(Unmet::Floor { floor: 0 })));
}

#[test]
fn weights_that_leave_no_room_for_prices_are_refused() {
    for (weight, is_taken) in [((1 << 30) - 1, true), (1 << 30, false), (-(1 << 30), false)] {
        let p = common::problem(vec![true], vec![false], &[(0, 0, weight)]);
        let floor = [Floor { pairs: vec![(0, 0)], least: 1 }];
        assert_eq!(solve_floored(&p, &floor).is_ok(), is_taken, "{weight}");
    }
}

#[test]
fn regions_keep_who_counts() {
    // Posts 0 and 1 lie in region 0, post 2 in region 1. The experienced 0 would leave for 2.
    let edges = [(0, 0, 50), (0, 2, 60), (1, 0, 55), (1, 1, 50)];
    let p = common::problem(vec![true, false], vec![false; 3], &edges);
    let region = [Some(0), Some(0), Some(1)];
    let held =
        |least: &[u32]| solve_floored(&p, &shares(&p, &[true, false], &region, least)).expect("0 may stay");
    assert_eq!(held(&[0, 0]).matching.left, [Some(2), Some(0)]);
    assert_eq!(held(&[1, 0]).matching.left, [Some(0), Some(1)]);
    assert_eq!((held(&[1, 0]).objective, held(&[1, 0]).gap()), (100, 0));
}

#[test]
fn a_cap_keeps_all_but_one_at_home() {
    // Three holders of one unit, three better posts; one may leave, the one who gains most.
    let edges = [(0, 0, 50), (1, 1, 50), (2, 2, 50), (0, 3, 60), (1, 4, 90), (2, 5, 70)];
    let p = common::problem(vec![true; 3], vec![false; 6], &edges);
    let homes = [Some(0), Some(1), Some(2)];
    let found = solve_floored(&p, &caps(&homes, &[Some(0); 3], &[1])).expect("all may stay");
    assert_eq!(found.matching, Matching { left: vec![Some(0), Some(4), Some(2)] });
    // The second best would gain 20: that is what one more leave would be worth.
    assert_eq!((found.objective, found.gap()), (190, 0));
    // So it is where points are finer than what people who want the same differ by.
    let finer: Vec<_> = edges.iter().map(|e| (e.0, e.1, e.2 * 1_000_000)).collect();
    let fine = common::problem(vec![true; 3], vec![false; 6], &finer);
    let fine = solve_floored(&fine, &caps(&homes, &[Some(0); 3], &[1])).expect("all may stay");
    assert_eq!((fine.matching == found.matching, fine.objective, fine.gap()), (true, 190_000_000, 0));
    assert!((20_000_000..=40_000_000).contains(&fine.floor_prices[0]), "{:?}", fine.floor_prices);
    assert!((20..=40).contains(&found.floor_prices[0]), "{:?}", found.floor_prices);
}

#[test]
fn beyond_what_can_be_looked_at_the_order_decides_among_those_who_leave_anyway() {
    // Four holders, one may leave; nothing is known to be best. Who leaves is kept, who follows is decided.
    let edges =
        [(0, 0, 50), (1, 1, 50), (2, 2, 50), (0, 3, 60), (1, 3, 60), (2, 3, 60), (3, 0, 20), (4, 0, 20)];
    let p = common::problem(vec![true, true, true, false, false], vec![false; 4], &edges);
    let floors = caps(&[Some(0), Some(1), Some(2), None, None], &[Some(0); 5], &[1]);
    let mut found = solve_floored(&p, &floors).expect("all may stay");
    found.matching = Matching { left: vec![Some(3), Some(1), Some(2), None, Some(0)] };
    (found.objective, found.bound, found.is_exact) = (180, 200, false);
    let order = Order { right_order: vec![0, 1, 2, 3], left_rank: vec![4, 3, 2, 0, 1] };
    let settled = settle_floored(&p, &floors, &found, &order).expect("all may stay");
    assert_eq!(settled.matching.left, [Some(3), Some(1), Some(2), Some(0), None]);
    assert_eq!((settled.objective, settled.is_ordered, settled.ties), (180, false, vec![0]));
}
