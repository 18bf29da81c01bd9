//! The RFC 6962 tree over journal leaves, kept as C2SP tiles: 256 hashes of 32 bytes each.
//!
//! Only the right edge is needed to append or to compute the root, so that is all that is loaded.

use tlog_tiles::{Hash, HashReader, node_hash, record_hash, split_stored_hash_index, tree_hash};

/// Hashes in a full tile.
pub const TILE_WIDTH: usize = 256;
const HEIGHT: u8 = 8;

/// The right edge of a tree: one unfinished tile a level.
#[derive(Clone, Default, Debug)]
pub struct Tree {
    size: u64,
    levels: Vec<Vec<Hash>>,
    /// Tiles that changed since the last [`Tree::take_changed`]: (level, index, bytes).
    finished: Vec<(u8, u64, Vec<u8>)>,
}

impl Tree {
    /// From a size and the unfinished tile of each level, lowest first; `None` when widths and size
    /// do not fit together.
    pub fn resume(size: u64, tiles: &[Vec<u8>]) -> Option<Tree> {
        let mut levels = Vec::new();
        let mut count = size;
        for tile in tiles {
            if tile.len() != (count % TILE_WIDTH as u64) as usize * 32 {
                return None;
            }
            levels.push(tile.chunks_exact(32).map(|h| Hash(h.try_into().unwrap_or_default())).collect());
            count /= TILE_WIDTH as u64;
        }
        (count == 0).then_some(Tree { size, levels, finished: Vec::new() })
    }

    /// How many levels of tiles a tree of this size has.
    pub fn levels_of(size: u64) -> usize {
        let mut levels = 0;
        let mut count = size;
        while count > 0 {
            levels += 1;
            count /= TILE_WIDTH as u64;
        }
        levels
    }

    /// Leaves so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf.
    pub fn push(&mut self, leaf: &[u8]) {
        let mut hash = record_hash(leaf);
        let mut index = self.size;
        self.size += 1;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let tile = &mut self.levels[level];
            tile.push(hash);
            if tile.len() < TILE_WIDTH {
                break;
            }
            let full = std::mem::take(tile);
            self.finished.push((level as u8, index / TILE_WIDTH as u64, bytes_of(&full)));
            hash = reduce(&full);
            index /= TILE_WIDTH as u64;
        }
    }

    /// The root hash.
    pub fn root(&self) -> [u8; 32] {
        tree_hash(self.size, &Edge(self)).map_or([0; 32], |h| h.0)
    }

    /// Tiles to keep: those filled since the last call and the unfinished ones as they stand.
    pub fn take_changed(&mut self) -> Vec<(u8, u64, Vec<u8>)> {
        let mut changed = std::mem::take(&mut self.finished);
        let mut count = self.size;
        for (level, tile) in self.levels.iter().enumerate() {
            if !tile.is_empty() {
                changed.push((level as u8, count / TILE_WIDTH as u64, bytes_of(tile)));
            }
            count /= TILE_WIDTH as u64;
        }
        changed
    }
}

fn bytes_of(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|h| h.0).collect()
}

/// Root of a run of hashes whose count is a power of two.
fn reduce(hashes: &[Hash]) -> Hash {
    let mut level = hashes.to_vec();
    while level.len() > 1 {
        level = level.chunks_exact(2).map(|pair| node_hash(pair[0], pair[1])).collect();
    }
    level[0]
}

/// Reads complete subtrees of the right edge.
struct Edge<'t>(&'t Tree);

impl HashReader for Edge<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        let read = |&index: &u64| {
            let (level, n) = split_stored_hash_index(index);
            let width = 1usize << (level % HEIGHT);
            let from = (n as usize * width) % TILE_WIDTH;
            reduce(&self.0.levels[usize::from(level / HEIGHT)][from..from + width])
        };
        Ok(indexes.iter().map(read).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 section 2.1, written down as it stands there.
    fn naive(leaves: &[Vec<u8>]) -> [u8; 32] {
        use sha2::{Digest, Sha256};
        match leaves {
            [] => Sha256::digest([]).into(),
            [leaf] => Sha256::new().chain_update([0]).chain_update(leaf).finalize().into(),
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                let (left, right) = (naive(&leaves[..split]), naive(&leaves[split..]));
                Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
            }
        }
    }

    #[test]
    fn agrees_with_the_text_of_the_rfc() {
        let leaves: Vec<Vec<u8>> =
            (0u32..1_300).map(|n| n.to_be_bytes().repeat(1 + n as usize % 5)).collect();
        let mut tree = Tree::default();
        for (n, leaf) in leaves.iter().enumerate() {
            if n % 37 == 0 || n > 1_290 || (250..260).contains(&n) {
                assert_eq!(tree.root(), naive(&leaves[..n]), "size {n}");
            }
            tree.push(leaf);
        }
        assert_eq!(tree.root(), naive(&leaves));
    }

    #[test]
    fn resumes_from_its_tiles() {
        let mut tree = Tree::default();
        for n in 0u32..70_000 {
            tree.push(&n.to_be_bytes());
        }
        let changed = tree.take_changed();
        let edge: Vec<Vec<u8>> = (0..Tree::levels_of(tree.size()))
            .map(|level| {
                let index = tree.size() >> (8 * (level + 1));
                let here = changed.iter().find(|t| usize::from(t.0) == level && t.1 == index);
                here.map(|t| t.2.clone()).unwrap_or_default()
            })
            .collect();
        let mut again = Tree::resume(tree.size(), &edge).expect("fits");
        assert_eq!(again.root(), tree.root());
        again.push(b"x");
        tree.push(b"x");
        assert_eq!(again.root(), tree.root());
        assert!(Tree::resume(tree.size() + 1, &edge).is_none());
    }
}
