//! What the tests need outside of Rust: a PostgreSQL server, a browser, a font, a Python.
//!
//! Nothing is ever skipped: what is missing is installed when we may, and
//! otherwise the command fails with the one line that repairs it.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Outcome, machine};

/// The oldest server our tables and tests are written for; it is what Debian 12 ships.
const POSTGRES_MIN: u32 = 15;

struct Need {
    what: &'static str,
    package: &'static str,
    found: fn() -> Option<String>,
}

const NEEDS: &[Need] = &[
    Need { what: "PostgreSQL server, 15 or newer", package: "postgresql", found: postgres },
    Need { what: "Chromium", package: "chromium", found: chromium },
    Need { what: "chromedriver", package: "chromium-driver", found: chromedriver },
    Need {
        what: "Python 3 with venv, for schemathesis and docs/periksa.py",
        package: "python3-venv",
        found: python,
    },
    Need { what: "a font for the pictures (Inter or Noto Sans)", package: "fonts-inter", found: font },
];

fn postgres() -> Option<String> {
    let found = machine::postgres_servers();
    let (folder, version) = found.iter().find(|(_, version)| *version >= POSTGRES_MIN)?;
    Some(format!("{version} in {}", folder.display()))
}

fn chromium() -> Option<String> {
    program("SINERGI_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

fn chromedriver() -> Option<String> {
    program("SINERGI_CHROMEDRIVER", &["chromedriver"])
}

/// Debian ships `venv` without what fills it in a package of its own; only a schemathesis already there spares it.
fn python() -> Option<String> {
    let python = machine::find_program(&["python3"])?;
    let has_venv = || machine::output(&python, &["-c", "import ensurepip, venv"]).is_some();
    let is_enough = machine::find_program(&["schemathesis"]).is_some() || has_venv();
    is_enough.then(|| python.display().to_string())
}

/// A path given by hand wins over the search path.
fn program(variable: &str, names: &[&str]) -> Option<String> {
    match std::env::var(variable) {
        Ok(path) => Path::new(&path).is_file().then_some(path),
        Err(_) => machine::find_program(names).map(|path| path.display().to_string()),
    }
}

fn font() -> Option<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    ["/usr/share/fonts".into(), "/usr/local/share/fonts".into(), format!("{home}/.local/share/fonts")]
        .into_iter()
        .find(|folder| machine::has_font(Path::new(folder), &["inter", "notosans-"]))
}

/// Checks every need, installs the missing ones when allowed, checks again.
pub fn run() -> Outcome {
    let missing = look();
    if missing.is_empty() {
        return Ok(());
    }
    let line = install_line(&missing);
    let Some(mut apt) = apt_get() else {
        return Err(format!("Missing: {}. Install with: {line}", names(&missing)));
    };
    println!("Installing: {line}");
    let packages = missing.iter().map(|need| need.package);
    quiet(apt().arg("update"))?;
    quiet(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))?;
    let still = look();
    if still.is_empty() {
        return Ok(());
    }
    Err(format!(
        "Still missing after the installation: {}. Install with: {}",
        names(&still),
        install_line(&still)
    ))
}

fn look() -> Vec<&'static Need> {
    let mut missing = Vec::new();
    for need in NEEDS {
        match (need.found)() {
            Some(place) => println!("  found    {}: {place}", need.what),
            None => {
                println!("  MISSING  {}", need.what);
                missing.push(need);
            }
        }
    }
    missing
}

fn names(missing: &[&Need]) -> String {
    missing.iter().map(|need| need.what).collect::<Vec<_>>().join("; ")
}

fn install_line(missing: &[&Need]) -> String {
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    format!("sudo apt-get update && sudo apt-get install -y {}", packages.join(" "))
}

/// `apt-get` as root, or through a sudo that asks nothing; else nothing.
fn apt_get() -> Option<impl FnMut() -> Command> {
    machine::find_program(&["apt-get"])?;
    let root = machine::is_root();
    if !root && !machine::has_quiet_sudo() {
        return None;
    }
    Some(move || {
        let mut command = if root { Command::new("env") } else { Command::new("sudo") };
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
        command
    })
}

fn quiet(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|e| format!("apt-get: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("apt-get ended with {status}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repair_is_one_line_naming_only_what_is_missing() {
        let line = install_line(&[&NEEDS[0], &NEEDS[2]]);
        assert_eq!(line, "sudo apt-get update && sudo apt-get install -y postgresql chromium-driver");
    }

    #[test]
    fn a_path_given_by_hand_that_does_not_exist_counts_as_missing() {
        assert!(program("SINERGI_NOT_SET_ANYWHERE", &["no-such-program-anywhere"]).is_none());
    }
}
