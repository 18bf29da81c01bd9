//! `cargo x kasus`: every golden case of the repository against its pack, and which norms lack some.
//! With paths, those tables; with `--paket FOLDER`, against the pack of that folder.

use law::Pack;
use law::kasus::{self, cover};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(wrong) => {
            wrong.iter().for_each(|line| eprintln!("{line}"));
            eprintln!("{} kesalahan; paket atau kasus ditolak seluruhnya.", wrong.len());
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Vec<String>> {
    let mut paths = Vec::new();
    let mut folder = None;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--paket" {
            folder = args.next().map(PathBuf::from)
        } else {
            paths.push(PathBuf::from(arg))
        }
    }
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    let files = match &folder {
        Some(folder) => read(folder, folder)?,
        None => law::pack::BUNDLED.iter().map(owned).collect(),
    };
    let pack = Pack::load(&files)?;
    let mut tables: Vec<(String, String)> = files.into_iter().filter(|f| f.0.starts_with("kasus/")).collect();
    if !paths.is_empty() {
        tables.clear();
        for path in &paths {
            tables.extend(read(path, path)?);
        }
    }
    let (mut cases, mut outcomes, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for (name, text) in &tables {
        match kasus::read(&pack, name, text) {
            Ok(list) => {
                outcomes.extend(list.iter().map(|case| kasus::run(&pack, name, case)));
                cases.extend(list);
            }
            Err(more) => wrong.extend(more),
        }
    }
    let failed: Vec<_> = outcomes.iter().filter(|o| !o.beda.is_empty()).collect();
    for outcome in &failed {
        println!("GAGAL {} baris {}: {} ({})", outcome.berkas, outcome.baris, outcome.nama, outcome.norma);
        outcome.beda.iter().for_each(|line| println!("      {line}"));
    }
    wrong.iter().for_each(|line| println!("GAGAL {line}"));
    let mut complete = true;
    let all = cover::cover(&pack, &cases, &outcomes);
    println!("{:<44} {:>6} {:>6} {:>6} {:>6}", "norma", "kasus", "lulus", "bukan", "tepi");
    for (kunci, cover) in all.iter().filter(|(_, c)| paths.is_empty() || c.kasus > 0) {
        let missing = cover.missing();
        complete &= missing.is_empty();
        let told =
            if missing.is_empty() { String::new() } else { format!("  belum ada {}", missing.join(", ")) };
        println!(
            "{kunci:<44} {:>6} {:>6} {:>6} {:>6}{told}",
            cover.kasus, cover.lulus, cover.bukan, cover.tepi
        );
    }
    println!("{} lulus, {} gagal", cases.len() - failed.len(), failed.len() + wrong.len());
    Ok(failed.is_empty() && wrong.is_empty() && complete)
}

fn read(root: &Path, path: &Path) -> Result<Vec<(String, String)>, Vec<String>> {
    let told = |e: std::io::Error| vec![format!("{}: {e}", path.display())];
    if path.is_file() {
        let name = path.strip_prefix(root).ok().filter(|p| !p.as_os_str().is_empty()).unwrap_or(path);
        let text = std::fs::read_to_string(path).map_err(told)?;
        return Ok(vec![(name.to_string_lossy().into_owned(), text)]);
    }
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(path).map_err(told)?.flatten().map(|e| e.path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let wanted = entry.is_dir() || entry.extension().is_some_and(|e| e == "toml" || e == "csv");
        if wanted {
            files.extend(read(root, &entry)?);
        }
    }
    Ok(files)
}
