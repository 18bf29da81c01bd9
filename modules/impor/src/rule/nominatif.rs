//! A row of the nominatif: a person's state on the day of download, without documents.

use super::columns::{COLUMNS, LAYOUT, Part, at};
use super::trouble::{Trouble, Weight};
use kernel::{Cells, Date, Fact, Field, Kind, Nip, SourceRow, Type, Value};

/// The cells of a row after the reading rules, in the order of [`COLUMNS`], and what was lost before.
#[derive(Default, Clone, Debug)]
pub struct RawRow {
    /// Row number as a spreadsheet program shows it.
    pub number: u32,
    /// The 67 cells.
    pub cells: Cells,
    /// Columns beyond the layout.
    pub extra: Vec<(Box<str>, Box<str>)>,
    /// Cells that came damaged: place in [`COLUMNS`] and what to do.
    pub damaged: Vec<(u8, &'static str)>,
    /// The whole row could not be read (encoding).
    pub unreadable: Option<String>,
}

/// What a row says.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The NIP, when it is one.
    pub nip: Option<Nip>,
    /// The facts it states; meaningless when the row is refused.
    pub facts: Vec<Fact>,
    /// What is wrong or odd.
    pub troubles: Vec<Trouble>,
}

impl Reading {
    /// Whether the row must not be taken.
    pub fn refused(&self) -> bool {
        self.troubles.iter().any(|t| t.weight == Weight::Refusal)
    }
}

/// Kinds a row always speaks about, in the order of their facts.
pub const KINDS: [Kind; 8] = [
    Kind::Identitas,
    Kind::Status,
    Kind::Cpns,
    Kind::Pns,
    Kind::Golongan,
    Kind::Jabatan,
    Kind::UnitKerja,
    Kind::Pendidikan,
];

/// Reads a row. `post` makes the id of a post from unit and post name. Kinds without any cell state
/// nothing; what was known before then ends (an empty fact), because a row is a whole state.
pub fn read(row: &RawRow, post: impl Fn(&str, &str) -> String) -> Reading {
    let mut troubles = Vec::new();
    let mut refuse = |code, column: &str, value: &str, message: String, suggestion: &str| {
        troubles.push(Trouble::new(code, Weight::Refusal, column, value, message, suggestion));
    };
    if let Some(why) = &row.unreadable {
        refuse("IMP-05", "", "", why.clone(), "Simpan ulang berkas sebagai CSV UTF-8 dari sumbernya.");
        return Reading { nip: None, facts: Vec::new(), troubles };
    }
    if let Some(place) = (0..COLUMNS.len()).find(|&n| row.cells.get(n).contains(char::REPLACEMENT_CHARACTER))
    {
        let name = COLUMNS[place].name;
        let message = format!(
            "Kolom {name} memuat tanda \u{FFFD}: hurufnya hilang saat berkas disimpan dengan pengodean lain."
        );
        refuse("IMP-05", name, row.cells.get(place), message, "Ketik ulang isi sel itu dari sumbernya.");
    }
    let nip_cell = row.cells.get(at::NIP).trim();
    let nip = Nip::parse(nip_cell);
    if nip.is_none() {
        let message = nip_message(nip_cell);
        refuse("IMP-01", "nip_baru", nip_cell, message, "Salin NIP dari SK, simpan kolomnya sebagai teks.");
    }
    if row.cells.get(at::NAMA).trim().is_empty() {
        refuse("IMP-02", "nama", "", "Nama kosong.".into(), "Isi nama tanpa gelar sesuai SK.");
    }
    let mut values: [Vec<(Field, Value)>; KINDS.len()] = Default::default();
    let mut tmt: [Option<Date>; KINDS.len()] = [None; KINDS.len()];
    let mut doubts = Vec::new();
    for (place, column) in COLUMNS.iter().enumerate() {
        let cell = row.cells.get(place).trim();
        if cell.is_empty() {
            continue;
        }
        let (kind, ty) = match column.part {
            Part::Tmt(kind) => (kind, Type::Date),
            Part::Field(field) => (field.kind(), field.info().ty),
        };
        let Some(slot) = KINDS.iter().position(|k| *k == kind) else { continue };
        let value = match ty {
            Type::Text => Value::text(cell),
            Type::Date => match read_date(cell) {
                Some(day) => Value::Date(day),
                None => {
                    let (message, suggestion) = date_message(cell);
                    refuse("IMP-03", column.name, cell, message, suggestion);
                    continue;
                }
            },
            Type::Int => match cell.parse::<i64>() {
                Ok(n) => Value::Int(n),
                Err(_) => {
                    let message =
                        format!("{} bukan angka; isinya disimpan tetapi tidak dipakai.", column.name);
                    doubts.push(Trouble::new(
                        "IMP-11",
                        Weight::Doubt,
                        column.name,
                        cell,
                        message,
                        "Isi dengan angka.",
                    ));
                    continue;
                }
            },
        };
        match column.part {
            Part::Tmt(_) => tmt[slot] = value.as_date(),
            Part::Field(field) => values[slot].push((field, value)),
        }
    }
    for (place, hint) in &row.damaged {
        let place = usize::from(*place);
        let name = COLUMNS[place].name;
        doubts.push(Trouble::new(
            "IMP-12",
            Weight::Doubt,
            name,
            row.cells.get(place),
            *hint,
            "Ubah kolom menjadi teks, lalu isi ulang.",
        ));
    }
    troubles.extend(doubts);
    let (unor, jabatan) = (row.cells.get(at::UNOR).trim(), row.cells.get(at::JABATAN).trim());
    if !unor.is_empty() && !jabatan.is_empty() {
        let slot = &mut values[5];
        slot.push((Field::PosId, Value::Text(post(unor, jabatan).into())));
        slot.push((Field::JabatanUnorId, Value::text(unor)));
    }
    let facts = KINDS
        .iter()
        .zip(values)
        .zip(tmt)
        .map(|((kind, values), tmt)| Fact::new(*kind, tmt, values))
        .collect();
    Reading { nip, facts, troubles }
}

/// The row as the journal keeps it.
pub fn source_row(row: &RawRow) -> SourceRow {
    SourceRow { layout: LAYOUT, cells: row.cells.clone(), extra: row.extra.clone() }
}

/// A date as files of this kind write it: with separators, with a time of day behind it, or as the
/// serial number of a spreadsheet program (1900 system).
pub fn read_date(cell: &str) -> Option<Date> {
    let day = cell.split_once(' ').map_or(cell, |(day, _)| day);
    Date::parse(day).or_else(|| {
        // Five digits: days since 30 December 1899, as spreadsheet programs count from 1 March 1900 on.
        let serial = cell.parse::<i32>().ok().filter(|n| (10_000..=99_999).contains(n))?;
        Some(Date::from_days(serial - 25_569))
    })
}

fn nip_message(cell: &str) -> String {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    match (cell.is_empty(), digits == cell.chars().count()) {
        (true, _) => "NIP kosong. NIP terdiri dari 18 angka.".into(),
        (_, true) => format!("NIP terdiri dari 18 angka. Sel ini berisi {digits}."),
        (_, false) if cell.contains(['E', 'e']) && digits > 4 => {
            "NIP rusak: Excel menyimpannya sebagai bilangan dan membuang angka di belakang.".into()
        }
        _ => "NIP terdiri dari 18 angka. Sel ini memuat tanda lain.".into(),
    }
}

fn date_message(cell: &str) -> (String, &'static str) {
    let digits = |part: Option<&str>| part.and_then(|p| p.parse::<u32>().ok());
    let mut parts = cell.split(['-', '/', '.', ' ']);
    match (digits(parts.next()), digits(parts.next()), digits(parts.next())) {
        (Some(d), Some(m), Some(y))
            if (1..=31).contains(&d) && (1..=12).contains(&m) && (1900..=2200).contains(&y) =>
        {
            (
                format!("Tanggal {cell} tidak ada di kalender."),
                "Periksa SK; tulis tanggal yang benar sebagai hh-bb-tttt.",
            )
        }
        (Some(_), Some(_), Some(y)) if y > 2200 => (
            format!("Tahun {y} pada {cell} tidak mungkin."),
            "Periksa SK; tulis tanggal yang benar sebagai hh-bb-tttt.",
        ),
        _ => (format!("Tanggal \"{cell}\" tidak terbaca."), "Tulis sebagai hh-bb-tttt, misalnya 01-04-2022."),
    }
}
