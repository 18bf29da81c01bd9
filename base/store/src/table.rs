//! One description per table; the DDL of both engines and the Citus calls come from it, and a lint
//! keeps every description inside what a distributed PostgreSQL accepts.

/// How a table would be spread over many machines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// About one person: `pegawai_id` first in the key, co-located with the person.
    Person,
    /// Slow and shared: replicated everywhere.
    Reference,
    /// Its own stream, spread by this column and never joined to the others in SQL.
    Stream(&'static str),
}

/// Type of a column on both engines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnType {
    /// 16 bytes; `uuid` on PostgreSQL, BLOB on SQLite.
    Uuid,
    /// `bigint` / INTEGER.
    Int,
    /// `text` in byte order / TEXT.
    Text,
    /// `bytea` / BLOB.
    Blob,
    /// `date` / INTEGER days since 1970.
    Date,
    /// `timestamptz` / INTEGER microseconds since 1970 UTC.
    Stamp,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub ty: ColumnType,
    /// Whether NULL is a value.
    pub null: bool,
}

/// A secondary index.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [&'static str],
    /// Whether it forbids repetition.
    pub unique: bool,
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it keeps, for `sinergi skema`.
    pub about: &'static str,
    /// How it is spread.
    pub scope: Scope,
    /// Its columns.
    pub columns: &'static [Column],
    /// Primary key.
    pub key: &'static [&'static str],
    /// Secondary indexes.
    pub indexes: &'static [Index],
}

/// Writes columns as `name: Type` or `name: Type or null`.
#[macro_export]
macro_rules! columns {
    ($( $name:ident : $ty:ident $(or $null:ident)? ),* $(,)?) => {
        &[ $( $crate::table::Column {
            name: stringify!($name),
            ty: $crate::table::ColumnType::$ty,
            null: !["", $( stringify!($null) )?][[$( stringify!($null) , )? ""].len() - 1].is_empty(),
        } ),* ]
    };
}

impl Table {
    /// Column names joined, as statements need them.
    pub fn column_list(&self) -> String {
        self.columns.iter().map(|c| c.name).collect::<Vec<_>>().join(", ")
    }

    /// DDL for SQLite. Wide rows stay in a rowid table; narrow ones are stored in key order.
    pub fn sqlite(&self) -> Vec<String> {
        let columns = self.columns.iter().map(|c| {
            let ty = match c.ty {
                ColumnType::Uuid | ColumnType::Blob => "BLOB",
                ColumnType::Text => "TEXT",
                ColumnType::Int | ColumnType::Date | ColumnType::Stamp => "INTEGER",
            };
            format!("{} {ty}{}", c.name, if c.null { "" } else { " NOT NULL" })
        });
        let wide = matches!(self.scope, Scope::Stream(_));
        let options = if wide { "STRICT" } else { "STRICT, WITHOUT ROWID" };
        self.ddl(columns.collect(), &format!(" {options}"))
    }

    /// DDL for PostgreSQL. Text compares by bytes, so that order is the same on both engines.
    pub fn postgres(&self) -> Vec<String> {
        let columns = self.columns.iter().map(|c| {
            let ty = match c.ty {
                ColumnType::Uuid => "uuid",
                ColumnType::Blob => "bytea",
                ColumnType::Text => "text COLLATE \"C\"",
                ColumnType::Int => "bigint",
                ColumnType::Date => "date",
                ColumnType::Stamp => "timestamptz",
            };
            format!("{} {ty}{}", c.name, if c.null { "" } else { " NOT NULL" })
        });
        self.ddl(columns.collect(), "")
    }

    fn ddl(&self, columns: Vec<String>, options: &str) -> Vec<String> {
        let mut statements = vec![format!(
            "CREATE TABLE {} (\n  {},\n  PRIMARY KEY ({})\n){options}",
            self.name,
            columns.join(",\n  "),
            self.key.join(", ")
        )];
        for index in self.indexes {
            let unique = if index.unique { "UNIQUE " } else { "" };
            let (name, columns) = (index.name, index.columns.join(", "));
            statements.push(format!("CREATE {unique}INDEX {name} ON {} ({columns})", self.name));
        }
        statements
    }

    /// The call that spreads it on Citus.
    pub fn citus(&self) -> String {
        match self.scope {
            Scope::Person => format!("SELECT create_distributed_table('{}', 'pegawai_id')", self.name),
            Scope::Reference => format!("SELECT create_reference_table('{}')", self.name),
            Scope::Stream(column) => format!("SELECT create_distributed_table('{}', '{column}')", self.name),
        }
    }

    /// What a distributed engine would refuse; empty when nothing.
    pub fn lint(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut say = |text: String| wrong.push(format!("{}: {text}", self.name));
        let distribution = match self.scope {
            Scope::Person => Some("pegawai_id"),
            Scope::Stream(column) => Some(column),
            Scope::Reference => None,
        };
        if let Some(column) = distribution {
            if self.key.first() != Some(&column) {
                say(format!("primary key does not start with {column}"));
            }
            for index in self.indexes.iter().filter(|i| i.unique) {
                if !index.columns.contains(&column) {
                    say(format!("unique index {} leaves out {column}", index.name));
                }
            }
        }
        let known = |name: &&str| self.columns.iter().any(|c| c.name == *name);
        for name in self.key.iter().chain(self.indexes.iter().flat_map(|i| i.columns)) {
            if !known(name) {
                say(format!("{name} is no column"));
            }
        }
        for column in self.columns {
            if column.null && self.key.contains(&column.name) {
                say(format!("key column {} may be null", column.name));
            }
            if column.name == "pegawai_id" && column.ty != ColumnType::Uuid {
                say("pegawai_id is not a uuid".into());
            }
        }
        wrong
    }
}
