//! Measures the solver on made-up rounds: `cargo run --release -p solver --example ukur -- b1 dense:merit:1000`.
//! With `--folder DIR` before the names the rounds and the figures are written too, for other solvers to be
//! measured beside it; `cargo x bench solver` does that. Times are CPU time of one thread.

#[path = "ukur/instance.rs"]
mod instance;

use solver::format::{Files, Instance};
use solver::{Edge, Engine, Problem, settle, solve};
use std::path::{Path, PathBuf};

/// What is measured when no name is given.
const ROUNDS: [&str; 7] = ["s-1k", "b1", "b2", "d-2k", "d-10k", "d-50k", "dense:merit:2000"];
const SEED: u64 = 1;
/// Each figure is the median of so many batches, and a batch lasts at least so many seconds: the machine
/// counts CPU time in ticks of some milliseconds.
const BATCHES: usize = 5;
const BATCH_SECONDS: f64 = 0.1;

fn main() {
    if let Err(sentence) = run() {
        eprintln!("{sentence}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let mut names: Vec<String> = std::env::args().skip(1).collect();
    let mut folder = None;
    if names.first().is_some_and(|first| first == "--folder") {
        folder = Some(PathBuf::from(names.get(1).ok_or("--folder needs a name")?));
        names.drain(..2);
    }
    if names.is_empty() {
        names = ROUNDS.map(String::from).to_vec();
    }
    println!(
        "{:<18} {:>10} {:>16} {:>10} {:>10} {:>6} {:>8} {:>8}",
        "round", "edges", "objective", "solve", "settle", "ties", "engine", "peak"
    );
    let mut table = String::from("round,objective,solve_us,engine\n");
    for name in &names {
        let own = folder.as_ref().map(|folder| folder.join(name.replace(':', "-")));
        table += &measure(name, own.as_deref())?;
    }
    folder.map_or(Ok(()), |folder| written(&folder.join("ukuran.csv"), table.as_bytes()))
}

/// One line for people is printed, one for the comparison is answered.
fn measure(name: &str, folder: Option<&Path>) -> Result<String, String> {
    let (problem, round) = match name.strip_prefix("dense:") {
        Some(spec) => (dense(spec, folder)?, None),
        None => {
            let files = instance::files(name, SEED).ok_or_else(|| format!("no round is called {name}"))?;
            folder.map_or(Ok(()), |folder| write(folder, &files))?;
            let round = Instance::read(files).map_err(|error| error.to_string())?;
            (round.problem.clone(), Some(round))
        }
    };
    let solution = solve(&problem).map_err(|set| set.to_string())?;
    let solving = timed(|| drop(solve(&problem)));
    let (settling, ties) = round.map_or((0.0, 0), |round| {
        let order = round.order();
        let ties = settle(&problem, &solution, &order).ties.len();
        (timed(|| drop(settle(&problem, &solution, &order))), ties)
    });
    let engine = match solution.engine {
        Engine::Paths => "paths",
        Engine::Auction => "auction",
    };
    let objective = solution.objective;
    println!(
        "{name:<18} {:>10} {objective:>16} {:>7.2} ms {:>7.2} ms {ties:>6} {engine:>8} {:>5} MB",
        problem.edge_count(),
        solving * 1e3,
        settling * 1e3,
        peak_kilobytes() / 1024,
    );
    Ok(format!("{name},{objective},{:.1},{engine}\n", solving * 1e6))
}

fn dense(spec: &str, folder: Option<&Path>) -> Result<Problem, String> {
    let unknown = || format!("dense:{spec}: write dense:merit:2000 or dense:uniform:500");
    let (kind, n) = spec.split_once(':').ok_or_else(unknown)?;
    let n: usize = n.parse().map_err(|_| unknown())?;
    let scores = instance::dense(kind, n, SEED);
    if let Some(folder) = folder {
        let bytes: Vec<u8> = scores.iter().flat_map(|&score| (score as i32).to_le_bytes()).collect();
        written(&folder.join("matrix.bin"), &bytes)?;
    }
    let place = |k: usize| ((k / n) as u32, (k % n) as u32);
    let edges = scores.iter().enumerate().map(|(k, &weight)| {
        let (left, right) = place(k);
        Edge { left, right, weight }
    });
    Problem::new(vec![true; n], vec![false; n], edges).map_err(|refusal| refusal.to_string())
}

fn write(folder: &Path, files: &Files) -> Result<(), String> {
    for (name, bytes) in [
        ("instance.txt", &files.instance),
        ("positions.csv", &files.positions),
        ("candidates.csv", &files.candidates),
        ("units.csv", &files.units),
        ("edges.csv", &files.edges),
    ] {
        written(&folder.join(name), bytes)?;
    }
    Ok(())
}

fn written(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let result = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    result.and_then(|()| std::fs::write(path, bytes)).map_err(|error| format!("{}: {error}", path.display()))
}

/// CPU seconds of one call.
fn timed(mut call: impl FnMut()) -> f64 {
    let mut batches: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let (start, mut calls) = (cpu_seconds(), 0);
            while calls == 0 || cpu_seconds() - start < BATCH_SECONDS {
                call();
                calls += 1;
            }
            (cpu_seconds() - start) / f64::from(calls)
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}

fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn peak_kilobytes() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
