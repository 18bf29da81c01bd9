//! Throws the derived tables away and makes them again from the journal alone.

use crate::derive::derive;
use crate::error::{Error, Result};
use crate::journal::{Rows, Seen};
use crate::schema::DERIVED;
use crate::sql::{Bind, Conn};
use crate::verify::{Report, Trust, verify_journals};

crate::statements! {
    /// Keeps every writer out until the tables stand again.
    LOCK = "UPDATE instansi SET urutan = urutan";
    INSTANSI = "SELECT instansi_id FROM instansi ORDER BY urutan, instansi_id";
    PAGE = "SELECT seq, isi FROM jurnal WHERE instansi_id = $1 AND seq >= $2 ORDER BY seq LIMIT 2000";
}

/// Rebuilds in one transaction; answers how many entries were read. `each` hears of progress.
///
/// The journals are checked first: the tables may be the last to know what stood there.
///
/// # Errors
/// When a journal is not intact, an entry cannot be read or storage fails; then the tables stay as they were.
pub fn rebuild(conn: &mut Conn, trust: &Trust, mut each: impl FnMut(u64)) -> Result<u64> {
    conn.transaction(|conn| {
        conn.exec(&LOCK, &[])?;
        require_intact(conn, trust, &mut each)?;
        rebuild_within(conn, each)
    })
}

/// Refuses a broken journal and names the entry: whatever is made from it would hide where it broke.
pub(crate) fn require_intact(conn: &mut Conn, trust: &Trust, each: impl FnMut(u64)) -> Result<()> {
    match verify_journals(conn, trust, each)?.iter().find_map(Report::sentence) {
        None => Ok(()),
        Some(broken) => Err(Error::Refused(format!(
            "{broken} Tidak ada yang diubah. Simpan folder ini sebagai bukti dan pulihkan cadangan terakhir yang utuh; lihat `sinergi jurnal periksa`."
        ))),
    }
}

/// Rebuilds inside a transaction of the caller, who has checked the journals.
pub(crate) fn rebuild_within(conn: &mut Conn, mut each: impl FnMut(u64)) -> Result<u64> {
    for table in DERIVED {
        conn.batch(&format!("DELETE FROM {}", table.name))?;
    }
    let journals = conn.all(&INSTANSI, &[], |r| Ok(r.text(0)?.to_owned()))?;
    let mut read = 0;
    for instansi in journals {
        let (mut next, mut seen) = (0, Seen::new());
        loop {
            let binds = [Bind::Text(&instansi), Bind::Int(next)];
            let page = conn.all(&PAGE, &binds, |r| Ok((r.int(0)?, r.opt_blob(1)?.map(<[u8]>::to_vec))))?;
            let Some(last) = page.last() else { break };
            next = last.0 + 1;
            for (seq, payload) in &page {
                // A destroyed payload leaves its place in the journal and nothing in the tables.
                if let Some(payload) = payload {
                    let mut rows = Rows { conn: &mut *conn, seen: &mut seen };
                    derive(&kernel::codec::read_entry(payload)?, &instansi, *seq, &mut rows)?;
                }
            }
            read += page.len() as u64;
            each(read);
        }
    }
    Ok(read)
}
