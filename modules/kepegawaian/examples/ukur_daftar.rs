//! How long a page of the list takes to find over 100,000 people: `cargo run --release --example ukur_daftar`.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{lines, register, today};
use kepegawaian::rule::filter::{Filter, Keadaan, Order};
use kepegawaian::rule::{Listing, Scope, select};
use std::collections::HashSet;
use std::time::Instant;

fn main() {
    let register = register(&lines(100_000, 11));
    let clock = Instant::now();
    let listing = Listing::new(&register);
    println!("orders, once for a register         {:>9.2?}", clock.elapsed());
    let clock = Instant::now();
    let own = register.names.find("A1");
    let scope = Scope::new(&register, today(), |i| Some(register.instansi[i]) == own);
    println!("circle and six counts, once for one {:>9.2?}", clock.elapsed());
    let clock = Instant::now();
    let copy = register.clone();
    println!("a copy of the register              {:>9.2?}", clock.elapsed());
    let clock = Instant::now();
    let line = register.line(register.len() / 2);
    let revised = copy.revised(&[line.id], vec![line]);
    println!("brought up to date for one person   {:>9.2?}", clock.elapsed());
    let clock = Instant::now();
    drop(revised);
    println!("and let go                          {:>9.2?}", clock.elapsed());
    let units: HashSet<u32> = (0..90).filter_map(|n| register.names.find(&format!("U{n}"))).collect();
    let default = Filter::default;
    let deep = register.by_name()[register.len() * 3 / 4] as usize;
    let q = |q: &str| Filter { q: q.into(), keadaan: Keadaan::Semua, ..default() };
    for (name, filter, units) in [
        ("default", default(), None),
        ("far down", Filter { after: Some(register.id[deep]), ..default() }, None),
        ("by limit, descending", Filter { order: Order::Batas, descending: true, ..default() }, None),
        ("a unit with 89 below", default(), Some(&units)),
        ("name part: wulan", q("wulan"), None),
        ("name parts: siti ram", q("siti ram"), None),
        ("one letter: a", q("a"), None),
        ("nobody: xyzzy", q("xyzzy"), None),
        ("NIP digits: 198503", q("198503"), None),
    ] {
        let mut times: Vec<_> = (0..21)
            .map(|_| {
                let clock = Instant::now();
                let found = select(&register, &listing, &filter, units, today(), &scope.visible);
                (clock.elapsed(), found.total)
            })
            .collect();
        times.sort_unstable();
        println!(
            "{name:<22} {:>6} people   median {:>9.2?}   worst {:>9.2?}",
            times[10].1, times[10].0, times[20].0
        );
    }
}
