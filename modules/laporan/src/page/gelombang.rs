//! Who reaches the age of pension in which year, from the norm that Penjagaan watches, by kind of post.

use super::Lingkup;
use crate::rule::gelombang::{Baris, Kapan, RUMPUN, gelombang, sum};
use crate::view::{BarisRekap, GelombangView, Matriks};
use host::{Ctx, World};
use kernel::register::Rumpun;
use std::sync::Arc;

/// The service whose day it is.
const LAYANAN: &str = "pensiun";
/// Years ahead that have a line of their own.
const YEARS: i16 = 10;
/// The word of the posts nobody can tell the kind of.
const BELUM: &str = "belum";

/// `None` when the service is not watched, or has no day to tell by.
pub fn wave(ctx: &Ctx, world: &Arc<World>, lingkup: &Lingkup<'_>) -> Option<GelombangView> {
    let hukum = ctx.hall.hukum();
    let (layanan, _) = host::jaga::watched(&hukum).find(|w| &*w.0.kunci == LAYANAN)?;
    let first = world.as_of.effective.year();
    let found = world.jaga(&hukum, layanan);
    let ours = |row: u32| lingkup.people.binary_search(&row).is_ok();
    let people = found.jaga.iter().filter(|j| ours(j.baris));
    let all = people.map(|j| (j.hari.map(|day| day.year()), world.register.rumpun(j.baris as usize)));
    let rows = gelombang(first, first + YEARS, all);
    let mut sums = [0; RUMPUN];
    rows.iter().for_each(|row| sums.iter_mut().zip(row.1).for_each(|(sum, n)| *sum += n));
    // A column nobody stands in says nothing when it is only for want of data.
    let shown: Vec<usize> = (0..RUMPUN).filter(|n| *n < RUMPUN - 1 || sums[*n] > 0).collect();
    let line = |row: &Baris| BarisRekap {
        label: label(row.0),
        cells: shown.iter().map(|n| (row.1[*n], link(lingkup, Some(row.0), Some(*n)))).collect(),
        total: (sum(&row.1), link(lingkup, Some(row.0), None)),
    };
    let unknown = rows.iter().find(|row| row.0 == Kapan::BelumDiketahui).map_or(0, |row| sum(&row.1));
    Some(GelombangView {
        tak_berhari: (unknown, link(lingkup, Some(Kapan::BelumDiketahui), None)),
        tak_tentu: found.tak_tentu.iter().filter(|row| ours(**row)).count() as u64,
        table: Matriks {
            columns: shown.iter().map(|n| kind(*n).1.to_owned()).collect(),
            rows: rows.iter().map(line).collect(),
            sum: BarisRekap {
                label: "Jumlah".into(),
                cells: shown.iter().map(|n| (sums[*n], link(lingkup, None, Some(*n)))).collect(),
                total: (sum(&sums), link(lingkup, None, None)),
            },
        },
    })
}

/// Word in addresses and heading of a column.
fn kind(n: usize) -> (&'static str, &'static str) {
    Rumpun::ALL.get(n).map_or((BELUM, "Jabatan belum diketahui"), |r| (r.1, r.2))
}

fn label(kapan: Kapan) -> String {
    match kapan {
        Kapan::Sebelum(year) => format!("Sebelum {year}"),
        Kapan::Tahun(year) => year.to_string(),
        Kapan::Sesudah(year) => format!("Sesudah {year}"),
        Kapan::BelumDiketahui => "Harinya belum diketahui".to_owned(),
    }
}

/// The list of exactly these people; `kapan` `None` means all of them.
fn link(lingkup: &Lingkup<'_>, kapan: Option<Kapan>, column: Option<usize>) -> Option<String> {
    let (periode, dari, sampai) = match kapan {
        None => ("semua", String::new(), String::new()),
        Some(Kapan::BelumDiketahui) => ("tanpa-hari", String::new(), String::new()),
        Some(Kapan::Sebelum(year)) => ("rentang", String::new(), format!("{}-12-31", year - 1)),
        Some(Kapan::Tahun(year)) => ("rentang", format!("{year}-01-01"), format!("{year}-12-31")),
        Some(Kapan::Sesudah(year)) => ("rentang", format!("{}-01-01", year + 1), String::new()),
    };
    let jabatan = column.map_or("", |n| kind(n).0);
    lingkup.penjagaan(&[
        ("layanan", LAYANAN),
        ("periode", periode),
        ("dari", &dari),
        ("sampai", &sampai),
        ("jabatan", jabatan),
    ])
}
