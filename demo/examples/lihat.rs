//! Shows people as lines: `cargo run -p demo --example lihat [instansi] [dari] [berapa]`.

use demo::province::{ActSeed, Province};
use kernel::Date;

fn main() {
    let args: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let get = |n: usize, default| args.get(n).copied().unwrap_or(default);
    let Some(today) = Date::new(2026, 11, 22) else { return };
    for person in Province::new(1, 60_000, today).people(get(0, 0)).skip(get(1, 0)).take(get(2, 3)) {
        for (place, seed) in person.documents.iter().enumerate() {
            println!("{place} dicatat {} {} {}", seed.recorded_on, seed.document.jenis, seed.document.nomor);
            for (act, fact) in &seed.acts {
                let values: Vec<String> =
                    fact.values.iter().map(|(f, v)| format!("{}={}", f.info().name, v.show())).collect();
                let act = if *act == ActSeed::Perubahan { String::new() } else { format!("{act:?} ") };
                let tmt = fact.tmt.map_or("-".to_owned(), |d| d.to_string());
                println!("    {act}{} {tmt}: {}", fact.kind.info().name, values.join(", "));
            }
        }
        println!();
    }
}
