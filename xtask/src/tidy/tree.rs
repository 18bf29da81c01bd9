//! The files the rules look at, read once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use super::source::Source;

pub struct Tree {
    /// Text files by path from the root, `/` as separator.
    texts: BTreeMap<String, String>,
    /// Every path, pictures included: links are checked against these.
    paths: BTreeSet<String>,
    rust: BTreeMap<String, Source>,
}

impl Tree {
    /// What git tracks or would track; a plain walk where there is no git.
    pub fn load(root: &Path) -> Result<Tree, String> {
        let mut paths = from_git(root).unwrap_or_default();
        if paths.is_empty() {
            walk(root, "", &mut paths);
        }
        // Listed by git and gone from the disk: on its way out.
        paths.retain(|path| root.join(path).is_file());
        if paths.is_empty() {
            return Err(format!("no files under {}", root.display()));
        }
        let texts = paths
            .iter()
            .filter_map(|path| {
                let bytes = fs::read(root.join(path)).ok()?;
                Some((path.clone(), String::from_utf8(bytes).ok()?))
            })
            .collect();
        Ok(Tree::new(texts, paths))
    }

    /// A tree made by hand, for the tests of the rules.
    #[must_use]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let texts: BTreeMap<String, String> =
            files.iter().map(|(path, text)| ((*path).to_string(), (*text).to_string())).collect();
        let paths = texts.keys().cloned().collect();
        Tree::new(texts, paths)
    }

    fn new(texts: BTreeMap<String, String>, paths: BTreeSet<String>) -> Tree {
        let rust = texts
            .iter()
            .filter(|(path, _)| has_ending(path, "rs"))
            .map(|(path, text)| (path.clone(), Source::read(path, text)))
            .collect();
        Tree { texts, paths, rust }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// A file, or a folder that holds one.
    pub fn exists(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty()
            || self.paths.contains(path)
            || self.paths.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder))
    }

    /// Text files whose name ends in `.ending`.
    pub fn with_ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts().filter(move |(path, _)| has_ending(path, ending))
    }

    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub fn rust(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.rust.iter().map(|(path, source)| (path.as_str(), source))
    }
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'))
}

fn from_git(root: &Path) -> Option<BTreeSet<String>> {
    let answer = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()?;
    let list = answer.status.success().then(|| String::from_utf8(answer.stdout).ok())??;
    Some(list.split('\0').filter(|path| !path.is_empty()).map(String::from).collect())
}

fn walk(root: &Path, below: &str, paths: &mut BTreeSet<String>) {
    let Ok(list) = fs::read_dir(root.join(below)) else { return };
    for entry in list.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == ".git" || name == "target" {
            continue;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_dir() {
            walk(root, &path, paths);
        } else {
            paths.insert(path);
        }
    }
}
