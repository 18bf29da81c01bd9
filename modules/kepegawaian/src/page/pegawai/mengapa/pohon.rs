//! The tree of an answer as the list a page shows.

use super::tafsir::pilihan;
use super::{Orang, Tanya};
use crate::page::pegawai::dokumen;
use crate::rule::mengapa::{counted, decider, kata, walk};
use crate::view::Ketentuan;
use host::tafsir::{in_force, last};
use kernel::Date;
use kernel::tables::Kepastian;
use law::explanation::FactUse;
use law::plan::Bentuk;
use law::value::{Source, Value, long_date};
use law::{Answer, Citation, Explanation, FaktaId, Kode, Potret, Verdict};
use std::collections::BTreeMap;
use web::component::penjelasan::{Dasar, FaktaSyarat, Hasil, Jawaban, Susunan, Syarat, Ukuran};

/// An outcome as components name it.
pub fn hasil(kode: Kode) -> Hasil {
    match kode {
        Kode::Lulus => Hasil::Memenuhi,
        Kode::Gagal => Hasil::Tidak,
        Kode::BelumTahu => Hasil::Belum,
        Kode::TidakBerlaku => Hasil::TidakBerlaku,
        Kode::Pertimbangan => Hasil::Pertimbangan,
        Kode::Sengketa => Hasil::BedaTafsir,
    }
}

/// Outcomes of the parts of an answer by path.
pub type Outcomes = BTreeMap<String, Kode>;

/// What a supposition is held against: how it was, and which facts are supposed.
pub struct Banding<'t> {
    pub before: Outcomes,
    pub supposed: &'t [FaktaId],
}

/// Outcomes of an answer by path.
pub fn outcomes(answer: &Answer) -> Outcomes {
    let mut all = Outcomes::new();
    collect(&answer.pohon, "", &mut all);
    all
}

fn collect(node: &Explanation, path: &str, all: &mut Outcomes) {
    for child in &node.cabang {
        let path = format!("{path}/{}", child.kunci);
        all.insert(path.clone(), child.verdict.kode());
        collect(child, &path, all);
    }
}

/// The value, the deciding part or the reason: why an answer is what it is, in one sentence.
pub fn decides(tanya: &Tanya<'_>, answer: &Answer) -> String {
    let words = &tanya.hukum.pack.words;
    let node = answer.penentu.as_deref().and_then(|path| decider(&answer.pohon, path));
    match (&answer.verdict, node) {
        (Verdict::Gagal, Some(node)) => kata::sentence(&node.bunyi),
        (Verdict::PerluPertimbangan(_), Some(node)) => {
            format!("{}: {}", kata::reason(&answer.verdict, words, tanya.closed), node.bunyi)
        }
        (verdict, _) => kata::brief_reason(verdict, words, tanya.closed),
    }
}

/// The value of an answer in words; empty when it gives none.
pub fn value(tanya: &Tanya<'_>, answer: &Answer) -> String {
    answer.nilai.as_ref().map(|v| value_of(tanya, v, &answer.satuan)).unwrap_or_default()
}

/// Any value of an answer in words.
pub fn value_of(tanya: &Tanya<'_>, value: &Value, satuan: &str) -> String {
    kata::value(value, satuan, &tanya.hukum.pack.words)
}

/// One norm with its answer and reasons; `banding` marks what a supposition changed.
pub fn ketentuan(
    tanya: &Tanya<'_>,
    kunci: &str,
    potret: &Potret,
    banding: Option<&Banding<'_>>,
) -> Ketentuan {
    let Some(answer) = tanya.answer(kunci, potret) else { return silent(tanya, kunci) };
    let when = kata::when(&answer, tanya.then(&answer, potret));
    let mut sentences = vec![decides(tanya, &answer), kata::sentence(&when)];
    if let Some(day) = answer.hukum_berubah {
        sentences.push(format!("Ketentuannya sendiri berubah mulai {}", long_date(day)));
    }
    if let Some(day) = answer.kedaluwarsa {
        sentences.push(format!("Memakai data tahunan: hitung ulang pada {}", long_date(day)));
    }
    let tree = Pohon { tanya, days: days(tanya, &answer, potret), satuan: &answer.satuan, banding };
    let root = &answer.pohon;
    let path = answer.penentu.as_deref().unwrap_or("");
    let dispute = answer.bentuk == Bentuk::Sengketa && !root.cabang.is_empty();
    let plain = answer.bentuk == Bentuk::Syarat && !root.cabang.is_empty();
    let list = if dispute || plain {
        root.cabang.iter().map(|node| tree.part(node, "", path)).collect()
    } else {
        vec![Syarat { decides: true, ..tree.part(root, "", "") }]
    };
    Ketentuan {
        title: kata::sentence(&root.bunyi),
        answer: Jawaban {
            hasil: hasil(answer.verdict.kode()),
            value: value(tanya, &answer),
            sentences: sentences.into_iter().filter(|s| !s.is_empty()).map(|s| s + ".").collect(),
            met: counted(&answer),
        },
        list,
        dispute,
        // A norm that is itself the only row says its note there.
        note: if dispute || plain { root.catatan.clone() } else { String::new() },
        pilihan: in_force(&tanya.pilihan, kunci).map(|p| pilihan(tanya, p)),
        // A supposition is nothing to choose about.
        pilih: if banding.is_none() { choices(tanya, &answer) } else { Vec::new() },
    }
}

/// Norms of an answer in dispute, or about which something was chosen: heading, and where one chooses.
fn choices(tanya: &Tanya<'_>, answer: &Answer) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |kunci: &str, title: &str| {
        let href = tanya.link(&tanya.tafsir_href(kunci));
        if found.iter().all(|f| f.1 != href) {
            found.push((kata::sentence(title), href));
        }
    };
    walk(&answer.pohon, &mut |node| {
        let disputed = matches!(&node.verdict, Verdict::Sengketa(list) if !list.is_empty());
        let norm = tanya.hukum.pack.kunci().any(|k| k == &*node.kunci);
        if norm && (disputed || last(&tanya.pilihan, &node.kunci).is_some()) {
            add(&node.kunci, &node.bunyi);
        }
    });
    found
}

fn silent(tanya: &Tanya<'_>, kunci: &str) -> Ketentuan {
    let reason = kata::reason(&tanya.silent(), &tanya.hukum.pack.words, tanya.closed);
    Ketentuan {
        title: kunci.to_owned(),
        answer: Jawaban {
            hasil: Hasil::TidakBerlaku,
            value: String::new(),
            sentences: vec![format!("{reason}.")],
            met: None,
        },
        list: Vec::new(),
        dispute: false,
        note: String::new(),
        pilihan: in_force(&tanya.pilihan, kunci).map(|p| pilihan(tanya, p)),
        pilih: Vec::new(),
    }
}

/// What each part is on the days on which time alone changes some part.
fn days(tanya: &Tanya<'_>, answer: &Answer, potret: &Potret) -> BTreeMap<Date, Outcomes> {
    let mut days = BTreeMap::new();
    walk(&answer.pohon, &mut |node| {
        days.extend(node.ubah_pada.map(|day| (day, Outcomes::new())));
    });
    for (day, then) in &mut days {
        *then = tanya.later(&answer.kunci, *day, potret).map(|a| outcomes(&a)).unwrap_or_default();
    }
    days
}

struct Pohon<'t, 'a> {
    tanya: &'t Tanya<'a>,
    days: BTreeMap<Date, Outcomes>,
    satuan: &'t str,
    banding: Option<&'t Banding<'t>>,
}

impl Pohon<'_, '_> {
    /// A node below `above`; `decider` is what is left of the path to the part that decides.
    fn part(&self, node: &Explanation, above: &str, decider: &str) -> Syarat {
        let words = &self.tanya.hukum.pack.words;
        let path = format!("{above}/{}", node.kunci);
        let (first, rest) = decider.split_once('/').unwrap_or((decider, ""));
        let decides = !first.is_empty() && first == &*node.kunci;
        let kode = node.verdict.kode();
        let then = node.ubah_pada.and_then(|day| Some((day, *self.days.get(&day)?.get(&path)?)));
        let mut notes = vec![node.catatan.clone()];
        let (parts, from) = self.below(node, &path, &mut notes);
        if let Some(chosen) = in_force(&self.tanya.pilihan, &node.kunci) {
            let told = pilihan(self.tanya, chosen);
            notes.push(format!(
                "Posisi yang dipilih {}: {}",
                told.official,
                told.position.unwrap_or_default()
            ));
        }
        let rest = if decides { rest } else { "" };
        Syarat {
            hasil: hasil(kode),
            bunyi: kata::sentence(&node.bunyi),
            facts: node.fakta.iter().map(|f| self.fact(f)).collect(),
            measures: self.measures(node),
            sum: node.hitungan.clone().unwrap_or_default(),
            value: node.nilai.as_ref().map(|v| kata::value(v, self.satuan, words)).unwrap_or_default(),
            dasar: dasar(&node.dasar),
            when: then.map(|(day, then)| kata::from_day(day, then)).unwrap_or_default(),
            note: notes.into_iter().filter(|n| !n.is_empty()).collect::<Vec<_>>().join(". "),
            reason: kata::reason(&node.verdict, words, self.tanya.closed),
            susunan: self.order(node),
            parts: parts.iter().map(|child| self.part(child, &from, rest)).collect(),
            decides,
            changed: self.banding.and_then(|b| b.before.get(&path)).is_some_and(|was| *was != kode),
        }
    }

    fn is_norm(&self, kunci: &str) -> bool {
        self.tanya.hukum.pack.kunci().any(|k| k == kunci)
    }

    /// What a node consists of, and their path: a condition that is a whole norm shows the conditions of
    /// that norm at once.
    fn below<'n>(
        &self,
        node: &'n Explanation,
        path: &str,
        notes: &mut Vec<String>,
    ) -> (&'n [Explanation], String) {
        match node.cabang.as_slice() {
            [norm] if !self.is_norm(&node.kunci) && self.is_norm(&norm.kunci) && !norm.cabang.is_empty() => {
                notes.push(norm.catatan.clone());
                (&norm.cabang, format!("{path}/{}", norm.kunci))
            }
            parts => (parts, path.to_owned()),
        }
    }

    /// Conditions hold routes or a whole norm; norms hold conditions, or positions when they are disputed.
    fn order(&self, node: &Explanation) -> Susunan {
        let holds_norms = node.cabang.iter().any(|c| self.is_norm(&c.kunci));
        match (self.is_norm(&node.kunci), &node.verdict) {
            (true, Verdict::Sengketa(_)) => Susunan::Posisi,
            (false, _) if !holds_norms => Susunan::SalahSatu,
            _ => Susunan::Semua,
        }
    }

    fn measures(&self, node: &Explanation) -> Vec<Ukuran> {
        let words = &self.tanya.hukum.pack.words;
        let params = node.param.iter().map(|p| Ukuran {
            label: "Ukuran".into(),
            value: kata::values(&p.nilai, &p.satuan, words),
            dasar: dasar(&p.dasar),
        });
        let rows = node.baris.iter().map(|row| Ukuran {
            label: format!("Tabel {}", row.tabel.replace('_', " ")),
            value: [row.isi.as_str(), &row.catatan]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(". "),
            dasar: dasar(&row.dasar),
        });
        params.chain(rows).collect()
    }

    fn fact(&self, used: &FactUse) -> FaktaSyarat {
        let (tanya, words) = (self.tanya, &self.tanya.hukum.pack.words);
        let about = words.fakta(used.fakta);
        // What is supposed of a closed fact comes from the reader.
        let supposed = self.banding.is_some_and(|b| b.supposed.contains(&used.fakta));
        let hidden = tanya.closed && about.tertutup && !supposed;
        let open = tanya.open_href.clone().filter(|_| hidden);
        FaktaSyarat {
            label: about.label.to_string(),
            value: kata::fact(used.fakta, &used.nilai, words, hidden),
            documents: used.sumber.iter().filter_map(|s| document(&tanya.orang, s)).collect(),
            action: open.map(|href| ("Buka dengan alasan".to_owned(), href)),
        }
    }
}

/// A document by its name, with the paper where it may be given out and else the list of documents. One
/// that speaks only of what this reader is not shown is not named.
fn document(orang: &Orang<'_>, source: &Source) -> Option<(String, String)> {
    let entry = source.fact.entry;
    dokumen::establishes(orang, entry)?;
    let head = orang.snapshot.ledger().heads().iter().find(|head| head.entry == entry)?;
    let paper = orang.paper_href(head).filter(|_| dokumen::gives_paper(orang, entry));
    Some((source.dokumen.clone(), paper.unwrap_or_else(|| orang.section("dokumen"))))
}

fn dasar(citation: &Citation) -> Dasar {
    let kepastian = match citation.kepastian {
        Kepastian::Seen => String::new(),
        unsure => unsure.label().to_owned(),
    };
    Dasar { text: citation.text(), kepastian }
}
