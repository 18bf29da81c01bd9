//! The province of Bumi Raya.

use crate::rng::hex_id;

/// The id of the n-th instansi of the province: the same for every seed.
pub fn instansi_id(n: usize) -> String {
    hex_id(0x42_554D_4952_4159, n as u64 * 2 + 1).to_uppercase()
}
