//! Civil dates, moments and the two clocks every read is about.

use std::fmt;

/// A civil date, as days since 1970-01-01; half-open spans are `[from, until)`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A moment of recording, in microseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Stamp(pub i64);

/// The two clocks: what holds on `effective` (berlaku), as far as recorded up to `known` (diketahui).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AsOf {
    /// The day the question is about.
    pub effective: Date,
    /// Entries recorded after this moment do not exist for the answer.
    pub known: Stamp,
}

/// Years a register of living civil servants and their archives can hold; outside is a typing error.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

const EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

impl Date {
    /// The first day the register can hold; stands for "since ever" in comparisons.
    pub const MIN: Date = Date(i32::MIN);

    /// From days since 1970-01-01.
    pub const fn from_days(days: i32) -> Date {
        Date(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// A day of the proleptic Gregorian calendar; `None` when it does not exist (31 February) or
    /// lies outside 1900 to 2200.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        if !YEARS.contains(&year) {
            return None;
        }
        let civil = jiff::civil::Date::new(year, month, day).ok()?;
        let hours = civil.duration_since(EPOCH).as_hours();
        Some(Date((hours / 24) as i32))
    }

    fn civil(self) -> jiff::civil::Date {
        // A duration, not a span of days: spans are ten times slower, and files are full of dates.
        let duration = jiff::SignedDuration::from_hours(i64::from(self.0) * 24);
        EPOCH.checked_add(duration).unwrap_or(EPOCH)
    }

    /// Year, month (1–12) and day (1–31).
    pub fn ymd(self) -> (i16, i8, i8) {
        let d = self.civil();
        (d.year(), d.month(), d.day())
    }

    /// Calendar year.
    pub fn year(self) -> i16 {
        self.ymd().0
    }

    /// The same day `years` later; 29 February becomes 28 February in a common year.
    pub fn add_years(self, years: i16) -> Date {
        let (y, m, d) = self.ymd();
        let year = y.saturating_add(years).clamp(*YEARS.start(), *YEARS.end());
        Date::new(year, m, d).or_else(|| Date::new(year, m, 28)).unwrap_or(self)
    }

    /// The days that lie at least `low` and at most `high` full years before this one: whoever was born on
    /// them is of such an age today. Bands that follow one another leave no day out and share none; days
    /// to come are less than a year ago.
    pub fn years_ago(self, low: u8, high: Option<u8>) -> std::ops::RangeInclusive<Date> {
        let back = |years: i16| self.add_years(-years);
        let first = high.map_or(Date::MIN, |high| back(i16::from(high) + 1).add_days(1));
        let last = if low == 0 { Date(i32::MAX) } else { back(i16::from(low)) };
        first..=last
    }

    /// Full months from this day to a later one, 0 when it is not later.
    pub fn months_until(self, later: Date) -> u32 {
        let ((y, m, d), (later_y, later_m, later_d)) = (self.ymd(), later.ymd());
        let months = (i32::from(later_y) - i32::from(y)) * 12 + i32::from(later_m) - i32::from(m);
        u32::try_from(months - i32::from(later_d < d)).unwrap_or(0)
    }

    /// The first day of the month after this one.
    pub fn next_month_start(self) -> Date {
        let (y, m, _) = self.ymd();
        let (y, m) = if m == 12 { (y + 1, 1) } else { (y, m + 1) };
        Date::new(y, m, 1).unwrap_or(self)
    }

    /// Days later (or earlier, when negative).
    pub const fn add_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(days))
    }

    /// Reads what offices write: `dd-mm-yyyy`, `dd/mm/yyyy`, `dd.mm.yyyy` and `yyyy-mm-dd`.
    /// `None` for anything else, including days that do not exist.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let number = |range: std::ops::Range<usize>| -> Option<i16> {
            let part = bytes.get(range)?;
            if part.is_empty() || !part.iter().all(u8::is_ascii_digit) {
                return None;
            }
            part.iter().try_fold(0i16, |n, d| n.checked_mul(10)?.checked_add(i16::from(d - b'0')))
        };
        let mut separators = (0..bytes.len()).filter(|&i| matches!(bytes[i], b'-' | b'/' | b'.'));
        let (Some(a), Some(b), None) = (separators.next(), separators.next(), separators.next()) else {
            return None;
        };
        if bytes[a] != bytes[b] {
            return None;
        }
        let (first, second, third) = (number(0..a)?, number(a + 1..b)?, number(b + 1..bytes.len())?);
        let (year, day) = match (a, bytes.len() - b - 1) {
            (4, 1..=2) => (first, third),
            (1..=2, 4) => (third, first),
            _ => return None,
        };
        Date::new(year, second.try_into().ok()?, day.try_into().ok()?)
    }

    /// As files write it: `dd-mm-yyyy`.
    pub fn dmy(self) -> String {
        let (y, m, d) = self.ymd();
        format!("{d:02}-{m:02}-{y:04}")
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `yyyy-mm-dd`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Stamp {
    /// Before anything was recorded.
    pub const MIN: Stamp = Stamp(i64::MIN);
    /// Everything recorded so far and later.
    pub const MAX: Stamp = Stamp(i64::MAX);

    /// The civil date of this moment in western Indonesia (WIB, UTC+7 without daylight saving).
    pub fn date_wib(self) -> Date {
        let micros_per_day = 86_400_000_000;
        Date((self.0.saturating_add(7 * 3_600_000_000)).div_euclid(micros_per_day) as i32)
    }

    /// The last moment of a civil date in WIB: "recorded up to and including that day".
    pub fn end_of(date: Date) -> Stamp {
        let days = i64::from(date.0).saturating_add(1);
        Stamp(days.saturating_mul(86_400_000_000).saturating_sub(7 * 3_600_000_000 + 1))
    }

    /// `yyyy-mm-dd hh.mm` in WIB.
    pub fn wib(self) -> String {
        let local = self.0.saturating_add(7 * 3_600_000_000);
        let minutes = local.rem_euclid(86_400_000_000) / 60_000_000;
        format!("{} {:02}.{:02}", self.date_wib(), minutes / 60, minutes % 60)
    }
}

impl AsOf {
    /// What is recorded so far, on this day.
    pub fn on(effective: Date) -> AsOf {
        AsOf { effective, known: Stamp::MAX }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_offices_write() {
        let day = Date::new(2024, 2, 29);
        for text in ["29-02-2024", "29/02/2024", "29.02.2024", "2024-02-29", "29-2-2024"] {
            assert_eq!(Date::parse(text), day, "{text}");
        }
        for text in
            ["31-02-2024", "29-02-2023", "", "45000", "01-01-2999", "1-1-24", "2024-02-29 ", "a-b-cccc"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn years_ago_are_bands_without_gaps() {
        let day = |text| Date::parse(text).expect("a date");
        let today = day("2026-11-22");
        // lahir · umur
        for (born, low, high, inside) in [
            ("1996-11-22", 30, Some(34), true),
            ("1996-11-23", 30, Some(34), false),
            ("1991-11-23", 30, Some(34), true),
            ("1991-11-22", 30, Some(34), false),
            ("1950-01-01", 60, None, true),
            ("1966-11-23", 60, None, false),
        ] {
            assert_eq!(today.years_ago(low, high).contains(&day(born)), inside, "{born} {low}-{high:?}");
        }
        assert_eq!(today.years_ago(25, Some(29)).start().add_days(-1), *today.years_ago(30, None).end());
    }

    #[test]
    fn months_are_full_months() {
        let day = |text| Date::parse(text).expect("a date");
        for (from, to, months) in [
            ("2020-04-01", "2026-04-01", 72),
            ("2020-04-02", "2026-04-01", 71),
            ("2026-05-01", "2026-04-01", 0),
        ] {
            assert_eq!(day(from).months_until(day(to)), months, "{from} {to}");
        }
    }

    #[test]
    fn days_round_trip_and_print() {
        for days in [-25_567, -1, 0, 1, 20_000, 84_000] {
            let date = Date::from_days(days);
            let (y, m, d) = date.ymd();
            assert_eq!(Date::new(y, m, d), Some(date));
            assert_eq!(Date::parse(&date.dmy()), Some(date));
            assert_eq!(Date::parse(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn wib_day_ends_at_midnight_in_jakarta() {
        let day = Date::new(2026, 11, 22).expect("exists");
        assert_eq!(Stamp::end_of(day).date_wib(), day);
        assert_eq!(Stamp(Stamp::end_of(day).0 + 1).date_wib(), day.add_days(1));
    }
}
