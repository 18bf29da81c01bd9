//! Making a backup: one consistent look at the database, streamed into a file that appears when it is whole.

use super::frame::{self, PIECE, Tag, Tally, cbor, put};
use super::place::Unfinished;
use super::{END, FORMAT, Header, JournalHead, MAGIC, tables};
use crate::error::{Error, Result};
use crate::key::{NodeKey, fingerprint};
use crate::node::{KEY_FILE, NEXT_KEY_FILE, Node};
use crate::sql::{Bind, Conn};
use crate::table::Table;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::Path;

crate::statements! {
    HEAD = "SELECT ukuran, akar FROM jurnal_titik WHERE instansi_id = $1 ORDER BY ukuran DESC LIMIT 1";
}

/// A backup that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What its head says.
    pub header: Header,
    /// Bytes of the file.
    pub size: u64,
    /// SHA-256 of the file, as `sha256sum` prints it.
    pub hash: [u8; 32],
    /// Kept files in it.
    pub files: u64,
    /// Those whose content is no longer the one their name says.
    pub changed: Vec<[u8; 32]>,
}

/// Writes everything the node needs to live again into `target`, which must not be there yet; others may go
/// on writing to the node. `extra` are the tables of host and modules, `leave` the names of those not to be
/// kept; `each` hears of rows and pieces of files written so far.
///
/// # Errors
/// When the node cannot be read or the file not written; then there is no file.
pub fn make(
    node: &Node,
    extra: &[&'static Table],
    leave: &[&str],
    target: &Path,
    mut each: impl FnMut(u64),
) -> Result<Made> {
    let mut unfinished = Unfinished::new(target)?;
    let mut conn = node.connect()?;
    let tables = tables(extra, leave);
    let (header, mut hash, files, changed) = conn.snapshot(|conn| {
        let keys = keys(node)?;
        let header = header(node, conn, &tables)?;
        let mut out = Hashing { out: unfinished.file(), hash: Sha256::new() };
        let head = header.bytes();
        let mut begin = || {
            out.write_all(MAGIC)?;
            out.write_all(&FORMAT.to_be_bytes())?;
            out.write_all(&(head.len() as u32).to_be_bytes())?;
            out.write_all(&head)
        };
        begin().map_err(|e| unwritten(target, e))?;
        let mut body = ZlibEncoder::new(out, Compression::fast());
        let mut done = 0;
        let mut step = || {
            done += 1;
            if done % 1024 == 0 {
                each(done);
            }
        };
        for table in &tables {
            rows(conn, table, &mut body, target, &mut step)?;
        }
        for (name, bytes) in &keys {
            let secret = cbor(|e| e.array(2)?.str(name)?.bytes(bytes)?.ok());
            put(&mut body, Tag::Secret, &secret).map_err(|e| unwritten(target, e))?;
        }
        // Files are only ever added: whatever the snapshot names is there by now.
        let hashes = node.berkas.all()?;
        let mut changed = Vec::new();
        for hash in &hashes {
            if kept(node, hash, &mut body, target, &mut step)? != *hash {
                changed.push(*hash);
            }
        }
        let end = put(&mut body, Tag::End, &[]).and_then(|()| body.finish());
        let out = end.map_err(|e| unwritten(target, e))?;
        Ok((header, out.hash, hashes.len() as u64, changed))
    })?;
    let mut trailer = hash.clone().finalize().to_vec();
    trailer.extend_from_slice(END);
    hash.update(&trailer);
    let size = unfinished.finish(&trailer)?;
    Ok(Made { header, size, hash: hash.finalize().into(), files, changed })
}

fn unwritten(target: &Path, e: std::io::Error) -> Error {
    Error::at(target, e)
}

/// The key file as it is now, and one on its way to replace it.
fn keys(node: &Node) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let mut keys = Vec::new();
    for name in [KEY_FILE, NEXT_KEY_FILE] {
        let path = node.folder().join(name);
        match std::fs::read(&path) {
            Ok(bytes) => keys.push((name, bytes)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
            Err(e) => return Err(Error::at(&path, e)),
        }
    }
    Ok(keys)
}

fn header(node: &Node, conn: &mut Conn, tables: &[&'static Table]) -> Result<Header> {
    let mut heads: Vec<JournalHead> = crate::node::tenants(conn)?
        .into_iter()
        .map(|t| JournalHead {
            instansi: t.id,
            nama: t.nama,
            entries: 0,
            root: crate::tree::Tree::default().root(),
        })
        .collect();
    for head in &mut heads {
        let found = conn.one(&HEAD, &[Bind::Text(&head.instansi)], |r| {
            let root = <[u8; 32]>::try_from(r.blob(1)?);
            Ok((
                r.int(0)? as u64,
                root.map_err(|_| Error::Corrupt("akar titik periksa bukan 32 bita".into()))?,
            ))
        })?;
        if let Some((entries, root)) = found {
            (head.entries, head.root) = (entries, root);
        }
    }
    let counts = tables.iter().map(|t| Ok((t.name.to_owned(), conn.count(t)?))).collect::<Result<_>>()?;
    let key = match node.demo_seed {
        Some(_) => node.key.public(),
        // The file may be newer than the node that was opened.
        None => NodeKey::load(&node.folder().join(KEY_FILE))?.public(),
    };
    Ok(Header {
        schema: crate::migrate::CURRENT,
        made: node.clock.now(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: conn.engine().to_owned(),
        key: key.map_or_else(String::new, |k| fingerprint(&k)),
        tables: counts,
        heads,
    })
}

fn rows(
    conn: &mut Conn,
    table: &'static Table,
    body: &mut impl Write,
    target: &Path,
    step: &mut impl FnMut(),
) -> Result<()> {
    let begin = cbor(|e| {
        e.array(2)?.str(table.name)?.array(table.columns.len() as u64)?;
        table.columns.iter().try_for_each(|c| e.str(c.name)?.ok())
    });
    put(body, Tag::Table, &begin).map_err(|e| unwritten(target, e))?;
    let (mut tally, mut bytes) = (Tally::default(), Vec::new());
    conn.scan(table, |row| {
        frame::write_row(row, table, &mut bytes)?;
        tally.add(&bytes);
        step();
        put(body, Tag::Row, &bytes).map_err(|e| unwritten(target, e))
    })?;
    put(body, Tag::TableEnd, &tally.end()).map_err(|e| unwritten(target, e))
}

/// One kept file; answers the hash of what was read.
fn kept(
    node: &Node,
    hash: &[u8; 32],
    body: &mut impl Write,
    target: &Path,
    step: &mut impl FnMut(),
) -> Result<[u8; 32]> {
    let path = node.berkas.path(hash);
    let mut file = std::fs::File::open(&path).map_err(|e| Error::at(&path, e))?;
    put(body, Tag::File, hash).map_err(|e| unwritten(target, e))?;
    let (mut found, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        let n = file.read(&mut piece).map_err(|e| Error::at(&path, e))?;
        if n == 0 {
            break;
        }
        found.update(&piece[..n]);
        step();
        put(body, Tag::Piece, &piece[..n]).map_err(|e| unwritten(target, e))?;
    }
    let found: [u8; 32] = found.finalize().into();
    put(body, Tag::FileEnd, &found).map_err(|e| unwritten(target, e))?;
    Ok(found)
}

/// Hashes what goes to disk.
struct Hashing<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.out.write(bytes)?;
        self.hash.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}
