//! How long the hot paths take; run with `cargo test -p kernel --release --test speed -- --ignored --nocapture`.

mod common;

use common::{Orang, date, tables};
use kernel::check::{self, Context, CrossItem};
use kernel::unor::{Tree, Unit};
use kernel::{AsOf, Snapshot};
use std::hint::black_box;
use std::time::Instant;

fn measure<T>(name: &str, times: u32, mut run: impl FnMut() -> T) {
    let start = Instant::now();
    for _ in 0..times {
        black_box(run());
    }
    println!("{name}: {} ns", start.elapsed().as_nanos() / u128::from(times));
}

#[test]
#[ignore = "measures, proves nothing"]
fn hot_paths() {
    let tables = tables();
    let context = Context { has_skp: true, ..Context::default() };
    let (ratih, jaya) = (Orang::ratih().ledger(), Orang::jaya().ledger());
    let on = AsOf::on(date("22-11-2026"));
    measure("fold", 200_000, || Snapshot::fold(black_box(&ratih), on).text(kernel::Field::Nama).len());
    let (ratih, jaya) = (Snapshot::fold(&ratih, on), Snapshot::fold(&jaya, on));
    measure("check::person PNS", 200_000, || check::person(black_box(&ratih), &tables, &context));
    measure("check::person PPPK", 200_000, || check::person(black_box(&jaya), &tables, &context));
    let rich = (2010..2026).step_by(4).fold(Orang::ratih(), |orang, year| {
        let tmt = format!("01-04-{year}");
        let golongan = common::fact(kernel::Kind::Golongan, &tmt, &[(kernel::Field::GolonganNama, "III/c")]);
        let jabatan =
            common::fact(kernel::Kind::Jabatan, &tmt, &[(kernel::Field::JabatanNama, "Guru Ahli Muda")]);
        let acts = vec![(kernel::Act::Perubahan, golongan), (kernel::Act::Perubahan, jabatan)];
        orang.doc(common::document(kernel::Rank::Sk, "1", &tmt), acts)
    });
    let rich = rich.ledger();
    let rich = Snapshot::fold(&rich, on);
    measure("check::person with documents", 200_000, || check::person(black_box(&rich), &tables, &context));
    measure("ymd", 1_000_000, || black_box(on.effective).ymd());
    measure("add_years", 1_000_000, || black_box(on.effective).add_years(58));
    let name = "Pengawas Penyelenggaraan Urusan Pemerintahan di Daerah Ahli Madya";
    measure("bup", 1_000_000, || tables.bup("2", black_box(name), on.effective));
    measure("fold_text", 1_000_000, || {
        kernel::search::fold_text(black_box("Dr. H. Siti Nur'aini, S.Pd., M.Si."))
    });
    let items: Vec<CrossItem> = (0..100_000)
        .map(|n| CrossItem { active: true, structural: true, pos: n / 2, nik: Some(u64::from(n)) })
        .collect();
    measure("cross, 100,000 people", 10, || check::cross(&items));
    let ids: Vec<String> = (0..20_000).map(|n: u32| format!("A5EB03E23B4BF6A0E040640A{n:08}")).collect();
    let units = || {
        (0..ids.len()).map(|n| {
            let atasan_id = if n == 0 { "" } else { &ids[n / 5] };
            Unit { id: &ids[n], nama: &ids[n], atasan_id, aktif: true }
        })
    };
    measure("tree of 20,000 units", 5, || Tree::build(units()));
}
