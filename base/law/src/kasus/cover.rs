//! Whether the cases of a norm say enough: one that passes, one that does not, and a border, which is
//! two cases that differ in one thing only and are answered differently.

use super::{Hasil, Kasus};
use crate::pack::{Ask, Pack};
use crate::plan::{Bentuk, Isi, Step};
use crate::verdict::Kode;
use std::collections::BTreeMap;

/// How well one norm is covered.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Cover {
    /// Cases.
    pub kasus: usize,
    /// Of those, expecting LULUS; PERTIMBANGAN or SENGKETA where the norm cannot answer better.
    pub lulus: usize,
    /// Expecting anything else.
    pub bukan: usize,
    /// Pairs that differ in one thing and are answered differently.
    pub tepi: usize,
    /// Cases that do not come out as expected.
    pub gagal: usize,
}

impl Cover {
    /// What is missing, in words; empty when nothing is.
    pub fn missing(&self) -> Vec<&'static str> {
        let all = [(self.lulus, "kasus LULUS"), (self.bukan, "kasus bukan LULUS"), (self.tepi, "kasus tepi")];
        all.into_iter().filter(|(n, _)| *n == 0).map(|(_, what)| what).collect()
    }
}

/// Cases a pair is looked for among, newest to oldest; a table of thousands has its pairs side by side.
const NEAR: usize = 120;

/// Coverage of every norm of a pack by cases with their outcomes, in the same order.
pub fn cover(pack: &Pack, cases: &[Kasus], outcomes: &[Hasil]) -> BTreeMap<String, Cover> {
    let mut all: BTreeMap<String, Cover> = pack.kunci().map(|k| (k.to_owned(), Cover::default())).collect();
    let mut by_norm: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, (case, outcome)) in cases.iter().zip(outcomes).enumerate() {
        let cover = all.entry(case.norma.clone()).or_default();
        cover.kasus += 1;
        cover.gagal += usize::from(!outcome.beda.is_empty());
        match outcome.harap {
            Some(kode) if kode == Kode::Lulus || best(pack, case) == Some(kode) => cover.lulus += 1,
            _ => cover.bukan += 1,
        }
        by_norm.entry(&case.norma).or_default().push(i);
    }
    for (norm, list) in by_norm {
        let mut pairs = 0;
        for (n, &i) in list.iter().enumerate() {
            pairs +=
                list[n.saturating_sub(NEAR)..n].iter().filter(|&&j| border(&cases[i], &cases[j])).count();
        }
        if let Some(cover) = all.get_mut(norm) {
            cover.tepi = pairs;
        }
    }
    all
}

/// The best a norm can answer when it is not LULUS: an official always decides in the end, or it states a
/// dispute.
fn best(pack: &Pack, case: &Kasus) -> Option<Kode> {
    let ask =
        Ask { hukum: case.hukum, hukum_diketahui: case.hukum_diketahui, ..Ask::on(&case.norma, case.hari) };
    let plan = pack.plan(&ask)?;
    let asked = |step: &Step| matches!(step.isi, Isi::Pertimbangan(_)) && step.kecuali.is_none();
    match plan.bentuk {
        Bentuk::Sengketa => Some(Kode::Sengketa),
        Bentuk::Syarat if plan.langkah.iter().any(asked) => Some(Kode::Pertimbangan),
        _ => None,
    }
}

fn border(a: &Kasus, b: &Kasus) -> bool {
    let facts = a.potret.known.iter().zip(&b.potret.known).filter(|(x, y)| x != y).count();
    let clocks = usize::from(a.hari != b.hari || a.hukum != b.hukum)
        + usize::from(a.hukum_diketahui != b.hukum_diketahui);
    facts + clocks == 1 && answer(a) != answer(b)
}

/// What is expected, days of change left out: those move with every date.
fn answer(case: &Kasus) -> Vec<&(String, String)> {
    case.harap.iter().filter(|(what, _)| !matches!(what.as_str(), "mulai" | "waktu" | "sebutan")).collect()
}
