//! Quarters of a series, at equal distances: a quarter in which nothing was measured has its place too.

use kernel::Date;

/// Quarters shown.
pub const PALING_BANYAK: usize = 8;

/// A quarter, and the last day in it that was measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Triwulan {
    /// Its year.
    pub tahun: i16,
    /// 1 to 4.
    pub ke: i8,
    /// The day, when one was measured.
    pub hari: Option<Date>,
}

impl Triwulan {
    /// The quarter a day is in.
    pub fn of(hari: Date) -> Triwulan {
        let (tahun, bulan, _) = hari.ymd();
        Triwulan { tahun, ke: (bulan - 1) / 3 + 1, hari: Some(hari) }
    }

    fn nomor(self) -> i32 {
        i32::from(self.tahun) * 4 + i32::from(self.ke) - 1
    }

    /// `Tw III 2026`
    pub fn label(self) -> String {
        let roman = ["I", "II", "III", "IV"][(self.ke as usize - 1) % 4];
        format!("Tw {roman} {}", self.tahun)
    }
}

/// The quarters from the first measured day to the last, the newest eight; of several days in one the last.
pub fn triwulan(hari: impl Iterator<Item = Date>) -> Vec<Triwulan> {
    let mut all: Vec<Triwulan> = Vec::new();
    for here in hari.map(Triwulan::of) {
        while let Some(last) = all.last().copied().filter(|last| last.nomor() + 1 < here.nomor()) {
            let next = last.nomor() + 1;
            all.push(Triwulan { tahun: (next / 4) as i16, ke: (next % 4) as i8 + 1, hari: None });
        }
        match all.last_mut() {
            Some(last) if last.nomor() == here.nomor() => *last = here,
            _ => all.push(here),
        }
    }
    all.split_off(all.len().saturating_sub(PALING_BANYAK))
}
