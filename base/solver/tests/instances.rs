//! Published rounds: their files byte for byte, their optima to the unit, and the rule citizens are told.

mod common;
#[path = "../examples/ukur/instance.rs"]
#[allow(dead_code)] // dense rounds are for measuring
mod instance;

use common::proven;
use sha2::{Digest, Sha256};
use solver::format::Instance;
use solver::{settle, solve};

/// Name, SHA-256 of `edges.csv` at seed 1, optimum.
const PUBLISHED: [(&str, &str, i64); 8] = [
    ("s-tiny", "7b9bac5c5d72090b3a5885c80e2006bd221a6992e06e29dddc1e67587119072f", 3135060),
    ("s-1k", "dfc2ab0d7f5ea223eb2e70d2992e3a141aee92d145fa8e8e7d0177254010c6af", 10367448505),
    ("b1", "f7cf1873b7eb8a063e91804bc6059a5dec5b63cc27d5019c0087d82efcc0a1d8", 274918901736),
    ("b1c", "845873cfa1161ac18734c08e79e1f9a54e5887c46c288f828fa48c5e22888e04", 2776397408),
    ("d-tiny", "ccf90f945bfe89a31b8c5ae0d64c683d14de5943088c2ff0f686c3e577ed3ed5", 25230859),
    ("d-2k", "a3c0410e0f987f1cb3c944d12ba75e9c09e4ca73e2019b50b559b99f12688323", 43597851348),
    ("b2", "788165c076a48d7a7e2fdb965e180e704c5c65950959c3430f5a12df57f9431b", 27523664832440),
    ("d-10k", "b4b3276cb7f13c579c2c8bbad276a3c28b6e7d3fafdfe9002cbf5aea598fe917", 1105082466178),
];

#[test]
fn rounds_have_the_published_bytes_and_optima() {
    for (name, hash, optimum) in PUBLISHED {
        let files = instance::files(name, 1).expect("a published round");
        let found: String = Sha256::digest(&files.edges).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "{name}");
        let instance = Instance::read(files).expect("sound files");
        let solution = solve(&instance.problem).expect("every holder has his own post");
        assert_eq!(solution.objective, optimum, "{name}");
        assert_eq!(proven(&instance.problem, &solution), Ok(()), "{name}");
    }
}

/// In a round without holders nobody unplaced and eligible outscores the one who was placed there.
#[test]
fn nobody_unplaced_outscores_the_placed() {
    for (name, seed) in [("s-tiny", 1), ("s-tiny", 2), ("s-1k", 1), ("s-1k", 2), ("b1", 1), ("b1c", 1)] {
        let instance = Instance::read(instance::files(name, seed).expect("named")).expect("sound files");
        let solution = solve(&instance.problem).expect("nobody is mandatory");
        let settled = settle(&instance.problem, &solution, &instance.order());
        let placed = settled.matching.by_right(instance.positions.len());
        let passed_over = instance.problem.edges().filter(|edge| {
            let unplaced = settled.matching.left[edge.left as usize].is_none();
            let holder = placed[edge.right as usize];
            let held = holder.and_then(|holder| instance.problem.weight(holder, edge.right));
            unplaced && held.is_none_or(|held| edge.weight > held)
        });
        assert_eq!(passed_over.count(), 0, "{name} {seed}");
    }
}
