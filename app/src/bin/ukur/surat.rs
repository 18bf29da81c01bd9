//! A letter of three pages, from its data to its PDF, another one each time.

use crate::report::Report;
use anyhow::{Result, anyhow};
use naskah_dinas::{Naskah, Permintaan, Undangan};
use std::hint::black_box;
use std::time::Instant;

const LETTERS: u32 = 100;

pub fn measure(report: &mut Report) -> Result<()> {
    let mesin = document::Mesin::new();
    let mut letter = Undangan::contoh();
    let mut pages = 0;
    let mut print = |n: u32| -> Result<f64> {
        letter.surat.dokumen.nomor = format!("005/{n}/BKD/2026");
        letter.surat.hal = format!("Undangan ke-{n}");
        let begun = Instant::now();
        let printed = mesin.cetak(&Permintaan::of(&letter)).map_err(|e| anyhow!("{e}"))?;
        pages = black_box(printed).halaman;
        Ok(begun.elapsed().as_secs_f64() * 1e3)
    };
    let first = print(0)?;
    let mut times = (1..=LETTERS).map(&mut print).collect::<Result<Vec<f64>>>()?;
    times.sort_by(f64::total_cmp);
    let middle = times[times.len() / 2];
    let figure = format!("jam {middle:.1} ms, yang pertama {first:.1} ms");
    report.line(&format!("surat: {pages} halaman menjadi PDF"), &figure, "≤ 60 ms", Some(times[0] <= 60.0));
    Ok(())
}
