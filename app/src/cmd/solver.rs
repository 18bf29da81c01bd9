//! `sinergi solver`: rounds as files, solved and checked. Reading, writing and the clock are here; the rest is in the
//! solver and in the checker, which share no code.

use crate::cli::Solver as Command;
use crate::cli::penempatan::{Periksa, Selesaikan};
use anyhow::{Context, Result, anyhow};
use solver::format::{Files, Instance};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Selesaikan(args) => solve(args),
        Command::Periksa(args) => check(args),
    }
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    std::fs::read(&path).with_context(|| format!("{} tidak terbaca", path.display()))
}

fn solve(args: &Selesaikan) -> Result<ExitCode> {
    let file = |name: &str| read(&args.masukan, name);
    let mut times: Vec<(&str, u64)> = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |times: &mut Vec<(&'static str, u64)>, what: &'static str| {
        times.push((what, u64::try_from(clock.elapsed().as_micros()).unwrap_or(u64::MAX)));
        clock = Instant::now();
    };
    let instance = Instance::read(Files {
        instance: file("instance.txt")?,
        positions: file("positions.csv")?,
        candidates: file("candidates.csv")?,
        units: file("units.csv")?,
        edges: file("edges.csv")?,
    })
    .map_err(|e| anyhow!("{e}"))?;
    lap(&mut times, "read");
    let answer = if args.batas_unit {
        let floors = instance.caps();
        let unmet = |why: solver::Unmet| anyhow!("{}", unmet(&why));
        let mut found = solver::solve_floored(&instance.problem, &floors).map_err(unmet)?;
        lap(&mut times, "solve");
        let order = instance.order();
        let settled = solver::settle_floored(&instance.problem, &floors, &found, &order).map_err(unmet)?;
        lap(&mut times, "ties");
        (found.matching, found.objective) = (settled.matching, settled.objective);
        instance.answer_capped(&found, &times)
    } else {
        let solution = solver::solve(&instance.problem).map_err(|why| anyhow!("{}", infeasible(&why)))?;
        lap(&mut times, "solve");
        let settled = solver::settle(&instance.problem, &solution, &instance.order());
        lap(&mut times, "ties");
        instance.answer(&solution, &settled, &times)
    };
    std::fs::create_dir_all(&args.keluaran)
        .with_context(|| format!("{} tidak dapat dibuat", args.keluaran.display()))?;
    let mut summary = answer.summary;
    if let Some(kib) = peak() {
        summary.extend_from_slice(format!("memory_kib={kib}\n").as_bytes());
    }
    for (name, bytes) in
        [("plan.csv", &answer.plan), ("certificate", &answer.certificate), ("summary.txt", &summary)]
    {
        let path = args.keluaran.join(name);
        std::fs::write(&path, bytes).with_context(|| format!("{} tidak dapat ditulis", path.display()))?;
    }
    crate::say::text(format_args!("{}", String::from_utf8_lossy(&summary)));
    Ok(ExitCode::SUCCESS)
}

fn unmet(why: &solver::Unmet) -> String {
    match why {
        solver::Unmet::Infeasible(why) => infeasible(why),
        solver::Unmet::Refused(_) => {
            "Bobot instance ini terlalu besar untuk dihitung dengan batas keluar unit. Jalankan tanpa --batas-unit.".into()
        }
        solver::Unmet::Floor { floor } => {
            format!("Tidak ditemukan rencana yang mematuhi max_out unit {floor} bersama batas unit lain. Longgarkan units.csv.")
        }
    }
}

fn infeasible(why: &solver::Infeasible) -> String {
    let (who, what) = match why.side {
        solver::Side::Left => ("calon yang wajib mendapat jabatan", "jabatan"),
        solver::Side::Right => ("jabatan yang wajib terisi", "calon"),
    };
    let list = |all: &[u32]| {
        const SHOWN: usize = 10;
        let shown: Vec<String> = all.iter().take(SHOWN).map(ToString::to_string).collect();
        let more = if all.len() > SHOWN { ", …" } else { "" };
        format!("{}{more}", shown.join(", "))
    };
    format!(
        "Tidak ada rencana yang memenuhi semua kewajiban: {} {who} ({}) bersama-sama hanya mempunyai {} {what} ({}).",
        why.vertices.len(),
        list(&why.vertices),
        why.partners.len(),
        list(&why.partners)
    )
}

/// Most memory this process ever held, in KiB; told by Linux only.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn check(args: &Periksa) -> Result<ExitCode> {
    let (input, result) = (|name: &str| read(&args.masukan, name), |name: &str| read(&args.hasil, name));
    let report = checker::check(&checker::Files {
        instance: &input("instance.txt")?,
        edges: &input("edges.csv")?,
        positions: &input("positions.csv")?,
        candidates: &input("candidates.csv")?,
        units: &input("units.csv")?,
        plan: &result("plan.csv")?,
        certificate: &result("certificate")?,
    });
    for check in &report.checks {
        match &check.failure {
            None => crate::out!("lulus  {}", check.name),
            Some(why) => crate::out!("GAGAL  {}: {why}", check.name),
        }
    }
    crate::out!("{}", report.order.sentence());
    crate::out!("{}", report.limits.sentence());
    let kept = !args.batas_unit || report.limits == checker::Limits::Kept;
    Ok(if report.is_published() && kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
