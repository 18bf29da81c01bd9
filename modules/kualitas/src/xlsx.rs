//! The same findings as workbooks: one kind, one perangkat daerah, or one workbook for each.

use crate::store::{Opd, instansi_nama, sentences};
use host::World;
use kernel::unor::UnitFinding;
use kernel::{Code, Codes, Tables};
use sheet::{Bundle, Value, XlsxWriter};
use std::io::{Seek, Write};
use store::{Conn, Error, Result};

/// Type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Columns of a list of findings; the last is empty, for notes by hand: this file does not come back.
pub const COLUMNS: [&str; 11] = [
    "No",
    "NIP",
    "Nama",
    "Jabatan",
    "Unit kerja",
    "Instansi",
    "Kode",
    "Temuan",
    "Nilai sekarang",
    "Saran",
    "Catatan perbaikan",
];
const WIDTHS: [f64; 11] = [6.0, 21.0, 32.0, 32.0, 36.0, 32.0, 10.0, 60.0, 24.0, 48.0, 28.0];
const UNIT_COLUMNS: [&str; 7] = ["No", "ID unit", "Instansi", "Kode", "Temuan", "Saran", "Catatan perbaikan"];
const UNIT_WIDTHS: [f64; 7] = [6.0, 36.0, 32.0, 10.0, 60.0, 48.0, 28.0];
/// People whose ledgers are in memory at a time.
const PEOPLE: usize = 512;

/// What a workbook is made from.
pub struct Source<'w> {
    /// The moment.
    pub world: &'w World,
    /// Tables of the law.
    pub tables: &'w Tables,
    /// Perangkat daerah of everybody.
    pub opd: &'w Opd,
    /// One kind only; `None` for all.
    pub code: Option<Code>,
}

impl Source<'_> {
    fn codes(&self, i: u32) -> Codes {
        let all = self.world.register.codes[i as usize];
        self.code.map_or(all, |code| all.intersection([code].into_iter().collect()))
    }

    /// Of these people those who work and have something to repair.
    pub fn faulty(&self, people: impl Iterator<Item = u32>) -> Vec<u32> {
        people.filter(|&i| self.world.register.active[i as usize] && !self.codes(i).is_empty()).collect()
    }

    /// A workbook with one list, in the order given.
    pub fn list(&self, conn: &mut Conn, people: &[u32]) -> Result<(XlsxWriter, u64)> {
        let mut book = XlsxWriter::new();
        let rows = self.sheet(conn, &mut book, self.code.map_or("Daftar", Code::text), people)?;
        Ok((book, rows))
    }

    /// A workbook for one office: what there is, then who, in the order given.
    pub fn office(&self, conn: &mut Conn, people: &[u32]) -> Result<(XlsxWriter, u64)> {
        let mut book = XlsxWriter::new();
        book.sheet("Ringkasan", &["Kode", "Temuan", "Bobot", "Jumlah"], &[10.0, 52.0, 12.0, 10.0])
            .map_err(failed)?;
        for code in Code::ALL {
            let count = people.iter().filter(|&&i| self.codes(i).contains(*code)).count();
            if count > 0 {
                let info = code.info();
                let texts = [info.text, info.label, info.severity.label()].map(Value::Text);
                let row = [texts[0], texts[1], texts[2], Value::Count(count as i64)];
                book.row(&row).map_err(failed)?;
            }
        }
        let rows = self.sheet(conn, &mut book, "Daftar", people)?;
        Ok((book, rows))
    }

    /// One workbook for each perangkat daerah of these people; answers the number of findings in them.
    pub fn bundle(
        &self,
        conn: &mut Conn,
        people: &[u32],
        units: &[(&str, &UnitFinding)],
        out: impl Write + Seek,
    ) -> Result<u64> {
        let mut bundle = Bundle::new(out);
        let mut rows = 0;
        for (number, group) in self.opd.groups(people) {
            let name = self.opd.list[number as usize].berkas();
            let (book, written) = self.office(conn, &group)?;
            bundle.add_workbook(&format!("{name}.xlsx"), book).map_err(failed)?;
            rows += written;
        }
        if !units.is_empty() {
            bundle.add_workbook("Unit organisasi.xlsx", unit_list(self.world, units)?).map_err(failed)?;
            rows += units.len() as u64;
        }
        bundle.finish().map_err(failed)?;
        Ok(rows)
    }

    fn sheet(&self, conn: &mut Conn, book: &mut XlsxWriter, name: &str, people: &[u32]) -> Result<u64> {
        let (world, register) = (self.world, &self.world.register);
        book.sheet(name, &COLUMNS, &WIDTHS).map_err(failed)?;
        let mut row = 0;
        for some in people.chunks(PEOPLE) {
            let asked: Vec<(u32, Codes)> = some.iter().map(|&i| (i, self.codes(i))).collect();
            for said in sentences(conn, world, self.tables, &asked)? {
                row += 1;
                let (i, finding) = (said.person, &said.finding);
                let texts = [
                    register.nip(i),
                    register.nama(i),
                    register.names.text(register.jabatan[i]),
                    world.unit_of(i),
                    instansi_nama(world, world.instansi_of(i)),
                    finding.code.text(),
                    &finding.message,
                    &said.now,
                    &finding.suggestion,
                ];
                let mut cells = [Value::Empty; COLUMNS.len()];
                cells[0] = Value::Count(row);
                for (cell, text) in cells[1..].iter_mut().zip(texts) {
                    *cell = Value::Text(text);
                }
                book.row(&cells).map_err(failed)?;
            }
        }
        Ok(row.unsigned_abs())
    }
}

/// Findings about units as a workbook.
pub fn unit_list(world: &World, units: &[(&str, &UnitFinding)]) -> Result<XlsxWriter> {
    let mut book = XlsxWriter::new();
    book.sheet("Unit organisasi", &UNIT_COLUMNS, &UNIT_WIDTHS).map_err(failed)?;
    for (n, (instansi, unit)) in units.iter().enumerate() {
        let f = &unit.finding;
        let texts = [&*unit.id, instansi_nama(world, instansi), f.code.text(), &f.message, &f.suggestion];
        let mut cells = [Value::Empty; UNIT_COLUMNS.len()];
        cells[0] = Value::Count(n as i64 + 1);
        for (cell, text) in cells[1..].iter_mut().zip(texts) {
            *cell = Value::Text(text);
        }
        book.row(&cells).map_err(failed)?;
    }
    Ok(book)
}

/// A workbook as bytes.
pub fn packed(book: XlsxWriter) -> Result<Vec<u8>> {
    book.finish(Vec::new()).map_err(failed)
}

fn failed(e: sheet::Error) -> Error {
    match e {
        sheet::Error::Refusal(refusal) => Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => Error::Io(e),
    }
}
