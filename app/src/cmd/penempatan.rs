//! `sinergi penempatan`: bundles of placement rounds checked, without a node.

use crate::cli::Penempatan as Command;
use anyhow::{Context, Result};
use std::process::ExitCode;

pub fn run(command: &Command) -> Result<ExitCode> {
    let Command::Verifikasi(args) = command;
    let bytes =
        std::fs::read(&args.bundel).with_context(|| format!("{} tidak terbaca", args.bundel.display()))?;
    let checks = penempatan::bundel::periksa(&bytes);
    for check in &checks {
        let word = if check.lulus { "lulus" } else { "GAGAL" };
        crate::out!("{word}  {}: {}", check.nama, check.kalimat);
    }
    let holds = checks.iter().all(|check| check.lulus);
    let told = if holds {
        "Bundel lulus: rencana ini mengikuti masukannya, dan tidak ada yang lebih baik daripada yang dibuktikan di atas."
    } else {
        "Bundel tidak lulus. Jangan pakai rencana ini; minta bundel yang asli kepada pemilik rencana."
    };
    crate::out!("{told}");
    crate::out!("SHA-256: {}", penempatan::rule::sidik(&bytes));
    crate::out!(
        "Samakan dengan sidik pada halaman rencana atau /penempatan/periksa: hanya itu yang menjawab apakah bundel ini yang diterbitkan."
    );
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
