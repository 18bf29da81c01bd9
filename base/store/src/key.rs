//! The node's signing key (Ed25519), in a file only the service account may read.

use crate::error::{Error, Result};
use crate::source::Source;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use std::path::Path;

/// Signs checkpoints of the journals this node keeps.
pub struct NodeKey(SigningKey);

impl NodeKey {
    /// Reads the key file, or makes one when there is none yet.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is not 32 bytes.
    pub fn load_or_create(path: &Path, source: &mut Source) -> Result<NodeKey> {
        match std::fs::read(path) {
            Ok(bytes) => {
                let bytes: [u8; 32] = bytes
                    .try_into()
                    .map_err(|_| Error::Corrupt(format!("kunci simpul {} bukan 32 bita", path.display())))?;
                Ok(NodeKey(SigningKey::from_bytes(&bytes)))
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                write_private(path, &source.bytes32(), &crate::derive::hex(&source.bytes32()[..8]))?;
                // Read back: of two processes that start at once, one key wins for both.
                NodeKey::load_or_create(path, source)
            }
            Err(e) => Err(e.into()),
        }
    }

    /// For tests and demo folders.
    pub fn from_source(source: &mut Source) -> NodeKey {
        NodeKey(SigningKey::from_bytes(&source.bytes32()))
    }

    /// The public half.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs a checkpoint.
    pub fn sign(&self, text: &[u8]) -> [u8; 64] {
        self.0.sign(text).to_bytes()
    }
}

/// Whether a signature over a checkpoint is by this public key.
pub fn verify(public: &[u8], text: &[u8], signature: &[u8]) -> bool {
    let key = public.try_into().ok().and_then(|b| VerifyingKey::from_bytes(b).ok());
    let signature = Signature::from_slice(signature).ok();
    key.zip(signature).is_some_and(|(key, signature)| key.verify(text, &signature).is_ok())
}

/// Puts the whole key in place at once, unless one is there already.
fn write_private(path: &Path, bytes: &[u8], unique: &str) -> std::io::Result<()> {
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
    // A name is on disk only once its folder is.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}
