//! Uploaded files, kept by the hash of their content: evidence, not facts.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Result, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-256 of a file, read in pieces.
pub fn hash_file(path: &Path) -> Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut file = File::open(path)?;
    let mut piece = vec![0; 256 << 10];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hash.finalize().into()),
            n => hash.update(&piece[..n]),
        }
    }
}

/// A folder of files by hash.
#[derive(Clone, Debug)]
pub struct Berkas {
    folder: PathBuf,
}

impl Berkas {
    /// The folder; it is made when the first file is kept.
    pub fn new(folder: PathBuf) -> Berkas {
        Berkas { folder }
    }

    /// Where a file of this hash lies, whether it is there or not.
    pub fn path(&self, hash: &[u8; 32]) -> PathBuf {
        let name = crate::derive::hex(hash);
        self.folder.join(&name[..2]).join(name)
    }

    /// A place to write an incoming file to before its hash is known.
    pub fn incoming(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.join("masuk");
        crate::private::folder(&folder)?;
        Ok(folder.join(name))
    }

    /// Takes a file in: afterwards it lies under its hash and is safely on disk.
    pub fn keep(&self, incoming: &Path) -> Result<[u8; 32]> {
        let hash = hash_file(incoming)?;
        let path = self.path(&hash);
        if path.exists() {
            std::fs::remove_file(incoming)?;
            return Ok(hash);
        }
        if let Some(folder) = path.parent() {
            crate::private::folder(folder)?;
        }
        File::open(incoming)?.sync_all()?;
        std::fs::rename(incoming, &path)?;
        // A name is on disk only once its folders are.
        #[cfg(unix)]
        for folder in path.ancestors().skip(1).take(2) {
            File::open(folder)?.sync_all()?;
        }
        Ok(hash)
    }

    /// Keeps a copy of a file that stays where it is.
    pub fn keep_copy(&self, from: &Path) -> Result<[u8; 32]> {
        let hash = hash_file(from)?;
        let path = self.path(&hash);
        if path.exists() {
            return Ok(hash);
        }
        // Two that keep the same file at once must not write into each other's copy.
        static COPIES: AtomicU32 = AtomicU32::new(0);
        let (name, copy) = (crate::derive::hex(&hash), COPIES.fetch_add(1, Ordering::Relaxed));
        let temporary = self.incoming(&format!("{name}-{}-{copy}", std::process::id()))?;
        let (mut source, mut target) = (File::open(from)?, File::create(&temporary)?);
        std::io::copy(&mut source, &mut target)?;
        target.flush()?;
        drop(target);
        self.keep(&temporary)
    }
}
