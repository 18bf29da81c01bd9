//! The series as pages draw it: what stood stored at the end of each quarter, and last.

use super::deret::{self, POKOK, Pengukuran};
use super::hitung::Sel;
use crate::derived::PerEntry;
use crate::hall::{Hall, World};
use kernel::{AsOf, Date};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Result;
use store::peristiwa;

/// Stored rows of a few days, ascending, as known at a moment.
#[derive(Debug, Default)]
pub struct Rangkaian {
    hari: Vec<(Date, BTreeMap<String, Pengukuran>)>,
}

impl Rangkaian {
    /// The days, ascending.
    pub fn hari(&self) -> impl Iterator<Item = Date> + '_ {
        self.hari.iter().map(|(day, _)| *day)
    }

    /// Stored figures of an indicator of an instansi, ascending; id `""` is all instansi together. A day
    /// that did not measure it is left out.
    pub fn deret<'r>(&'r self, kode: &'r str, instansi: &'r str) -> impl Iterator<Item = (Date, &'r Sel)> {
        let of = move |(day, rows): &'r (Date, BTreeMap<String, Pengukuran>)| {
            Some((*day, rows.get(instansi)?.nilai.get(kode)?))
        };
        self.hari.iter().filter_map(of)
    }
}

/// Quarters that are drawn.
const QUARTERS: usize = 8;

static KEPT: PerEntry<Rangkaian> = PerEntry::new();

/// The last measured day of each quarter up to a world's day, at most eight: two statements, once
/// for what is recorded.
///
/// # Errors
/// When storage fails, or a stored row cannot be read.
pub fn rangkaian(hall: &Hall, world: &Arc<World>) -> Result<Arc<Rangkaian>> {
    KEPT.get(world, || baca(hall, world.as_of))
}

fn baca(hall: &Hall, as_of: AsOf) -> Result<Rangkaian> {
    let chosen = akhir_triwulan(&deret::tanggal(hall)?, as_of.effective);
    let ids: Vec<String> = chosen.iter().map(Date::to_string).collect();
    let events = hall.with(|conn| peristiwa::of_many(conn, POKOK, &ids))?;
    let mut hari: BTreeMap<Date, BTreeMap<String, Pengukuran>> = BTreeMap::new();
    for event in events.iter().filter(|event| event.recorded <= as_of.known) {
        if let Some(row) = deret::baca(event)? {
            hari.entry(row.berlaku).or_default().insert(row.instansi.clone(), row);
        }
    }
    Ok(Rangkaian { hari: hari.into_iter().collect() })
}

/// The last day of each quarter among these, up to a day, ascending: the newest eight.
fn akhir_triwulan(days: &[Date], until: Date) -> Vec<Date> {
    let quarter = |day: &Date| {
        let (year, month, _) = day.ymd();
        (year, (month - 1) / 3)
    };
    let last: BTreeMap<(i16, i8), Date> =
        days.iter().filter(|day| **day <= until).map(|day| (quarter(day), *day)).collect();
    let surplus = last.len().saturating_sub(QUARTERS);
    last.into_values().skip(surplus).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quarter_is_told_by_the_last_day_measured_in_it() {
        let days = |text: &str| -> Vec<Date> { text.split_whitespace().filter_map(Date::parse).collect() };
        // terukur · sampai · terpilih
        for (measured, until, chosen) in [
            ("", "2026-11-22", ""),
            ("2026-03-30 2026-03-31 2026-04-01", "2026-11-22", "2026-03-31 2026-04-01"),
            ("2026-03-31 2026-06-30 2026-11-22", "2026-06-30", "2026-03-31 2026-06-30"),
            ("2026-06-30 2026-11-21 2026-11-22", "2026-11-21", "2026-06-30 2026-11-21"),
        ] {
            let until = Date::parse(until).expect("a date");
            assert_eq!(akhir_triwulan(&days(measured), until), days(chosen), "{measured} sampai {until}");
        }
        let years: Vec<Date> =
            (2020..2024).flat_map(|y| [1, 4, 7, 10].map(|m| Date::new(y, m, 15).expect("a date"))).collect();
        let eight = akhir_triwulan(&years, *years.last().expect("some"));
        assert_eq!(eight, years[years.len() - QUARTERS..]);
    }
}
