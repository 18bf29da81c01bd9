//! Bukti telaah: an answer as it is kept. The same question about the same person gives the same bytes;
//! with them stand the statements it rests on and the versions of the law it was read from, so that
//! whoever corrects one of those later finds what it touched.

use crate::book::Book;
use crate::explanation::{Answer, Explanation};
use crate::json;
use crate::meaning::{Jenis, Meaning, meaning};
use crate::pack::{Ask, Pack};
use crate::plan::{Cond, Ex, Isi, Lookup, NormRef, ParamUse, Plan, Step, Waktu};
use crate::potret::Potret;
use crate::value::{Known, Value};
use crate::vocabulary::FaktaId;
use kernel::{Date, FactId};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Version of the engine: raised whenever the same question to the same pack may be answered otherwise.
pub const MESIN: u32 = 2;
/// Shape of the text.
pub const BENTUK: &str = "sinergi-bukti-1";

/// What a receipt has to do with facts that are closed to most readers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tertutup {
    /// It asks for none, or none is known.
    Tidak,
    /// It rests on some: only who may see those may read it.
    Dipakai,
    /// It would ask for some; they were closed to whoever asked.
    Ditutup,
}

impl Tertutup {
    /// Every one with its word.
    const ALL: [(Tertutup, &'static str); 3] =
        [(Tertutup::Tidak, "tidak"), (Tertutup::Dipakai, "dipakai"), (Tertutup::Ditutup, "ditutup")];

    /// Its word in texts and notes.
    pub fn word(self) -> &'static str {
        Tertutup::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }

    /// From that word; whatever cannot be read is closed.
    pub fn parse(word: &str) -> Tertutup {
        Tertutup::ALL.iter().find(|(_, known)| *known == word).map_or(Tertutup::Dipakai, |(one, _)| *one)
    }
}

/// A version of the law as a receipt names it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NormUse {
    /// What it is.
    pub jenis: Jenis,
    /// Its key.
    pub kunci: Box<str>,
    /// The law date it was read on.
    pub hukum: Date,
    /// What it said then.
    pub isi: Meaning,
}

/// An answer as it is kept.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The whole of it, as JSON.
    pub teks: String,
    /// SHA-256 of the text.
    pub sidik: [u8; 32],
    /// Statements of the register it rests on, ascending.
    pub pernyataan: Vec<FactId>,
    /// Versions of the law it was read from, ascending.
    pub norma: Vec<NormUse>,
    /// Whether closed facts are in it.
    pub tertutup: Tertutup,
}

/// The receipt of an answer. `closed` says that closed facts were taken out of the portrait first;
/// `about` names the person, so that no two people share a text.
pub fn receipt(
    pack: &Pack,
    ask: &Ask<'_>,
    potret: &Potret,
    answer: &Answer,
    about: &str,
    closed: bool,
) -> Receipt {
    let book = pack.book(ask.hukum_diketahui, ask.wilayah);
    let mut walk = Walk { pack, book: &book, potret, used: BTreeSet::new(), fakta: BTreeSet::new() };
    if let Some(plan) = pack.plan(ask) {
        walk.plan(&plan);
    }
    walk.tree(&answer.pohon, answer.jam.hukum_pada);
    let (fakta, used) = (walk.fakta, walk.used);
    let mut pernyataan: Vec<FactId> =
        fakta.iter().flat_map(|id| potret.sources(*id)).map(|source| source.fact).collect();
    pernyataan.sort_unstable();
    pernyataan.dedup();
    let norma = meanings(&book, used);
    let guarded = || fakta.iter().filter(|id| pack.words.fakta(**id).tertutup);
    let known = |id: &FaktaId| potret.known.get(usize::from(id.0)).is_some_and(|k| *k != Known::Unknown);
    let tertutup = match (guarded().any(known), guarded().next().is_some() && closed) {
        (true, _) => Tertutup::Dipakai,
        (false, true) => Tertutup::Ditutup,
        (false, false) => Tertutup::Tidak,
    };
    let teks = text(pack, answer, about, ask.wilayah.unwrap_or(""), &pernyataan, &norma, tertutup);
    Receipt { sidik: Sha256::digest(teks.as_bytes()).into(), teks, pernyataan, norma, tertutup }
}

impl Receipt {
    /// The same with something more told beside the answer; its text and hash follow.
    pub fn beside(mut self, name: &str, told: Json) -> Receipt {
        if let Ok(Json::Object(mut whole)) = serde_json::from_str(&self.teks) {
            whole.insert(name.to_owned(), told);
            self.teks = Json::Object(whole).to_string();
            self.sidik = Sha256::digest(self.teks.as_bytes()).into();
        }
        self
    }
}

/// The versions of the law a norm is read from, whoever it is asked about; empty when it does not hold.
pub fn versions(pack: &Pack, ask: &Ask<'_>) -> Vec<NormUse> {
    let book = pack.book(ask.hukum_diketahui, ask.wilayah);
    let potret = Potret::default();
    let mut walk = Walk { pack, book: &book, potret: &potret, used: BTreeSet::new(), fakta: BTreeSet::new() };
    if let Some(plan) = pack.plan(ask) {
        walk.plan(&plan);
    }
    meanings(&book, walk.used)
}

fn meanings(book: &Book, used: BTreeSet<(Jenis, Box<str>, Date)>) -> Vec<NormUse> {
    let read = used.into_iter().filter_map(|(jenis, kunci, hukum)| {
        let isi = meaning(book, jenis, &kunci, hukum)?;
        Some(NormUse { jenis, kunci, hukum, isi })
    });
    read.collect()
}

fn text(
    pack: &Pack,
    answer: &Answer,
    about: &str,
    wilayah: &str,
    pernyataan: &[FactId],
    norma: &[NormUse],
    tertutup: Tertutup,
) -> String {
    let rests_on: Vec<Json> =
        pernyataan.iter().map(|f| json!({ "entri": f.entry.to_string(), "ke": f.ordinal })).collect();
    let versions: Vec<Json> = norma
        .iter()
        .map(|n| {
            json!({
                "jenis": n.jenis.word(), "kunci": n.kunci, "akta": n.isi.akta, "mulai": n.isi.mulai.to_string(),
                "hukum": n.hukum.to_string(), "sidik": json::hex(&n.isi.sidik),
            })
        })
        .collect();
    let whole = json!({
        "bentuk": BENTUK,
        "mesin": MESIN,
        "pegawai": about,
        "wilayah": wilayah,
        "tertutup": tertutup.word(),
        "jawaban": json::answer(answer, &pack.words),
        "pernyataan": rests_on,
        "versi_norma": versions,
    });
    whole.to_string()
}

/// Everything a question leans on: norms asked inside conditions leave no node in the tree, so the plans
/// are walked as well; transitions choose their norm on the way, so the tree is walked as well.
struct Walk<'a> {
    pack: &'a Pack,
    book: &'a Book,
    potret: &'a Potret,
    used: BTreeSet<(Jenis, Box<str>, Date)>,
    fakta: BTreeSet<FaktaId>,
}

impl Walk<'_> {
    fn plan(&mut self, plan: &Plan) {
        let own = match plan.waktu {
            Waktu::Pertanyaan => None,
            Waktu::Beku(day) => Some(day),
            Waktu::Peristiwa(fakta) => {
                self.fakta.insert(fakta);
                let known = self.potret.known.get(usize::from(fakta.0));
                known.and_then(Known::value).and_then(Value::day)
            }
        };
        match own.filter(|day| *day != plan.hukum) {
            // Of an event whose day nobody knows, the norm as it was asked is all there is.
            None => self.inside(plan),
            Some(day) => self.ask(&plan.kunci, day),
        }
    }

    fn ask(&mut self, kunci: &str, hukum: Date) {
        if let Some(plan) = self.book.plan(&self.pack.words, kunci, hukum) {
            self.inside(&plan);
        }
    }

    fn inside(&mut self, plan: &Plan) {
        if !self.used.insert((Jenis::Norma, plan.kunci.clone(), plan.hukum)) {
            return;
        }
        self.fakta.extend(&plan.fakta);
        self.params(&plan.param, plan.hukum);
        if let Some((cond, _)) = &plan.subjek {
            self.cond(cond);
        }
        plan.langkah.iter().for_each(|step| self.step(step, plan.hukum));
        if let Some(ex) = &plan.nilai {
            self.ex(ex);
        }
        if let Some(lookup) = &plan.peralihan {
            self.lookup(lookup);
        }
    }

    fn params(&mut self, params: &[ParamUse], hukum: Date) {
        self.used.extend(params.iter().map(|p| (Jenis::Param, p.kunci.clone(), hukum)));
    }

    fn step(&mut self, step: &Step, hukum: Date) {
        self.params(&step.param, hukum);
        if let Some((cond, _)) = &step.kecuali {
            self.cond(cond);
        }
        match &step.isi {
            Isi::Bila(cond) => self.cond(cond),
            Isi::SalahSatu(routes) => routes.iter().for_each(|route| self.step(route, hukum)),
            Isi::Pertimbangan(_) => {}
            Isi::Norma(norm) => self.norm(norm),
            Isi::Nilai(ex, ..) => self.ex(ex),
        }
    }

    fn norm(&mut self, norm: &NormRef) {
        if let Some(plan) = &norm.plan {
            self.plan(plan);
        }
    }

    fn lookup(&mut self, lookup: &Lookup) {
        self.used.insert((Jenis::Tabel, lookup.table.nama.clone(), lookup.hukum));
        lookup.inputs.iter().for_each(|input| self.ex(input));
    }

    fn ex(&mut self, ex: &Ex) {
        match ex {
            Ex::Const(_) | Ex::Fact(_) | Ex::Today => {}
            Ex::Table(lookup) | Ex::NextStep(lookup) => self.lookup(lookup),
            Ex::Norm(norm) => self.norm(norm),
            Ex::Call(_, list) => list.iter().for_each(|ex| self.ex(ex)),
            Ex::Arith(_, a, b) => {
                self.ex(a);
                self.ex(b);
            }
            Ex::If(cond, a, b) => {
                self.cond(cond);
                self.ex(a);
                self.ex(b);
            }
            Ex::Period(_, ex) => self.ex(ex),
        }
    }

    fn cond(&mut self, cond: &Cond) {
        match cond {
            Cond::Compare(_, a, b) => {
                self.ex(a);
                self.ex(b);
            }
            Cond::Among(ex, _) | Cond::Truth(ex) => self.ex(ex),
            Cond::And(list) | Cond::Or(list) => list.iter().for_each(|cond| self.cond(cond)),
            Cond::Not(cond) => self.cond(cond),
            Cond::There(_) | Cond::Missing(_) => {}
            Cond::Passes(norm) => self.norm(norm),
        }
    }

    /// Nodes that are norms: asked on the law date nearest to that of the question on which they hold.
    fn tree(&mut self, node: &Explanation, hukum: Date) {
        self.fakta.extend(node.fakta.iter().map(|used| used.fakta));
        let mut here = hukum;
        if self.book.norma.contains_key(&node.kunci) {
            let span = node.dasar.span;
            let last = span.sampai.map_or(hukum, |end| hukum.min(end.add_days(-1)));
            here = last.max(span.mulai);
            self.ask(&node.kunci, here);
        }
        node.cabang.iter().for_each(|branch| self.tree(branch, here));
    }
}

#[cfg(test)]
mod tests;
