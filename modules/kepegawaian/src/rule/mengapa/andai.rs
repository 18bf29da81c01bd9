//! Suppositions of an address: `andai.golongan=III/d`. They change a portrait for one look and nothing else.

use kernel::Date;
use law::value::{Type, Value};
use law::{FaktaId, Known, Potret, Vocabulary};

/// What names of suppositions begin with.
pub const PREFIX: &str = "andai.";
/// Written for a fact that is known not to be there.
pub const NONE: &str = "-";
/// Written for a fact nobody knows.
pub const UNKNOWN: &str = "?";

/// What an address supposes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Andai {
    /// Facts and what they are supposed to be.
    pub set: Vec<(FaktaId, Known)>,
    /// What was typed, by name of the fact.
    pub typed: Vec<(String, String)>,
    /// Name of the fact, and what is wrong.
    pub errors: Vec<(String, String)>,
}

impl Andai {
    /// Reads the pairs of an address; `used` are the facts the norms shown look at.
    pub fn read(query: &[(String, String)], words: &Vocabulary, used: &[FaktaId]) -> Andai {
        let mut andai = Andai::default();
        let said = query.iter().filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?, value.trim())));
        for (name, value) in said.filter(|(_, value)| !value.is_empty()) {
            if andai.typed.iter().any(|t| t.0 == name) {
                continue;
            }
            andai.typed.push((name.to_owned(), value.to_owned()));
            match supposed(words, used, name, value) {
                Ok(known) => andai.set.push(known),
                Err(sentence) => andai.errors.push((name.to_owned(), sentence)),
            }
        }
        andai
    }

    /// What was typed for a fact.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.iter().find(|t| t.0 == name).map_or("", |t| t.1.as_str())
    }

    /// The portrait with what is supposed; a supposed fact rests on no document.
    pub fn apply(&self, potret: &Potret) -> Potret {
        let mut changed = potret.clone();
        self.set.iter().for_each(|(fakta, known)| changed.state(*fakta, known.clone(), Vec::new()));
        changed
    }
}

fn supposed(
    words: &Vocabulary,
    used: &[FaktaId],
    name: &str,
    value: &str,
) -> Result<(FaktaId, Known), String> {
    let Some(fakta) = words.find(name) else {
        return Err(format!("Fakta \"{name}\" tidak dikenal. Pilih dari isian di bawah."));
    };
    let label = &words.fakta(fakta).label;
    if !used.contains(&fakta) {
        return Err(format!("{label} tidak dipakai oleh ketentuan ini, jadi tidak mengubah jawabannya."));
    }
    let known = match value {
        NONE => Known::Absent,
        UNKNOWN => Known::Unknown,
        value => Known::Is(read(words, words.fakta(fakta).tipe, value).ok_or_else(|| {
            let wanted = match words.fakta(fakta).tipe {
                Type::Tanggal => "tanggal; tulis hh-bb-tttt, misalnya 22-11-2026".to_owned(),
                Type::Bilangan | Type::Rupiah => "bilangan bulat; tulis angka saja".to_owned(),
                Type::Desimal => "bilangan; desimal ditulis dengan koma, misalnya 12,5".to_owned(),
                Type::YaTidak => "ya atau tidak".to_owned(),
                Type::Pilihan(jenis) => {
                    format!("salah satu pilihannya: {}", words.jenis(jenis).words())
                }
                Type::Teks => "teks".to_owned(),
            };
            format!("{label}: \"{value}\" bukan {wanted}.")
        })?),
    };
    Ok((fakta, known))
}

/// A value as people type it: dates with the day first, numbers with a decimal comma, choices by word or label.
fn read(words: &Vocabulary, tipe: Type, text: &str) -> Option<Value> {
    match tipe {
        Type::Tanggal => Date::parse(text).map(Value::Day),
        Type::Bilangan | Type::Rupiah => {
            let plain: String =
                text.trim_start_matches("Rp").chars().filter(|c| !" .".contains(*c)).collect();
            words.parse_value(tipe, &plain).ok()
        }
        Type::Desimal if text.contains(',') => {
            words.parse_value(tipe, &text.replace('.', "").replace(',', ".")).ok()
        }
        Type::Pilihan(jenis) => {
            let list = words.jenis(jenis);
            let same = |i: &u16| list.label(*i).eq_ignore_ascii_case(text);
            let place = list.find(text).or_else(|| (0..u16::try_from(list.len()).ok()?).find(same));
            place.map(|i| Value::Pick(jenis, i))
        }
        _ => words.parse_value(tipe, text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is typed for a fact, and what comes of it: a value, or a piece of the sentence.
    const TABLE: &[(&str, &str, Result<&str, &str>)] = &[
        ("golongan", "III/d", Ok("III/d")),
        ("tmt_golongan", "01-04-2023", Ok("2023-04-01")),
        ("tmt_golongan", "2023-04-01", Ok("2023-04-01")),
        ("predikat_1", "sangat baik", Ok("SANGAT_BAIK")),
        ("predikat_1", "SANGAT_BAIK", Ok("SANGAT_BAIK")),
        ("hukdis_sampai", "-", Ok("-")),
        ("hukdis_sampai", "?", Ok("?")),
        ("golongan", "V/z", Err("bukan salah satu pilihannya")),
        ("tmt_golongan", "besok", Err("tulis hh-bb-tttt")),
        ("warna", "biru", Err("tidak dikenal")),
        ("gaji_pokok", "3000000", Err("tidak dipakai oleh ketentuan ini")),
    ];

    #[test]
    fn what_is_typed_is_read_or_said() {
        let pack = law::Pack::bundled().expect("the pack");
        let words = &pack.words;
        let used: Vec<FaktaId> = ["golongan", "tmt_golongan", "predikat_1", "hukdis_sampai"]
            .iter()
            .map(|n| words.find(n).expect("a fact"))
            .collect();
        for (name, typed, wanted) in TABLE {
            let query = [(format!("{PREFIX}{name}"), format!(" {typed} "))];
            let andai = Andai::read(&query, words, &used);
            assert_eq!(andai.typed(name), *typed, "what was typed is kept");
            match wanted {
                Ok(value) => {
                    let (_, known) = andai.set.first().unwrap_or_else(|| panic!("{name} {typed}"));
                    let said = match known {
                        Known::Is(v) => v.code(words),
                        Known::Absent => NONE.into(),
                        _ => UNKNOWN.into(),
                    };
                    assert_eq!(said, *value);
                }
                Err(piece) => {
                    assert!(andai.set.is_empty() && andai.errors[0].1.contains(piece), "{:?}", andai.errors);
                }
            }
        }
    }

    #[test]
    fn nothing_typed_supposes_nothing() {
        let pack = law::Pack::bundled().expect("the pack");
        let query = [("andai.golongan".to_owned(), "  ".to_owned()), ("hukum".to_owned(), "x".to_owned())];
        assert_eq!(Andai::read(&query, &pack.words, &[]), Andai::default());
    }
}
