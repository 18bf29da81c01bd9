//! Whether a place can come free: a search from both ends that meets in the middle.
//!
//! The node of places nobody needs has very many neighbours. It is never opened: reaching it from one end
//! and from the other is a meeting.

use super::serve::Service;
use crate::arcs::ALONE;

/// A left and the right it takes, `ALONE` for none.
#[derive(Clone, Copy)]
pub(super) struct Move {
    pub left: u32,
    pub right: u32,
}

pub(super) enum Found<'r> {
    /// Who has to move so that the wanted place comes free.
    Path(Vec<Move>),
    /// There is no way, and this is a set of nodes that one end cannot leave or the other cannot enter.
    Cut(&'r [u32]),
}

pub(super) struct Reach {
    ahead: Sweep,
    back: Sweep,
}

/// One end of the search; marks of earlier searches are told apart by their number.
struct Sweep {
    number: u32,
    seen: Vec<u32>,
    /// The neighbour towards the own end, and the right by which it was reached.
    link: Vec<(u32, u32)>,
    queue: Vec<u32>,
    next: usize,
    /// The node from which the places nobody needs were reached, and the right by which.
    empty: Option<(u32, u32)>,
}

impl Sweep {
    fn new(nodes: usize) -> Sweep {
        let (seen, link) = (vec![0; nodes], vec![(0, 0); nodes]);
        Sweep { number: 0, seen, link, queue: Vec::new(), next: 0, empty: None }
    }

    fn begin(&mut self, end: u32) {
        self.number += 1;
        self.queue.clear();
        (self.next, self.empty) = (0, None);
        self.see(end, (ALONE, ALONE));
    }

    fn saw(&self, node: u32) -> bool {
        self.seen[node as usize] == self.number
    }

    /// Whether the node is new to this end.
    fn see(&mut self, node: u32, link: (u32, u32)) -> bool {
        let new = !self.saw(node);
        if new {
            self.seen[node as usize] = self.number;
            self.link[node as usize] = link;
            self.queue.push(node);
        }
        new
    }

    fn pop(&mut self) -> Option<u32> {
        let node = self.queue.get(self.next).copied();
        self.next += 1;
        node
    }
}

impl Reach {
    pub fn new(nodes: usize) -> Reach {
        Reach { ahead: Sweep::new(nodes), back: Sweep::new(nodes) }
    }

    /// How the place of `wanted` can come free for the node `from`, if everybody on the way moves on.
    pub fn find(&mut self, service: &Service, from: u32, wanted: u32) -> Found<'_> {
        let knot = service.knots.of[from as usize];
        let from_empty = from == service.tight.empty();
        self.ahead.begin(from);
        self.back.begin(wanted);
        loop {
            if !from_empty {
                match self.ahead.pop() {
                    Some(node) => {
                        if let Some(meeting) = self.step_ahead(service, node, knot) {
                            return Found::Path(self.path(Some(meeting), None, meeting));
                        }
                    }
                    None if self.ahead.empty.is_none() => return Found::Cut(&self.ahead.queue),
                    None => {}
                }
            }
            match self.back.pop() {
                Some(node) => {
                    if let Some(meeting) = self.step_back(service, node, knot) {
                        return Found::Path(self.path(Some(meeting), None, meeting));
                    }
                }
                None if self.back.empty.is_none() => return Found::Cut(&self.back.queue),
                None => {}
            }
            let leaves = self.ahead.empty.map(|(left, right)| Move { left, right });
            if let Some((vacated, _)) = self.back.empty
                && (from_empty || leaves.is_some())
            {
                return Found::Path(self.path(leaves.map(|leaves| leaves.left), leaves, vacated));
            }
        }
    }

    /// All whose place a node could take; answers one that the other end has seen.
    fn step_ahead(&mut self, service: &Service, node: u32, knot: u32) -> Option<u32> {
        let tight = &service.tight;
        let empty_is_open = service.knots.of[tight.empty() as usize] == knot;
        if empty_is_open && tight.may_leave(node) {
            self.ahead.empty.get_or_insert((node, ALONE));
        }
        for &right in tight.rights(node) {
            let holder = tight.holder[right as usize];
            if holder == ALONE {
                if empty_is_open && !service.done_right[right as usize] {
                    self.ahead.empty.get_or_insert((node, right));
                }
            } else if service.is_open(holder, knot)
                && self.ahead.see(holder, (node, right))
                && self.back.saw(holder)
            {
                return Some(holder);
            }
        }
        None
    }

    /// All who could take a node's place; answers one that the other end has seen.
    fn step_back(&mut self, service: &Service, node: u32, knot: u32) -> Option<u32> {
        let tight = &service.tight;
        if tight.may_vacate(node) && service.knots.of[tight.empty() as usize] == knot {
            self.back.empty.get_or_insert((node, ALONE));
        }
        let right = tight.mate[node as usize];
        if right == ALONE {
            return None;
        }
        service.claimants(right).iter().copied().find(|&left| {
            service.is_open(left, knot) && self.back.see(left, (node, right)) && self.ahead.saw(left)
        })
    }

    /// Moves from the start to `ahead`, the one into places nobody needs if the way leads through them, and
    /// those from `back` to the end.
    fn path(&self, ahead: Option<u32>, leaves: Option<Move>, back: u32) -> Vec<Move> {
        let mut moves: Vec<Move> = leaves.into_iter().collect();
        let mut node = ahead.unwrap_or(ALONE);
        while node != ALONE {
            let (left, right) = self.ahead.link[node as usize];
            moves.extend((left != ALONE).then_some(Move { left, right }));
            node = left;
        }
        let mut node = back;
        while node != ALONE {
            let (next, right) = self.back.link[node as usize];
            moves.extend((next != ALONE).then_some(Move { left: node, right }));
            node = next;
        }
        moves
    }
}
