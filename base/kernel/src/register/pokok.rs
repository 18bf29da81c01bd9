//! The few values of a person statistics and orders of rank are made from.

use crate::check::Person as Seen;
use crate::date::Date;
use crate::kind::{Field, Kind};
use crate::snapshot::Snapshot;
use crate::tables::{Jenjang, Tables};

/// Months of service nobody reaches; what is beyond is a typing error and a finding elsewhere.
const MONTHS_MAX: i64 = 60 * 12;

/// What a register knows of one person beside what its list shows. Unknown is unknown, never guessed.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Pokok {
    /// Date of birth.
    pub lahir: Option<Date>,
    /// The day masa kerja golongan counts from: TMT golongan less the masa kerja its SK states.
    pub kerja_sejak: Option<Date>,
    /// TMT of the post held.
    pub tmt_jabatan: Option<Date>,
    /// Level of the post, read from its eselon, else from its name.
    pub jenjang: Jenjang,
    /// Eselon as the table calls it, else as stated; empty when not stated.
    pub eselon: Box<str>,
    /// Number of BKN's code of the level of education, 0 when unknown.
    pub pendidikan: u8,
    /// Year of graduation, 0 when unknown.
    pub lulus: i16,
    /// Highest latihan jabatan of the table (its level, 0 for none) and the day it was finished.
    pub latihan: (u8, Option<Date>),
}

impl Pokok {
    pub(super) fn read(snapshot: &Snapshot<'_>, seen: &Seen<'_, '_>, tables: &Tables) -> Pokok {
        let stated = snapshot.text(Field::Eselon);
        let code = snapshot.text(Field::TingkatPendidikanId);
        let level = tables.pendidikan(code).or_else(|| {
            let name = snapshot.text(Field::TingkatPendidikan);
            (!name.is_empty()).then(|| tables.pendidikan_by_name(name)).flatten()
        });
        let year = snapshot.int(Field::TahunLulus).filter(|year| (1900..=2200).contains(year));
        Pokok {
            lahir: seen.birth,
            kerja_sejak: counted_from(snapshot),
            tmt_jabatan: snapshot.tmt_of(Kind::Jabatan),
            jenjang: seen.bup().map(|found| found.jenjang).unwrap_or_default(),
            eselon: tables.eselon(stated).map_or_else(|| stated.into(), |item| item.nama.clone()),
            pendidikan: level.and_then(|item| item.kode.parse().ok()).unwrap_or(0),
            lulus: year.and_then(|year| i16::try_from(year).ok()).unwrap_or(0),
            latihan: course(snapshot, tables),
        }
    }
}

/// The day masa kerja golongan counts from: TMT golongan less the masa kerja stated with it.
pub fn counted_from(snapshot: &Snapshot<'_>) -> Option<Date> {
    let years = snapshot.int(Field::MkTahun)?;
    let months = years.checked_mul(12)?.checked_add(snapshot.int(Field::MkBulan).unwrap_or(0))?;
    if !(0..=MONTHS_MAX).contains(&months) {
        return None;
    }
    let (year, month, day) = snapshot.tmt_of(Kind::Golongan)?.ymd();
    let index = i64::from(year) * 12 + i64::from(month) - 1 - months;
    let (year, month) = ((index / 12) as i16, (index % 12 + 1) as i8);
    (1..=day).rev().find_map(|day| Date::new(year, month, day))
}

/// The highest course the table knows; of two of a level the one finished first.
fn course(snapshot: &Snapshot<'_>, tables: &Tables) -> (u8, Option<Date>) {
    let on = snapshot.as_of().effective;
    let mut best = (0, None);
    for row in snapshot.several(Kind::Diklat) {
        let name = row.fact.text(Field::DiklatNama).unwrap_or("");
        let level = tables.latihan(name, on).map_or(0, |found| found.tingkat);
        let day = row.fact.tmt;
        let earlier = day.is_some_and(|day| best.1.is_none_or(|known| day < known));
        if level > best.0 || (level > 0 && level == best.0 && earlier) {
            best = (level, day);
        }
    }
    best
}
