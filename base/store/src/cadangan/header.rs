//! The head of a backup: readable without unpacking the rest.

use super::frame::cbor;
use kernel::Stamp;
use minicbor::Decoder;

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Shape of the tables in it, [`crate::migrate::CURRENT`] of the program that made it.
    pub schema: i64,
    /// When it was made.
    pub made: Stamp,
    /// Version of the program that made it.
    pub program: String,
    /// The engine it was read from, for people.
    pub engine: String,
    /// Fingerprint of the node's public key; empty when the key was missing.
    pub key: String,
    /// Tables in it, and how many rows each has.
    pub tables: Vec<(String, u64)>,
    /// Where the journals stood.
    pub heads: Vec<JournalHead>,
}

/// Where a journal stood when the backup was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalHead {
    /// BKN's id of the instansi.
    pub instansi: String,
    /// Its name.
    pub nama: String,
    /// Entries.
    pub entries: u64,
    /// Root over them.
    pub root: [u8; 32],
}

impl Header {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|t| t.1).sum()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        cbor(|e| {
            e.array(7)?.i64(self.schema)?.i64(self.made.0)?;
            e.str(&self.program)?.str(&self.engine)?.str(&self.key)?;
            e.array(self.tables.len() as u64)?;
            for (name, rows) in &self.tables {
                e.array(2)?.str(name)?.u64(*rows)?;
            }
            e.array(self.heads.len() as u64)?;
            for head in &self.heads {
                e.array(4)?.str(&head.instansi)?.str(&head.nama)?.u64(head.entries)?.bytes(&head.root)?;
            }
            Ok(())
        })
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Header, minicbor::decode::Error> {
        let mut d = Decoder::new(bytes);
        expect(&mut d, 7)?;
        let (schema, made) = (d.i64()?, Stamp(d.i64()?));
        let (program, engine, key) = (d.str()?.to_owned(), d.str()?.to_owned(), d.str()?.to_owned());
        let tables = list(&mut d, |d| {
            expect(d, 2)?;
            Ok((d.str()?.to_owned(), d.u64()?))
        })?;
        let heads = list(&mut d, |d| {
            expect(d, 4)?;
            let (instansi, nama, entries) = (d.str()?.to_owned(), d.str()?.to_owned(), d.u64()?);
            let root = d.bytes()?.try_into().map_err(|_| minicbor::decode::Error::message("akar"))?;
            Ok(JournalHead { instansi, nama, entries, root })
        })?;
        Ok(Header { schema, made, program, engine, key, tables, heads })
    }
}

fn expect(d: &mut Decoder<'_>, length: u64) -> Result<(), minicbor::decode::Error> {
    match d.array()? == Some(length) {
        true => Ok(()),
        false => Err(minicbor::decode::Error::message("panjang larik")),
    }
}

fn list<'b, T>(
    d: &mut Decoder<'b>,
    mut one: impl FnMut(&mut Decoder<'b>) -> Result<T, minicbor::decode::Error>,
) -> Result<Vec<T>, minicbor::decode::Error> {
    let length = d.array()?.unwrap_or(0);
    (0..length).map(|_| one(d)).collect()
}
