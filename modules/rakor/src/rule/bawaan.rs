//! What a rakor finds on its table: follow-ups of earlier rakor of its series that are still open. Nothing is
//! copied, so where each comes from can never be lost.

use super::rakor::{Rakor, Rtl};
use super::tahap::Tahap;
use kernel::{Date, Stamp};
use std::borrow::Borrow;

/// An open follow-up and the rakor it was agreed in.
#[derive(Clone, Copy, Debug)]
pub struct Bawaan<'r> {
    /// Where it comes from.
    pub asal: &'r Rakor,
    /// The follow-up.
    pub rtl: &'r Rtl,
    /// How many rakor of the series lie between: 1 for the one before.
    pub jarak: usize,
}

fn waktu(rakor: &Rakor) -> (Date, Stamp) {
    (rakor.pokok.tanggal.unwrap_or_else(|| rakor.dibuat.pada.date_wib()), rakor.dibuat.pada)
}

/// Rakor of the same series before this one, newest first; those called off agreed on nothing.
pub fn sebelum<'r>(semua: &'r [impl Borrow<Rakor>], ini: &Rakor) -> Vec<&'r Rakor> {
    let earlier = |r: &&Rakor| {
        r.seri() == ini.seri() && r.id != ini.id && r.tahap != Tahap::Dibatalkan && waktu(r) < waktu(ini)
    };
    let mut found: Vec<&Rakor> = semua.iter().map(Borrow::borrow).filter(earlier).collect();
    found.sort_by_key(|r| std::cmp::Reverse(waktu(r)));
    found
}

/// The rakor of the same series right after this one.
pub fn sesudah<'r>(semua: &'r [impl Borrow<Rakor>], ini: &Rakor) -> Option<&'r Rakor> {
    let later = |r: &&Rakor| {
        r.seri() == ini.seri() && r.id != ini.id && r.tahap != Tahap::Dibatalkan && waktu(r) > waktu(ini)
    };
    semua.iter().map(Borrow::borrow).filter(later).min_by_key(|r| waktu(r))
}

/// Open follow-ups of every rakor of the series before this one, oldest first.
pub fn bawaan<'r>(semua: &'r [impl Borrow<Rakor>], ini: &Rakor) -> Vec<Bawaan<'r>> {
    let mut found: Vec<Bawaan<'r>> = Vec::new();
    for (n, asal) in sebelum(semua, ini).into_iter().enumerate() {
        let open = asal.rtl.iter().filter(|r| r.terbuka());
        found.extend(open.map(|rtl| Bawaan { asal, rtl, jarak: n + 1 }));
    }
    found.sort_by_key(|b| std::cmp::Reverse(b.jarak));
    found
}
