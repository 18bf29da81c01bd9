//! The ladder: which rung a late follow-up has reached and has not been recorded yet.

use super::nilai::Dinilai;
use super::rakor::{Rakor, Rtl};
use super::tahap::Tahap;
use crate::templat::TANGGA;

/// The rung at which the province writes a letter.
pub const SURAT: u8 = 4;

/// A rung to record: which follow-up, which rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anak {
    /// The follow-up.
    pub rtl: String,
    /// From 1.
    pub tingkat: u8,
}

/// The highest rung recorded since its deadline was last changed: a new deadline begins at the foot.
pub fn tercatat(rtl: &Rtl) -> u8 {
    let since = rtl.tenggat_dulu.last().map(|t| t.2.pada);
    let counts = rtl.eskalasi.iter().filter(|(_, t)| since.is_none_or(|since| t.pada >= since));
    counts.map(|(rung, _)| *rung).max().unwrap_or(0)
}

/// The rung reached: by lateness, and the last one when the next rakor of the series is called while the one
/// before it is already reached.
pub fn tercapai(dinilai: &Dinilai<'_>, berikut: Option<&Rakor>) -> u8 {
    let top = TANGGA.len() as u8;
    let called = berikut.is_some_and(|r| r.tahap.terbuka() && r.tahap != Tahap::Dibatalkan);
    if dinilai.tingkat + 1 == top && called { top } else { dinilai.tingkat }
}

/// Rungs to record now, one at most for each follow-up. A node that stood still records the rung reached,
/// not those it slept through; who is told of a rung is told with those below it.
pub fn jatuh(dinilai: &[Dinilai<'_>], berikut: Option<&Rakor>) -> Vec<Anak> {
    let due = |d: &Dinilai<'_>| {
        let rung = tercapai(d, berikut);
        (rung > tercatat(d.rtl)).then(|| Anak { rtl: d.rtl.tanda.id.clone(), tingkat: rung })
    };
    dinilai.iter().filter_map(due).collect()
}
