//! Where files of a backup and of a restored node come into being: out of sight until they are whole.

use crate::error::{Error, Result, io_text};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

fn random() -> Result<String> {
    let mut name = [0; 6];
    getrandom::fill(&mut name).map_err(|e| std::io::Error::other(e.to_string()))?;
    Ok(crate::derive::hex(&name))
}

/// A backup being written beside its final name; gone when dropped before [`Unfinished::finish`].
pub(super) struct Unfinished {
    file: File,
    temporary: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    pub(super) fn new(target: &Path) -> Result<Unfinished> {
        if std::fs::symlink_metadata(target).is_ok() {
            return Err(Error::Refused(format!(
                "{} sudah ada dan tidak ditimpa. Pilih nama lain untuk cadangan ini.",
                target.display()
            )));
        }
        let mut temporary = target.as_os_str().to_owned();
        temporary.push(format!(".sementara-{}", random()?));
        let temporary = PathBuf::from(temporary);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&temporary).map_err(|e| Error::at(target, e))?;
        Ok(Unfinished { file, temporary, target: target.to_owned() })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Writes the last bytes and gives the file its name; answers its size.
    pub(super) fn finish(&mut self, last: &[u8]) -> Result<u64> {
        let named = |e| Error::at(&self.target, e);
        self.file.write_all(last).and_then(|()| self.file.sync_all()).map_err(named)?;
        let size = self.file.metadata().map_err(named)?.len();
        // A link, unlike a rename, never replaces what came there meanwhile; some file systems know none.
        match std::fs::hard_link(&self.temporary, &self.target) {
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => return Err(named(e)),
            Err(_) => std::fs::rename(&self.temporary, &self.target).map_err(named)?,
            Ok(()) => {}
        }
        let folder = self.target.parent().filter(|p| !p.as_os_str().is_empty());
        crate::key::sync(folder.unwrap_or(Path::new("."))).map_err(named)?;
        Ok(size)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.temporary);
    }
}

/// A node's folder in the making, inside the folder it will be: parents may belong to somebody else, and the
/// folder may be a disk of its own.
pub(super) struct Staging {
    target: PathBuf,
    /// Whether the folder was made for this.
    made: bool,
    inside: PathBuf,
    placed: Vec<PathBuf>,
    kept: bool,
}

impl Staging {
    /// Refuses a folder in which anything stands.
    pub(super) fn new(target: &Path) -> Result<Staging> {
        let named = |e: std::io::Error| {
            let (at, why) = (target.display(), io_text(&e));
            Error::Refused(format!("Folder {at} tidak dapat dipakai: {why}. Periksa jalur dan hak aksesnya."))
        };
        let made = !target.exists();
        crate::private::folder(target).map_err(named)?;
        let found = std::fs::read_dir(target).map_err(named)?.collect::<std::io::Result<Vec<_>>>();
        // A disk of its own comes with this folder.
        let first = found.map_err(named)?.into_iter().find(|entry| entry.file_name() != "lost+found");
        if let Some(first) = first {
            return Err(Error::Refused(format!(
                "Folder {} tidak kosong: berisi {}. Cadangan hanya dipulihkan ke simpul kosong; sebutkan folder lain, atau pindahkan isinya dahulu.",
                target.display(),
                first.file_name().to_string_lossy()
            )));
        }
        let inside = target.join(format!(".pulih-{}", random()?));
        crate::private::folder(&inside).map_err(named)?;
        Ok(Staging { target: target.to_owned(), made, inside, placed: Vec::new(), kept: false })
    }

    pub(super) fn path(&self) -> &Path {
        &self.inside
    }

    /// Puts everything in its place, the database last: until it is there, there is no node.
    pub(super) fn place(&mut self) -> Result<()> {
        let named = |e| Error::at(&self.target, e);
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.inside).map_err(named)? {
            names.push(entry.map_err(named)?.file_name());
        }
        names.sort_by_key(|name| name.to_string_lossy().starts_with("sinergi.db"));
        for name in names {
            let to = self.target.join(&name);
            std::fs::rename(self.inside.join(&name), &to).map_err(named)?;
            self.placed.push(to);
        }
        crate::key::sync(&self.target).map_err(named)
    }

    /// The node is whole: what was placed stays.
    pub(super) fn keep(mut self) {
        self.kept = true;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed is named by the next attempt, which finds the folder not empty.
        let _ = std::fs::remove_dir_all(&self.inside);
        if self.kept {
            return;
        }
        for path in &self.placed {
            let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        }
        if self.made {
            let _ = std::fs::remove_dir(&self.target);
        }
    }
}
