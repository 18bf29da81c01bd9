//! `sinergi ekspor`: files out.

use super::{connect, open_existing, served, told};
use crate::cli::Ekspor;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use impor::export::{Format, export};
use kernel::AsOf;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

pub fn run(args: &Ekspor) -> Result<ExitCode> {
    if !["nominatif", "perbaikan"].contains(&args.jenis.as_str()) && riwayat(&args.jenis).is_none() {
        bail!(Misuse(format!(
            "Jenis ekspor \"{}\" tidak dikenal. Pilih nominatif, riwayat-<jenis>, atau perbaikan.",
            args.jenis
        )));
    }
    let workbook = named(&args.jenis, &args.keluaran)?;
    let format = if workbook { Format::Xlsx } else { Format::Csv };
    let node = open_existing(&args.place)?;
    let target = &args.keluaran;
    let special = std::fs::symlink_metadata(target).is_ok_and(|m| !m.is_file());
    let inside = target.parent().and_then(|p| p.canonicalize().ok()).zip(node.folder().canonicalize().ok());
    if special || inside.is_some_and(|(at, folder)| at.starts_with(folder)) {
        bail!(
            "{} bukan tempat untuk berkas ekspor. Pilih berkas biasa di luar folder data.",
            target.display()
        );
    }
    let mut conn = connect(&node)?;
    let as_of = AsOf::on(node.clock.now().date_wib());
    let instansi = args.instansi.as_deref();
    served(&mut conn, instansi)?;
    let count = match riwayat(&args.jenis) {
        Some(kind) => write_to(target, |out| {
            impor::lists::export_riwayat_of(&mut conn, instansi, kind, as_of, out).map_err(told)
        })?,
        None if args.jenis == "perbaikan" => perbaikan(&mut conn, as_of, instansi, target)?,
        None => write_to(target, |out| export(&mut conn, instansi, as_of, format, out).map_err(told))?,
    };
    let shown = args.keluaran.display();
    match args.json {
        true => crate::out!(
            "{}",
            serde_json::json!({ "jenis": args.jenis, "baris": count, "berkas": shown.to_string() })
        ),
        false if args.keluaran == Path::new("-") => {}
        false => crate::out!("{} baris ditulis ke {shown}.", say::angka(count)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether the name asks for a workbook; refuses one that promises what is not written.
fn named(jenis: &str, target: &Path) -> Result<bool> {
    let ending = target.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let endings: &[&str] = match jenis {
        "nominatif" => &["csv", "xlsx"],
        "perbaikan" => &["zip"],
        _ => &["csv"],
    };
    if target != Path::new("-") && !endings.contains(&ending.as_str()) {
        let list: Vec<String> = endings.iter().map(|e| format!(".{e}")).collect();
        bail!(Misuse(format!(
            "{} bukan nama berkas untuk {jenis}. Pakai akhiran {}, atau - untuk keluaran baku.",
            target.display(),
            list.join(" atau ")
        )));
    }
    Ok(ending == "xlsx")
}

/// Writes to a file beside its final name and moves it there, so that no half file is left behind.
fn write_to(path: &Path, write: impl FnOnce(&mut (dyn Write + Send)) -> Result<u64>) -> Result<u64> {
    if path == Path::new("-") {
        let mut out = BufWriter::new(say::Stdout);
        let done = write(&mut out).and_then(|count| Ok(out.flush().map(|()| count)?));
        // A reader who has seen enough is no failure.
        return if say::closed() { Ok(0) } else { say::shown().and(done) };
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".sementara");
    let file =
        File::create(&unfinished).with_context(|| format!("{} tidak dapat ditulis", path.display()))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    let done = write(&mut out).and_then(|count| {
        out.flush()?;
        std::fs::rename(&unfinished, path)?;
        Ok(count)
    });
    done.map_err(|e| {
        let _ = std::fs::remove_file(&unfinished);
        e.context(format!("{} tidak dapat ditulis", path.display()))
    })
}

/// What is odd, as one XLSX per perangkat daerah in a ZIP; it needs a file that can be written back and forth.
fn perbaikan(conn: &mut store::Conn, as_of: AsOf, instansi: Option<&str>, path: &Path) -> Result<u64> {
    let tables = super::tables()?;
    let bar = say::bar(None, "Membaca register");
    let readings = host::hall::Readings { tables: &tables, hukum: host::Hukum::bundled() };
    let world = host::hall::load(conn, as_of, &readings, |n| bar.set_position(n)).map_err(told)?;
    bar.finish_and_clear();
    let mut out = std::io::Cursor::new(Vec::new());
    let count = kualitas::ekspor(conn, &world, &tables, instansi, &mut out).map_err(told)?;
    write_to(path, |file| {
        file.write_all(out.get_ref())?;
        Ok(count)
    })
}

/// `riwayat-golongan` and the like.
fn riwayat(word: &str) -> Option<kernel::Kind> {
    match impor::lists::List::parse(word)? {
        impor::lists::List::Riwayat(kind) => Some(kind),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_promises_what_is_written() {
        //   kind       name          a workbook; None is refused
        for (jenis, name, workbook) in [
            ("nominatif", "a.csv", Some(false)),
            ("nominatif", "a.XLSX", Some(true)),
            ("nominatif", "-", Some(false)),
            ("nominatif", "a.pdf", None),
            ("nominatif", "a", None),
            ("riwayat-golongan", "a.csv", Some(false)),
            ("riwayat-golongan", "a.xlsx", None),
            ("perbaikan", "a.zip", Some(false)),
            ("perbaikan", "-", Some(false)),
            ("perbaikan", "a.xlsx", None),
        ] {
            assert_eq!(named(jenis, Path::new(name)).ok(), workbook, "{jenis} {name}");
        }
    }
}
