//! The period a list looks at, counted from the day asked about.

use kernel::Date;

/// Which days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Periode {
    /// Every person, also those whose day is not known.
    Semua,
    /// The day is not known.
    TanpaHari,
    /// First and last day; the first may be open.
    Antara(Option<Date>, Date),
}

/// Word in the address and on the page.
pub const WORDS: [(&str, &str); 7] = [
    ("sudah", "Sudah sampai hari ini"),
    ("bulan", "Bulan ini"),
    ("3", "Sampai 3 bulan ke depan"),
    ("6", "Sampai 6 bulan ke depan"),
    ("12", "Sampai 12 bulan ke depan"),
    ("semua", "Semua"),
    ("tanpa-hari", "Harinya belum diketahui"),
];

/// What a list shows when nothing is said.
pub const BIASA: &str = "12";

/// The word of an own range.
pub const RENTANG: &str = "rentang";

impl Periode {
    /// From the words of an address on a day; nonsense counts as not said. What is overdue belongs to
    /// every period that reaches ahead.
    pub fn read(word: &str, dari: &str, sampai: &str, hari: Date) -> Periode {
        let ahead = |months: u32| Periode::Antara(None, months_later(hari, months));
        match word {
            "sudah" => Periode::Antara(None, hari),
            "bulan" => {
                let (y, m, _) = hari.ymd();
                let first = Date::new(y, m, 1).unwrap_or(hari);
                Periode::Antara(Some(first), hari.next_month_start().add_days(-1))
            }
            "3" => ahead(3),
            "6" => ahead(6),
            "semua" => Periode::Semua,
            "tanpa-hari" => Periode::TanpaHari,
            RENTANG => match (Date::parse(dari.trim()), Date::parse(sampai.trim())) {
                (from, Some(until)) => Periode::Antara(from, until),
                (Some(from), None) => Periode::Antara(Some(from), Date::from_days(i32::MAX)),
                (None, None) => ahead(12),
            },
            _ => ahead(12),
        }
    }

    /// Whether a day lies in it.
    pub fn holds(self, hari: Option<Date>) -> bool {
        match (self, hari) {
            (Periode::Semua, _) | (Periode::TanpaHari, None) => true,
            (Periode::TanpaHari, Some(_)) | (Periode::Antara(..), None) => false,
            (Periode::Antara(from, until), Some(day)) => from.is_none_or(|from| from <= day) && day <= until,
        }
    }
}

/// So many calendar months later; the last day of a shorter month.
fn months_later(day: Date, months: u32) -> Date {
    let (y, m, d) = day.ymd();
    let place = i32::from(y) * 12 + i32::from(m) - 1 + months as i32;
    let (y, m) = ((place / 12) as i16, (place % 12 + 1) as i8);
    (0..4).find_map(|less| Date::new(y, m, d - less)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_days_a_period_holds() {
        let day = |text: &str| Date::parse(text);
        let hari = day("2026-11-30").expect("a date");
        // kata · dari · sampai · hari · termasuk
        for (word, from, until, asked, held) in [
            ("", "", "", "2027-11-30", true),
            ("", "", "", "2027-12-01", false),
            ("", "", "", "2020-01-01", true),
            ("3", "", "", "2027-02-28", true),
            ("3", "", "", "2027-03-01", false),
            ("sudah", "", "", "2026-11-30", true),
            ("sudah", "", "", "2026-12-01", false),
            ("bulan", "", "", "2026-11-01", true),
            ("bulan", "", "", "2026-10-31", false),
            ("rentang", "2027-01-01", "2027-01-31", "2027-01-31", true),
            ("rentang", "2027-01-01", "2027-01-31", "2026-12-31", false),
            ("rentang", "2027-01-01", "", "2090-01-01", true),
            ("rentang", "x", "y", "2027-12-01", false),
            ("tanpa-hari", "", "", "2027-01-01", false),
            ("semua", "", "", "2090-01-01", true),
        ] {
            let period = Periode::read(word, from, until, hari);
            assert_eq!(period.holds(day(asked)), held, "{word} {from} {until} {asked}");
        }
        assert!(Periode::Semua.holds(None) && Periode::TanpaHari.holds(None));
        assert!(!Periode::read("12", "", "", hari).holds(None));
    }
}
