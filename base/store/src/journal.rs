//! The journal of an instansi: the only writer of facts. Append-only; each leaf names the one before
//! it and a salted commitment to its payload, all leaves stand in an RFC 6962 tree, every commit ends
//! in a signed checkpoint. Derived rows are written in the same transaction.

use crate::derive::{Sink, derive};
use crate::error::{Error, Result};
use crate::key::NodeKey;
use crate::schema;
use crate::source::Source;
use crate::sql::{Bind, Conn};
use crate::table::Table;
use crate::tree::Tree;
use hmac::{Hmac, KeyInit, Mac};
use kernel::codec::entry_bytes;
use kernel::{Entry, Stamp};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

crate::statements! {
    /// Takes the journal's lock: one writer at a time, on both engines.
    LOCK = "UPDATE instansi SET urutan = urutan WHERE instansi_id = $1";
    LAST = "SELECT seq, rantai, dicatat FROM jurnal WHERE instansi_id = $1 ORDER BY seq DESC LIMIT 1";
    POINT = "SELECT ukuran, akar FROM jurnal_titik WHERE instansi_id = $1 ORDER BY ukuran DESC LIMIT 1";
    TILE = "SELECT isi FROM jurnal_ubin WHERE instansi_id = $1 AND tingkat = $2 AND indeks = $3";
    PUT_TILE = "INSERT INTO jurnal_ubin (instansi_id, tingkat, indeks, isi) VALUES ($1, $2, $3, $4)
        ON CONFLICT (instansi_id, tingkat, indeks) DO UPDATE SET isi = excluded.isi";
}

/// Bytes a leaf of the tree and a link of the chain are made of.
pub struct Leaf<'a> {
    /// The journal.
    pub instansi: &'a str,
    /// Place in it, from 0.
    pub seq: i64,
    /// Hash of the leaf before, zeros for the first.
    pub previous: &'a [u8],
    /// When it was recorded.
    pub recorded: Stamp,
    /// Salted commitment to the payload.
    pub commitment: &'a [u8],
}

impl Leaf<'_> {
    /// Deterministic CBOR; frozen.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(160);
        let mut e = minicbor::Encoder::new(&mut bytes);
        let written = e
            .array(6)
            .and_then(|e| e.u8(1)?.str(self.instansi)?.i64(self.seq)?.bytes(self.previous))
            .and_then(|e| e.i64(self.recorded.0)?.bytes(self.commitment));
        debug_assert!(written.is_ok());
        bytes
    }
}

/// HMAC-SHA-256 of a payload under its salt: says that something was there and unchanged, and
/// nothing else, once salt and payload are destroyed.
pub fn commitment(salt: &[u8], payload: &[u8]) -> [u8; 32] {
    // An HMAC key may have any length, so this cannot fail.
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(salt).unwrap_or_else(|_| unreachable!());
    mac.update(payload);
    mac.finalize().into_bytes().into()
}

/// Takes the lock of a journal without writing to it: nobody else writes there until this transaction ends.
///
/// # Errors
/// When the instansi is not served here.
pub fn hold(conn: &mut Conn, instansi: &str) -> Result<()> {
    match conn.exec(&LOCK, &[Bind::Text(instansi)])? {
        0 => Err(Error::Refused(format!("Instansi {instansi} tidak dilayani simpul ini."))),
        _ => Ok(()),
    }
}

/// The text a checkpoint signs (C2SP tlog-checkpoint: origin, size, root).
pub fn checkpoint_text(instansi: &str, size: u64, root: &[u8]) -> String {
    format!("sinergi/jurnal/{instansi}\n{size}\n{}\n", crate::derive::hex(root))
}

/// An open journal inside a transaction.
pub struct Writer<'a> {
    conn: &'a mut Conn,
    key: &'a NodeKey,
    source: &'a mut Source,
    instansi: String,
    tree: Tree,
    last: [u8; 32],
    recorded: Stamp,
    began: u64,
    seen: Seen,
}

impl<'a> Writer<'a> {
    /// Opens the journal of an instansi for appending; the caller holds a transaction.
    ///
    /// # Errors
    /// When the instansi is not served here, its tiles do not fit its entries, or the key may not sign.
    pub fn open(
        conn: &'a mut Conn,
        key: &'a NodeKey,
        source: &'a mut Source,
        instansi: &str,
    ) -> Result<Writer<'a>> {
        hold(conn, instansi)?;
        let last = conn.one(&LAST, &[Bind::Text(instansi)], |r| {
            let link = <[u8; 32]>::try_from(r.blob(1)?);
            let link = link.map_err(|_| Error::Corrupt("rantai entri terakhir bukan 32 bita".into()))?;
            Ok((r.int(0)?, link, r.stamp(2)?))
        })?;
        let (size, last, recorded) =
            last.map_or((0, [0; 32], Stamp::MIN), |(s, h, at)| (s as u64 + 1, h, at));
        let mut tiles = Vec::new();
        for level in 0..Tree::levels_of(size) {
            let index = size >> (8 * (level + 1));
            let binds = [Bind::Text(instansi), Bind::Int(level as i64), Bind::Int(index as i64)];
            tiles.push(conn.one(&TILE, &binds, |r| Ok(r.blob(0)?.to_vec()))?.unwrap_or_default());
        }
        let tree = Tree::resume(size, &tiles).ok_or_else(|| {
            Error::Corrupt(format!("ubin jurnal {instansi} tidak cocok dengan {size} entri"))
        })?;
        crate::handover::may_sign(conn, key, instansi)?;
        // A signature must never cover what the last one did not.
        let point =
            conn.one(&POINT, &[Bind::Text(instansi)], |r| Ok((r.int(0)? as u64, r.blob(1)?.to_vec())))?;
        let fits = point.map_or(size == 0, |(signed, root)| signed == size && root[..] == tree.root());
        if !fits {
            return Err(Error::Corrupt(format!(
                "jurnal {instansi} tidak cocok dengan titik periksa terakhir"
            )));
        }
        source.at_place(instansi, size);
        let instansi = instansi.to_owned();
        Ok(Writer { conn, key, source, instansi, tree, last, recorded, began: size, seen: Seen::new() })
    }

    /// The source of ids and time.
    pub fn source(&mut self) -> &mut Source {
        self.source
    }

    /// The connection, for reads of the same transaction.
    pub fn conn(&mut self) -> &mut Conn {
        self.conn
    }

    /// Entries this writer has appended so far.
    pub fn appended(&self) -> u64 {
        self.tree.size() - self.began
    }

    /// A moment to record at: now, never before the last entry, so that "known up to" is a prefix.
    pub fn moment(&self) -> Stamp {
        self.source.now().max(self.recorded)
    }

    /// The moment of the last entry: what belongs to it may be recorded at the same one.
    pub fn last_moment(&self) -> Stamp {
        self.recorded
    }

    /// From here on entries are recorded after this moment: what another journal says of the same thing came
    /// before, also when both are written within one tick of the clock.
    pub fn after(&mut self, other: Stamp) {
        self.recorded = self.recorded.max(Stamp(other.0.saturating_add(1)));
    }

    /// Appends an entry and what follows from it; answers its place.
    ///
    /// # Errors
    /// When the entry claims to be recorded before the last one, or storage fails.
    pub fn append(&mut self, entry: &Entry) -> Result<i64> {
        let payload = entry_bytes(entry);
        self.append_bytes(entry, &payload)
    }

    /// The same with the entry's bytes already made, so that many cores can make them.
    pub fn append_bytes(&mut self, entry: &Entry, payload: &[u8]) -> Result<i64> {
        if entry.recorded < self.recorded {
            return Err(Error::Refused(format!(
                "Entri bertanggal catat {} mendahului entri terakhir jurnal. Periksa jam mesin ini.",
                entry.recorded.wib()
            )));
        }
        let seq = self.tree.size() as i64;
        let salt = self.source.bytes32();
        let commitment = commitment(&salt, payload);
        let leaf = Leaf {
            instansi: &self.instansi,
            seq,
            previous: &self.last,
            recorded: entry.recorded,
            commitment: &commitment,
        }
        .bytes();
        self.tree.push(&leaf);
        self.last = Sha256::digest(&leaf).into();
        self.recorded = entry.recorded;
        self.conn.insert(
            &schema::JURNAL,
            &[
                Bind::Text(&self.instansi),
                Bind::Int(seq),
                Bind::Stamp(entry.recorded),
                Bind::Blob(&commitment),
                Bind::Blob(&self.last),
                Bind::Blob(&salt),
                Bind::Blob(payload),
            ],
        )?;
        let mut rows = Rows { conn: self.conn, seen: &mut self.seen };
        derive(entry, &self.instansi, seq, &mut rows)?;
        Ok(seq)
    }

    /// Ends the work: tiles and a signed checkpoint. Without it the transaction must not commit.
    pub fn finish(mut self) -> Result<Head> {
        let root = self.tree.root();
        if self.appended() > 0 {
            for (level, index, bytes) in self.tree.take_changed() {
                let (level, index) = (Bind::Int(level.into()), Bind::Int(index as i64));
                self.conn.exec(&PUT_TILE, &[Bind::Text(&self.instansi), level, index, Bind::Blob(&bytes)])?;
            }
            let text = checkpoint_text(&self.instansi, self.tree.size(), &root);
            let signature = self.key.sign(text.as_bytes())?;
            self.conn.insert(
                &schema::JURNAL_TITIK,
                &[
                    Bind::Text(&self.instansi),
                    Bind::Int(self.tree.size() as i64),
                    Bind::Stamp(self.recorded),
                    Bind::Blob(&root),
                    Bind::Blob(&self.key.required()?),
                    Bind::Blob(&signature),
                ],
            )?;
            self.conn.flush()?;
        }
        Ok(Head { entries: self.tree.size(), root })
    }
}

/// Where a journal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries.
    pub entries: u64,
    /// Root of the tree over them.
    pub root: [u8; 32],
}

/// The sink of a database: units and posts are named by thousands of rows, it hears of each once.
pub(crate) struct Rows<'r> {
    pub(crate) conn: &'r mut Conn,
    pub(crate) seen: &'r mut Seen,
}

/// Units and posts of one journal that were written already.
pub(crate) type Seen = HashMap<&'static str, HashSet<String>>;

impl Sink for Rows<'_> {
    fn insert(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        self.conn.insert(table, row)
    }

    fn insert_absent(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        if let ("unor" | "pos", Bind::Text(id)) = (table.name, row[1]) {
            let seen = self.seen.entry(table.name).or_default();
            if seen.contains(id) {
                return Ok(());
            }
            seen.insert(id.to_owned());
        }
        self.conn.insert_absent(table, row)
    }
}
