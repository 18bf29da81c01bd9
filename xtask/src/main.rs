//! `cargo x …`: the one door to every chore of the house.

use std::process::ExitCode;

use xtask::{Outcome, bench, new_module, root, setup, test, tidy};

const HELP: &str = "\
cargo x COMMAND

  setup              check PostgreSQL, Chromium and fonts; install what is missing when allowed
  test               everything: format, lints, tidy, tests on both engines, release build, browser
  api                the served API against its document, with schemathesis
  kasus [JALUR…]     the golden cases of the law against the pack, and which norms lack some
  tidy               the house rules alone: tiers, words, lengths, links
  bench [ARGS]       the machine, then the measurements of the release build
  bench law          the engine of the law on a million people, and another engine beside it
  bench solver [RONDE…]
                     the placement solver on made-up rounds, and known solvers beside it
  nightly            the long campaigns: thousands of kills, tens of thousands of generated cases
  new-module NAMA    a new drawer under modules/
  gambar             the pictures of docs/gambar, taken in a real browser
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Outcome {
    let root = root();
    match args.first().map(String::as_str) {
        Some("setup") => setup::run(),
        Some("test") => test::run(&root),
        Some("api") => test::api(&root),
        Some("kasus") => test::kasus(&root, &args[1..]),
        Some("tidy") => tidy::run(&root),
        Some("bench") => bench::bench(&root, &args[1..]),
        Some("nightly") => bench::nightly(&root),
        Some("gambar") => test::pictures(&root),
        Some("new-module") => match args {
            [_, name] => new_module::run(&root, name),
            _ => Err("cargo x new-module NAMA: one name, in small letters".into()),
        },
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("cargo x does not know \"{other}\"\n\n{HELP}")),
    }
}
