//! Measures the generators: `cargo run --release -p demo --example ukur_demo [orang]`.

use demo::berkas::{NominatifSpec, write_nominatif};
use demo::province::Province;
use kernel::Date;
use std::time::Instant;

fn main() {
    let people = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(60_000);
    let Some(today) = Date::new(2026, 11, 22) else { return };
    let begin = Instant::now();
    let province = Province::new(1, people, today);
    let (mut persons, mut documents, mut facts, mut units, mut posts) = (0u64, 0, 0, 0, 0);
    for n in 0..province.instansi().len() {
        let (unit_list, post_list) = province.organisation(n);
        (units, posts) = (units + unit_list.len(), posts + post_list.len());
        for person in province.people(n) {
            persons += 1;
            documents += person.documents.len();
            facts += person.documents.iter().map(|d| d.acts.len()).sum::<usize>();
        }
    }
    println!(
        "{persons} orang, {units} unit, {posts} pos, {documents} dokumen ({:.1} per orang), {facts} fakta: {:?}",
        documents as f64 / persons as f64,
        begin.elapsed()
    );
    for rows in [20_000, 100_000] {
        let begin = Instant::now();
        let spec = NominatifSpec { faults: true, hostile: true, ..NominatifSpec::new(1, rows, today) };
        match write_nominatif(&spec, &mut std::io::sink()) {
            Ok(planted) => println!("nominatif {} baris: {:?}", planted.rows, begin.elapsed()),
            Err(e) => println!("{e}"),
        }
    }
}
