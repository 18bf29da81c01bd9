//! The bigger engine: PostgreSQL 15 or newer, over a socket or TCP.

use crate::error::{Error, Result};
use crate::sql::{Bind, Row, Sql, Standing};
use crate::table::Table;
use kernel::{Date, Stamp};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use std::collections::HashMap;
use std::io::Write;

type Boxed = Box<dyn std::error::Error + Sync + Send>;

/// Days from 1970-01-01 to 2000-01-01, where PostgreSQL starts to count.
const EPOCH_DAYS: i32 = 10_957;
const EPOCH_MICROS: i64 = 946_684_800_000_000;
/// Gathered rows go out in pieces of this size.
const COPY_BYTES: usize = 4 << 20;

/// An open connection.
pub struct Postgres {
    client: postgres::Client,
    statements: HashMap<&'static str, postgres::Statement>,
    /// Rows waiting for COPY, in the order their tables were first written to.
    gathered: Vec<Gathered>,
    staged: Vec<&'static str>,
    pub(crate) standing: Standing,
}

struct Gathered {
    table: &'static Table,
    absent: bool,
    bytes: Vec<u8>,
}

impl Postgres {
    /// Connects to `postgres://…`.
    ///
    /// # Errors
    /// When the server does not answer, refuses, or is older than 15.
    pub fn open(url: &str) -> Result<Postgres> {
        let mut client = postgres::Client::connect(url, postgres::NoTls)?;
        let version: String = client.query_one("SHOW server_version_num", &[])?.get(0);
        if version.parse::<u32>().unwrap_or(0) < 150_000 {
            return Err(Error::Refused(format!(
                "PostgreSQL {version} terlalu tua. Sinergi memerlukan PostgreSQL 15 atau lebih baru."
            )));
        }
        Ok(Postgres {
            client,
            statements: HashMap::new(),
            gathered: Vec::new(),
            staged: Vec::new(),
            standing: Standing::Outside,
        })
    }

    fn statement(&mut self, sql: &'static Sql) -> Result<postgres::Statement> {
        if let Some(statement) = self.statements.get(sql.text) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql.text)?;
        self.statements.insert(sql.text, statement.clone());
        Ok(statement)
    }

    pub(crate) fn for_each(
        &mut self,
        sql: &'static Sql,
        binds: &[Bind<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.flush()?;
        let statement = self.statement(sql)?;
        // query_raw streams: a scan of all people never sits in memory at once.
        let mut rows = self.client.query_raw(&statement, binds.iter())?;
        while let Some(row) = rows.next()? {
            each(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    /// A statement made of table descriptions, asked once.
    pub(crate) fn scan(&mut self, text: &str, mut each: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        self.flush()?;
        let mut rows = self.client.query_raw::<_, &Bind<'_>, _>(text, [])?;
        while let Some(row) = rows.next()? {
            each(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub(crate) fn exec(&mut self, sql: &'static Sql, binds: &[Bind<'_>]) -> Result<u64> {
        self.flush()?;
        let statement = self.statement(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = binds.iter().map(|b| b as _).collect();
        Ok(self.client.execute(&statement, &params)?)
    }

    pub(crate) fn batch(&mut self, text: &str) -> Result<()> {
        Ok(self.client.batch_execute(text)?)
    }

    pub(crate) fn insert(&mut self, table: &'static Table, values: &[Bind<'_>], absent: bool) -> Result<()> {
        debug_assert_eq!(values.len(), table.columns.len());
        let at = match self.gathered.iter().position(|g| g.table.name == table.name && g.absent == absent) {
            Some(at) => at,
            None => {
                self.gathered.push(Gathered { table, absent, bytes: Vec::new() });
                self.gathered.len() - 1
            }
        };
        let bytes = &mut self.gathered[at].bytes;
        bytes.extend_from_slice(&(values.len() as i16).to_be_bytes());
        for value in values {
            encode(value, bytes);
        }
        if bytes.len() >= COPY_BYTES {
            self.send(at)?;
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> Result<()> {
        (0..self.gathered.len()).try_for_each(|at| self.send(at))
    }

    pub(crate) fn forget(&mut self) {
        self.gathered.clear();
        self.staged.clear();
    }

    /// COPY knows no ON CONFLICT, so rows that may exist already pass through a temporary table.
    fn send(&mut self, at: usize) -> Result<()> {
        let Gathered { table, absent, bytes } = &mut self.gathered[at];
        if bytes.is_empty() {
            return Ok(());
        }
        let (name, columns) = (table.name, table.column_list());
        let target = if *absent { format!("masuk_{name}") } else { name.to_owned() };
        if *absent && !self.staged.contains(&name) {
            self.client.batch_execute(&format!(
                "CREATE TEMP TABLE IF NOT EXISTS {target} (LIKE {name}) ON COMMIT DELETE ROWS"
            ))?;
            self.staged.push(name);
        }
        let mut copy = self.client.copy_in(&format!("COPY {target} ({columns}) FROM STDIN BINARY"))?;
        copy.write_all(b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0")?;
        copy.write_all(bytes)?;
        copy.write_all(&(-1i16).to_be_bytes())?;
        copy.finish()?;
        bytes.clear();
        if *absent {
            self.client.batch_execute(&format!(
                "INSERT INTO {name} ({columns}) SELECT {columns} FROM {target} ON CONFLICT DO NOTHING;
                 DELETE FROM {target}"
            ))?;
        }
        Ok(())
    }

    pub(crate) fn check(&mut self, sql: &'static Sql) -> Result<()> {
        self.client.prepare(sql.text)?;
        Ok(())
    }
}

/// One field of the binary COPY format: length, then the type's wire form.
fn encode(value: &Bind<'_>, out: &mut Vec<u8>) {
    let mut put = |bytes: &[u8]| {
        out.extend_from_slice(&(bytes.len() as i32).to_be_bytes());
        out.extend_from_slice(bytes);
    };
    match value {
        Bind::Null => out.extend_from_slice(&(-1i32).to_be_bytes()),
        Bind::Int(n) => put(&n.to_be_bytes()),
        Bind::Text(s) => put(s.as_bytes()),
        Bind::Blob(b) => put(b),
        Bind::Uuid(u) => put(u),
        Bind::Date(d) => put(&d.days().saturating_sub(EPOCH_DAYS).to_be_bytes()),
        Bind::Stamp(s) => put(&s.0.saturating_sub(EPOCH_MICROS).to_be_bytes()),
    }
}

impl ToSql for Bind<'_> {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Boxed> {
        match self {
            Bind::Null => return Ok(IsNull::Yes),
            Bind::Int(n) => out.extend_from_slice(&n.to_be_bytes()),
            Bind::Text(s) => out.extend_from_slice(s.as_bytes()),
            Bind::Blob(b) => out.extend_from_slice(b),
            Bind::Uuid(u) => out.extend_from_slice(u),
            Bind::Date(d) => out.extend_from_slice(&d.days().saturating_sub(EPOCH_DAYS).to_be_bytes()),
            Bind::Stamp(s) => out.extend_from_slice(&s.0.saturating_sub(EPOCH_MICROS).to_be_bytes()),
        }
        Ok(IsNull::No)
    }

    fn accepts(ty: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA, Type::UUID, Type::DATE, Type::TIMESTAMPTZ].contains(ty)
    }

    to_sql_checked!();
}

macro_rules! from_pg {
    ($name:ident($inner:ty), $ty:ident, $raw:ident => $value:expr) => {
        pub(crate) struct $name(pub(crate) $inner);
        impl<'a> FromSql<'a> for $name {
            fn from_sql(_: &Type, $raw: &'a [u8]) -> std::result::Result<Self, Boxed> {
                Ok($name($value))
            }
            fn accepts(ty: &Type) -> bool {
                *ty == Type::$ty
            }
        }
    };
}

from_pg!(PgUuid([u8; 16]), UUID, raw => raw.try_into()?);
from_pg!(PgDate(Date), DATE, raw => Date::from_days(i32::from_be_bytes(raw.try_into()?).saturating_add(EPOCH_DAYS)));
from_pg!(PgStamp(Stamp), TIMESTAMPTZ, raw => Stamp(i64::from_be_bytes(raw.try_into()?).saturating_add(EPOCH_MICROS)));
