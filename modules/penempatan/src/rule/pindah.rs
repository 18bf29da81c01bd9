//! Who moves: what a plan, as it finally stands, changes about where people are.

use super::Beku;
use std::collections::BTreeMap;

/// Somebody moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pindah {
    /// Who, by place in [`Beku::calon`].
    pub calon: u32,
    /// The seat left, by place in [`Beku::kursi`]; `None` from outside the round.
    pub dari: Option<u32>,
    /// The seat taken.
    pub ke: u32,
}

/// Everybody who ends in another post than the one held, in the order of seats. Another place of the same post is
/// no move.
pub fn pindah(beku: &Beku, akhir: &[Option<u32>]) -> Vec<Pindah> {
    let pos = |kursi: u32| beku.kursi.get(kursi as usize).map(|k| k.pos.as_str());
    let mut moves = Vec::new();
    for (ke, seated) in (0_u32..).zip(akhir) {
        let Some((calon, person)) = seated.and_then(|c| Some((c, beku.calon.get(c as usize)?))) else {
            continue;
        };
        if person.asal.and_then(pos) != pos(ke) {
            moves.push(Pindah { calon, dari: person.asal, ke });
        }
    }
    moves
}

/// Holders whose seat goes to somebody else and who get none: nobody may be left so.
pub fn tanpa_kursi(beku: &Beku, akhir: &[Option<u32>]) -> Vec<u32> {
    let seated = |calon: u32| akhir.contains(&Some(calon));
    let given = |kursi: u32| akhir.get(kursi as usize).copied().flatten().is_some();
    let holders = (0_u32..).zip(&beku.calon).filter_map(|(n, c)| Some((n, c.asal?)));
    holders.filter(|(calon, home)| given(*home) && !seated(*calon)).map(|(calon, _)| calon).collect()
}

/// Whether anybody comes into a post with a round, and whether a holder leaves it.
pub fn gerak_pos(beku: &Beku, akhir: &[Option<u32>], pos: &str) -> (bool, bool) {
    let is = |kursi: u32| beku.kursi.get(kursi as usize).is_some_and(|k| k.pos == pos);
    let moves = pindah(beku, akhir);
    (moves.iter().any(|m| is(m.ke)), moves.iter().any(|m| m.dari.is_some_and(is)))
}

/// A post outside the round: what it is called, and its unit by place in [`Beku::unit`].
pub type PosLuar<'b> = (&'b str, u32);

/// Posts outside the round that people leave with it, each with how many leave it, in order of unit and name.
pub fn ditinggalkan<'b>(beku: &'b Beku, akhir: &[Option<u32>]) -> Vec<(PosLuar<'b>, usize)> {
    let mut all: BTreeMap<(u32, &str), usize> = BTreeMap::new();
    for moved in pindah(beku, akhir).iter().filter(|m| m.dari.is_none()) {
        let person = beku.calon.get(moved.calon as usize).filter(|c| !c.jabatan.is_empty());
        if let Some(person) = person {
            *all.entry((person.unit, &person.jabatan)).or_default() += 1;
        }
    }
    all.into_iter().map(|((unit, jabatan), n)| ((jabatan, unit), n)).collect()
}

/// Seats nobody sits in afterwards, by place in [`Beku::kursi`].
pub fn kosong<'a>(beku: &'a Beku, akhir: &'a [Option<u32>]) -> impl Iterator<Item = u32> + 'a {
    (0_u32..).zip(&beku.kursi).map(|(n, _)| n).filter(|n| akhir.get(*n as usize).copied().flatten().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::beku::{CalonBeku, KursiBeku};
    use kernel::PegawaiId;

    /// Seats by their posts, people by the seats they hold.
    fn beku(kursi: &[&str], asal: &[Option<u32>]) -> Beku {
        let seat = |pos: &&str| KursiBeku { pos: (*pos).to_owned(), ..KursiBeku::default() };
        let person = |(n, asal): (usize, &Option<u32>)| CalonBeku {
            pegawai: PegawaiId([n as u8; 16]),
            unit: 0,
            jabatan: String::new(),
            asal: *asal,
            duk: n as u32,
        };
        Beku {
            kursi: kursi.iter().map(seat).collect(),
            calon: asal.iter().enumerate().map(person).collect(),
            ..Beku::default()
        }
    }

    #[test]
    fn who_moves_who_is_left_without_a_seat_and_what_stays_empty() {
        //   who ends where                              moves              without a seat    empty
        for (akhir, moves, without, empty) in [
            (vec![Some(0), Some(1), None], vec![], vec![], vec![2]),
            (vec![None, Some(0), Some(1)], vec![(0, Some(0), 1), (1, Some(1), 2)], vec![], vec![0]),
            (vec![Some(2), Some(1), Some(0)], vec![(2, None, 0), (0, Some(0), 2)], vec![], vec![]),
            (vec![Some(2), Some(1), None], vec![(2, None, 0)], vec![0], vec![2]),
            (vec![Some(1), Some(0), None], vec![(1, Some(1), 0), (0, Some(0), 1)], vec![], vec![2]),
        ] {
            let beku = beku(&["A", "B", "C"], &[Some(0), Some(1), None]);
            let found: Vec<_> = pindah(&beku, &akhir).iter().map(|p| (p.calon, p.dari, p.ke)).collect();
            assert_eq!(found, moves, "{akhir:?}");
            assert_eq!(tanpa_kursi(&beku, &akhir), without, "{akhir:?}");
            assert_eq!(kosong(&beku, &akhir).collect::<Vec<_>>(), empty, "{akhir:?}");
        }
    }

    #[test]
    fn posts_outside_the_round_that_fall_vacant_are_counted() {
        let mut beku = beku(&["A", "B", "C"], &[Some(0), None, None, None]);
        for (n, jabatan) in ["Kepala A", "Analis", "Analis", ""].iter().enumerate() {
            beku.calon[n].jabatan = (*jabatan).to_owned();
        }
        //   who ends where                              posts left outside, and how many leave them
        for (akhir, left) in [
            (vec![None, Some(0), None], vec![]),
            (vec![Some(0), Some(1), None], vec![(("Analis", 0), 1)]),
            (vec![Some(2), Some(1), Some(3)], vec![(("Analis", 0), 2)]),
        ] {
            assert_eq!(ditinggalkan(&beku, &akhir), left, "{akhir:?}");
        }
    }

    #[test]
    fn another_place_of_the_same_post_is_no_move() {
        let beku = beku(&["A", "A"], &[Some(0), Some(1)]);
        assert!(pindah(&beku, &[Some(1), Some(0)]).is_empty());
    }
}
