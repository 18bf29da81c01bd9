//! Length of files and the first words of a crate.

use super::{Finding, Tree};

const LOOK_TWICE: usize = 400;
const ASK_WHY: usize = 600;
/// How far down the head of a file reaches.
const HEAD: usize = 20;

pub fn check(tree: &Tree, found: &mut Vec<Finding>) {
    for ending in ["rs", "css", "js"] {
        for (path, text) in tree.with_ending(ending) {
            length(path, text, found);
        }
    }
    for (path, text) in tree.with_ending("rs") {
        let is_crate = path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs");
        if is_crate && !text.trim_start().starts_with("//!") {
            found.push(Finding::error(path, 1, "say in //! what this crate is and what it never does"));
        }
    }
    let manifests = tree.with_ending("toml").filter_map(|(path, _)| path.strip_suffix("/Cargo.toml"));
    for folder in manifests.filter(|folder| folder.starts_with("modules/") || folder.starts_with("base/")) {
        if !tree.exists(&format!("{folder}/README.md")) {
            found.push(Finding::note(folder, 0, "a README says what it is and what is not modelled yet"));
        }
    }
}

fn length(path: &str, text: &str, found: &mut Vec<Finding>) {
    let lines = text.lines().count();
    let reason = text.lines().take(HEAD).any(|line| line.contains("Panjang: "));
    if lines > ASK_WHY && !reason {
        let message = format!("{lines} lines; split it, or say why in one line at the head: // Panjang: …");
        found.push(Finding::error(path, lines, message));
    } else if lines > LOOK_TWICE {
        found.push(Finding::note(path, lines, format!("{lines} lines; look twice")));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{errors, one};
    use super::*;

    #[test]
    fn a_long_file_needs_a_reason() {
        let long = "//! A crate.\n".to_string() + &"fn a() {}\n".repeat(ASK_WHY);
        one(&[("app/src/long.rs", &long)], "app/src/long.rs:601", "601 lines");
        let excused = format!("// Panjang: one flat table.\n{long}");
        assert!(errors(&[("app/src/long.rs", &excused)]).is_empty());
    }

    #[test]
    fn between_the_fences_is_a_note() {
        let mut found = Vec::new();
        length("a.rs", &"x\n".repeat(LOOK_TWICE + 1), &mut found);
        assert!(found.len() == 1 && found[0].note, "{found:?}");
    }

    #[test]
    fn a_crate_says_what_it_is() {
        one(&[("base/web/src/lib.rs", "pub mod a;\n")], "base/web/src/lib.rs:1", "what this crate is");
        assert!(errors(&[("base/web/src/lib.rs", "//! Pages.\n")]).is_empty());
    }
}
