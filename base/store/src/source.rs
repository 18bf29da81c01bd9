//! Where time, randomness and ids enter: injected, so that a seed and a clock give the same bytes.

use kernel::{EntryId, PegawaiId, Stamp};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::time::{SystemTime, UNIX_EPOCH};

/// Clock, salts and ids of one writer.
pub struct Source {
    random: ChaCha20Rng,
    clock: Clock,
    last_millis: u64,
    counter: u32,
    /// Only of a seeded one.
    seed: Option<u64>,
}

/// What time it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    System,
    /// A demo folder's: stands still until told otherwise.
    Fixed(Stamp),
}

impl Clock {
    /// Now.
    pub fn now(self) -> Stamp {
        match self {
            Clock::Fixed(stamp) => stamp,
            Clock::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Stamp(since.as_micros() as i64)
            }
        }
    }
}

impl Source {
    /// The operating system's randomness.
    ///
    /// # Errors
    /// When the operating system gives none.
    pub fn system(clock: Clock) -> std::io::Result<Source> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|e| std::io::Error::other(e.to_string()))?;
        Ok(Source::from_seed(seed, clock))
    }

    /// A fixed seed, for demo folders and tests only.
    pub fn seeded(seed: u64, clock: Clock) -> Source {
        Source {
            random: ChaCha20Rng::seed_from_u64(seed),
            clock,
            last_millis: 0,
            counter: 0,
            seed: Some(seed),
        }
    }

    fn from_seed(seed: [u8; 32], clock: Clock) -> Source {
        Source { random: ChaCha20Rng::from_seed(seed), clock, last_millis: 0, counter: 0, seed: None }
    }

    /// Ties a seeded source to a place in a journal, once that journal is locked: two pieces of work
    /// that began at the same time would otherwise draw the same ids.
    pub(crate) fn at_place(&mut self, instansi: &str, size: u64) {
        if let Some(seed) = self.seed {
            let text = format!("{seed}/{instansi}/{size}");
            self.random = ChaCha20Rng::from_seed(crate::berkas::sha256(text.as_bytes()));
        }
    }

    /// Now.
    pub fn now(&self) -> Stamp {
        self.clock.now()
    }

    /// Fills with randomness.
    pub fn fill(&mut self, bytes: &mut [u8]) {
        self.random.fill_bytes(bytes);
    }

    /// Thirty-two random bytes: a salt, a session token, a key.
    pub fn bytes32(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }

    /// A source of its own for another thread: what it gives follows from this one's state.
    pub fn child(&mut self) -> Source {
        Source::from_seed(self.bytes32(), self.clock)
    }

    /// UUID v7 of `at`: milliseconds, a counter that only climbs (RFC 9562, method 1), 48 random bits.
    /// Order of ids is order of making, also inside one millisecond.
    fn uuid(&mut self, at: Stamp) -> [u8; 16] {
        let millis = (at.0.max(0) / 1_000) as u64;
        if millis > self.last_millis {
            (self.last_millis, self.counter) = (millis, 0);
        } else {
            self.counter += 1;
            if self.counter >= 1 << 26 {
                (self.last_millis, self.counter) = (self.last_millis + 1, 0);
            }
        }
        let mut id = [0; 16];
        id[..6].copy_from_slice(&self.last_millis.to_be_bytes()[2..]);
        let (high, low) = ((self.counter >> 14) as u16, (self.counter & 0x3fff) as u16);
        id[6..8].copy_from_slice(&(0x7000 | high).to_be_bytes());
        id[8..10].copy_from_slice(&(0x8000 | low).to_be_bytes());
        self.random.fill_bytes(&mut id[10..]);
        id
    }

    /// A new person.
    pub fn pegawai_id(&mut self, at: Stamp) -> PegawaiId {
        PegawaiId(self.uuid(at))
    }

    /// A new entry.
    pub fn entry_id(&mut self, at: Stamp) -> EntryId {
        EntryId(self.uuid(at))
    }

    /// Any other new id.
    pub fn id(&mut self) -> [u8; 16] {
        let now = self.now();
        self.uuid(now)
    }
}
