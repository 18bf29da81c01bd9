//! Closed alternating walks, found without ever searching the same ground often.
//!
//! Nodes are positions, candidates and one node for "nobody, nowhere". An arc leads from a candidate
//! to a position it could take, from a position to whom it would have to let go. Two searches walk
//! towards each other in step. If one runs dry first there is no way, and what it saw gets a label of
//! its own, never to be mixed with the rest again: it is the smaller part, so all searches together
//! cost about as much as sorting the pairs.

use crate::certificate::Certificate;
use crate::input::Input;
use crate::order::Tight;
use crate::plan::Plan;

/// Label of what is settled.
const SETTLED: u32 = u32::MAX;

pub struct Walks<'a> {
    plan: &'a Plan,
    pairs: &'a Tight,
    /// Candidates who could as well stay out.
    may_leave: Vec<bool>,
    /// Positions that could as well stay empty.
    may_empty: Vec<bool>,
    /// Where a walk can start from nobody, and where it can end nowhere.
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// No walk leads between nodes of different labels.
    label: Vec<u32>,
    labels: u32,
    /// Round in which a side saw a node.
    seen: [Vec<u32>; 2],
    round: u32,
}

/// One of the two searches.
struct Side {
    /// Nodes seen; those before `at` are finished.
    nodes: Vec<u32>,
    at: usize,
    arc: usize,
}

const FORWARD: usize = 0;
const BACKWARD: usize = 1;

impl<'a> Walks<'a> {
    pub fn new(input: &Input, plan: &'a Plan, certificate: &Certificate, pairs: &'a Tight) -> Walks<'a> {
        let (posts, people) = (plan.of_post.len(), plan.of_person.len());
        let may_leave: Vec<bool> = (input.people.iter().zip(&certificate.u).zip(&plan.of_person))
            .map(|((person, price), seat)| person.home.is_none() && *price == 0 && seat.is_some())
            .collect();
        let may_empty: Vec<bool> = (certificate.v.iter().zip(&plan.of_post))
            .map(|(price, seated)| *price == 0 && seated.is_some())
            .collect();
        let node = |at: usize| at as u32;
        let person = |at: usize| (posts + at) as u32;
        let is_empty = |at: &usize| plan.of_post[*at].is_none();
        let is_out = |at: &usize| plan.of_person[*at].is_none();
        let starts = (0..posts).filter(|at| may_empty[*at]).map(node);
        let ends = (0..posts).filter(is_empty).map(node);
        let nodes = posts + people + 1;
        Walks {
            starts: starts.chain((0..people).filter(is_out).map(person)).collect(),
            ends: ends.chain((0..people).filter(|at| may_leave[*at]).map(person)).collect(),
            plan,
            pairs,
            may_leave,
            may_empty,
            label: vec![0; nodes],
            labels: 1,
            seen: [vec![0; nodes], vec![0; nodes]],
            round: 0,
        }
    }

    /// Those of `wanted` the position could have in some plan of the same worth that keeps all settled.
    pub fn reachable(&mut self, position: u32, wanted: &[u32]) -> Vec<u32> {
        let label = self.label[position as usize];
        let posts = self.plan.of_post.len() as u32;
        let goals: Vec<u32> =
            wanted.iter().map(|who| posts + who).filter(|at| self.label[*at as usize] == label).collect();
        if goals.is_empty() || !self.meet(position, &goals) {
            return Vec::new();
        }
        let mut side = self.open(FORWARD, &[position]);
        while self.step(FORWARD, &mut side, label).is_some() {}
        wanted
            .iter()
            .copied()
            .filter(|who| self.seen[FORWARD][(posts + who) as usize] == self.round)
            .collect()
    }

    /// The position and who sits there take part in no further walk.
    pub fn settle(&mut self, position: u32) {
        self.label[position as usize] = SETTLED;
        if let Some(who) = self.plan.of_post[position as usize] {
            self.label[self.plan.of_post.len() + who as usize] = SETTLED;
        }
    }

    /// Whether a walk leads from the position to one of the goals.
    fn meet(&mut self, position: u32, goals: &[u32]) -> bool {
        let label = self.label[position as usize];
        let mut forward = self.open(FORWARD, &[position]);
        let mut backward = self.open(BACKWARD, goals);
        loop {
            for (way, side) in [(FORWARD, &mut forward), (BACKWARD, &mut backward)] {
                match self.step(way, side, label) {
                    None => {
                        for node in &side.nodes {
                            self.label[*node as usize] = self.labels;
                        }
                        self.labels += 1;
                        return false;
                    }
                    Some(Some(node)) if self.seen[1 - way][node as usize] == self.round => return true,
                    Some(_) => {}
                }
            }
        }
    }

    fn open(&mut self, way: usize, nodes: &[u32]) -> Side {
        if way == FORWARD {
            self.round += 1;
        }
        for node in nodes {
            self.seen[way][*node as usize] = self.round;
        }
        Side { nodes: nodes.to_vec(), at: 0, arc: 0 }
    }

    /// Looks along one arc: `None` if there is none left, else the node newly seen, if any.
    fn step(&mut self, way: usize, side: &mut Side, label: u32) -> Option<Option<u32>> {
        let node = *side.nodes.get(side.at)?;
        let arc = if way == FORWARD { self.arc_out(node, side.arc) } else { self.arc_in(node, side.arc) };
        side.arc += 1;
        let Some(next) = arc else {
            (side.at, side.arc) = (side.at + 1, 0);
            return Some(None);
        };
        let seen = &mut self.seen[way][next as usize];
        if *seen == self.round || self.label[next as usize] != label {
            return Some(None);
        }
        *seen = self.round;
        side.nodes.push(next);
        Some(Some(next))
    }

    fn arc_out(&self, node: u32, arc: usize) -> Option<u32> {
        let (posts, free) = (self.plan.of_post.len() as u32, self.free());
        if node == free {
            self.starts.get(arc).copied()
        } else if node < posts {
            let seated = self.plan.of_post[node as usize].map_or(free, |who| posts + who);
            (arc == 0).then_some(seated)
        } else {
            let who = node - posts;
            let takes = self.pairs.of_person(who);
            // Its own position stands in the list too; coming back there is seen already.
            let leaves = arc == takes.len() && self.may_leave[who as usize];
            takes.get(arc).copied().or(leaves.then_some(free))
        }
    }

    fn arc_in(&self, node: u32, arc: usize) -> Option<u32> {
        let (posts, free) = (self.plan.of_post.len() as u32, self.free());
        if node == free {
            self.ends.get(arc).copied()
        } else if node < posts {
            let takers = self.pairs.of_post(node);
            let empties = arc == takers.len() && self.may_empty[node as usize];
            takers.get(arc).map(|who| posts + who).or(empties.then_some(free))
        } else {
            let seat = self.plan.of_person[(node - posts) as usize].unwrap_or(free);
            (arc == 0).then_some(seat)
        }
    }

    fn free(&self) -> u32 {
        (self.label.len() - 1) as u32
    }
}
