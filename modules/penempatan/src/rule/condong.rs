//! Whether weights favour one single person: who moves by them and would not by even ones.

use super::hitung::hitung;
use super::{Beku, Tolak};

/// Who gets a seat by the weights of the round and none by even weights, by place in [`Beku::calon`]. One alone is
/// worth a question.
///
/// # Errors
/// When no plan can be worked out.
pub fn condong(beku: &Beku) -> Result<Vec<u32>, Tolak> {
    let count = beku.kriteria.len();
    if count < 2 {
        return Ok(Vec::new());
    }
    let mut even = beku.clone();
    for (n, k) in even.kriteria.iter_mut().enumerate() {
        k.bobot = (100 / count + usize::from(n < 100 % count)) as u8;
    }
    let mut pairs = std::mem::take(&mut even.pasangan);
    pairs.iter_mut().for_each(|pair| pair.skor = even.skor(&pair.nilai));
    even.pasangan = pairs;
    let moved = |duduk: Vec<Option<u32>>| -> Vec<u32> {
        let sits = duduk.into_iter().enumerate().filter_map(|(k, who)| who.map(|w| (k as u32, w)));
        sits.filter(|(k, w)| beku.calon[*w as usize].asal != Some(*k)).map(|(_, w)| w).collect()
    };
    let (own, other) = (moved(hitung(beku)?.duduk), moved(hitung(&even)?.duduk));
    let mut gained: Vec<u32> = own.into_iter().filter(|w| !other.contains(w)).collect();
    gained.sort_unstable();
    Ok(gained)
}
