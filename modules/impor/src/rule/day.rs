//! The day a file's data are of: one rule for the form and for every way a file is checked.

use kernel::Date;

/// What is said of a day that has not come yet; `None` when the day may be.
pub fn refused(per_tanggal: Date, today: Date) -> Option<&'static str> {
    (per_tanggal > today).then_some("Tanggal data tidak boleh setelah hari ini.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_are_of_today_or_earlier() {
        let day = |y, m, d| Date::new(y, m, d).expect("a day");
        let today = day(2026, 11, 22);
        for (per_tanggal, good) in
            [(day(2026, 11, 21), true), (today, true), (day(2026, 11, 23), false), (day(2030, 1, 1), false)]
        {
            assert_eq!(refused(per_tanggal, today).is_none(), good, "{per_tanggal}");
        }
    }
}
