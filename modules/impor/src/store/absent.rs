//! The work list "tidak ada dalam unduhan", as stored.

use kernel::{EntryId, PegawaiId};
use store::{Bind, Conn, Result};

store::statements! {
    OPEN = "SELECT t.pegawai_id, t.entri_id, t.instansi_id, t.tanggal,
            (SELECT MAX(b.tanggal) FROM baris_unduhan b WHERE b.pegawai_id = t.pegawai_id)
        FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL AND t.pegawai_id > $1 ORDER BY t.pegawai_id, t.entri_id LIMIT $2";
    OPEN_OF = "SELECT t.pegawai_id, t.entri_id, t.instansi_id, t.tanggal,
            (SELECT MAX(b.tanggal) FROM baris_unduhan b WHERE b.pegawai_id = t.pegawai_id)
        FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL AND t.pegawai_id > $1 AND t.instansi_id = $3 ORDER BY t.pegawai_id, t.entri_id LIMIT $2";
    COUNT = "SELECT t.instansi_id, COUNT(*) FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL GROUP BY t.instansi_id";
    OPEN_ITEM = "SELECT t.instansi_id FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL AND t.pegawai_id = $1 AND t.entri_id = $2";
}

/// Whether an entry put a person on the list and nobody has closed that item yet.
pub fn is_open(conn: &mut Conn, person: PegawaiId, entry: EntryId) -> Result<bool> {
    Ok(conn.one(&OPEN_ITEM, &[Bind::Uuid(person.0), Bind::Uuid(entry.0)], |_| Ok(()))?.is_some())
}

/// An open item.
pub struct Item {
    /// Whom the download does not name.
    pub person: PegawaiId,
    /// The entry that says so.
    pub entry: EntryId,
    /// Owner of the person.
    pub instansi: String,
    /// The day of the download.
    pub tanggal: Option<kernel::Date>,
    /// The day of the last download that named them.
    pub last_seen: Option<kernel::Date>,
}

/// How many items are open for an instansi (empty: for all).
pub fn count_open(conn: &mut Conn, instansi: &str) -> Result<u64> {
    let counts = conn.all(&COUNT, &[], |r| Ok((r.text(0)?.to_owned(), r.int(1)? as u64)))?;
    Ok(counts.iter().filter(|c| instansi.is_empty() || c.0 == instansi).map(|c| c.1).sum())
}

/// Open items of an instansi (empty: of all) after a person, a page and one more: one statement.
pub fn open_items(conn: &mut Conn, instansi: &str, after: [u8; 16], page: usize) -> Result<Vec<Item>> {
    let binds = [Bind::Uuid(after), Bind::Int(page as i64 + 1), Bind::Text(instansi)];
    let (sql, binds) = if instansi.is_empty() { (&OPEN, &binds[..2]) } else { (&OPEN_OF, &binds[..]) };
    conn.all(sql, binds, |r| {
        let (person, entry) = (PegawaiId(r.uuid(0)?), EntryId(r.uuid(1)?));
        let instansi = r.text(2)?.to_owned();
        Ok(Item { person, entry, instansi, tanggal: r.opt_date(3)?, last_seen: r.opt_date(4)? })
    })
}
