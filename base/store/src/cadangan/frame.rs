//! Frames: what the compressed part of a backup is made of.

use crate::error::Result;
use crate::sql::{Bind, Row};
use crate::table::{ColumnType, Table};
use kernel::{Date, Stamp};
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};
use std::io::Write;

/// What a frame holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Tag {
    /// A table begins: name, names of its columns.
    Table = 1,
    /// A row: its values in that order.
    Row = 2,
    /// The table ends: how many rows, SHA-256 over them.
    TableEnd = 3,
    /// A kept file begins: its hash.
    File = 4,
    /// Bytes of it.
    Piece = 5,
    /// It ends: SHA-256 of what was read.
    FileEnd = 6,
    /// A secret of the node: name, bytes.
    Secret = 7,
    /// Nothing follows.
    End = 8,
}

impl Tag {
    pub(super) fn of(byte: u8) -> Option<Tag> {
        use Tag::*;
        [Table, Row, TableEnd, File, Piece, FileEnd, Secret, End].into_iter().find(|t| *t as u8 == byte)
    }
}

/// No frame is longer: an entry with its row of a download is a few KB.
pub(super) const LONGEST: u32 = 64 << 20;
/// Kept files go in pieces of this size.
pub(super) const PIECE: usize = 256 << 10;

/// Writes one frame.
pub(super) fn put(out: &mut impl Write, tag: Tag, content: &[u8]) -> std::io::Result<()> {
    out.write_all(&[tag as u8])?;
    out.write_all(&(content.len() as u32).to_be_bytes())?;
    out.write_all(content)
}

/// CBOR in memory: writing to a vector cannot fail.
pub(super) fn cbor(write: impl FnOnce(&mut Encoder<&mut Vec<u8>>) -> Encoded) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = write(&mut Encoder::new(&mut bytes));
    debug_assert!(written.is_ok());
    bytes
}

/// What writing CBOR to memory answers.
pub(super) type Encoded = std::result::Result<(), minicbor::encode::Error<std::convert::Infallible>>;

/// The values of a row.
pub(super) fn write_row(row: &Row<'_>, table: &Table, out: &mut Vec<u8>) -> Result<()> {
    out.clear();
    let mut e = Encoder::new(out);
    let mut sound = e.array(table.columns.len() as u64).is_ok();
    for (at, column) in table.columns.iter().enumerate() {
        sound &= match row.bind(at, column.ty)? {
            Bind::Null => e.null().is_ok(),
            Bind::Int(n) => e.i64(n).is_ok(),
            Bind::Text(s) => e.str(s).is_ok(),
            Bind::Blob(b) => e.bytes(b).is_ok(),
            Bind::Uuid(u) => e.bytes(&u).is_ok(),
            Bind::Date(d) => e.i32(d.days()).is_ok(),
            Bind::Stamp(s) => e.i64(s.0).is_ok(),
        };
    }
    debug_assert!(sound);
    Ok(())
}

/// The same back; an error when the bytes are no row of this table.
pub(super) fn read_row<'a>(
    bytes: &'a [u8],
    table: &Table,
) -> std::result::Result<Vec<Bind<'a>>, minicbor::decode::Error> {
    let wrong = minicbor::decode::Error::message;
    let mut d = Decoder::new(bytes);
    if d.array()? != Some(table.columns.len() as u64) {
        return Err(wrong("banyaknya kolom"));
    }
    let mut values = Vec::with_capacity(table.columns.len());
    for column in table.columns {
        if d.datatype()? == Type::Null {
            d.null()?;
            if !column.null {
                return Err(wrong("nilai kosong"));
            }
            values.push(Bind::Null);
            continue;
        }
        values.push(match column.ty {
            ColumnType::Int => Bind::Int(d.i64()?),
            ColumnType::Text => Bind::Text(d.str()?),
            ColumnType::Blob => Bind::Blob(d.bytes()?),
            ColumnType::Uuid => Bind::Uuid(d.bytes()?.try_into().map_err(|_| wrong("panjang uuid"))?),
            ColumnType::Date => Bind::Date(Date::from_days(d.i32()?)),
            ColumnType::Stamp => Bind::Stamp(Stamp(d.i64()?)),
        });
    }
    Ok(values)
}

/// Rows counted and hashed, on the way out and on the way in alike.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) rows: u64,
    hash: Sha256,
}

impl Tally {
    pub(super) fn add(&mut self, row: &[u8]) {
        self.rows += 1;
        self.hash.update((row.len() as u32).to_be_bytes());
        self.hash.update(row);
    }

    /// What the end of the table says.
    pub(super) fn end(self) -> Vec<u8> {
        let digest: [u8; 32] = self.hash.finalize().into();
        cbor(|e| e.array(2)?.u64(self.rows)?.bytes(&digest)?.ok())
    }
}
