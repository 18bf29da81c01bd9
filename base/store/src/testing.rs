//! For tests of every crate: one body, run on a fresh node of each engine.
//!
//! ```no_run
//! store::testing::on_both("pindah-unit", |bench| {
//!     store::node::add_tenant(&mut bench.conn, "A1", "Provinsi Uji").expect("added");
//! });
//! ```
//!
//! PostgreSQL comes from the installed binaries (Debian: `postgresql`) and is started once for all
//! test processes; `SINERGI_TEST_PG_URL` names a server to use instead. There is no skipping.

mod cluster;

use crate::error::Result;
use crate::journal::{Head, Writer};
use crate::node::{Database, Node, add_tenant};
use crate::sql::Conn;
use crate::table::Table;
use kernel::{Entry, Stamp};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Seed of every bench: salts, ids and the node's key follow from it.
pub const SEED: u64 = 2026;

/// Where the clock of every bench stands: 22 November 2026, 09.00 WIB.
pub const NOW: Stamp = Stamp(1_795_312_800_000_000);

/// A fresh node with an open connection.
pub struct Bench {
    /// A connection to it.
    pub conn: Conn,
    /// The node, with seed [`SEED`] and clock [`NOW`].
    pub node: Node,
    /// "SQLite" or "PostgreSQL".
    pub engine: &'static str,
    _database: Option<Fresh>,
    folder: Folder,
}

impl Bench {
    /// A node on SQLite in a folder of its own.
    pub fn sqlite(name: &str, tables: &[&'static Table]) -> Bench {
        Bench::open(name, Database::Sqlite, None, tables)
    }

    /// A node on PostgreSQL in a database of its own.
    pub fn postgres(name: &str, tables: &[&'static Table]) -> Bench {
        let fresh = Fresh(cluster::fresh_database(name));
        Bench::open(name, Database::Postgres(fresh.0.clone()), Some(fresh), tables)
    }

    fn open(name: &str, database: Database, fresh: Option<Fresh>, tables: &[&'static Table]) -> Bench {
        let folder = Folder::new(name);
        let node = Node::open(&folder.0, database, tables, Some((SEED, NOW))).expect("node opens");
        let conn = node.connect().expect("node connects");
        Bench { engine: conn.engine(), conn, node, _database: fresh, folder }
    }

    /// A bench around a node that is there already; its folder and database are somebody else's.
    pub fn around(node: Node, conn: Conn, engine: &'static str) -> Bench {
        Bench { conn, node, engine, _database: None, folder: Folder::new("sekitar") }
    }

    /// The node's folder.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// The URL of its PostgreSQL database; `None` on SQLite.
    pub fn url(&self) -> Option<&str> {
        self._database.as_ref().map(|fresh| fresh.0.as_str())
    }

    /// One more connection.
    pub fn connect(&self) -> Conn {
        self.node.connect().expect("node connects")
    }

    /// Serves one more instansi.
    pub fn tenant(&mut self, id: &str) {
        add_tenant(&mut self.conn, id, &format!("Instansi {id}")).expect("tenant added");
    }

    /// One transaction with the journal of an instansi open for writing.
    ///
    /// # Errors
    /// What `work` or the store says.
    pub fn write(
        &mut self,
        instansi: &str,
        work: impl FnOnce(&mut Writer<'_>) -> Result<()>,
    ) -> Result<Head> {
        write(&self.node, &mut self.conn, instansi, work)
    }

    /// Appends entries in one transaction.
    pub fn append(&mut self, instansi: &str, entries: &[Entry]) -> Head {
        let append = |w: &mut Writer<'_>| entries.iter().try_for_each(|e| w.append(e).map(|_| ()));
        self.write(instansi, append).expect("entries appended")
    }

    /// Runs SQL past the seam, to break things on purpose.
    pub fn raw(&mut self, sql: &str) {
        raw(&mut self.conn, sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
}

/// One transaction with a journal open for writing, on any connection of a node.
///
/// # Errors
/// What `work` or the store says.
pub fn write(
    node: &Node,
    conn: &mut Conn,
    instansi: &str,
    work: impl FnOnce(&mut Writer<'_>) -> Result<()>,
) -> Result<Head> {
    conn.transaction(|conn| {
        let mut source = node.source(conn)?;
        let mut writer = Writer::open(conn, &node.key, &mut source, instansi)?;
        work(&mut writer)?;
        writer.finish()
    })
}

/// Runs SQL past the seam: statements without parameters, several with `;` between them.
///
/// # Errors
/// What the engine says.
pub fn raw(conn: &mut Conn, sql: &str) -> Result<()> {
    conn.batch(sql)
}

/// Runs `body` on a fresh node of each engine.
pub fn on_both(name: &str, body: impl Fn(&mut Bench)) {
    on_both_with(name, &[], body);
}

/// The same with the tables of host or modules beside those of the base.
pub fn on_both_with(name: &str, tables: &[&'static Table], body: impl Fn(&mut Bench)) {
    for open in [Bench::sqlite, Bench::postgres] {
        let mut bench = open(name, tables);
        eprintln!("{name}: {}", bench.engine); // shown by the harness when the body fails
        body(&mut bench);
    }
}

/// The URL of a fresh, empty PostgreSQL database, for tests that start the program itself. It goes
/// away some time after this process has ended.
pub fn postgres_url(name: &str) -> String {
    cluster::fresh_database(name)
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Distinct in this process and among those running now.
fn unique(name: &str) -> String {
    let plain = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    let plain: String = plain.take(30).collect();
    format!("uji_{}_{}_{plain}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A folder that goes away with its owner.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        static SWEPT: std::sync::Once = std::sync::Once::new();
        SWEPT.call_once(clear_folders);
        let path = std::env::temp_dir().join(format!("sinergi_{}", unique(name)));
        std::fs::create_dir_all(&path).expect("temporary folder");
        Folder(path)
    }
}

/// Folders of processes that were killed.
fn clear_folders() {
    let Ok(found) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for folder in found.flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        if name.strip_prefix("sinergi_").is_some_and(owner_is_gone) {
            let _ = std::fs::remove_dir_all(folder.path());
        }
    }
}

/// Whether a name made by [`unique`] belongs to a process that no longer runs, or that had our number.
fn owner_is_gone(name: &str) -> bool {
    let pid = name.strip_prefix("uji_").and_then(|rest| rest.split('_').next());
    let Some(pid) = pid.and_then(|pid| pid.parse::<u32>().ok()) else { return false };
    pid == std::process::id()
        || (Path::new("/proc/self").exists() && !Path::new("/proc").join(pid.to_string()).exists())
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A database that goes away with its owner.
struct Fresh(String);

impl Drop for Fresh {
    fn drop(&mut self) {
        cluster::drop_database(&self.0);
    }
}
