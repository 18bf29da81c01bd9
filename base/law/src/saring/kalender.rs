//! Calendar sums of many people: years, months and days of every day of the register looked up instead
//! of worked out. The same days as [`kernel::Date`] gives, which fills the tables.

use crate::eval;
use crate::plan::Func;
use kernel::Date;
use std::sync::OnceLock;

/// Months since January 1900 and day of the month of every day, and the first day of every month.
struct Tabel {
    mulai: i32,
    hari: Vec<(u16, u8)>,
    bulan: Vec<i32>,
}

const TAHUN: i16 = 1900;
const TAHUN_AKHIR: i16 = 2200;

fn tabel() -> &'static Tabel {
    static TABEL: OnceLock<Tabel> = OnceLock::new();
    TABEL.get_or_init(|| {
        let first = |year: i16, month: i8| Date::new(year, month, 1).map_or(0, Date::days);
        let mut bulan: Vec<i32> =
            (TAHUN..=TAHUN_AKHIR).flat_map(|y| (1..=12).map(move |m| first(y, m))).collect();
        let last = Date::new(TAHUN_AKHIR, 12, 31).map_or(0, Date::days);
        bulan.push(last + 1);
        let mut hari = Vec::with_capacity((last + 1 - bulan[0]) as usize);
        for (month, span) in bulan.windows(2).enumerate() {
            hari.extend((1..=span[1] - span[0]).map(|day| (month as u16, day as u8)));
        }
        Tabel { mulai: bulan[0], hari, bulan }
    })
}

impl Tabel {
    fn dari(&self, day: i32) -> Option<(i32, i32)> {
        let at = usize::try_from(day.checked_sub(self.mulai)?).ok()?;
        self.hari.get(at).map(|(month, day)| (i32::from(*month), i32::from(*day)))
    }

    /// The same day of that month, or its last one.
    fn pada(&self, month: i32, day: i32) -> Option<i32> {
        let at = usize::try_from(month).ok()?;
        let (start, next) = (*self.bulan.get(at)?, *self.bulan.get(at + 1)?);
        Some(start + day.min(next - start) - 1)
    }
}

/// A day moved by a function that takes a day and, some of them, a whole number.
pub fn geser(func: Func, day: i32, n: i64) -> i32 {
    let table = tabel();
    let quick = || {
        let (month, of) = table.dari(day)?;
        let few = i32::try_from(n).ok().filter(|n| n.abs() <= FEW)?;
        match func {
            Func::TambahTahun | Func::MundurTahun => {
                let years = if func == Func::TambahTahun { few } else { -few };
                let most = i32::from(TAHUN_AKHIR - TAHUN);
                table.pada((month / 12 + years).clamp(0, most) * 12 + month % 12, of)
            }
            Func::TambahBulan => table.pada(month + few, of),
            Func::MundurBulan => table.pada(month - few, of),
            Func::AwalBulan => table.pada(month, 1),
            Func::AwalBulanBerikut => table.pada(month + 1, 1),
            Func::AkhirBulan => table.pada(month + 1, 1).map(|next| next - 1),
            Func::TambahHari => Some(day + few),
            Func::MundurHari => Some(day - few),
            _ => None,
        }
    };
    quick().unwrap_or_else(|| eval::shifted(func, Date::from_days(day), n).map_or(day, Date::days))
}

/// Beyond so many years, months or days the evaluator of one person is asked.
const FEW: i32 = 400;

/// Year, month or day of the month of a day.
pub fn bagian(func: Func, day: i32) -> i64 {
    let slow = || {
        let (y, m, d) = Date::from_days(day).ymd();
        (i32::from(y), i32::from(m), i32::from(d))
    };
    let known = tabel().dari(day).map(|(month, d)| (i32::from(TAHUN) + month / 12, month % 12 + 1, d));
    let (year, month, of) = known.unwrap_or_else(slow);
    i64::from(match func {
        Func::Tahun => year,
        Func::Bulan => month,
        _ => of,
    })
}

/// Full months from one day to a later one.
pub fn bulan_penuh(from: i32, to: i32) -> i64 {
    let table = tabel();
    match (table.dari(from), table.dari(to)) {
        (Some((a, from)), Some((b, to))) => i64::from((b - a - i32::from(to < from)).max(0)),
        _ => i64::from(Date::from_days(from).months_until(Date::from_days(to))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GESER: [Func; 9] = [
        Func::TambahTahun,
        Func::MundurTahun,
        Func::TambahBulan,
        Func::MundurBulan,
        Func::TambahHari,
        Func::MundurHari,
        Func::AwalBulan,
        Func::AwalBulanBerikut,
        Func::AkhirBulan,
    ];

    #[test]
    fn looked_up_is_what_is_worked_out() {
        let ends = [(1900, 1, 1), (1900, 1, 31), (2200, 12, 1), (2200, 12, 31)];
        let ends = ends.map(|(y, m, d)| Date::new(y, m, d).expect("a day").days());
        let beyond = [ends[0] - 1, ends[0] - 4000, ends[3] + 1, ends[3] + 4000];
        let days = (-26_000..84_000).step_by(97).chain(-320..1200).chain(ends).chain(beyond);
        for day in days {
            for n in [0, 1, 2, 4, 11, 12, 29, 58, 200, 399, 400, 401, 5001, 250_000, -1, -13, -60, -401] {
                for func in GESER {
                    let wanted = eval::shifted(func, Date::from_days(day), n).expect("shifts");
                    assert_eq!(geser(func, day, n), wanted.days(), "{func:?} {day} {n}");
                }
                let to = day + n as i32 * 11;
                let wanted = Date::from_days(day).months_until(Date::from_days(to));
                assert_eq!(bulan_penuh(day, to), i64::from(wanted), "{day} {to}");
            }
            let (y, m, d) = Date::from_days(day).ymd();
            let told = [Func::Tahun, Func::Bulan, Func::Tanggal].map(|f| bagian(f, day));
            assert_eq!(told, [i64::from(y), i64::from(m), i64::from(d)], "{day}");
        }
    }
}
