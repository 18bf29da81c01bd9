//! A backup while people work: how long it takes, and what it costs those who are reading meanwhile.

use crate::browser::Browser;
use crate::halaman::Load;
use crate::process;
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// People reading at once.
const READERS: usize = 2;
/// How long they read undisturbed.
const QUIET: Duration = Duration::from_secs(5);
/// A reader looks before the next page is asked for.
const LOOK: Duration = Duration::from_millis(20);

pub fn measure(load: &mut Load<'_>, data: &Path) -> Result<()> {
    let (file, target) = (load.bench.folder.join("ukur.cadangan"), load.bench.folder.join("pulih"));
    let quiet = reading(load, || {
        std::thread::sleep(QUIET);
        Ok(())
    })?;
    let mut cost = process::Cost::default();
    let busy = reading(load, || {
        let mut command = Command::new(&load.bench.program);
        command.args(["cadangan", "buat"]).arg(&file).args(["--json", "--data"]).arg(data);
        cost = process::run(&mut command)?;
        Ok(())
    })?;
    let report = &load.bench.report;
    let size = std::fs::metadata(&file)?.len() as f64 / 1e6;
    let figure =
        format!("jam {:.1} s, inti {:.1} s, puncak {:.0} MB, {size:.0} MB", cost.wall, cost.cpu, cost.peak);
    report.line("cadangan selagi melayani", &figure, "≤ 20 s", Some(process_within(&cost, 20.0)));
    let figure = format!("p99 {busy:.1} ms; tanpa cadangan {quiet:.1} ms");
    report.line("halaman selagi dicadangkan", &figure, "p99 ≤ 3 × biasa", Some(busy <= quiet * 3.0));

    let mut check = Command::new(&load.bench.program);
    let checked = process::run(check.args(["cadangan", "periksa"]).arg(&file))?;
    let figure =
        format!("jam {:.1} s, inti {:.1} s, puncak {:.0} MB", checked.wall, checked.cpu, checked.peak);
    report.line("cadangan periksa", &figure, "-", None);
    let mut restore = Command::new(&load.bench.program);
    let restored =
        process::run(restore.args(["cadangan", "pulihkan"]).arg(&file).arg("--data").arg(&target))?;
    let figure =
        format!("jam {:.1} s, inti {:.1} s, puncak {:.0} MB", restored.wall, restored.cpu, restored.peak);
    report.line("cadangan pulihkan", &figure, "≤ 600 s", Some(process_within(&restored, 600.0)));
    Ok(())
}

fn process_within(cost: &process::Cost, limit: f64) -> bool {
    crate::report::within(cost.wall, cost.cpu, limit)
}

/// The slowest hundredth of the pages read while `work` is done, in milliseconds.
fn reading(load: &Load<'_>, work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let browsers = (0..READERS).map(|_| load.browser()).collect::<Result<Vec<_>>>()?;
    let stop = AtomicBool::new(false);
    let mut taken = std::thread::scope(|scope| {
        let stop = &stop;
        let readers: Vec<_> = browsers.into_iter().map(|b| scope.spawn(move || read(b, stop))).collect();
        let done = work();
        stop.store(true, Ordering::Relaxed);
        let mut taken = Vec::new();
        for reader in readers {
            taken.extend(reader.join().unwrap_or_else(|_| anyhow::bail!("utas berhenti"))?);
        }
        done.map(|()| taken)
    })?;
    ensure!(!taken.is_empty(), "tidak ada halaman yang sempat dibaca");
    taken.sort_unstable();
    Ok(taken[(taken.len() * 99 / 100).min(taken.len() - 1)].as_secs_f64() * 1_000.0)
}

fn read(mut browser: Browser, stop: &AtomicBool) -> Result<Vec<Duration>> {
    let mut taken = Vec::new();
    for path in ["/pegawai", "/", "/pegawai?q=siti", "/jurnal"].iter().cycle() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let begun = Instant::now();
        ensure!(browser.get(path)?.status == 200, "{path}");
        taken.push(begun.elapsed());
        std::thread::sleep(LOOK);
    }
    Ok(taken)
}
