//! What histories say: predicates, punishments, contracts, courses, examinations, leave.

use super::{Read, Seen, What};
use kernel::tables::Ambang;
use kernel::{Date, Field, Kind, Row};

fn lower(row: &Row, field: Field) -> String {
    row.fact.text(field).unwrap_or("").to_lowercase()
}

fn has(row: &Row, fields: &[Field], words: &[&str]) -> bool {
    fields.iter().any(|f| {
        let text = lower(row, *f);
        words.iter().any(|w| text.contains(w))
    })
}

/// The predicate of the year so many years before the day asked.
pub(super) fn predikat<'l>(s: &Seen<'_, 'l>, ago: i64) -> Read<'l> {
    let year = i64::from(s.p.today.year()) - ago;
    let of_year = |row: &&Row| row.fact.get(Field::KinerjaTahun).and_then(|v| v.as_int()) == Some(year);
    let Some(row) = s.snapshot.several(Kind::Kinerja).filter(of_year).last() else {
        return Read { what: What::Unknown, rows: Vec::new() };
    };
    let word = match lower(row, Field::KinerjaPredikat).trim() {
        "sangat baik" => What::Word("SANGAT_BAIK"),
        "baik" => What::Word("BAIK"),
        // The older names of PP 46/2011, in their order.
        "butuh perbaikan" | "cukup" => What::Word("BUTUH_PERBAIKAN"),
        "kurang" | "kurang/misconduct" => What::Word("KURANG"),
        "sangat kurang" | "buruk" => What::Word("SANGAT_KURANG"),
        _ => What::Unknown,
    };
    Read { what: word, rows: vec![row] }
}

fn grave(row: &Row) -> Option<&'static str> {
    let level = lower(row, Field::HukdisTingkat);
    [("berat", "BERAT"), ("sedang", "SEDANG"), ("ringan", "RINGAN")]
        .into_iter()
        .find(|(word, _)| level.contains(word))
        .map(|(_, level)| level)
}

pub(super) fn hukdis_sampai<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let begun = |row: &&Row| row.fact.tmt.is_none_or(|tmt| tmt <= s.p.today);
    let rows: Vec<&Row> =
        s.p.rows(Kind::HukumanDisiplin)
            .filter(begun)
            .filter(|row| matches!(grave(row), Some("BERAT" | "SEDANG") | None))
            .collect();
    match rows.iter().map(|r| r.fact.until).max() {
        None => s.none(Kind::HukumanDisiplin),
        // One without an end, or of a level nobody can read, leaves the day open.
        Some(_) if rows.iter().any(|r| r.fact.until.is_none()) => Read { what: What::Unknown, rows },
        Some(until) => Read { what: super::day(until), rows },
    }
}

pub(super) fn hukdis_terberat<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let years = i16::try_from(s.threshold(Ambang::HukdisTerberatTahun)).unwrap_or(i16::MAX);
    let from = s.p.today.add_years(-years);
    let within = |row: &&Row| row.fact.tmt.is_none_or(|tmt| from < tmt && tmt <= s.p.today);
    let rows: Vec<&Row> = s.p.rows(Kind::HukumanDisiplin).filter(within).collect();
    if rows.is_empty() {
        return s.none(Kind::HukumanDisiplin);
    }
    let levels: Option<Vec<&str>> = rows.iter().map(|r| grave(r)).collect();
    let worst = levels.map(|list| ["BERAT", "SEDANG", "RINGAN"].into_iter().find(|l| list.contains(l)));
    Read { what: worst.flatten().map_or(What::Unknown, What::Word), rows }
}

pub(super) fn kontrak<'l>(s: &Seen<'_, 'l>, begin: bool) -> Read<'l> {
    if s.p.is_pns() {
        return Read { what: What::Absent, rows: Vec::new() };
    }
    // Of several in force the one that ends last binds.
    let running = s
        .snapshot
        .several(Kind::PerjanjianKerja)
        .max_by_key(|r| (r.fact.until.unwrap_or(Date::from_days(i32::MAX)), r.id));
    match running {
        None => Read { what: What::Unknown, rows: Vec::new() },
        Some(row) => {
            let day = if begin { row.fact.tmt } else { row.fact.until };
            Read { what: super::day(day), rows: vec![row] }
        }
    }
}

/// Hours of courses finished in the year so many years before that of the day asked.
pub(super) fn jp<'l>(s: &Seen<'_, 'l>, ago: i16) -> Read<'l> {
    let year = s.p.today.year() - ago;
    let of_year = |row: &&Row| row.fact.tmt.is_some_and(|day| day.year() == year && day <= s.p.today);
    let rows: Vec<&Row> = s.p.rows(Kind::Diklat).filter(of_year).collect();
    let hours: Option<Vec<i64>> =
        rows.iter().map(|r| r.fact.get(Field::DiklatJp).and_then(|v| v.as_int())).collect();
    let what = match hours {
        Some(list) if !rows.is_empty() => What::Int(list.iter().sum()),
        Some(_) if s.lengkap.contains(&Kind::Diklat) => What::Int(0),
        _ => What::Unknown,
    };
    Read { what, rows }
}

pub(super) fn diklat_pim<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let level = |row: &Row| {
        let name = row.fact.text(Field::DiklatNama).unwrap_or("");
        s.p.tables.latihan(name, s.p.today).map_or(0, |found| found.tingkat)
    };
    let best =
        s.snapshot.several(Kind::Diklat).map(|row| (level(row), row)).max_by_key(|(l, row)| (*l, row.id));
    match best {
        Some((level @ 1..=4, row)) => {
            let word = ["PKP", "PKA", "PKN_II", "PKN_I"][usize::from(level) - 1];
            Read { what: What::Word(word), rows: vec![row] }
        }
        _ => s.none(Kind::Diklat),
    }
}

fn last<'l>(s: &Seen<'_, 'l>, counts: impl Fn(&Row) -> bool) -> Read<'l> {
    let row = s.snapshot.several(Kind::Diklat).filter(|r| counts(r)).max_by_key(|r| (r.fact.tmt, r.id));
    match row {
        Some(row) => Read { what: super::day(row.fact.tmt), rows: vec![row] },
        None => s.none(Kind::Diklat),
    }
}

pub(super) fn diklat_teknis<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let enough = s.threshold(Ambang::DiklatTeknisJpMin);
    last(s, |row| {
        let hours = row.fact.get(Field::DiklatJp).and_then(|v| v.as_int()).unwrap_or(0);
        has(row, &[Field::DiklatJenis], &["teknis"]) && hours >= enough
    })
}

pub(super) fn seminar<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    const WORDS: &[&str] =
        &["seminar", "workshop", "lokakarya", "webinar", "bimbingan teknis", "bimtek", "sosialisasi"];
    last(s, |row| has(row, &[Field::DiklatJenis, Field::DiklatNama], WORDS))
}

pub(super) fn diklat_fungsional<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let row = s.snapshot.several(Kind::Diklat).find(|r| has(r, &[Field::DiklatJenis], &["fungsional"]));
    match row {
        Some(row) => Read { what: What::Yes(true), rows: vec![row] },
        None if s.lengkap.contains(&Kind::Diklat) => Read { what: What::Yes(false), rows: Vec::new() },
        None => Read { what: What::Unknown, rows: Vec::new() },
    }
}

/// Which examination.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ujian {
    /// Ujian dinas tingkat I.
    Dinas1,
    /// Ujian dinas tingkat II.
    Dinas2,
    /// Penyesuaian ijazah.
    Ukppi,
}

pub(super) fn ujian<'l>(s: &Seen<'_, 'l>, which: Ujian) -> Read<'l> {
    let is = |row: &&Row| {
        let name = lower(row, Field::UjianJenis);
        let adjust = name.contains("ukppi") || name.contains("penyesuaian");
        let second = name.split(|c: char| !c.is_alphanumeric()).any(|w| w == "ii" || w == "2");
        which
            == if adjust {
                Ujian::Ukppi
            } else if second {
                Ujian::Dinas2
            } else {
                Ujian::Dinas1
            }
    };
    let passed = |row: &Row| {
        let result = lower(row, Field::UjianHasil);
        result.contains("lulus") && !result.contains("tidak") && !result.contains("belum")
    };
    let rows: Vec<&Row> = s.snapshot.several(Kind::UjianDinas).filter(is).collect();
    match (rows.iter().find(|r| passed(r)), rows.last()) {
        (Some(row), _) => Read { what: What::Word("LULUS"), rows: vec![row] },
        (None, Some(row)) => Read { what: What::Word("TIDAK_LULUS"), rows: vec![row] },
        (None, None) => s.none(Kind::UjianDinas),
    }
}

/// The first day no longer in a state the legal status names as well.
pub(super) fn sedang<'l>(s: &Seen<'_, 'l>, kind: Kind, word: &str) -> Read<'l> {
    let rows: Vec<&Row> = s.snapshot.several(kind).collect();
    match rows.iter().map(|r| r.fact.until).max() {
        Some(_) if rows.iter().any(|r| r.fact.until.is_none()) => Read { what: What::Unknown, rows },
        Some(until) => Read { what: super::day(until), rows },
        None => match says(s, word) {
            Some(false) => s.state(Kind::Status, What::Absent),
            _ => s.none(kind),
        },
    }
}

/// Whether the legal status says so; `None` when it is not known.
fn says(s: &Seen<'_, '_>, word: &str) -> Option<bool> {
    let named = s.snapshot.text(Field::Kedudukan).to_lowercase();
    let listed = s.p.kedudukan.map(|item| item.nama.to_lowercase());
    let text = listed.unwrap_or(named);
    (!text.is_empty()).then(|| text.contains(word))
}

pub(super) fn sementara<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let rows: Vec<&Row> = s.snapshot.several(Kind::PemberhentianSementara).collect();
    let what = match says(s, "sementara") {
        _ if !rows.is_empty() => What::Yes(true),
        Some(yes) => What::Yes(yes),
        None => What::Unknown,
    };
    if rows.is_empty() { s.state(Kind::Status, what) } else { Read { what, rows } }
}

pub(super) fn angka_kredit<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    match s.snapshot.several(Kind::AngkaKredit).max_by_key(|r| (r.fact.tmt, r.id)) {
        Some(row) => {
            let value = row.fact.get(Field::AngkaKreditNilai).and_then(|v| v.as_int());
            Read { what: value.map_or(What::Unknown, What::Hundredths), rows: vec![row] }
        }
        None => s.none(Kind::AngkaKredit),
    }
}

pub(super) fn cuti_besar<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let begun = |row: &&Row| row.fact.tmt.is_none_or(|tmt| tmt <= s.p.today);
    let long = |row: &&Row| has(row, &[Field::CutiJenis], &["besar"]);
    match s.p.rows(Kind::Cuti).filter(begun).filter(long).max_by_key(|r| (r.fact.tmt, r.id)) {
        Some(row) => Read { what: super::day(row.fact.tmt), rows: vec![row] },
        None => s.none(Kind::Cuti),
    }
}

pub(super) fn plt<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let acts = |row: &&Row| has(row, &[Field::PenugasanJenis], &["plt", "plh"]);
    match s.snapshot.several(Kind::Penugasan).filter(acts).min_by_key(|r| (r.fact.tmt, r.id)) {
        Some(row) => Read { what: super::day(row.fact.tmt), rows: vec![row] },
        None => s.none(Kind::Penugasan),
    }
}
