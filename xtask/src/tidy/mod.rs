//! The house rules as a test. Each rule reads text and returns findings;
//! a finding names the place and says what to do.
//!
//! Reading order: `tree` (what is looked at), `source` (Rust without comments and
//! literals), then the rules: `tiers`, `purity`, `words`, `shape`, `paper`.

mod paper;
mod purity;
mod shape;
mod source;
mod tiers;
mod tree;
mod words;

use std::fmt;
use std::path::Path;

use crate::Outcome;
pub use tree::Tree;

/// Something a rule does not like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub file: String,
    /// 1-based; 0 when the whole file is meant.
    pub line: usize,
    pub message: String,
    /// A note is worth reading and stops nothing.
    pub note: bool,
}

impl Finding {
    fn error(file: &str, line: usize, message: impl Into<String>) -> Self {
        Finding { file: file.into(), line, message: message.into(), note: false }
    }

    fn note(file: &str, line: usize, message: impl Into<String>) -> Self {
        Finding { note: true, ..Finding::error(file, line, message) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let kind = if self.note { "note: " } else { "" };
        write!(f, "{}:{}: {kind}{}", self.file, self.line, self.message)
    }
}

/// Every rule over one tree, errors first.
#[must_use]
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    tiers::check(tree, &mut found);
    purity::check(tree, &mut found);
    words::check(tree, &mut found);
    shape::check(tree, &mut found);
    paper::check(tree, &mut found);
    found.sort_by(|a, b| (a.note, &a.file, a.line).cmp(&(b.note, &b.file, b.line)));
    found
}

pub fn run(root: &Path) -> Outcome {
    let tree = Tree::load(root)?;
    let found = check(&tree);
    for finding in &found {
        println!("{finding}");
    }
    let errors = found.iter().filter(|finding| !finding.note).count();
    println!("tidy: {} files, {errors} errors, {} notes", tree.len(), found.len() - errors);
    if errors == 0 { Ok(()) } else { Err(format!("tidy found {errors} errors")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The one caller of the rules under test: text in, messages out.
    pub fn errors(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).into_iter().filter(|f| !f.note).map(|f| f.to_string()).collect()
    }

    /// Exactly one finding, at this place, with these words.
    pub fn one(files: &[(&str, &str)], place: &str, words: &str) {
        let found = errors(files);
        assert!(
            found.len() == 1 && found[0].starts_with(place) && found[0].contains(words),
            "expected one finding at {place} with \"{words}\", found {found:#?}"
        );
    }

    #[test]
    fn this_repository_keeps_its_own_rules() {
        let tree = Tree::load(&crate::root()).expect("the repository can be read");
        let found: Vec<_> = check(&tree).into_iter().filter(|f| !f.note).collect();
        let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{}", lines.join("\n"));
    }

    #[test]
    fn an_empty_tree_is_clean() {
        assert!(errors(&[]).is_empty());
    }
}
