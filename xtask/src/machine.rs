//! What the machine offers: programs, fonts, rights, size.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The first of `names` found on the search path.
#[must_use]
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
}

/// What a quiet command prints, when it succeeds.
#[must_use]
pub fn output(program: &Path, args: &[&str]) -> Option<String> {
    let answer = Command::new(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim().to_string())
}

/// Folders that hold both `initdb` and `postgres`, with the major version.
/// Debian keeps server programs off the search path, one folder per version.
#[must_use]
pub fn postgres_servers() -> Vec<(PathBuf, u32)> {
    let mut folders: Vec<PathBuf> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    if let Ok(list) = fs::read_dir("/usr/lib/postgresql") {
        folders.extend(list.flatten().map(|entry| entry.path().join("bin")));
    }
    folders
        .into_iter()
        .filter(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .filter_map(|folder| {
            let says = output(&folder.join("postgres"), &["--version"])?;
            Some((folder, major(&says)?))
        })
        .collect()
}

/// `postgres (PostgreSQL) 15.14 (Debian …)` is 15.
fn major(says: &str) -> Option<u32> {
    says.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?.parse().ok()
}

/// Whether any font file under `folder` starts with one of `names`.
#[must_use]
pub fn has_font(folder: &Path, names: &[&str]) -> bool {
    let Ok(list) = fs::read_dir(folder) else { return false };
    list.flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return has_font(&path, names);
        }
        let file = entry.file_name().to_string_lossy().to_lowercase();
        names.iter().any(|name| file.starts_with(name))
    })
}

#[must_use]
pub fn is_root() -> bool {
    output(Path::new("id"), &["-u"]).is_some_and(|uid| uid == "0")
}

/// `sudo` that answers without asking for a password.
#[must_use]
pub fn has_quiet_sudo() -> bool {
    find_program(&["sudo"]).is_some_and(|sudo| output(&sudo, &["-n", "true"]).is_some())
}

/// Processor, cores and memory: a figure without its machine says nothing.
#[must_use]
pub fn describe() -> String {
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let meminfo = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let gib = field(&meminfo, "MemTotal")
        .and_then(|kb| kb.trim_end_matches(" kB").parse::<u64>().ok())
        .map_or_else(|| "unknown".into(), |kb| format!("{:.1} GiB", kb as f64 / 1_048_576.0));
    let model = field(&cpuinfo, "model name").unwrap_or("unknown processor");
    format!("{model}, {cores} cores, {gib} memory")
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_lines_of_debian_and_upstream() {
        assert_eq!(major("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 17beta1"), Some(17));
        assert_eq!(major("no number"), None);
    }

    #[test]
    fn fields_of_proc_files() {
        assert_eq!(field("MemFree: 1 kB\nMemTotal:       24 kB\n", "MemTotal"), Some("24 kB"));
        assert_eq!(field("model name\t: A CPU\n", "model name"), Some("A CPU"));
    }
}
