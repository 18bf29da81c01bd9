//! The closed list of facts a norm may ask for, read from `kosakata.toml`: its single source.

use crate::number::Exact;
use crate::reader::{Complaints, Part, Source};
use crate::value::{Known, Type, Value};
use kernel::Date;
use std::collections::HashMap;

/// A closed list of choices, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct JenisId(pub u16);

/// A fact, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FaktaId(pub u16);

/// A closed list of choices.
#[derive(Clone, Debug)]
pub struct Jenis {
    /// Its name in the pack.
    pub nama: Box<str>,
    nilai: Vec<Box<str>>,
    label: Vec<Box<str>>,
    /// Whether the order of its choices means something.
    pub berurut: bool,
}

impl Jenis {
    /// The word of a choice.
    pub fn nilai(&self, i: u16) -> &str {
        self.nilai.get(usize::from(i)).map_or("", |s| s)
    }
    /// What people read.
    pub fn label(&self, i: u16) -> &str {
        self.label.get(usize::from(i)).map_or("", |s| s)
    }
    /// The place of a word.
    pub fn find(&self, word: &str) -> Option<u16> {
        self.nilai.iter().position(|n| &**n == word).and_then(|i| u16::try_from(i).ok())
    }
    /// How many choices.
    pub fn len(&self) -> usize {
        self.nilai.len()
    }
    /// Whether there is none; a pack with an empty list is refused.
    pub fn is_empty(&self) -> bool {
        self.nilai.is_empty()
    }
    /// Its words, for "Pilihannya: …".
    pub fn words(&self) -> String {
        const SHOWN: usize = 24;
        let mut words: Vec<&str> = self.nilai.iter().take(SHOWN).map(|s| &**s).collect();
        if self.nilai.len() > SHOWN {
            words.push("…");
        }
        words.join(", ")
    }
}

/// Where a fact comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asal {
    /// Folded from the register.
    Riwayat,
    /// Given with the question.
    Masukan,
}

/// A fact norms may ask for.
#[derive(Clone, Debug)]
pub struct Fakta {
    /// Its name in norms.
    pub nama: Box<str>,
    /// What people read.
    pub label: Box<str>,
    /// What it means.
    pub arti: Box<str>,
    /// Its type.
    pub tipe: Type,
    /// Where it comes from.
    pub asal: Asal,
    /// Whether it speaks of a year that becomes another one on 1 January.
    pub tahunan: bool,
    /// It tells of discipline, suspension or rulings: closed to whoever may not see those.
    pub tertutup: bool,
}

/// All facts and choices.
#[derive(Clone, Default, Debug)]
pub struct Vocabulary {
    jenis: Vec<Jenis>,
    fakta: Vec<Fakta>,
    jenis_by: HashMap<Box<str>, JenisId>,
    fakta_by: HashMap<Box<str>, FaktaId>,
}

impl Vocabulary {
    /// Reads `kosakata.toml`.
    pub fn read(name: &str, text: &str, complaints: &Complaints) -> Vocabulary {
        let source = Source::new(name, text, complaints);
        let mut words = Vocabulary::default();
        let Some(root) = source.table(text) else { return words };
        let root = source.part(root.get_ref(), 0);
        if let Some(all) = root.table("jenis") {
            all.tables().into_iter().for_each(|(nama, part)| words.read_jenis(nama, &part));
        }
        if let Some(all) = root.table("fakta") {
            all.tables().into_iter().for_each(|(nama, part)| words.read_fakta(nama, &part));
        }
        root.done();
        words.in_order();
        words
    }

    /// Facts of the register first: what is known of a person from there then takes no room for what
    /// only questions bring.
    fn in_order(&mut self) {
        self.fakta.sort_by_key(|f| f.asal == Asal::Masukan);
        let numbered = self.fakta.iter().enumerate();
        self.fakta_by = numbered.map(|(i, f)| (f.nama.clone(), FaktaId(i as u16))).collect();
    }

    /// How many facts come from the register; they are numbered first.
    pub fn riwayat(&self) -> usize {
        self.fakta.partition_point(|f| f.asal == Asal::Riwayat)
    }

    fn read_jenis(&mut self, nama: String, part: &Part<'_>) {
        let texts = |key| part.texts(key).into_iter().map(|s| s.text).collect::<Vec<Box<str>>>();
        let nilai = texts("nilai");
        let label = if part.has("label") { texts("label") } else { nilai.clone() };
        let berurut = part.flag("berurut");
        part.done();
        if nilai.is_empty() || nilai.len() > 4000 {
            part.complain(format!("pilihan `{nama}` harus berisi 1 sampai 4000 nilai."));
        }
        if label.len() != nilai.len() {
            part.complain(format!("`label` pada `{nama}` harus sebanyak `nilai`."));
        }
        let mut once = nilai.clone();
        once.sort();
        once.dedup();
        if once.len() != nilai.len() {
            part.complain(format!("pilihan `{nama}` menyebut satu nilai dua kali."));
        }
        let id = JenisId(self.jenis.len() as u16);
        self.jenis_by.insert(nama.as_str().into(), id);
        self.jenis.push(Jenis { nama: nama.into(), nilai, label, berurut });
    }

    fn read_fakta(&mut self, nama: String, part: &Part<'_>) {
        let label = part.need("label");
        let arti = part.need("arti");
        let tipe = part.need("tipe").and_then(|said| {
            let found = self.type_of(&said.text);
            if found.is_none() {
                part.complain(format!("tipe `{}` tidak dikenal.", said.text));
            }
            found
        });
        let asal = part.need("asal").and_then(|said| match &*said.text {
            "riwayat" => Some(Asal::Riwayat),
            "masukan" => Some(Asal::Masukan),
            other => {
                part.complain(format!("`asal` \"{other}\" tidak dikenal; tulis riwayat atau masukan."));
                None
            }
        });
        let tahunan = part.text("kedaluwarsa").is_some_and(|said| {
            if &*said.text != "tahunan" {
                part.complain("`kedaluwarsa` hanya mengenal tahunan.");
            }
            true
        });
        let tertutup = part.flag("tertutup");
        part.done();
        let plain = nama.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !plain || RESERVED.contains(&nama.as_str()) {
            part.complain(format!("nama fakta `{nama}` tidak boleh; pakai huruf kecil, angka, dan _."));
        }
        let (Some(label), Some(arti), Some(tipe), Some(asal)) = (label, arti, tipe, asal) else { return };
        let id = FaktaId(self.fakta.len() as u16);
        self.fakta_by.insert(nama.as_str().into(), id);
        self.fakta.push(Fakta {
            nama: nama.into(),
            label: label.text,
            arti: arti.text,
            tipe,
            asal,
            tahunan,
            tertutup,
        });
    }

    /// A type by its word.
    pub fn type_of(&self, word: &str) -> Option<Type> {
        Some(match word {
            "tanggal" => Type::Tanggal,
            "bilangan" => Type::Bilangan,
            "desimal" => Type::Desimal,
            "rupiah" => Type::Rupiah,
            "ya_tidak" => Type::YaTidak,
            "teks" => Type::Teks,
            jenis => Type::Pilihan(*self.jenis_by.get(jenis)?),
        })
    }

    /// The word of a type.
    pub fn type_word(&self, tipe: Type) -> &str {
        match tipe {
            Type::Tanggal => "tanggal",
            Type::Bilangan => "bilangan",
            Type::Desimal => "desimal",
            Type::Rupiah => "rupiah",
            Type::YaTidak => "ya_tidak",
            Type::Teks => "teks",
            Type::Pilihan(jenis) => &self.jenis(jenis).nama,
        }
    }

    /// A list of choices.
    pub fn jenis(&self, id: JenisId) -> &Jenis {
        &self.jenis[usize::from(id.0)]
    }

    /// Every list of choices.
    pub fn jenis_list(&self) -> &[Jenis] {
        &self.jenis
    }

    /// A fact.
    pub fn fakta(&self, id: FaktaId) -> &Fakta {
        &self.fakta[usize::from(id.0)]
    }

    /// Every fact, by number.
    pub fn fakta_list(&self) -> &[Fakta] {
        &self.fakta
    }

    /// A fact by name.
    pub fn find(&self, nama: &str) -> Option<FaktaId> {
        self.fakta_by.get(nama).copied()
    }

    /// A choice by list and word.
    pub fn pick(&self, jenis: &str, word: &str) -> Option<Value> {
        let id = *self.jenis_by.get(jenis)?;
        Some(Value::Pick(id, self.jenis(id).find(word)?))
    }

    /// Reads a value of a type as files write it.
    ///
    /// # Errors
    /// An Indonesian sentence naming what is expected.
    pub fn parse_value(&self, tipe: Type, text: &str) -> Result<Value, String> {
        let found = match tipe {
            Type::Tanggal => Date::parse(text).map(Value::Day),
            Type::Bilangan | Type::Rupiah => {
                Exact::parse(text).filter(|n| n.whole().is_some()).map(Value::Num)
            }
            Type::Desimal => Exact::parse(text).map(Value::Num),
            Type::YaTidak => match text {
                "ya" => Some(Value::Yes(true)),
                "tidak" => Some(Value::Yes(false)),
                _ => None,
            },
            Type::Teks => Some(Value::Text(text.into())),
            Type::Pilihan(jenis) => self.jenis(jenis).find(text).map(|i| Value::Pick(jenis, i)),
        };
        found.ok_or_else(|| match tipe {
            Type::Tanggal => format!("\"{text}\" bukan tanggal; tulis seperti 2026-04-01."),
            Type::YaTidak => format!("\"{text}\" harus ya atau tidak."),
            Type::Pilihan(jenis) => {
                format!("\"{text}\" bukan pilihan. Pilihannya: {}.", self.jenis(jenis).words())
            }
            _ => format!("\"{text}\" bukan bilangan; desimal ditulis dengan titik."),
        })
    }

    /// Reads a cell of a case: empty or `?` unknown, `-` absent, `!` contradicted, else a value.
    ///
    /// # Errors
    /// As [`Vocabulary::parse_value`].
    pub fn parse_known(&self, fakta: FaktaId, text: &str) -> Result<Known, String> {
        match text {
            "" | "?" => Ok(Known::Unknown),
            "-" => Ok(Known::Absent),
            "!" => Ok(Known::Conflict),
            text => self.parse_value(self.fakta(fakta).tipe, text).map(Known::Is),
        }
    }
}

/// Words of the language of expressions, which no fact may be called.
const RESERVED: &[&str] = &[
    "hari",
    "dan",
    "atau",
    "bukan",
    "di",
    "ada",
    "tidak_ada",
    "bila",
    "tabel",
    "norma",
    "lulus",
    "benar",
    "salah",
];
