//! A list of journeys, run one after the other, reported like any other test.

use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

use anyhow::Result;

pub type Journey<S> = (&'static str, for<'a> fn(&'a mut S) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>);

/// What the command line asked for, in the words of the standard test runner.
pub enum Wish {
    /// `--list`: names only.
    List,
    /// `--list --ignored`: no journey is ever ignored.
    Nothing,
    /// Journeys whose name passes.
    Run(Vec<String>),
}

#[must_use]
pub fn wish(args: impl Iterator<Item = String>) -> Wish {
    let args: Vec<String> = args.collect();
    if args.iter().any(|arg| arg == "--list") {
        let ignored = args.iter().any(|arg| arg == "--ignored");
        return if ignored { Wish::Nothing } else { Wish::List };
    }
    Wish::Run(args.into_iter().filter(|arg| !arg.starts_with("--")).collect())
}

/// Whether a journey is meant: no filter means all.
#[must_use]
pub fn wanted(filters: &[String], name: &str) -> bool {
    filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()))
}

/// Runs the wanted journeys; answers how many failed. `after_failure` may look at the stage.
pub async fn run<S>(
    stage: &mut S,
    journeys: &[Journey<S>],
    filters: &[String],
    after_failure: impl AsyncFn(&mut S, &str),
) -> usize {
    let mut failures: Vec<(&str, String)> = Vec::new();
    let chosen: Vec<&Journey<S>> = journeys.iter().filter(|(name, _)| wanted(filters, name)).collect();
    println!("\nrunning {} journeys", chosen.len());
    for (name, journey) in &chosen {
        let start = Instant::now();
        let outcome = journey(stage).await;
        let word = if outcome.is_ok() { "ok" } else { "FAILED" };
        println!("journey {name} ... {word} ({:.1} s)", start.elapsed().as_secs_f64());
        if let Err(why) = outcome {
            after_failure(stage, name).await;
            failures.push((name, format!("{why:#}")));
        }
    }
    for (name, why) in &failures {
        println!("\n---- {name} ----\n{why}");
    }
    println!("\n{} passed, {} failed", chosen.len() - failures.len(), failures.len());
    failures.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_choose_by_part_of_the_name() {
        let Wish::Run(filters) = wish(["--nocapture".into(), "impor".into()].into_iter()) else {
            panic!("a run was asked for")
        };
        assert!(wanted(&filters, "impor_sampai_pegawai") && !wanted(&filters, "masuk"));
        assert!(wanted(&[], "masuk"));
    }
}
