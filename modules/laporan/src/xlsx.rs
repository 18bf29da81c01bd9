//! The same reports as workbooks. The first sheet says whose it is and of which day.

use crate::view::{BarisDuk, BarisNominatif, BarisRekap, Langkah, Matriks};
use host::{Answer, Ctx, http};
use sheet::{Value, XlsxWriter};
use std::fs::File;
use std::io::{BufWriter, Write};
use store::{Error, Result};
use web::component::lembar::Lembar;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const DUK: [&str; 17] = [
    "No",
    "Nama",
    "NIP",
    "Golongan",
    "Pangkat",
    "TMT golongan",
    "Jabatan",
    "Unit kerja",
    "Eselon",
    "TMT jabatan",
    "Masa kerja",
    "Latihan jabatan",
    "Selesai latihan",
    "Pendidikan",
    "Tahun lulus",
    "Tanggal lahir",
    "Yang di atas didahulukan karena",
];
const NOMINATIF: [&str; 11] = [
    "No",
    "Kelompok",
    "Nama",
    "NIP",
    "Golongan",
    "TMT golongan",
    "Jabatan",
    "Unit kerja",
    "Status",
    "Masa kerja",
    "Umur",
];

fn failed(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => Error::Io(e),
    }
}

/// A workbook that begins with what it is about; further lines are (what, text).
fn begun(about: &Lembar, more: &[(String, String)]) -> Result<XlsxWriter> {
    let mut book = XlsxWriter::new();
    book.sheet("Keterangan", &["Perihal", "Isi"], &[28.0, 90.0]).map_err(failed)?;
    let unit = if about.unit.is_empty() { "Seluruh unit" } else { &about.unit };
    let at = about.at.long();
    for (what, text) in [
        ("Daftar", about.title.as_str()),
        ("Instansi", &about.instansi),
        ("Unit", unit),
        ("Keadaan per tanggal", &at),
    ] {
        book.row(&[Value::Text(what), Value::Text(text)]).map_err(failed)?;
    }
    for (what, text) in more {
        book.row(&[Value::Text(what), Value::Text(text)]).map_err(failed)?;
    }
    Ok(book)
}

/// Through a file on disk, so that memory does not grow with the list.
fn sent(ctx: &Ctx, name: &str, about: &Lembar, book: XlsxWriter) -> Answer {
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    book.finish(out).map_err(failed)?.flush().map_err(Error::from)?;
    http::file_from(&format!("{name}-{}.xlsx", about.at.iso()), XLSX, made)
}

/// Figures: a sheet for each, and one for a matrix beside them.
pub fn figures(
    ctx: &Ctx,
    name: &str,
    about: &Lembar,
    sheets: &[(String, Vec<(String, u64)>)],
    more: Option<&(&str, Matriks)>,
) -> Answer {
    let mut book = begun(about, &[])?;
    for (title, rows) in sheets {
        book.sheet(title, &[title, "Jumlah pegawai"], &[48.0, 16.0]).map_err(failed)?;
        for (label, count) in rows {
            book.row(&[Value::Text(label), Value::Count(*count as i64)]).map_err(failed)?;
        }
    }
    if let Some((title, table)) = more {
        matrix(&mut book, title, "Tahun", table)?;
    }
    sent(ctx, name, about, book)
}

fn matrix(book: &mut XlsxWriter, title: &str, what: &str, table: &Matriks) -> Result<()> {
    let mut header = vec![what];
    header.extend(table.columns.iter().map(String::as_str));
    header.push("Jumlah");
    book.sheet(title, &header, &[48.0]).map_err(failed)?;
    for row in table.rows.iter().chain([&table.sum]) {
        book.row(&counted(row)).map_err(failed)?;
    }
    Ok(())
}

/// The order of rank with the steps it was made by.
pub fn duk(ctx: &Ctx, about: &Lembar, steps: &[Langkah], rows: impl Iterator<Item = BarisDuk>) -> Answer {
    let said = |step: &Langkah| {
        let text = format!("{}. {}; kepastian: {}", step.alasan, step.dasar, step.kepastian);
        (format!("Urutan: {}", step.kriteria), text)
    };
    let mut book = begun(about, &steps.iter().map(said).collect::<Vec<_>>())?;
    book.sheet("DUK", &DUK, &[6.0, 32.0, 21.0, 10.0, 22.0, 14.0, 36.0, 32.0, 10.0, 14.0]).map_err(failed)?;
    for r in rows {
        let texts = [
            &r.name,
            &r.nip,
            &r.golongan,
            &r.pangkat,
            &r.tmt_golongan,
            &r.jabatan,
            &r.unit,
            &r.eselon,
            &r.tmt_jabatan,
            &r.masa_kerja,
            &r.latihan,
            &r.tanggal_latihan,
            &r.pendidikan,
            &r.lulus,
            &r.lahir,
            &r.sebab,
        ];
        numbered(&mut book, r.number, &texts)?;
    }
    sent(ctx, "duk", about, book)
}

/// Everybody by name; the group is a column, so that the file can be sorted and filtered.
pub fn nominatif(ctx: &Ctx, about: &Lembar, rows: impl Iterator<Item = (String, BarisNominatif)>) -> Answer {
    let mut book = begun(about, &[])?;
    book.sheet("Nominatif", &NOMINATIF, &[6.0, 36.0, 32.0, 21.0, 10.0, 14.0, 36.0, 32.0]).map_err(failed)?;
    for (group, r) in rows {
        let texts = [
            &group,
            &r.name,
            &r.nip,
            &r.golongan,
            &r.tmt_golongan,
            &r.jabatan,
            &r.unit,
            &r.status,
            &r.masa_kerja,
            &r.umur,
        ];
        numbered(&mut book, r.number, &texts)?;
    }
    sent(ctx, "nominatif", about, book)
}

fn numbered(book: &mut XlsxWriter, number: u64, texts: &[&String]) -> Result<()> {
    let mut cells = vec![Value::Count(number as i64)];
    cells.extend(texts.iter().map(|text| Value::Text(text)));
    book.row(&cells).map_err(failed)
}

/// Matrices: a sheet for each.
pub fn rekap(ctx: &Ctx, about: &Lembar, tables: &[(&str, Matriks)]) -> Answer {
    let mut book = begun(about, &[])?;
    for (title, table) in tables {
        matrix(&mut book, title, "Unit", table)?;
    }
    sent(ctx, "rekap", about, book)
}

fn counted(row: &BarisRekap) -> Vec<Value<'_>> {
    let mut cells = vec![Value::Text(&row.label)];
    cells.extend(row.cells.iter().chain([&row.total]).map(|angka| Value::Count(angka.0 as i64)));
    cells
}
