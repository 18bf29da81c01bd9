//! Uploaded files, kept by the hash of their content: evidence, not facts.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Result, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

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

/// What has become of a kept file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is there, with the content its name says.
    Intact,
    /// It is there with another content.
    Changed,
    /// It is gone.
    Missing,
}

/// A file that goes away with its owner, also when the work on it fails.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Temporary {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
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

    /// Every file that is kept, by its hash, in order.
    pub fn all(&self) -> Result<Vec<[u8; 32]>> {
        let mut hashes = Vec::new();
        for folder in entries(&self.folder)? {
            if folder.file_type()?.is_dir() && folder.file_name() != "masuk" {
                let names = entries(&folder.path())?.into_iter().map(|file| file.file_name());
                hashes.extend(names.filter_map(|name| crate::derive::unhex32(name.to_str()?)));
            }
        }
        hashes.sort_unstable();
        Ok(hashes)
    }

    /// A place to write an incoming file to before its hash is known.
    pub fn incoming(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.join("masuk");
        crate::private::folder(&folder)?;
        Ok(folder.join(name))
    }

    /// A file of our own making on its way out, gone when it is dropped.
    pub fn temporary(&self) -> Result<Temporary> {
        let mut name = [0; 12];
        getrandom::fill(&mut name).map_err(|e| std::io::Error::other(e.to_string()))?;
        Ok(Temporary(self.incoming(&crate::derive::hex(&name))?))
    }

    /// Removes what an interrupted upload or export left behind: files nobody has written to since
    /// `before`. Whatever is still coming in was written to a moment ago. Answers how many went.
    pub fn sweep(&self, before: SystemTime) -> Result<u64> {
        let found = match std::fs::read_dir(self.folder.join("masuk")) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            found => found?,
        };
        let mut gone = 0;
        for file in found {
            let file = file?;
            let about = file.metadata()?;
            if about.is_file() && about.modified()? < before {
                std::fs::remove_file(file.path())?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    /// What has become of a kept file.
    pub fn state(&self, hash: &[u8; 32]) -> Result<Kept> {
        match hash_file(&self.path(hash)) {
            Ok(found) if found == *hash => Ok(Kept::Intact),
            Ok(_) => Ok(Kept::Changed),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Kept::Missing),
            Err(e) => Err(e),
        }
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

    /// Keeps a text of our own making.
    pub fn keep_text(&self, text: &str) -> Result<[u8; 32]> {
        let temporary = self.temporary()?;
        std::fs::write(temporary.path(), text)?;
        self.keep(temporary.path())
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
        let temporary = Temporary(self.incoming(&format!("{name}-{}-{copy}", std::process::id()))?);
        let (mut source, mut target) = (File::open(from)?, File::create(temporary.path())?);
        std::io::copy(&mut source, &mut target)?;
        target.flush()?;
        drop(target);
        self.keep(temporary.path())
    }
}

/// What stands in a folder; nothing when there is none.
fn entries(folder: &Path) -> Result<Vec<std::fs::DirEntry>> {
    match std::fs::read_dir(folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        found => found?.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn leftovers_go_and_what_is_being_written_stays() {
        let home = tempfile::tempdir().expect("folder");
        let berkas = Berkas::new(home.path().join("berkas"));
        assert_eq!(berkas.sweep(SystemTime::now()).expect("nothing there yet"), 0);
        let file = |name: &str, hours: u64| {
            let path = berkas.incoming(name).expect("a place");
            let file = File::create(&path).expect("made");
            file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3_600)).expect("dated");
            path
        };
        let (old, new) = (file("terputus", 2), file("sedang-masuk", 0));
        assert_eq!(berkas.sweep(SystemTime::now() - Duration::from_secs(3_600)).expect("swept"), 1);
        assert!(!old.exists() && new.exists());
        let temporary = berkas.temporary().expect("a place");
        let path = temporary.path().to_owned();
        std::fs::write(&path, b"setengah").expect("written");
        drop(temporary);
        assert!(!path.exists(), "an owner that fails takes it along");
    }

    #[test]
    fn a_kept_file_is_as_its_name_says() {
        let home = tempfile::tempdir().expect("folder");
        let berkas = Berkas::new(home.path().join("berkas"));
        let from = home.path().join("sk.pdf");
        std::fs::write(&from, b"isi").expect("written");
        let hash = berkas.keep_copy(&from).expect("kept");
        assert_eq!(berkas.state(&hash).expect("read"), Kept::Intact);
        std::fs::write(berkas.incoming("belum").expect("a place"), b"x").expect("written");
        assert_eq!(berkas.all().expect("read"), [hash]);
        std::fs::write(berkas.path(&hash), b"lain").expect("written");
        assert_eq!(berkas.state(&hash).expect("read"), Kept::Changed);
        std::fs::remove_file(berkas.path(&hash)).expect("removed");
        assert_eq!(berkas.state(&hash).expect("read"), Kept::Missing);
    }
}
