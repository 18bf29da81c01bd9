//! `cargo x test`: everything, in one readable list. `.ci/run` calls this and nothing else.

use std::path::{Path, PathBuf};

use crate::steps::{self, Step};
use crate::{Outcome, api, machine, setup, tidy};

pub fn run(root: &Path) -> Outcome {
    // The program the tests before have built: debug assertions on, so that journeys meet them too, and the
    // typesetter is not built a second time. The release build is tried at night and by `cargo x api`.
    let program = target(root)?.join("debug/sinergi");
    let binary = program.to_string_lossy();
    let tests: &[&str] = if machine::find_program(&["cargo-nextest"]).is_some() {
        &["cargo", "nextest", "run", "--workspace", "--exclude", "browser"]
    } else {
        &["cargo", "test", "--workspace", "--exclude", "browser"]
    };
    steps::run(vec![
        Step::new("setup", "cargo x setup", setup::run),
        Step::command("format", root, &["cargo", "fmt", "--all", "--check"], &[]),
        Step::command(
            "lints",
            root,
            &["cargo", "clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
            &[],
        ),
        Step::new("tidy", "cargo x tidy", || tidy::run(root)),
        Step::command("tests", root, tests, &[]),
        Step::command("kasus", root, KASUS, &[]),
        Step::new("api", "cargo x api", || api::run(root, &program, &target(root)?, EXAMPLES)),
        Step::command("browser", root, &["cargo", "test", "-p", "browser"], &[("SINERGI_BIN", &binary)]),
    ])
}

/// Requests the API is tried with by day, for each operation.
const EXAMPLES: &str = "10";
/// The same at night.
pub const EXAMPLES_AT_NIGHT: &str = "300";

/// `cargo x api`: the release build, then the trial alone; `SINERGI_BIN` names another program to try.
pub fn api(root: &Path) -> Outcome {
    if let Ok(binary) = std::env::var("SINERGI_BIN") {
        let target = release_binary(root)?.parent().and_then(Path::parent).map(Path::to_path_buf);
        return api::run(root, Path::new(&binary), &target.ok_or("no target folder")?, EXAMPLES);
    }
    steps::run(vec![
        Step::command("release", root, RELEASE, &[]),
        Step::new("api", "schemathesis", || try_api(root, EXAMPLES)),
    ])
}

/// Tries the API of the release build as it lies there.
pub fn try_api(root: &Path, examples: &str) -> Outcome {
    let binary = release_binary(root)?;
    let target = binary.parent().and_then(Path::parent).ok_or("no target folder")?;
    api::run(root, &binary, target, examples)
}

/// Golden cases of the law; a norm without a passing, a failing and a border case fails it.
const KASUS: &[&str] = &["cargo", "run", "--quiet", "-p", "law", "--example", "kasus"];

/// `cargo x kasus`: the cases of the repository, or those of the paths named.
pub fn kasus(root: &Path, paths: &[String]) -> Outcome {
    let words: Vec<&str> =
        KASUS.iter().copied().chain(["--"]).chain(paths.iter().map(String::as_str)).collect();
    steps::run(vec![Step::command("kasus", root, &words, &[])])
}

/// `cargo x gambar`: the same browser, asked for pictures only.
pub fn pictures(root: &Path) -> Outcome {
    let binary = release_binary(root)?;
    let binary = binary.to_string_lossy();
    let folder = root.join("docs/gambar");
    let folder = folder.to_string_lossy();
    let env = [("SINERGI_BIN", binary.as_ref()), ("SINERGI_GAMBAR", folder.as_ref())];
    steps::run(vec![
        Step::new("setup", "cargo x setup", setup::run),
        Step::command("release", root, RELEASE, &[]),
        Step::command(
            "pictures",
            root,
            &["cargo", "test", "-p", "browser", "--test", "journeys", "--", "gambar"],
            &env,
        ),
    ])
}

pub const RELEASE: &[&str] = &["cargo", "build", "--release", "-p", "sinergi"];

fn release_binary(root: &Path) -> Result<PathBuf, String> {
    Ok(target(root)?.join("release/sinergi"))
}

/// Where builds land; cargo itself is asked, as its settings may move it.
pub fn target(root: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let manifest = root.join("Cargo.toml");
    let args =
        ["metadata", "--format-version=1", "--no-deps", "--manifest-path", &manifest.to_string_lossy()];
    let says = machine::output(Path::new(&cargo), &args).ok_or("cargo metadata gave no answer")?;
    let folder = target_directory(&says).ok_or("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

fn target_directory(says: &str) -> Option<&str> {
    says.split_once("\"target_directory\":\"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_folder_is_read_from_cargo() {
        let says = r#"{"packages":[],"target_directory":"/a b/target","version":1}"#;
        assert_eq!(target_directory(says), Some("/a b/target"));
        assert_eq!(target_directory("{}"), None);
    }
}
