//! Measurements and long campaigns. Both name the machine first.

use std::path::Path;
use std::time::Instant;

use crate::steps::{self, Step};
use crate::{Outcome, machine, test};

/// How often the nightly campaign kills a writing process.
const KILLS: &str = "5000";
/// How many generated cases each property gets at night (256 by day).
const CASES: &str = "20000";

pub fn bench(root: &Path, args: &[String]) -> Outcome {
    println!("Machine: {}", machine::describe());
    let mut words = vec!["cargo", "run", "--release", "-p", "sinergi", "--bin", "ukur", "--"];
    words.extend(args.iter().map(String::as_str));
    steps::run(vec![Step::command("ukur", root, &words, &[])])
}

pub fn nightly(root: &Path) -> Outcome {
    let kills = std::env::var("SINERGI_KILL").unwrap_or_else(|_| KILLS.into());
    let cases = std::env::var("PROPTEST_CASES").unwrap_or_else(|_| CASES.into());
    println!("Machine: {}", machine::describe());
    println!("Campaign: {kills} kills of a writing process, {cases} generated cases per property.");
    let start = Instant::now();
    // One binary after the other, output shown: the counts each test prints are the result.
    let outcome = steps::run(vec![
        Step::command(
            "campaign",
            root,
            &["cargo", "test", "--workspace", "--exclude", "browser", "--", "--nocapture"],
            &[("SINERGI_KILL", &kills), ("PROPTEST_CASES", &cases)],
        ),
        Step::command("release", root, test::RELEASE, &[]),
        Step::new("api", "schemathesis", || test::try_api(root, test::EXAMPLES_AT_NIGHT)),
    ]);
    let minutes = start.elapsed().as_secs_f64() / 60.0;
    println!("{kills} kills and {cases} cases per property asked for; {minutes:.1} minutes.");
    outcome
}
