//! A node: where its database, key and files are, and whom it serves.

use crate::berkas::Berkas;
use crate::error::{Error, Result};
use crate::key::{NodeKey, fingerprint};
use crate::source::{Clock, Source};
use crate::sql::{Bind, Conn};
use crate::sqlite::Sqlite;
use crate::table::Table;
use kernel::Stamp;
use std::path::{Path, PathBuf};

crate::statements! {
    SETTINGS = "SELECT nama, nilai FROM simpul ORDER BY nama";
    PUT_SETTING = "INSERT INTO simpul (nama, nilai) VALUES ($1, $2) ON CONFLICT (nama) DO UPDATE SET nilai = excluded.nilai";
    INSTANSI_LIST = "SELECT instansi_id, nama FROM instansi ORDER BY urutan, instansi_id";
    ADD_INSTANSI = "INSERT INTO instansi (instansi_id, nama, urutan) VALUES ($1, $2, $3) ON CONFLICT (instansi_id) DO NOTHING";
}

/// Where the facts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// `sinergi.db` in the node's folder.
    Sqlite,
    /// A PostgreSQL server.
    Postgres(String),
}

/// An opened node. Connections are made from it, as many as needed.
pub struct Node {
    folder: PathBuf,
    database: Database,
    /// Only looked at: its connections write nothing.
    to_read: bool,
    /// Files by hash.
    pub berkas: Berkas,
    /// Signs its checkpoints.
    pub key: NodeKey,
    /// What time it is for this node.
    pub clock: Clock,
    /// The seed of a demo folder's salts and ids; `None` for every other node.
    pub demo_seed: Option<u64>,
}

/// A government this node serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// BKN's id.
    pub id: String,
    /// Its name.
    pub nama: String,
}

/// Setting that marks a demo folder; its value is the seed.
pub const DEMO: &str = "demo";
/// Setting with a demo folder's clock, in microseconds.
pub const DEMO_CLOCK: &str = "jam";
/// File of the signing key in the node's folder.
pub const KEY_FILE: &str = "kunci-simpul";
/// A key on its way to become the node's.
pub(crate) const NEXT_KEY_FILE: &str = "kunci-simpul.baru";

impl Node {
    /// Opens a node, making folder, database and key when they are not there yet; a key that has signed
    /// and is gone is not made again. `demo` makes it a demo folder with reproducible salts, ids and key.
    ///
    /// # Errors
    /// When folder or database cannot be opened, or belong to a newer program.
    pub fn open(
        folder: &Path,
        database: Database,
        tables: &[&'static Table],
        demo: Option<(u64, Stamp)>,
    ) -> Result<Node> {
        crate::private::folder(folder).map_err(|e| {
            let why = crate::error::io_text(&e);
            Error::Refused(format!(
                "Folder data {} tidak dapat dibuat: {why}. Periksa hak akses.",
                folder.display()
            ))
        })?;
        let mut conn = connect(folder, &database, false)?;
        crate::migrate::migrate(&mut conn, tables)?;
        if let Some((seed, clock)) = demo {
            mark_as_demo(&mut conn, folder, seed, clock)?;
        }
        Node::assemble(folder, database, false, &mut conn, |conn, clock| {
            let path = folder.join(KEY_FILE);
            match crate::handover::journals(conn)?.is_empty() {
                true => NodeKey::load_or_create(&path, &mut Source::system(clock)?),
                false => NodeKey::load(&path),
            }
        })
    }

    /// Opens a node to look at it: nothing is made or changed, neither folder, tables nor key. The folder
    /// may be one nobody can write to.
    ///
    /// # Errors
    /// When there is no node, or its tables are not those of this program.
    pub fn open_as_is(folder: &Path, database: Database, tables: &[&'static Table]) -> Result<Node> {
        if database == Database::Sqlite && !folder.join("sinergi.db").is_file() {
            return Err(Error::Refused(format!("Tidak ada data Sinergi di {}.", folder.display())));
        }
        let mut conn = connect(folder, &database, true)?;
        crate::migrate::require(&mut conn, tables)?;
        Node::assemble(folder, database, true, &mut conn, |_, _| NodeKey::load(&folder.join(KEY_FILE)))
    }

    fn assemble(
        folder: &Path,
        database: Database,
        to_read: bool,
        conn: &mut Conn,
        key: impl FnOnce(&mut Conn, Clock) -> Result<NodeKey>,
    ) -> Result<Node> {
        let settings = settings(conn)?;
        let setting = |name: &str| settings.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
        let demo_seed = setting(DEMO).and_then(|s| s.parse().ok());
        let fixed =
            setting(DEMO_CLOCK).and_then(|s| s.parse().ok()).map(|micros| Clock::Fixed(Stamp(micros)));
        let clock = fixed.filter(|_| demo_seed.is_some()).unwrap_or(Clock::System);
        let key = match demo_seed {
            Some(seed) => NodeKey::from_source(&mut Source::seeded(seed, clock)),
            None => key(conn, clock)?,
        };
        let berkas = Berkas::new(folder.join("berkas"));
        Ok(Node { folder: folder.to_owned(), database, to_read, berkas, key, clock, demo_seed })
    }

    /// Gives the node a new key that takes over every journal, and takes the old one out of use; answers
    /// the new public key. Interrupted, it is finished by calling it again.
    ///
    /// # Errors
    /// When the node is a demo, no reason is given, or files or database cannot be written.
    pub fn replace_key(&self, reason: &str) -> Result<[u8; 32]> {
        if self.demo_seed.is_some() {
            return Err(Error::Refused(
                "Kunci simpul demo mengikuti benihnya dan tidak dapat diganti.".into(),
            ));
        }
        let (path, next) = (self.folder.join(KEY_FILE), self.folder.join(NEXT_KEY_FILE));
        let mut conn = self.connect()?;
        let mut new = NodeKey::load(&next)?;
        // In force, but not in its place yet: the call before was cut off between database and file.
        if !crate::handover::is_in_force(&mut conn, &new)? {
            if new.public().is_some() {
                std::fs::remove_file(&next).map_err(|e| Error::at(&next, e))?;
            }
            new = NodeKey::load_or_create(&next, &mut Source::system(self.clock)?)?;
            let now = self.clock.now();
            conn.transaction(|conn| {
                crate::handover::hand_over(conn, &self.key, &new, now, reason).map(|_| ())
            })?;
        }
        if let Some(old) = self.key.public() {
            let retired = self.folder.join(format!("{KEY_FILE}.pensiun-{}", &fingerprint(&old)[..8]));
            std::fs::rename(&path, &retired).map_err(|e| Error::at(&path, e))?;
        }
        std::fs::rename(&next, &path).map_err(|e| Error::at(&next, e))?;
        crate::key::sync(&self.folder)?;
        new.required()
    }

    /// The node's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A new connection.
    pub fn connect(&self) -> Result<Conn> {
        connect(&self.folder, &self.database, self.to_read)
    }

    /// Salts and ids for one piece of work. In a demo folder they follow from seed and journal size,
    /// so that the same work gives the same bytes; [`crate::journal::Writer::open`] ties them to the place.
    pub fn source(&self, conn: &mut Conn) -> Result<Source> {
        match self.demo_seed {
            Some(seed) => {
                let done: i64 = crate::people::journal_sizes(conn)?.iter().map(|j| j.1).sum();
                let mixed = seed ^ (done as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                Ok(Source::seeded(mixed, self.clock))
            }
            None => Ok(Source::system(self.clock)?),
        }
    }
}

/// A register with real entries never becomes a demo: its key and salts would follow from a seed.
fn mark_as_demo(conn: &mut Conn, folder: &Path, seed: u64, clock: Stamp) -> Result<()> {
    let wanted = [(DEMO, seed.to_string()), (DEMO_CLOCK, clock.0.to_string())];
    let found = settings(conn)?;
    let is = |name: &str, value: &str| found.iter().any(|s| s.0 == name && s.1 == value);
    if wanted.iter().all(|(name, value)| is(name, value)) {
        return Ok(());
    }
    if !found.iter().any(|s| s.0 == DEMO) && !crate::people::journal_sizes(conn)?.is_empty() {
        return Err(Error::Refused(format!(
            "Folder {} sudah berisi jurnal sungguhan, tidak dapat dijadikan demo. Pilih folder lain.",
            folder.display()
        )));
    }
    conn.transaction(|conn| wanted.iter().try_for_each(|(name, value)| put_setting(conn, name, value)))
}

pub(crate) fn connect(folder: &Path, database: &Database, to_read: bool) -> Result<Conn> {
    let open = if to_read { Sqlite::open_to_read } else { Sqlite::open };
    match database {
        Database::Sqlite => Ok(Conn::Sqlite(open(&folder.join("sinergi.db"))?)),
        Database::Postgres(url) => Ok(Conn::Postgres(Box::new(crate::postgres::Postgres::open(url)?))),
    }
}

/// Every setting of the node.
pub fn settings(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    conn.all(&SETTINGS, &[], |r| Ok((r.text(0)?.to_owned(), r.text(1)?.to_owned())))
}

/// Stores a setting.
pub fn put_setting(conn: &mut Conn, name: &str, value: &str) -> Result<()> {
    conn.exec(&PUT_SETTING, &[Bind::Text(name), Bind::Text(value)]).map(|_| ())
}

/// The governments this node serves; the first is its owner.
pub fn tenants(conn: &mut Conn) -> Result<Vec<Tenant>> {
    conn.all(&INSTANSI_LIST, &[], |r| Ok(Tenant { id: r.text(0)?.to_owned(), nama: r.text(1)?.to_owned() }))
}

/// Adds a government this node serves.
pub fn add_tenant(conn: &mut Conn, id: &str, nama: &str) -> Result<()> {
    let place = tenants(conn)?.len() as i64;
    conn.exec(&ADD_INSTANSI, &[Bind::Text(id), Bind::Text(nama), Bind::Int(place)]).map(|_| ())
}
