//! The list as a workbook. The first sheet says whose it is and of which day.

use crate::view::{BarisJaga, syarat_label};
use host::{Answer, Ctx, http};
use law::jaga::Macam;
use sheet::{Value, XlsxWriter};
use std::fs::File;
use std::io::{BufWriter, Write};
use store::Error;
use web::component::lembar::Lembar;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD: [&str; 7] =
    ["Nama", "NIP", "Unit kerja", "Jatuh tempo", "Usul paling lambat", "Syarat lain", "Keterangan"];

fn failed(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => Error::Io(e),
    }
}

/// Everybody of the list, through a file on disk, so that memory does not grow with it.
pub fn daftar(ctx: &Ctx, about: &Lembar, macam: Macam, rows: impl Iterator<Item = BarisJaga>) -> Answer {
    let mut book = XlsxWriter::new();
    book.sheet("Keterangan", &["Perihal", "Isi"], &[28.0, 90.0]).map_err(failed)?;
    let unit = if about.unit.is_empty() { "Seluruh unit" } else { &about.unit };
    let at = about.at.long();
    for (what, text) in [
        ("Daftar", about.title.as_str()),
        ("Instansi", &about.instansi),
        ("Unit", unit),
        ("Keadaan per tanggal", &at),
        ("Keadaan disiplin", "Tidak dinilai pada daftar ini; diperiksa per orang."),
    ] {
        book.row(&[Value::Text(what), Value::Text(text)]).map_err(failed)?;
    }
    book.sheet("Daftar", &HEAD, &[32.0, 21.0, 36.0, 14.0, 16.0, 24.0, 60.0]).map_err(failed)?;
    for row in rows {
        let day = |day: Option<web::Tanggal>| day.map(|d| d.iso()).unwrap_or_default();
        let (due, usul) = (day(row.hari), day(row.usul));
        let syarat = if macam == Macam::Akhir { "" } else { syarat_label(row.syarat) };
        let cells = [row.name.as_str(), &row.nip, &row.unit, &due, &usul, syarat, &row.sebab];
        book.row(&cells.map(Value::Text)).map_err(failed)?;
    }
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    book.finish(out).map_err(failed)?.flush().map_err(Error::from)?;
    http::file_from(&format!("penjagaan-{}.xlsx", about.at.iso()), XLSX, made)
}
