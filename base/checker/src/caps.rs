//! Rounds in which only so many holders may leave a unit. No prices prove such a plan best; they prove
//! that none within the caps is worth more than a bound, and how far from it this plan is.

use crate::certificate::{Caps, Certificate};
use crate::input::Input;
use crate::plan::Plan;

/// What leaving home costs every candidate: the published cost of a move, and the price of the unit.
pub fn leaving(input: &Input, caps: Option<&Caps>) -> Vec<i64> {
    let price = |home: u32| {
        let unit = input.posts[home as usize].unit;
        caps.and_then(|caps| caps.leaving.get(unit as usize)).unwrap_or(&0)
    };
    input.people.iter().map(|person| person.home.map_or(0, |home| input.moving + price(home))).collect()
}

/// Units that lose more holders than they may: unit, how many leave, how many may.
pub fn over(input: &Input, plan: &Plan) -> Vec<(u32, i32, i32)> {
    let mut left = vec![0; input.caps.len()];
    for (person, seat) in input.people.iter().zip(&plan.of_person) {
        if let Some(home) = person.home.filter(|home| *seat != Some(*home)) {
            left[input.posts[home as usize].unit as usize] += 1;
        }
    }
    let all = (0..).zip(left.into_iter().zip(&input.caps)).map(|(unit, (left, most))| (unit, left, *most));
    all.filter(|(_, left, most)| left > most).collect()
}

/// No unit loses more holders than it may.
pub fn exceeded(input: &Input, plan: &Plan) -> Option<String> {
    let (unit, left, most) = over(input, plan).into_iter().next()?;
    Some(format!(
        "plan.csv: {left} pemangku meninggalkan unit {unit}, menurut units.csv paling banyak {most}."
    ))
}

/// Who may go without is not charged for it, and nobody is paid for leaving.
pub fn negative(input: &Input, certificate: &Certificate, caps: &Caps) -> Option<String> {
    let below = |price: &i64| *price < 0;
    let mut people = certificate.u.iter().zip(&input.people);
    let person = people.position(|(price, person)| below(price) && person.home.is_none());
    let post = || certificate.v.iter().position(below);
    let unit = || caps.leaving.iter().position(below);
    let (what, id) = (person.map(|id| ("kandidat", id)))
        .or_else(|| Some(("jabatan", post()?)))
        .or_else(|| Some(("unit", unit()?)))?;
    Some(format!("certificate: harga {what} {id} tidak boleh di bawah 0."))
}

/// The stated numbers are the sums they stand for.
pub fn sums(input: &Input, certificate: &Certificate, caps: &Caps, weight: i128) -> Option<String> {
    let prices: i128 = certificate.u.iter().chain(&certificate.v).map(|price| i128::from(*price)).sum();
    let units =
        caps.leaving.iter().zip(&input.caps).map(|(price, most)| i128::from(*price) * i128::from(*most));
    let bound = prices + units.sum::<i128>();
    let objective = certificate.objective;
    let line = |key| certificate.line(key).unwrap_or_default();
    if i128::from(objective) != weight {
        return Some(format!(
            "certificate baris {}: objective={objective}, jumlah bobot rencana {weight}.",
            line("objective")
        ));
    }
    if i128::from(caps.bound) != bound {
        return Some(format!(
            "certificate baris {}: bound={}, menurut harga {bound}.",
            line("bound"),
            caps.bound
        ));
    }
    if i128::from(caps.gap) != bound - weight {
        return Some(format!(
            "certificate baris {}: gap={}, seharusnya {}.",
            line("gap"),
            caps.gap,
            bound - weight
        ));
    }
    None
}
