//! Working memory of a shortest-path search over right vertices.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Distance of what was not reached.
pub(super) const NEVER: i64 = i64::MAX;

/// How far a search has come.
pub(super) struct Reach {
    pub distance: Vec<i64>,
    /// The neighbour on the shortest way.
    pub link: Vec<u32>,
    touched: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Reach {
    pub fn new(vertices: usize) -> Reach {
        Reach {
            distance: vec![NEVER; vertices],
            link: vec![0; vertices],
            touched: Vec::new(),
            heap: BinaryHeap::new(),
        }
    }

    /// A new search from one vertex.
    pub fn start(&mut self, vertex: u32) {
        self.clear();
        self.shorten(vertex, 0, vertex);
    }

    /// Forgets the last search; costs as much as that has seen.
    pub fn clear(&mut self) {
        for vertex in self.touched.drain(..) {
            self.distance[vertex as usize] = NEVER;
        }
        self.heap.clear();
    }

    /// Notes a way to a vertex and answers whether it is the shortest so far.
    #[inline]
    pub fn shorten(&mut self, vertex: u32, distance: i64, link: u32) -> bool {
        let known = self.distance[vertex as usize];
        if distance >= known {
            return false;
        }
        if known == NEVER {
            self.touched.push(vertex);
        }
        self.distance[vertex as usize] = distance;
        self.link[vertex as usize] = link;
        self.heap.push(Reverse((distance, vertex)));
        true
    }

    /// The next vertex in order of distance, if it is nearer than `limit`.
    #[inline]
    pub fn nearest(&mut self, limit: i64) -> Option<(u32, i64)> {
        while let Some(Reverse((distance, vertex))) = self.heap.pop() {
            if distance >= limit {
                return None;
            }
            // An entry for a vertex that was reached on a shorter way since is out of date.
            if distance == self.distance[vertex as usize] {
                return Some((vertex, distance));
            }
        }
        None
    }
}
