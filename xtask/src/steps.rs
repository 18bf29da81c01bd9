//! Running a list of steps in order, and saying truthfully how it went.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;

/// One named step of a chore.
pub struct Step<'a> {
    pub name: &'static str,
    /// What a person would type to do this step alone.
    pub says: String,
    pub work: Box<dyn FnOnce() -> Outcome + 'a>,
}

impl<'a> Step<'a> {
    pub fn new(name: &'static str, says: &str, work: impl FnOnce() -> Outcome + 'a) -> Self {
        Step { name, says: says.to_string(), work: Box::new(work) }
    }

    /// A step that is exactly one command.
    pub fn command(name: &'static str, root: &'a Path, words: &[&str], env: &[(&str, &str)]) -> Self {
        let says = shown(words, env);
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        let env: Vec<(String, String)> =
            env.iter().map(|(k, v)| ((*k).to_string(), (*v).to_string())).collect();
        Step { name, says, work: Box::new(move || call(root, &words, &env)) }
    }
}

/// Prints the list, runs it until the first failure, prints the summary.
pub fn run(steps: Vec<Step>) -> Outcome {
    println!("Steps:");
    for (n, step) in steps.iter().enumerate() {
        println!("  {:>2}. {:<10} {}", n + 1, step.name, step.says);
    }
    let mut done: Vec<(&str, Option<Duration>, Outcome)> = Vec::new();
    let total = steps.len();
    for (n, step) in steps.into_iter().enumerate() {
        if done.iter().any(|(_, _, outcome)| outcome.is_err()) {
            done.push((step.name, None, Ok(())));
            continue;
        }
        println!("\n=== {}/{total} {}: {}", n + 1, step.name, step.says);
        let start = Instant::now();
        let outcome = (step.work)();
        if let Err(why) = &outcome {
            eprintln!("{}: {why}", step.name);
        }
        done.push((step.name, Some(start.elapsed()), outcome));
    }
    let (text, failed) = summary(&done);
    if failed {
        return Err(text);
    }
    println!("{text}");
    Ok(())
}

/// The closing lines. A step that was never started counts neither way.
fn summary(done: &[(&str, Option<Duration>, Outcome)]) -> (String, bool) {
    let mut text = String::from("\nSummary:\n");
    let (mut passed, mut failed, mut left) = (0, 0, 0);
    for (name, took, outcome) in done {
        let (word, seconds) = match (took, outcome) {
            (None, _) => {
                left += 1;
                ("not run", String::from("-"))
            }
            (Some(took), Ok(())) => {
                passed += 1;
                ("passed", format!("{:.1} s", took.as_secs_f64()))
            }
            (Some(took), Err(_)) => {
                failed += 1;
                ("FAILED", format!("{:.1} s", took.as_secs_f64()))
            }
        };
        let _ = writeln!(text, "  {name:<10} {word:<8} {seconds:>9}");
    }
    let _ = write!(text, "{passed} passed, {failed} failed");
    if left > 0 {
        let _ = write!(text, ", {left} not run");
    }
    (text, failed > 0)
}

fn shown(words: &[&str], env: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (key, value) in env {
        let _ = write!(text, "{key}={value} ");
    }
    text + &words.join(" ")
}

/// Runs one command with our terminal and without a keyboard.
pub fn call(root: &Path, words: &[String], env: &[(String, String)]) -> Outcome {
    let Some((program, rest)) = words.split_first() else {
        return Err("an empty command".into());
    };
    // The cargo that started us, so that a chosen toolchain stays chosen.
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let program = if program == "cargo" { &cargo } else { program };
    let status = Command::new(program)
        .args(rest)
        .envs(env.iter().map(|(k, v)| (k, v)))
        .current_dir(root)
        .stdin(Stdio::null())
        .status()
        .map_err(|e| format!("{program} could not be started: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", words.join(" "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Option<Duration> = Some(Duration::from_secs(1));

    #[test]
    fn all_green_ends_in_a_plain_count() {
        let (text, failed) = summary(&[("a", SECOND, Ok(())), ("b", SECOND, Ok(()))]);
        assert!(!failed && text.ends_with("2 passed, 0 failed"), "{text}");
    }

    #[test]
    fn a_failure_is_said_and_the_rest_is_not_claimed() {
        let (text, failed) =
            summary(&[("a", SECOND, Ok(())), ("b", SECOND, Err("no".into())), ("c", None, Ok(()))]);
        assert!(failed && text.ends_with("1 passed, 1 failed, 1 not run"), "{text}");
    }

    #[test]
    fn nothing_runs_after_a_failure() {
        let outcome = run(vec![
            Step::new("one", "", || Err("broken".into())),
            Step::new("two", "", || unreachable!("the first step failed")),
        ]);
        assert!(outcome.is_err());
    }
}
