//! Measurements of the built program beside their targets: `cargo x bench`, or
//! `cargo run --release -p sinergi --bin ukur -- [all|impor|xlsx|simpan|ekspor|daftar|pegawai|catat|cadangan|fold|surat|indikator|rakor|penempatan|diam|berat]
//! [--baris 100000] [--pg URL]`. What the figures mean stands in `docs/ukuran.md`.
//!
//! Files come from the demo, commands run as processes of their own, pages come over HTTP from a
//! served node. These are measurements, not tests: a missed target is printed, not a failure.

mod berkas;
mod browser;
mod cadangan;
mod catat;
mod fold;
mod halaman;
mod indikator;
mod laporan;
mod penempatan;
mod process;
mod rakor;
mod report;
mod surat;

use anyhow::{Context, Result, bail};
use report::Report;
use std::path::{Path, PathBuf};

/// The allocator of the program: what is measured inside this process should meet the same one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const WORDS: [&str; 17] = [
    "impor",
    "xlsx",
    "simpan",
    "ekspor",
    "daftar",
    "pegawai",
    "catat",
    "cadangan",
    "fold",
    "statistik",
    "duk",
    "surat",
    "indikator",
    "rakor",
    "penempatan",
    "diam",
    "berat",
];

/// What to measure and where the files of this run are.
pub struct Bench {
    rows: usize,
    wanted: Vec<String>,
    pg: Option<String>,
    program: PathBuf,
    folder: PathBuf,
    pub report: Report,
}

impl Bench {
    pub fn wants(&self, word: &str) -> bool {
        self.wanted.iter().any(|w| w == word || w == "all")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    // A child of our own: reads a workbook as calamine does and nothing more.
    if let [step, path] = args.as_slice()
        && step == berkas::BARE
    {
        return berkas::bare(Path::new(path));
    }
    let mut bench = read(args)?;
    bench.report.head();
    berkas::measure(&mut bench)?;
    halaman::measure(&mut bench)?;
    if bench.wants("fold") {
        fold::measure(&mut bench.report);
    }
    laporan::measure(&mut bench)?;
    if bench.wants("surat") {
        surat::measure(&mut bench.report)?;
    }
    indikator::measure(&mut bench)?;
    rakor::measure(&mut bench)?;
    penempatan::measure(&mut bench)?;
    Ok(())
}

fn read(args: Vec<String>) -> Result<Bench> {
    let (mut rows, mut wanted, mut pg) = (100_000, Vec::new(), None);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} perlu nilai"));
        match arg.as_str() {
            "--baris" => rows = value()?.parse().context("--baris: bukan angka")?,
            "--pg" => pg = Some(value()?),
            word if word == "all" || WORDS.contains(&word) => wanted.push(arg),
            _ => bail!("ukur [all|{}] [--baris 100000] [--pg URL]", WORDS.join("|")),
        }
    }
    if wanted.is_empty() {
        wanted.push("all".into());
    }
    let folder = std::env::temp_dir().join(format!("ukur-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let program = process::program()?;
    Ok(Bench { rows, wanted, pg, program, folder, report: Report::new(rows) })
}
