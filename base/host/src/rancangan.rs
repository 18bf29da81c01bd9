//! Drafts of the law somebody tries out: kept beside the journal and never in it, never followed by the
//! node, and no part of a backup. A folder holds so many of each instansi; the oldest make room.

use crate::gate::Gate;
use crate::hall::Hall;
use crate::hukum::Hukum;
use crate::jadwal::Files;
use kernel::Stamp;
use law::Pack;
use law::bundle::bytes;
use law::rancangan::Rancangan;
use serde_json::json;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use store::derive::hex;

/// Drafts kept of one instansi.
pub const KEPT: usize = 20;
/// Packs made of drafts that stay in memory.
const MADE: usize = 3;
/// Those who may wait while a draft is read; more are told to come back.
const SEATS: usize = 3;
/// Letters kept of the name of a file.
const NAME: usize = 80;
/// Bytes of the line before the text.
const HEAD: u64 = 4 << 10;
const ENDING: &str = ".rancangan";

/// What is known of a draft beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kepala {
    /// SHA-256 of owner, name and text, in hexadecimal.
    pub id: String,
    /// What the file was called.
    pub nama: String,
    /// Full name of whoever brought it.
    pub oleh: String,
    /// Whose it is.
    pub instansi: String,
    /// When it came.
    pub pada: Stamp,
}

/// Why a draft is not taken.
#[derive(Debug)]
pub enum Ditolak {
    /// What is wrong in it, each with file and line.
    Isi(Vec<String>),
    /// Others are being read.
    Sibuk,
}

/// The shelf of a node.
pub struct Rak {
    gate: Gate,
    made: Mutex<Vec<Made>>,
    /// What drafts are asked on: everybody else's pages keep the other cores.
    own: OnceLock<Option<rayon::ThreadPool>>,
}

/// A draft made into a pack over the files of another.
struct Made {
    id: String,
    below: [u8; 32],
    hukum: Arc<Hukum>,
}

impl Default for Rak {
    fn default() -> Rak {
        Rak { gate: Gate::new(1, SEATS), made: Mutex::default(), own: OnceLock::new() }
    }
}

/// A file name as it is shown: no folders, no control characters, not endless.
pub fn short_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let shown: String = last.chars().filter(|c| !c.is_control()).take(NAME).collect();
    if shown.trim().is_empty() { "tanpa nama".to_owned() } else { shown }
}

impl Hall {
    /// Reads a draft over the law followed today; one that is wrong is refused whole.
    ///
    /// # Errors
    /// What is wrong in it, or that others are being read.
    pub fn read_rancangan(&self, kepala: &Kepala, text: &str) -> Result<Arc<Hukum>, Ditolak> {
        let below = self.hukum().pack.hash;
        let held = || self.rancangan.made.lock().unwrap_or_else(|e| e.into_inner());
        let known = |r: &&Made| r.id == kepala.id && r.below == below;
        if let Some(found) = held().iter().find(known) {
            return Ok(found.hukum.clone());
        }
        // The work is bounded by the size of the text, yet one at a time is enough for a machine.
        let _pass = self.rancangan.gate.enter().ok_or(Ditolak::Sibuk)?;
        let hukum =
            Arc::new(laid(&self.jadwal.files(self.today()), &kepala.nama, text).map_err(Ditolak::Isi)?);
        let mut all = held();
        all.retain(|r| r.id != kepala.id);
        all.insert(0, Made { id: kepala.id.clone(), below, hukum: hukum.clone() });
        all.truncate(MADE);
        Ok(hukum)
    }

    /// Asks about a draft: one at a time, and not on the threads that serve everybody else. `None` when others
    /// wait already.
    pub fn on_rancangan<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Option<T> {
        let _pass = self.rancangan.gate.enter()?;
        let made = || rayon::ThreadPoolBuilder::new().num_threads(1).build().ok();
        Some(match self.rancangan.own.get_or_init(made) {
            Some(pool) => pool.install(work),
            None => work(),
        })
    }

    /// Keeps a draft that was read; the oldest of its instansi make room.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep_rancangan(&self, kepala: &Kepala, text: &str) -> store::Result<()> {
        let folder = self.folder();
        store::private::folder(&folder)?;
        let head = json!({
            "nama": kepala.nama, "oleh": kepala.oleh, "instansi": kepala.instansi, "pada": kepala.pada.0,
        });
        // Whole or not at all.
        let aside = self.node.berkas.temporary()?;
        std::fs::write(aside.path(), format!("{head}\n{text}"))?;
        std::fs::rename(aside.path(), folder.join(format!("{}{ENDING}", kepala.id)))?;
        let all = self.list_rancangan(&kepala.instansi)?;
        for old in all.iter().filter(|k| k.id != kepala.id).skip(KEPT - 1) {
            self.drop_rancangan(&old.id)?;
        }
        Ok(())
    }

    /// Drafts of an instansi, the newest first; of every instansi for an empty one.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list_rancangan(&self, instansi: &str) -> store::Result<Vec<Kepala>> {
        let entries = match std::fs::read_dir(self.folder()) {
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut all = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            let id = name.to_str().and_then(|n| n.strip_suffix(ENDING));
            all.extend(id.and_then(|id| self.open(id)).map(|found| found.0));
        }
        all.retain(|k| instansi.is_empty() || k.instansi == instansi);
        all.sort_by(|a, b| (b.pada, &a.id).cmp(&(a.pada, &b.id)));
        Ok(all)
    }

    /// A draft with its text; `None` when there is none of that id.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn find_rancangan(&self, id: &str) -> store::Result<Option<(Kepala, String)>> {
        let Some((kepala, mut rest)) = self.open(id) else { return Ok(None) };
        let mut text = String::new();
        rest.read_to_string(&mut text)?;
        Ok(Some((kepala, text)))
    }

    /// Throws a draft away; one that is gone already is none to speak of.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn drop_rancangan(&self, id: &str) -> store::Result<()> {
        let Some(path) = self.path(id) else { return Ok(()) };
        match std::fs::remove_file(path) {
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
            done => Ok(done?),
        }
    }

    fn folder(&self) -> PathBuf {
        self.node.folder().join("rancangan")
    }

    /// Only a hash names a file: nothing an address says becomes a path.
    fn path(&self, id: &str) -> Option<PathBuf> {
        let id = hex(&bytes(id).filter(|hash| hash.len() == 32)?);
        Some(self.folder().join(format!("{id}{ENDING}")))
    }

    /// The head of a draft, and its text still to be read.
    fn open(&self, id: &str) -> Option<(Kepala, impl Read)> {
        let mut file = BufReader::new(File::open(self.path(id)?).ok()?);
        let mut line = String::new();
        file.by_ref().take(HEAD).read_line(&mut line).ok()?;
        let head: serde_json::Value = serde_json::from_str(&line).ok()?;
        let text = |key: &str| head[key].as_str().map(str::to_owned);
        let kepala = Kepala {
            id: id.to_ascii_lowercase(),
            nama: text("nama")?,
            oleh: text("oleh")?,
            instansi: text("instansi")?,
            pada: Stamp(head["pada"].as_i64()?),
        };
        Some((kepala, file))
    }
}

/// A norm that nests too deep is refused once it has been read: reading it takes more than a handler's stack.
const STACK: usize = 128 << 20;

/// The law with a draft laid over it.
fn laid(below: &Files, name: &str, text: &str) -> Result<Hukum, Vec<String>> {
    let files = Rancangan::read(name, text)?.di_atas(below);
    let read = || Pack::load(&files).and_then(Hukum::new);
    let broken = || vec!["Rancangan ini tidak dapat dibaca; coba lagi sebentar lagi.".to_owned()];
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        reader.map_err(|_| broken())?.join().map_err(|_| broken())?
    })
}

impl Kepala {
    /// Of a draft that comes in now.
    pub fn new(instansi: &str, nama: &str, oleh: &str, pada: Stamp, text: &str) -> Kepala {
        let nama = short_name(nama);
        let id = hex(&store::berkas::sha256(format!("{instansi}\0{nama}\0{text}").as_bytes()));
        Kepala { id, nama, oleh: oleh.to_owned(), instansi: instansi.to_owned(), pada }
    }
}
