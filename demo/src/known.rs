//! The people of the story book `orang.toml`: written by hand, spoken of in tests by name.

use crate::career::{ActSeed, DocumentSeed};
use crate::codes::{GOLONGAN, GOLONGAN_PPPK, jabatan_id};
use crate::province::instansi_id;
use crate::units::unit_id;
use kernel::{Date, Document, Fact, Field, Kind, Rank, Type, Value};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A person one gets to know by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownPerson {
    /// Short word tests use: `ratih`.
    pub key: String,
    /// The story in one or two sentences.
    pub cerita: String,
    /// The documents, in the order they were recorded.
    pub documents: Vec<DocumentSeed>,
}

impl KnownPerson {
    /// Unit id and name of the post held last, `None` for those who hold none.
    pub fn post(&self) -> Option<(&str, &str)> {
        let last = self.facts().rfind(|f| f.kind == Kind::Jabatan)?;
        Some((last.text(Field::JabatanUnorId)?, last.text(Field::JabatanNama)?))
    }

    /// Unit id and name of every post ever held.
    pub fn posts(&self) -> impl Iterator<Item = (&str, &str)> {
        let held = self.facts().filter(|f| f.kind == Kind::Jabatan);
        held.filter_map(|f| Some((f.text(Field::JabatanUnorId)?, f.text(Field::JabatanNama)?)))
    }

    /// The NIP, when there is one.
    pub fn nip(&self) -> Option<&str> {
        self.facts().find_map(|f| f.text(Field::Nip))
    }

    fn facts(&self) -> impl DoubleEndedIterator<Item = &Fact> {
        self.documents.iter().flat_map(|d| d.acts.iter().map(|a| &a.1))
    }
}

/// What is wrong with the story book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Misprint(String);

impl std::fmt::Display for Misprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "orang.toml: {}", self.0)
    }
}

impl std::error::Error for Misprint {}

#[derive(Deserialize)]
struct Book {
    orang: Vec<Orang>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Orang {
    kunci: String,
    cerita: String,
    dokumen: Vec<Dokumen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dokumen {
    bobot: String,
    jenis: String,
    #[serde(default)]
    nomor: String,
    tanggal: String,
    #[serde(default)]
    penandatangan: String,
    dicatat: Option<String>,
    #[serde(default)]
    urut: u16,
    fakta: Vec<Fakta>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fakta {
    jenis: String,
    tmt: Option<String>,
    sampai: Option<String>,
    /// Path of unit names below the government; fills the unit fields of the kind.
    unit: Option<String>,
    ralat: Option<Sasaran>,
    pembatalan: Option<Sasaran>,
    #[serde(default)]
    nilai: BTreeMap<String, Nilai>,
}

/// Document and fact an amendment speaks of, counted from 0.
#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
struct Sasaran {
    dokumen: usize,
    fakta: u16,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Nilai {
    Angka(i64),
    Teks(String),
}

/// The people of the story book.
pub fn known_people() -> Result<Vec<KnownPerson>, Misprint> {
    let book: Book = toml::from_str(include_str!("../orang.toml")).map_err(|e| Misprint(e.to_string()))?;
    book.orang.into_iter().map(person).collect()
}

fn person(orang: Orang) -> Result<KnownPerson, Misprint> {
    let mut documents = Vec::with_capacity(orang.dokumen.len());
    for (n, dokumen) in orang.dokumen.into_iter().enumerate() {
        let read =
            document(dokumen, n).map_err(|e| Misprint(format!("{}, dokumen {n}: {e}", orang.kunci)))?;
        documents.push(read);
    }
    Ok(KnownPerson { key: orang.kunci, cerita: orang.cerita.trim().to_owned(), documents })
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("{text} bukan tanggal"))
}

fn document(dokumen: Dokumen, place: usize) -> Result<DocumentSeed, String> {
    let rank = match dokumen.bobot.as_str() {
        "sk" => Rank::Sk,
        "surat" => Rank::Surat,
        "rekap" => Rank::Rekap,
        "unduhan" => Rank::Unduhan,
        other => return Err(format!("bobot {other}")),
    };
    let acts = dokumen.fakta.into_iter().map(|f| fact(f, place)).collect::<Result<Vec<_>, String>>()?;
    let mut penandatangan = dokumen.penandatangan;
    if rank == Rank::Sk && penandatangan.is_empty() {
        penandatangan = "Gubernur Bumi Raya".to_owned();
    }
    let recorded_on = day(dokumen.dicatat.as_deref().unwrap_or(&dokumen.tanggal))?;
    let document = Document {
        rank,
        jenis: dokumen.jenis,
        nomor: dokumen.nomor,
        tanggal: Some(day(&dokumen.tanggal)?),
        penandatangan,
        berkas: None,
        baris: None,
        urut: dokumen.urut,
    };
    Ok(DocumentSeed { document, recorded_on, acts })
}

fn fact(fakta: Fakta, place: usize) -> Result<(ActSeed, Fact), String> {
    let kind = Kind::from_name(&fakta.jenis).ok_or_else(|| format!("jenis {}", fakta.jenis))?;
    let earlier = |s: Sasaran| {
        if s.dokumen < place { Ok(s) } else { Err("sasaran bukan dokumen sebelumnya".to_owned()) }
    };
    let act = match (fakta.ralat, fakta.pembatalan) {
        (None, None) => ActSeed::Perubahan,
        (Some(s), None) => ActSeed::Ralat { document_ix: earlier(s)?.dokumen, ordinal: s.fakta },
        (None, Some(s)) => ActSeed::Pembatalan { document_ix: earlier(s)?.dokumen, ordinal: s.fakta },
        _ => return Err("ralat dan pembatalan sekaligus".to_owned()),
    };
    let mut values = Vec::with_capacity(fakta.nilai.len() + 4);
    for (name, value) in &fakta.nilai {
        let field = kind.info().fields.iter().copied().find(|f| f.info().name == name);
        let field = field.ok_or_else(|| format!("{} tidak punya {name}", fakta.jenis))?;
        values.push((field, typed(field, value)?));
    }
    derive(kind, &mut values, fakta.unit.as_deref());
    let tmt = fakta.tmt.as_deref().map(day).transpose()?;
    let until = fakta.sampai.as_deref().map(day).transpose()?;
    Ok((act, Fact::new(kind, tmt, values).until(until)))
}

fn typed(field: Field, value: &Nilai) -> Result<Value, String> {
    match (field.info().ty, value) {
        (Type::Int, Nilai::Angka(n)) => Ok(Value::Int(*n)),
        (Type::Text, Nilai::Teks(t)) => Ok(Value::text(t)),
        (Type::Date, Nilai::Teks(t)) => day(t).map(Value::Date),
        _ => Err(format!("nilai {} tidak sejenis", field.info().name)),
    }
}

/// Codes that follow from what is written, so that the book stays readable.
fn derive(kind: Kind, values: &mut Vec<(Field, Value)>, unit: Option<&str>) {
    let text = |values: &[(Field, Value)], field: Field| {
        values.iter().find(|v| v.0 == field).and_then(|v| v.1.as_text()).map(str::to_owned)
    };
    let government = instansi_id(0);
    let id = unit.map(|path| unit_id(&government, path));
    match kind {
        Kind::Golongan => {
            let name = text(values, Field::GolonganNama).unwrap_or_default();
            let pns = GOLONGAN.iter().find(|g| g.1 == name).map(|g| g.0);
            let pppk = GOLONGAN_PPPK.iter().find(|g| g.1 == name).map(|g| g.0);
            if let Some(id) = pns.or(pppk) {
                values.push((Field::GolonganId, Value::text(id)));
            }
        }
        Kind::Jabatan => {
            if let (Some(name), Some(unit)) = (text(values, Field::JabatanNama), id) {
                let head = text(values, Field::JenisJabatanId).as_deref() == Some("1");
                values.push((
                    Field::JabatanId,
                    Value::text(&if head { unit.clone() } else { jabatan_id(&name) }),
                ));
                values.push((Field::JabatanUnorId, Value::text(&unit)));
            }
        }
        Kind::UnitKerja => {
            if let (Some(path), Some(id)) = (unit, id) {
                let name = path.rsplit('/').next().unwrap_or(path);
                let nama = "Pemerintah Provinsi Bumi Raya";
                for (field, value) in [
                    (Field::UnorId, id.as_str()),
                    (Field::UnorNama, name),
                    (Field::InstansiIndukId, &government),
                    (Field::InstansiInduk, nama),
                    (Field::InstansiKerjaId, &government),
                    (Field::InstansiKerja, nama),
                ] {
                    values.push((field, Value::text(value)));
                }
            }
        }
        Kind::Penugasan => {
            if let Some(id) = id {
                values.push((Field::PenugasanUnorId, Value::text(&id)));
            }
        }
        _ => {}
    }
}
