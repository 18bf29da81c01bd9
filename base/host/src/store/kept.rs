//! Which kept files import tasks name, and which tasks outlive a restore.

use store::{Conn, Result};

store::statements! {
    FILES = "SELECT DISTINCT sidik, berkas FROM tugas ORDER BY sidik, berkas";
    DROP_UNFINISHED = "DELETE FROM tugas WHERE keadaan IN ('diperiksa', 'menunggu', 'menyimpan')";
}

/// Drops what was under way when a backup was made: nobody is working on it any more.
pub fn drop_unfinished(conn: &mut Conn) -> Result<()> {
    conn.exec(&DROP_UNFINISHED, &[]).map(|_| ())
}

/// Hash and name of every file that was uploaded for an import.
pub fn task_files(conn: &mut Conn) -> Result<Vec<([u8; 32], String)>> {
    let files = conn
        .all(&FILES, &[], |r| Ok(<[u8; 32]>::try_from(r.blob(0)?).ok().zip(Some(r.text(1)?.to_owned()))))?;
    Ok(files.into_iter().flatten().collect())
}
