//! When an e-mail leaves: at once or with the next digest, never in quiet hours, and later each time it failed.

use crate::setelan::Setelan;
use kernel::Stamp;

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
const WIB: i64 = 7 * HOUR;
/// Hour (WIB) at which digests leave.
pub const DIGEST_HOUR: u8 = 7;
/// Times an e-mail is tried; with the waits between, about a day.
pub const TRIES: i64 = 10;

/// The next moment after `now` at which the clock in WIB shows this hour.
fn next(now: Stamp, hour: u8) -> Stamp {
    let local = now.0.saturating_add(WIB);
    let today = local - local.rem_euclid(DAY) + i64::from(hour) * HOUR;
    Stamp(if today > local { today } else { today + DAY } - WIB)
}

/// The end of the quiet hours a moment lies in; the moment itself outside of them.
pub fn sesudah_tenang(setelan: &Setelan, now: Stamp) -> Stamp {
    let Some((from, until)) = setelan.tenang else { return now };
    let hour = (now.0.saturating_add(WIB).rem_euclid(DAY) / HOUR) as u8;
    let quiet = if from <= until { (from..until).contains(&hour) } else { hour >= from || hour < until };
    if quiet { next(now, until) } else { now }
}

/// When the e-mail of a message made now leaves.
pub fn kapan(setelan: &Setelan, now: Stamp) -> Stamp {
    let ready = if setelan.ringkasan { next(now, DIGEST_HOUR) } else { now };
    sesudah_tenang(setelan, ready)
}

/// When to try again after so many tries; `None` when it is given up.
pub fn lagi(tries: i64, now: Stamp) -> Option<Stamp> {
    let wait = (5 << tries.clamp(1, 20)) / 2;
    (tries < TRIES).then(|| Stamp(now.0 + (wait * 60_000_000).min(6 * HOUR)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Date;

    fn at(day: i32, clock: &str) -> Stamp {
        let (hour, minute) = clock.split_once('.').expect("hh.mm");
        let number = |text: &str| text.parse::<i64>().expect("a number");
        let midnight = Date::new(2026, 11, 22).expect("a date").days() as i64 * DAY - WIB;
        Stamp(midnight + i64::from(day) * DAY + number(hour) * HOUR + number(minute) * 60_000_000)
    }

    #[test]
    fn when_mail_leaves() {
        // ringkasan · tenang · dibuat · hari ke, jam berangkat
        for (ringkasan, tenang, made, (day, clock)) in [
            (false, None, "03.10", (0, "03.10")),
            (false, Some((20, 6)), "19.59", (0, "19.59")),
            (false, Some((20, 6)), "20.00", (1, "6.00")),
            (false, Some((20, 6)), "05.59", (0, "6.00")),
            (false, Some((12, 13)), "12.30", (0, "13.00")),
            (false, Some((8, 8)), "08.30", (0, "08.30")),
            (true, Some((20, 6)), "03.10", (0, "7.00")),
            (true, Some((20, 6)), "07.00", (1, "7.00")),
            (true, Some((20, 9)), "07.30", (1, "9.00")),
        ] {
            let setelan = Setelan { ringkasan, tenang, ..Setelan::default() };
            assert_eq!(kapan(&setelan, at(0, made)), at(day, clock), "{ringkasan} {tenang:?} {made}");
        }
    }

    #[test]
    fn waits_grow_and_end() {
        let minutes = |tries| lagi(tries, Stamp(0)).map(|s| s.0 / 60_000_000);
        assert_eq!([1, 2, 3, 8, 9].map(minutes), [Some(5), Some(10), Some(20), Some(360), Some(360)]);
        assert_eq!(minutes(TRIES), None);
    }
}
