//! One side of the graph while an engine works on it.

use crate::arcs::{ALONE, Arc, Arcs};

/// A side. Prices are kept relative to the base of the right vertices, so that arcs need 32 bits; `floor`
/// is what zero is in that measure.
pub(crate) struct Half<'a> {
    pub arcs: &'a Arcs,
    pub must: &'a [bool],
    pub floor: Vec<i64>,
    pub price: Vec<i64>,
    pub mate: Vec<u32>,
    /// How many units of price are one unit of weight: more than one while the auction bids.
    unit: i64,
}

impl<'a> Half<'a> {
    /// Nobody matched, everybody at price zero.
    pub fn new(arcs: &'a Arcs, must: &'a [bool], floor: Vec<i64>) -> Half<'a> {
        Half { arcs, must, price: floor.clone(), mate: vec![ALONE; floor.len()], floor, unit: 1 }
    }

    /// Nobody matched, nobody cheaper than the least weight into him.
    pub fn restart(&mut self) {
        self.mate.fill(ALONE);
        for (price, floor) in self.price.iter_mut().zip(&self.floor) {
            *price = 0.max(*floor);
        }
    }

    /// Counts prices in `times` smaller units.
    pub fn refine(&mut self, times: i64) {
        self.unit = times;
        self.price.iter_mut().chain(&mut self.floor).for_each(|price| *price *= times);
    }

    /// See [`Half::refine`].
    pub fn unit(&self) -> i64 {
        self.unit
    }

    /// Counts prices in units of weight again, rounded down.
    pub fn coarsen(&mut self) {
        let unit = std::mem::replace(&mut self.unit, 1);
        self.price.iter_mut().chain(&mut self.floor).for_each(|price| *price = price.div_euclid(unit));
    }

    /// What ending alone is worth to a vertex; nothing is worse for a mandatory one.
    #[inline]
    pub fn alone(&self, vertex: u32) -> i64 {
        if self.must[vertex as usize] { i64::MIN } else { self.floor[vertex as usize] }
    }

    /// Whether the vertex is where an optimum may leave it.
    #[inline]
    pub fn at_rest(&self, vertex: u32) -> bool {
        self.mate[vertex as usize] != ALONE
            || (!self.must[vertex as usize] && self.price[vertex as usize] == self.floor[vertex as usize])
    }

    /// What the far vertex of an arc, one of this side, leaves to the near one at its present price.
    #[inline]
    pub fn offer(&self, arc: Arc) -> i64 {
        i64::from(arc.rest) * self.unit - self.price[arc.to as usize]
    }

    /// The best that a vertex of this side can have at present prices: its lowest feasible price.
    #[inline]
    pub fn best(&self, far: &Half, vertex: u32) -> i64 {
        let offers = self.arcs.of(vertex).iter().map(|&arc| far.offer(arc));
        offers.fold(self.alone(vertex), i64::max)
    }

    /// Frees a vertex and answers its partner, who is free as well then.
    pub fn part(&mut self, far: &mut Half, vertex: u32) -> u32 {
        let mate = std::mem::replace(&mut self.mate[vertex as usize], ALONE);
        if mate != ALONE {
            far.mate[mate as usize] = ALONE;
        }
        mate
    }

    /// Makes two vertices a pair. Whoever held either is told apart by the caller.
    #[inline]
    pub fn marry(&mut self, far: &mut Half, vertex: u32, partner: u32) {
        self.mate[vertex as usize] = partner;
        far.mate[partner as usize] = vertex;
    }
}
