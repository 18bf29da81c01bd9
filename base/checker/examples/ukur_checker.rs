//! How long each part of a check takes: `cargo run --release -p checker --example ukur_checker DIR DIR2`.

use std::path::Path;
use std::time::Instant;

use checker::{Files, read};

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let bytes = |folder: usize, name: &str| {
        std::fs::read(Path::new(&folders[folder]).join(name))
            .expect("a folder of the input and one of the result")
    };
    let input = ["instance.txt", "edges.csv", "positions.csv", "candidates.csv", "units.csv"]
        .map(|name| bytes(0, name));
    let [plan, certificate] = ["plan.csv", "certificate"].map(|name| bytes(1, name));
    let [instance, edges, positions, candidates, units] = input.each_ref().map(Vec::as_slice);
    let files =
        Files { instance, edges, positions, candidates, units, plan: &plan, certificate: &certificate };
    let clock = Instant::now();
    let case = read(&files).unwrap_or_else(|checks| panic!("{checks:?}"));
    println!("baca dan sidik  {:9.2} ms", clock.elapsed().as_secs_f64() * 1e3);
    for _ in 0..5 {
        let clock = Instant::now();
        let is_proven = case.proof().iter().all(checker::Check::passed);
        println!("bukti           {:9.2} ms, lulus: {is_proven}", clock.elapsed().as_secs_f64() * 1e3);
    }
    let clock = Instant::now();
    println!("{}", case.order().sentence());
    println!("urutan          {:9.2} ms", clock.elapsed().as_secs_f64() * 1e3);
}
