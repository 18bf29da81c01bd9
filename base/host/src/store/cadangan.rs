//! Backups that were made, so that a page can say how old the last one is.

use kernel::Stamp;
use store::{Bind, Conn, Result};

store::statements! {
    ADD = "INSERT INTO cadangan (sidik, dibuat, oleh, berkas, ukuran) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (sidik) DO UPDATE SET dibuat = excluded.dibuat, oleh = excluded.oleh, berkas = excluded.berkas";
    LAST = "SELECT sidik, dibuat, oleh, berkas, ukuran FROM cadangan ORDER BY dibuat DESC, sidik LIMIT 1";
}

/// Days after which a backup is too old.
pub const OLD_DAYS: i32 = 7;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// SHA-256 of the file.
    pub hash: [u8; 32],
    /// When.
    pub made: Stamp,
    /// By whom: `operator` on the server.
    pub by: String,
    /// Name of the file, without its folder.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// Keeps that a backup was made.
pub fn add(conn: &mut Conn, backup: &Backup) -> Result<()> {
    let Backup { hash, made, by, name, size } = backup;
    let (size, made) = (Bind::Int(*size as i64), Bind::Stamp(*made));
    conn.exec(&ADD, &[Bind::Blob(hash), made, Bind::Text(by), Bind::Text(name), size]).map(|_| ())
}

/// The newest one.
pub fn last(conn: &mut Conn) -> Result<Option<Backup>> {
    conn.one(&LAST, &[], |r| {
        Ok(Backup {
            hash: r.blob(0)?.try_into().unwrap_or_default(),
            made: r.stamp(1)?,
            by: r.text(2)?.to_owned(),
            name: r.text(3)?.to_owned(),
            size: r.int(4)?.unsigned_abs(),
        })
    })
}
