//! Files in and out: check, workbook, import, export. Each is a run of the program itself.

use crate::Bench;
use crate::process::{self, Cost};
use crate::report::within;
use anyhow::{Context, Result};
use calamine::Reader as _;
use demo::berkas::{COLUMNS, NominatifSpec, rows, write_nominatif};
use kernel::Date;
use sheet::{Value, XlsxWriter};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// First argument of the child that only parses.
pub const BARE: &str = "calamine-polos";

/// The people of every measurement: faults are planted as in a real download.
pub fn spec(rows: usize) -> Result<NominatifSpec> {
    // A fixed day: the same command makes the same file next year.
    let today = Date::new(2026, 11, 22).context("tanggal")?;
    Ok(NominatifSpec { faults: true, ..NominatifSpec::new(1, rows, today) })
}

pub fn measure(bench: &mut Bench) -> Result<()> {
    if bench.wants("impor") {
        let cost = run(bench, &["--pratinjau"], &csv(bench)?, &["--data"], &bench.path("periksa"))?;
        bench.report.line(
            "impor: periksa saja, CSV 67 kolom",
            &show(cost),
            "≤ 1,5 s, ≤ 300 MB",
            Some(within(cost.wall, cost.cpu, 1.5) && cost.peak <= 300.0),
        );
    }
    if bench.wants("xlsx") {
        xlsx(bench)?;
    }
    if bench.wants("simpan") {
        let cost = saved(bench)?;
        let reached = within(cost.wall, cost.cpu, 15.0);
        bench.report.line("impor: disimpan, SQLite", &show(cost), "≤ 15 s dengan jurnal", Some(reached));
        // Its node's key and files go to a folder of their own.
        let url = match &bench.pg {
            Some(url) => url.clone(),
            None => store::testing::postgres_url("ukur"),
        };
        let file = csv(bench)?;
        let data = bench.path("pg");
        let mut command = Command::new(&bench.program);
        command.args(["impor", "nominatif"]).arg(file).args(["--ya", "--json", "--data"]).arg(data);
        let cost = process::run(command.args(["--database", &url]))?;
        let figure = format!("{} tanpa server", show(cost));
        // The server's own work shows on the clock alone.
        bench.report.line("impor: disimpan, PostgreSQL", &figure, "≤ 25 s", Some(cost.wall <= 25.0));
    }
    if bench.wants("ekspor") {
        let data = node(bench)?;
        let mut command = Command::new(&bench.program);
        command.args(["ekspor", "nominatif", "--json", "--data"]).arg(data);
        let cost = process::run(command.arg("--keluaran").arg(bench.path("keluar.csv")))?;
        let reached = within(cost.wall, cost.cpu, 2.0) && cost.peak <= 100.0;
        bench.report.line("ekspor: CSV 67 kolom", &show(cost), "≤ 2 s, ≤ 100 MB", Some(reached));
    }
    Ok(())
}

fn show(cost: Cost) -> String {
    format!("jam {:.2} s, inti {:.2} s, puncak {:.0} MB", cost.wall, cost.cpu, cost.peak)
}

/// Takes a nominatif into a node, `how` being preview or save.
fn run(bench: &Bench, how: &[&str], file: &Path, place: &[&str], data: &Path) -> Result<Cost> {
    let mut command = Command::new(&bench.program);
    process::run(command.args(["impor", "nominatif"]).arg(file).args(how).arg("--json").args(place).arg(data))
}

/// The CSV, written once.
fn csv(bench: &Bench) -> Result<PathBuf> {
    let path = bench.path("nominatif.csv");
    if !path.exists() {
        let mut out = BufWriter::new(File::create(&path)?);
        write_nominatif(&spec(bench.rows)?, &mut out)?;
        out.flush()?;
    }
    Ok(path)
}

/// A node with everybody imported, made once; what the making cost when it was made just now.
fn saved(bench: &Bench) -> Result<Cost> {
    run(bench, &["--ya"], &csv(bench)?, &["--data"], &bench.path("simpul"))
}

/// The same for those who only need the node.
pub fn node(bench: &Bench) -> Result<PathBuf> {
    let folder = bench.path("simpul");
    if !folder.join("sinergi.db").exists() {
        saved(bench)?;
    }
    Ok(folder)
}

fn xlsx(bench: &Bench) -> Result<()> {
    let path = bench.path("nominatif.xlsx");
    let mut book = XlsxWriter::new();
    book.sheet("Data", &COLUMNS, &[])?;
    for row in rows(&spec(bench.rows)?) {
        let cells: Vec<Value<'_>> = row.iter().map(Value::Text).collect();
        book.row(&cells)?;
    }
    book.finish(File::create(&path)?)?;
    let bare = process::run(Command::new(std::env::current_exe()?).arg(BARE).arg(&path))?;
    let ours = run(bench, &["--pratinjau"], &path, &["--data"], &bench.path("periksa-xlsx"))?;
    bench.report.line("XLSX: calamine polos", &show(bare), "pembanding", None);
    let ratio = (ours.wall / bare.wall).min(ours.cpu / bare.cpu);
    let figure = format!("{} ({ratio:.2}×)", show(ours));
    bench.report.line("XLSX: periksa saja", &figure, "≤ 1,5 × calamine polos", Some(ratio <= 1.5));
    Ok(())
}

/// What cannot be avoided when a workbook is read: every cell, and nothing done with it.
pub fn bare(path: &Path) -> Result<()> {
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(BufReader::new(File::open(path)?))?;
    let name = book.sheet_names().first().cloned().context("buku kerja tanpa lembar")?;
    let mut cells = book.worksheet_cells_reader(&name)?;
    let mut count = 0;
    while let Some(cell) = cells.next_cell()? {
        count += usize::from(*cell.get_value() != calamine::DataRef::Empty);
    }
    anyhow::ensure!(count > 0, "buku kerja kosong");
    Ok(())
}
