//! One journal read from its start to its end, wherever its rows lie: a database, or a backup file.

use super::compare::Expected;
use super::{Chain, Point, Report, Stored, Trouble, Trust};
use crate::error::Result;
use crate::handover::Turn;

/// A tile as stored: level, index, hashes.
pub(crate) type Tile = (u8, u64, Vec<u8>);

/// A journal being read. Checkpoints and hand-overs are known before; each is looked at in its place.
pub(crate) struct Reading<'a> {
    chain: Chain<'a>,
    points: Vec<Point>,
    turns: Vec<Turn>,
    next_point: usize,
    next_turn: usize,
}

impl<'a> Reading<'a> {
    /// Before the first entry.
    pub(crate) fn new(
        instansi: &'a str,
        trust: &'a Trust,
        points: Vec<Point>,
        turns: Vec<Turn>,
    ) -> Reading<'a> {
        Reading { chain: Chain::new(instansi, trust), points, turns, next_point: 0, next_turn: 0 }
    }

    /// Entries read so far.
    pub(crate) fn size(&self) -> u64 {
        self.chain.tree.size()
    }

    /// The next entry, when nobody asks what the tables must say.
    pub(crate) fn entry(&mut self, stored: &Stored<'_>) -> Result<()> {
        self.entry_expecting(stored, None)
    }

    /// The next entry. After the first trouble nothing more is looked at.
    pub(super) fn entry_expecting(
        &mut self,
        stored: &Stored<'_>,
        expected: Option<&mut Expected>,
    ) -> Result<()> {
        if self.chain.trouble.is_some() {
            return Ok(());
        }
        self.chain.entry(stored, expected)?;
        let size = self.size() as i64;
        while let Some(point) = self.points.get(self.next_point).filter(|p| p.size <= size) {
            self.chain.point(point);
            self.next_point += 1;
        }
        while let Some(turn) = self.turns.get(self.next_turn).filter(|t| t.size <= size) {
            self.chain.turn(turn);
            self.next_turn += 1;
        }
        Ok(())
    }

    /// After the last entry; `tiles` are asked for only when all else is in order.
    pub(crate) fn end(mut self, nama: String, tiles: impl FnOnce() -> Result<Vec<Tile>>) -> Result<Report> {
        self.chain.end(&self.points, self.turns.get(self.next_turn));
        if self.chain.trouble.is_none() {
            let mut want = self.chain.tree.take_changed();
            self.chain.trouble = compare_tiles(&mut want, &mut tiles()?);
        }
        let Chain { instansi, tree, signers, trouble, .. } = self.chain;
        let instansi = instansi.to_owned();
        Ok(Report { entries: tree.size(), root: tree.root(), signers: signers.list, trouble, instansi, nama })
    }
}

fn compare_tiles(want: &mut [Tile], have: &mut [Tile]) -> Option<Trouble> {
    want.sort_unstable();
    have.sort_unstable();
    let differing = want.iter().find(|tile| have.binary_search(tile).is_err());
    let stranger = have.iter().find(|tile| want.binary_search(tile).is_err());
    differing.or(stranger).map(|(level, index, _)| {
        let first = index.checked_shl(8 * (u32::from(*level) + 1)).unwrap_or(0) as i64;
        Trouble { seq: Some(first), what: format!("ubin pohon {level}/{index} tidak sama dengan jurnal") }
    })
}
