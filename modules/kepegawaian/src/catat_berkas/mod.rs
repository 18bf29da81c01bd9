//! Catat SK from a file: one fact a line, lines of one document about one person are one entry. Read and judged
//! by the same rules as the form; first looked at, then recorded.

mod baca;
mod nilai;
mod simpan;

use crate::rule::catat::lembar::Line;
use host::Hall;
use host::record::Draft;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

pub use nilai::periksa;
pub use simpan::{Simpanan, simpan};

/// What a file is judged for.
pub struct Ask<'a> {
    /// The node.
    pub hall: &'a Hall,
    /// Only people of this instansi.
    pub instansi: Option<&'a str>,
    /// Account name of who records.
    pub actor: &'a str,
    /// Sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// Folder with the papers the column `berkas` names.
    pub naskah: Option<&'a Path>,
}

/// Why a file cannot be taken at all.
#[derive(Debug)]
pub enum Gagal {
    /// The file is at fault: a sentence.
    Ditolak(String),
    /// The machine is.
    Rusak(store::Error),
}

impl From<store::Error> for Gagal {
    fn from(e: store::Error) -> Gagal {
        Gagal::Rusak(e)
    }
}

impl From<sheet::Error> for Gagal {
    fn from(e: sheet::Error) -> Gagal {
        Gagal::Ditolak(e.to_string())
    }
}

/// What one entry of the file would do.
#[derive(Clone, Debug)]
pub struct Entri {
    /// Rows of the file.
    pub rows: Vec<u64>,
    /// The person's NIP.
    pub nip: String,
    /// The person's name.
    pub nama: String,
    /// `SK Gubernur 823.3/77`
    pub dokumen: String,
    /// Field, before, after.
    pub beda: Vec<(String, Option<String>, Option<String>)>,
    /// Rows of kinds that hold together: `Diklat dan kursus: bertambah 1`.
    pub baris: Vec<String>,
    /// Things to look at again.
    pub perhatian: Vec<String>,
    draft: Draft,
    naskah: Option<PathBuf>,
}

/// A file, judged.
#[derive(Default, Debug)]
pub struct Pemeriksaan {
    /// Lines.
    pub rows: u64,
    /// Lines that say what is recorded already.
    pub recorded: u64,
    /// Entries that would be recorded.
    pub entri: Vec<Entri>,
    /// Reasons by row.
    pub refused: BTreeMap<u64, String>,
    /// Columns nobody knows; they are not read.
    pub unread: Vec<String>,
    /// The sheet that was read; `None` for CSV.
    pub sheet: Option<String>,
    columns: Vec<String>,
    lines: Vec<Line>,
}

impl Pemeriksaan {
    /// Lines that would be recorded.
    pub fn new_rows(&self) -> u64 {
        self.entri.iter().map(|e| e.rows.len() as u64).sum()
    }

    /// Writes the refused lines in their own columns, with the reason: to be put right and sent again.
    ///
    /// # Errors
    /// What the output says.
    pub fn write_refused(&self, out: impl Write) -> std::io::Result<u64> {
        let mut csv = sheet::CsvWriter::with_bom(out)?;
        let own = [sheet::ORIGIN, sheet::REASON];
        csv.kept_row(self.columns.iter().map(String::as_str).chain(own))?;
        let mut written = 0;
        for line in &self.lines {
            let Some(reason) = self.refused.get(&line.row) else { continue };
            let origin = line.row.to_string();
            let cells = self.columns.iter().map(|column| line.cell(column));
            csv.kept_row(cells.chain([origin.as_str(), reason.as_str()]))?;
            written += 1;
        }
        csv.finish()?.flush()?;
        Ok(written)
    }
}
