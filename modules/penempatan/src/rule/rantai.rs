//! Vacancy chains of a plan: one seat is filled, its new holder leaves another, and so on.

use super::Beku;
use super::hasil::Rantai;

/// Every chain of moves, longest first; as long ones by their first seat.
pub fn rantai(beku: &Beku, duduk: &[Option<u32>]) -> Vec<Rantai> {
    let mut seen = vec![false; duduk.len()];
    let moved = |kursi: u32| {
        let calon = duduk.get(kursi as usize).copied().flatten()?;
        let home = beku.calon.get(calon as usize)?.asal;
        (home != Some(kursi)).then_some((calon, home))
    };
    // The seat a holder goes to, by the seat they leave: a chain begins at a seat nobody leaves.
    let left_by_move: Vec<bool> = (0..duduk.len() as u32)
        .map(|k| {
            let holder = beku.kursi.get(k as usize).and_then(|seat| seat.pemegang);
            holder.is_some() && duduk[k as usize] != holder
        })
        .collect();
    let mut all = Vec::new();
    for ring in [false, true] {
        for first in 0..duduk.len() as u32 {
            let begins = ring || !left_by_move[first as usize];
            if !begins || seen[first as usize] || moved(first).is_none() {
                continue;
            }
            let mut chain = Rantai { melingkar: ring, ..Rantai::default() };
            let mut at = Some(first);
            while let Some(kursi) = at.filter(|k| !seen[*k as usize]) {
                seen[kursi as usize] = true;
                let Some((calon, from)) = moved(kursi) else {
                    chain.kosong = Some(kursi);
                    break;
                };
                chain.langkah.push((calon, from, kursi));
                at = from;
            }
            all.push(chain);
        }
    }
    all.sort_by_key(|chain| std::cmp::Reverse(chain.langkah.len()));
    all
}
