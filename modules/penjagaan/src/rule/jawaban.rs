//! Counts by the answer of the norm on the day asked about.

use law::Kode;
use law::jaga::Jawab;

/// Answers in the order a page says them, each with its word in addresses.
pub const URUT: [(Kode, &str); 6] = [
    (Kode::Lulus, "lulus"),
    (Kode::Gagal, "gagal"),
    (Kode::BelumTahu, "belum-tahu"),
    (Kode::Pertimbangan, "pertimbangan"),
    (Kode::Sengketa, "beda-tafsir"),
    (Kode::TidakBerlaku, "tidak-berlaku"),
];

/// From its word in addresses.
pub fn from_word(word: &str) -> Option<Kode> {
    URUT.into_iter().find(|u| u.1 == word).map(|u| u.0)
}

/// People of one answer, and what decides it for most of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Jumlahnya {
    /// The answer.
    pub kode: Kode,
    /// Its word in addresses.
    pub kata: &'static str,
    /// How many.
    pub banyak: u64,
    /// The part that decides most often, and for how many.
    pub penentu: Option<(u16, u64)>,
}

/// Counts answers; one nobody was given is left out.
pub fn hitung<'j>(all: impl IntoIterator<Item = &'j Jawab>) -> Vec<Jumlahnya> {
    let mut parts: Vec<std::collections::BTreeMap<Option<u16>, u64>> = vec![Default::default(); URUT.len()];
    for jawab in all {
        *parts[jawab.kode as usize].entry(jawab.penentu).or_default() += 1;
    }
    let of = |(kode, kata): (Kode, &'static str)| {
        let found = &parts[kode as usize];
        let told = found.iter().filter_map(|(part, n)| Some(((*part)?, *n)));
        // Of two that decide as often the earlier one.
        let penentu = told.max_by_key(|(part, n)| (*n, std::cmp::Reverse(*part)));
        Jumlahnya { kode, kata, banyak: found.values().sum(), penentu }
    };
    URUT.into_iter().map(of).filter(|j| j.banyak > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_counted_once_and_the_part_that_decides_most_is_told() {
        let jawab = |kode, penentu| Jawab { baris: 0, kode, penentu };
        let all = [
            jawab(Kode::Gagal, Some(2)),
            jawab(Kode::Gagal, Some(1)),
            jawab(Kode::Lulus, None),
            jawab(Kode::Gagal, Some(2)),
            jawab(Kode::TidakBerlaku, Some(4)),
            jawab(Kode::BelumTahu, Some(3)),
            jawab(Kode::BelumTahu, Some(1)),
        ];
        let counted = hitung(&all);
        let told: Vec<_> = counted.iter().map(|j| (j.kata, j.banyak, j.penentu)).collect();
        assert_eq!(
            told,
            [
                ("lulus", 1, None),
                ("gagal", 3, Some((2, 2))),
                ("belum-tahu", 2, Some((1, 1))),
                ("tidak-berlaku", 1, Some((4, 1))),
            ]
        );
        assert!(URUT.iter().all(|u| from_word(u.1) == Some(u.0)));
        assert_eq!(hitung(&[]).len(), 0);
    }
}
