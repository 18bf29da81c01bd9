//! Reading one table: columns by name, refusals that say which line and what to write instead.

use super::{Citation, Kepastian};
use crate::date::Date;

/// One CSV file of `peraturan/tabel` while it is being read.
pub(super) struct Sheet<'t> {
    name: &'t str,
    columns: Vec<String>,
    rows: Vec<(u64, csv::StringRecord)>,
}

/// One line of it.
pub(super) struct Line<'s> {
    sheet: &'s Sheet<'s>,
    number: u64,
    record: &'s csv::StringRecord,
}

/// Refusals gathered so far; reading goes on so that all of them are told at once.
pub(super) type Refusals = Vec<String>;

impl<'t> Sheet<'t> {
    pub(super) fn read(name: &'t str, text: &str, columns: &[&str], refusals: &mut Refusals) -> Sheet<'t> {
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
        let mut sheet = Sheet { name, columns: Vec::new(), rows: Vec::new() };
        match reader.headers() {
            Ok(head) => sheet.columns = head.iter().map(str::to_owned).collect(),
            Err(e) => refusals.push(format!("{name}: baris judul tidak terbaca ({e}).")),
        }
        for column in columns.iter().chain(&["dasar", "mulai", "sampai", "kepastian", "sumber"]) {
            if !sheet.columns.iter().any(|c| c == column) {
                refusals.push(format!("{name}: kolom {column} tidak ada. Tambahkan pada baris judul."));
            }
        }
        for record in reader.records() {
            match record {
                Ok(record) => sheet.rows.push((record.position().map_or(0, |p| p.line()), record)),
                Err(e) => refusals.push(format!("{name}: satu baris tidak terbaca ({e}).")),
            }
        }
        sheet
    }

    /// A table that was not given: no lines.
    pub(super) fn empty(name: &'t str) -> Sheet<'t> {
        Sheet { name, columns: Vec::new(), rows: Vec::new() }
    }

    pub(super) fn lines<'s>(&'s self) -> impl Iterator<Item = Line<'s>> {
        self.rows.iter().map(|(number, record)| Line { sheet: self, number: *number, record })
    }
}

impl Line<'_> {
    /// The cell of a column, without outer spaces; `""` when the column is missing (already refused).
    pub(super) fn cell(&self, column: &str) -> &str {
        let at = self.sheet.columns.iter().position(|c| c == column);
        at.and_then(|at| self.record.get(at)).unwrap_or("").trim()
    }

    pub(super) fn refuse(&self, refusals: &mut Refusals, what: &str) {
        refusals.push(format!("{} baris {}: {what}", self.sheet.name, self.number));
    }

    /// A cell that may not be empty.
    pub(super) fn need(&self, column: &str, refusals: &mut Refusals) -> &str {
        let cell = self.cell(column);
        if cell.is_empty() {
            self.refuse(refusals, &format!("kolom {column} kosong. Isi kolom itu."));
        }
        cell
    }

    /// A whole number.
    pub(super) fn number(&self, column: &str, refusals: &mut Refusals) -> i64 {
        self.cell(column).parse().unwrap_or_else(|_| {
            let cell = self.cell(column);
            self.refuse(refusals, &format!("kolom {column} berisi \"{cell}\". Tulis bilangan bulat."));
            0
        })
    }

    /// A number with at most four decimals, in ten-thousandths.
    pub(super) fn decimal(&self, column: &str, refusals: &mut Refusals) -> u32 {
        let cell = self.cell(column);
        let (whole, part) = cell.split_once('.').unwrap_or((cell, ""));
        let digits = format!("{whole}{part:0<4}");
        match digits.parse::<u32>() {
            Ok(n) if part.len() <= 4 && !whole.is_empty() => n,
            _ => {
                let help = "Tulis angka dengan titik desimal, paling banyak empat angka di belakangnya.";
                self.refuse(refusals, &format!("kolom {column} berisi \"{cell}\". {help}"));
                0
            }
        }
    }

    /// One of a closed list of words.
    pub(super) fn word<T: Copy>(
        &self,
        column: &str,
        words: &[(&str, T)],
        refusals: &mut Refusals,
    ) -> Option<T> {
        let cell = self.cell(column);
        let found = words.iter().find(|w| w.0 == cell).map(|w| w.1);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|w| w.0).filter(|w| !w.is_empty()).collect();
            let known = known.join(", ");
            self.refuse(refusals, &format!("kolom {column} berisi \"{cell}\". Pilih salah satu: {known}."));
        }
        found
    }

    fn day(&self, column: &str, refusals: &mut Refusals) -> Option<Date> {
        let cell = self.cell(column);
        let day = Date::parse(cell);
        if day.is_none() && !cell.is_empty() {
            self.refuse(refusals, &format!("kolom {column} berisi \"{cell}\". Tulis tanggal: tttt-bb-hh."));
        }
        day
    }

    /// The five columns every row carries. `dated` rows must say since when they hold.
    pub(super) fn citation(&self, dated: bool, refusals: &mut Refusals) -> Citation {
        let dasar = self.need("dasar", refusals);
        let mulai = self.day("mulai", refusals);
        let sampai = self.day("sampai", refusals);
        if dated && mulai.is_none() {
            self.refuse(refusals, "kolom mulai kosong. Tulis hari pertama nilai ini berlaku.");
        }
        if let (Some(from), Some(until)) = (mulai, sampai)
            && until < from
        {
            self.refuse(refusals, "sampai mendahului mulai. Periksa kedua tanggal.");
        }
        let kepastian = self.word("kepastian", &Kepastian::WORDS, refusals);
        Citation {
            dasar: dasar.into(),
            mulai: mulai.unwrap_or(Date::MIN),
            sampai,
            kepastian: kepastian.unwrap_or(Kepastian::Low),
            sumber: self.cell("sumber").into(),
        }
    }
}
