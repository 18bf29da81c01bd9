//! `edges.csv`: who could go where, and what that is worth.

use super::manifest::Manifest;
use super::rows::{Table, sha256};
use super::tables::{Candidate, Position};
use super::{Error, fill, move_cost};
use crate::{Edge, Problem, Refusal};

const EDGES: Table<3> = Table { file: "edges.csv", columns: ["position", "candidate", "score"] };

/// An eligible pair. Twelve bytes: millions of them are in memory at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    position: u32,
    candidate: u32,
    score: u32,
}

/// The shortest row is `0,0,0` and a line end: no more rows than that are made room for.
const SHORTEST: usize = 6;

/// All pairs, sorted, and the hash of the sorted file. Every holder is among those who could have his post.
pub(super) fn read(
    bytes: Vec<u8>,
    manifest: &Manifest,
    positions: &[Position],
    candidates: &[Candidate],
) -> Result<(Vec<Pair>, String), Error> {
    let mut pairs: Vec<Pair> = Vec::with_capacity(manifest.edges.min(bytes.len() / SHORTEST));
    let mut sorted = true;
    let limits = [positions.len() as i64 - 1, candidates.len() as i64 - 1, manifest.maxscore];
    let ended = EDGES.rows(&bytes, |row, values| {
        if let Some(column) = (0..3).find(|&column| values[column] < 0 || values[column] > limits[column]) {
            return Err(beyond(row, column, values[column], limits[column]));
        }
        let [position, candidate, score] = values.map(|value| value as u32);
        let pair = Pair { position, candidate, score };
        sorted &= pairs.last().is_none_or(|last| *last < pair);
        pairs.push(pair);
        Ok(())
    })?;
    if !sorted {
        pairs.sort_unstable();
    }
    if let Some(twice) = pairs.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
        let Pair { position, candidate, .. } = twice[0];
        let what = format!("pasangan jabatan {position} dan kandidat {candidate} tertulis dua kali");
        return Err(Error::new(EDGES.file, what));
    }
    homes(&pairs, positions)?;
    let row = |pair: &Pair| [pair.position, pair.candidate, pair.score].map(i64::from);
    let hash = if sorted && ended { sha256(&bytes) } else { EDGES.hash(pairs.iter().map(row)) };
    Ok((pairs, hash))
}

fn key(pair: &Pair) -> (u32, u32) {
    (pair.position, pair.candidate)
}

fn beyond(row: usize, column: usize, value: i64, limit: i64) -> Error {
    let name = EDGES.columns[column];
    Error::at(EDGES.file, row, format!("kolom {name} {value} di luar 0 sampai {limit}"))
}

/// Nobody loses a post: that of a holder is open to him.
fn homes(pairs: &[Pair], positions: &[Position]) -> Result<(), Error> {
    for (position, holder) in positions.iter().enumerate() {
        let Some(holder) = holder.holder else { continue };
        if pairs.binary_search_by_key(&(position as u32, holder), key).is_err() {
            let what = format!("pemegang {holder} tidak tercatat pada jabatannya sendiri {position}");
            return Err(Error::new(EDGES.file, what));
        }
    }
    Ok(())
}

/// The graph of a round: filling posts first, critical ones double, then scores less the cost of a move.
pub(super) fn problem(
    pairs: Vec<Pair>,
    maxscore: i64,
    positions: &[Position],
    candidates: &[Candidate],
) -> Result<Problem, Error> {
    let (fill, move_cost) = (fill(maxscore, positions.len()), move_cost(maxscore));
    let edges = pairs.iter().map(|&Pair { position, candidate, score }| {
        let times = 1 + i64::from(positions[position as usize].critical);
        let home = candidates[candidate as usize].home;
        let moves = home.is_some_and(|home| home != position);
        let weight = fill * times + i64::from(score) - if moves { move_cost } else { 0 };
        Edge { left: candidate, right: position, weight }
    });
    let holders = candidates.iter().map(|candidate| candidate.home.is_some()).collect();
    Problem::new(holders, vec![false; positions.len()], edges).map_err(|refusal| match refusal {
        Refusal::Overflow { .. } => {
            Error::new("instance.txt", "maxscore terlalu besar untuk jumlah jabatan ini")
        }
        refusal => Error::new(EDGES.file, format!("tidak dapat dihitung ({refusal})")),
    })
}
