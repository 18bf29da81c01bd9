//! The written part of the house: links that lead somewhere, tables with sources,
//! no word of the machine it was written on.

use super::{Finding, Tree};

pub fn check(tree: &Tree, found: &mut Vec<Finding>) {
    links(tree, found);
    readme(tree, found);
    map(tree, found);
    tables(tree, found);
    machines(tree, found);
}

/// Every relative link of every page leads to a file of the repository.
fn links(tree: &Tree, found: &mut Vec<Finding>) {
    for (path, text) in tree.with_ending("md") {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut fenced = false;
        for (n, line) in text.lines().enumerate() {
            fenced ^= line.trim_start().starts_with("```");
            if fenced {
                continue;
            }
            for target in line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()) {
                let target = target.split('#').next().unwrap_or_default();
                let outside = target.is_empty() || target.contains("://") || target.starts_with("mailto:");
                if !outside && !tree.exists(&resolve(folder, target)) {
                    found.push(Finding::error(path, n + 1, format!("the link leads nowhere: {target}")));
                }
            }
        }
    }
}

fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Two commands are all a newcomer needs; both stand in the README.
fn readme(tree: &Tree, found: &mut Vec<Finding>) {
    let Some(text) = tree.text("README.md") else { return };
    for command in ["cargo run --release -- demo", "cargo x test"] {
        if !text.contains(command) {
            found.push(Finding::error("README.md", 0, format!("the command is missing: {command}")));
        }
    }
}

/// The code map names every crate, so that it cannot fall behind.
fn map(tree: &Tree, found: &mut Vec<Finding>) {
    const MAP: &str = "ARCHITECTURE.md";
    let Some(text) = tree.text(MAP) else { return };
    let folders = tree.with_ending("toml").filter_map(|(path, _)| path.strip_suffix("/Cargo.toml"));
    for folder in folders.filter(|folder| !text.contains(&format!("`{folder}`"))) {
        found.push(Finding::error(MAP, 0, format!("the code map does not name `{folder}`")));
    }
}

/// A number of the law without its source is a rumour.
fn tables(tree: &Tree, found: &mut Vec<Finding>) {
    for (path, text) in tree.with_ending("csv") {
        // Tables of one act inherit source and certainty from its head, and the loader sees to it.
        if !path.starts_with("peraturan/tabel/") {
            continue;
        }
        let comment = text.lines().take_while(|line| line.starts_with('#'));
        let cited = comment.filter(|line| line.to_lowercase().contains("sumber")).count() > 0;
        let header = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
        let has = |column: &str| header.split(',').any(|cell| cell.trim().trim_matches('"') == column);
        let columns = has("sumber") && has("kepastian");
        if !cited && !columns {
            let message =
                "a table carries the columns sumber and kepastian, or a head comment \"# sumber: …\"";
            found.push(Finding::error(path, 1, message));
        }
    }
}

/// Folders of one person's machine and addresses of package registries.
fn machines(tree: &Tree, found: &mut Vec<Finding>) {
    // Put together here, so that this file does not find itself.
    let folders = ["work", "root", "home", "Users"].map(|name| format!("/{name}/"));
    let hosts = [["crates", "io"], ["npmjs", "org"], ["pypi", "org"]].map(|words| words.join("."));
    for (path, text) in tree.texts().filter(|(path, _)| *path != "Cargo.lock") {
        for (n, line) in text.lines().enumerate() {
            if let Some(folder) = folders.iter().find(|folder| starts_a_path(line, folder)) {
                found.push(Finding::error(path, n + 1, format!("a path of one machine: {folder}")));
            }
            if let Some(host) = hosts.iter().find(|host| line.contains(host.as_str())) {
                found.push(Finding::error(path, n + 1, format!("a host of a package registry: {host}")));
            }
        }
    }
}

/// A folder at the root stands for itself; one inside another path does not.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | '/' | '~'))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{errors, one};

    #[test]
    fn links_lead_somewhere() {
        let good = "see [a](b.md#part), [up](../README.md), [out](https://example.org/x), [f](./)\n```\n[x](no.md)\n```\n";
        let files = [
            ("docs/a.md", good),
            ("docs/b.md", ""),
            ("README.md", "cargo run --release -- demo cargo x test"),
        ];
        assert!(errors(&files).is_empty(), "{:?}", errors(&files));
        one(&[("docs/a.md", "\n![x](gambar/y.png)")], "docs/a.md:2", "gambar/y.png");
    }

    #[test]
    fn the_readme_names_both_commands() {
        one(&[("README.md", "cargo x test")], "README.md:0", "demo");
    }

    #[test]
    fn the_map_names_every_crate() {
        let manifest = ("base/kernel/Cargo.toml", "[package]\nname = \"kernel\"\n");
        one(&[("ARCHITECTURE.md", "`base`"), manifest], "ARCHITECTURE.md:0", "base/kernel");
        assert!(errors(&[("ARCHITECTURE.md", "`base/kernel`"), manifest]).is_empty());
    }

    #[test]
    fn tables_of_the_law_carry_their_source() {
        let path = "peraturan/tabel/golongan.csv";
        one(&[(path, "kode,nama\n")], path, "sumber");
        assert!(errors(&[(path, "kode,nama,sumber,kepastian\n")]).is_empty());
        assert!(errors(&[(path, "# sumber: PP 11/2017 pasal 46\nkode,nama\n")]).is_empty());
        assert!(errors(&[("demo/a.csv", "kode,nama\n")]).is_empty());
    }

    #[test]
    fn no_path_of_a_machine_and_no_registry() {
        for (folder, found) in [("home", true), ("work", true), ("docs", false)] {
            let text = format!("see \"/{folder}/a/b\"\n");
            assert_eq!(errors(&[("a.md", &text)]).len(), usize::from(found), "{folder}");
        }
        let inside = format!("see docs/{}/a", "work");
        assert!(errors(&[("a.txt", &inside)]).is_empty());
        one(&[("a.toml", &["crates", "io"].join("."))], "a.toml:1", "registry");
    }
}
