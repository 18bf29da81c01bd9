//! What the solver says of made-up rounds, heard by the checker, which shares no code with it.

#[path = "../examples/ukur/instance.rs"]
#[allow(dead_code)] // dense rounds are for measuring
mod instance;

use checker::{Order, Report};
use solver::format::{Answer, Files, Instance};
use solver::{Engine, settle, solve_floored, solve_with};

fn opinion(files: &Files, engine: Engine) -> Report {
    let instance = Instance::read(files.clone()).expect("sound files");
    let solution = solve_with(&instance.problem, engine).expect("holders have their own posts");
    let settled = settle(&instance.problem, &solution, &instance.order());
    heard(files, &instance.answer(&solution, &settled, &[]))
}

fn heard(files: &Files, answer: &Answer) -> Report {
    checker::check(&checker::Files {
        instance: &files.instance,
        edges: &files.edges,
        positions: &files.positions,
        candidates: &files.candidates,
        units: &files.units,
        plan: &answer.plan,
        certificate: &answer.certificate,
    })
}

#[test]
fn every_plan_is_proven_and_follows_the_published_order() {
    for name in ["s-tiny", "s-1k", "d-tiny", "d-2k", "b1c"] {
        for seed in 1..4 {
            let files = instance::files(name, seed).expect("a name");
            for engine in [Engine::Paths, Engine::Auction] {
                let report = opinion(&files, engine);
                assert!(report.is_published(), "{name} {seed} {engine:?}: {report:?}");
            }
        }
    }
}

/// 2,000 posts, 80 units of which a fifth may leave: at most a tenth of a point a post below the best.
#[test]
fn capped_rounds_are_heard_as_well() {
    for (name, hundredths) in [("d-tiny", 100), ("d-2k", 10)] {
        let files = instance::files(name, 1).expect("a name");
        let instance = Instance::read(files.clone()).expect("sound files");
        let found = solve_floored(&instance.problem, &instance.caps()).expect("all may stay");
        let report = heard(&files, &instance.answer_capped(&found, &[]));
        assert!(report.holds(), "{name}: {report:?}");
        assert_eq!(report.order, Order::Capped { gap: found.gap() });
        let most = hundredths * instance.positions.len() as i64;
        assert!(found.gap() <= most, "{name}: {} of {most}", found.gap());
    }
}
