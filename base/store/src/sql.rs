//! The one narrow seam to two databases: one SQL text, one way to bind, one way to read.

use crate::error::{Error, Result};
use crate::table::Table;
use kernel::{Date, Stamp};
use std::sync::OnceLock;

/// A registered statement. All of them are prepared on both engines in a test.
pub struct Sql {
    /// Its name, for logs and the registry.
    pub name: &'static str,
    /// Its text in the common subset, with `$1` placeholders.
    pub text: &'static str,
    sqlite: OnceLock<String>,
}

impl Sql {
    /// Used by [`statements!`](crate::statements).
    pub const fn new(name: &'static str, text: &'static str) -> Sql {
        Sql { name, text, sqlite: OnceLock::new() }
    }

    /// SQLite numbers `$name` by first appearance; `?1` is what `$1` means on PostgreSQL.
    pub fn for_sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| self.text.replace('$', "?"))
    }
}

/// Registers statements: `statements! { NAME = "SELECT …"; }` makes `static NAME` and the list `ALL`.
#[macro_export]
macro_rules! statements {
    ($( $(#[$doc:meta])* $name:ident = $text:expr; )*) => {
        $( $(#[$doc])* pub(crate) static $name: $crate::sql::Sql = $crate::sql::Sql::new(stringify!($name), $text); )*
        /// Every statement of this file, for the test that prepares them on both engines.
        pub static ALL: &[&$crate::sql::Sql] = &[ $( &$name ),* ];
    };
}

/// A value to bind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bind<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// A uuid.
    Uuid([u8; 16]),
    /// A civil date.
    Date(Date),
    /// A moment.
    Stamp(Stamp),
}

impl Bind<'_> {
    /// The date or NULL.
    pub fn date(day: Option<Date>) -> Bind<'static> {
        day.map_or(Bind::Null, Bind::Date)
    }
}

/// A row being read. Column numbers start at 0.
pub enum Row<'r> {
    /// From SQLite.
    Sqlite(&'r rusqlite::Row<'r>),
    /// From PostgreSQL.
    Postgres(&'r postgres::Row),
}

impl Row<'_> {
    /// A whole number.
    pub fn int(&self, at: usize) -> Result<i64> {
        self.opt_int(at)?.ok_or_else(|| empty(at))
    }

    /// A whole number or NULL.
    pub fn opt_int(&self, at: usize) -> Result<Option<i64>> {
        match self {
            Row::Sqlite(r) => Ok(r.get(at)?),
            Row::Postgres(r) => Ok(r.try_get(at)?),
        }
    }

    /// Text.
    pub fn text(&self, at: usize) -> Result<&str> {
        match self {
            Row::Sqlite(r) => r.get_ref(at)?.as_str().map_err(|_| empty(at)),
            Row::Postgres(r) => Ok(r.try_get(at)?),
        }
    }

    /// Bytes.
    pub fn blob(&self, at: usize) -> Result<&[u8]> {
        self.opt_blob(at)?.ok_or_else(|| empty(at))
    }

    /// Bytes or NULL.
    pub fn opt_blob(&self, at: usize) -> Result<Option<&[u8]>> {
        match self {
            Row::Sqlite(r) => match r.get_ref(at)? {
                rusqlite::types::ValueRef::Null => Ok(None),
                value => value.as_blob().map(Some).map_err(|_| empty(at)),
            },
            Row::Postgres(r) => Ok(r.try_get(at)?),
        }
    }

    /// A uuid.
    pub fn uuid(&self, at: usize) -> Result<[u8; 16]> {
        self.opt_uuid(at)?.ok_or_else(|| empty(at))
    }

    /// A uuid or NULL.
    pub fn opt_uuid(&self, at: usize) -> Result<Option<[u8; 16]>> {
        match self {
            Row::Sqlite(_) => self.opt_blob(at)?.map(|b| b.try_into().map_err(|_| empty(at))).transpose(),
            Row::Postgres(r) => Ok(r.try_get::<_, Option<crate::postgres::PgUuid>>(at)?.map(|u| u.0)),
        }
    }

    /// A civil date or NULL.
    pub fn opt_date(&self, at: usize) -> Result<Option<Date>> {
        match self {
            Row::Sqlite(r) => Ok(r.get::<_, Option<i32>>(at)?.map(Date::from_days)),
            Row::Postgres(r) => Ok(r.try_get::<_, Option<crate::postgres::PgDate>>(at)?.map(|d| d.0)),
        }
    }

    /// A moment.
    pub fn stamp(&self, at: usize) -> Result<Stamp> {
        match self {
            Row::Sqlite(r) => Ok(Stamp(r.get(at)?)),
            Row::Postgres(r) => Ok(r.try_get::<_, crate::postgres::PgStamp>(at)?.0),
        }
    }
}

fn empty(at: usize) -> Error {
    Error::Corrupt(format!("kolom {at} kosong atau bertipe lain"))
}

/// A connection to either engine.
pub enum Conn {
    /// SQLite in a file.
    Sqlite(crate::sqlite::Sqlite),
    /// A PostgreSQL server.
    Postgres(Box<crate::postgres::Postgres>),
}

impl Conn {
    /// Calls `each` for every row.
    pub fn for_each(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        count_query();
        match self {
            Conn::Sqlite(c) => c.for_each(sql, binds, each),
            Conn::Postgres(c) => c.for_each(sql, binds, each),
        }
    }

    /// Every row as a value.
    pub fn all<T>(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.for_each(sql, binds, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row as a value.
    pub fn one<T>(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut first = None;
        self.for_each(sql, binds, |row| {
            if first.is_none() {
                first = Some(read(row)?);
            }
            Ok(())
        })?;
        Ok(first)
    }

    /// Runs a statement that returns no rows; answers how many it touched.
    pub fn exec(&mut self, sql: &'static Sql, binds: &[Bind<'_>]) -> Result<u64> {
        count_query();
        match self {
            Conn::Sqlite(c) => c.exec(sql, binds),
            Conn::Postgres(c) => c.exec(sql, binds),
        }
    }

    /// Runs DDL and the like; never with text from outside.
    pub(crate) fn batch(&mut self, text: &str) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.batch(text),
            Conn::Postgres(c) => c.batch(text),
        }
    }

    /// Adds a row to a table, in the order of its columns. On PostgreSQL rows gather until
    /// [`flush`](Conn::flush) and go as COPY.
    pub fn insert(&mut self, table: &'static Table, values: &[Bind<'_>]) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.insert(table, values, false),
            Conn::Postgres(c) => c.insert(table, values, false),
        }
    }

    /// Adds a row unless its key is there already.
    pub fn insert_absent(&mut self, table: &'static Table, values: &[Bind<'_>]) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.insert(table, values, true),
            Conn::Postgres(c) => c.insert(table, values, true),
        }
    }

    /// Sends what was gathered. Reads inside a transaction see inserted rows only after it.
    pub fn flush(&mut self) -> Result<()> {
        match self {
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(c) => c.flush(),
        }
    }

    /// Runs `work` in one transaction: all of it, or nothing.
    pub fn transaction<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        // IMMEDIATE takes SQLite's write lock at once, so that a reader never has to be upgraded.
        self.batch(if matches!(self, Conn::Sqlite(_)) { "BEGIN IMMEDIATE" } else { "BEGIN" })?;
        let done = work(self).and_then(|value| {
            self.flush()?;
            self.batch("COMMIT")?;
            Ok(value)
        });
        if done.is_err() {
            if let Conn::Postgres(c) = self {
                c.forget();
            }
            // The first failure is the one to tell; a lost connection cannot roll back and need not.
            let _ = self.batch("ROLLBACK");
        }
        done
    }

    /// Prepares a statement without running it, for the registry test.
    pub fn check(&mut self, sql: &'static Sql) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.check(sql),
            Conn::Postgres(c) => c.check(sql),
        }
    }

    /// Which engine this is, for messages.
    pub fn engine(&self) -> &'static str {
        match self {
            Conn::Sqlite(_) => "SQLite",
            Conn::Postgres(_) => "PostgreSQL",
        }
    }
}

thread_local! {
    static QUERIES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

fn count_query() {
    QUERIES.with(|q| q.set(q.get() + 1));
}

/// How many statements this thread has run: pages assert their budget with it.
pub fn queries() -> u64 {
    QUERIES.with(std::cell::Cell::get)
}
