//! The one narrow seam to two databases: one SQL text, one way to bind, one way to read.

use crate::error::{Error, Result};
use crate::table::{ColumnType, Table};
use kernel::{Date, Stamp};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// A registered statement. All of them are prepared on both engines in a test.
pub struct Sql {
    /// Its name, for logs and the registry.
    pub name: &'static str,
    /// Its text in the common subset, with `$1` placeholders.
    pub text: &'static str,
    sqlite: OnceLock<String>,
}

impl Sql {
    /// Used by [`statements!`](macro@crate::statements).
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

/// What one engine would keep and the other refuse, or keep differently, is refused on both.
fn storable(values: &[Bind<'_>]) -> Result<()> {
    // About 4000 BC to 9999 AD: inside what PostgreSQL can hold.
    const DAYS: std::ops::RangeInclusive<i64> = -2_180_000..=2_932_896;
    let bad = values.iter().find(|value| match value {
        Bind::Text(s) => s.contains('\0'),
        Bind::Date(d) => !DAYS.contains(&d.days().into()),
        Bind::Stamp(s) => !DAYS.contains(&s.0.div_euclid(86_400_000_000)),
        _ => false,
    });
    match bad {
        None => Ok(()),
        Some(Bind::Text(s)) => {
            let text = s.replace('\0', "␀");
            Err(Error::Refused(format!(
                "Teks \"{text}\" memuat karakter NUL. Perbaiki teks itu di berkas asalnya."
            )))
        }
        Some(_) => Err(Error::Refused("Tanggal berada di luar jangkauan kalender. Periksa tahunnya.".into())),
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

    /// Text or NULL.
    pub fn opt_text(&self, at: usize) -> Result<Option<&str>> {
        match self {
            Row::Sqlite(r) => match r.get_ref(at)? {
                rusqlite::types::ValueRef::Null => Ok(None),
                value => value.as_str().map(Some).map_err(|_| empty(at)),
            },
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
        self.opt_stamp(at)?.ok_or_else(|| empty(at))
    }

    /// A moment or NULL.
    pub fn opt_stamp(&self, at: usize) -> Result<Option<Stamp>> {
        match self {
            Row::Sqlite(r) => Ok(r.get::<_, Option<i64>>(at)?.map(Stamp)),
            Row::Postgres(r) => Ok(r.try_get::<_, Option<crate::postgres::PgStamp>>(at)?.map(|s| s.0)),
        }
    }

    /// A value of a column of this type.
    pub(crate) fn bind(&self, at: usize, ty: ColumnType) -> Result<Bind<'_>> {
        let value = match ty {
            ColumnType::Uuid => self.opt_uuid(at)?.map(Bind::Uuid),
            ColumnType::Int => self.opt_int(at)?.map(Bind::Int),
            ColumnType::Text => self.opt_text(at)?.map(Bind::Text),
            ColumnType::Blob => self.opt_blob(at)?.map(Bind::Blob),
            ColumnType::Date => self.opt_date(at)?.map(Bind::Date),
            ColumnType::Stamp => self.opt_stamp(at)?.map(Bind::Stamp),
        };
        Ok(value.unwrap_or(Bind::Null))
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

/// Where a connection stands. After a failure PostgreSQL runs nothing more until the transaction ends,
/// while SQLite may have rolled back and go on outside of it; both are held to the stricter rule.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) enum Standing {
    #[default]
    Outside,
    Inside,
    Failed,
}

impl Conn {
    /// Calls `each` for every row. Rows inserted before are seen.
    pub fn for_each(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        count_query();
        self.guarded(|conn| match conn {
            Conn::Sqlite(c) => c.for_each(sql, binds, each),
            Conn::Postgres(c) => c.for_each(sql, binds, each),
        })
    }

    /// Calls `each` for every row of a table, in the order of its key; columns as described.
    pub(crate) fn scan(
        &mut self,
        table: &'static Table,
        each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        count_query();
        let (name, columns) = (table.name, table.column_list());
        let text = format!("SELECT {columns} FROM {name} ORDER BY {}", table.key.join(", "));
        self.guarded(|conn| match conn {
            Conn::Sqlite(c) => c.scan(&text, each),
            Conn::Postgres(c) => c.scan(&text, each),
        })
    }

    /// How many rows a table has.
    pub(crate) fn count(&mut self, table: &'static Table) -> Result<u64> {
        count_query();
        let (text, mut count) = (format!("SELECT COUNT(*) FROM {}", table.name), 0);
        let read = |row: &Row<'_>| {
            count = row.int(0)? as u64;
            Ok(())
        };
        self.guarded(|conn| match conn {
            Conn::Sqlite(c) => c.scan(&text, read),
            Conn::Postgres(c) => c.scan(&text, read),
        })?;
        Ok(count)
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
        self.guarded(|conn| {
            storable(binds)?;
            match conn {
                Conn::Sqlite(c) => c.exec(sql, binds),
                Conn::Postgres(c) => c.exec(sql, binds),
            }
        })
    }

    /// Runs DDL and the like; never with text from outside.
    pub(crate) fn batch(&mut self, text: &str) -> Result<()> {
        self.guarded(|conn| conn.engine_batch(text))
    }

    fn engine_batch(&mut self, text: &str) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.batch(text),
            Conn::Postgres(c) => c.batch(text),
        }
    }

    /// Adds a row to a table, in the order of its columns. On PostgreSQL the rows of a transaction
    /// gather and go as COPY, at the latest before the next read or the commit.
    pub fn insert(&mut self, table: &'static Table, values: &[Bind<'_>]) -> Result<()> {
        self.insert_row(table, values, false)
    }

    /// Adds a row unless its key is there already.
    pub fn insert_absent(&mut self, table: &'static Table, values: &[Bind<'_>]) -> Result<()> {
        self.insert_row(table, values, true)
    }

    fn insert_row(&mut self, table: &'static Table, values: &[Bind<'_>], absent: bool) -> Result<()> {
        if self.standing() == Standing::Outside && matches!(self, Conn::Postgres(_)) {
            // Nobody would ever send what has gathered.
            return self.transaction(|conn| conn.insert_row(table, values, absent));
        }
        self.guarded(|conn| {
            storable(values)?;
            match conn {
                Conn::Sqlite(c) => c.insert(table, values, absent),
                Conn::Postgres(c) => c.insert(table, values, absent),
            }
        })
    }

    /// Sends what was gathered, so that a row that does not fit is refused here and not later.
    pub fn flush(&mut self) -> Result<()> {
        self.guarded(|conn| match conn {
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(c) => c.flush(),
        })
    }

    /// After a scan of everything: the pages kept in memory are of no use to anybody any more.
    pub(crate) fn give_back_memory(&mut self) -> Result<()> {
        match self {
            Conn::Sqlite(c) if c.standing == Standing::Outside => c.batch("PRAGMA shrink_memory"),
            _ => Ok(()),
        }
    }

    /// Runs `work` in one transaction: all of it, or nothing. After a failed statement nothing more
    /// can be done in it, even if `work` would go on.
    ///
    /// # Errors
    /// What `work` or the engine says; when this connection already is in a transaction.
    pub fn transaction<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        // IMMEDIATE takes SQLite's write lock at once, so that a reader never has to be upgraded.
        let begin = if matches!(self, Conn::Sqlite(_)) { "BEGIN IMMEDIATE" } else { "BEGIN" };
        self.within(begin, work)
    }

    /// Runs reads that must all see one moment, whatever others write meanwhile. Inside a transaction
    /// it is that transaction.
    ///
    /// # Errors
    /// What `work` or the engine says.
    pub fn snapshot<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        if self.standing() != Standing::Outside {
            return work(self);
        }
        let sqlite = matches!(self, Conn::Sqlite(_));
        self.within(if sqlite { "BEGIN" } else { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" }, work)
    }

    fn within<T>(&mut self, begin: &str, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        if self.standing() != Standing::Outside {
            return Err(Error::Refused("Transaksi tidak dapat dimulai di dalam transaksi lain.".into()));
        }
        self.engine_batch(begin)?;
        *self.standing_mut() = Standing::Inside;
        let open = Open(self);
        let value = work(open.0)?;
        open.0.flush()?;
        open.0.batch("COMMIT")?;
        *open.0.standing_mut() = Standing::Outside;
        Ok(value)
    }

    /// Refuses work in a transaction that has failed, and marks it as failed when it fails.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        if self.standing() == Standing::Failed {
            // PostgreSQL would answer a COMMIT here with a silent rollback.
            return Err(Error::Refused("Transaksi ini sudah gagal; tidak ada yang tersimpan.".into()));
        }
        let done = work(self);
        if done.is_err() && self.standing() == Standing::Inside {
            *self.standing_mut() = Standing::Failed;
        }
        done
    }

    fn standing(&self) -> Standing {
        match self {
            Conn::Sqlite(c) => c.standing,
            Conn::Postgres(c) => c.standing,
        }
    }

    fn standing_mut(&mut self) -> &mut Standing {
        match self {
            Conn::Sqlite(c) => &mut c.standing,
            Conn::Postgres(c) => &mut c.standing,
        }
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

/// An open transaction: rolled back when dropped before its commit, also when a panic does it.
struct Open<'c>(&'c mut Conn);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        if self.0.standing() == Standing::Outside {
            return;
        }
        *self.0.standing_mut() = Standing::Outside;
        if let Conn::Postgres(c) = self.0 {
            c.forget();
        }
        // The first failure is the one to tell; a lost connection cannot roll back and need not.
        let _ = self.0.engine_batch("ROLLBACK");
    }
}

thread_local! {
    static QUERIES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

fn count_query() {
    QUERIES.with(|q| q.set(q.get() + 1));
    EVERYWHERE.fetch_add(1, Ordering::Relaxed);
}

/// How many statements this thread has run: pages assert their budget with it.
pub fn queries() -> u64 {
    QUERIES.with(std::cell::Cell::get)
}

static EVERYWHERE: AtomicU64 = AtomicU64::new(0);

/// How many statements this process has run: a sign of the machine's work.
pub fn queries_everywhere() -> u64 {
    EVERYWHERE.load(Ordering::Relaxed)
}
