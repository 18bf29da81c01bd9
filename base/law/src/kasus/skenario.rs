//! Reads scenarios: documents as they came in, then questions about the person they speak of. A file may
//! hold several; each begins with `#skenario=`.

use super::isi::{Sel, kind};
use super::terima::{Bacaan, KOLOM, Terima, WAJIB};
use super::{Bentuk, Column, Kasus, ROWS, columns, kasus, twice};
use crate::lipat::Lipat;
use crate::pack::Pack;
use crate::value::Known;
use crate::vocabulary::FaktaId;
use kernel::{AsOf, Kind, Stamp, Tables};
use std::sync::OnceLock;

/// What a scenario begins with.
pub const MARK: &str = "#skenario=";

/// Whether a file holds scenarios: the first of its `#` lines that says something is the mark.
pub fn marked(text: &str) -> bool {
    let leading = text
        .lines()
        .take_while(|line| line.starts_with(['#', '"']) || line.trim_matches([',', ' ', '\r']).is_empty());
    leading.map(|line| line.trim_start_matches('"')).any(|line| line.starts_with(MARK))
}

/// Reads them.
///
/// # Errors
/// Sentences with file and line.
pub fn read(pack: &Pack, berkas: &str, text: &str) -> Result<Vec<Kasus>, Vec<String>> {
    static TABLES: OnceLock<Result<Tables, Vec<String>>> = OnceLock::new();
    let tables = TABLES.get_or_init(Tables::bundled).as_ref().map_err(Clone::clone)?;
    let lipat = Lipat::new(&pack.words)
        .map_err(|list| list.iter().map(|s| format!("{berkas}: {s}")).collect::<Vec<String>>())?;
    let mut reader = Reader {
        pack,
        berkas,
        lipat,
        tables,
        bagian: Bagian::Awal,
        skenario: None,
        list: Vec::new(),
        wrong: Vec::new(),
    };
    let mut csv = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    for record in csv.records() {
        match record {
            Ok(record) => {
                let baris = record.position().map_or(0, |p| p.line() as u32);
                if let Err(sentence) = reader.row(&record, baris) {
                    reader.wrong.push(format!("{berkas} baris {baris}: {sentence}"));
                }
            }
            Err(error) => reader.wrong.push(format!("{berkas}: baris tidak terbaca ({error}).")),
        }
        if reader.list.len() > ROWS {
            reader.wrong.push(format!("{berkas}: lebih dari {ROWS} kasus."));
            break;
        }
    }
    reader.finish();
    let Reader { list, mut wrong, .. } = reader;
    twice(berkas, &list, &mut wrong);
    if wrong.is_empty() { Ok(list) } else { Err(wrong) }
}

/// Which table a row belongs to.
enum Bagian {
    /// None yet.
    Awal,
    /// A heading that cannot be read: told once, its rows are left alone.
    Rusak,
    /// Documents under these titles.
    Terima(Vec<String>),
    /// Questions.
    Tanya(Vec<Column>),
}

struct Skenario {
    nama: String,
    baris: u32,
    norma: Option<String>,
    lengkap: Vec<Kind>,
    terima: Terima,
    /// Where its questions begin in the list.
    mulai: usize,
}

struct Reader<'a> {
    pack: &'a Pack,
    berkas: &'a str,
    lipat: Lipat,
    tables: &'a Tables,
    bagian: Bagian,
    skenario: Option<Skenario>,
    list: Vec<Kasus>,
    wrong: Vec<String>,
}

impl Reader<'_> {
    fn row(&mut self, record: &csv::StringRecord, baris: u32) -> Result<(), String> {
        let first = record.get(0).unwrap_or("").trim();
        if first.starts_with('#') {
            let all: Vec<&str> = record.iter().collect();
            return self.directive(all.join(",").trim_end_matches([',', ' ']), baris);
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.skenario.is_none() {
            return Err("belum ada #skenario=NAMA di atas baris ini.".to_owned());
        }
        if first == KOLOM[0] || first == "kasus" {
            return self.heading(record, baris);
        }
        let (Some(skenario), bagian) = (&mut self.skenario, &self.bagian) else { return Ok(()) };
        match bagian {
            Bagian::Awal => Err(format!("belum ada judul kolom; mulai dengan {} atau kasus.", KOLOM[0])),
            Bagian::Rusak => Ok(()),
            Bagian::Terima(titles) => {
                let record = fitted(record, titles.len())?;
                skenario.terima.take(self.pack, &Sel { titles, record: &record })
            }
            Bagian::Tanya(columns) => {
                let record = fitted(record, columns.len())?;
                let mut case = kasus(self.pack, columns, &record, baris, skenario.norma.as_deref())?;
                case.nama = format!("{}: {}", skenario.nama, case.nama);
                self.list.push(case);
                Ok(())
            }
        }
    }

    fn directive(&mut self, line: &str, baris: u32) -> Result<(), String> {
        let Some((word, value)) = line[1..].split_once('=').filter(|(w, _)| is_word(w)) else {
            return Ok(());
        };
        let value = value.trim();
        if word == "skenario" {
            self.finish();
            self.bagian = Bagian::Awal;
            let (nama, mulai) = (value.to_owned(), self.list.len());
            let lengkap = Vec::new();
            self.skenario =
                Some(Skenario { nama, baris, norma: None, lengkap, terima: Terima::default(), mulai });
            return if value.is_empty() { Err("nama skenario kosong.".to_owned()) } else { Ok(()) };
        }
        let skenario = self.skenario.as_mut().ok_or("belum ada #skenario=NAMA di atas baris ini.")?;
        match word {
            "norma" => skenario.norma = Some(value.to_owned()),
            "lengkap" => {
                for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                    skenario.lengkap.push(kind(word)?);
                }
            }
            _ => return Err(format!("#{word}= tidak dikenal; yang ada #skenario=, #norma=, dan #lengkap=.")),
        }
        Ok(())
    }

    fn heading(&mut self, record: &csv::StringRecord, baris: u32) -> Result<(), String> {
        let mut titles: Vec<String> = record.iter().map(|t| t.trim().to_owned()).collect();
        // A spreadsheet makes all rows as wide as the widest.
        while titles.last().is_some_and(String::is_empty) {
            titles.pop();
        }
        self.bagian = Bagian::Rusak;
        if titles[0] == "kasus" {
            match columns(self.pack, self.berkas, baris, &titles, Bentuk::Skenario) {
                Ok(columns) => self.bagian = Bagian::Tanya(columns),
                Err(wrong) => self.wrong.extend(wrong),
            }
            return Ok(());
        }
        for (i, title) in titles.iter().enumerate() {
            if !KOLOM.contains(&title.as_str()) {
                return Err(format!("kolom {title} tidak dikenal; kolomnya: {}.", KOLOM.join(", ")));
            }
            if titles[..i].contains(title) {
                return Err(format!("kolom {title} ada dua kali."));
            }
        }
        if let Some(column) = WAJIB.iter().find(|column| !titles.iter().any(|t| t == *column)) {
            return Err(format!("kolom {column} tidak ada."));
        }
        self.bagian = Bagian::Terima(titles);
        Ok(())
    }

    /// Answers what the questions of the scenario rest on, now that all its documents are there.
    fn finish(&mut self) {
        let Some(skenario) = self.skenario.take() else { return };
        let place = format!("{} baris {}: skenario \"{}\"", self.berkas, skenario.baris, skenario.nama);
        if skenario.terima.is_empty() {
            self.wrong.push(format!("{place} tidak punya dokumen."));
        }
        let asked = &mut self.list[skenario.mulai..];
        if asked.is_empty() {
            self.wrong.push(format!("{place} tidak punya pertanyaan."));
        }
        let ledger = skenario.terima.ledger();
        let bacaan = Bacaan { lipat: &self.lipat, tables: self.tables, lengkap: &skenario.lengkap };
        for case in asked {
            let known = case.diketahui.map_or(Stamp::MAX, Stamp::end_of);
            let as_of = AsOf { effective: case.hari, known };
            let mut potret = skenario.terima.potret(self.pack, &bacaan, &ledger, as_of);
            let said = case.potret.known.iter().enumerate().filter(|(_, known)| **known != Known::Unknown);
            said.for_each(|(i, known)| potret.set(FaktaId(i as u16), known.clone()));
            case.potret = potret;
        }
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// A row as wide as its titles: what a spreadsheet left out at its end is empty.
fn fitted(record: &csv::StringRecord, width: usize) -> Result<csv::StringRecord, String> {
    if let Some(cell) = record.iter().skip(width).find(|cell| !cell.trim().is_empty()) {
        return Err(format!("\"{}\" tidak punya judul kolom.", cell.trim()));
    }
    let cells = record.iter().chain(std::iter::repeat(""));
    Ok(cells.take(width).collect())
}
