//! `cargo x new-module NAMA`: an empty drawer in the shape every module has.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// The drawer, file by file; `NAMA` is replaced everywhere.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("../drawer/Cargo.toml.txt")),
    ("README.md", include_str!("../drawer/README.md.txt")),
    ("src/lib.rs", include_str!("../drawer/lib.rs.txt")),
    ("src/rule.rs", include_str!("../drawer/rule.rs.txt")),
    ("src/store.rs", include_str!("../drawer/store.rs.txt")),
    ("src/page.rs", include_str!("../drawer/page.rs.txt")),
    ("src/view.rs", include_str!("../drawer/view.rs.txt")),
    ("src/tests.rs", include_str!("../drawer/tests.rs.txt")),
];

pub fn run(root: &Path, name: &str) -> Outcome {
    let folder = root.join("modules").join(name);
    write(&folder, name)?;
    println!("modules/{name} is there. Three lines make it part of the house:");
    println!("  Cargo.toml [workspace.dependencies]:  {name} = {{ path = \"modules/{name}\" }}");
    println!("  app/Cargo.toml [dependencies]:        {name}.workspace = true");
    println!("  app/src/modules.rs, in the list:      {name}::module(),");
    println!("Write `module` in lib.rs after a neighbour's: it lists what the drawer offers.");
    println!("Then name `modules/{name}` in ARCHITECTURE.md and fill README.md first.");
    Ok(())
}

fn write(folder: &Path, name: &str) -> Outcome {
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !plain {
        return Err(format!("\"{name}\": a module is named in small letters, digits and _"));
    }
    if folder.exists() {
        return Err(format!("{} exists already", folder.display()));
    }
    for (path, text) in FILES {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&file, text.replace("NAMA", name)))
            .map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{Tree, check};

    #[test]
    fn a_new_drawer_keeps_the_house_rules() {
        let texts: Vec<(String, String)> = FILES
            .iter()
            .map(|(path, text)| (format!("modules/contoh/{path}"), text.replace("NAMA", "contoh")))
            .collect();
        let files: Vec<(&str, &str)> = texts.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        let found: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{found:#?}");
    }

    #[test]
    fn names_that_are_no_folder_names_are_refused() {
        for name in ["Cuti", "../x", "cuti-besar", "", "1a"] {
            assert!(write(Path::new("nowhere"), name).is_err(), "{name}");
        }
    }
}
