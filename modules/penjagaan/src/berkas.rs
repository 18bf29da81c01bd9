//! The list as a workbook, whose first sheet says whose it is and of which day, and as CSV for other programs.

use crate::view::{BarisJaga, syarat_label};
use host::{Answer, Ctx, http};
use law::jaga::Macam;
use sheet::{CsvWriter, Value, XlsxWriter};
use std::fs::File;
use std::io::{BufWriter, Write};
use store::Error;
use web::component::lembar::Lembar;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD: [&str; 8] = [
    "Nama",
    "NIP",
    "Unit kerja",
    "Jatuh tempo",
    "Usul paling lambat",
    "Syarat lain",
    "Jawaban",
    "Keterangan",
];
const WIDTHS: [f64; 8] = [32.0, 21.0, 36.0, 14.0, 16.0, 24.0, 30.0, 60.0];

/// What a file is about.
pub struct Perihal {
    /// Whose it is.
    pub lembar: Lembar,
    /// The service, in the word of addresses.
    pub layanan: String,
    /// What its day means.
    pub macam: Macam,
    /// It lists everybody by the answer of the norm.
    pub per_jawaban: bool,
    /// Conditions left out because they rest on facts told to few.
    pub lepas: Vec<String>,
}

fn failed(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => Error::Io(e),
    }
}

/// Everybody of the list, through a file on disk, so that memory does not grow with it.
pub fn xlsx(ctx: &Ctx, about: &Perihal, rows: impl Iterator<Item = BarisJaga>) -> Answer {
    let mut book = XlsxWriter::new();
    book.sheet("Keterangan", &["Perihal", "Isi"], &[28.0, 90.0]).map_err(failed)?;
    let lembar = &about.lembar;
    let unit = if lembar.unit.is_empty() { "Seluruh unit" } else { &lembar.unit };
    let (at, lepas) = (lembar.at.long(), left_out(&about.lepas));
    for (what, text) in [
        ("Daftar", lembar.title.as_str()),
        (
            "Isi",
            if about.per_jawaban { "Semua pegawai aktif menurut jawaban norma" } else { "Yang jatuh tempo" },
        ),
        ("Instansi", &lembar.instansi),
        ("Unit", unit),
        ("Keadaan per tanggal", &at),
        ("Tidak dinilai pada daftar ini", &lepas),
    ] {
        book.row(&[Value::Text(what), Value::Text(text)]).map_err(failed)?;
    }
    book.sheet("Daftar", &HEAD, &WIDTHS).map_err(failed)?;
    for row in rows {
        let cells = cells(about.macam, &row);
        book.row(&cells.each_ref().map(|text| Value::Text(text))).map_err(failed)?;
    }
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    book.finish(out).map_err(failed)?.flush().map_err(Error::from)?;
    http::file_from(&name(about, "xlsx"), XLSX, made)
}

/// The same rows as CSV, a heading and nothing else before them.
pub fn csv(ctx: &Ctx, about: &Perihal, rows: impl Iterator<Item = BarisJaga>) -> Answer {
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    let mut csv = CsvWriter::with_bom(out).map_err(Error::from)?;
    csv.row(HEAD).map_err(Error::from)?;
    for row in rows {
        let cells = cells(about.macam, &row);
        for (head, text) in HEAD.iter().zip(&cells) {
            let written = if *head == "NIP" { csv.digits(text) } else { csv.cell(text) };
            written.map_err(Error::from)?;
        }
        csv.end_row().map_err(Error::from)?;
    }
    csv.finish().and_then(|mut out| out.flush()).map_err(Error::from)?;
    http::file_from(&name(about, "csv"), "text/csv; charset=utf-8", made)
}

fn name(about: &Perihal, ending: &str) -> String {
    let what = if about.per_jawaban { "-jawaban" } else { "" };
    format!("penjagaan-{}{what}-{}.{ending}", about.layanan, about.lembar.at.iso())
}

fn left_out(lepas: &[String]) -> String {
    if lepas.is_empty() {
        return "Tidak ada; semua syarat dinilai.".to_owned();
    }
    format!("Bertumpu pada data tertutup, diperiksa per orang: {}.", lepas.join("; "))
}

fn cells(macam: Macam, row: &BarisJaga) -> [String; 8] {
    let day = |day: Option<web::Tanggal>| day.map(|d| d.iso()).unwrap_or_default();
    let syarat = row.syarat.filter(|_| macam != Macam::Akhir).map_or("", syarat_label);
    [
        row.name.clone(),
        row.nip.clone(),
        row.unit.clone(),
        day(row.hari),
        day(row.usul),
        syarat.to_owned(),
        row.jawab.map_or("", |kode| kode.label()).to_owned(),
        row.sebab.clone(),
    ]
}
