//! What an engine answers: who goes with whom, and the prices that prove it.

/// For every left vertex its right vertex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// `left[l]` is the partner of `l`.
    pub left: Vec<Option<u32>>,
}

impl Matching {
    /// The same seen from the right: for every right vertex its left vertex.
    pub fn by_right(&self, rights: usize) -> Vec<Option<u32>> {
        let mut right = vec![None; rights];
        for (left, partner) in self.left.iter().enumerate() {
            if let Some(partner) = partner {
                right[*partner as usize] = Some(left as u32);
            }
        }
        right
    }
}

/// Integer prices of all vertices. They prove a matching optimal:
///
/// * `u[l] + v[r] >= weight` on every edge, with equality on every chosen one;
/// * the price of an optional vertex is never negative, and zero if the vertex ends alone.
///
/// So no other matching is worth more than the sum of all prices, which is the objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    /// Prices of the left vertices.
    pub u: Vec<i64>,
    /// Prices of the right vertices.
    pub v: Vec<i64>,
}

/// An optimal matching and its proof.
#[derive(Clone, Debug)]
pub struct Solution {
    /// One of the optimal matchings; which one is an accident of the engine. See [`crate::settle`].
    pub matching: Matching,
    /// The proof.
    pub prices: Prices,
    /// Sum of the chosen weights.
    pub objective: i64,
    /// What found it.
    pub engine: Engine,
}

/// The two ways to a good start; both end in shortest augmenting paths, so both are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Row reduction: best where most vertices find a partner of their own.
    Paths,
    /// Scaling auction: best where many want the same few.
    Auction,
}

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left vertices.
    Left,
    /// Right vertices.
    Right,
}

/// No matching covers all mandatory vertices, and this is why: these of one side share too few partners
/// (Hall's theorem).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} mandatory vertices share only {} partners", .vertices.len(), .partners.len())]
pub struct Infeasible {
    /// The side of `vertices`; `partners` are of the other.
    pub side: Side,
    /// Mandatory vertices, ascending.
    pub vertices: Vec<u32>,
    /// Everybody any of them could be matched with, ascending: one fewer.
    pub partners: Vec<u32>,
}
