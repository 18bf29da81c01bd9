//! Reads and runs golden cases: tables a lawyer writes in a spreadsheet. A flat table states the facts of
//! each case; a scenario states documents in the order they came in, and the facts are read from those.

pub mod cover;
mod isi;
mod jawab;
mod skenario;
mod terima;

pub use jawab::run;

use crate::pack::Pack;
use crate::potret::Potret;
use crate::verdict::Kode;
use crate::vocabulary::{Asal, FaktaId};
use kernel::Date;

/// Limits on one file: a table nobody can read is no test.
const ROWS: usize = 20_000;
const BYTES: usize = 8 << 20;

/// A case as written.
#[derive(Clone, Debug)]
pub struct Kasus {
    /// Line of the file.
    pub baris: u32,
    /// Its name.
    pub nama: String,
    /// The norm asked.
    pub norma: String,
    /// The day asked about.
    pub hari: Date,
    /// As far as documents had come in; only in scenarios.
    pub diketahui: Option<Date>,
    /// Law date, when another.
    pub hukum: Option<Date>,
    /// As far as the law was known.
    pub hukum_diketahui: Option<Date>,
    /// Region.
    pub wilayah: Option<String>,
    /// The facts.
    pub potret: Potret,
    /// What is expected: column without `=>`, and text.
    pub harap: Vec<(String, String)>,
    /// Who approved it.
    pub sah_oleh: String,
}

/// What came of a case.
#[derive(Clone, Debug)]
pub struct Hasil {
    /// File.
    pub berkas: String,
    /// Line.
    pub baris: u32,
    /// Its name.
    pub nama: String,
    /// The norm.
    pub norma: String,
    /// The verdict expected, for counting.
    pub harap: Option<Kode>,
    /// The verdict given.
    pub kode: Option<Kode>,
    /// What was answered, by the columns expected.
    pub jawab: Vec<(String, String)>,
    /// What differs, in sentences; empty when it passes.
    pub beda: Vec<String>,
}

/// Reads a case table.
///
/// # Errors
/// Sentences with file and line.
pub fn read(pack: &Pack, berkas: &str, text: &str) -> Result<Vec<Kasus>, Vec<String>> {
    if text.len() > BYTES {
        return Err(vec![format!("{berkas}: lebih besar dari {} MiB.", BYTES >> 20)]);
    }
    let text = text.trim_start_matches('\u{feff}');
    let odd = |line: &str| line.chars().any(|c| c.is_control() && c != '\t' && c != '\r');
    if let Some(at) = text.split('\n').position(odd) {
        return Err(vec![format!(
            "{berkas} baris {}: ada karakter kendali; simpan lagi sebagai CSV biasa.",
            at + 1
        )]);
    }
    if skenario::marked(text) {
        return skenario::read(pack, berkas, text);
    }
    let mut common = None;
    let mut skipped = 0;
    for line in text.lines().take_while(|l| l.starts_with('#') || l.trim_matches([',', ' ', '\r']).is_empty())
    {
        skipped += 1;
        if let Some(key) = line.strip_prefix("#norma=") {
            common = Some(key.trim_end_matches([',', '\r', ' ']).to_owned());
        }
    }
    let body: usize = text.split_inclusive('\n').take(skipped).map(str::len).sum();
    let mut csv =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes().get(body..).unwrap_or_default());
    let titles: Vec<String> = match csv.headers() {
        Ok(titles) => titles.iter().map(|t| t.trim().to_owned()).collect(),
        Err(error) => return Err(vec![format!("{berkas}: judul kolom tidak terbaca ({error}).")]),
    };
    let columns = columns(pack, berkas, skipped as u32 + 1, &titles, Bentuk::Rata)?;
    let mut list = Vec::new();
    let mut wrong = Vec::new();
    for record in csv.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                wrong.push(format!("{berkas}: baris tidak terbaca ({error})."));
                continue;
            }
        };
        let baris = record.position().map_or(0, |p| p.line() as u32) + skipped as u32;
        if record.get(0).is_some_and(|c| c.starts_with(skenario::MARK)) {
            wrong.push(format!("{berkas} baris {baris}: #skenario= harus di awal berkas."));
            continue;
        }
        if record.iter().all(|c| c.trim().is_empty()) || record.get(0).is_some_and(|c| c.starts_with('#')) {
            continue;
        }
        if record.len() != titles.len() {
            wrong.push(format!(
                "{berkas} baris {baris}: {} sel, padahal judulnya {} kolom.",
                record.len(),
                titles.len()
            ));
            continue;
        }
        if list.len() >= ROWS {
            wrong.push(format!("{berkas}: lebih dari {ROWS} kasus."));
            break;
        }
        match kasus(pack, &columns, &record, baris, common.as_deref()) {
            Ok(kasus) => list.push(kasus),
            Err(sentence) => wrong.push(format!("{berkas} baris {baris}: {sentence}")),
        }
    }
    twice(berkas, &list, &mut wrong);
    if list.is_empty() && wrong.is_empty() {
        wrong.push(format!("{berkas}: tidak ada satu kasus pun."));
    }
    if wrong.is_empty() { Ok(list) } else { Err(wrong) }
}

fn twice(berkas: &str, list: &[Kasus], wrong: &mut Vec<String>) {
    let mut names: Vec<(&str, u32)> = list.iter().map(|k| (k.nama.as_str(), k.baris)).collect();
    names.sort_unstable();
    for pair in names.windows(2).filter(|p| p[0].0 == p[1].0) {
        wrong.push(format!(
            "{berkas} baris {}: nama kasus \"{}\" sudah dipakai baris {}.",
            pair[1].1, pair[1].0, pair[0].1
        ));
    }
}

/// Where the facts of a table come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bentuk {
    /// From its own columns.
    Rata,
    /// From documents; columns only bring what a register does not hold.
    Skenario,
}

enum Column {
    Nama,
    Norma,
    Hari,
    Diketahui,
    Hukum,
    HukumDiketahui,
    Wilayah,
    SahOleh,
    Apart,
    Fakta(FaktaId),
    Harap(String),
}

fn columns(
    pack: &Pack,
    berkas: &str,
    baris: u32,
    titles: &[String],
    bentuk: Bentuk,
) -> Result<Vec<Column>, Vec<String>> {
    let skenario = bentuk == Bentuk::Skenario;
    let mut wrong = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    for title in titles {
        if seen.contains(&title.as_str()) {
            wrong.push(format!("{berkas} baris {baris}: kolom {title} ada dua kali."));
        }
        seen.push(title);
        columns.push(match title.as_str() {
            "kasus" => Column::Nama,
            "norma" => Column::Norma,
            "hari" => Column::Hari,
            "diketahui" if skenario => Column::Diketahui,
            "diketahui" | "=>dokumen" if !skenario => {
                wrong.push(format!("{berkas} baris {baris}: kolom {title} hanya untuk #skenario=."));
                Column::Apart
            }
            "hukum" => Column::Hukum,
            "hukum_diketahui" => Column::HukumDiketahui,
            "wilayah" => Column::Wilayah,
            "sah_oleh" => Column::SahOleh,
            "dasar" | "catatan" => Column::Apart,
            name => match name.strip_prefix("=>") {
                Some(what) if EXPECT.contains(&what) || what.starts_with("nilai.") || what.starts_with("hasil.") => {
                    Column::Harap(what.to_owned())
                }
                Some(what) => {
                    wrong.push(format!("{berkas} baris {baris}: kolom harapan =>{what} tidak dikenal."));
                    Column::Apart
                }
                None => match pack.words.find(name) {
                    Some(id) if skenario && pack.words.fakta(id).asal == Asal::Riwayat => {
                        wrong.push(format!(
                            "{berkas} baris {baris}: {name} dibaca dari dokumen; tulis dokumen yang menyatakannya."
                        ));
                        Column::Apart
                    }
                    Some(id) => Column::Fakta(id),
                    None if name.contains(';') => {
                        wrong.push(format!(
                            "{berkas} baris {baris}: pakai koma sebagai pemisah kolom, bukan titik koma."
                        ));
                        Column::Apart
                    }
                    None => {
                        wrong.push(format!(
                            "{berkas} baris {baris}: kolom {name} bukan fakta dalam kosakata."
                        ));
                        Column::Apart
                    }
                },
            },
        });
    }
    for (name, there) in [
        ("kasus", columns.iter().any(|c| matches!(c, Column::Nama))),
        ("hari", columns.iter().any(|c| matches!(c, Column::Hari))),
        ("=>hasil", columns.iter().any(|c| matches!(c, Column::Harap(h) if h == "hasil"))),
    ] {
        if !there {
            wrong.push(format!("{berkas} baris {baris}: kolom {name} tidak ada."));
        }
    }
    if wrong.is_empty() { Ok(columns) } else { Err(wrong) }
}

const EXPECT: &[&str] = &["hasil", "gagal_di", "mulai", "waktu", "nilai", "sebutan", "dokumen"];

fn day(text: &str) -> Result<Option<Date>, String> {
    match text {
        "" => Ok(None),
        text => {
            Date::parse(text).map(Some).ok_or(format!("\"{text}\" bukan tanggal; tulis seperti 2026-04-01."))
        }
    }
}

fn kasus(
    pack: &Pack,
    columns: &[Column],
    record: &csv::StringRecord,
    baris: u32,
    common: Option<&str>,
) -> Result<Kasus, String> {
    let mut case = Kasus {
        baris,
        nama: String::new(),
        norma: common.unwrap_or_default().to_owned(),
        hari: Date::MIN,
        diketahui: None,
        hukum: None,
        hukum_diketahui: None,
        wilayah: None,
        potret: Potret::blank(&pack.words),
        harap: Vec::new(),
        sah_oleh: String::new(),
    };
    let mut hari = None;
    for (column, cell) in columns.iter().zip(record) {
        let cell = cell.trim();
        match column {
            Column::Nama => case.nama = cell.to_owned(),
            Column::Norma if !cell.is_empty() => case.norma = cell.to_owned(),
            Column::Hari => hari = day(cell)?,
            Column::Diketahui => case.diketahui = day(cell)?,
            Column::Hukum => case.hukum = day(cell)?,
            Column::HukumDiketahui => case.hukum_diketahui = day(cell)?,
            Column::Wilayah if !cell.is_empty() => case.wilayah = Some(cell.to_owned()),
            Column::SahOleh => case.sah_oleh = cell.to_owned(),
            Column::Fakta(id) => {
                let known = pack.words.parse_known(*id, cell);
                case.potret.set(*id, known.map_err(|s| format!("{}: {s}", pack.words.fakta(*id).nama))?);
            }
            Column::Harap(what) if !cell.is_empty() => case.harap.push((what.clone(), cell.to_owned())),
            _ => {}
        }
    }
    case.hari = hari.ok_or("kolom hari kosong.")?;
    if case.nama.is_empty() {
        return Err("kolom kasus kosong.".to_owned());
    }
    if !pack.kunci().any(|k| k == case.norma) {
        return Err(format!("norma \"{}\" tidak ada dalam paket.", case.norma));
    }
    match case.harap.iter().find(|(what, _)| what == "hasil") {
        None => Err("kolom =>hasil kosong.".to_owned()),
        Some((_, word)) if Kode::from_word(word).is_none() => {
            let all: Vec<&str> = Kode::ALL.iter().map(|k| k.word()).collect();
            Err(format!("=>hasil \"{word}\" tidak dikenal; tulis salah satu: {}.", all.join(", ")))
        }
        Some(_) => Ok(case),
    }
}
