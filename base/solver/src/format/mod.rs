//! Files of a placement round, `sinergi-placement-1`: bytes in, bytes out. The caller does the reading and
//! writing, so this says nothing about disks.
//!
//! ```text
//! instance.txt  positions.csv  candidates.csv  units.csv  edges.csv      Files
//!        └──────────────┴────────────┴─────────────┴──────────┘
//!                              Instance::read                            Instance (with its Problem)
//!                            solve, then settle
//!                             Instance::answer
//!        ┌──────────────┬────────────┐
//!    plan.csv      certificate   summary.txt                             Answer
//! ```
//!
//! Candidates are the left vertices, positions the right ones. Rows may come in any order: hashes, plan
//! and certificate are of the sorted form.

mod answer;
mod capped;
mod error;
mod manifest;
mod pairs;
mod rows;
mod tables;

pub use answer::Answer;
pub use error::Error;

use crate::{Order, Problem};
use manifest::Manifest;
pub use tables::{Candidate, Position, Unit};

/// The bytes of the five files of an instance.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// `instance.txt`: format, name, counts, `maxscore`, hashes of the sorted forms.
    pub instance: Vec<u8>,
    /// `positions.csv`
    pub positions: Vec<u8>,
    /// `candidates.csv`
    pub candidates: Vec<u8>,
    /// `units.csv`
    pub units: Vec<u8>,
    /// `edges.csv`: eligible pairs only.
    pub edges: Vec<u8>,
}

/// A round, read and checked.
#[derive(Clone, Debug)]
pub struct Instance {
    /// As the instance calls itself.
    pub name: String,
    /// No score is higher.
    pub maxscore: i64,
    /// By id.
    pub positions: Vec<Position>,
    /// By id.
    pub candidates: Vec<Candidate>,
    /// By id.
    pub units: Vec<Unit>,
    /// The graph: candidates left, positions right, holders mandatory.
    pub problem: Problem,
    /// SHA-256 of the sorted edges, positions, candidates and units.
    pub sha256: [(&'static str, String); 4],
}

impl Instance {
    /// Reads the files or says what is wrong in which row, in a sentence for the office that wrote it.
    pub fn read(files: Files) -> Result<Instance, Error> {
        let manifest = Manifest::read(&files.instance)?;
        let (positions, positions_hash) = tables::positions(&files.positions)?;
        let (candidates, candidates_hash) = tables::candidates(&files.candidates)?;
        let (units, units_hash) = tables::units(&files.units)?;
        tables::agree(&positions, &candidates, &units)?;
        // The largest file goes as soon as it is parsed: the graph takes its place in memory.
        let (pairs, edges_hash) = pairs::read(files.edges, &manifest, &positions, &candidates)?;
        let sha256 = [
            ("edges.csv", edges_hash),
            ("positions.csv", positions_hash),
            ("candidates.csv", candidates_hash),
            ("units.csv", units_hash),
        ];
        manifest.agrees([candidates.len(), positions.len(), pairs.len()], &sha256)?;
        let Manifest { name, maxscore, .. } = manifest;
        let problem = pairs::problem(pairs, maxscore, &positions, &candidates)?;
        Ok(Instance { name, maxscore, positions, candidates, units, problem, sha256 })
    }

    /// What filling a position is worth: more than all scores together.
    pub fn fill(&self) -> i64 {
        fill(self.maxscore, self.positions.len())
    }

    /// What a holder's move has to gain at least.
    pub fn move_cost(&self) -> i64 {
        move_cost(self.maxscore)
    }

    /// The published order: positions by class, high to low, then by id; candidates by `duk`.
    pub fn order(&self) -> Order {
        let mut served: Vec<u32> = (0..self.positions.len() as u32).collect();
        served.sort_by_key(|&id| (std::cmp::Reverse(self.positions[id as usize].class), id));
        let mut seniority: Vec<u32> = (0..self.candidates.len() as u32).collect();
        seniority.sort_by_key(|&id| self.candidates[id as usize].duk);
        Order { right_order: ranks(&served), left_rank: ranks(&seniority) }
    }
}

fn ranks(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, &id) in order.iter().enumerate() {
        ranks[id as usize] = rank as u32;
    }
    ranks
}

fn fill(maxscore: i64, positions: usize) -> i64 {
    (maxscore + 1) * (positions as i64 + 1)
}

fn move_cost(maxscore: i64) -> i64 {
    maxscore * 5 / 100
}
