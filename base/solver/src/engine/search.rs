//! Shortest augmenting paths: from any feasible prices to the optimum, one vertex at a time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::half::Half;
use crate::arcs::ALONE;

const FAR_AWAY: i64 = i64::MAX;

/// Working memory of searches, as large as the larger side and cleaned after each.
pub(crate) struct Search {
    distance: Vec<i64>,
    before: Vec<u32>,
    touched: Vec<u32>,
    /// Arcs looked at so far: the measure of work.
    pub followed: usize,
    /// Far vertices as near as the one looked at: they need no heap.
    ready: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    /// Near vertices whose arcs were followed, with their distance.
    seen: Vec<(u32, i64)>,
}

/// Where a search ends: at a far vertex without partner, or at a near one that gives up its own.
enum End {
    Free(u32),
    Alone(u32),
}

impl Search {
    pub fn new(vertices: usize) -> Search {
        Search {
            distance: vec![FAR_AWAY; vertices],
            before: vec![ALONE; vertices],
            touched: Vec::new(),
            followed: 0,
            ready: Vec::new(),
            heap: BinaryHeap::new(),
            seen: Vec::new(),
        }
    }

    /// Brings `start`, which has no partner, to where an optimum of everybody settled so far has it.
    ///
    /// Expects prices feasible on all edges and tight on pairs, and leaves them so. `Err` is a Hall set:
    /// mandatory near vertices that share one partner too few.
    pub fn settle(&mut self, near: &mut Half, far: &mut Half, start: u32) -> Result<(), Vec<u32>> {
        near.price[start as usize] = near.best(far, start);
        if near.price[start as usize] == i64::MIN {
            return Err(vec![start]);
        }
        let found = self.find(near, far, start);
        if let Some((length, end)) = &found {
            self.shift(near, far, *length);
            self.flip(near, far, start, end);
        }
        for vertex in self.touched.drain(..) {
            self.distance[vertex as usize] = FAR_AWAY;
        }
        self.ready.clear();
        self.heap.clear();
        let seen = std::mem::take(&mut self.seen);
        found.map(|_| ()).ok_or_else(|| seen.iter().map(|&(vertex, _)| vertex).collect())
    }

    /// The nearest end and how far it is.
    fn find(&mut self, near: &Half, far: &Half, start: u32) -> Option<(i64, End)> {
        let (mut at, mut base) = (start, 0);
        let (mut bound, mut end) = (FAR_AWAY, None);
        loop {
            self.seen.push((at, base));
            if !near.must[at as usize] {
                let length = base + near.price[at as usize] - near.floor[at as usize];
                if length < bound {
                    (bound, end) = (length, Some(End::Alone(at)));
                }
            }
            if let Some(free) = self.follow(near, far, at, base, &mut bound) {
                end = Some(End::Free(free));
            }
            match self.nearest(bound, base) {
                Some((vertex, distance)) => (at, base) = (far.mate[vertex as usize], distance),
                None => return end.map(|end| (bound, end)),
            }
        }
    }

    /// Follows the arcs of one near vertex; answers the free far vertex that is the nearest end so far.
    #[inline]
    fn follow(&mut self, near: &Half, far: &Half, at: u32, base: i64, bound: &mut i64) -> Option<u32> {
        self.followed += near.arcs.of(at).len();
        let mut free = None;
        let from = base + near.price[at as usize];
        for &arc in near.arcs.of(at) {
            let length = from - far.offer(arc);
            if length >= *bound || length >= self.distance[arc.to as usize] {
                continue;
            }
            let known = std::mem::replace(&mut self.distance[arc.to as usize], length);
            if known == FAR_AWAY {
                self.touched.push(arc.to);
            }
            self.before[arc.to as usize] = at;
            if far.mate[arc.to as usize] == ALONE {
                (*bound, free) = (length, Some(arc.to));
            } else if length == base {
                self.ready.push(arc.to);
            } else {
                self.heap.push(Reverse((length, arc.to)));
            }
        }
        free
    }

    /// The next far vertex in order of distance, unless an end is nearer.
    #[inline]
    fn nearest(&mut self, bound: i64, base: i64) -> Option<(u32, i64)> {
        if bound <= base {
            return None;
        }
        if let Some(vertex) = self.ready.pop() {
            return Some((vertex, base));
        }
        while let Some(Reverse((distance, vertex))) = self.heap.pop() {
            if distance >= bound {
                return None;
            }
            // An entry for a vertex that was reached on a shorter way since is out of date.
            if distance == self.distance[vertex as usize] {
                return Some((vertex, distance));
            }
        }
        None
    }

    /// Moves the prices of all that is nearer than the end, so that the path becomes tight.
    fn shift(&self, near: &mut Half, far: &mut Half, length: i64) {
        for &(vertex, distance) in &self.seen {
            near.price[vertex as usize] -= length - distance;
            let partner = near.mate[vertex as usize];
            if partner != ALONE {
                far.price[partner as usize] += length - distance;
            }
        }
    }

    /// Exchanges partners along the path.
    fn flip(&self, near: &mut Half, far: &mut Half, start: u32, end: &End) {
        let mut vertex = match *end {
            End::Free(vertex) => vertex,
            End::Alone(near_end) => std::mem::replace(&mut near.mate[near_end as usize], ALONE),
        };
        while vertex != ALONE {
            let taker = self.before[vertex as usize];
            let left_behind = near.mate[taker as usize];
            near.marry(far, taker, vertex);
            vertex = if taker == start { ALONE } else { left_behind };
        }
    }
}
