//! Runs the kernel's checks over the generated province: `cargo run --release -p demo --example periksa [orang]`.

use demo::province::Province;
use kernel::check::Context;
use kernel::{AsOf, Code, Date, EntryId, Field, Ledger, PegawaiId, Snapshot, Subject, Tables};
use std::collections::BTreeMap;

fn main() {
    let people = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(20_000);
    let (Some(today), Ok(tables)) = (Date::new(2026, 11, 22), Tables::bundled()) else { return };
    let province = Province::new(1, people, today);
    let subject = Subject::Pegawai(PegawaiId([1; 16]));
    let context = Context { has_skp: true, units: None };
    let (mut counts, mut clean, mut total): (BTreeMap<&str, (u32, String)>, u32, u32) = Default::default();
    for n in 0..province.instansi().len() {
        for person in province.people(n) {
            let mut next = 0u128;
            let entries = person.entries(&subject, "demo", || {
                next += 1;
                EntryId(next.to_be_bytes())
            });
            let ledger = Ledger::from_entries(&entries);
            let snapshot = Snapshot::fold(&ledger, AsOf::on(today));
            let codes = kernel::check::person(&snapshot, &tables, &context);
            let mut any = false;
            for &code in Code::ALL.iter().filter(|c| codes.contains(**c)) {
                any = true;
                let seen = counts.entry(code.info().text).or_default();
                seen.0 += 1;
                if seen.0 == 1 {
                    let finding = kernel::check::explain(code, &snapshot, &tables, &context);
                    seen.1 = format!(
                        "{} | {}: {}",
                        code.info().label,
                        snapshot.text(Field::Nama),
                        finding.message
                    );
                }
            }
            total += 1;
            clean += u32::from(!any);
        }
    }
    println!("{clean} dari {total} tanpa temuan");
    for (code, (count, first)) in counts {
        println!("{code} {count:6} {first}");
    }
}
