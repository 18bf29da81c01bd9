//! How the plan changes when the weights move a little.

use super::hitung::hitung;
use super::{Beku, Hasil};

/// What moving one weight changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peka {
    /// The criterion, by place in [`Beku::kriteria`].
    pub kriteria: usize,
    /// By how many percent its weight moves; the others give or take in proportion.
    pub geser: i8,
    /// The weights then.
    pub bobot: Vec<u8>,
    /// Seats that then have another person, or nobody.
    pub berubah: usize,
    /// Which.
    pub kursi: Vec<u32>,
}

/// By how much weights are moved.
pub const GESER: [i8; 2] = [-5, 5];

/// The plan under weights that differ a little. A weight that cannot move so far is left out.
pub fn peka(beku: &Beku, hasil: &Hasil) -> Vec<Peka> {
    let own: Vec<u8> = beku.kriteria.iter().map(|k| k.bobot).collect();
    let tries = (0..own.len()).flat_map(|k| GESER.map(|by| (k, by)));
    let one = |(kriteria, geser): (usize, i8)| {
        let bobot = geser_bobot(&own, kriteria, geser)?;
        let mut other = beku.clone();
        other.kriteria.iter_mut().zip(&bobot).for_each(|(k, b)| k.bobot = *b);
        let mut pairs = std::mem::take(&mut other.pasangan);
        pairs.iter_mut().for_each(|pair| pair.skor = other.skor(&pair.nilai));
        other.pasangan = pairs;
        let then = hitung(&other).ok()?.duduk;
        let differs = then.iter().zip(&hasil.duduk).enumerate().filter(|(_, (a, b))| a != b);
        let kursi: Vec<u32> = differs.map(|(k, _)| k as u32).collect();
        Some(Peka { kriteria, geser, bobot, berubah: kursi.len(), kursi })
    };
    tries.filter_map(one).collect()
}

/// Weights with one moved; what it takes or leaves is shared among the others in proportion, what does not divide
/// goes to the greatest remainders, the first of equal ones. They sum to what they did.
pub fn geser_bobot(bobot: &[u8], kriteria: usize, geser: i8) -> Option<Vec<u8>> {
    let total: i32 = bobot.iter().map(|b| i32::from(*b)).sum();
    let own = i32::from(*bobot.get(kriteria)?) + i32::from(geser);
    let others = total - i32::from(bobot[kriteria]);
    let left = total - own;
    if own < 0 || left < 0 || (others == 0 && left != 0) {
        return None;
    }
    let share = |b: u8| (i32::from(b) * left).checked_div(others).unwrap_or(0);
    let mut made: Vec<i32> = bobot.iter().map(|b| share(*b)).collect();
    made[kriteria] = own;
    let mut by_rest: Vec<usize> = (0..bobot.len()).filter(|k| *k != kriteria).collect();
    let rest = |k: &usize| (i32::from(bobot[*k]) * left).checked_rem(others).unwrap_or(0);
    by_rest.sort_by_key(|k| std::cmp::Reverse(rest(k)));
    let missing = total - made.iter().sum::<i32>();
    by_rest.iter().take(usize::try_from(missing).ok()?).for_each(|k| made[*k] += 1);
    made.into_iter().map(|b| u8::try_from(b).ok()).collect()
}
