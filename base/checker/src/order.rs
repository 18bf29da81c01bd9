//! Among plans of the same worth, the published order demands one: positions from the highest class
//! down (then by id), each taking the first of the seniority list it can have.
//!
//! Prices alone say where plans of the same worth can differ: on pairs whose prices are exactly
//! their weight. There a plan changes into another along closed alternating walks, so a position
//! can have somebody else exactly if such a walk leads through both, without those already settled.

use crate::certificate::Certificate;
use crate::input::Input;
use crate::plan::Plan;
use crate::report::Order;
use crate::search::Walks;

/// Walks the published order and stops where the plan departs from it.
pub fn check(input: &Input, plan: &Plan, certificate: &Certificate) -> Order {
    let pairs = tight(input, certificate);
    let mut walks = Walks::new(input, plan, certificate, &pairs);
    let mut positions: Vec<u32> = (0..).take(input.posts.len()).collect();
    positions.sort_by_key(|at| (std::cmp::Reverse(input.posts[*at as usize].class), *at));
    for position in positions {
        let seated = plan.of_post[position as usize];
        let rank = |who: u32| input.people[who as usize].duk;
        let limit = seated.map_or(i64::from(i32::MAX) + 1, |who| i64::from(rank(who)));
        let better: Vec<u32> =
            pairs.of_post(position).iter().copied().filter(|who| i64::from(rank(*who)) < limit).collect();
        let claim = walks.reachable(position, &better).into_iter().min_by_key(|who| rank(*who));
        if let Some(expected) = claim {
            return Order::Broken { position, seated, expected };
        }
        walks.settle(position);
    }
    Order::Kept
}

/// Pairs whose prices are exactly their weight, by position and by candidate.
pub struct Tight {
    posts: Grouped,
    people: Grouped,
}

impl Tight {
    /// Candidates tight with a position.
    pub fn of_post(&self, position: u32) -> &[u32] {
        self.posts.of(position)
    }

    /// Positions tight with a candidate.
    pub fn of_person(&self, candidate: u32) -> &[u32] {
        self.people.of(candidate)
    }
}

fn tight(input: &Input, certificate: &Certificate) -> Tight {
    let pairs: Vec<(u32, u32)> = (input.edges.rows.iter())
        .filter(|[position, candidate, score]| {
            let (post, person) = (&input.posts[*position as usize], &input.people[*candidate as usize]);
            let moves = person.home.is_some_and(|home| home != *position as u32);
            let weight = post.fill + i64::from(*score) - if moves { input.moving } else { 0 };
            certificate.u[*candidate as usize] + certificate.v[*position as usize] == weight
        })
        .map(|[position, candidate, _]| (*position as u32, *candidate as u32))
        .collect();
    Tight {
        posts: Grouped::new(input.posts.len(), pairs.iter().copied()),
        people: Grouped::new(input.people.len(), pairs.iter().map(|(post, person)| (*person, *post))),
    }
}

/// Lists of numbers, one after the other in one piece of memory.
struct Grouped {
    start: Vec<u32>,
    items: Vec<u32>,
}

impl Grouped {
    fn new(groups: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Grouped {
        let mut start = vec![0; groups + 2];
        for (group, _) in pairs.clone() {
            start[group as usize + 2] += 1;
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let mut items = vec![0; start[groups + 1] as usize];
        for (group, item) in pairs {
            let next = &mut start[group as usize + 1];
            items[*next as usize] = item;
            *next += 1;
        }
        Grouped { start, items }
    }

    fn of(&self, group: u32) -> &[u32] {
        &self.items[self.start[group as usize] as usize..self.start[group as usize + 1] as usize]
    }
}
