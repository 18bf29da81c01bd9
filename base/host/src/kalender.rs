//! Working days, by the holidays of the law followed here. A year nobody has proclaimed holidays for yet is
//! said to be so; nothing is guessed.

use crate::hall::Hall;
use kernel::Date;
use std::fmt;
use std::sync::Arc;

/// Holidays of this year are not in the law pack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TahunBelumAda(pub i16);

impl fmt::Display for TahunBelumAda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hari libur tahun {} belum ada dalam paket peraturan", self.0)
    }
}

/// The calendar of the law followed on the day of asking.
pub struct Kalender(Arc<law::book::Calendar>);

/// A count of days, or the year that is missing.
pub type Hasil<T> = Result<T, TahunBelumAda>;

/// Further than this nobody counts; it bounds the walk.
const DAYS_MOST: i32 = 3_660;

impl Kalender {
    /// The calendar of the law this node follows today.
    pub fn of(hall: &Hall) -> Kalender {
        Kalender(hall.hukum().pack.book(None, None).calendar.clone())
    }

    /// Whether people work on a day.
    ///
    /// # Errors
    /// The year, when its holidays are not known.
    pub fn bekerja(&self, day: Date) -> Hasil<bool> {
        self.0.works(day).ok_or(TahunBelumAda(day.year()))
    }

    /// Working days from tomorrow up to and including a deadline; negative when it has passed, counting the
    /// working days after it up to and including today.
    ///
    /// # Errors
    /// The year, when holidays of one on the way are not known.
    pub fn hari_kerja_sampai(&self, today: Date, tenggat: Date) -> Hasil<i32> {
        let (from, to) = (today.min(tenggat), today.max(tenggat));
        if to.days() - from.days() > DAYS_MOST {
            return Err(TahunBelumAda(to.year()));
        }
        let mut count = 0;
        for after in 1..=(to.days() - from.days()) {
            count += i32::from(self.bekerja(from.add_days(after))?);
        }
        Ok(if today <= tenggat { count } else { -count })
    }

    /// The day itself when people work on it, or the last one before.
    ///
    /// # Errors
    /// The year, when its holidays are not known.
    pub fn mundur(&self, day: Date) -> Hasil<Date> {
        self.geser(day, -1)
    }

    /// The day itself when people work on it, or the next one.
    ///
    /// # Errors
    /// The year, when its holidays are not known.
    pub fn maju(&self, day: Date) -> Hasil<Date> {
        self.geser(day, 1)
    }

    fn geser(&self, day: Date, step: i32) -> Hasil<Date> {
        let mut day = day;
        while !self.bekerja(day)? {
            day = day.add_days(step);
        }
        Ok(day)
    }

    /// So many working days after a day; before it when negative.
    ///
    /// # Errors
    /// The year, when holidays of one on the way are not known.
    pub fn tambah(&self, day: Date, hari_kerja: i32) -> Hasil<Date> {
        let (mut day, step) = (day, hari_kerja.signum());
        let mut left = hari_kerja.unsigned_abs();
        while left > 0 {
            day = day.add_days(step);
            left -= u32::from(self.bekerja(day)?);
        }
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hukum::Hukum;

    fn kalender() -> Kalender {
        Kalender(Hukum::bundled().pack.book(None, None).calendar.clone())
    }

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn working_days_until_a_deadline() {
        // hari ini · tenggat · hari kerja
        for (today, tenggat, wanted) in [
            ("20-11-2026", "20-11-2026", Ok(0)),
            ("20-11-2026", "23-11-2026", Ok(1)),
            ("21-11-2026", "22-11-2026", Ok(0)),
            ("24-11-2026", "20-11-2026", Ok(-2)),
            // Natal 25 Des dan cuti bersama 24 Des
            ("22-12-2026", "28-12-2026", Ok(2)),
            ("30-12-2027", "03-01-2028", Err(TahunBelumAda(2028))),
        ] {
            assert_eq!(kalender().hari_kerja_sampai(day(today), day(tenggat)), wanted, "{today} {tenggat}");
        }
    }

    #[test]
    fn a_deadline_on_a_holiday_moves_to_a_working_day() {
        // tenggat · sebelum · sesudah
        for (tenggat, back, on) in [
            ("20-11-2026", "20-11-2026", "20-11-2026"),
            ("22-11-2026", "20-11-2026", "23-11-2026"),
            ("25-12-2026", "23-12-2026", "28-12-2026"),
        ] {
            assert_eq!(kalender().mundur(day(tenggat)), Ok(day(back)), "{tenggat}");
            assert_eq!(kalender().maju(day(tenggat)), Ok(day(on)), "{tenggat}");
        }
        assert_eq!(kalender().maju(day("01-01-2031")), Err(TahunBelumAda(2031)));
        assert_eq!(kalender().tambah(day("20-11-2026"), -5), Ok(day("13-11-2026")));
        assert_eq!(kalender().tambah(day("20-11-2026"), 1), Ok(day("23-11-2026")));
    }
}
