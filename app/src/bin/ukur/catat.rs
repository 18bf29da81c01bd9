//! Recording: what one SK costs, how many go in when many officers press the button at once, and what a
//! page costs whose register has just changed.

use crate::browser::Browser;
use crate::halaman::Load;
use anyhow::{Context, Result, ensure};
use kernel::PegawaiId;
use std::time::Instant;

/// Officers at once.
const OFFICERS: usize = 200;
/// Documents each of them records.
const EACH: usize = 3;
/// Documents recorded one after another.
const ALONE: usize = 60;

/// `people` have one entry each.
pub fn measure(load: &mut Load<'_>, people: &[PegawaiId]) -> Result<()> {
    ensure!(people.len() >= ALONE * 2 + OFFICERS, "terlalu sedikit pegawai untuk mengukur pencatatan");
    let csrf = token(load, people[0])?;
    let (alone, rest) = people.split_at(ALONE);
    let (beside, many) = rest.split_at(ALONE);

    let mut browser = load.browser()?;
    record(&mut browser, &csrf, alone[0], 1, 0)?;
    let (start, before) = (Instant::now(), load.server.cpu());
    for id in &alone[1..] {
        record(&mut browser, &csrf, *id, 1, 0)?;
    }
    let count = (ALONE - 1) as f64;
    let one = (load.server.cpu() - before) * 1_000.0 / count;
    let wall = start.elapsed().as_secs_f64() * 1_000.0 / count;
    let figure = format!("inti {one:.2} ms, jam {wall:.1} ms dengan sinkron cakram");
    load.bench.report.line("catat: satu SK", &figure, "≤ 10 ms inti", Some(one <= 10.0));

    let before = load.server.cpu();
    for id in beside {
        record(&mut browser, &csrf, *id, 1, 0)?;
        ensure!(browser.get("/pegawai")?.status == 200, "/pegawai");
    }
    let pair = (load.server.cpu() - before) * 1_000.0 / ALONE as f64;
    let page = pair - one;
    let figure = format!("inti {page:.2} ms, register ikut diperbarui");
    load.bench.report.line("daftar sesudah satu catatan", &figure, "≤ 10 ms inti", Some(page <= 10.0));

    let officers = &many[..OFFICERS];
    let browsers: Vec<Browser> = officers.iter().map(|_| load.browser()).collect::<Result<_>>()?;
    let (start, before) = (Instant::now(), load.server.cpu());
    std::thread::scope(|scope| {
        let sent: Vec<_> = officers
            .iter()
            .zip(browsers)
            .map(|(id, mut browser)| {
                let csrf = csrf.as_str();
                scope.spawn(move || (0..EACH).try_for_each(|n| record(&mut browser, csrf, *id, 1 + n, n)))
            })
            .collect();
        sent.into_iter().try_for_each(|s| s.join().unwrap_or_else(|_| anyhow::bail!("utas berhenti")))
    })?;
    let total = (OFFICERS * EACH) as f64;
    let rate = total / start.elapsed().as_secs_f64();
    let cpu = (load.server.cpu() - before) * 1_000.0 / total;
    let figure = format!("{rate:.0} SK/s di jam, inti {cpu:.2} ms");
    load.bench.report.line("catat: 200 petugas sekaligus", &figure, "≥ 300 SK/s", Some(rate >= 300.0));
    Ok(())
}

/// The token of the session's forms, from the form itself.
pub(crate) fn token(load: &Load<'_>, id: PegawaiId) -> Result<String> {
    let form = load.browser()?.plain().get(&format!("/pegawai/{id}/catat"))?.text();
    let value = form.split("name=\"csrf\" value=\"").nth(1).and_then(|r| r.split('"').next());
    Ok(value.context("formulir tanpa tanda")?.to_owned())
}

/// Records an SK with a golongan and its gaji pokok; `dasar` entries are known about the person.
pub(crate) fn record(browser: &mut Browser, csrf: &str, id: PegawaiId, dasar: usize, n: usize) -> Result<()> {
    let (dasar, nomor, years) = (dasar.to_string(), format!("823.3/{n}/{id}"), n.to_string());
    let fields = [
        ("csrf", csrf),
        ("aksi", "simpan"),
        ("dasar", &dasar),
        ("bobot", "sk"),
        ("jenis_dokumen", "SK Gubernur"),
        ("nomor", &nomor),
        ("tanggal", "15-09-2026"),
        ("penandatangan", "Gubernur"),
        ("p0_jenis", "golongan"),
        ("p0_tindakan", "perubahan"),
        ("p0_tmt", "01-10-2026"),
        ("p0_isi_golongan", "34"),
        ("p0_isi_mk_tahun", &years),
        ("p1_jenis", "gaji_berkala"),
        ("p1_tindakan", "perubahan"),
        ("p1_tmt", "01-10-2026"),
        ("p1_isi_gaji_pokok", "4000000"),
    ];
    let page = browser.send(&format!("/pegawai/{id}/catat"), &fields)?;
    ensure!(page.status == 303, "catat {id}: {}", page.status);
    Ok(())
}
