//! The edges seen from one side: for every vertex a slice of neighbours, ascending.

/// No partner.
pub(crate) const ALONE: u32 = u32::MAX;

/// One edge from the side that holds it. Eight bytes, so that a scan streams.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Arc {
    /// The neighbour.
    pub to: u32,
    /// What the weight exceeds the base of its right vertex by.
    pub rest: u32,
}

/// Compressed rows: the arcs of vertex `x` are `list[start[x]..start[x + 1]]`.
#[derive(Clone, Debug)]
pub(crate) struct Arcs {
    start: Vec<u32>,
    list: Vec<Arc>,
}

impl Arcs {
    /// From the degree of every vertex and arcs in any order. Arcs of one vertex keep the order in which
    /// they come, so two turns from side to side sort them.
    pub fn gather(degree: &[u32], arcs: impl Iterator<Item = (u32, Arc)>) -> Arcs {
        let mut start = Vec::with_capacity(degree.len() + 1);
        let mut next = Vec::with_capacity(degree.len());
        let mut sum = 0;
        for &count in degree {
            start.push(sum);
            next.push(sum);
            sum += count;
        }
        start.push(sum);
        let mut list = vec![Arc::default(); sum as usize];
        for (from, arc) in arcs {
            let place = &mut next[from as usize];
            list[*place as usize] = arc;
            *place += 1;
        }
        Arcs { start, list }
    }

    /// The same edges held by the other side, sorted by neighbour.
    pub fn turned(&self, others: usize) -> Arcs {
        let mut degree = vec![0u32; others];
        for arc in &self.list {
            degree[arc.to as usize] += 1;
        }
        let back = self.all().map(|(from, arc)| (arc.to, Arc { to: from, rest: arc.rest }));
        Arcs::gather(&degree, back)
    }

    /// Whether the arcs of every vertex are in the order of their neighbours.
    pub fn is_sorted(&self) -> bool {
        (0..self.len() as u32).all(|vertex| self.of(vertex).is_sorted_by_key(|arc| arc.to))
    }

    pub fn len(&self) -> usize {
        self.start.len() - 1
    }

    pub fn edges(&self) -> usize {
        self.list.len()
    }

    /// The largest `rest`.
    pub fn widest(&self) -> u32 {
        self.list.iter().map(|arc| arc.rest).max().unwrap_or(0)
    }

    #[inline]
    pub fn of(&self, vertex: u32) -> &[Arc] {
        &self.list[self.start[vertex as usize] as usize..self.start[vertex as usize + 1] as usize]
    }

    /// The place of an edge in the list.
    fn place(&self, vertex: u32, to: u32) -> Option<usize> {
        let place = self.of(vertex).binary_search_by_key(&to, |arc| arc.to).ok()?;
        Some(self.start[vertex as usize] as usize + place)
    }

    /// The arc from one vertex to another, if there is one.
    pub fn between(&self, vertex: u32, to: u32) -> Option<Arc> {
        self.place(vertex, to).map(|place| self.list[place])
    }

    /// Makes an edge worth so much more or less; the caller sees to it that the result fits.
    pub fn add(&mut self, vertex: u32, to: u32, more: i64) {
        if let Some(place) = self.place(vertex, to) {
            self.list[place].rest = self.list[place].rest.wrapping_add(more as u32);
        }
    }

    pub fn all(&self) -> impl Iterator<Item = (u32, Arc)> + Clone + '_ {
        (0..self.len() as u32).flat_map(|from| self.of(from).iter().map(move |&arc| (from, arc)))
    }
}
