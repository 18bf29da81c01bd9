//! `/rekap`: units beside what people are counted by, on 30 Juni, 31 Desember or any other day.

use super::{Lingkup, lembar};
use crate::rule::{Apa, Dimensi};
use crate::view::{self, BarisRekap, RekapView};
use crate::xlsx;
use host::{Answer, Ctx, World, html, tanggal};
use kernel::{Date, Tables};
use web::component::saring::Pilihan;
use web::component::tab::Tab;

/// What a matrix may be by: word in the address.
const BY: [(Apa, &str); 4] = [
    (Apa::KelompokGolongan, "golongan"),
    (Apa::JenisJabatan, "jenis_jabatan"),
    (Apa::Pendidikan, "pendidikan"),
    (Apa::JenisKelamin, "jenis_kelamin"),
];

/// Units on the screen; the rest stand in the file.
const UNITS: usize = 120;
/// Ends of a semester one may choose from.
const SEMESTERS: usize = 6;

/// `GET /rekap`. Without a day in the address it is about the last end of a semester.
pub fn page(ctx: &mut Ctx) -> Answer {
    settle(ctx);
    let world = ctx.world()?;
    let mut lingkup = Lingkup::read(ctx, &world, false)?;
    // Today must be said here, else the way on leads to the end of a semester.
    if ctx.clocks.berlaku.is_none() {
        lingkup.keep.push(("berlaku".to_owned(), ctx.clocks.today.to_string()));
    }
    let chosen = BY.iter().find(|by| by.1 == ctx.query("menurut")).unwrap_or(&BY[0]);
    let mut table = matrix(&world, &ctx.hall.tables, &lingkup, chosen.0);
    let hidden = table.rows.len().saturating_sub(UNITS);
    table.rows.truncate(UNITS);
    let tab = |(apa, word): (Apa, &str)| Tab {
        label: apa.judul().to_owned(),
        href: lingkup.link("/rekap", &[("menurut", word)]),
        current: word == chosen.1,
        ..Tab::default()
    };
    let view = RekapView {
        lembar: lembar(
            &world,
            &lingkup,
            &format!("Rekapitulasi pegawai menurut {}", chosen.0.judul().to_lowercase()),
        ),
        filter: lingkup.filter("/rekap", &[]),
        days: days(ctx),
        keep: [("instansi", lingkup.instansi.as_str()), ("unit", &lingkup.unit), ("menurut", chosen.1)]
            .into_iter()
            .filter(|p| !p.1.is_empty() && ctx.query.iter().any(|q| q.0 == p.0))
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .collect(),
        tabs: BY.into_iter().map(tab).collect(),
        table,
        hidden,
        xlsx_href: lingkup.link("/rekap/unduh.xlsx", &[]),
    };
    let mut frame = ctx.frame_at("Rekapitulasi", &[("Beranda", "/")], &["instansi", "unit", "menurut"]);
    if let Some(clock) = &mut frame.clock {
        let today = ctx.clocks.today.to_string();
        lingkup.keep = vec![("berlaku".to_owned(), today)];
        clock.today_href = lingkup.link("/rekap", &[("menurut", chosen.1)]);
    }
    Ok(html(view::rekap(&frame, &view)))
}

/// `GET /rekap/unduh.xlsx`: all four, a sheet each.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    settle(ctx);
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, false)?;
    let about = lembar(&world, &lingkup, "Rekapitulasi pegawai");
    let tables = BY.map(|(apa, _)| (apa.judul(), matrix(&world, &ctx.hall.tables, &lingkup, apa)));
    xlsx::rekap(ctx, &about, &tables)
}

/// A day that is not in the address is the last end of a semester.
fn settle(ctx: &mut Ctx) {
    if ctx.query("berlaku").trim().is_empty() {
        ctx.clocks.berlaku = ends(ctx.clocks.today).next().filter(|day| *day != ctx.clocks.today);
    }
}

/// Ends of semesters up to a day, the last first.
fn ends(today: Date) -> impl Iterator<Item = Date> {
    let year = today.year();
    let both = move |back: i16| [(12, 31), (6, 30)].map(|(m, d)| Date::new(year - back, m, d));
    (0..50).flat_map(both).flatten().filter(move |day| *day <= today)
}

/// The days one may choose: today, ends of semesters, and the one looked at.
fn days(ctx: &Ctx) -> Pilihan {
    let at = ctx.clocks.as_of().effective;
    let mut list = vec![ctx.clocks.today];
    list.extend(ends(ctx.clocks.today).take(SEMESTERS));
    list.push(at);
    list.sort_unstable_by(|a, b| b.cmp(a));
    list.dedup();
    let label = |day: Date| {
        let words = tanggal(day).long();
        if day == ctx.clocks.today { format!("Hari ini, {words}") } else { words }
    };
    Pilihan {
        name: "berlaku".into(),
        label: "Keadaan per tanggal".into(),
        value: at.to_string(),
        options: list.into_iter().map(|day| (day.to_string(), label(day))).collect(),
    }
}

fn matrix(world: &World, tables: &Tables, lingkup: &Lingkup<'_>, apa: Apa) -> view::Matriks {
    let dimensi = Dimensi::new(apa, tables, world.as_of.effective);
    let (groups, of) = lingkup.groups();
    let counts = dimensi.matrix(&world.register, &lingkup.people, &of, groups.len());
    let sums: Vec<u64> = (0..dimensi.kelas.len()).map(|n| counts.iter().map(|row| row[n]).sum()).collect();
    // Only classes somebody is in: a table of empty columns does not fit a sheet.
    let shown: Vec<usize> = (0..sums.len()).filter(|n| sums[*n] > 0).collect();
    let cells = |pairs: &[(&'static str, String)], row: &[u64]| {
        let cell = |&n: &usize| {
            let mut all = dimensi.kelas[n].pairs.clone();
            // Two things unknown at once have no list: `tanpa` says one.
            let double = pairs.iter().any(|p| all.iter().any(|q| q.0 == p.0));
            all.extend(pairs.iter().cloned());
            (row[n], if row[n] > 0 && !double { lingkup.list(&all) } else { None })
        };
        shown.iter().map(cell).collect::<Vec<_>>()
    };
    let rows = groups.iter().zip(&counts).map(|(group, row)| BarisRekap {
        label: group.label.clone(),
        cells: cells(&group.pairs, row),
        total: (row.iter().sum(), lingkup.list(&group.pairs)),
    });
    view::Matriks {
        columns: shown.iter().map(|n| dimensi.kelas[*n].label.clone()).collect(),
        rows: rows.collect(),
        sum: BarisRekap {
            label: "Jumlah".into(),
            cells: cells(&[], &sums),
            total: (lingkup.people.len() as u64, lingkup.list(&[])),
        },
    }
}
