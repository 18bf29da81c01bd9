//! Every indicator of every instansi of a demo province, a past quarter read and counted again, the dashboard.

use crate::Bench;
use crate::catat;
use crate::halaman::{Load, open, sign_in};
use crate::process::{self, Server};
use anyhow::{Context, Result, bail, ensure};
use kernel::PegawaiId;
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Best of so many.
const TIMES: usize = 3;

pub fn measure(bench: &mut Bench) -> Result<()> {
    if !bench.wants("indikator") {
        return Ok(());
    }
    let data = bench.path("indikator").display().to_string();
    let rows = bench.rows.to_string();
    let mut demo = Command::new(&bench.program);
    process::run(demo.args(["demo", "--hanya-data", "--pegawai", &rows, "--data", &data]))?;
    let now = count(bench, &data, &[])?;
    let past = count(bench, &data, &["--berlaku", "30-06-2026"])?;
    let millis = |value: &Value, key: &str| value[key].as_f64().unwrap_or(0.0) / 1e3;
    let instansi = now["instansi"].as_array().map_or(0, |list| list.len().saturating_sub(1));
    let name = format!("indikator: {instansi} instansi, {} orang", now["orang"]);
    let took = millis(&now, "mikrodetik");
    bench.report.line(&name, &format!("jam {took:.0} ms"), "≤ 300 ms", Some(took <= 300.0));
    let (read, counted) = (millis(&past, "mikrodetik_register"), millis(&past, "mikrodetik"));
    let figure = format!("jam {:.0} ms: membaca {read:.0}, menghitung {counted:.0}", read + counted);
    bench.report.line("indikator: triwulan lalu, dari nol", &figure, "", None);
    served(bench, Path::new(&data))
}

/// A day that is over, as the bar of dates asks for it.
const QUARTER: &str = "/dasbor?berlaku=30-06-2026";

/// The same through pages of a node that serves: the quarter is asked for, something is recorded, and the
/// quarter is asked for again, so that it must be worked out anew.
fn served(bench: &mut Bench, data: &Path) -> Result<()> {
    let cookie = sign_in(data)?;
    let people = own(data)?;
    let server = Server::start(&bench.program, data)?;
    let mut load = Load { bench, server: &server, cookie };
    load.line("dasbor: semua instansi", &["/dasbor".to_owned()], 400, 20.0)?;
    let csrf = catat::token(&load, people[0].0)?;
    let mut browser = load.browser()?;
    ensure!(browser.get(QUARTER)?.status == 200, "{QUARTER}");
    let mut best = (f64::MAX, 0.0);
    for (id, heads) in people.iter().take(TIMES) {
        catat::record(&mut browser, &csrf, *id, *heads, 0)?;
        ensure!(browser.get("/pegawai")?.status == 200, "/pegawai");
        let (start, before) = (Instant::now(), server.cpu());
        ensure!(browser.get(QUARTER)?.status == 200, "{QUARTER}");
        let took = start.elapsed().as_secs_f64() * 1e3;
        if took < best.0 {
            best = (took, (server.cpu() - before) * 1e3);
        }
    }
    let (wall, cpu) = best;
    let figure = format!("jam {wall:.0} ms, inti {cpu:.0} ms, sesudah satu SK dicatat");
    let reached = Some(wall.min(cpu) <= 500.0);
    load.bench.report.line("indikator: triwulan lalu dihitung ulang", &figure, "≤ 500 ms", reached);
    Ok(())
}

/// People of the first government with how many entries speak of each.
fn own(data: &Path) -> Result<Vec<(PegawaiId, usize)>> {
    let mut conn = open(data)?.connect()?;
    let owner = store::node::tenants(&mut conn)?.into_iter().next().context("simpul tanpa instansi")?.id;
    let mut found = Vec::new();
    store::people::each_ledger(&mut conn, |people| {
        if found.len() < TIMES {
            let own = people.into_iter().filter(|p| p.instansi == owner);
            found.extend(own.map(|p| (p.id, p.ledger().heads().len())));
        }
        Ok(())
    })?;
    Ok(found)
}

fn count(bench: &Bench, data: &str, more: &[&str]) -> Result<Value> {
    let mut best: Option<Value> = None;
    for _ in 0..TIMES {
        let mut command = Command::new(&bench.program);
        let output = command.args(["indikator", "hitung", "--json", "--data", data]).args(more).output()?;
        if !output.status.success() {
            bail!("indikator hitung: {}", String::from_utf8_lossy(&output.stderr));
        }
        let found: Value = serde_json::from_slice(&output.stdout).context("keluaran indikator hitung")?;
        let time = |value: &Value| value["mikrodetik"].as_u64();
        if best.as_ref().is_none_or(|before| time(&found) < time(before)) {
            best = Some(found);
        }
    }
    best.context("tidak ada yang diukur")
}
