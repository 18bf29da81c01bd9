//! What is to be solved: two sides, who must be matched, and the weighted edges.

use crate::arcs::{Arc, Arcs};

/// A possible pair and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Index of the left vertex.
    pub left: u32,
    /// Index of the right vertex.
    pub right: u32,
    /// Worth of the pair.
    pub weight: i64,
}

/// A bipartite graph with integer weights, in one canonical form: the order in which edges were handed in
/// leaves no trace.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) must_left: Vec<bool>,
    pub(crate) must_right: Vec<bool>,
    pub(crate) lefts: Arcs,
    pub(crate) rights: Arcs,
    /// Least weight into every right vertex: arcs hold what is above it.
    pub(crate) base: Vec<i64>,
}

/// Why a graph is not taken. Nothing wraps: what could overflow is refused before it is solved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// An edge names a vertex that is not there.
    #[error("edge {left}-{right} names a vertex that does not exist")]
    Index {
        /// As handed in.
        left: u32,
        /// As handed in.
        right: u32,
    },
    /// The same pair twice.
    #[error("edge {left}-{right} occurs twice")]
    Duplicate {
        /// Left vertex of the pair.
        left: u32,
        /// Right vertex of the pair.
        right: u32,
    },
    /// Weights of one right vertex lie further apart than 32 bits hold.
    #[error("weights at right vertex {right} lie more than {} apart", u32::MAX)]
    Spread {
        /// The right vertex.
        right: u32,
    },
    /// Sums of weights could leave 64 bits: see [`Problem::new`].
    #[error("weights up to {largest} on {vertices} vertices could overflow")]
    Overflow {
        /// Largest absolute weight.
        largest: u64,
        /// Vertices of both sides.
        vertices: usize,
    },
    /// More vertices or edges than 32 bits count.
    #[error("more than {} vertices or edges", u32::MAX - 2)]
    Size,
}

/// `largest weight * (vertices + 2) * ROOM` has to stay below 2^62.
pub(crate) const ROOM: u128 = 32;

impl Problem {
    /// Takes the graph or says what is wrong with it.
    ///
    /// **No sum can overflow.** Let `M` be the largest absolute weight and `n` the number of vertices of both
    /// sides. The auction counts in eighths and stops bidding at a ceiling of `n + 2` times the spread of
    /// weights, `16·(n+2)·M` eighths; a bid looks at sums of two such numbers. A search starts from prices
    /// of at most `3·(n+2)·M` and sets the price of every vertex it visits to a sum of signed weights along
    /// a path of fewer than `n` edges plus the price at its end, so no price exceeds `4·(n+2)·M`; a distance
    /// is a difference of two such sums. All of it is below `32·(n+2)·M`, which is required to be below 2^62.
    pub fn new(
        must_left: Vec<bool>,
        must_right: Vec<bool>,
        edges: impl Iterator<Item = Edge> + Clone,
    ) -> Result<Problem, Refusal> {
        let vertices = must_left.len() + must_right.len();
        let mut degree = vec![0u32; must_left.len()];
        let mut span = vec![(i64::MAX, i64::MIN); must_right.len()];
        let mut count = 0usize;
        for Edge { left, right, weight } in edges.clone() {
            let (Some(degree), Some(span)) = (degree.get_mut(left as usize), span.get_mut(right as usize))
            else {
                return Err(Refusal::Index { left, right });
            };
            *degree = degree.saturating_add(1);
            *span = (span.0.min(weight), span.1.max(weight));
            count += 1;
        }
        if vertices.max(count) > (u32::MAX - 2) as usize {
            return Err(Refusal::Size);
        }
        let base = bases(&span, vertices)?;
        let arcs = edges.map(|Edge { left, right, weight }| {
            (left, Arc { to: right, rest: weight.wrapping_sub(base[right as usize]) as u32 })
        });
        let lefts = Arcs::gather(&degree, arcs);
        let rights = lefts.turned(must_right.len());
        let lefts = if lefts.is_sorted() { lefts } else { rights.turned(must_left.len()) };
        for left in 0..must_left.len() as u32 {
            if let Some(pair) = lefts.of(left).windows(2).find(|pair| pair[0].to == pair[1].to) {
                return Err(Refusal::Duplicate { left, right: pair[0].to });
            }
        }
        Ok(Problem { must_left, must_right, lefts, rights, base })
    }

    /// Number of left vertices.
    pub fn lefts(&self) -> usize {
        self.must_left.len()
    }

    /// Number of right vertices.
    pub fn rights(&self) -> usize {
        self.must_right.len()
    }

    /// Number of edges.
    pub fn edge_count(&self) -> usize {
        self.lefts.edges()
    }

    /// Whether this left vertex has to be matched.
    pub fn must_left(&self, left: u32) -> bool {
        self.must_left[left as usize]
    }

    /// Whether this right vertex has to be matched.
    pub fn must_right(&self, right: u32) -> bool {
        self.must_right[right as usize]
    }

    /// All edges by (left, right).
    pub fn edges(&self) -> impl Iterator<Item = Edge> + Clone + '_ {
        (0..self.lefts() as u32).flat_map(|left| self.of_left(left))
    }

    /// The edges of a left vertex, by right vertex.
    pub fn of_left(&self, left: u32) -> impl Iterator<Item = Edge> + Clone + '_ {
        self.lefts.of(left).iter().map(move |arc| Edge {
            left,
            right: arc.to,
            weight: self.value(arc.to, *arc),
        })
    }

    /// The edges of a right vertex, by left vertex.
    pub fn of_right(&self, right: u32) -> impl Iterator<Item = Edge> + Clone + '_ {
        self.rights.of(right).iter().map(move |arc| Edge {
            left: arc.to,
            right,
            weight: self.value(right, *arc),
        })
    }

    /// What a pair is worth, if it is possible.
    pub fn weight(&self, left: u32, right: u32) -> Option<i64> {
        self.lefts.between(left, right).map(|arc| self.value(right, arc))
    }

    /// The right vertex whose weights lie furthest apart, and how far.
    pub(crate) fn widest(&self) -> Option<(u32, u32)> {
        self.rights.all().map(|(right, arc)| (right, arc.rest)).max_by_key(|(_, rest)| *rest)
    }

    fn value(&self, right: u32, arc: Arc) -> i64 {
        self.base[right as usize] + i64::from(arc.rest)
    }
}

/// The least weight into every right vertex, once it is sure that nothing can overflow.
fn bases(span: &[(i64, i64)], vertices: usize) -> Result<Vec<i64>, Refusal> {
    let used = || span.iter().filter(|(low, high)| low <= high);
    let largest = used().map(|(low, high)| low.unsigned_abs().max(high.unsigned_abs())).max().unwrap_or(0);
    if u128::from(largest) * (vertices as u128 + 2) * ROOM >= 1 << 62 {
        return Err(Refusal::Overflow { largest, vertices });
    }
    let wide = span.iter().position(|&(low, high)| low <= high && high - low > i64::from(u32::MAX));
    if let Some(right) = wide {
        return Err(Refusal::Spread { right: right as u32 });
    }
    Ok(span.iter().map(|&(low, high)| if low <= high { low } else { 0 }).collect())
}
