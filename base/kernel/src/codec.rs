//! Deterministic CBOR of entries and fact rows: definite lengths, ascending keys, shortest integers.
//!
//! The journal's commitments are over these bytes, so the form is frozen: a new field gets a new key,
//! an old one is never re-encoded. Unknown kinds and fields of a newer program are an error that
//! names them, never dropped.

use crate::date::{Date, Stamp};
use crate::fact::{Act, Cells, Document, Entry, Fact, Rank, SourceRow, Value};
use crate::id::{EntryId, FactId, PegawaiId, Subject};
use crate::kind::{Field, Kind};
use minicbor::data::Type as Cbor;
use minicbor::{Decoder, Encoder};

/// Why bytes could not be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "isi entri tidak terbaca: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

impl From<minicbor::decode::Error> for Unreadable {
    fn from(e: minicbor::decode::Error) -> Self {
        Unreadable(e.to_string())
    }
}

/// Writing into a `Vec` cannot fail.
type Out<'a> = Encoder<&'a mut Vec<u8>>;
type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;
type Read<T> = Result<T, Unreadable>;

const VERSION: u8 = 1;
/// RFC 8943: days since 1970-01-01.
const DATE_TAG: u64 = 100;

/// The canonical bytes of an entry.
pub fn entry_bytes(entry: &Entry) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1536);
    let written = write_entry(&mut Encoder::new(&mut bytes), entry);
    debug_assert!(written.is_ok());
    bytes
}

/// Reads an entry back.
pub fn read_entry(bytes: &[u8]) -> Read<Entry> {
    let mut d = Decoder::new(bytes);
    expect_array(&mut d, 9)?;
    let version = d.u8()?;
    if version != VERSION {
        return Err(Unreadable(format!("versi {version} lebih baru dari program ini")));
    }
    let id = EntryId(fixed(d.bytes()?)?);
    let recorded = Stamp(d.i64()?);
    let actor = d.str()?.to_owned();
    let subject = read_subject(&mut d)?;
    let document = read_document(&mut d)?;
    let count = array(&mut d)?;
    let mut acts = Vec::with_capacity(count.min(64));
    for _ in 0..count {
        expect_array(&mut d, 2)?;
        acts.push((read_act(&mut d)?, read_fact(&mut d)?));
    }
    let row = read_row(&mut d)?;
    let notes = read_pairs(&mut d)?;
    if d.position() != bytes.len() {
        return Err(Unreadable("ada sisa di belakang entri".into()));
    }
    Ok(Entry { id, recorded, actor, subject, document, acts, row, notes })
}

/// Only the source row of an entry: what an export needs, without building the facts.
pub fn read_source_row(bytes: &[u8]) -> Read<Option<SourceRow>> {
    let mut d = Decoder::new(bytes);
    expect_array(&mut d, 9)?;
    for _ in 0..7 {
        d.skip()?;
    }
    read_row(&mut d)
}

fn write_entry(e: &mut Out<'_>, entry: &Entry) -> Written {
    e.array(9)?.u8(VERSION)?.bytes(&entry.id.0)?.i64(entry.recorded.0)?.str(&entry.actor)?;
    write_subject(e, &entry.subject)?;
    write_document(e, &entry.document)?;
    e.array(entry.acts.len() as u64)?;
    for (act, fact) in &entry.acts {
        e.array(2)?;
        write_act(e, act)?;
        write_fact(e, fact)?;
    }
    write_row(e, entry.row.as_ref())?;
    write_pairs(e, &entry.notes)
}

/// The canonical bytes of one fact's values: what a `riwayat` row keeps.
pub fn values_bytes(fact: &Fact) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64);
    let written = write_values(&mut Encoder::new(&mut bytes), fact);
    debug_assert!(written.is_ok());
    bytes
}

/// Reads the values of a `riwayat` row back.
pub fn read_values(bytes: &[u8]) -> Read<Vec<(Field, Value)>> {
    read_value_map(&mut Decoder::new(bytes))
}

fn write_values(e: &mut Out<'_>, fact: &Fact) -> Written {
    e.map(fact.values.len() as u64)?;
    for (field, value) in &fact.values {
        e.u16(field.info().code)?;
        match value {
            Value::Text(s) => e.str(s)?,
            // A date is tagged so that it never reads back as a number (RFC 8943, days since 1970).
            Value::Date(d) => e.tag(minicbor::data::Tag::new(DATE_TAG))?.i32(d.days())?,
            Value::Int(n) => e.i64(*n)?,
        };
    }
    Ok(())
}

fn read_value_map(d: &mut Decoder<'_>) -> Read<Vec<(Field, Value)>> {
    let count = d.map()?.ok_or_else(|| Unreadable("panjang tak tentu".into()))?;
    let mut values = Vec::with_capacity((count as usize).min(Field::COUNT));
    for _ in 0..count {
        let code = d.u16()?;
        let field = Field::from_code(code).ok_or_else(|| Unreadable(format!("ruas {code} belum dikenal")))?;
        let value = match d.datatype()? {
            Cbor::String => Value::Text(d.str()?.into()),
            Cbor::Tag => {
                if d.tag()?.as_u64() != DATE_TAG {
                    return Err(Unreadable(format!("ruas {code} bertanda lain dari tanggal")));
                }
                Value::Date(Date::from_days(d.i32()?))
            }
            _ => Value::Int(d.i64()?),
        };
        // Readers search by field: an unordered or doubled one would hide values.
        if values.last().is_some_and(|(before, _)| *before >= field) {
            return Err(Unreadable(format!("ruas {code} tidak berurutan")));
        }
        values.push((field, value));
    }
    Ok(values)
}

fn write_fact(e: &mut Out<'_>, fact: &Fact) -> Written {
    e.array(4)?.u16(fact.kind.info().code)?;
    write_day(e, fact.tmt)?;
    write_day(e, fact.until)?;
    write_values(e, fact)
}

fn read_fact(d: &mut Decoder<'_>) -> Read<Fact> {
    expect_array(d, 4)?;
    let code = d.u16()?;
    let kind =
        Kind::from_code(code).ok_or_else(|| Unreadable(format!("jenis riwayat {code} belum dikenal")))?;
    let (tmt, until) = (read_day(d)?, read_day(d)?);
    Ok(Fact { kind, tmt, until, values: read_value_map(d)? })
}

fn write_act(e: &mut Out<'_>, act: &Act) -> Written {
    let (code, target) = match act {
        Act::Perubahan => return e.array(1)?.u8(0)?.ok(),
        Act::Ralat(target) => (1, target),
        Act::Pembatalan(target) => (2, target),
    };
    e.array(3)?.u8(code)?.bytes(&target.entry.0)?.u16(target.ordinal)?.ok()
}

fn read_act(d: &mut Decoder<'_>) -> Read<Act> {
    let length = array(d)?;
    match (d.u8()?, length) {
        (0, 1) => Ok(Act::Perubahan),
        (code @ (1 | 2), 3) => {
            let target = FactId { entry: EntryId(fixed(d.bytes()?)?), ordinal: d.u16()? };
            Ok(if code == 1 { Act::Ralat(target) } else { Act::Pembatalan(target) })
        }
        (code, _) => Err(Unreadable(format!("tindakan {code} belum dikenal"))),
    }
}

fn write_subject(e: &mut Out<'_>, subject: &Subject) -> Written {
    match subject {
        Subject::Pegawai(id) => e.array(2)?.u8(0)?.bytes(&id.0)?,
        Subject::Unor(id) => e.array(2)?.u8(1)?.str(id)?,
        Subject::Pos(id) => e.array(2)?.u8(2)?.str(id)?,
        Subject::Instansi => e.array(1)?.u8(3)?,
    };
    Ok(())
}

fn read_subject(d: &mut Decoder<'_>) -> Read<Subject> {
    array(d)?;
    match d.u8()? {
        0 => Ok(Subject::Pegawai(PegawaiId(fixed(d.bytes()?)?))),
        1 => Ok(Subject::Unor(d.str()?.to_owned())),
        2 => Ok(Subject::Pos(d.str()?.to_owned())),
        3 => Ok(Subject::Instansi),
        code => Err(Unreadable(format!("pokok entri {code} belum dikenal"))),
    }
}

fn write_document(e: &mut Out<'_>, doc: &Document) -> Written {
    e.array(8)?.u8(doc.rank as u8)?.str(&doc.jenis)?.str(&doc.nomor)?;
    write_day(e, doc.tanggal)?;
    e.str(&doc.penandatangan)?;
    match &doc.berkas {
        Some(hash) => e.bytes(hash)?,
        None => e.null()?,
    };
    match doc.baris {
        Some(row) => e.u32(row)?,
        None => e.null()?,
    };
    e.u16(doc.urut)?.ok()
}

fn read_document(d: &mut Decoder<'_>) -> Read<Document> {
    expect_array(d, 8)?;
    let rank = d.u8()?;
    let rank =
        Rank::from_code(rank).ok_or_else(|| Unreadable(format!("bobot dokumen {rank} belum dikenal")))?;
    let (jenis, nomor) = (d.str()?.to_owned(), d.str()?.to_owned());
    let tanggal = read_day(d)?;
    let penandatangan = d.str()?.to_owned();
    let berkas = if null(d)? { None } else { Some(fixed(d.bytes()?)?) };
    let baris = if null(d)? { None } else { Some(d.u32()?) };
    Ok(Document { rank, jenis, nomor, tanggal, penandatangan, berkas, baris, urut: d.u16()? })
}

/// The canonical bytes of a base document: what an `entri` row keeps.
pub fn document_bytes(doc: &Document) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(96);
    let written = write_document(&mut Encoder::new(&mut bytes), doc);
    debug_assert!(written.is_ok());
    bytes
}

/// Reads a base document back.
pub fn read_document_bytes(bytes: &[u8]) -> Read<Document> {
    read_document(&mut Decoder::new(bytes))
}

fn write_row(e: &mut Out<'_>, row: Option<&SourceRow>) -> Written {
    let Some(row) = row else { return e.null()?.ok() };
    e.array(3)?.u16(row.layout)?.array(row.cells.len() as u64)?;
    for cell in row.cells.iter() {
        e.str(cell)?;
    }
    write_pairs(e, &row.extra)
}

fn read_row(d: &mut Decoder<'_>) -> Read<Option<SourceRow>> {
    if null(d)? {
        return Ok(None);
    }
    expect_array(d, 3)?;
    let layout = d.u16()?;
    let mut cells = Cells::default();
    for _ in 0..array(d)? {
        cells.push(d.str()?);
    }
    Ok(Some(SourceRow { layout, cells, extra: read_pairs(d)? }))
}

/// Pairs keep their order: a file's columns stay where they stood.
fn write_pairs(e: &mut Out<'_>, pairs: &[(Box<str>, Box<str>)]) -> Written {
    e.map(pairs.len() as u64)?;
    for (name, text) in pairs {
        e.str(name)?.str(text)?;
    }
    Ok(())
}

fn read_pairs(d: &mut Decoder<'_>) -> Read<Vec<(Box<str>, Box<str>)>> {
    let count = d.map()?.ok_or_else(|| Unreadable("panjang tak tentu".into()))?;
    let mut pairs = Vec::with_capacity((count as usize).min(128));
    for _ in 0..count {
        pairs.push((d.str()?.into(), d.str()?.into()));
    }
    Ok(pairs)
}

fn write_day(e: &mut Out<'_>, day: Option<Date>) -> Written {
    match day {
        Some(d) => e.i32(d.days())?.ok(),
        None => e.null()?.ok(),
    }
}

fn read_day(d: &mut Decoder<'_>) -> Read<Option<Date>> {
    Ok(if null(d)? { None } else { Some(Date::from_days(d.i32()?)) })
}

fn null(d: &mut Decoder<'_>) -> Read<bool> {
    let is_null = d.datatype()? == Cbor::Null;
    if is_null {
        d.null()?;
    }
    Ok(is_null)
}

fn array(d: &mut Decoder<'_>) -> Read<usize> {
    Ok(d.array()?.ok_or_else(|| Unreadable("panjang tak tentu".into()))? as usize)
}

fn expect_array(d: &mut Decoder<'_>, length: usize) -> Read<()> {
    let found = array(d)?;
    if found == length { Ok(()) } else { Err(Unreadable(format!("larik {found}, seharusnya {length}"))) }
}

fn fixed<const N: usize>(bytes: &[u8]) -> Read<[u8; N]> {
    bytes.try_into().map_err(|_| Unreadable(format!("{} bita, seharusnya {N}", bytes.len())))
}
