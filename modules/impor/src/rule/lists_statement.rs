//! A row about a person: which document states which fact.

use super::lists::{List, column_of};
use super::lists_row::{Cells, Layout, Line};
use super::lists_unit::{Found, Units};
use super::trouble::Trouble;
use kernel::{Constraint, Date, Document, Fact, Field, Kind, Nip, Rank, Tables, Type, Value};

/// What the row does with a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tindakan {
    /// States it.
    Perubahan,
    /// Corrects what another row or entry stated.
    Ralat,
    /// Annuls it.
    Pembatalan,
}

/// What a row states.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its row number.
    pub row: u32,
    /// The document it rests on.
    pub document: Document,
    /// What it does.
    pub tindakan: Tindakan,
    /// Number of the document whose fact is corrected or annulled.
    pub sasaran: String,
    /// The fact as written.
    pub stated: Fact,
    /// The same with what follows from it: the code of a golongan, the post of a unit.
    pub filled: Fact,
    /// The unit a jabatan is at: id and name, when the row gives one.
    pub unit: Option<(String, String)>,
}

/// What reading a row gave.
pub struct Reading {
    /// The NIP, when it is one.
    pub nip: Option<Nip>,
    /// Its cell.
    pub nip_cell: String,
    /// What it states; meaningless when refused.
    pub statement: Statement,
    /// What is wrong or odd.
    pub troubles: Vec<Trouble>,
}

/// What reading needs beside the row.
pub struct Books<'a> {
    /// BKN's codes and names.
    pub tables: &'a Tables,
    /// Units of the instansi.
    pub units: &'a Units,
    /// Makes the id of a post from unit and post name.
    pub post: fn(&str, &str) -> String,
    /// The day the list is of.
    pub per_tanggal: Date,
    /// What a recap calls itself: the file.
    pub file: &'a str,
}

/// Reads a row of a list about people.
pub fn read(list: List, layout: &Layout, line: &Line, books: &Books<'_>) -> Reading {
    let mut cells = Cells::new(layout, line);
    let nip = cells.nip();
    let statement = match list {
        List::Skp => skp(&mut cells, books),
        List::Riwayat(kind) => riwayat(kind, &mut cells, books),
        _ => kontrak(&mut cells),
    };
    let statement = Statement { row: line.number, ..statement };
    Reading { nip, nip_cell: cells.text("nip").to_owned(), statement, troubles: cells.troubles }
}

fn statement(rank: Rank, jenis: &str, nomor: &str, tanggal: Option<Date>, stated: Fact) -> Statement {
    let (penandatangan, berkas, baris) = Default::default();
    let (jenis, nomor) = (jenis.to_owned(), nomor.to_owned());
    let document = Document { rank, jenis, nomor, tanggal, penandatangan, berkas, baris, urut: 0 };
    let filled = stated.clone();
    let (row, tindakan, sasaran) = (0, Tindakan::Perubahan, String::new());
    Statement { row, document, tindakan, sasaran, stated, filled, unit: None }
}

fn kontrak(cells: &mut Cells<'_>) -> Statement {
    let nomor = cells.need("nomor", "Isi nomor perjanjian kerja.");
    cells.need("mulai", "Isi hari pertama perjanjian.");
    let (mulai, selesai) = (cells.date("mulai"), cells.date("selesai"));
    order(cells, "selesai", mulai, selesai);
    let jenis = Some(cells.text("jenis")).filter(|j| !j.is_empty());
    let values = [
        Some((Field::PerjanjianNomor, Value::text(nomor))),
        jenis.map(|j| (Field::PerjanjianJenis, Value::text(j))),
        cells.int("ke", 0..=99).map(|n| (Field::PerjanjianKe, Value::Int(n))),
    ];
    let fact = Fact::new(Kind::PerjanjianKerja, mulai, values.into_iter().flatten());
    // `selesai` is the last day of the agreement; spans end on the first day after it.
    let fact = fact.until(selesai.map(|day| day.add_days(1)));
    // The list does not say when the agreement was signed, so the document has no date.
    statement(Rank::Surat, "Perjanjian kerja", nomor, None, fact)
}

fn skp(cells: &mut Cells<'_>, books: &Books<'_>) -> Statement {
    cells.need("tahun", "Isi tahun penilaian, empat angka.");
    let tahun = cells.int("tahun", 1900..=i64::from(books.per_tanggal.year()));
    let predikat = cells.need("predikat", "Isi predikat kinerja seperti pada rekap.");
    let texts = [
        (Field::KinerjaHasil, cells.text("hasil")),
        (Field::KinerjaPerilaku, cells.text("perilaku")),
        (Field::KinerjaPredikat, predikat),
    ];
    let texts = texts.into_iter().filter(|t| !t.1.is_empty()).map(|(f, text)| (f, Value::text(text)));
    let values = tahun.map(|n| (Field::KinerjaTahun, Value::Int(n))).into_iter().chain(texts);
    // A predicate has no TMT of its own: it is known from the day of the recap on, and the fold finds
    // the year in the first field.
    let fact = Fact::new(Kind::Kinerja, None, values);
    statement(Rank::Rekap, "Rekap SKP", books.file, Some(books.per_tanggal), fact)
}

fn riwayat(kind: Kind, cells: &mut Cells<'_>, books: &Books<'_>) -> Statement {
    let jenis = cells.need("dokumen_jenis", "Isi jenis dokumen dasarnya, misalnya SK Gubernur.");
    let tindakan = match cells.text("tindakan").to_lowercase().as_str() {
        "" | "perubahan" => Tindakan::Perubahan,
        "ralat" => Tindakan::Ralat,
        "pembatalan" => Tindakan::Pembatalan,
        _ => {
            let message = "Isi kolom tindakan tidak dikenal.";
            cells.refuse("IMP-28", "tindakan", message, "Tulis perubahan, ralat atau pembatalan.");
            Tindakan::Perubahan
        }
    };
    let sasaran = match tindakan {
        Tindakan::Perubahan => "",
        _ => cells.need("sasaran_nomor", "Isi nomor dokumen yang faktanya diralat atau dibatalkan."),
    };
    let (tmt, last) = (cells.date("tmt"), cells.date("sampai"));
    order(cells, "sampai", tmt, last);
    let mut values = Vec::new();
    for field in kind.info().fields {
        values.extend(value(*field, cells, books.per_tanggal).map(|v| (*field, v)));
    }
    let unit = unit(kind, &mut values, cells, books);
    if tindakan == Tindakan::Perubahan && values.is_empty() && tmt.is_none() {
        let message = "Baris ini tidak menyatakan apa pun: TMT dan semua kolom isinya kosong.";
        cells.refuse("IMP-22", "tmt", message, "Isi TMT dan kolom isinya sesuai dokumen.");
    }
    // `sampai` is the last day; spans end on the first day after it.
    let stated = Fact::new(kind, tmt, values).until(last.map(|day| day.add_days(1)));
    let tanggal = cells.date("dokumen_tanggal");
    let mut row = statement(Rank::of_name(jenis), jenis, cells.text("dokumen_nomor"), tanggal, stated);
    row.document.penandatangan = cells.text("penandatangan").to_owned();
    row.filled = fill(row.stated.clone(), books, Some(cells));
    (row.tindakan, row.sasaran, row.unit) = (tindakan, sasaran.to_owned(), unit);
    row
}

fn value(field: Field, cells: &mut Cells<'_>, today: Date) -> Option<Value> {
    let column = column_of(field);
    match field.info().ty {
        Type::Text => Some(cells.text(column)).filter(|text| !text.is_empty()).map(Value::text),
        Type::Date => cells.date(column).map(Value::Date),
        Type::Int => {
            let number = cells.int(column, i64::MIN..=i64::MAX)?;
            // Odd, and kept as it came: the register has the same check for it.
            if let Some(message) = kernel::check::impossible(field, number, None, today) {
                let code = kernel::Code::AngkaMustahil.text();
                cells.doubt(
                    code,
                    column,
                    message,
                    "Periksa dokumennya, lalu ralat. Isinya disimpan apa adanya.",
                );
            }
            Some(Value::Int(number))
        }
    }
}

/// The unit of a jabatan row, by id or by a name only one unit bears. A unit nobody knows is kept as
/// written: history names units that are gone.
fn unit(
    kind: Kind,
    values: &mut [(Field, Value)],
    cells: &mut Cells<'_>,
    books: &Books<'_>,
) -> Option<(String, String)> {
    let slot = values.iter_mut().find(|v| kind == Kind::Jabatan && v.0 == Field::JabatanUnorId)?;
    let written = slot.1.as_text().unwrap_or("").to_owned();
    match books.units.find(&written) {
        Found::One(id) => {
            slot.1 = Value::text(&id);
            let nama = books.units.nama(&id).unwrap_or("").to_owned();
            return Some((id, nama));
        }
        Found::Several(ids) => cells.refuse(
            "IMP-26",
            "unor_id",
            format!("Ada {} unit bernama \"{written}\".", ids.len()),
            "Ganti nama dengan Id unit.",
        ),
        Found::None => cells.doubt(
            "IMP-46",
            "unor_id",
            format!("Unit \"{written}\" tidak ada di register; Id dipakai seperti tertulis."),
            "Periksa Id unit; impor daftar unor bila unit itu masih ada.",
        ),
    }
    Some((written, String::new()))
}

fn order(cells: &mut Cells<'_>, column: &str, from: Option<Date>, last: Option<Date>) {
    if let (Some(from), Some(last)) = (from, last)
        && last < from
    {
        let message = format!("Hari terakhir ({}) mendahului hari pertama ({}).", last.dmy(), from.dmy());
        cells.refuse("IMP-29", column, message, "Periksa kedua tanggal pada dokumennya.");
    }
}

/// Adds what follows from what is stated.
pub fn fill(mut fact: Fact, books: &Books<'_>, cells: Option<&mut Cells<'_>>) -> Fact {
    let text = |fact: &Fact, field| fact.text(field).unwrap_or("").to_owned();
    match fact.kind {
        Kind::Golongan => {
            let (code, name) = (text(&fact, Field::GolonganId), text(&fact, Field::GolonganNama));
            let by_code = books.tables.golongan_by_code(&code);
            let by_name = books.tables.golongan_by_name(&name);
            if let (true, Some(item)) = (code.is_empty(), by_name)
                && !item.kode.is_empty()
            {
                put(&mut fact, Field::GolonganId, &item.kode);
            }
            if let (true, Some(item)) = (name.is_empty(), by_code) {
                put(&mut fact, Field::GolonganNama, &item.nama);
            }
            let unknown = by_name.is_none() && !name.is_empty();
            let disagree = by_code.zip(by_name).is_some_and(|(a, b)| a.info.golongan != b.info.golongan);
            if let (true, Some(cells)) = (unknown || disagree, cells) {
                let message = match disagree {
                    true => format!("Kode golongan {code} bukan {name}."),
                    false => format!("Golongan \"{name}\" tidak dikenal; disimpan seperti tertulis."),
                };
                cells.doubt("IMP-44", "golongan", message, "Cocokkan kode dan nama golongan dengan SK.");
            }
        }
        Kind::Jabatan if fact.get(Field::PosId).is_none() => {
            let (unor, jabatan) = (text(&fact, Field::JabatanUnorId), text(&fact, Field::JabatanNama));
            if !unor.is_empty() && !jabatan.is_empty() {
                put(&mut fact, Field::PosId, &(books.post)(&unor, &jabatan));
            }
        }
        _ => {}
    }
    fact
}

fn put(fact: &mut Fact, field: Field, text: &str) {
    let values = std::mem::take(&mut fact.values);
    fact.values = Fact::new(fact.kind, None, values.into_iter().chain([(field, Value::text(text))])).values;
}

/// A correction in full: what the row leaves empty is taken from the fact it corrects. Code and name
/// of one thing give way together, and a post gives way to the unit and name it follows from.
pub fn merged(standing: &Fact, statement: &Statement, books: &Books<'_>) -> Fact {
    let given = &statement.filled;
    let stem = |field: Field| field.info().name.strip_suffix("_id").unwrap_or(field.info().name);
    let moved = [Field::JabatanUnorId, Field::JabatanNama].iter().any(|f| given.get(*f).is_some());
    let gives_way = |field: Field| {
        given.values.iter().any(|g| stem(g.0) == stem(field)) || (field == Field::PosId && moved)
    };
    let kept = standing.values.iter().filter(|v| !gives_way(v.0)).cloned();
    let values = kept.chain(given.values.iter().cloned());
    let fact = Fact::new(standing.kind, given.tmt.or(standing.tmt), values);
    fill(fact.until(given.until.or(standing.until)), books, None)
}

/// Whether two facts under one document contradict each other: of such kinds only one can hold.
pub fn contradicts(a: &Fact, b: &Fact) -> bool {
    let differs = |(field, value): &(Field, Value)| b.get(*field).is_some_and(|other| other != value);
    match a.kind.info().constraint {
        Constraint::State => a.tmt == b.tmt && a != b,
        Constraint::Identity | Constraint::Fields => a.tmt == b.tmt && a.values.iter().any(differs),
        Constraint::Yearly => a.values.first() == b.values.first() && a != b,
        Constraint::Interval => {
            // An agreement has a number of its own; other spans may begin together.
            let nomor = a.text(Field::PerjanjianNomor).filter(|n| !n.is_empty());
            nomor.is_some() && nomor == b.text(Field::PerjanjianNomor) && a != b
        }
        Constraint::Event => false,
    }
}
