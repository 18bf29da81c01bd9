//! What cannot be, whatever the law says: numbers outside life and calendar, marks nobody can see.
//! They are kept as they came; the finding says so.

use super::words::hidden;
use super::{Check, Code, Person};
use crate::date::Date;
use crate::fact::Value;
use crate::kind::{Constraint, Field};
use std::ops::RangeInclusive;

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::AngkaMustahil,
        holds: |p| number(p).is_some(),
        say: |p| {
            let said =
                number(p).and_then(|(field, n)| Some((impossible(field, n, p.birth, p.today)?, field)));
            let (message, field) = said.unwrap_or((String::new(), Field::MkTahun));
            (message, "Periksa dokumennya, lalu ralat. Isinya disimpan apa adanya.".to_owned(), field)
        },
    },
    Check {
        code: Code::TandaTersembunyi,
        holds: |p| mark(p).is_some(),
        say: |p| {
            let (field, mark) = mark(p).unwrap_or((Field::Nama, '\0'));
            let message =
                format!("{} memuat tanda yang tidak tampak (U+{:04X}).", field.info().label, u32::from(mark));
            (message, "Ketik ulang dari SK. Isinya disimpan apa adanya.".to_owned(), field)
        },
    },
];

/// What a number measures.
enum Ukuran {
    /// Whole years of a life.
    Lama,
    /// Months beside whole years.
    SisaBulan,
    /// A year of the calendar.
    Tahun,
    /// Money or an amount that is never nothing.
    Jumlah,
}

/// Numbers that have limits of their own.
const NUMBERS: &[(Field, Ukuran)] = &[
    (Field::MkTahun, Ukuran::Lama),
    (Field::MkBulan, Ukuran::SisaBulan),
    (Field::TahunLulus, Ukuran::Tahun),
    (Field::GajiPokok, Ukuran::Jumlah),
    (Field::KgbMkTahun, Ukuran::Lama),
    (Field::KgbMkBulan, Ukuran::SisaBulan),
    (Field::PmkTahun, Ukuran::Lama),
    (Field::PmkBulan, Ukuran::SisaBulan),
    (Field::KinerjaTahun, Ukuran::Tahun),
    (Field::PenghargaanTahun, Ukuran::Tahun),
    (Field::DiklatJp, Ukuran::Jumlah),
    (Field::CutiHari, Ukuran::Jumlah),
];

/// No year of a calendar before this one belongs to anybody alive.
const FIRST_YEAR: i16 = 1900;

/// Why a number cannot be, in a sentence; `None` when it can, or when nothing is known of its limits.
pub fn impossible(field: Field, number: i64, birth: Option<Date>, today: Date) -> Option<String> {
    let limits = limits(field, birth, today)?;
    if limits.contains(&number) {
        return None;
    }
    let (label, least, most) = (field.info().label, limits.start(), limits.end());
    Some(match *most {
        i64::MAX => format!("{label} tertulis {number}; yang mungkin {least} atau lebih."),
        most => format!("{label} tertulis {number}; yang mungkin {least} sampai {most}."),
    })
}

fn limits(field: Field, birth: Option<Date>, today: Date) -> Option<RangeInclusive<i64>> {
    let (_, ukuran) = NUMBERS.iter().find(|known| known.0 == field)?;
    let (from, to) = (i64::from(birth.map_or(FIRST_YEAR, Date::year)), i64::from(today.year()));
    Some(match ukuran {
        Ukuran::Lama => 0..=(to - from).max(0),
        Ukuran::SisaBulan => 0..=11,
        Ukuran::Tahun => from..=to.max(from),
        Ukuran::Jumlah => 1..=i64::MAX,
    })
}

/// The first number that cannot be.
fn number(p: &Person<'_, '_>) -> Option<(Field, i64)> {
    let bad = |field: Field, n: i64| {
        limits(field, p.birth, p.today).is_some_and(|limits| !limits.contains(&n)).then_some((field, n))
    };
    NUMBERS.iter().find_map(|(field, _)| match field.kind().info().constraint {
        Constraint::State | Constraint::Identity | Constraint::Fields => {
            p.snapshot.int(*field).and_then(|n| bad(*field, n))
        }
        Constraint::Interval | Constraint::Event | Constraint::Yearly => p
            .snapshot
            .several(field.kind())
            .filter_map(|row| row.fact.get(*field).and_then(Value::as_int))
            .find_map(|n| bad(*field, n)),
    })
}

/// The first mark in a name that nobody can see.
fn mark(p: &Person<'_, '_>) -> Option<(Field, char)> {
    const NAMES: [Field; 6] = [
        Field::Nama,
        Field::GelarDepan,
        Field::GelarBelakang,
        Field::TempatLahir,
        Field::JabatanNama,
        Field::UnorNama,
    ];
    NAMES.into_iter().find_map(|field| p.text(field).chars().find(|c| hidden(*c)).map(|c| (field, c)))
}
