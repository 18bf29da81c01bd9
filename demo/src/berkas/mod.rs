//! Files as SIASN and the personnel offices hand them out, for tests, measurements and
//! demonstrations: clean, with planted faults in known counts, and with cells as spreadsheets
//! leave them. The same spec gives the same bytes.

pub mod columns;
mod csv;
pub mod faults;
pub mod hostile;
mod others;
mod plan;
mod riwayat;
#[cfg(test)]
mod tests;

pub use columns::COLUMNS;
pub use others::{write_kontrak, write_peta_jabatan, write_skp, write_unor};
pub use riwayat::{DOCUMENT_COLUMNS, write_riwayat};

use crate::rng::Rng;
use columns::{Row, at};
use csv::Csv;
use kernel::{Cells, Date};
use plan::{Mark, Plan};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What files to make. All files of one spec speak of the same people, units and posts.
#[derive(Clone, Debug)]
pub struct NominatifSpec {
    /// Where chance begins.
    pub seed: u64,
    /// Rows of people in the nominatif, refused ones included.
    pub rows: usize,
    /// Plant the faults of [`faults::FAULTS`].
    pub faults: bool,
    /// Plant the alterations and refusals of [`hostile`].
    pub hostile: bool,
    /// BKN's id and the name; "Provinsi" in the name gives a province's tree, else a kabupaten's.
    pub instansi: (String, String),
    /// The day the files are of.
    pub today: Date,
    /// Columns beyond the 67, one of them in the middle.
    pub extra_columns: bool,
    /// Columns in another order.
    pub reorder: bool,
    /// `b','` or `b';'`.
    pub delimiter: u8,
    /// A byte order mark in front.
    pub bom: bool,
    /// Lines end in CR LF.
    pub crlf: bool,
    /// Three rows of title above the header.
    pub judul: bool,
}

impl NominatifSpec {
    /// A clean, plain file of a kabupaten.
    pub fn new(seed: u64, rows: usize, today: Date) -> NominatifSpec {
        NominatifSpec {
            seed,
            rows,
            faults: false,
            hostile: false,
            instansi: (crate::province::instansi_id(1), "Pemerintah Kabupaten Telaga Wangi".to_owned()),
            today,
            extra_columns: false,
            reorder: false,
            delimiter: b',',
            bom: false,
            crlf: false,
            judul: false,
        }
    }
}

/// A row that must be refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Record number in the file, counted from 1 with title and header.
    pub baris: u64,
    /// The NIP as written.
    pub nip: String,
    /// A name of [`hostile::REFUSALS`].
    pub alasan: &'static str,
}

/// How posts are filled once the file is taken in.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct PostTotals {
    /// Posts on the map.
    pub posts: u64,
    /// Posts with at least one holder.
    pub filled: u64,
    /// Posts with none.
    pub vacant: u64,
    /// Posts with more holders than needed.
    pub overfilled: u64,
    /// People needed.
    pub kebutuhan: u64,
    /// People placed.
    pub holders: u64,
}

/// What was planted: the answers a check has to come to.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Planted {
    /// Data rows written.
    pub rows: u64,
    /// People an import must take (rows without the refused).
    pub people: u64,
    /// Faults by kind; pairs count once.
    pub faults: BTreeMap<&'static str, u64>,
    /// The people with each fault as their NIP is written; pairs give both.
    pub nips: BTreeMap<&'static str, Vec<String>>,
    /// Alterations by kind, to be taken without loss.
    pub oddities: BTreeMap<&'static str, u64>,
    /// Refusals by reason.
    pub refused: BTreeMap<&'static str, u64>,
    /// Each refused row.
    pub refused_rows: Vec<Refused>,
    /// People taken, by status.
    pub status: BTreeMap<&'static str, u64>,
    /// Posts by how they are filled.
    pub posts: PostTotals,
    /// Units in the unor list.
    pub units: u64,
}

impl Planted {
    /// As JSON, for a look beside the files.
    pub fn json(&self) -> String {
        let counts = |map: &BTreeMap<&str, u64>| {
            let parts: Vec<String> = map.iter().map(|(k, v)| format!("\"{k}\": {v}")).collect();
            format!("{{{}}}", parts.join(", "))
        };
        let texts = |list: &[String]| {
            let parts: Vec<String> = list.iter().map(|t| format!("\"{}\"", t.trim())).collect();
            format!("[{}]", parts.join(", "))
        };
        let nips: Vec<String> = self.nips.iter().map(|(k, v)| format!("    \"{k}\": {}", texts(v))).collect();
        let rows: Vec<String> = self
            .refused_rows
            .iter()
            .map(|r| {
                format!(
                    "    {{\"baris\": {}, \"nip\": \"{}\", \"alasan\": \"{}\"}}",
                    r.baris,
                    r.nip.trim(),
                    r.alasan
                )
            })
            .collect();
        let p = &self.posts;
        format!(
            "{{\n  \"baris\": {},\n  \"orang\": {},\n  \"unit\": {},\n  \"cacat\": {},\n  \"aneh\": {},\n  \"ditolak\": {},\n  \"status\": {},\n  \
             \"jabatan\": {{\"pos\": {}, \"terisi\": {}, \"kosong\": {}, \"lebih\": {}, \"kebutuhan\": {}, \"pemangku\": {}}},\n  \
             \"nip_cacat\": {{\n{}\n  }},\n  \"baris_ditolak\": [\n{}\n  ]\n}}\n",
            self.rows,
            self.people,
            self.units,
            counts(&self.faults),
            counts(&self.oddities),
            counts(&self.refused),
            counts(&self.status),
            p.posts,
            p.filled,
            p.vacant,
            p.overfilled,
            p.kebutuhan,
            p.holders,
            nips.join(",\n"),
            rows.join(",\n"),
        )
    }
}

/// A column of the written file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// Place in [`COLUMNS`].
    Siasn(usize),
    /// A column of the office's own.
    Extra(&'static str),
}

/// The columns of a file in the order written.
pub fn layout(spec: &NominatifSpec) -> Vec<Column> {
    let mut list: Vec<Column> = (0..COLUMNS.len()).map(Column::Siasn).collect();
    if spec.extra_columns {
        list.insert(30, Column::Extra("eselon_level"));
        list.extend([Column::Extra("eselon_id"), Column::Extra("catatan operator")]);
    }
    if spec.reorder {
        Rng::new(spec.seed, 0xC0_1035).shuffle(&mut list);
    }
    list
}

/// The rows of a nominatif in the order of [`COLUMNS`], one kept in memory at a time.
pub struct Rows<'a> {
    plan: Plan<'a>,
    next: usize,
    row: Row,
}

impl<'a> Rows<'a> {
    /// Decides on people and faults, writes nothing yet.
    pub fn new(spec: &'a NominatifSpec) -> Rows<'a> {
        Rows { plan: Plan::new(spec), next: 0, row: Row::default() }
    }

    /// The next row; `None` after the last.
    pub fn next_row(&mut self) -> Option<&Row> {
        self.step().map(|_| &self.row)
    }

    /// Writes the next row into `self.row`, and says what is odd about it.
    fn step(&mut self) -> Option<(usize, Mark)> {
        let n = self.next;
        if n == self.plan.len() {
            return None;
        }
        self.next += 1;
        let mark = self.plan.mark(n);
        let profil = self.plan.profil(n);
        columns::write_row(&self.plan, &profil, self.plan.seat(n), &mut self.row);
        match mark {
            Mark::Fault(kind) => {
                faults::spoil(&self.plan, n, faults::FAULTS[usize::from(kind)].name, &profil, &mut self.row);
            }
            Mark::Odd(kind) => {
                hostile::alter(hostile::ODDITIES[usize::from(kind)].0, self.plan.nth(n), &mut self.row)
            }
            Mark::Refused(kind) => {
                hostile::ruin(&self.plan, n, hostile::REFUSALS[usize::from(kind)].name, &mut self.row);
            }
            Mark::Clean | Mark::Partner => {}
        }
        Some((n, mark))
    }
}

/// The rows as cells of their own, for writers of other formats.
pub fn rows(spec: &NominatifSpec) -> impl Iterator<Item = Cells> + '_ {
    let mut rows = Rows::new(spec);
    std::iter::from_fn(move || {
        let row = rows.next_row()?;
        let mut cells = Cells::default();
        row.cells().iter().for_each(|c| cells.push(c));
        Some(cells)
    })
}

/// What [`write_nominatif`] would plant, without writing.
pub fn planted(spec: &NominatifSpec) -> Planted {
    write_nominatif(spec, &mut io::sink()).unwrap_or_default()
}

/// Writes the nominatif with its 67 columns and says what was planted in it.
pub fn write_nominatif(spec: &NominatifSpec, out: &mut impl Write) -> io::Result<Planted> {
    let layout = layout(spec);
    let mut csv = Csv::new(spec, out)?;
    let mut baris = 0;
    if spec.judul {
        for title in ["DAFTAR NOMINATIF PEGAWAI", &spec.instansi.1, ""] {
            baris += 1;
            csv.record((0..layout.len()).map(|n| if n == 0 { title } else { "" }))?;
        }
    }
    baris += 1;
    csv.record(layout.iter().map(|c| match c {
        Column::Siasn(n) => COLUMNS[*n],
        Column::Extra(name) => name,
    }))?;
    let mut rows = Rows::new(spec);
    let mut planted = Planted { units: rows.plan.org.units.len() as u64, ..Planted::default() };
    while let Some((n, mark)) = rows.step() {
        baris += 1;
        note(&mut planted, &rows, n, mark, baris);
        for column in &layout {
            csv.cell(match column {
                Column::Siasn(place) => rows.row.get(*place),
                Column::Extra("catatan operator") if n.is_multiple_of(50) => "sudah dicek, lihat map biru",
                Column::Extra("eselon_id") if rows.row.get(at::JENIS_JABATAN_ID) != "1" => "99",
                Column::Extra(_) => "",
            });
        }
        match mark {
            Mark::Refused(kind) if hostile::REFUSALS[usize::from(kind)].name == "bukan_utf8" => {
                csv.end_broken()?
            }
            _ => csv.end()?,
        }
    }
    planted.posts = rows.plan.totals();
    Ok(planted)
}

/// Keeps the books while rows are written.
fn note(planted: &mut Planted, rows: &Rows<'_>, n: usize, mark: Mark, baris: u64) {
    planted.rows += 1;
    let nip = rows.row.get(at::NIP);
    match mark {
        Mark::Refused(kind) => {
            let alasan = hostile::REFUSALS[usize::from(kind)].name;
            *planted.refused.entry(alasan).or_default() += 1;
            planted.refused_rows.push(Refused { baris, nip: nip.to_owned(), alasan });
            return;
        }
        Mark::Fault(kind) => {
            let name = faults::FAULTS[usize::from(kind)].name;
            *planted.faults.entry(name).or_default() += 1;
            let list = planted.nips.entry(name).or_default();
            list.push(nip.to_owned());
            if let Some(partner) = rows.plan.partner(n) {
                list.push(rows.plan.profil(partner).nip());
            }
        }
        Mark::Odd(kind) => *planted.oddities.entry(hostile::ODDITIES[usize::from(kind)].0).or_default() += 1,
        Mark::Clean | Mark::Partner => {}
    }
    planted.people += 1;
    *planted.status.entry(rows.plan.profil(n).status.text()).or_default() += 1;
}
