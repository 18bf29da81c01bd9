//! `sinergi kasus`: golden cases from any path; needs no data folder.

use super::paket;
use crate::cli::Kasus;
use crate::say::{self, Misuse};
use anyhow::{Result, bail};
use law::kasus::{self, Hasil, cover};
use std::process::ExitCode;

pub fn run(args: &Kasus) -> Result<ExitCode> {
    let pack = paket::load(args.paket.as_deref())?;
    let mut tables = Vec::new();
    for path in &args.jalur {
        if !path.exists() {
            bail!(Misuse(format!("{} tidak ada.", path.display())));
        }
        for (name, text) in paket::tables(path, path, &["csv"])? {
            let shown = if path.is_dir() { path.join(&name).display().to_string() } else { name };
            tables.push((shown, text));
        }
    }
    if args.jalur.is_empty() {
        let own = law::pack::BUNDLED.iter().filter(|f| f.0.starts_with("kasus/"));
        tables.extend(own.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    }
    if tables.is_empty() {
        bail!(Misuse("Tidak ada berkas CSV di jalur itu.".into()));
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
    let failed: Vec<&Hasil> = outcomes.iter().filter(|o| !o.beda.is_empty()).collect();
    let passed = outcomes.len() - failed.len();
    if args.json {
        let list: Vec<_> = failed
            .iter()
            .map(|o| {
                serde_json::json!({
                    "berkas": o.berkas, "baris": o.baris, "kasus": o.nama, "norma": o.norma, "beda": o.beda,
                })
            })
            .collect();
        let told = serde_json::json!({ "lulus": passed, "gagal": list, "tidak_terbaca": wrong });
        crate::out!("{told}");
    } else {
        for outcome in &failed {
            crate::out!(
                "GAGAL {} baris {}: {} ({})",
                outcome.berkas,
                outcome.baris,
                outcome.nama,
                outcome.norma
            );
            outcome.beda.iter().for_each(|line| crate::out!("      {line}"));
        }
        wrong.iter().for_each(|line| crate::out!("GAGAL {line}"));
        if args.rinci {
            for (kunci, c) in cover::cover(&pack, &cases, &outcomes).iter().filter(|(_, c)| c.kasus > 0) {
                crate::out!(
                    "{kunci:<44} {:>6} kasus, {:>5} lulus, {:>5} bukan, {:>5} tepi",
                    c.kasus,
                    c.lulus,
                    c.bukan,
                    c.tepi
                );
            }
        }
        let bad = failed.len() + wrong.len();
        crate::out!("{} lulus, {} gagal", say::angka(passed as u64), say::angka(bad as u64));
    }
    Ok(if failed.is_empty() && wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
