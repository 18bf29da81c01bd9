//! A row of a list: its cells by column name, and what is wrong with them.

use super::lists::ListColumn;
use super::nominatif::read_date;
use super::trouble::{Trouble, Weight};
use kernel::{Date, Nip};
use std::ops::RangeInclusive;

/// Which columns the file at hand has.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The columns of the list.
    pub columns: Vec<ListColumn>,
    /// Which of them the file has.
    pub present: Vec<bool>,
}

impl Layout {
    /// Whether the file has a column.
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some_and(|at| self.present.get(at) == Some(&true))
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }
}

/// The cells of a row after the reading rules, in the order of the list's columns.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Row number as a spreadsheet program shows it.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// Cells that came damaged: place among the columns and what to do.
    pub damaged: Vec<(usize, &'static str)>,
    /// The whole row could not be read.
    pub unreadable: Option<String>,
}

/// Reads the cells of one row and gathers what is wrong.
pub struct Cells<'a> {
    layout: &'a Layout,
    line: &'a Line,
    /// What was found so far.
    pub troubles: Vec<Trouble>,
}

impl<'a> Cells<'a> {
    /// Begins with a row.
    pub fn new(layout: &'a Layout, line: &'a Line) -> Cells<'a> {
        let mut cells = Cells { layout, line, troubles: Vec::new() };
        if let Some(why) = &line.unreadable {
            cells.refuse("IMP-05", "", why.clone(), "Simpan ulang berkas sebagai CSV UTF-8 dari sumbernya.");
        }
        for (place, hint) in &line.damaged {
            let name = layout.columns.get(*place).map_or("", |c| c.name);
            cells.refuse("IMP-32", name, *hint, "Ubah kolom menjadi teks, isi ulang, lalu kirim lagi.");
        }
        cells
    }

    /// The cell of a column, `""` when the file does not have it.
    pub fn text(&self, name: &str) -> &'a str {
        let cell = self.layout.place(name).and_then(|at| self.line.cells.get(at));
        cell.map_or("", |text| text.trim())
    }

    /// The cell of a column that may not be empty.
    pub fn need(&mut self, name: &str, suggestion: &str) -> &'a str {
        let cell = self.text(name);
        if cell.is_empty() && self.line.unreadable.is_none() {
            self.refuse("IMP-22", name, format!("Kolom {name} kosong."), suggestion);
        }
        cell
    }

    /// A date; `None` when empty or unreadable.
    pub fn date(&mut self, name: &str) -> Option<Date> {
        let cell = self.text(name);
        if cell.is_empty() {
            return None;
        }
        let day = read_date(cell);
        if day.is_none() {
            self.refuse(
                "IMP-03",
                name,
                format!("Tanggal \"{cell}\" pada kolom {name} tidak terbaca atau tidak ada di kalender."),
                "Tulis sebagai hh-bb-tttt, misalnya 01-04-2022.",
            );
        }
        day
    }

    /// A whole number; `None` when empty or not one of `allowed`.
    pub fn int(&mut self, name: &str, allowed: RangeInclusive<i64>) -> Option<i64> {
        let cell = self.text(name);
        if cell.is_empty() {
            return None;
        }
        let number = cell.parse().ok().filter(|n| allowed.contains(n));
        if number.is_none() {
            self.refuse(
                "IMP-27",
                name,
                format!("Kolom {name} berisi \"{cell}\", bukan bilangan bulat yang mungkin di sini."),
                "Isi dengan angka saja, tanpa satuan dan tanpa tanda baca.",
            );
        }
        number
    }

    /// The NIP of the row.
    pub fn nip(&mut self) -> Option<Nip> {
        let cell = self.text("nip");
        let nip = Nip::parse(cell);
        if nip.is_none() && self.line.unreadable.is_none() {
            let digits = cell.chars().filter(char::is_ascii_digit).count();
            let message = match cell.is_empty() {
                true => "NIP kosong. NIP terdiri dari 18 angka.".to_owned(),
                false if digits == cell.chars().count() => {
                    format!("NIP terdiri dari 18 angka. Sel ini berisi {digits}.")
                }
                false => "NIP terdiri dari 18 angka. Sel ini memuat tanda lain.".to_owned(),
            };
            self.refuse("IMP-01", "nip", message, "Salin NIP dari SK, simpan kolomnya sebagai teks.");
        }
        nip
    }

    /// Refuses the row.
    pub fn refuse(&mut self, code: &'static str, column: &str, message: impl Into<String>, suggestion: &str) {
        self.say(code, Weight::Refusal, column, message, suggestion);
    }

    /// Takes the row with a doubt.
    pub fn doubt(&mut self, code: &'static str, column: &str, message: impl Into<String>, suggestion: &str) {
        self.say(code, Weight::Doubt, column, message, suggestion);
    }

    fn say(
        &mut self,
        code: &'static str,
        weight: Weight,
        column: &str,
        message: impl Into<String>,
        suggestion: &str,
    ) {
        self.troubles.push(Trouble::new(code, weight, column, self.text(column), message, suggestion));
    }
}
