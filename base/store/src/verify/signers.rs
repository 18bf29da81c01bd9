//! Whose signatures a journal carries: one key at a time, each vouched for by the one before it.

use crate::handover::Turn;
use crate::key::fingerprint;

/// What is known of the node's keys outside its database. Whoever can write to the database can write a
/// new journal, sign it and put their own keys in; these they cannot put in.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// The key in the node's folder: it must be the one every journal ends with.
    pub now: Option<[u8; 32]>,
    /// Fingerprints written down elsewhere. When there are any, every key must be one of them or be named
    /// by the signature of the key before it.
    pub pinned: Vec<String>,
}

/// A key that signed a part of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Entries there were before it.
    pub after: u64,
    /// Whether the key before it signed that it takes over; true of the first.
    pub vouched: bool,
}

/// The keys of one journal while it is read from its start.
pub(super) struct Signers<'a> {
    instansi: &'a str,
    trust: &'a Trust,
    pub(super) list: Vec<Signer>,
    key: Vec<u8>,
    turns: i64,
    /// First place the key in force has signed.
    first: i64,
}

impl<'a> Signers<'a> {
    pub(super) fn new(instansi: &'a str, trust: &'a Trust) -> Signers<'a> {
        Signers { instansi, trust, list: Vec::new(), key: Vec::new(), turns: 0, first: 0 }
    }

    /// A checkpoint over `size` entries whose signature by `key` is sound.
    pub(super) fn point(&mut self, key: &[u8], size: i64) -> Result<(), &'static str> {
        if self.list.is_empty() {
            return self.begin(key, 0, size - 1, false, true);
        }
        match self.key == key {
            true => Ok(()),
            false => Err("titik periksa ditandatangani dengan kunci yang bukan kunci simpul ini"),
        }
    }

    /// A hand-over after all of `size` entries with this root.
    pub(super) fn turn(&mut self, turn: &Turn, size: i64, root: &[u8]) -> Result<(), &'static str> {
        let sound =
            |key: &[u8], text: String, signature: &[u8]| crate::key::verify(key, text.as_bytes(), signature);
        if turn.number != self.turns || turn.size != size {
            return Err("catatan pergantian kunci tidak berurutan");
        }
        if self.list.is_empty() || turn.old != self.key {
            return Err("kunci yang diganti bukan kunci yang berlaku");
        }
        if turn.root != root {
            return Err("akar pada pergantian kunci tidak sama dengan jurnal");
        }
        if !sound(&turn.new, turn.new_text(self.instansi), &turn.new_signature) {
            return Err("tanda tangan kunci baru pada pergantian kunci tidak sah");
        }
        let old = turn.old_signature.as_deref();
        if old.is_some_and(|old| !sound(&turn.old, turn.old_text(self.instansi), old)) {
            return Err("tanda tangan kunci lama pada pergantian kunci tidak sah");
        }
        self.turns += 1;
        self.begin(&turn.new, size, size - 1, old.is_some(), old.is_some())
    }

    /// `named`: the key before it says so, which is as good as a fingerprint kept elsewhere.
    fn begin(
        &mut self,
        key: &[u8],
        after: i64,
        first: i64,
        named: bool,
        vouched: bool,
    ) -> Result<(), &'static str> {
        (self.key, self.first) = (key.to_vec(), first);
        let fingerprint = fingerprint(key);
        let pinned = &self.trust.pinned;
        let trusted = named || pinned.is_empty() || pinned.contains(&fingerprint);
        self.list.push(Signer { fingerprint, after: after.unsigned_abs(), vouched });
        match trusted {
            true => Ok(()),
            false => Err("kunci jurnal bukan kunci dengan sidik yang diberikan"),
        }
    }

    /// The end: the key in force is the one the node has. Names the first place it should not have signed.
    pub(super) fn end(&self) -> Result<(), (i64, String)> {
        match self.trust.now {
            Some(now) if !self.list.is_empty() && self.key != now => Err((
                self.first,
                format!(
                    "ditandatangani dengan kunci yang bukan kunci simpul ini (sidik {}, bukan {})",
                    fingerprint(&self.key),
                    fingerprint(&now)
                ),
            )),
            _ => Ok(()),
        }
    }
}
