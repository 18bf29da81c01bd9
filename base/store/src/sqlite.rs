//! The default engine: SQLite in one file.

use crate::error::{Error, Result};
use crate::sql::{Bind, Row, Sql, Standing};
use crate::table::Table;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use std::collections::HashMap;
use std::path::Path;

/// An open SQLite database.
pub struct Sqlite {
    conn: rusqlite::Connection,
    inserts: HashMap<(&'static str, bool), String>,
    pub(crate) standing: Standing,
}

/// Versions 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write or checkpoint.
const OLDEST: i32 = 3_051_003;

/// MiB of pages one connection keeps. A server has several, and the system keeps the file's pages too.
const CACHE_MIB: u32 = 4;

/// How long a connection waits for others.
const BUSY: std::time::Duration = std::time::Duration::from_secs(15);

/// Turns to WAL. Of several who do so for a new file at once, SQLite tells all but one that the file is
/// locked, without waiting as it does elsewhere.
fn write_ahead(conn: &rusqlite::Connection) -> Result<()> {
    let begun = std::time::Instant::now();
    loop {
        match conn.execute_batch("PRAGMA journal_mode = WAL;") {
            Err(e)
                if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && begun.elapsed() < BUSY =>
            {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            done => return Ok(done?),
        }
    }
}

impl Sqlite {
    /// Opens or creates a database file.
    ///
    /// # Errors
    /// When the file cannot be opened or the linked SQLite is too old to be trusted.
    pub fn open(path: &Path) -> Result<Sqlite> {
        if rusqlite::version_number() < OLDEST {
            let found = rusqlite::version();
            return Err(Error::Refused(format!(
                "SQLite {found} dapat merusak berkas basis data. Bangun ulang Sinergi dengan SQLite 3.51.3 atau lebih baru."
            )));
        }
        // What cannot be made SQLite says better.
        let _ = crate::private::file(path);
        let conn = rusqlite::Connection::open(path)?;
        conn.busy_timeout(BUSY)?;
        write_ahead(&conn)?;
        // FULL: an acknowledged decree survives a power cut. No mmap: it makes a WAL race structural.
        conn.execute_batch(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;",
        )?;
        conn.set_prepared_statement_cache_capacity(128);
        let sqlite = Sqlite { conn, inserts: HashMap::new(), standing: Standing::Outside };
        sqlite.cache_mib(None)?;
        Ok(sqlite)
    }

    /// Opens a database to read it. A medium that takes no writing will do: evidence is kept on those.
    ///
    /// # Errors
    /// When the file cannot be read, or holds entries beside it that only a writable folder lets us read.
    pub fn open_to_read(path: &Path) -> Result<Sqlite> {
        let usual = Sqlite::open(path).and_then(|sqlite| {
            sqlite.conn.pragma_update(None, "query_only", true)?;
            sqlite.answers()
        });
        match usual {
            Err(e) if cannot_write(&e) => Sqlite::open_unwritable(path),
            opened => opened,
        }
    }

    fn open_unwritable(path: &Path) -> Result<Sqlite> {
        match Sqlite::open_uri(path, "mode=ro").and_then(Sqlite::answers) {
            Err(e) if cannot_write(&e) => {}
            opened => return opened,
        }
        // What stands in the WAL alone cannot be read without its index, and there is no place for one.
        let mut wal = path.as_os_str().to_owned();
        wal.push("-wal");
        if std::fs::metadata(&wal).is_ok_and(|found| found.len() > 0) {
            return Err(Error::Refused(format!(
                "{} memuat perubahan yang belum masuk ke sinergi.db, dan foldernya tidak dapat ditulis. Salin seluruh folder ke tempat yang dapat ditulis, lalu periksa salinannya.",
                Path::new(&wal).display()
            )));
        }
        // Nobody can be writing here, and there is nothing beside the file.
        Sqlite::open_uri(path, "mode=ro&immutable=1").and_then(Sqlite::answers)
    }

    fn open_uri(path: &Path, query: &str) -> Result<Sqlite> {
        use rusqlite::OpenFlags;
        let path = path.canonicalize().map_err(|e| Error::at(path, e))?;
        let plain = |b: &u8| b.is_ascii_alphanumeric() || b"/-_.~".contains(b);
        let bytes = path.as_os_str().as_encoded_bytes().iter();
        let name: String =
            bytes.map(|b| if plain(b) { char::from(*b).to_string() } else { format!("%{b:02x}") }).collect();
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = rusqlite::Connection::open_with_flags(format!("file:{name}?{query}"), flags)?;
        conn.busy_timeout(BUSY)?;
        conn.execute_batch("PRAGMA temp_store = MEMORY;")?;
        conn.set_prepared_statement_cache_capacity(128);
        let sqlite = Sqlite { conn, inserts: HashMap::new(), standing: Standing::Outside };
        sqlite.cache_mib(None)?;
        Ok(sqlite)
    }

    /// Opening alone reads nothing; only a question tells whether the database can be read.
    fn answers(self) -> Result<Sqlite> {
        self.conn.query_row("SELECT COUNT(*) FROM sqlite_master", [], |_| Ok(()))?;
        Ok(self)
    }

    /// Lowers the page limit, so that tests can meet a full disk.
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        Ok(self.conn.pragma_update(None, "max_page_count", pages)?)
    }

    /// Gives a long import room to keep its pages in memory; `None` goes back to the usual size.
    pub fn cache_mib(&self, mib: Option<u32>) -> Result<()> {
        let kib = i64::from(mib.unwrap_or(CACHE_MIB)) * 1024;
        Ok(self.conn.pragma_update(None, "cache_size", -kib)?)
    }

    pub(crate) fn for_each(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql.for_sqlite())?;
        let mut rows = statement.query(rusqlite::params_from_iter(binds))?;
        while let Some(row) = rows.next()? {
            each(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    /// A statement made of table descriptions, asked once.
    pub(crate) fn scan(&mut self, text: &str, mut each: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut statement = self.conn.prepare(text)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    pub(crate) fn exec(&mut self, sql: &'static Sql, binds: &[Bind<'_>]) -> Result<u64> {
        let mut statement = self.conn.prepare_cached(sql.for_sqlite())?;
        Ok(statement.execute(rusqlite::params_from_iter(binds))? as u64)
    }

    pub(crate) fn batch(&mut self, text: &str) -> Result<()> {
        Ok(self.conn.execute_batch(text)?)
    }

    pub(crate) fn insert(&mut self, table: &'static Table, values: &[Bind<'_>], absent: bool) -> Result<()> {
        debug_assert_eq!(values.len(), table.columns.len());
        let text = self.inserts.entry((table.name, absent)).or_insert_with(|| {
            let marks: Vec<String> = (1..=table.columns.len()).map(|n| format!("?{n}")).collect();
            let or = if absent { " ON CONFLICT DO NOTHING" } else { "" };
            format!("INSERT INTO {} ({}) VALUES ({}){or}", table.name, table.column_list(), marks.join(", "))
        });
        let mut statement = self.conn.prepare_cached(text)?;
        statement.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    pub(crate) fn check(&mut self, sql: &'static Sql) -> Result<()> {
        self.conn.prepare(sql.for_sqlite())?;
        Ok(())
    }
}

/// Whether it is the writing that fails: a full disk, a folder of somebody else, a medium that is closed.
fn cannot_write(e: &Error) -> bool {
    use rusqlite::ErrorCode as C;
    let Error::Sqlite(e) = e else { return false };
    matches!(
        e.sqlite_error_code(),
        Some(C::CannotOpen | C::ReadOnly | C::DiskFull | C::SystemIoFailure | C::PermissionDenied)
    )
}

impl rusqlite::ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Bind::Null => ToSqlOutput::Owned(Value::Null),
            Bind::Int(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Bind::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Bind::Blob(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
            Bind::Uuid(u) => ToSqlOutput::Borrowed(ValueRef::Blob(u)),
            Bind::Date(d) => ToSqlOutput::Owned(Value::Integer(d.days().into())),
            Bind::Stamp(s) => ToSqlOutput::Owned(Value::Integer(s.0)),
        })
    }
}
