//! Embeds the repository's pack, golden cases included: what a program was built with it trusts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where we are"));
    let pack = root.join("../../peraturan");
    let mut files = Vec::new();
    walk(&pack, &pack, &mut files);
    files.sort();
    let mut code = String::from("&[\n");
    for (name, path) in &files {
        writeln!(code, "    ({name:?}, include_str!({path:?})),").expect("writes to a string");
    }
    code.push(']');
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where to write"));
    std::fs::write(out.join("bundled.rs"), code).expect("the output folder can be written");
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the pack can be read").flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(root, &path, files);
            continue;
        }
        println!("cargo:rerun-if-changed={}", path.display());
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if matches!(kind, "toml" | "csv") {
            let name = path.strip_prefix(root).expect("inside the pack").to_string_lossy().replace('\\', "/");
            let whole = path.canonicalize().expect("exists");
            files.push((name, whole.to_string_lossy().into_owned()));
        }
    }
}
