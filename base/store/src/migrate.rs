//! Brings a database to the shape this program needs. Migrations only add.

use crate::error::{Error, Result};
use crate::schema::BASE;
use crate::sql::{Bind, Conn, Sql};
use crate::table::Table;

crate::statements! {
    VERSION = "SELECT COALESCE(MAX(versi), 0) FROM migrasi";
    RECORD = "INSERT INTO migrasi (versi, sidik) VALUES ($1, $2)
        ON CONFLICT (versi) DO UPDATE SET sidik = excluded.sidik";
}

// The three statements only one engine understands; each runs on that engine alone.
static TABLES_SQLITE: Sql = Sql::new("TABLES_SQLITE", "SELECT name FROM sqlite_master WHERE type = 'table'");
static TABLES_POSTGRES: Sql = Sql::new(
    "TABLES_POSTGRES",
    "SELECT CAST(tablename AS text) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()",
);
static ALONE: Sql = Sql::new("ALONE", "SELECT pg_advisory_xact_lock(7239001)");

/// The newest shape this program knows. 2: keys take over from one another; a program that knows nothing
/// of it would sign with a key no longer in force. 3: entries that say who opened masked data; an older
/// program would derive other rows from them. 4: entries that keep a receipt of the law, likewise. 5: entries in which an official
/// says something about the law, likewise. 6: events of the work offices do together, likewise.
pub const CURRENT: i64 = 6;

/// The base and what the host and the modules bring along.
fn wanted_tables(extra: &[&'static Table]) -> Vec<&'static Table> {
    BASE.iter().chain(extra).copied().collect()
}

/// Creates what is missing. `extra` are the tables of host and modules.
///
/// # Errors
/// When the database was made by a newer program, or DDL fails (then nothing is changed).
pub fn migrate(conn: &mut Conn, extra: &[&'static Table]) -> Result<()> {
    let wanted = wanted_tables(extra);
    // Most openings find everything there, and must not wait for a long import to let go of its lock.
    if missing(conn, &wanted)?.is_empty() {
        return Ok(());
    }
    conn.transaction(|conn| {
        if let Conn::Postgres(_) = conn {
            // CREATE TABLE IF NOT EXISTS is no protection: two of them at once can both fail.
            conn.exec(&ALONE, &[])?;
        }
        conn.batch(
            "CREATE TABLE IF NOT EXISTS migrasi (versi BIGINT NOT NULL PRIMARY KEY, sidik TEXT NOT NULL)",
        )?;
        // Another process may have come first.
        let missing = missing(conn, &wanted)?;
        let statements = ddl(conn, &missing);
        for statement in &statements {
            conn.batch(statement)?;
        }
        let whole = ddl(conn, &wanted).join(";\n");
        let mark = crate::derive::hex(&crate::berkas::sha256(whole.as_bytes())[..8]);
        conn.exec(&RECORD, &[Bind::Int(CURRENT), Bind::Text(&mark)])?;
        Ok(())
    })
}

/// Refuses a database that lacks tables, changing nothing.
///
/// # Errors
/// When there is nothing of Sinergi, or an older or newer program made it.
pub fn require(conn: &mut Conn, extra: &[&'static Table]) -> Result<()> {
    let wanted = wanted_tables(extra);
    let missing = missing(conn, &wanted)?.len();
    match missing {
        0 => Ok(()),
        n if n == wanted.len() => Err(Error::Refused("Tidak ada data Sinergi di basis data ini.".into())),
        _ => Err(Error::Refused(
            "Basis data ini dibuat oleh Sinergi yang lebih lama. Jalankan `sinergi serve` sekali agar disesuaikan, lalu ulangi."
                .into(),
        )),
    }
}

/// Tables not there yet, after making sure that no newer program made the others.
fn missing(conn: &mut Conn, wanted: &[&'static Table]) -> Result<Vec<&'static Table>> {
    let list = if matches!(conn, Conn::Sqlite(_)) { &TABLES_SQLITE } else { &TABLES_POSTGRES };
    let there = conn.all(list, &[], |r| Ok(r.text(0)?.to_owned()))?;
    if there.iter().any(|name| name == "migrasi") {
        let version = conn.one(&VERSION, &[], |r| r.int(0))?.unwrap_or(0);
        if version > CURRENT {
            return Err(Error::Refused(format!(
                "Basis data ini dibuat oleh Sinergi yang lebih baru (skema {version}, program ini {CURRENT}). Pakai program yang lebih baru."
            )));
        }
    }
    Ok(wanted.iter().filter(|t| !there.iter().any(|name| name == t.name)).copied().collect())
}

fn ddl(conn: &Conn, tables: &[&'static Table]) -> Vec<String> {
    let statements = |t: &&'static Table| match conn {
        Conn::Sqlite(_) => t.sqlite(),
        Conn::Postgres(_) => t.postgres(),
    };
    tables.iter().flat_map(statements).collect()
}
