//! The matrix as a workbook: every figure with its parts, so that anybody can compute it again.

use super::angka::{catatan, nilai, terbaca, ukuran};
use super::instansi;
use super::utama::{asal, pilihan, sel};
use host::indikator::ukur_semua;
use host::{Answer, Ctx, http, tanggal};
use sheet::{Value, XlsxWriter};
use std::fs::File;
use std::io::{BufWriter, Write};
use store::Error;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD: [&str; 9] =
    ["Kode", "Indikator", "Instansi", "Nilai", "Pembilang", "Penyebut", "Satuan", "Tanpa data", "Catatan"];

/// `GET /dasbor/unduh.xlsx`.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let rows = instansi(ctx, &world)?;
    let matriks = ukur_semua(&ctx.hall, &world)?;
    let mut book = XlsxWriter::new();
    book.sheet("Keterangan", &["Perihal", "Isi"], &[28.0, 90.0]).map_err(failed)?;
    let day = tanggal(world.as_of.effective);
    for (what, text) in [
        ("Daftar", "Matriks indikator".to_owned()),
        ("Keadaan per tanggal", day.long()),
        ("Asal angka", asal(&matriks, &world)),
    ] {
        book.row(&[Value::Text(what), Value::Text(&text)]).map_err(failed)?;
    }
    book.sheet("Indikator", &HEAD, &[12.0, 44.0, 36.0, 14.0, 12.0, 12.0, 10.0, 12.0, 60.0])
        .map_err(failed)?;
    for i in pilihan(ctx, ctx.query("kelompok")) {
        for (id, nama) in &rows {
            let cell = sel(&matriks, i, id);
            let told = terbaca(i, &cell, &[]);
            let text = told.map_or_else(|| nilai(i, &cell, &[]), |u| ukuran(u, i.satuan));
            let number = |n: Option<i64>| n.map_or(String::new(), |n| n.to_string());
            let (up, down) = (number(told.map(|u| u.atas)), number(told.map(|u| u.bawah)));
            let (without, note) = (cell.tanpa_data.to_string(), catatan(&cell));
            let cells = [i.kode, i.nama, nama, &text, &up, &down, i.satuan.kata(), &without, &note];
            book.row(&cells.map(Value::Text)).map_err(failed)?;
        }
    }
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    book.finish(out).map_err(failed)?.flush().map_err(Error::from)?;
    http::file_from(&format!("indikator-{}.xlsx", day.iso()), XLSX, made)
}

fn failed(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => Error::Io(e),
    }
}
