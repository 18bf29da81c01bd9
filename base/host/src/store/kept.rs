//! Which kept files import tasks name.

use store::{Conn, Result};

store::statements! {
    FILES = "SELECT DISTINCT sidik, berkas FROM tugas ORDER BY sidik, berkas";
}

/// Hash and name of every file that was uploaded for an import.
pub fn task_files(conn: &mut Conn) -> Result<Vec<([u8; 32], String)>> {
    let files = conn
        .all(&FILES, &[], |r| Ok(<[u8; 32]>::try_from(r.blob(0)?).ok().zip(Some(r.text(1)?.to_owned()))))?;
    Ok(files.into_iter().flatten().collect())
}
