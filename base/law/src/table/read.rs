//! From a CSV to a table: directives, columns, cells.

use super::{Cell, Policy, Row, TableDef, measure};
use crate::act::Span;
use crate::number::Exact;
use crate::reader::{At, Complaints};
use crate::value::{Type, Value};
use crate::vocabulary::{JenisId, Vocabulary};
use kernel::Date;
use kernel::tables::Kepastian;

/// Reads the CSV of a table; complaints say what is wrong with it.
pub fn read(
    path: &str,
    text: &str,
    span: Span,
    kepastian: Kepastian,
    words: &Vocabulary,
    complaints: &Complaints,
) -> Option<TableDef> {
    let text = text.trim_start_matches('\u{feff}');
    let file: std::sync::Arc<str> = path.into();
    let at = |baris: u32| At { berkas: file.clone(), baris };
    let nama = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".csv");
    let mut head = Head {
        policy: None,
        lengkap: false,
        dasar: "".into(),
        span,
        kepastian,
        menggantikan: None,
        delegasi: None,
    };
    let mut skipped = 0u32;
    for line in text.lines().take_while(|l| l.starts_with('#')) {
        skipped += 1;
        if let Err(sentence) = head.line(line) {
            complaints.add(&at(skipped), sentence);
        }
    }
    let Some(policy) = head.policy else {
        complaints.add(&at(1), "tulis #kebijakan=UNIK, PERTAMA, atau TURUN di atas judul kolom.");
        return None;
    };
    let body: usize = text.split_inclusive('\n').take(skipped as usize).map(str::len).sum();
    let mut csv = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes().get(body..)?);
    let titles: Vec<String> = match csv.headers() {
        Ok(titles) => titles.iter().map(|t| t.trim().to_owned()).collect(),
        Err(error) => {
            complaints.add(&at(skipped + 1), format!("judul kolom tidak terbaca ({error})."));
            return None;
        }
    };
    let mut records: Vec<(u32, Vec<String>)> = Vec::new();
    for record in csv.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |p| p.line() as u32) + skipped;
                records.push((line, record.iter().map(|c| c.trim().to_owned()).collect()));
            }
            Err(error) => complaints.add(&at(skipped + 1), format!("baris tidak terbaca ({error}).")),
        }
    }
    let columns = columns(&titles, &records, words).map_err(|s| complaints.add(&at(skipped + 1), s)).ok()?;
    let mut table = TableDef {
        nama: nama.into(),
        policy,
        lengkap: head.lengkap,
        span: head.span,
        menggantikan: head.menggantikan.clone(),
        delegasi: head.delegasi.clone(),
        inputs: columns.inputs.iter().map(|(_, n, t)| (n.clone(), *t)).collect(),
        outputs: columns.outputs.iter().map(|(_, n, t)| (n.clone(), *t)).collect(),
        rows: Vec::new(),
        at: at(skipped + 1),
    };
    if table.outputs.is_empty() {
        complaints.add(&at(skipped + 1), "tidak ada kolom hasil; judul kolom hasil diawali =>.");
    }
    for (line, record) in &records {
        match row(record, *line, &columns, &head, words) {
            Ok(row) => table.rows.push(row),
            Err(sentence) => complaints.add(&at(*line), sentence),
        }
    }
    table.check(words, complaints);
    Some(table)
}

struct Head {
    policy: Option<Policy>,
    lengkap: bool,
    dasar: Box<str>,
    span: Span,
    kepastian: Kepastian,
    menggantikan: Option<Box<str>>,
    delegasi: Option<Box<str>>,
}

impl Head {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let (key, value) = line[1..].split_once('=').ok_or("baris # ditulis #kunci=nilai.")?;
        // A spreadsheet pads every row to the width of the table.
        let value = value.trim_end_matches(',').trim().trim_matches('"');
        let day = || Date::parse(value).ok_or(format!("\"{value}\" bukan tanggal."));
        match key.trim() {
            "kebijakan" => {
                self.policy = Some(match value {
                    "UNIK" => Policy::Unik,
                    "PERTAMA" => Policy::Pertama,
                    "TURUN" => Policy::Turun,
                    _ => return Err(format!("kebijakan \"{value}\" tidak dikenal.")),
                });
            }
            "lengkap" => {
                self.lengkap = match value {
                    "ya" => true,
                    "tidak" => false,
                    _ => return Err(format!("lengkap \"{value}\" tidak dikenal; tulis ya atau tidak.")),
                };
            }
            "dasar" => self.dasar = value.into(),
            "kepastian" => {
                self.kepastian =
                    Kepastian::from_word(value).ok_or(format!("kepastian \"{value}\" tidak dikenal."))?;
            }
            "mulai" => self.span.mulai = day()?,
            "sampai" => self.span.sampai = Some(day()?),
            "menggantikan" => self.menggantikan = Some(value.into()),
            "delegasi" => self.delegasi = Some(value.into()),
            "catatan" | "sumber" => {}
            other => return Err(format!("#{other} tidak dikenal.")),
        }
        Ok(())
    }
}

struct Columns {
    inputs: Vec<(usize, Box<str>, Type)>,
    outputs: Vec<(usize, Box<str>, Type)>,
    about: [Option<usize>; 5],
}

const ABOUT: [&str; 5] = ["dasar", "kepastian", "mulai", "sampai", "catatan"];

fn columns(titles: &[String], records: &[(u32, Vec<String>)], words: &Vocabulary) -> Result<Columns, String> {
    let mut found = Columns { inputs: Vec::new(), outputs: Vec::new(), about: [None; 5] };
    for (i, title) in titles.iter().enumerate() {
        if let Some(about) = ABOUT.iter().position(|a| a == title) {
            found.about[about] = Some(i);
            continue;
        }
        let (side, name) = title.strip_prefix("=>").map_or((0, title.as_str()), |rest| (1, rest));
        let (name, tipe) = match name.split_once(':') {
            Some((name, word)) => {
                let tipe = words.type_of(word).ok_or(format!("tipe kolom \"{word}\" tidak dikenal."))?;
                (name, tipe)
            }
            None if side == 1 => (name, Type::Teks),
            None => match words.find(name) {
                Some(fakta) => (name, words.fakta(fakta).tipe),
                None => (name, guess(records.iter().filter_map(|r| r.1.get(i)))),
            },
        };
        if name.is_empty() {
            return Err(format!("kolom ke-{} tidak bernama.", i + 1));
        }
        let list = if side == 1 { &mut found.outputs } else { &mut found.inputs };
        if list.iter().any(|(_, known, _)| **known == *name) {
            let side = if side == 1 { "hasil" } else { "masukan" };
            return Err(format!("kolom {name} di kolom {side} ada dua kali."));
        }
        list.push((i, name.into(), tipe));
    }
    Ok(found)
}

/// The type of a column that is no fact, from what its cells look like.
fn guess<'r>(cells: impl Iterator<Item = &'r String>) -> Type {
    let bare = |c: &str| c.trim_start_matches(['<', '>', '=']).trim().to_owned();
    let parts: Vec<String> =
        cells.filter(|c| *c != "-").flat_map(|c| c.split("..").map(bare).collect::<Vec<_>>()).collect();
    let every =
        |fits: &dyn Fn(&str) -> bool| !parts.is_empty() && parts.iter().all(|p| p.is_empty() || fits(p));
    if every(&|p| p.len() == 10 && Date::parse(p).is_some()) {
        Type::Tanggal
    } else if every(&|p| Exact::parse(p).is_some_and(|n| n.whole().is_some())) {
        Type::Bilangan
    } else if every(&|p| Exact::parse(p).is_some()) {
        Type::Desimal
    } else {
        Type::Teks
    }
}

fn row(
    record: &[String],
    baris: u32,
    columns: &Columns,
    head: &Head,
    words: &Vocabulary,
) -> Result<Row, String> {
    let get = |i: usize| record.get(i).map_or("", String::as_str);
    let about = |i: usize| columns.about[i].map_or("", get);
    let mut cells = Vec::new();
    for (i, name, tipe) in &columns.inputs {
        cells.push(cell(get(*i), *tipe, words).map_err(|s| format!("kolom {name}: {s}"))?);
    }
    let mut outs = Vec::new();
    for (i, name, tipe) in &columns.outputs {
        let text = get(*i);
        outs.push(match text {
            "" => None,
            text => Some(words.parse_value(*tipe, text).map_err(|s| format!("kolom =>{name}: {s}"))?),
        });
    }
    let dasar: Box<str> = if about(0).is_empty() { head.dasar.clone() } else { about(0).into() };
    if dasar.is_empty() {
        return Err("baris ini tidak menyebut dasar.".to_owned());
    }
    let kepastian = match about(1) {
        "" => head.kepastian,
        word => Kepastian::from_word(word).ok_or(format!("kepastian \"{word}\" tidak dikenal."))?,
    };
    let day = |text: &str| match text {
        "" => Ok(None),
        text => Date::parse(text).map(Some).ok_or(format!("\"{text}\" bukan tanggal.")),
    };
    let span = Span {
        mulai: day(about(2))?.unwrap_or(head.span.mulai),
        sampai: day(about(3))?.or(head.span.sampai),
    };
    if span.sampai.is_some_and(|end| end <= span.mulai) {
        return Err("sampai harus sesudah mulai.".to_owned());
    }
    let written = columns.inputs.iter().map(|c| get(c.0).into()).collect();
    Ok(Row { cells, written, outs, dasar, kepastian, span, catatan: about(4).into(), baris })
}

fn cell(text: &str, tipe: Type, words: &Vocabulary) -> Result<Cell, String> {
    match text {
        "-" => return Ok(Cell::Any),
        "ada" => return Ok(Cell::There),
        "tidak_ada" => return Ok(Cell::Missing),
        "" => return Err("sel kosong; tulis - untuk apa saja.".to_owned()),
        _ => {}
    }
    match tipe {
        Type::Pilihan(jenis) => picks(text, jenis, words),
        Type::YaTidak => words.parse_value(tipe, text).map(|v| Cell::Yes(v == Value::Yes(true))),
        Type::Teks => Ok(Cell::Words(text.into())),
        _ => range(text, tipe, words),
    }
}

/// `A;B` single choices, `A;tidak_ada` with absence, `A..C` from one to another in the order of the list.
fn picks(text: &str, jenis: JenisId, words: &Vocabulary) -> Result<Cell, String> {
    let list = words.jenis(jenis);
    let place = |word: &str| {
        list.find(word.trim()).ok_or(format!("\"{word}\" bukan pilihan. Pilihannya: {}.", list.words()))
    };
    let (mut picks, mut absent) = (Vec::new(), false);
    for part in text.split(';') {
        match part.split_once("..") {
            _ if part.trim() == "tidak_ada" => absent = true,
            Some(_) if !list.berurut => {
                return Err(format!("{} tidak berurut; sebut pilihannya satu per satu dengan ;.", list.nama));
            }
            Some((low, high)) if place(low)? > place(high)? => {
                return Err(format!("rentang \"{part}\" terbalik."));
            }
            Some((low, high)) => picks.extend(place(low)?..=place(high)?),
            None => picks.push(place(part)?),
        }
    }
    Ok(Cell::Picks(picks, absent))
}

fn range(text: &str, tipe: Type, words: &Vocabulary) -> Result<Cell, String> {
    let read = |text: &str| -> Result<Exact, String> {
        let value = words.parse_value(tipe, text.trim())?;
        measure(&value).ok_or_else(|| format!("\"{text}\" tidak dapat dibandingkan."))
    };
    for (sign, low, open) in
        [("<=", false, false), (">=", true, false), ("<", false, true), (">", true, true)]
    {
        if let Some(rest) = text.strip_prefix(sign) {
            let bound = Some(read(rest)?);
            let (low, high) = if low { (bound, None) } else { (None, bound) };
            return Ok(if open { Cell::Open(low, high) } else { Cell::Range(low, high) });
        }
    }
    if let Some((low, high)) = text.split_once("..") {
        let bound = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
        let (low, high) = (bound(low)?, bound(high)?);
        if low.zip(high).is_some_and(|(low, high)| high < low) {
            return Err(format!("rentang \"{text}\" terbalik."));
        }
        return Ok(Cell::Range(low, high));
    }
    let one = read(text)?;
    Ok(Cell::Range(Some(one), Some(one)))
}
