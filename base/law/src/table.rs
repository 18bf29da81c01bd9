//! Decision tables: CSV with a hit policy, a citation in every row, and proof that no row hides another.

use crate::act::Span;
use crate::number::Exact;
use crate::reader::{At, Complaints};
use crate::value::{Known, Type, Value};
use crate::vocabulary::{JenisId, Vocabulary};
use kernel::Date;
use kernel::tables::Kepastian;
use std::collections::BTreeMap;

/// Which of several fitting rows answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// At most one row may fit; the loader proves it.
    Unik,
    /// The first that fits.
    Pertama,
    /// Of the last input column the greatest value that does not exceed what is asked.
    Turun,
}

/// What a cell accepts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Anything, also what is unknown.
    Any,
    /// One of these choices; `true` when known to be absent fits as well.
    Picks(Vec<u16>, bool),
    /// A number or day within bounds, both inclusive; days as days since 1970.
    Range(Option<Exact>, Option<Exact>),
    /// Strictly below, or strictly above.
    Open(Option<Exact>, Option<Exact>),
    /// Yes or no.
    Yes(bool),
    /// These words.
    Words(Box<str>),
    /// Known to be there, whatever it is.
    There,
    /// Known not to be there.
    Missing,
}

/// A table in one version, as an act states it.
#[derive(Clone, Debug)]
pub struct TableDef {
    /// Its name in norms.
    pub nama: Box<str>,
    /// Hit policy.
    pub policy: Policy,
    /// Whether every possible input must be covered.
    pub lengkap: bool,
    /// Days.
    pub span: Span,
    /// The act whose version ends where this one begins.
    pub menggantikan: Option<Box<str>>,
    /// Which regional acts may fill it.
    pub delegasi: Option<Box<str>>,
    /// Input columns.
    pub inputs: Vec<(Box<str>, Type)>,
    /// Output columns.
    pub outputs: Vec<(Box<str>, Type)>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Where it stands.
    pub at: At,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it accepts, by input column.
    pub cells: Vec<Cell>,
    /// The inputs as written.
    pub written: Vec<Box<str>>,
    /// What it answers, by output column; `None` where the cell is empty.
    pub outs: Vec<Option<Value>>,
    /// Article.
    pub dasar: Box<str>,
    /// How sure.
    pub kepastian: Kepastian,
    /// Days.
    pub span: Span,
    /// What a reader should know.
    pub catatan: Box<str>,
    /// Line of the file.
    pub baris: u32,
}

/// What a look-up found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// This row.
    Row(usize),
    /// It depends on what is not known.
    Unknown,
    /// The table says nothing of this.
    Nothing,
}

/// The number a value is compared by in a range: days count from 1970.
pub fn measure(value: &Value) -> Option<Exact> {
    match value {
        Value::Num(n) => Some(*n),
        Value::Day(d) => Some(Exact::int(i64::from(d.days()))),
        _ => None,
    }
}

impl Cell {
    /// Whether it accepts a fact; `None` when that is not known.
    pub fn accepts(&self, known: &Known) -> Option<bool> {
        match (self, known) {
            (Cell::Any, _) => Some(true),
            (_, Known::Unknown | Known::Conflict) => None,
            (Cell::Missing, known) => Some(*known == Known::Absent),
            (Cell::Picks(_, absent), Known::Absent) => Some(*absent),
            (_, Known::Absent) => Some(false),
            (Cell::There, Known::Is(_)) => Some(true),
            (Cell::Picks(list, _), Known::Is(Value::Pick(_, i))) => Some(list.contains(i)),
            (Cell::Yes(yes), Known::Is(Value::Yes(is))) => Some(yes == is),
            (Cell::Words(words), Known::Is(Value::Text(is))) => Some(words == is),
            (Cell::Range(low, high), Known::Is(value)) => {
                let n = measure(value)?;
                Some(low.is_none_or(|low| low <= n) && high.is_none_or(|high| n <= high))
            }
            (Cell::Open(low, high), Known::Is(value)) => {
                let n = measure(value)?;
                Some(low.is_none_or(|low| low < n) && high.is_none_or(|high| n < high))
            }
            _ => Some(false),
        }
    }

    fn meets(&self, other: &Cell) -> bool {
        match (self, other) {
            (Cell::Any, _) | (_, Cell::Any) => true,
            (Cell::Missing, Cell::Missing) => true,
            (Cell::Missing, Cell::Picks(_, absent)) | (Cell::Picks(_, absent), Cell::Missing) => *absent,
            (Cell::Missing, _) | (_, Cell::Missing) => false,
            (Cell::There, _) | (_, Cell::There) => true,
            (Cell::Picks(a, n), Cell::Picks(b, m)) => (*n && *m) || a.iter().any(|x| b.contains(x)),
            (Cell::Yes(a), Cell::Yes(b)) => a == b,
            (Cell::Words(a), Cell::Words(b)) => a == b,
            (a, b) => {
                let ((al, ah, ao), (bl, bh, bo)) = (a.bounds(), b.bounds());
                let below = |high: Option<Exact>, low: Option<Exact>| match (high, low) {
                    (Some(high), Some(low)) => high < low || (high == low && (ao || bo)),
                    _ => false,
                };
                !below(ah, bl) && !below(bh, al)
            }
        }
    }

    fn bounds(&self) -> (Option<Exact>, Option<Exact>, bool) {
        match self {
            Cell::Range(low, high) => (*low, *high, false),
            Cell::Open(low, high) => (*low, *high, true),
            _ => (None, None, false),
        }
    }
}

impl TableDef {
    /// Which row answers, among those in force on a law date.
    pub fn find(&self, inputs: &[Known], hukum: Date) -> Found {
        self.find_among(0..self.rows.len(), inputs, hukum)
    }

    /// The same among some of the rows.
    fn find_among(&self, rows: impl Iterator<Item = usize>, inputs: &[Known], hukum: Date) -> Found {
        let mut maybe = false;
        let mut best: Option<(usize, Exact)> = None;
        for (i, row) in rows.map(|i| (i, &self.rows[i])).filter(|(_, r)| r.span.holds(hukum)) {
            let mut fits = Some(true);
            let last = row.cells.len().saturating_sub(1);
            for (at, (cell, known)) in row.cells.iter().zip(inputs).enumerate() {
                let accepted = match (self.policy, cell, known) {
                    (Policy::Turun, Cell::Range(Some(low), _), Known::Is(value)) if at == last => {
                        measure(value).map(|n| *low <= n)
                    }
                    _ => cell.accepts(known),
                };
                match accepted {
                    Some(true) => {}
                    Some(false) => fits = Some(false),
                    None if fits == Some(true) => fits = None,
                    None => {}
                }
                if fits == Some(false) {
                    break;
                }
            }
            match (fits, self.policy) {
                (Some(false), _) => {}
                (None, _) => maybe = true,
                (Some(true), Policy::Turun) => {
                    let step = row.cells.last().and_then(|c| c.bounds().0).unwrap_or(Exact::ZERO);
                    if best.is_none_or(|(_, s)| s < step) {
                        best = Some((i, step));
                    }
                }
                (Some(true), Policy::Pertama) if maybe => return Found::Unknown,
                (Some(true), _) => return Found::Row(i),
            }
        }
        match best {
            Some((i, _)) if !maybe => Found::Row(i),
            None if !maybe => Found::Nothing,
            _ => Found::Unknown,
        }
    }

    /// The next step above a value in the last input column of a `Turun` table, the others fitting.
    pub fn next_step(&self, inputs: &[Known], hukum: Date) -> Option<Exact> {
        let now = inputs.last().and_then(Known::value).and_then(measure)?;
        let rows = self.rows.iter().filter(|r| r.span.holds(hukum)).filter(|r| {
            let others = r.cells.len().saturating_sub(1);
            r.cells[..others].iter().zip(inputs).all(|(c, k)| c.accepts(k) == Some(true))
        });
        rows.filter_map(|r| r.cells.last()?.bounds().0).filter(|step| *step > now).min()
    }

    /// Which output column has this name.
    pub fn output(&self, nama: &str) -> Option<usize> {
        self.outputs.iter().position(|o| &*o.0 == nama)
    }
}

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

/// How many combinations a completeness proof may walk over.
const COMBINATIONS: usize = 400_000;

impl TableDef {
    fn check(&self, words: &Vocabulary, complaints: &Complaints) {
        let at = |row: &Row| At { berkas: self.at.berkas.clone(), baris: row.baris };
        if self.policy != Policy::Pertama {
            for group in self.groups() {
                for (n, &i) in group.iter().enumerate() {
                    for &j in &group[n + 1..] {
                        let (a, b) = (&self.rows[i], &self.rows[j]);
                        let alike = a.cells.iter().zip(&b.cells).all(|(a, b)| a.meets(b));
                        if alike && a.span.cut(b.span).is_some() {
                            complaints.add(
                                &at(b),
                                format!("baris ini bertumpang tindih dengan baris {}.", a.baris),
                            );
                        }
                    }
                }
            }
        }
        if self.lengkap
            && let Err(sentence) = self.covers(words)
        {
            complaints.add(&self.at, sentence);
        }
    }

    /// Rows that may overlap: those that share a choice of the column that tells most rows apart. A big
    /// table would otherwise be compared row by row with itself.
    fn groups(&self) -> Vec<Vec<usize>> {
        let everybody = || vec![(0..self.rows.len()).collect()];
        self.told_apart().map_or_else(everybody, |(_, groups)| groups.into_values().collect())
    }

    /// The column whose choices tell most rows apart, and the rows of each choice.
    fn told_apart(&self) -> Option<(usize, BTreeMap<u16, Vec<usize>>)> {
        let by = |column: usize| -> Option<(usize, BTreeMap<u16, Vec<usize>>)> {
            let mut groups: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
            for (i, row) in self.rows.iter().enumerate() {
                match &row.cells[column] {
                    Cell::Picks(list, false) => {
                        list.iter().for_each(|p| groups.entry(*p).or_default().push(i));
                    }
                    _ => return None,
                }
            }
            Some((column, groups))
        };
        (0..self.inputs.len()).filter_map(by).max_by_key(|(_, groups)| groups.len())
    }

    /// Proof that every possible input fits some row, on every day the table holds.
    fn covers(&self, words: &Vocabulary) -> Result<(), String> {
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let Some((column, groups)) = self.told_apart() else { return self.covers_among(&all, None, words) };
        let Type::Pilihan(jenis) = self.inputs[column].1 else { return self.covers_among(&all, None, words) };
        // One choice at a time: only the bounds of its own rows matter to it.
        for choice in 0..words.jenis(jenis).len() as u16 {
            let rows = groups.get(&choice).map_or(&[][..], Vec::as_slice);
            self.covers_among(rows, Some((column, Value::Pick(jenis, choice))), words)?;
        }
        Ok(())
    }

    fn covers_among(
        &self,
        rows: &[usize],
        only: Option<(usize, Value)>,
        words: &Vocabulary,
    ) -> Result<(), String> {
        let points: Vec<Vec<Known>> = (0..self.inputs.len())
            .map(|i| match &only {
                Some((column, value)) if *column == i => vec![Known::Is(value.clone())],
                _ => self.points(rows, i, words),
            })
            .collect();
        let total = points.iter().try_fold(1usize, |n, p| n.checked_mul(p.len())).unwrap_or(usize::MAX);
        if total > COMBINATIONS {
            return Err("tabel ini terlalu besar untuk dibuktikan lengkap; tulis #lengkap=tidak.".to_owned());
        }
        let borders =
            rows.iter().flat_map(|&i| [Some(self.rows[i].span.mulai), self.rows[i].span.sampai]).flatten();
        let mut days: Vec<Date> = borders.chain([self.span.mulai]).filter(|d| self.span.holds(*d)).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            for mut n in 0..total {
                let mut inputs = Vec::with_capacity(points.len());
                for list in &points {
                    inputs.push(list[n % list.len()].clone());
                    n /= list.len();
                }
                if self.find_among(rows.iter().copied(), &inputs, day) == Found::Nothing {
                    return Err(format!(
                        "tidak ada baris untuk {} (hukum {day}).",
                        self.told(&inputs, words)
                    ));
                }
            }
        }
        Ok(())
    }

    fn told(&self, inputs: &[Known], words: &Vocabulary) -> String {
        let one = |((name, _), known): (&(Box<str>, Type), &Known)| match known {
            Known::Is(value) => format!("{name} {}", value.code(words)),
            _ => format!("{name} tidak ada"),
        };
        self.inputs.iter().zip(inputs).map(one).collect::<Vec<String>>().join(", ")
    }

    /// Values of an input that stand for all others: every choice, or each bound and its neighbours.
    fn points(&self, rows: &[usize], i: usize, words: &Vocabulary) -> Vec<Known> {
        let cells = || rows.iter().map(|&row| &self.rows[row].cells[i]);
        let mut points: Vec<Known> = match self.inputs[i].1 {
            Type::Pilihan(jenis) => {
                (0..words.jenis(jenis).len() as u16).map(|n| Known::Is(Value::Pick(jenis, n))).collect()
            }
            Type::YaTidak => vec![Known::Is(Value::Yes(false)), Known::Is(Value::Yes(true))],
            Type::Teks => cells()
                .filter_map(|c| if let Cell::Words(w) = c { Some(w.clone()) } else { None })
                .chain(["(teks lain)".into()])
                .map(|w| Known::Is(Value::Text(w)))
                .collect(),
            tipe => {
                let whole = |n: Exact| Exact::int(n.whole().unwrap_or(0));
                let mut bounds: Vec<Exact> =
                    cells().flat_map(|c| [c.bounds().0, c.bounds().1]).flatten().collect();
                bounds.sort_unstable();
                bounds.dedup();
                let mut near = vec![Exact::ZERO];
                if tipe == Type::Desimal {
                    let middle = |pair: &[Exact]| pair[0].plus(pair[1])?.over(Exact::int(2));
                    near.extend(bounds.windows(2).filter_map(middle));
                }
                for b in bounds {
                    near.extend(
                        [b.minus(Exact::int(1)), Some(b), b.plus(Exact::int(1))].into_iter().flatten(),
                    );
                }
                // Counts, money and most scores do not go below zero; days do.
                near.retain(|n| tipe == Type::Tanggal || *n >= Exact::ZERO);
                near.sort_unstable();
                near.dedup();
                let day = |n: Exact| Date::from_days(whole(n).whole().unwrap_or(0) as i32);
                near.into_iter()
                    .map(|n| {
                        Known::Is(if tipe == Type::Tanggal { Value::Day(day(n)) } else { Value::Num(n) })
                    })
                    .collect()
            }
        };
        if cells().any(|c| matches!(c, Cell::Missing | Cell::There | Cell::Picks(_, true))) {
            points.push(Known::Absent);
        }
        if points.is_empty() {
            points.push(Known::Absent);
        }
        points
    }
}
