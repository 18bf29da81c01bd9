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
        conn.busy_timeout(std::time::Duration::from_secs(15))?;
        // FULL: an acknowledged decree survives a power cut. No mmap: it makes a WAL race structural.
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY;",
        )?;
        conn.set_prepared_statement_cache_capacity(128);
        let sqlite = Sqlite { conn, inserts: HashMap::new(), standing: Standing::Outside };
        sqlite.cache_mib(None)?;
        Ok(sqlite)
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
