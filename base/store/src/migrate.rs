//! Brings a database to the shape this program needs. Migrations only add.

use crate::error::{Error, Result};
use crate::schema::BASE;
use crate::sql::{Bind, Conn};
use crate::table::Table;

crate::statements! {
    VERSION = "SELECT COALESCE(MAX(versi), 0) FROM migrasi";
    RECORD = "INSERT INTO migrasi (versi, sidik) VALUES ($1, $2)";
}

/// The newest shape this program knows.
pub const CURRENT: i64 = 1;

/// Tables of version 1: the base and what the host and the modules bring along.
fn tables_of_1(extra: &[&'static Table]) -> Vec<&'static Table> {
    BASE.iter().chain(extra).copied().collect()
}

/// Creates what is missing. `extra` are the tables of host and modules.
///
/// # Errors
/// When the database was made by a newer program, or DDL fails (then nothing is changed).
pub fn migrate(conn: &mut Conn, extra: &[&'static Table]) -> Result<()> {
    conn.batch(
        "CREATE TABLE IF NOT EXISTS migrasi (versi BIGINT NOT NULL PRIMARY KEY, sidik TEXT NOT NULL)",
    )?;
    let version = conn.one(&VERSION, &[], |r| r.int(0))?.unwrap_or(0);
    if version > CURRENT {
        return Err(Error::Refused(format!(
            "Basis data ini dibuat oleh Sinergi yang lebih baru (skema {version}, program ini {CURRENT}). Pakai program yang lebih baru."
        )));
    }
    if version == CURRENT {
        return Ok(());
    }
    conn.transaction(|conn| {
        // Another process may have come first; its tables are then already there.
        let version = conn.one(&VERSION, &[], |r| r.int(0))?.unwrap_or(0);
        if version >= CURRENT {
            return Ok(());
        }
        let statements = ddl(conn, extra);
        let mark = crate::derive::hex(&crate::berkas::sha256(statements.join(";\n").as_bytes())[..8]);
        for statement in statements {
            conn.batch(&statement)?;
        }
        conn.exec(&RECORD, &[Bind::Int(CURRENT), Bind::Text(&mark)])?;
        Ok(())
    })
}

fn ddl(conn: &Conn, extra: &[&'static Table]) -> Vec<String> {
    let statements = |t: &'static Table| match conn {
        Conn::Sqlite(_) => t.sqlite(),
        Conn::Postgres(_) => t.postgres(),
    };
    tables_of_1(extra).into_iter().flat_map(statements).collect()
}
