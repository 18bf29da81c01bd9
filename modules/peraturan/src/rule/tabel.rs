//! A decision table as people read one: labels instead of codes, bounds in words.

use kernel::Date;
use kernel::tables::Kepastian;
use law::Vocabulary;
use law::act::Span;
use law::number::Exact;
use law::table::{Cell, Policy, TableDef};
use law::value::{Type, long_date};

/// Rows of the table a page is about; the rest is counted.
pub const ROWS: usize = 200;
/// Rows of a table shown in passing.
pub const FEW: usize = 15;

/// A table.
#[derive(Clone, Debug)]
pub struct Tabel {
    /// Its name in norms.
    pub nama: String,
    /// The act that states it.
    pub akta: String,
    /// Which of several fitting rows answers.
    pub kebijakan: &'static str,
    /// Every possible input is covered, as the program proves.
    pub lengkap: bool,
    /// Days it holds.
    pub span: Span,
    /// Heads of its input columns, then of its output columns.
    pub kolom: Vec<String>,
    /// How many of them are outputs, from the right.
    pub hasil: usize,
    /// Rows.
    pub rows: Vec<Baris>,
    /// How many there are.
    pub total: usize,
}

/// A row of it.
#[derive(Clone, Debug)]
pub struct Baris {
    /// Cells, as many as columns.
    pub sel: Vec<String>,
    /// Article.
    pub dasar: String,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// Its own days, when they are not those of the table.
    pub span: Option<Span>,
    /// What a reader should know.
    pub catatan: String,
}

/// A table of an act, at most so many rows; on a law date only the rows of that day.
pub fn tabel(words: &Vocabulary, akta: &str, table: &TableDef, hukum: Option<Date>, limit: usize) -> Tabel {
    let rows: Vec<_> = table.rows.iter().filter(|r| hukum.is_none_or(|day| r.span.holds(day))).collect();
    let label = |name: &str| words.find(name).map_or(name.to_owned(), |id| words.fakta(id).label.to_string());
    let total = rows.len();
    let row = |r: &law::table::Row| {
        let inputs = r.cells.iter().zip(&table.inputs).map(|(cell, (_, tipe))| sel(words, cell, *tipe));
        let outs = r.outs.iter().map(|v| v.as_ref().map_or(String::new(), |v| v.show(words)));
        Baris {
            sel: inputs.chain(outs).collect(),
            dasar: r.dasar.to_string(),
            kepastian: r.kepastian,
            span: Some(r.span).filter(|span| *span != table.span),
            catatan: r.catatan.to_string(),
        }
    };
    Tabel {
        nama: table.nama.to_string(),
        akta: akta.to_owned(),
        kebijakan: match table.policy {
            Policy::Unik => "paling banyak satu baris cocok",
            Policy::Pertama => "baris pertama yang cocok dipakai",
            Policy::Turun => "dipakai nilai terbesar yang tidak melebihi",
        },
        lengkap: table.lengkap,
        span: table.span,
        kolom: table.inputs.iter().chain(&table.outputs).map(|(name, _)| label(name)).collect(),
        hasil: table.outputs.len(),
        rows: rows.into_iter().take(limit).map(row).collect(),
        total,
    }
}

/// What a cell accepts, in words.
pub fn sel(words: &Vocabulary, cell: &Cell, tipe: Type) -> String {
    let bound = |n: &Exact| match tipe {
        Type::Tanggal => n.whole().map_or(String::new(), |d| long_date(Date::from_days(d as i32))),
        _ => n.indonesian(),
    };
    match cell {
        Cell::Any => "apa saja".into(),
        Cell::There => "ada".into(),
        Cell::Missing => "tidak ada".into(),
        Cell::Yes(yes) => if *yes { "ya" } else { "tidak" }.into(),
        Cell::Words(text) => text.to_string(),
        Cell::Picks(list, absent) => {
            let label = |i: &u16| match tipe {
                Type::Pilihan(jenis) => words.jenis(jenis).label(*i).to_owned(),
                _ => i.to_string(),
            };
            let mut all: Vec<String> = list.iter().map(label).collect();
            all.extend(absent.then(|| "tidak ada".to_owned()));
            all.join(" / ")
        }
        Cell::Range(Some(low), Some(high)) if low == high => bound(low),
        Cell::Range(Some(low), Some(high)) => format!("{} s.d. {}", bound(low), bound(high)),
        Cell::Range(Some(low), None) => format!("≥ {}", bound(low)),
        Cell::Range(None, Some(high)) => format!("≤ {}", bound(high)),
        Cell::Open(Some(low), _) => format!("> {}", bound(low)),
        Cell::Open(None, Some(high)) => format!("< {}", bound(high)),
        Cell::Range(None, None) | Cell::Open(None, None) => "berapa pun".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_what_it_accepts() {
        let (n, words) = (|n: i64| Some(Exact::int(n)), Vocabulary::default());
        for (cell, tipe, said) in [
            (Cell::Any, Type::Bilangan, "apa saja"),
            (Cell::Range(n(3), n(6)), Type::Bilangan, "3 s.d. 6"),
            (Cell::Range(n(5), n(5)), Type::Bilangan, "5"),
            (Cell::Range(n(28), None), Type::Rupiah, "≥ 28"),
            (Cell::Open(None, n(18_870)), Type::Tanggal, "< 31 Agustus 2021"),
            (Cell::Missing, Type::Teks, "tidak ada"),
            (Cell::Yes(true), Type::YaTidak, "ya"),
        ] {
            assert_eq!(sel(&words, &cell, tipe), said);
        }
    }
}
