//! Restoring: a node out of a backup, all of it or nothing, into a place where none is.

use super::check::require_intact;
use super::place::Staging;
use super::reader::{Part, Reader};
use super::{Header, tables};
use crate::berkas::Berkas;
use crate::error::{Error, Result};
use crate::key::NodeKey;
use crate::node::{DEMO, Database, KEY_FILE, NEXT_KEY_FILE, connect, settings};
use crate::sql::Conn;
use crate::table::Table;
use crate::verify::{Report, Trust, verify_journals};
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// A node that lives again.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What the head of the backup says.
    pub header: Header,
    /// One report a journal, all intact.
    pub reports: Vec<Report>,
    /// Kept files put back.
    pub files: u64,
    /// Whether its key may sign its journals; without it nothing can be recorded.
    pub can_sign: bool,
}

/// Restores a backup into an empty folder, and with PostgreSQL into an empty database. `finish` may take
/// out what should not live again before it is committed; `each` hears of rows and entries read.
///
/// # Errors
/// When the backup is not whole, something stands there already, or storage fails; then nothing is left.
pub fn restore(
    path: &Path,
    folder: &Path,
    database: &Database,
    extra: &[&'static Table],
    finish: impl FnOnce(&mut Conn) -> Result<()>,
    mut each: impl FnMut(u64),
) -> Result<Restored> {
    let mut reader = Reader::open(path, tables(extra, &[]))?;
    let mut staging = Staging::new(folder)?;
    let mut conn = connect(staging.path(), database, false)?;
    crate::migrate::migrate(&mut conn, extra)?;
    if let Conn::Sqlite(sqlite) = &conn {
        sqlite.cache_mib(Some(128))?;
    }
    let on_server = matches!(database, Database::Postgres(_));
    let restored = conn.transaction(|conn| {
        require_empty(conn, extra)?;
        let files = load(&mut reader, conn, staging.path(), &mut each)?;
        let reports = verify_journals(conn, &Trust::default(), &mut each)?;
        require_intact(path, &reports)?;
        crate::rebuild::rebuild_within(conn, &mut each)?;
        finish(conn)?;
        let can_sign = settings(conn)?.iter().any(|s| s.0 == DEMO) || signs(conn, staging.path())?;
        if on_server {
            // Before the commit: a database without its key and files would be half a node.
            conn.flush()?;
            staging.place()?;
        }
        Ok(Restored { header: reader.header.clone(), reports, files, can_sign })
    })?;
    if !on_server {
        // The last connection takes the WAL into the file.
        drop(conn);
        sync(&staging.path().join("sinergi.db"))?;
        staging.place()?;
    }
    staging.keep();
    Ok(restored)
}

/// Refuses a database in which anything stands.
fn require_empty(conn: &mut Conn, extra: &[&'static Table]) -> Result<()> {
    for table in crate::schema::BASE.iter().chain(extra) {
        if conn.count(table)? > 0 {
            return Err(Error::Refused(format!(
                "Basis data itu tidak kosong: tabel {} berisi. Cadangan hanya dipulihkan ke simpul kosong; buat basis data baru, lalu ulangi.",
                table.name
            )));
        }
    }
    Ok(())
}

/// Rows into the database, files and keys into the folder; answers how many files.
fn load(reader: &mut Reader, conn: &mut Conn, folder: &Path, each: &mut impl FnMut(u64)) -> Result<u64> {
    let berkas = Berkas::new(folder.join("berkas"));
    let (mut rows, mut files, mut open) = (0u64, 0, None::<(File, std::path::PathBuf)>);
    while let Some(part) = reader.next()? {
        match part {
            Part::Table(_) => {}
            Part::Row(table, values) => {
                conn.insert(table, &values)?;
                rows += 1;
                if rows % 4096 == 0 {
                    each(rows);
                }
            }
            Part::Secret(name, bytes) if [KEY_FILE, NEXT_KEY_FILE].contains(&name.as_str()) => {
                let path = folder.join(&name);
                crate::key::write_private(&path, &bytes, "pulih").map_err(|e| Error::at(&path, e))?;
            }
            Part::Secret(name, _) => {
                return Err(Error::Refused(format!(
                    "Cadangan ini memuat rahasia \"{name}\" yang tidak dikenal program ini. Pakai program yang lebih baru."
                )));
            }
            Part::File(hash) => {
                let path = berkas.path(&hash);
                let parent = path.parent().unwrap_or(folder);
                let made = crate::private::folder(parent).and_then(|()| File::create_new(&path));
                open = Some((made.map_err(|e| Error::at(&path, e))?, path));
                files += 1;
            }
            Part::Piece(bytes) => {
                if let Some((file, path)) = &mut open {
                    file.write_all(bytes).map_err(|e| Error::at(path, e))?;
                }
            }
            Part::FileEnd(_) => {
                if let Some((file, path)) = open.take() {
                    file.sync_all().map_err(|e| Error::at(&path, e))?;
                }
            }
        }
    }
    conn.flush()?;
    Ok(files)
}

/// Whether a key that came along is the one in force.
fn signs(conn: &mut Conn, folder: &Path) -> Result<bool> {
    let key = NodeKey::load(&folder.join(KEY_FILE))?;
    Ok(crate::handover::may_sign_all(conn, &key).is_ok())
}

fn sync(path: &Path) -> Result<()> {
    File::open(path).and_then(|f| f.sync_all()).map_err(|e| Error::at(path, e))
}
