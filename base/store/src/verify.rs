//! Does the journal hold, and do the tables say what it says? Chain, commitments, tree, signatures,
//! and `tables == fold(journal)`, naming the first entry that does not fit.

mod compare;
pub mod kept;
pub(crate) mod reading;
mod signers;

use crate::derive::{derive, hex};
use crate::erase::NOTE_DESTROYS;
use crate::error::Result;
use crate::handover::Turn;
use crate::journal::{Leaf, checkpoint_text, commitment};
use crate::sql::{Bind, Conn};
use crate::tree::Tree;
use compare::{Expected, compare};
use kernel::Stamp;
use reading::Reading;
use sha2::{Digest, Sha256};
use signers::Signers;
pub use signers::{Signer, Trust};
use std::collections::BTreeSet;

crate::statements! {
    INSTANSI_LIST = "SELECT instansi_id, nama FROM instansi ORDER BY urutan, instansi_id";
    STRANGERS = "SELECT instansi_id FROM jurnal UNION SELECT instansi_id FROM jurnal_ubin UNION SELECT instansi_id FROM jurnal_titik
        UNION SELECT instansi_id FROM jurnal_kunci";
    ENTRIES = "SELECT seq, dicatat, komitmen, rantai, garam, isi FROM jurnal WHERE instansi_id = $1 ORDER BY seq";
    CHECKPOINTS = "SELECT ukuran, dicatat, akar, kunci, tanda_tangan FROM jurnal_titik WHERE instansi_id = $1 ORDER BY ukuran";
    TILES = "SELECT tingkat, indeks, isi FROM jurnal_ubin WHERE instansi_id = $1 ORDER BY tingkat, indeks";
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The entry that does not fit; `None` when no single entry can be named.
    pub seq: Option<i64>,
    /// In Indonesian.
    pub what: String,
}

/// The verdict about one journal. `entries` and `root` follow from the journal alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// BKN's id of the instansi.
    pub instansi: String,
    /// Its name.
    pub nama: String,
    /// Entries read.
    pub entries: u64,
    /// Root over them.
    pub root: [u8; 32],
    /// Keys that signed it, the first one first.
    pub signers: Vec<Signer>,
    /// The first thing wrong.
    pub trouble: Option<Trouble>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn intact(&self) -> bool {
        self.trouble.is_none()
    }

    /// What is wrong, in one sentence that names journal and entry.
    pub fn sentence(&self) -> Option<String> {
        let trouble = self.trouble.as_ref()?;
        let place = trouble.seq.map_or(String::new(), |seq| format!(" pada entri {seq}"));
        Some(format!("Jurnal {} tidak utuh{place}: {}.", self.instansi, trouble.what))
    }

    /// The root in hexadecimal.
    pub fn root_hex(&self) -> String {
        hex(&self.root)
    }
}

/// Checks every journal of the node and the tables derived from them. `each` hears of progress:
/// entries read so far. Any first key may have signed; who knows the node's keys asks [`verify_trusting`].
///
/// # Errors
/// When the database cannot be read.
pub fn verify(conn: &mut Conn, each: impl FnMut(u64)) -> Result<Vec<Report>> {
    verify_trusting(conn, &Trust::default(), each)
}

/// The same, and the keys must be those known from outside the database.
///
/// # Errors
/// When the database cannot be read.
pub fn verify_trusting(conn: &mut Conn, trust: &Trust, each: impl FnMut(u64)) -> Result<Vec<Report>> {
    conn.snapshot(|conn| verify_all(conn, trust, each))
}

/// Checks the journals alone: chain, commitments, tree, signatures. The tables may say what they like.
///
/// # Errors
/// When the database cannot be read.
pub fn verify_journals(conn: &mut Conn, trust: &Trust, mut each: impl FnMut(u64)) -> Result<Vec<Report>> {
    conn.snapshot(|conn| read_journals(conn, trust, None, &mut each))
}

fn verify_all(conn: &mut Conn, trust: &Trust, mut each: impl FnMut(u64)) -> Result<Vec<Report>> {
    let mut expected = Expected::default();
    let mut reports = read_journals(conn, trust, Some(&mut expected), &mut each)?;
    // A broken journal stops telling what must stand; what is left over then proves nothing more.
    if reports.iter().all(Report::intact)
        && let Some((journal, trouble)) = compare(conn, expected)?
    {
        match reports.get_mut(journal as usize) {
            Some(report) => report.trouble = Some(trouble),
            // Rows, but no journal at all they could follow from.
            None => reports.push(Report {
                instansi: String::new(),
                nama: String::new(),
                entries: 0,
                root: Tree::default().root(),
                signers: Vec::new(),
                trouble: Some(trouble),
            }),
        }
    }
    Ok(reports)
}

/// Reads every journal to its end; `expected` gathers what the tables must say, when anybody asks.
fn read_journals(
    conn: &mut Conn,
    trust: &Trust,
    mut expected: Option<&mut Expected>,
    each: &mut dyn FnMut(u64),
) -> Result<Vec<Report>> {
    let mut instansi: Vec<(String, String)> =
        conn.all(&INSTANSI_LIST, &[], |r| Ok((r.text(0)?.to_owned(), r.text(1)?.to_owned())))?;
    let served = instansi.len();
    conn.for_each(&STRANGERS, &[], |r| {
        let id = r.text(0)?;
        if !instansi[..served].iter().any(|i| i.0 == id) {
            instansi.push((id.to_owned(), String::new()));
        }
        Ok(())
    })?;
    let mut reports = Vec::new();
    for (place, (id, nama)) in instansi.into_iter().enumerate() {
        if let Some(expected) = expected.as_deref_mut() {
            expected.begin(place as u32);
        }
        let done: u64 = reports.iter().map(|r: &Report| r.entries).sum();
        let mut report = verify_journal(conn, id, nama, trust, expected.as_deref_mut(), |n| each(done + n))?;
        if place >= served {
            let what = format!("jurnal {} tidak punya instansi pada simpul ini", report.instansi);
            report.trouble.get_or_insert(Trouble { seq: None, what });
        }
        reports.push(report);
    }
    Ok(reports)
}

fn verify_journal(
    conn: &mut Conn,
    instansi: String,
    nama: String,
    trust: &Trust,
    mut expected: Option<&mut Expected>,
    mut each: impl FnMut(u64),
) -> Result<Report> {
    let points = conn.all(&CHECKPOINTS, &[Bind::Text(&instansi)], |r| {
        let (root, key, signature) = (r.blob(2)?.to_vec(), r.blob(3)?.to_vec(), r.blob(4)?.to_vec());
        Ok(Point { size: r.int(0)?, recorded: r.stamp(1)?, root, key, signature })
    })?;
    let turns = crate::handover::turns(conn, &instansi)?;
    let mut reading = Reading::new(&instansi, trust, points, turns);
    conn.for_each(&ENTRIES, &[Bind::Text(&instansi)], |row| {
        let stored = Stored {
            seq: row.int(0)?,
            recorded: row.stamp(1)?,
            commitment: row.blob(2)?,
            link: row.blob(3)?,
            salt: row.opt_blob(4)?,
            payload: row.opt_blob(5)?,
        };
        reading.entry_expecting(&stored, expected.as_deref_mut())?;
        if reading.size().is_multiple_of(4096) {
            each(reading.size());
        }
        Ok(())
    })?;
    let tiles = |conn: &mut Conn| {
        conn.all(&TILES, &[Bind::Text(&instansi)], |r| {
            // A level no tree has stays apart from those it has.
            Ok((u8::try_from(r.int(0)?).unwrap_or(u8::MAX), r.int(1)? as u64, r.blob(2)?.to_vec()))
        })
    };
    reading.end(nama, || tiles(conn))
}

/// A signed checkpoint as stored.
pub(crate) struct Point {
    pub(crate) size: i64,
    pub(crate) recorded: Stamp,
    pub(crate) root: Vec<u8>,
    pub(crate) key: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

/// An entry as stored, in a table or in a file.
pub(crate) struct Stored<'r> {
    pub(crate) seq: i64,
    pub(crate) recorded: Stamp,
    pub(crate) commitment: &'r [u8],
    pub(crate) link: &'r [u8],
    pub(crate) salt: Option<&'r [u8]>,
    pub(crate) payload: Option<&'r [u8]>,
}

/// A journal while it is read from its start.
struct Chain<'a> {
    instansi: &'a str,
    signers: Signers<'a>,
    tree: Tree,
    last: [u8; 32],
    recorded: Stamp,
    /// Places whose payload is gone, and those an entry says were emptied by order.
    empty: BTreeSet<i64>,
    ordered: BTreeSet<i64>,
    trouble: Option<Trouble>,
}

impl<'a> Chain<'a> {
    fn new(instansi: &'a str, trust: &'a Trust) -> Chain<'a> {
        let signers = Signers::new(instansi, trust);
        let (empty, ordered) = (BTreeSet::new(), BTreeSet::new());
        let (tree, last, recorded) = (Tree::default(), [0; 32], Stamp::MIN);
        Chain { instansi, signers, tree, last, recorded, empty, ordered, trouble: None }
    }

    fn stop(&mut self, seq: Option<i64>, what: &str) {
        self.trouble.get_or_insert(Trouble { seq, what: what.to_owned() });
    }

    /// A checkpoint whose place has come.
    fn point(&mut self, point: &Point) {
        if self.trouble.is_some() {
            return;
        }
        let seq = Some(point.size - 1);
        let text = checkpoint_text(self.instansi, point.size as u64, &point.root);
        if point.size != self.tree.size() as i64 {
            self.stop(None, "ada titik periksa di depan entri pertama jurnal");
        } else if point.root[..] != self.tree.root() {
            self.stop(seq, "akar pohon tidak sama dengan titik periksa yang ditandatangani");
        } else if !crate::key::verify(&point.key, text.as_bytes(), &point.signature) {
            self.stop(seq, "tanda tangan titik periksa tidak sah");
        } else if let Err(what) = self.signers.point(&point.key, point.size) {
            self.stop(seq, what);
        } else if point.recorded != self.recorded {
            self.stop(seq, "waktu titik periksa tidak sama dengan waktu entri terakhirnya");
        }
    }

    /// A hand-over of keys whose place has come.
    fn turn(&mut self, turn: &Turn) {
        let (size, root) = (self.tree.size() as i64, self.tree.root());
        if self.trouble.is_none()
            && let Err(what) = self.signers.turn(turn, size, &root)
        {
            self.stop(Some(size - 1), what);
        }
    }

    /// The end of the journal: everything signed is there, and everything there is signed. `left` is a
    /// hand-over whose place never came.
    fn end(&mut self, points: &[Point], left: Option<&Turn>) {
        let size = self.tree.size() as i64;
        match points.last().map(|p| p.size) {
            Some(signed) if signed > size => {
                self.stop(Some(size), "entri yang sudah ditandatangani hilang dari ujung jurnal")
            }
            Some(signed) if signed < size => {
                self.stop(Some(signed), "entri di ujung jurnal belum ditandatangani")
            }
            Some(0) => self.stop(None, "ada titik periksa di depan entri pertama jurnal"),
            None if size > 0 => self.stop(Some(0), "jurnal tidak punya titik periksa bertanda tangan"),
            _ => {}
        }
        if left.is_some() {
            self.stop(Some(size), "kunci diganti pada entri yang tidak ada di jurnal");
        }
        if let Err((seq, what)) = self.signers.end() {
            self.stop(Some(seq), &what);
        }
        if let Some(seq) = self.empty.difference(&self.ordered).next() {
            self.stop(Some(*seq), "isi entri hilang tanpa catatan pemusnahan");
        }
        if let Some(seq) = self.ordered.difference(&self.empty).next() {
            self.stop(Some(*seq), "isi entri masih ada padahal tercatat sudah dimusnahkan");
        }
    }

    fn entry(&mut self, stored: &Stored<'_>, expected: Option<&mut Expected>) -> Result<()> {
        let Stored { seq, recorded, commitment: sealed, link, .. } = *stored;
        let place = self.tree.size() as i64;
        if seq != place {
            // What comes before the first place was put there; what is missing is named.
            let what = if seq < place { "ada entri di luar urutan" } else { "nomor urut entri terputus" };
            self.stop(Some(place), what);
            return Ok(());
        }
        let instansi = self.instansi;
        let leaf = Leaf { instansi, seq, previous: &self.last, recorded, commitment: sealed }.bytes();
        self.tree.push(&leaf);
        self.last = Sha256::digest(&leaf).into();
        if link != self.last {
            self.stop(Some(seq), "rantai hash tidak bersambung");
            return Ok(());
        }
        if recorded < self.recorded {
            self.stop(Some(seq), "tanggal catat mundur");
            return Ok(());
        }
        self.recorded = recorded;
        let (salt, payload) = match (stored.salt, stored.payload) {
            (Some(salt), Some(payload)) => (salt, payload),
            (None, None) => {
                self.empty.insert(seq);
                return Ok(());
            }
            _ => {
                self.stop(Some(seq), "isi dan garam entri tidak lengkap");
                return Ok(());
            }
        };
        if commitment(salt, payload)[..] != *sealed {
            self.stop(Some(seq), "isi entri berubah sejak dicatat");
            return Ok(());
        }
        match kernel::codec::read_entry(payload) {
            Ok(entry) if entry.recorded == recorded => {
                let named = entry.notes.iter().filter(|n| &*n.0 == NOTE_DESTROYS);
                // Only what stands before it can have been emptied by it.
                self.ordered
                    .extend(named.filter_map(|n| n.1.parse().ok()).filter(|at| (0..seq).contains(at)));
                if let Some(expected) = expected {
                    expected.at(seq);
                    derive(&entry, instansi, seq, expected)?;
                }
            }
            Ok(_) => self.stop(Some(seq), "tanggal catat pada isi entri berbeda"),
            Err(e) => self.stop(Some(seq), &e.to_string()),
        }
        Ok(())
    }
}
