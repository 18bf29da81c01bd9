//! Values of the register as pages say them.

use crate::rule::filter::{Batas, Kapan};
use host::{World, tanggal};
use kernel::check::Status;
use kernel::search::fold_text;
use kernel::tables::{JenisJabatan, Tables};
use kernel::{Date, Golongan};
use web::component::predikat::Predikat;

/// `PNS`, `CPNS`, `PPPK`, `PPPK paruh waktu`.
pub fn status(status: Status, part_time: bool) -> &'static str {
    match status {
        Status::Cpns => "CPNS",
        Status::Pns => "PNS",
        Status::Pppk if part_time => "PPPK paruh waktu",
        Status::Pppk => "PPPK",
        Status::NonAsn => "Non-ASN",
        Status::Unknown => "Status belum diketahui",
    }
}

/// A legal status beside the status itself; nothing where it only repeats it (`PPPK Paruh Waktu`).
pub fn kedudukan(text: &str, of: Status, part_time: bool) -> &str {
    if fold_text(text) == fold_text(status(of, part_time)) { "" } else { text }
}

/// A predicate as files write it; `None` for words nobody knows.
pub fn predikat(text: &str) -> Option<Predikat> {
    match fold_text(text).as_str() {
        "sangat baik" => Some(Predikat::SangatBaik),
        "baik" => Some(Predikat::Baik),
        "butuh perbaikan" | "cukup" => Some(Predikat::ButuhPerbaikan),
        "kurang" | "kurang misconduct" => Some(Predikat::Kurang),
        "sangat kurang" | "buruk" => Some(Predikat::SangatKurang),
        _ => None,
    }
}

/// The three years before the one looked at, oldest first; nothing when no predicate is known at all.
pub fn ratings(world: &World, i: usize) -> Vec<(i32, Option<Predikat>)> {
    if !world.has_skp {
        return Vec::new();
    }
    let year = world.as_of.effective.year();
    let known = &world.register.predikat[i];
    let of =
        |year: i16| known.iter().find(|p| p.0 == year).and_then(|p| predikat(world.register.names.text(p.1)));
    (year - 3..year).map(|y| (i32::from(y), of(y))).collect()
}

/// `III/d`, empty when unknown.
pub fn golongan(code: u8) -> String {
    Golongan::from_code(code).map(|g| g.to_string()).unwrap_or_default()
}

/// What a limit in time is called.
pub fn limit(contract: bool) -> &'static str {
    if contract { "Akhir perjanjian kerja" } else { "Pensiun" }
}

/// A filter for limits: `Pensiun ≤ 12 bulan`, `Kontrak berakhir 31 Des 2026`.
pub fn batas(batas: Batas) -> String {
    let event = if batas.kontrak { "Kontrak berakhir" } else { "Pensiun" };
    match batas.kapan {
        Kapan::Bulan(months) if months >= 24 && months.is_multiple_of(12) => {
            format!("{event} ≤ {} tahun", months / 12)
        }
        Kapan::Bulan(months) => format!("{event} ≤ {months} bulan"),
        Kapan::Hari(day) => format!("{event} {}", tanggal(day).short()),
    }
}

/// Why somebody has no limit in time; nothing for those who only lack the data for one.
pub fn no_limit(status: Status) -> &'static str {
    if status == Status::NonAsn { "bukan ASN" } else { "" }
}

/// A date for a page.
pub fn day(date: Option<Date>) -> Option<web::Tanggal> {
    date.map(tanggal)
}

/// Kinds of post: word in the address, words on the page.
pub const JENIS: [(&str, &str); 4] = [
    ("struktural", "Struktural"),
    ("fungsional", "Fungsional"),
    ("rangkap", "Rangkap"),
    ("pelaksana", "Pelaksana"),
];

/// A kind of post, empty when unknown.
pub fn jenis(jenis: Option<JenisJabatan>) -> &'static str {
    let place = match jenis {
        None => return "",
        Some(JenisJabatan::Struktural) => 0,
        Some(JenisJabatan::Fungsional) => 1,
        Some(JenisJabatan::Rangkap) => 2,
        Some(JenisJabatan::Pelaksana) => 3,
    };
    JENIS[place].1
}

/// A sex as files write it; empty when unknown.
pub fn sex(sex: u8) -> &'static str {
    match sex {
        b'F' => "Perempuan",
        b'M' => "Laki-laki",
        _ => "",
    }
}

/// A level of education by the number of BKN's code; empty when unknown.
pub fn pendidikan(tables: &Tables, code: u8) -> &str {
    tables.pendidikan(&format!("{code:02}")).map_or("", |p| &p.nama)
}

/// `12 th 3 bl`.
pub fn months(months: u32) -> String {
    format!("{} th {} bl", months / 12, months % 12)
}
