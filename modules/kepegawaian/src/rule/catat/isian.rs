//! What was typed into Catat SK, kept as typed: nothing an officer wrote is lost on the way back.

use kernel::typed::{TypedDocument, parse_target, target_text};
use kernel::{FactId, Field, Kind};

/// Statements one document can carry here; an SK with more is two acts.
pub const STATEMENTS_MAX: usize = 8;

/// What a statement does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tindakan {
    /// Something new from a day on.
    Perubahan,
    /// The fact was recorded wrongly.
    Ralat(FactId),
    /// The fact is annulled.
    Pembatalan(FactId),
}

/// One statement as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pernyataan {
    /// What it is about.
    pub kind: Kind,
    /// What it does.
    pub tindakan: Tindakan,
    /// First day.
    pub tmt: String,
    /// First day it no longer holds.
    pub sampai: String,
    /// What was typed by field; a field with a code list holds the code.
    pub values: Vec<(Field, String)>,
    /// Words to find a post or unit by.
    pub cari: String,
    /// Id of the post or unit chosen.
    pub pilih: String,
}

impl Pernyataan {
    /// An empty statement.
    pub fn new(kind: Kind, tindakan: Tindakan) -> Pernyataan {
        Pernyataan {
            kind,
            tindakan,
            tmt: String::new(),
            sampai: String::new(),
            values: Vec::new(),
            cari: String::new(),
            pilih: String::new(),
        }
    }

    /// What was typed for a field, `""` when nothing.
    pub fn value(&self, field: Field) -> &str {
        self.values.iter().find(|v| v.0 == field).map_or("", |v| v.1.as_str())
    }
}

/// The whole form as typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Isian {
    /// The paper.
    pub document: TypedDocument,
    /// Entries about the person when the form was opened.
    pub dasar: usize,
    /// What it states.
    pub pernyataan: Vec<Pernyataan>,
}

impl Isian {
    /// From form pairs; what is not of this form is left out.
    pub fn read(pairs: &[(String, String)]) -> Isian {
        let get = |name: &str| pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.as_str());
        let pernyataan = (0..STATEMENTS_MAX).map_while(|n| statement(n, &get)).collect();
        let dasar = get("dasar").parse().unwrap_or(0);
        Isian { document: TypedDocument::read(get), dasar, pernyataan }
    }

    /// As form pairs: what the confirming step carries along.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.document.pairs();
        pairs.push(("dasar".to_owned(), self.dasar.to_string()));
        for (n, p) in self.pernyataan.iter().enumerate() {
            let (word, target) = act_words(p.tindakan);
            pairs.push((name(n, "jenis"), p.kind.info().name.to_owned()));
            pairs.push((name(n, "tindakan"), word.to_owned()));
            pairs.push((name(n, "sasaran"), target));
            pairs.push((name(n, "tmt"), p.tmt.clone()));
            pairs.push((name(n, "sampai"), p.sampai.clone()));
            pairs.push((name(n, "pilih"), p.pilih.clone()));
            pairs.extend(p.values.iter().map(|(field, v)| (field_name(n, *field), v.clone())));
        }
        pairs
    }
}

/// Name of a form field of the n-th statement.
pub fn name(n: usize, part: &str) -> String {
    format!("p{n}_{part}")
}

/// Name of a value's form field.
pub fn field_name(n: usize, field: Field) -> String {
    format!("p{n}_isi_{}", field.info().name)
}

/// Word and target of an act, as forms and addresses carry them.
pub fn act_words(tindakan: Tindakan) -> (&'static str, String) {
    match tindakan {
        Tindakan::Perubahan => ("perubahan", String::new()),
        Tindakan::Ralat(target) => ("ralat", target_text(target)),
        Tindakan::Pembatalan(target) => ("pembatalan", target_text(target)),
    }
}

fn statement<'p>(n: usize, get: &impl Fn(&str) -> &'p str) -> Option<Pernyataan> {
    let kind = Kind::from_name(get(&name(n, "jenis"))).filter(|k| k.about_pegawai())?;
    let target = parse_target(get(&name(n, "sasaran")));
    let tindakan = match (get(&name(n, "tindakan")), target) {
        ("ralat", Some(target)) => Tindakan::Ralat(target),
        ("pembatalan", Some(target)) => Tindakan::Pembatalan(target),
        _ => Tindakan::Perubahan,
    };
    let typed = |part: &str| get(&name(n, part)).trim().to_owned();
    let values = kind.info().fields.iter().map(|f| (*f, get(&field_name(n, *f)).trim().to_owned()));
    Some(Pernyataan {
        kind,
        tindakan,
        tmt: typed("tmt"),
        sampai: typed("sampai"),
        values: values.filter(|v| !v.1.is_empty()).collect(),
        cari: typed("cari"),
        pilih: typed("pilih"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::EntryId;

    #[test]
    fn what_is_carried_along_is_read_back_the_same() {
        let target = FactId { entry: EntryId([7; 16]), ordinal: 3 };
        let mut golongan = Pernyataan::new(Kind::Golongan, Tindakan::Perubahan);
        golongan.tmt = "01-10-2026".into();
        golongan.values = vec![(Field::GolonganNama, "34".into()), (Field::MkTahun, "x".into())];
        let ralat =
            Pernyataan { sampai: "salah".into(), ..Pernyataan::new(Kind::Cuti, Tindakan::Ralat(target)) };
        let batal = Pernyataan::new(Kind::Jabatan, Tindakan::Pembatalan(target));
        let isian = Isian {
            document: TypedDocument {
                jenis: "SK Gubernur".into(),
                nomor: "800/1 \"x\"".into(),
                tanggal: "31-02-2026".into(),
                ..TypedDocument::default()
            },
            dasar: 4,
            pernyataan: vec![golongan, ralat, batal],
        };
        assert_eq!(Isian::read(&isian.pairs()), isian);
    }
}
