//! The knots: parts of the tight graph in which optimal matchings can differ.

use super::tight::Tight;
use crate::arcs::ALONE;

/// For every node the knot it is part of, [`ALONE`] if it is the same in every optimum.
pub(super) struct Knots {
    pub of: Vec<u32>,
    pub count: u32,
}

/// Strongly connected components of more than one node, by Tarjan's walk with a stack of its own: chains
/// can be long.
pub(super) fn find(tight: &Tight) -> Knots {
    let nodes = tight.mate.len() + 1;
    let mut walk = Walk {
        tight,
        places: (0..tight.empty()).filter(|&left| tight.may_vacate(left)).collect(),
        index: vec![0; nodes],
        low: vec![0; nodes],
        found: 0,
        open: Vec::new(),
        knots: Knots { of: vec![ALONE; nodes], count: 0 },
    };
    for root in 0..nodes as u32 {
        if walk.index[root as usize] == 0 {
            walk.from(root);
        }
    }
    walk.knots
}

/// Mark of nodes whose component is complete.
const CLOSED: u32 = u32::MAX;

struct Walk<'t> {
    tight: &'t Tight,
    /// Lefts whose place may become one nobody needs.
    places: Vec<u32>,
    /// Order of discovery from 1; 0 is not yet seen.
    index: Vec<u32>,
    low: Vec<u32>,
    found: u32,
    /// Nodes seen whose component is not complete.
    open: Vec<u32>,
    knots: Knots,
}

impl Walk<'_> {
    fn from(&mut self, root: u32) {
        self.enter(root);
        let mut path = vec![(root, 0)];
        while let Some((node, step)) = path.last_mut() {
            let node = *node;
            let Some(target) = self.target(node, *step) else {
                path.pop();
                self.leave(node, path.last().map(|&(above, _)| above));
                continue;
            };
            *step += 1;
            match self.index[target as usize] {
                0 => {
                    self.enter(target);
                    path.push((target, 0));
                }
                CLOSED => {}
                seen => self.low[node as usize] = self.low[node as usize].min(seen),
            }
        }
    }

    /// The nodes whose place a node could take, one after the other.
    #[inline]
    fn target(&self, node: u32, step: usize) -> Option<u32> {
        let tight = self.tight;
        if node == tight.empty() {
            return self.places.get(step).copied();
        }
        let rights = tight.rights(node);
        match rights.get(step) {
            Some(&right) => Some(tight.node(right)),
            None => (step == rights.len() && tight.may_leave(node)).then_some(tight.empty()),
        }
    }

    fn enter(&mut self, node: u32) {
        self.found += 1;
        self.index[node as usize] = self.found;
        self.low[node as usize] = self.found;
        self.open.push(node);
    }

    fn leave(&mut self, node: u32, above: Option<u32>) {
        let low = self.low[node as usize];
        if let Some(above) = above {
            self.low[above as usize] = self.low[above as usize].min(low);
        }
        if low != self.index[node as usize] {
            return;
        }
        let single = self.open.last() == Some(&node);
        while let Some(member) = self.open.pop() {
            self.index[member as usize] = CLOSED;
            if !single {
                self.knots.of[member as usize] = self.knots.count;
            }
            if member == node {
                break;
            }
        }
        self.knots.count += u32::from(!single);
    }
}
