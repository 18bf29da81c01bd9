//! Personal data live here: what is made is for the service account only.

use std::io::Result;
use std::path::{Path, PathBuf};

/// Files of a data folder that are nobody else's business, key first.
const FILES: [&str; 4] = ["kunci-simpul", "sinergi.db", "sinergi.db-wal", "sinergi.db-shm"];

/// Makes a folder only its owner may enter, unless it is there.
pub fn folder(path: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes an empty file only its owner may read, unless it is there. SQLite gives its other files the
/// mode of the first.
pub fn file(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(e),
        _ => Ok(()),
    }
}

/// Takes key and database out of the sight of other accounts, however they came to be readable
/// (a restored copy, an older program). Answers the files that stay readable.
pub fn tighten(data: &Path) -> Vec<PathBuf> {
    let paths = FILES.iter().map(|name| data.join(name));
    paths.filter(|path| is_open(path) && (close(path).is_err() || is_open(path))).collect()
}

#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(unix)]
fn close(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}

#[cfg(not(unix))]
fn close(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::{Clock, Database, Node};
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn a_node_is_made_for_its_owner_and_closed_again_when_it_was_opened() {
        let home = tempfile::tempdir().expect("folder");
        let data = home.path().join("data");
        let node = Node::open(&data, Database::Sqlite, &[], None).expect("node opens");
        let mut conn = node.connect().expect("connects");
        crate::node::add_tenant(&mut conn, "A1", "Instansi A1").expect("written");
        let incoming = node.berkas.incoming("satu").expect("a place");
        assert_eq!(node.clock, Clock::System);
        assert_eq!((mode(&data), mode(incoming.parent().expect("folder"))), (0o700, 0o700));
        for name in FILES {
            let path = data.join(name);
            assert_eq!(mode(&path), 0o600, "{name}");
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("opened");
        }
        assert_eq!(tighten(&data), Vec::<PathBuf>::new());
        for name in FILES {
            assert_eq!(mode(&data.join(name)), 0o600, "{name}");
        }
    }
}
