//! How much the golden cases notice: score and survivors for the bundled pack, or with
//! `--paket FOLDER` for the pack of that folder; names of acts after it measure those acts alone.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (folder, hanya) = match args.as_slice() {
        [flag, folder, acts @ ..] if flag == "--paket" => (Some(folder), acts),
        acts => (None, acts),
    };
    let files = match folder {
        Some(folder) => {
            let mut files = Vec::new();
            match walk(Path::new(folder), Path::new(folder), &mut files) {
                Ok(()) => files,
                Err(error) => {
                    eprintln!("{folder}: {error}");
                    return ExitCode::FAILURE;
                }
            }
        }
        None => law::pack::BUNDLED.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect(),
    };
    let tables: Vec<(String, String)> = files.iter().filter(|f| f.0.starts_with("kasus/")).cloned().collect();
    let laporan = match law::mutasi::ukur(&files, &tables, hanya) {
        Ok(laporan) => laporan,
        Err(wrong) => {
            wrong.iter().for_each(|line| eprintln!("{line}"));
            return ExitCode::FAILURE;
        }
    };
    for mutan in &laporan.hidup {
        println!("HIDUP {} baris {}: {}", mutan.berkas, mutan.baris, mutan.apa);
    }
    println!(
        "{} mutan, {} ketahuan ({} %), {} hidup; {} ditolak pemuat, {} baris tabel panjang dilewati",
        laporan.mutan,
        laporan.mati,
        laporan.persen(),
        laporan.hidup.len(),
        laporan.ditolak,
        laporan.dilewati
    );
    ExitCode::SUCCESS
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if path.extension().is_some_and(|e| e == "toml" || e == "csv") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
