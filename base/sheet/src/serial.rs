//! Excel's day numbers.

/// From which day a workbook counts.
/// Source: ECMA-376 part 1, 18.17.4.1 (date bases); the attribute `date1904` of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateSystem {
    /// Day 1 is 1 January 1900, and day 60 is a 29 February 1900 that never was.
    #[default]
    Y1900,
    /// Day 0 is 1 January 1904 (old Macintosh workbooks).
    Y1904,
}

/// 31 December 9999 in the 1900 system, the last day Excel knows.
const LAST_DAY: i64 = 2_958_465;
/// Days between the two systems.
const SHIFT_1904: i64 = 1_462;
/// 1970-01-01 in the 1900 system (for days after the false leap day).
const UNIX_EPOCH: i64 = 25_569;

/// Year, month and day of a serial number written as text (`"45296"`, `"45296.5"`), or
/// `None` when the text is no serial or the day does not exist (day 60 of the 1900 system).
/// The time of day is dropped.
pub fn excel_serial_to_date(text: &str, system: DateSystem) -> Option<(i32, u8, u8)> {
    let whole = text.split_once('.').map_or(text, |(whole, fraction)| {
        if fraction.bytes().all(|b| b.is_ascii_digit()) { whole } else { "" }
    });
    if whole.is_empty() || whole.len() > 7 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    serial_to_date(whole.parse().ok()?, system)
}

/// The same for a number.
pub(crate) fn serial_to_date(day: i64, system: DateSystem) -> Option<(i32, u8, u8)> {
    let day = match system {
        DateSystem::Y1900 => day,
        DateSystem::Y1904 if day >= 0 => day + SHIFT_1904,
        DateSystem::Y1904 => return None,
    };
    match day {
        // Lotus 1-2-3 took 1900 for a leap year; Excel kept the mistake on purpose, so days
        // before it lie one further from 1970 than the count says.
        1..=59 => Some(civil(day + 1 - UNIX_EPOCH)),
        61..=LAST_DAY => Some(civil(day - UNIX_EPOCH)),
        _ => None,
    }
}

/// Gregorian date of a day counted from 1970-01-01, in years of 1 March to end of February
/// so that the leap day comes last (Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: i64) -> (i32, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
    let month = if mp < 10 { mp + 3 } else { mp - 9 } as u8;
    let year = (yoe + era * 400 + i64::from(month <= 2)) as i32;
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_table() {
        use DateSystem::{Y1900, Y1904};
        for (text, system, date) in [
            ("1", Y1900, Some((1900, 1, 1))),
            ("59", Y1900, Some((1900, 2, 28))),
            ("60", Y1900, None),
            ("61", Y1900, Some((1900, 3, 1))),
            ("25569", Y1900, Some((1970, 1, 1))),
            ("45296", Y1900, Some((2024, 1, 5))),
            ("45296.75", Y1900, Some((2024, 1, 5))),
            ("45351", Y1900, Some((2024, 2, 29))),
            ("2958465", Y1900, Some((9999, 12, 31))),
            ("2958466", Y1900, None),
            ("0", Y1900, None),
            ("0", Y1904, Some((1904, 1, 1))),
            ("43834", Y1904, Some((2024, 1, 5))),
            ("-1", Y1904, None),
            ("05-01-2024", Y1900, None),
            ("1.2.3", Y1900, None),
            ("", Y1900, None),
            ("198001012005011001", Y1900, None),
        ] {
            assert_eq!(excel_serial_to_date(text, system), date, "{text}");
        }
    }
}
