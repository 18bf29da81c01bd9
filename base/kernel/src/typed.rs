//! A base document as people type it: kept as typed, then read; or what is wrong with it, field by field.
//! Shared by every form that records what a document says.

use crate::date::Date;
use crate::fact::{Document, Rank};
use crate::id::{EntryId, FactId};

/// Longest text of one field.
const TEXT_MAX: usize = 500;
/// A day further ahead than this is a slip of the pen, not a plan.
const YEARS_AHEAD: i16 = 10;
/// No document about what lives today says anything of a day before.
const FIRST_YEAR: i16 = 1900;

/// Something wrong: name of the form field, and a sentence that says what to do.
pub type Salah = (String, String);

/// What was typed about a document.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct TypedDocument {
    /// What it is: `SK Gubernur`.
    pub jenis: String,
    /// Its weight: `sk` or `surat`.
    pub bobot: String,
    /// Its number.
    pub nomor: String,
    /// Its date.
    pub tanggal: String,
    /// Who signed.
    pub penandatangan: String,
    /// Hash of the file kept already, in hexadecimal.
    pub berkas: String,
    /// What the sender called that file.
    pub nama_berkas: String,
}

impl TypedDocument {
    /// From form fields by name.
    pub fn read<'p>(get: impl Fn(&str) -> &'p str) -> TypedDocument {
        let text = |name: &str| get(name).trim().to_owned();
        TypedDocument {
            jenis: text("jenis_dokumen"),
            bobot: text("bobot"),
            nomor: text("nomor"),
            tanggal: text("tanggal"),
            penandatangan: text("penandatangan"),
            berkas: text("berkas_tersimpan"),
            nama_berkas: text("nama_berkas"),
        }
    }

    /// As form pairs: what the confirming step carries along.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        vec![
            pair("jenis_dokumen", &self.jenis),
            pair("bobot", &self.bobot),
            pair("nomor", &self.nomor),
            pair("tanggal", &self.tanggal),
            pair("penandatangan", &self.penandatangan),
            pair("berkas_tersimpan", &self.berkas),
            pair("nama_berkas", &self.nama_berkas),
        ]
    }

    /// The document meant; what is wrong is told in the order of the form.
    pub fn document(&self, today: Date, salah: &mut Vec<Salah>) -> Document {
        let mut wrong = |name: &str, sentence: String| salah.push((name.to_owned(), sentence));
        let texts = [
            ("jenis_dokumen", &self.jenis, "Tulis jenis dokumen, misalnya SK Gubernur."),
            ("nomor", &self.nomor, "Tulis nomor dokumen persis seperti pada naskah."),
            ("penandatangan", &self.penandatangan, "Tulis siapa yang menandatangani dokumen."),
        ];
        for (name, text, missing) in texts {
            if text.is_empty() {
                wrong(name, missing.to_owned());
            } else if let Some(sentence) = unfit(text) {
                wrong(name, sentence);
            }
        }
        let tanggal = match Date::parse(&self.tanggal) {
            _ if self.tanggal.is_empty() => {
                wrong("tanggal", "Tulis tanggal dokumen sebagai hh-bb-tttt.".into());
                None
            }
            None => {
                wrong("tanggal", unreadable(&self.tanggal));
                None
            }
            Some(day) if day > today => {
                let sentence = format!("Tanggal dokumen {} belum tiba. Periksa tahunnya.", day.dmy());
                wrong("tanggal", sentence);
                None
            }
            Some(day) if day.year() < FIRST_YEAR => {
                wrong("tanggal", format!("Tahun {} terlalu lama. Periksa tahunnya.", day.year()));
                None
            }
            day => day,
        };
        let berkas = match self.berkas.as_str() {
            "" => None,
            hex => {
                let hash = from_hex(hex);
                if hash.is_none() {
                    wrong("berkas", "Berkas dokumen tidak dikenali. Unggah lagi.".into());
                }
                hash
            }
        };
        Document {
            rank: if self.bobot == "surat" { Rank::Surat } else { Rank::Sk },
            jenis: self.jenis.clone(),
            nomor: self.nomor.clone(),
            tanggal,
            penandatangan: self.penandatangan.clone(),
            berkas,
            baris: None,
            urut: 0,
        }
    }
}

/// A day typed for something that holds from it on.
///
/// # Errors
/// A sentence, when it cannot be read or cannot be meant.
pub fn day(typed: &str, today: Date) -> Result<Date, String> {
    match Date::parse(typed) {
        None => Err(unreadable(typed)),
        Some(day) if day.year() < FIRST_YEAR || day > today.add_years(YEARS_AHEAD) => {
            Err(format!("Tanggal {} tidak masuk akal. Periksa tahunnya.", day.dmy()))
        }
        Some(day) => Ok(day),
    }
}

/// Digits, with dots between thousands as people write rupiah.
pub fn whole(typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    let number: i64 = plain.strip_prefix("Rp").unwrap_or(&plain).parse().ok()?;
    (number >= 0).then_some(number)
}

/// Why a text cannot be kept; `None` when it can.
pub fn unfit(text: &str) -> Option<String> {
    if text.chars().count() > TEXT_MAX {
        return Some(format!("Terlalu panjang: paling banyak {TEXT_MAX} huruf."));
    }
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().any(hidden).then(|| "Ada huruf yang tidak tampak di dalamnya. Ketik ulang.".to_owned())
}

/// What is said of a day nobody can read.
pub fn unreadable(typed: &str) -> String {
    format!(
        "Tanggal \"{typed}\" tidak terbaca atau tidak ada di kalender. Tulis sebagai hh-bb-tttt, misalnya 01-10-2026."
    )
}

/// A hash written in hexadecimal.
pub fn from_hex(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// `0199….3`: a fact in an address.
pub fn target_text(target: FactId) -> String {
    format!("{}.{}", target.entry, target.ordinal)
}

/// Back from [`target_text`].
pub fn parse_target(text: &str) -> Option<FactId> {
    let (entry, ordinal) = text.split_once('.')?;
    Some(FactId { entry: EntryId::parse(entry)?, ordinal: ordinal.parse().ok()? })
}
