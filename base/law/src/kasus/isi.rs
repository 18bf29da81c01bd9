//! What a row of a scenario states, in the words of the register's kinds and fields.

use super::day;
use kernel::{Constraint, Fact, Field, Kind, Type, Value};

/// Word of `jenis` for what no register holds: facts the questioner brings.
pub const KETERANGAN: &str = "keterangan";

/// A row with its cells by column.
pub struct Sel<'a> {
    /// Titles of the table.
    pub titles: &'a [String],
    /// The row, as wide as its titles.
    pub record: &'a csv::StringRecord,
}

impl<'a> Sel<'a> {
    /// A cell, empty when there is no such column.
    pub fn get(&self, column: &str) -> &'a str {
        let place = self.titles.iter().position(|title| title == column);
        place.and_then(|i| self.record.get(i)).unwrap_or("").trim()
    }
}

/// A kind of history of people by its word.
///
/// # Errors
/// A sentence with those there are.
pub fn kind(word: &str) -> Result<Kind, String> {
    let of_people = |kind: &Kind| kind.about_pegawai();
    Kind::from_name(word).filter(of_people).ok_or_else(|| {
        let all: Vec<&str> = Kind::ALL.iter().copied().filter(of_people).map(|k| k.info().name).collect();
        format!("jenis \"{word}\" tidak dikenal; pilihannya: {}, {KETERANGAN}.", all.join(", "))
    })
}

/// A statement of a kind.
///
/// # Errors
/// A sentence.
pub fn fact(kind: Kind, sel: &Sel<'_>) -> Result<Fact, String> {
    let get = |column: &str| sel.get(column);
    let info = kind.info();
    let (tmt, sampai) = (day(get("tmt"))?, day(get("sampai"))?);
    if sampai.is_some() && info.constraint != Constraint::Interval {
        return Err(format!("{} tidak punya hari berakhir; kosongkan kolom sampai.", info.name));
    }
    let mut values: Vec<(Field, Value)> = Vec::new();
    for (name, text) in pairs(get("isi"))? {
        let field = info.fields.iter().copied().find(|f| f.info().name == name).ok_or_else(|| {
            let all: Vec<&str> = info.fields.iter().map(|f| f.info().name).collect();
            format!("{} tidak punya ruas {name}; ruasnya: {}.", info.name, all.join(", "))
        })?;
        if values.iter().any(|(known, _)| *known == field) {
            return Err(format!("ruas {name} ditulis dua kali."));
        }
        values.push((field, value(field, text).map_err(|s| format!("{name}: {s}"))?));
    }
    if values.is_empty() && tmt.is_none() {
        return Err("kolom tmt dan isi kosong; dokumen ini tidak menyatakan apa pun.".to_owned());
    }
    Ok(Fact::new(kind, tmt, values).until(sampai))
}

fn value(field: Field, text: &str) -> Result<Value, String> {
    match field.info().ty {
        Type::Text => Ok(Value::text(text)),
        Type::Date => day(text)?.map(Value::Date).ok_or_else(|| "tanggalnya kosong.".to_owned()),
        Type::Int => text.parse().map(Value::Int).map_err(|_| format!("\"{text}\" bukan bilangan bulat.")),
    }
}

/// `golongan=III/b; mk_tahun=4`
///
/// # Errors
/// A sentence.
pub fn pairs(isi: &str) -> Result<Vec<(&str, &str)>, String> {
    let written = isi.split(';').map(str::trim).filter(|pair| !pair.is_empty());
    written
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) if !value.trim().is_empty() => Ok((name.trim(), value.trim())),
            _ => Err(format!("isi \"{pair}\" harus ditulis ruas=nilai, dipisah titik koma.")),
        })
        .collect()
}
