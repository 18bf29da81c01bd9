//! Rounds with caps against all plans of tiny cases.

mod kecil;

use checker::{Limits, Order, check};
use kecil::tiny;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_plan_passes_if_it_keeps_the_caps_and_none_that_does_is_above_the_bound(
        case in tiny(),
        most in 0i64..3,
        price in 0i64..9,
    ) {
        for plan in case.plans() {
            let report = check(&case.capped(&plan, most, price).files());
            let keeps = case.leavers(&plan) as i64 <= most;
            prop_assert_eq!(report.holds(), keeps, "{:?}", report);
            if let Order::Capped { gap } = report.order {
                prop_assert!(gap >= 0);
            }
            prop_assert_eq!(report.limits == Limits::Kept, keeps);
            let named = report.checks.iter().find(|check| check.name.starts_with("Batas keluar"));
            prop_assert_eq!(named.is_some_and(|check| check.passed()), keeps);
        }
    }

    #[test]
    fn one_changed_figure_is_one_too_many(case in tiny(), place in any::<prop::sample::Index>(), other in 1u8..10) {
        let stay: Vec<_> = case.posts.iter().map(|post| post.2).collect();
        let mut texts = case.capped(&stay, 1, 5);
        let figures: Vec<usize> =
            texts.certificate.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = *place.get(&figures);
        let digit = (texts.certificate.as_bytes()[at] - b'0' + other) % 10;
        texts.certificate.replace_range(at..=at, &digit.to_string());
        prop_assert!(!check(&texts.files()).holds());
    }
}

/// A certificate that names no caps claims nothing about them, and that is said.
#[test]
fn a_plan_that_was_made_without_caps_says_so() {
    // Two holders, two better posts, one may leave.
    let case = kecil::Tiny {
        maxscore: 100,
        posts: vec![(1, false, Some(0)), (1, false, Some(1)), (1, false, None), (1, false, None)],
        duk: vec![0, 1],
        edges: vec![(0, 0, 10), (1, 1, 10), (2, 0, 90), (3, 1, 90)],
    };
    let plan = case.best()[0].clone();
    let free = check(&case.proven(&plan).files());
    assert!(free.is_published(), "{free:?}");
    assert_eq!(free.limits, Limits::Exceeded { units: 1, first: (0, 2, 1), claimed: false });
    assert!(free.limits.sentence().contains("tidak diperiksa"), "{}", free.limits.sentence());
    let capped = check(&case.capped(&plan, 1, 5).files());
    assert!(!capped.holds());
    assert_eq!(capped.limits, Limits::Exceeded { units: 1, first: (0, 2, 1), claimed: true });
    assert!(capped.limits.sentence().contains("tidak dipatuhi"));
    let stay = vec![Some(0), Some(1), None, None];
    assert_eq!(check(&case.capped(&stay, 1, 5).files()).limits, Limits::Kept);
}
