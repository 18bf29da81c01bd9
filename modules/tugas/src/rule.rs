//! How near a deadline is.

use kernel::Date;

/// Groups of a list by deadline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kelompok {
    /// Past.
    Lewat,
    /// Today.
    HariIni,
    /// Until Sunday.
    MingguIni,
    /// After that.
    Nanti,
    /// No deadline.
    Tanpa,
}

impl Kelompok {
    /// Which one a deadline is in.
    pub fn of(today: Date, tenggat: Option<Date>) -> Kelompok {
        // 1 January 1970 was a Thursday; weeks begin on Monday.
        let sunday = today.add_days(6 - (today.days() + 3).rem_euclid(7));
        match tenggat {
            None => Kelompok::Tanpa,
            Some(day) if day < today => Kelompok::Lewat,
            Some(day) if day == today => Kelompok::HariIni,
            Some(day) if day <= sunday => Kelompok::MingguIni,
            Some(_) => Kelompok::Nanti,
        }
    }

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Kelompok::Lewat => "Lewat tenggat",
            Kelompok::HariIni => "Hari ini",
            Kelompok::MingguIni => "Minggu ini",
            Kelompok::Nanti => "Nanti",
            Kelompok::Tanpa => "Tanpa tenggat",
        }
    }
}

/// Working days left in words; `None` when they cannot be counted.
pub fn sisa(hari_kerja: i32) -> String {
    match hari_kerja {
        0 => "hari kerja terakhir".to_owned(),
        n if n > 0 => format!("{n} hari kerja lagi"),
        n => format!("lewat {} hari kerja", -n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_deadline() {
        // tenggat · kelompok; hari ini Rabu, 25 November 2026
        for (tenggat, wanted) in [
            (Some("24-11-2026"), Kelompok::Lewat),
            (Some("25-11-2026"), Kelompok::HariIni),
            (Some("29-11-2026"), Kelompok::MingguIni),
            (Some("30-11-2026"), Kelompok::Nanti),
            (None, Kelompok::Tanpa),
        ] {
            let day = |text| Date::parse(text).expect("a date");
            assert_eq!(Kelompok::of(day("25-11-2026"), tenggat.map(day)), wanted, "{tenggat:?}");
        }
    }
}
