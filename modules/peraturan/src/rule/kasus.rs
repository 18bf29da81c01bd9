//! Golden cases run against the pack: how many pass for each norm, and what each asked and was answered.

use kernel::Date;
use law::kasus::{Hasil, Kasus, read, run};
use law::meaning::sidik;
use law::value::{Known, long_date};
use law::verdict::Kode;
use law::{FaktaId, Pack};
use std::collections::BTreeMap;

/// Cases of one norm that are kept to be shown; the rest is counted.
pub const ROWS: usize = 80;

/// What came of all cases.
#[derive(Clone, Debug, Default)]
pub struct Uji {
    /// By norm.
    pub norma: BTreeMap<String, UjiNorma>,
    /// How many cases.
    pub kasus: usize,
    /// Of those, not as expected.
    pub gagal: usize,
    /// Tables that cannot be read, in sentences.
    pub salah: Vec<String>,
}

/// What came of the cases of one norm.
#[derive(Clone, Debug, Default)]
pub struct UjiNorma {
    /// How many.
    pub kasus: usize,
    /// Of those, not as expected.
    pub gagal: usize,
    /// Those that fail, then the others as the tables have them.
    pub butir: Vec<Butir>,
    /// Hash of what they ask and expect, in whatever order.
    pub sidik: [u8; 32],
}

/// One case.
#[derive(Clone, Debug)]
pub struct Butir {
    /// File and line.
    pub tempat: String,
    /// Its name.
    pub nama: String,
    /// The day asked about.
    pub hari: Date,
    /// As far as documents had come in, in a scenario.
    pub diketahui: Option<Date>,
    /// Law date.
    pub hukum: Date,
    /// As far as the law was known, when limited.
    pub hukum_diketahui: Option<Date>,
    /// Facts stated: label and value.
    pub fakta: Vec<(String, String)>,
    /// What is expected and what was answered.
    pub jawab: Vec<Jawab>,
    /// What differs; empty when it passes.
    pub beda: Vec<String>,
    /// Who approved it.
    pub sah_oleh: String,
}

/// One expectation beside its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jawab {
    /// `hasil`, `nilai`, …
    pub apa: String,
    /// Expected.
    pub harap: String,
    /// Answered.
    pub jawab: String,
}

/// Runs the case tables among the files of a pack, given as (path, text).
pub fn jalankan(pack: &Pack, files: &[(&str, &str)]) -> Uji {
    let mut uji = Uji::default();
    let mut asked: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in files.iter().filter(|f| f.0.starts_with("kasus/")) {
        let cases = match read(pack, path, text) {
            Ok(cases) => cases,
            Err(wrong) => {
                uji.salah.extend(wrong);
                continue;
            }
        };
        for case in &cases {
            let outcome = run(pack, path, case);
            uji.kasus += 1;
            let norm = uji.norma.entry(case.norma.clone()).or_default();
            norm.kasus += 1;
            let failed = !outcome.beda.is_empty();
            let item = butir(pack, case, outcome);
            asked.entry(case.norma.clone()).or_default().push(question(&item));
            if failed {
                uji.gagal += 1;
                norm.butir.insert(norm.gagal.min(norm.butir.len()), item);
                norm.gagal += 1;
                norm.butir.truncate(ROWS);
            } else if norm.butir.len() < ROWS {
                norm.butir.push(item);
            }
        }
    }
    for (kunci, mut lines) in asked {
        lines.sort_unstable();
        if let Some(norm) = uji.norma.get_mut(&kunci) {
            norm.sidik = sidik(&lines.concat());
        }
    }
    uji
}

/// What a case asks and expects, wherever it stands and whatever is answered.
fn question(item: &Butir) -> String {
    let Butir { nama, hari, hukum, hukum_diketahui, fakta, jawab, .. } = item;
    let expected: Vec<(&str, &str)> = jawab.iter().map(|j| (j.apa.as_str(), j.harap.as_str())).collect();
    format!("{nama:?} {hari} {hukum} {hukum_diketahui:?} {fakta:?} {expected:?}\n")
}

fn butir(pack: &Pack, case: &Kasus, outcome: Hasil) -> Butir {
    let stated = case.potret.known.iter().enumerate().filter(|(_, known)| **known != Known::Unknown);
    let fakta = stated.filter_map(|(i, known)| {
        let id = FaktaId(u16::try_from(i).ok()?);
        Some((pack.words.fakta(id).label.to_string(), known.show(&pack.words)))
    });
    let word = |what: &str, text: &str| match (what, Kode::from_word(text), Date::parse(text)) {
        ("hasil", Some(kode), _) => kode.label().to_owned(),
        ("mulai" | "waktu", ..) if text == "-" => "tidak akan".to_owned(),
        (_, _, Some(day)) => long_date(day),
        _ => text.to_owned(),
    };
    let pairs = case.harap.iter().zip(&outcome.jawab);
    let jawab = pairs.map(|((what, wanted), (_, given))| Jawab {
        apa: what.clone(),
        harap: word(what, wanted),
        // Of citations and documents only a piece is expected; all of them would drown the table.
        jawab: if matches!(what.as_str(), "sebutan" | "dokumen") && given.contains(wanted) {
            wanted.clone()
        } else {
            word(what, given)
        },
    });
    Butir {
        tempat: format!("{} baris {}", outcome.berkas.trim_start_matches("kasus/"), outcome.baris),
        nama: case.nama.clone(),
        hari: case.hari,
        diketahui: case.diketahui,
        hukum: case.hukum.unwrap_or(case.hari),
        hukum_diketahui: case.hukum_diketahui,
        fakta: fakta.collect(),
        jawab: jawab.collect(),
        beda: outcome.beda,
        sah_oleh: case.sah_oleh.clone(),
    }
}
