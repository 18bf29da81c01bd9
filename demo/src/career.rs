//! A working life as documents: what is decided about a person from year to year.

use crate::profil::{Profil, Status, month_start};
use crate::rng::mix;
use kernel::Date;

/// First and last day of each work agreement up to the one that covers `today`.
pub fn agreements(profil: &Profil, today: Date) -> Vec<(Date, Date)> {
    let chance = mix(profil.number, 0x504B);
    // Part-time agreements run a year; full ones one to five years, and every fifteenth person's
    // is cut to end within the half year to come.
    let years = if profil.status == Status::ParuhWaktu { 1 } else { [1, 2, 5][chance as usize % 3] };
    let mut list = Vec::with_capacity(3);
    let mut start = profil.tmt_awal;
    loop {
        let end = start.add_years(years).add_days(-1);
        if end >= today || list.len() == 8 {
            let soon = chance % 15 == 7;
            let end = if soon { month_start(today, -1 - (chance % 5) as i32).add_days(-1) } else { end };
            list.push((start, end.max(start.add_days(27))));
            return list;
        }
        list.push((start, end));
        start = end.add_days(1);
    }
}

/// Result, behaviour and predicate of a year.
pub fn performance(number: u64, year: i16) -> (&'static str, &'static str, &'static str) {
    // Spelt as SIASN spells them.
    const SESUAI: &str = "SESUAI ESPEKTASI";
    const DI_ATAS: &str = "DIATAS ESPEKTASI";
    const DI_BAWAH: &str = "DIBAWAH ESPEKTASI";
    match mix(number, year as u64) % 100 {
        0..8 => (DI_ATAS, DI_ATAS, "SANGAT BAIK"),
        8..20 => (DI_ATAS, SESUAI, "BAIK"),
        20..97 => (SESUAI, SESUAI, "BAIK"),
        97..99 => (DI_BAWAH, SESUAI, "BUTUH PERBAIKAN"),
        _ => (DI_BAWAH, DI_BAWAH, "SANGAT KURANG"),
    }
}
