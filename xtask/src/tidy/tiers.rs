//! Who may import whom. The arrows are read from the manifests and from the source.

use super::source::has_head;
use super::{Finding, Tree};

/// A crate of ours: its name and the folder that holds its manifest.
struct Crate<'a> {
    name: String,
    folder: &'a str,
    manifest: &'a str,
}

/// Third-party names that would carry a tier beyond its work.
const DATABASE: &[&str] = &["rusqlite", "postgres", "tokio-postgres"];
const PAGES: &[&str] = &["maud", "axum", "http", "tower"];

/// What a crate in `folder` may import of ours, and what it must not import of others.
/// `None` means the tier is unknown and has to be written here first.
fn allowed(folder: &str) -> Option<(&'static [&'static str], Vec<&'static str>)> {
    let pure = || [DATABASE, PAGES, &["tokio", "getrandom", "tracing"]].concat();
    Some(match folder {
        "base/kernel" | "base/sheet" | "base/solver" | "base/checker" => (&[], pure()),
        "base/law" | "base/naskah_dinas" => (&["kernel"], pure()),
        "base/document" => (&["kernel", "naskah_dinas"], pure()),
        "base/store" => (&["kernel"], PAGES.to_vec()),
        "base/web" => (&["kernel", "law"], DATABASE.to_vec()),
        "base/host" => (&["web", "store", "law", "naskah_dinas", "kernel"], DATABASE.to_vec()),
        "demo" => (&["kernel", "sheet", "store"], PAGES.to_vec()),
        "xtask" | "tests/browser" => (&[], DATABASE.to_vec()),
        "app" => (&["*"], DATABASE.to_vec()),
        _ if folder.starts_with("modules/") => (
            &["kernel", "sheet", "law", "naskah_dinas", "solver", "checker", "store", "web", "host"],
            [DATABASE, &["tokio"]].concat(),
        ),
        _ => return None,
    })
}

pub fn check(tree: &Tree, found: &mut Vec<Finding>) {
    let crates: Vec<Crate> = tree
        .with_ending("toml")
        .filter_map(|(path, manifest)| {
            let folder = path.strip_suffix("/Cargo.toml")?;
            Some(Crate { name: package_name(manifest)?, folder, manifest })
        })
        .collect();
    for one in &crates {
        edges(one, &crates, found);
    }
    neighbours(tree, &crates, found);
    rules(tree, found);
}

fn edges(one: &Crate, crates: &[Crate], found: &mut Vec<Finding>) {
    let file = format!("{}/Cargo.toml", one.folder);
    let Some((ours, others)) = allowed(one.folder) else {
        let message =
            "no tier is written for this crate; add it to xtask/src/tidy/tiers.rs and ARCHITECTURE.md";
        found.push(Finding::error(&file, 0, message));
        return;
    };
    for (line, name, dev) in dependencies(one.manifest) {
        let is_ours = crates.iter().any(|other| other.name == name);
        // The people of the demo are everybody's test data, and a second opinion may be asked in any test.
        let test_data = dev && matches!(name, "demo" | "checker");
        if is_ours && !test_data && !ours.contains(&"*") && !ours.contains(&name) {
            found.push(Finding::error(&file, line, format!("{} may not import {name}", one.name)));
        }
        // Tests may hold tools the shipped crate must not.
        if !is_ours && !dev && others.contains(&name) {
            found.push(Finding::error(&file, line, format!("{name} does not belong in {}", one.name)));
        }
    }
}

/// No module says the name of another, and no base crate the name of any module.
fn neighbours(tree: &Tree, crates: &[Crate], found: &mut Vec<Finding>) {
    let modules: Vec<&str> =
        crates.iter().filter(|c| c.folder.starts_with("modules/")).map(|c| c.name.as_str()).collect();
    for (path, source) in tree.rust() {
        if !path.starts_with("modules/") && !path.starts_with("base/") {
            continue;
        }
        for name in modules.iter().filter(|name| !path.starts_with(&format!("modules/{name}/"))) {
            for (line, code) in source.numbered() {
                if has_head(code, &format!("{name}::")) || has_head(code, &format!("extern crate {name}")) {
                    let message = format!("names the module {name}; modules meet in the register only");
                    found.push(Finding::error(path, line, message));
                }
            }
        }
    }
}

/// A rule decides from plain values: the kernel, the law and the standard library.
fn rules(tree: &Tree, found: &mut Vec<Finding>) {
    const FOREIGN: &[&str] =
        &["store::", "web::", "host::", "sheet::", "maud::", "axum::", "rusqlite::", "postgres::", "tokio::"];
    const SIBLINGS: &[&str] = &["crate::store", "crate::page", "crate::view", "crate::api"];
    for (path, source) in tree.rust() {
        let is_rule = path.starts_with("modules/") && (path.ends_with("/rule.rs") || path.contains("/rule/"));
        if !is_rule {
            continue;
        }
        for (line, code) in source.shipped() {
            for word in FOREIGN.iter().filter(|word| has_head(code, word)) {
                let name = word.trim_end_matches(':');
                found.push(Finding::error(path, line, format!("a rule uses the kernel only, not {name}")));
            }
            for word in SIBLINGS.iter().filter(|word| has_head(code, word)) {
                found.push(Finding::error(
                    path,
                    line,
                    format!("a rule is called by others, it never calls {word}"),
                ));
            }
        }
    }
}

fn package_name(manifest: &str) -> Option<String> {
    let mut inside = false;
    manifest.lines().find_map(|line| {
        let line = line.trim();
        if line.starts_with('[') {
            inside = line == "[package]";
        }
        let value = line.strip_prefix("name")?.trim_start().strip_prefix('=')?;
        inside.then(|| value.trim().trim_matches('"').to_string())
    })
}

/// Line, name and whether it is for tests, of every dependency table.
fn dependencies(manifest: &str) -> Vec<(usize, &str, bool)> {
    let mut section = "";
    let mut list = Vec::new();
    for (n, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            // `[dependencies.kernel]` is the long form of one entry.
            if let Some((table, name)) = section.rsplit_once('.')
                && table.ends_with("dependencies")
            {
                list.push((n + 1, name, table.contains("dev-")));
            }
            continue;
        }
        if !section.ends_with("dependencies") || line.is_empty() || line.starts_with('#') {
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        list.push((n + 1, name.trim_matches('"'), section.contains("dev-")));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::super::tests::{errors, one};

    fn manifest(name: &str, uses: &str) -> String {
        format!("[package]\nname = \"{name}\"\n[dependencies]\n{uses}\n")
    }

    #[test]
    fn arrows_point_down_only() {
        let kernel = manifest("kernel", "jiff.workspace = true");
        let store = manifest("store", "kernel.workspace = true\nrusqlite = \"1\"");
        let web = manifest("web", "kernel.workspace = true\nmaud = \"1\"");
        let good = [
            ("base/kernel/Cargo.toml", kernel.as_str()),
            ("base/store/Cargo.toml", &store),
            ("base/web/Cargo.toml", &web),
        ];
        assert!(errors(&good).is_empty(), "{:?}", errors(&good));
        let bad = manifest("web", "store.workspace = true");
        one(
            &[good[0], good[1], ("base/web/Cargo.toml", &bad)],
            "base/web/Cargo.toml:4",
            "web may not import store",
        );
        let long = "[package]\nname = \"web\"\n[dependencies.store]\nworkspace = true\n";
        one(
            &[good[0], good[1], ("base/web/Cargo.toml", long)],
            "base/web/Cargo.toml:3",
            "may not import store",
        );
    }

    #[test]
    fn the_kernel_takes_none_of_ours_and_no_engine() {
        let sheet = manifest("sheet", "");
        one(
            &[
                ("base/sheet/Cargo.toml", &sheet),
                ("base/kernel/Cargo.toml", &manifest("kernel", "sheet.workspace = true")),
            ],
            "base/kernel/Cargo.toml:4",
            "kernel may not import sheet",
        );
        one(
            &[("base/kernel/Cargo.toml", &manifest("kernel", "rusqlite = \"1\""))],
            "base/kernel/Cargo.toml:4",
            "rusqlite does not belong in kernel",
        );
    }

    #[test]
    fn modules_do_not_import_or_name_each_other() {
        let impor = manifest("impor", "");
        let jurnal = manifest("jurnal", "");
        let both = [("modules/impor/Cargo.toml", impor.as_str()), ("modules/jurnal/Cargo.toml", &jurnal)];
        let arrow = manifest("jurnal", "impor.workspace = true");
        one(
            &[both[0], ("modules/jurnal/Cargo.toml", &arrow)],
            "modules/jurnal/Cargo.toml:4",
            "jurnal may not import impor",
        );
        let named = ("modules/jurnal/src/page.rs", "use impor::rule::Draft;\n");
        one(&[both[0], both[1], named], "modules/jurnal/src/page.rs:1", "names the module impor");
        let own = ("modules/jurnal/src/page.rs", "use store::jurnal::Entry; // impor::x\n");
        assert!(errors(&[both[0], both[1], own]).is_empty());
    }

    #[test]
    fn a_new_crate_needs_a_tier() {
        one(&[("base/pos/Cargo.toml", &manifest("pos", ""))], "base/pos/Cargo.toml:0", "no tier is written");
    }

    #[test]
    fn a_rule_is_pure() {
        one(
            &[("modules/a/src/rule.rs", "use kernel::Date;\nuse store::Db;\n")],
            "modules/a/src/rule.rs:2",
            "not store",
        );
        one(
            &[("modules/a/src/rule/b.rs", "use crate::page::x;\n")],
            "modules/a/src/rule/b.rs:1",
            "never calls crate::page",
        );
        assert!(
            errors(&[("modules/a/src/rule.rs", "use kernel::{Date, store_of};\nuse std::fmt;\n")]).is_empty()
        );
    }
}
