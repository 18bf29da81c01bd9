//! The work list "tidak ada dalam unduhan", as stored.

use kernel::{EntryId, PegawaiId};
use store::{Bind, Conn, Result};

store::statements! {
    OPEN = "SELECT t.pegawai_id, t.entri_id, t.instansi_id, t.tanggal FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL AND t.pegawai_id > $1 ORDER BY t.pegawai_id, t.entri_id LIMIT $2";
    COUNT = "SELECT t.instansi_id, COUNT(*) FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL GROUP BY t.instansi_id";
    LAST_SEEN = "SELECT tanggal FROM baris_unduhan WHERE pegawai_id = $1 ORDER BY tanggal DESC LIMIT 1";
}

/// Read in pieces until a page of one's own instansi is full.
const PIECE: i64 = 400;

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
}

/// How many items are open for an instansi (empty: for all).
pub fn count_open(conn: &mut Conn, instansi: &str) -> Result<u64> {
    let counts = conn.all(&COUNT, &[], |r| Ok((r.text(0)?.to_owned(), r.int(1)? as u64)))?;
    Ok(counts.iter().filter(|c| instansi.is_empty() || c.0 == instansi).map(|c| c.1).sum())
}

/// Open items after a person, a page and one more.
pub fn open_items(conn: &mut Conn, instansi: &str, after: [u8; 16], page: usize) -> Result<Vec<Item>> {
    let (mut items, mut after): (Vec<Item>, _) = (Vec::new(), after);
    while items.len() <= page {
        let piece = conn.all(&OPEN, &[Bind::Uuid(after), Bind::Int(PIECE)], |r| {
            let (person, entry) = (PegawaiId(r.uuid(0)?), EntryId(r.uuid(1)?));
            Ok(Item { person, entry, instansi: r.text(2)?.to_owned(), tanggal: r.opt_date(3)? })
        })?;
        let Some(last) = piece.last().map(|i| i.person.0) else { break };
        after = last;
        items.extend(piece.into_iter().filter(|i| instansi.is_empty() || i.instansi == instansi));
    }
    Ok(items)
}

/// The day of the last download that named a person.
pub fn last_seen(conn: &mut Conn, person: PegawaiId) -> Result<Option<kernel::Date>> {
    Ok(conn.one(&LAST_SEEN, &[Bind::Uuid(person.0)], |r| r.opt_date(0))?.flatten())
}
