//! What the pages read beside the register in memory and a person's ledger.

use kernel::PegawaiId;
use store::{Bind, Conn, Result};

store::statements! {
    LINKS = "SELECT j.seq, j.rantai FROM entri e JOIN jurnal j ON j.instansi_id = e.instansi_id AND j.seq = e.seq
        WHERE e.pegawai_id = $1 ORDER BY j.seq";
}

/// The links of the chain that a person's entries are, by place in the journal.
pub fn links(conn: &mut Conn, id: PegawaiId) -> Result<Vec<(i64, String)>> {
    conn.all(&LINKS, &[Bind::Uuid(id.0)], |r| Ok((r.int(0)?, store::derive::hex(r.blob(1)?))))
}
