//! Which kept files the journals name. Their content is not in the journal, only its hash.

use crate::error::Result;
use crate::sql::Conn;
use std::collections::BTreeMap;

crate::statements! {
    PAYLOADS = "SELECT instansi_id, seq, isi FROM jurnal WHERE isi IS NOT NULL ORDER BY instansi_id, seq";
}

/// Hashes of the files that documents name, each with the journal and the entry that name it first. An
/// entry that cannot be read names nothing here; the check of the journal tells of it.
///
/// # Errors
/// When the database cannot be read.
pub fn named_files(conn: &mut Conn) -> Result<BTreeMap<[u8; 32], (String, i64)>> {
    let mut named = BTreeMap::new();
    conn.for_each(&PAYLOADS, &[], |row| {
        let entry = kernel::codec::read_entry(row.blob(2)?);
        if let Some(hash) = entry.ok().and_then(|entry| entry.document.berkas) {
            let (instansi, seq) = (row.text(0)?, row.int(1)?);
            named.entry(hash).or_insert_with(|| (instansi.to_owned(), seq));
        }
        Ok(())
    })?;
    Ok(named)
}
