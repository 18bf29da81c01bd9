//! Reading a backup: first that it is the file that was written, then part by part.

use super::frame::{LONGEST, Tag, Tally, read_row};
use super::{END, FORMAT, Header, MAGIC, TRAILER, broken};
use crate::error::{Error, Result, io_text};
use crate::sql::Bind;
use crate::table::Table;
use flate2::read::ZlibDecoder;
use minicbor::Decoder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom, Take};
use std::path::{Path, PathBuf};

/// A part of a backup.
pub(super) enum Part<'r> {
    /// Rows of this table follow.
    Table(&'static Table),
    /// A row of it.
    Row(&'static Table, Vec<Bind<'r>>),
    /// Pieces of this kept file follow.
    File([u8; 32]),
    /// Bytes of it.
    Piece(&'r [u8]),
    /// The file ends; whether its content is what its name says.
    FileEnd(bool),
    /// A secret of the node: name and bytes.
    Secret(String, Vec<u8>),
}

/// A backup known to be as it was written.
pub(super) struct Reader {
    path: PathBuf,
    pub(super) header: Header,
    body: BufReader<ZlibDecoder<Take<BufReader<File>>>>,
    known: Vec<&'static Table>,
    table: Option<(&'static Table, Tally)>,
    /// Tables that came, in order, for comparison with the head.
    came: Vec<(String, u64)>,
    file: Option<([u8; 32], Sha256)>,
    buffer: Vec<u8>,
    done: bool,
}

impl Reader {
    /// Opens a backup and hashes all of it. `known` are the tables of this program.
    pub(super) fn open(path: &Path, known: Vec<&'static Table>) -> Result<Reader> {
        let named = |e: std::io::Error| {
            let (at, why) = (path.display(), io_text(&e));
            Error::Refused(format!(
                "Cadangan {at} tidak dapat dibaca: {why}. Periksa jalur dan hak aksesnya."
            ))
        };
        let mut file = BufReader::with_capacity(1 << 20, File::open(path).map_err(named)?);
        let length = file.get_ref().metadata().map_err(named)?.len();
        let mut start = Vec::new();
        (&mut file).take(MAGIC.len() as u64 + 2).read_to_end(&mut start).map_err(named)?;
        if !start.starts_with(MAGIC) {
            return Err(Error::Refused(format!(
                "{} bukan berkas cadangan Sinergi. Pilih berkas yang dibuat `sinergi cadangan buat`.",
                path.display()
            )));
        }
        let Some(format) = start[MAGIC.len()..].first_chunk::<2>().copied().map(u16::from_be_bytes) else {
            return Err(cut(path));
        };
        if format > FORMAT {
            return Err(Error::Refused(format!(
                "Cadangan {} dibuat oleh Sinergi yang lebih baru (format {format}, program ini {FORMAT}). Pakai program yang lebih baru.",
                path.display()
            )));
        }
        file.rewind().map_err(named)?;
        whole(path, &mut file, length).map_err(|e| match e {
            Error::Io(e) => named(e),
            other => other,
        })?;
        file.seek(SeekFrom::Start(start.len() as u64)).map_err(named)?;
        let header = header(&mut file).ok_or_else(|| broken(path, "kepalanya tidak terbaca"))?;
        if header.schema > crate::migrate::CURRENT {
            return Err(Error::Refused(format!(
                "Cadangan {} dibuat oleh Sinergi yang lebih baru (skema {}, program ini {}). Pakai program yang lebih baru.",
                path.display(),
                header.schema,
                crate::migrate::CURRENT
            )));
        }
        let at = file.stream_position().map_err(named)?;
        let body = file.take(length.saturating_sub(TRAILER).saturating_sub(at));
        let body = BufReader::with_capacity(1 << 20, ZlibDecoder::new(body));
        Ok(Reader {
            path: path.to_owned(),
            header,
            body,
            known,
            table: None,
            came: Vec::new(),
            file: None,
            buffer: Vec::new(),
            done: false,
        })
    }

    /// The next part; `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<Part<'_>>> {
        if self.done {
            return Ok(None);
        }
        let tag = self.frame()?;
        if tag == Tag::TableEnd {
            let ended =
                self.table.take().map(|(table, tally)| (table.name.to_owned(), tally.rows, tally.end()));
            return match ended {
                Some((name, rows, end)) if end == self.buffer => {
                    self.came.push((name, rows));
                    self.next()
                }
                Some((name, ..)) => Err(self.broken(&format!("jumlah periksa tabel {name} tidak cocok"))),
                None => Err(self.broken("susunannya tidak dikenal")),
            };
        }
        if tag == Tag::Table {
            return self.begin().map(|table| Some(Part::Table(table)));
        }
        let path = &self.path;
        let strange = || broken(path, "susunannya tidak dikenal");
        let bytes = &self.buffer[..];
        match (tag, &mut self.table, &mut self.file) {
            (Tag::Row, Some((table, tally)), None) => {
                tally.add(bytes);
                let row = read_row(bytes, table).map_err(|_| {
                    broken(path, &format!("baris {} tabel {} tidak terbaca", tally.rows, table.name))
                })?;
                Ok(Some(Part::Row(table, row)))
            }
            (Tag::Secret, None, None) => {
                let (name, bytes) = secret(bytes).ok_or_else(strange)?;
                Ok(Some(Part::Secret(name, bytes)))
            }
            (Tag::File, None, file @ None) => {
                let hash = bytes.try_into().map_err(|_| strange())?;
                *file = Some((hash, Sha256::new()));
                Ok(Some(Part::File(hash)))
            }
            (Tag::Piece, None, Some((_, hash))) => {
                hash.update(bytes);
                Ok(Some(Part::Piece(bytes)))
            }
            (Tag::FileEnd, None, file @ Some(_)) => {
                let (name, hash) = file.take().ok_or_else(strange)?;
                let found: [u8; 32] = hash.finalize().into();
                match bytes == found {
                    true => Ok(Some(Part::FileEnd(found == name))),
                    false => {
                        Err(broken(path, &format!("isi berkas {} tidak cocok", crate::derive::hex(&name))))
                    }
                }
            }
            (Tag::End, None, None) if self.came == self.header.tables => {
                self.done = true;
                Ok(None)
            }
            (Tag::End, None, None) => Err(broken(path, "tabelnya tidak sama dengan yang disebut kepalanya")),
            _ => Err(strange()),
        }
    }

    /// Reads one frame into the buffer.
    fn frame(&mut self) -> Result<Tag> {
        let mut head = [0; 5];
        let read = self.body.read_exact(&mut head);
        read.map_err(|e| self.unreadable(e))?;
        let length = u32::from_be_bytes([head[1], head[2], head[3], head[4]]);
        let tag = Tag::of(head[0]).filter(|_| length <= LONGEST);
        let tag = tag.ok_or_else(|| self.broken("susunannya tidak dikenal"))?;
        self.buffer.clear();
        // What is not there is not reserved either.
        let read = (&mut self.body).take(length.into()).read_to_end(&mut self.buffer);
        match read {
            Ok(n) if n == length as usize => Ok(tag),
            Ok(_) => Err(cut(&self.path)),
            Err(e) => Err(self.unreadable(e)),
        }
    }

    /// A table begins: one this program knows, with the columns it has.
    fn begin(&mut self) -> Result<&'static Table> {
        let Some((name, columns)) = table(&self.buffer).filter(|_| self.table.is_none()) else {
            return Err(self.broken("susunannya tidak dikenal"));
        };
        let known = self.known.iter().find(|t| t.name == name).copied();
        let same = known.filter(|t| t.columns.iter().map(|c| c.name).eq(columns.iter().map(String::as_str)));
        let Some(table) = same else {
            return Err(Error::Refused(format!(
                "Cadangan {} memuat tabel {name} yang tidak dikenal program ini. Pakai Sinergi versi {} atau yang lebih baru.",
                self.path.display(),
                self.header.program
            )));
        };
        self.table = Some((table, Tally::default()));
        Ok(table)
    }

    fn broken(&self, what: &str) -> Error {
        broken(&self.path, what)
    }

    fn unreadable(&self, e: std::io::Error) -> Error {
        match e.kind() {
            ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                self.broken("isinya tidak dapat dibuka")
            }
            _ => Error::at(&self.path, e),
        }
    }
}

fn cut(path: &Path) -> Error {
    broken(path, "berkasnya terpotong")
}

/// Whether the file ends as a whole one does and is, byte for byte, what was written.
fn whole(path: &Path, file: &mut impl Read, length: u64) -> Result<()> {
    let mut rest = length.checked_sub(TRAILER).ok_or_else(|| cut(path))?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 20]);
    while rest > 0 {
        let want = rest.min(piece.len() as u64) as usize;
        match file.read(&mut piece[..want])? {
            0 => return Err(cut(path)),
            n => {
                hash.update(&piece[..n]);
                rest -= n as u64;
            }
        }
    }
    let mut trailer = Vec::new();
    file.read_to_end(&mut trailer)?;
    match trailer.split_at_checked(32) {
        Some((digest, END)) if digest == &hash.finalize()[..] => Ok(()),
        Some((_, END)) => Err(broken(path, "isinya berubah sejak dibuat")),
        _ => Err(cut(path)),
    }
}

fn header(file: &mut impl Read) -> Option<Header> {
    let mut length = [0; 4];
    file.read_exact(&mut length).ok()?;
    let (length, mut bytes) = (u32::from_be_bytes(length), Vec::new());
    file.take(length.min(LONGEST).into()).read_to_end(&mut bytes).ok()?;
    Header::read(&bytes).ok().filter(|_| bytes.len() == length as usize)
}

fn table(bytes: &[u8]) -> Option<(String, Vec<String>)> {
    let mut d = Decoder::new(bytes);
    d.array().ok()?;
    let name = d.str().ok()?.to_owned();
    let columns = d.array().ok()??;
    let columns = (0..columns).map(|_| d.str().ok().map(str::to_owned)).collect::<Option<Vec<_>>>()?;
    Some((name, columns))
}

fn secret(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut d = Decoder::new(bytes);
    d.array().ok()?;
    Some((d.str().ok()?.to_owned(), d.bytes().ok()?.to_vec()))
}
