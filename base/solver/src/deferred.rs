//! A second opinion by another idea of fairness: deferred acceptance, and who could feel passed over.

use std::cmp::Reverse;

use crate::order::Order;
use crate::problem::Problem;
use crate::solution::Matching;

/// What the left vertices want.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// For every left vertex the right ones it would accept, most wanted first.
    pub lists: Vec<Vec<u32>>,
    /// The right vertex that is a left one's own: there it goes before everybody else.
    pub home: Vec<Option<u32>>,
}

/// Somebody worth more on a place than who got it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Envy {
    /// The place.
    pub right: u32,
    /// Who got it, if anybody.
    pub holder: Option<u32>,
    /// Who is worth more there.
    pub left: u32,
    /// Where that one is instead.
    pub placed: Option<u32>,
    /// By how much more.
    pub by: i64,
}

/// Deferred acceptance on the edges of the problem: left vertices ask in the order of their wishes, right ones
/// keep the best who asked, by weight, then by the published order. Nobody who would rather be somewhere
/// finds a lesser one there, and no such matching is better for any left vertex.
///
/// Who must be matched is not looked at; who lists its home always gets at least that.
pub fn deferred(problem: &Problem, wishes: &Wishes, order: &Order) -> Matching {
    let lefts = problem.lefts();
    let claim = |left: u32, right: u32| {
        let weight = problem.weight(left, right)?;
        let is_home = wishes.home.get(left as usize).copied().flatten() == Some(right);
        let rank = order.left_rank.get(left as usize).copied().unwrap_or(u32::MAX);
        Some((is_home, weight, Reverse(rank), Reverse(left)))
    };
    let mut kept = vec![None; problem.rights()];
    let mut asked = vec![0; lefts];
    let mut asking: Vec<u32> = (0..lefts as u32).rev().collect();
    while let Some(left) = asking.pop() {
        let list = wishes.lists.get(left as usize).map_or(&[][..], Vec::as_slice);
        let Some(right) = list.get(asked[left as usize]).copied() else { continue };
        asked[left as usize] += 1;
        let Some(own) = claim(left, right) else {
            asking.push(left);
            continue;
        };
        let place = &mut kept[right as usize];
        let loser = match *place {
            Some((best, _)) if best > own => Some(left),
            before => {
                *place = Some((own, left));
                before.map(|(_, other)| other)
            }
        };
        asking.extend(loser);
    }
    let mut left = vec![None; lefts];
    for (right, holder) in kept.iter().enumerate() {
        if let Some((_, holder)) = holder {
            left[*holder as usize] = Some(right as u32);
        }
    }
    Matching { left }
}

/// Everybody who is worth more on a place than who got it, by place. `wants` says whether a left vertex would rather
/// have that place than its own; without wishes of anybody, let it say yes.
///
/// If nobody is mandatory, a matching that is optimal leaves none of them alone: they are placed elsewhere.
pub fn envy(
    problem: &Problem,
    matching: &Matching,
    wants: impl Fn(u32, u32, Option<u32>) -> bool,
) -> Vec<Envy> {
    let mut list = Vec::new();
    for (right, holder) in (0..).zip(matching.by_right(problem.rights())) {
        let worth = holder.and_then(|holder| problem.weight(holder, right)).unwrap_or(0);
        for edge in problem.of_right(right).filter(|edge| edge.weight > worth) {
            let placed = matching.left[edge.left as usize];
            if placed != Some(right) && wants(edge.left, right, placed) {
                list.push(Envy { right, holder, left: edge.left, placed, by: edge.weight - worth });
            }
        }
    }
    list
}
