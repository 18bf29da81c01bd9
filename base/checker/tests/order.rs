//! Proof and order against all plans of tiny cases.

mod kecil;

use checker::{Order, check};
use kecil::{Plan, Tiny, tiny};
use proptest::prelude::*;

/// First position of the published order where two plans differ.
fn departure(case: &Tiny, plan: &Plan, published: &Plan) -> Option<Order> {
    let position = case.published().into_iter().find(|post| plan[*post] != published[*post])?;
    Some(Order::Broken {
        position: position as u32,
        seated: plan[position].map(|who| who as u32),
        expected: published[position].expect("somebody goes before nobody") as u32,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn of_all_best_plans_only_the_published_one_keeps_the_order(case in tiny()) {
        let best = case.best();
        for plan in &best {
            let report = check(&case.proven(plan).files());
            prop_assert!(report.holds(), "{report:?}");
            prop_assert_eq!(report.order, departure(&case, plan, &best[0]).unwrap_or(Order::Kept));
        }
    }

    #[test]
    fn prices_of_one_best_plan_prove_every_best_plan_and_no_other(case in tiny()) {
        let best = case.best();
        let (u, v) = case.prices(&best[0]);
        for plan in case.plans() {
            let report = check(&case.texts(&plan, &u, &v).files());
            prop_assert_eq!(report.holds(), best.contains(&plan));
            prop_assert_eq!(report.is_published(), plan == best[0]);
        }
    }

    /// No prices whatever prove a plan that is not best.
    #[test]
    fn nothing_proves_a_lesser_plan(case in tiny(), which in any::<prop::sample::Index>(), noise in prop::collection::vec(-3i64..4, 10)) {
        let plans = case.plans();
        let plan = which.get(&plans);
        let (mut u, mut v) = case.prices(plan);
        for (price, noise) in u.iter_mut().chain(&mut v).zip(noise) {
            *price += noise;
        }
        let report = check(&case.texts(plan, &u, &v).files());
        prop_assert!(!report.holds() || case.best().contains(plan));
    }
}
