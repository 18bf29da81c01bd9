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
    if args == ["law"] {
        return law(root);
    }
    if let [first, rounds @ ..] = args
        && first == "solver"
    {
        return solver(root, rounds);
    }
    let mut words = vec!["cargo", "run", "--release", "-p", "sinergi", "--bin", "ukur", "--"];
    words.extend(args.iter().map(String::as_str));
    steps::run(vec![Step::command("ukur", root, &words, &[])])
}

/// The engine of the law, and another engine on the same people in the same run.
fn law(root: &Path) -> Outcome {
    let target = test::target(root)?;
    let people = target.join("ukur-hukum.bin").display().to_string();
    let own = target.join("alat-openfisca");
    let installed = own.join("bin/openfisca");
    let python = own.join("bin/python").display().to_string();
    let run = ["cargo", "run", "--release", "-p", "law", "--example", "ukur_hukum", "--", "--orang", &people];
    steps::run(vec![
        Step::command("law", root, &run, &[]),
        Step::new("peer", &format!("pip install {}", PEER.join(" ")), || {
            install(root, &own, &installed, &PEER)
        }),
        Step::command("compare", root, &[&python, "base/law/bench/openfisca.py", &people], &[]),
    ])
}

/// The other engine, at the version the figures of docs/ukuran.md were taken with.
const PEER: [&str; 2] = ["OpenFisca-Core==46.0.1", "numpy==2.4.6"];

/// The placement solver, and known solvers on the same rounds in the same run.
fn solver(root: &Path, rounds: &[String]) -> Outcome {
    let target = test::target(root)?;
    let folder = target.join("ukur-solver").display().to_string();
    let own = target.join("alat-solver");
    let installed = own.join("bin/f2py"); // comes with numpy, the first of the list
    let python = own.join("bin/python").display().to_string();
    let mut run =
        vec!["cargo", "run", "--release", "-p", "solver", "--example", "ukur", "--", "--folder", &folder];
    run.extend(rounds.iter().map(String::as_str));
    steps::run(vec![
        Step::command("solver", root, &run, &[]),
        Step::new("anchors", &format!("pip install {}", ANCHORS.join(" ")), || {
            install(root, &own, &installed, &ANCHORS)
        }),
        Step::command("compare", root, &[&python, "base/solver/bench/anchors.py", &folder], &[]),
    ])
}

/// Known solvers, at the versions the figures of base/solver/README.md were taken with.
const ANCHORS: [&str; 4] = ["numpy==2.4.6", "scipy==1.17.1", "ortools==9.15.6755", "lapx==0.11.1"];

/// Into a folder of our own, unless `installed` is there: nothing of it is left on the machine when the
/// target folder goes.
fn install(root: &Path, own: &Path, installed: &Path, packages: &[&str]) -> Outcome {
    if installed.is_file() {
        return Ok(());
    }
    let python = machine::find_program(&["python3"]).ok_or("python3 is missing; cargo x setup says how")?;
    let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<String>>();
    let (python, folder) = (python.display().to_string(), own.display().to_string());
    steps::call(root, &words(&[&python, "-m", "venv", &folder]), &[])?;
    let pip = own.join("bin/pip").display().to_string();
    steps::call(root, &words(&[&[pip.as_str(), "install", "--quiet"], packages].concat()), &[])
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
