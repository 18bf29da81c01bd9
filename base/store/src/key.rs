//! The node's signing key (Ed25519), in a file only the service account may read.

use crate::error::{Error, Result};
use crate::source::Source;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use std::path::Path;

/// Signs checkpoints of the journals this node keeps. It may be missing: then everything can still be
/// read and checked, and nothing written.
pub struct NodeKey(Option<SigningKey>);

impl NodeKey {
    /// Reads the key file; without one the key is missing.
    ///
    /// # Errors
    /// When the file cannot be read, or is not 32 bytes.
    pub fn load(path: &Path) -> Result<NodeKey> {
        match std::fs::read(path) {
            Ok(bytes) => {
                let bytes: [u8; 32] =
                    bytes.try_into().map_err(|found: Vec<u8>| damaged(path, found.len()))?;
                Ok(NodeKey(Some(SigningKey::from_bytes(&bytes))))
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(NodeKey(None)),
            Err(e) => Err(Error::at(path, e)),
        }
    }

    /// Reads the key file, or makes one when there is none yet.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is not 32 bytes.
    pub fn load_or_create(path: &Path, source: &mut Source) -> Result<NodeKey> {
        let found = NodeKey::load(path)?;
        if found.0.is_some() {
            return Ok(found);
        }
        write_private(path, &source.bytes32(), &crate::derive::hex(&source.bytes32()[..8]))
            .map_err(|e| Error::at(path, e))?;
        // Read back: of two processes that start at once, one key wins for both.
        NodeKey::load(path)
    }

    /// For tests and demo folders.
    pub fn from_source(source: &mut Source) -> NodeKey {
        NodeKey(Some(SigningKey::from_bytes(&source.bytes32())))
    }

    /// The public half; `None` when the key is missing.
    pub fn public(&self) -> Option<[u8; 32]> {
        self.0.as_ref().map(|key| key.verifying_key().to_bytes())
    }

    /// The public half of a key that must be there.
    ///
    /// # Errors
    /// When it is missing: what to do about it.
    pub fn required(&self) -> Result<[u8; 32]> {
        self.public().ok_or_else(lost)
    }

    /// Signs a checkpoint.
    ///
    /// # Errors
    /// When the key is missing.
    pub fn sign(&self, text: &[u8]) -> Result<[u8; 64]> {
        Ok(self.0.as_ref().ok_or_else(lost)?.sign(text).to_bytes())
    }
}

fn lost() -> Error {
    Error::Refused(
        "Berkas kunci-simpul tidak ada, padahal jurnal sudah ditandatangani dengannya. Pulihkan berkas itu dari cadangan; bila benar-benar hilang, jalankan `sinergi jurnal kunci ganti --alasan \"kunci hilang\"`."
            .into(),
    )
}

fn damaged(path: &Path, bytes: usize) -> Error {
    Error::Refused(format!(
        "Berkas kunci {} rusak: isinya {bytes} bita, seharusnya 32. Pulihkan berkas itu dari cadangan; bila tidak ada cadangannya, pindahkan berkas itu ke luar folder data, lalu jalankan `sinergi jurnal kunci ganti --alasan \"kunci rusak\"`.",
        path.display()
    ))
}

/// How people tell a public key: the first half of its SHA-256, hexadecimal.
pub fn fingerprint(public: &[u8]) -> String {
    crate::derive::hex(&crate::berkas::sha256(public)[..16])
}

/// Whether a signature over a checkpoint is by this public key.
pub fn verify(public: &[u8], text: &[u8], signature: &[u8]) -> bool {
    let key = public.try_into().ok().and_then(|b| VerifyingKey::from_bytes(b).ok());
    let signature = Signature::from_slice(signature).ok();
    key.zip(signature).is_some_and(|(key, signature)| key.verify(text, &signature).is_ok())
}

/// Puts the whole key in place at once, unless one is there already.
pub(crate) fn write_private(path: &Path, bytes: &[u8], unique: &str) -> std::io::Result<()> {
    use std::io::{Error, ErrorKind, Write};
    let folder = path.parent().ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
    crate::private::folder(folder)?;
    let temporary = path.with_extension(format!("baru-{unique}"));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // A link, unlike a rename, never replaces the key of another process.
    match std::fs::hard_link(&temporary, path) {
        Ok(()) => std::fs::remove_file(&temporary)?,
        Err(e) if e.kind() == ErrorKind::AlreadyExists => std::fs::remove_file(&temporary)?,
        // Some file systems know no links.
        Err(_) => std::fs::rename(&temporary, path)?,
    }
    sync(folder)
}

/// A name is on disk only once its folder is.
pub(crate) fn sync(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}
