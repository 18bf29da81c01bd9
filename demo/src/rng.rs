//! The source of chance: a few lines of our own, so that a seed gives the same people for ever,
//! whatever a library decides in its next version.

/// SplitMix64: one addition and three mixings a number; every seed is a good seed.
#[derive(Clone, Debug)]
pub struct Rng(u64);

/// Mixes two numbers into one that looks like neither.
pub fn mix(a: u64, b: u64) -> u64 {
    Rng(a ^ b.wrapping_mul(0x9E37_79B9_7F4A_7C15)).next_u64()
}

impl Rng {
    /// A source of its own for `stream` under `seed`: people do not shift when one is added.
    pub fn new(seed: u64, stream: u64) -> Rng {
        Rng(mix(mix(seed, 0x5349_4E45_5247_4931), stream))
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to and not including `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        (((self.next_u64() >> 32) * u64::from(n)) >> 32) as u32
    }

    /// From `low` up to and including `high`.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1).max(1) as u32) as i32
    }

    /// True in `per_mille` of a thousand cases.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of the list; lists here are constants and never empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u32) as usize]
    }

    /// One of the words.
    pub fn word(&mut self, list: &[&'static str]) -> &'static str {
        list[self.below(list.len() as u32) as usize]
    }

    /// Puts a list into an order of chance.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i as u32 + 1) as usize);
        }
    }
}

/// FNV-1a over text: ids that follow from a name and nothing else.
pub fn hash_text(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01B3))
}

/// An id in the form BKN uses: 32 hexadecimal digits, opaque and case-sensitive.
pub fn hex_id(a: u64, b: u64) -> String {
    let (high, low) = (mix(a, b), mix(b ^ 0xB16_B00B5, a));
    // A few in lower case, as in the real lists: whoever folds case mixes up two units.
    if high % 5 == 0 { format!("{high:016x}{low:016x}") } else { format!("{high:016X}{low:016X}") }
}
