//! Journals as stored: their heads, and a few entries at a time.

use kernel::{Entry, Stamp};
use store::sql::Row;
use store::{Bind, Conn, Result};

store::statements! {
    HEADS = "SELECT t.instansi_id, t.ukuran, t.dicatat, t.akar, t.kunci FROM jurnal_titik t
        JOIN (SELECT instansi_id, MAX(ukuran) AS ukuran FROM jurnal_titik GROUP BY instansi_id) n
        ON n.instansi_id = t.instansi_id AND n.ukuran = t.ukuran ORDER BY t.instansi_id";
    BEFORE = "SELECT seq, dicatat, rantai, isi FROM jurnal WHERE instansi_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3";
    ONE = "SELECT seq, dicatat, rantai, isi FROM jurnal WHERE instansi_id = $1 AND seq = $2";
}

/// Where a journal stands: its last signed checkpoint.
pub struct Head {
    /// BKN's id of the instansi.
    pub instansi: String,
    /// Entries.
    pub entries: u64,
    /// When the newest was recorded.
    pub recorded: Stamp,
    /// Root over all of them, hexadecimal.
    pub root: String,
    /// Fingerprint of the public key that signed it: the first half of its SHA-256, hexadecimal.
    pub key: String,
}

/// One entry as stored.
pub struct Stored {
    /// Its place.
    pub seq: i64,
    /// When it was recorded.
    pub recorded: Stamp,
    /// Its link of the chain, hexadecimal.
    pub link: String,
    /// What it says; `None` when the payload was destroyed by order.
    pub entry: Option<Entry>,
}

/// Heads of every journal of the node.
pub fn heads(conn: &mut Conn) -> Result<Vec<Head>> {
    conn.all(&HEADS, &[], |r| {
        Ok(Head {
            instansi: r.text(0)?.to_owned(),
            entries: r.int(1)?.unsigned_abs(),
            recorded: r.stamp(2)?,
            root: store::derive::hex(r.blob(3)?),
            key: store::key::fingerprint(r.blob(4)?),
        })
    })
}

/// Entries before a place, the newest first.
pub fn before(conn: &mut Conn, instansi: &str, seq: i64, count: usize) -> Result<Vec<Stored>> {
    conn.all(&BEFORE, &[Bind::Text(instansi), Bind::Int(seq), Bind::Int(count as i64)], read)
}

/// One entry.
pub fn entry(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Option<Stored>> {
    conn.one(&ONE, &[Bind::Text(instansi), Bind::Int(seq)], read)
}

fn read(r: &Row<'_>) -> Result<Stored> {
    // An entry that cannot be read is for the check to name; the page still shows that it is there.
    let entry = r.opt_blob(3)?.and_then(|bytes| kernel::codec::read_entry(bytes).ok());
    Ok(Stored { seq: r.int(0)?, recorded: r.stamp(1)?, link: store::derive::hex(r.blob(2)?), entry })
}
