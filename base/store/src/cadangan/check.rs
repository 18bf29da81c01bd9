//! Checking a backup without a database: that the file is whole, and that the journals in it hold.

use super::reader::{Part, Reader};
use super::{Header, broken, tables};
use crate::error::{Error, Result};
use crate::handover::Turn;
use crate::node::KEY_FILE;
use crate::schema::{JURNAL, JURNAL_KUNCI, JURNAL_TITIK, JURNAL_UBIN};
use crate::sql::Bind;
use crate::table::Table;
use crate::verify::reading::{Reading, Tile};
use crate::verify::{Point, Report, Stored, Trust};
use kernel::Stamp;
use std::collections::BTreeMap;
use std::path::Path;

/// What a check of a backup found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What its head says.
    pub header: Header,
    /// One report a journal.
    pub reports: Vec<Report>,
    /// Kept files in it.
    pub files: u64,
    /// Those that had changed before they were backed up.
    pub changed: Vec<[u8; 32]>,
    /// Whether the node's signing key is in it.
    pub has_key: bool,
}

/// Reads a backup to its end. `extra` are the tables of host and modules; `each` hears of rows read.
///
/// # Errors
/// When the file cannot be read, is no backup, is of a newer program, or is not what was written. A journal
/// that does not hold is no error but a report.
pub fn check(path: &Path, extra: &[&'static Table], mut each: impl FnMut(u64)) -> Result<Checked> {
    let mut reader = Reader::open(path, tables(extra, &[]))?;
    let (header, trust) = (reader.header.clone(), Trust::default());
    let mut around: BTreeMap<&str, Around> =
        header.heads.iter().map(|h| (h.instansi.as_str(), Around::default())).collect();
    let mut readings: BTreeMap<&str, Reading<'_>> = BTreeMap::new();
    let (mut files, mut changed, mut has_key, mut rows) = (0, Vec::new(), false, 0u64);
    let mut current = [0; 32];
    while let Some(part) = reader.next()? {
        match part {
            // Whatever says how to read the journal has come by now.
            Part::Table(table) if table.name == JURNAL.name => {
                for (id, around) in &mut around {
                    let (points, turns) =
                        (std::mem::take(&mut around.points), std::mem::take(&mut around.turns));
                    readings.insert(id, Reading::new(id, &trust, points, turns));
                }
            }
            Part::Row(table, row) => {
                rows += 1;
                if rows % 4096 == 0 {
                    each(rows);
                }
                let known = if table.name == JURNAL.name {
                    entry(&row, &mut readings)?
                } else {
                    proof(table, &row, &mut around).is_some()
                };
                if !known {
                    return Err(broken(
                        path,
                        &format!("tabel {} memuat baris yang tidak dikenal", table.name),
                    ));
                }
            }
            Part::File(hash) => (files, current) = (files + 1, hash),
            Part::FileEnd(false) => changed.push(current),
            Part::Secret(name, _) => has_key |= name == KEY_FILE,
            Part::Table(_) | Part::Piece(_) | Part::FileEnd(true) => {}
        }
    }
    let mut reports = Vec::new();
    for head in &header.heads {
        let id = head.instansi.as_str();
        let (Some(reading), Some(around)) = (readings.remove(id), around.remove(id)) else {
            return Err(broken(path, "jurnalnya tidak ada"));
        };
        let report = reading.end(head.nama.clone(), || Ok(around.tiles))?;
        if report.intact() && (report.entries, report.root) != (head.entries, head.root) {
            return Err(broken(path, &format!("kepala jurnal {id} tidak sama dengan isinya")));
        }
        reports.push(report);
    }
    Ok(Checked { header, reports, files, changed, has_key })
}

/// What stands beside the entries of a journal.
#[derive(Default)]
struct Around {
    points: Vec<Point>,
    turns: Vec<Turn>,
    tiles: Vec<Tile>,
}

/// Keeps a checkpoint, a tile or a hand-over; `None` when it belongs to no journal of the head.
fn proof(table: &Table, row: &[Bind<'_>], around: &mut BTreeMap<&str, Around>) -> Option<()> {
    if ![JURNAL_TITIK.name, JURNAL_UBIN.name, JURNAL_KUNCI.name].contains(&table.name) {
        return Some(());
    }
    let journal = around.get_mut(text(&row[0]))?;
    if table.name == JURNAL_TITIK.name {
        let (root, key, signature) =
            (bytes(&row[3]).to_vec(), bytes(&row[4]).to_vec(), bytes(&row[5]).to_vec());
        journal.points.push(Point { size: int(&row[1]), recorded: stamp(&row[2]), root, key, signature });
    } else if table.name == JURNAL_UBIN.name {
        let level = u8::try_from(int(&row[1])).unwrap_or(u8::MAX);
        journal.tiles.push((level, int(&row[2]) as u64, bytes(&row[3]).to_vec()));
    } else {
        journal.turns.push(Turn {
            number: int(&row[1]),
            size: int(&row[2]),
            root: bytes(&row[3]).to_vec(),
            old: bytes(&row[4]).to_vec(),
            new: bytes(&row[5]).to_vec(),
            recorded: stamp(&row[6]),
            reason: text(&row[7]).to_owned(),
            old_signature: opt_bytes(&row[8]).map(<[u8]>::to_vec),
            new_signature: bytes(&row[9]).to_vec(),
        });
    }
    Some(())
}

/// Lays an entry on its journal; false when the head names none such.
fn entry(row: &[Bind<'_>], readings: &mut BTreeMap<&str, Reading<'_>>) -> Result<bool> {
    let Some(reading) = readings.get_mut(text(&row[0])) else { return Ok(false) };
    reading.entry(&Stored {
        seq: int(&row[1]),
        recorded: stamp(&row[2]),
        commitment: bytes(&row[3]),
        link: bytes(&row[4]),
        salt: opt_bytes(&row[5]),
        payload: opt_bytes(&row[6]),
    })?;
    Ok(true)
}

// The reader has read every value by the type of its column; what is left is NULL where one may stand.
fn text<'b>(value: &Bind<'b>) -> &'b str {
    if let Bind::Text(s) = value { s } else { "" }
}

fn int(value: &Bind<'_>) -> i64 {
    if let Bind::Int(n) = value { *n } else { 0 }
}

fn stamp(value: &Bind<'_>) -> Stamp {
    if let Bind::Stamp(s) = value { *s } else { Stamp::MIN }
}

fn opt_bytes<'b>(value: &Bind<'b>) -> Option<&'b [u8]> {
    if let Bind::Blob(b) = value { Some(b) } else { None }
}

fn bytes<'b>(value: &Bind<'b>) -> &'b [u8] {
    opt_bytes(value).unwrap_or_default()
}

/// The first thing wrong with a journal, as an error.
pub(super) fn require_intact(path: &Path, reports: &[Report]) -> Result<()> {
    match reports.iter().find_map(Report::sentence) {
        None => Ok(()),
        Some(what) => Err(Error::Backup(format!("Cadangan {} tidak dapat dipakai. {what}", path.display()))),
    }
}
