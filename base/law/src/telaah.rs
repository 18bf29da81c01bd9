//! One norm, one person, one day: the answer with its reasons. The other evaluator, `saring`, gives
//! the same answers for many people at once without the reasons; tests hold the two together.

mod hari;
mod pilihan;

use crate::book::{Book, Citation};
use crate::eval::{Ctx, Got, Trace};
use crate::explanation::{Answer, Clocks, Explanation, FactUse};
use crate::number::{Exact, Round};
use crate::plan::{Bentuk, Isi, Piece, Plan, Step, Waktu};
use crate::potret::Potret;
use crate::show;
use crate::value::{Known, Value};
use crate::verdict::{Kode, Verdict};
use crate::vocabulary::{FaktaId, Vocabulary};
use hari::changes;
pub use hari::time_met;
pub(crate) use hari::{YEARS_AHEAD, cond_days, days_of, step_days};
use kernel::Date;
use std::sync::Arc;

/// What running a plan gives.
pub struct Outcome {
    /// The answer.
    pub verdict: Verdict,
    /// The value.
    pub nilai: Option<Value>,
    /// Path of the deciding part.
    pub penentu: Option<String>,
    /// The reasons, when asked for.
    pub pohon: Option<Explanation>,
    /// It rests on a text, a parameter or a row that is not certain.
    pub weak: bool,
}

/// Only code and value; what is missing is noted in the trace.
pub fn quick(plan: &Plan, ctx: &Ctx<'_>, trace: &mut Trace) -> (Kode, Option<Value>) {
    let outcome = run(plan, ctx, None);
    if let Verdict::BelumTahu { kurang, bertentangan } = &outcome.verdict {
        for id in kurang {
            if !trace.kurang.contains(id) {
                trace.kurang.push(*id);
            }
        }
        for id in bertentangan {
            if !trace.bertentangan.contains(id) {
                trace.bertentangan.push(*id);
            }
        }
    }
    trace.weak |= outcome.weak;
    (outcome.verdict.kode(), outcome.nilai)
}

/// Asks a norm about one person, with reasons and the days on which the answer will change.
pub fn telaah(plan: &Plan, book: &Book, words: &Vocabulary, potret: &Potret, jam: Clocks) -> Answer {
    let ctx = Ctx { book, words, facts: &potret.known, hari: jam.fakta_pada, hukum: jam.hukum_pada };
    let outcome = run(plan, &ctx, Some(potret));
    let kode = outcome.verdict.kode();
    let ubah_pada = changes_on(plan, &ctx);
    let tahunan = plan.fakta.iter().any(|f| words.fakta(*f).tahunan);
    let new_year = Date::new(jam.fakta_pada.year() + 1, 1, 1).filter(|_| tahunan);
    Answer {
        kunci: plan.kunci.clone(),
        bentuk: plan.bentuk,
        nilai: outcome.nilai.filter(|_| kode == Kode::Lulus),
        satuan: plan.satuan.clone(),
        penentu: outcome.penentu,
        ubah_pada,
        waktu_terpenuhi: time_met(plan, &ctx),
        hukum_berubah: plan.masa.sampai,
        kedaluwarsa: new_year,
        pohon: outcome.pohon.unwrap_or_else(|| empty(plan, &outcome.verdict)),
        verdict: outcome.verdict,
        jam,
    }
}

/// See [`Answer::ubah_pada`].
pub fn changes_on(plan: &Plan, ctx: &Ctx<'_>) -> Option<Date> {
    changes(ctx, &days_of(plan, ctx), |ctx| {
        let now = run(plan, ctx, None);
        (now.verdict.kode(), now.nilai)
    })
}

/// The code of one part of a norm, without reasons, and whether it rests on what is not certain.
pub fn step_kode(plan: &Plan, step: &Step, ctx: &Ctx<'_>) -> (Kode, bool) {
    let done = Run { plan, ctx: *ctx, potret: None }.step(step);
    (done.verdict.kode(), done.weak)
}

fn empty(plan: &Plan, verdict: &Verdict) -> Explanation {
    Explanation {
        kunci: plan.kunci.clone(),
        bunyi: plan.judul.to_string(),
        dasar: plan.dasar.clone(),
        verdict: verdict.clone(),
        kepastian: plan.dasar.kepastian,
        lunak: false,
        fakta: Vec::new(),
        param: Vec::new(),
        baris: Vec::new(),
        hitungan: None,
        nilai: None,
        ubah_pada: None,
        waktu: false,
        catatan: plan.catatan.to_string(),
        cabang: Vec::new(),
    }
}

/// Runs a plan; with a portrait the reasons are built as well.
pub fn run(plan: &Plan, ctx: &Ctx<'_>, potret: Option<&Potret>) -> Outcome {
    match own_law(plan, ctx) {
        Ok((own, hukum)) => {
            let plan = own.as_deref().unwrap_or(plan);
            Run { plan, ctx: Ctx { hukum, ..*ctx }, potret }.norm()
        }
        Err(verdict) => plain(plan, verdict, potret),
    }
}

/// The law date a norm asks for itself, that of its event or a static reference, and what it says then
/// when that is another day than the one it was compiled for.
fn own_law(plan: &Plan, ctx: &Ctx<'_>) -> Result<(Option<Arc<Plan>>, Date), Verdict> {
    let hukum = match plan.waktu {
        Waktu::Pertanyaan => return Ok((None, ctx.hukum)),
        Waktu::Beku(day) => day,
        Waktu::Peristiwa(fakta) => event_day(fakta, ctx)?,
    };
    if hukum == plan.hukum {
        return Ok((None, hukum));
    }
    match ctx.book.plan(ctx.words, &plan.kunci, hukum) {
        Some(own) => Ok((Some(own), hukum)),
        None => Err(Verdict::TidakBerlaku(not_then(&plan.judul, hukum))),
    }
}

/// The day of an event; what is missing when it is not known. Never "today".
fn event_day(fakta: FaktaId, ctx: &Ctx<'_>) -> Result<Date, Verdict> {
    match ctx.known(fakta) {
        Known::Is(Value::Day(day)) => Ok(*day),
        Known::Conflict => Err(Verdict::BelumTahu { kurang: vec![], bertentangan: vec![fakta] }),
        _ => Err(Verdict::BelumTahu { kurang: vec![fakta], bertentangan: vec![] }),
    }
}

fn not_then(judul: &str, hukum: Date) -> Box<str> {
    format!("{judul}: tidak ada ketentuan yang berlaku pada {}", crate::value::long_date(hukum)).into()
}

fn plain(plan: &Plan, verdict: Verdict, potret: Option<&Potret>) -> Outcome {
    let pohon = potret.map(|_| empty(plan, &verdict));
    Outcome { verdict, nilai: None, penentu: None, pohon, weak: false }
}

struct Run<'a> {
    plan: &'a Plan,
    ctx: Ctx<'a>,
    potret: Option<&'a Potret>,
}

/// A part worked out.
struct Done {
    verdict: Verdict,
    nilai: Option<Value>,
    path: String,
    node: Option<Explanation>,
    weak: bool,
}

impl Run<'_> {
    fn trace(&self) -> Trace {
        Trace { keep: self.potret.is_some(), ..Trace::default() }
    }

    fn norm(&self) -> Outcome {
        if let Some((cond, bunyi)) = &self.plan.subjek {
            let mut trace = self.trace();
            match self.ctx.truth(cond, &mut trace) {
                Some(true) => {}
                Some(false) => {
                    let why = format!("hanya untuk {bunyi}").into();
                    return self.subject(Verdict::TidakBerlaku(why), trace);
                }
                None => return self.subject(self.open(&trace), trace),
            }
        }
        match self.plan.bentuk {
            Bentuk::Syarat => self.conditions(None),
            Bentuk::Nilai | Bentuk::Tanggal | Bentuk::Klasifikasi => self.valued(),
            Bentuk::Skor => self.score(),
            Bentuk::Peralihan => self.transition(),
            Bentuk::Teringan => self.lenient(),
            Bentuk::Sengketa => self.dispute(),
        }
    }

    fn subject(&self, verdict: Verdict, trace: Trace) -> Outcome {
        let pohon = self.potret.map(|potret| {
            let mut node = empty(self.plan, &verdict);
            node.fakta = uses(potret, &trace);
            node
        });
        Outcome { verdict, nilai: None, penentu: Some("subjek".to_owned()), pohon, weak: trace.weak }
    }

    /// What an open condition means: data missing, or something asked on the way is open.
    fn open(&self, trace: &Trace) -> Verdict {
        match trace.nested {
            Some(Kode::Sengketa) => Verdict::Sengketa(Vec::new()),
            Some(Kode::Pertimbangan) => Verdict::PerluPertimbangan("norma yang dirujuk".into()),
            _ => {
                Verdict::BelumTahu { kurang: trace.kurang.clone(), bertentangan: trace.bertentangan.clone() }
            }
        }
    }

    /// Conditions in order: the first that fails decides; `value` is kept when all are met.
    fn conditions(&self, value: Option<(Value, Explanation)>) -> Outcome {
        let done: Vec<Done> = self.plan.langkah.iter().map(|s| self.step(s)).collect();
        self.together(done, value)
    }

    fn together(&self, done: Vec<Done>, value: Option<(Value, Explanation)>) -> Outcome {
        let kode = done.iter().fold(Kode::TidakBerlaku, |k, d| k.and(d.verdict.kode()));
        let kode = if kode == Kode::TidakBerlaku { Kode::Lulus } else { kode };
        let decider = done.iter().find(|d| d.verdict.kode() == kode).filter(|_| kode != Kode::Lulus);
        let mut verdict = decider.map_or(Verdict::Lulus, |d| d.verdict.clone());
        if let Verdict::BelumTahu { kurang, bertentangan } = &mut verdict {
            for other in &done {
                if let Verdict::BelumTahu { kurang: k, bertentangan: b } = &other.verdict {
                    merge(kurang, k);
                    merge(bertentangan, b);
                }
            }
        }
        let penentu = decider.map(|d| d.path.clone());
        // A part that fails is certain, or it would not fail.
        let weak = kode != Kode::Gagal && done.iter().any(|d| d.weak);
        let (nilai, extra) = match value {
            Some((value, node)) => (Some(value), Some(node)),
            None => (None, None),
        };
        let pohon = self.potret.map(|_| {
            let mut node = empty(self.plan, &verdict);
            node.cabang = done.into_iter().filter_map(|d| d.node).collect();
            if let Some(extra) = extra {
                node.fakta = extra.fakta;
                node.baris = extra.baris;
                node.hitungan = extra.hitungan;
                node.param = extra.param;
                node.nilai = extra.nilai;
            }
            node
        });
        Outcome { verdict, nilai, penentu, pohon, weak }
    }

    fn step(&self, step: &Step) -> Done {
        let mut trace = self.trace();
        if let Some((cond, bunyi)) = &step.kecuali
            && self.ctx.truth(cond, &mut trace) == Some(true)
        {
            let note = format!("tidak dituntut: {bunyi}");
            return self.done(step, Verdict::Lulus, None, step.kunci.to_string(), trace, Vec::new(), note);
        }
        match &step.isi {
            Isi::Bila(cond) => {
                let mut verdict = match self.ctx.truth(cond, &mut trace) {
                    Some(true) => Verdict::Lulus,
                    Some(false) => Verdict::Gagal,
                    None => self.open(&trace),
                };
                if verdict != Verdict::Lulus && self.exempt_unknown(step) {
                    verdict = self.open(&trace);
                }
                let verdict = soften(step, verdict, trace.weak);
                self.done(step, verdict, None, step.kunci.to_string(), trace, Vec::new(), String::new())
            }
            Isi::Pertimbangan(who) => {
                let verdict = Verdict::PerluPertimbangan(who.clone());
                self.done(step, verdict, None, step.kunci.to_string(), trace, Vec::new(), String::new())
            }
            Isi::SalahSatu(routes) => self.routes(step, routes, trace),
            Isi::Norma(norm) => {
                let (verdict, nilai, node) = match &norm.plan {
                    Some(plan) => {
                        let inner = run(plan, &self.ctx, self.potret);
                        trace.weak |= inner.weak;
                        (inner.verdict, inner.nilai, inner.pohon)
                    }
                    None => (Verdict::TidakBerlaku(not_then(&norm.kunci, self.ctx.hukum)), None, None),
                };
                let met = matches!(verdict, Verdict::Lulus | Verdict::TidakBerlaku(_));
                let verdict = if !met && self.exempt_unknown(step) { self.open(&trace) } else { verdict };
                let verdict = soften(step, verdict, false);
                self.done(
                    step,
                    verdict,
                    nilai,
                    step.kunci.to_string(),
                    trace,
                    node.into_iter().collect(),
                    String::new(),
                )
            }
            Isi::Nilai(ex, ..) => {
                let got = self.ctx.value(ex, &mut trace);
                let (verdict, nilai) = self.given(got, &trace);
                let sum = self.potret.map(|_| show::formula(ex, &self.ctx));
                let mut done =
                    self.done(step, verdict, nilai, step.kunci.to_string(), trace, Vec::new(), String::new());
                if let Some(node) = &mut done.node {
                    node.hitungan = sum.filter(|s| !s.is_empty());
                }
                done
            }
        }
    }

    /// An exception that may apply keeps the condition open.
    fn exempt_unknown(&self, step: &Step) -> bool {
        step.kecuali.as_ref().is_some_and(|(cond, _)| self.ctx.truth(cond, &mut Trace::default()).is_none())
    }

    fn routes(&self, step: &Step, routes: &[Step], trace: Trace) -> Done {
        let done: Vec<Done> = routes.iter().map(|r| self.step(r)).collect();
        let kode = done.iter().fold(Kode::TidakBerlaku, |k, d| k.or(d.verdict.kode()));
        let kode = if kode == Kode::TidakBerlaku { Kode::Gagal } else { kode };
        let decider = done.iter().find(|d| d.verdict.kode() == kode);
        let mut verdict = decider.map_or(Verdict::Gagal, |d| d.verdict.clone());
        if let Verdict::BelumTahu { kurang, bertentangan } = &mut verdict {
            for other in &done {
                if let Verdict::BelumTahu { kurang: k, bertentangan: b } = &other.verdict {
                    merge(kurang, k);
                    merge(bertentangan, b);
                }
            }
        }
        if verdict != Verdict::Lulus && self.exempt_unknown(step) {
            verdict = self.open(&trace);
        }
        let verdict = soften(step, verdict, trace.weak);
        // When none of several routes leads there, no single one of them decides.
        let one = decider.filter(|_| !matches!(kode, Kode::Gagal));
        let path = one.map_or(step.kunci.to_string(), |d| format!("{}/{}", step.kunci, d.path));
        let nodes = done.into_iter().filter_map(|d| d.node).collect();
        self.done(step, verdict, None, path, trace, nodes, String::new())
    }

    #[expect(clippy::too_many_arguments, reason = "one place where a part becomes a node")]
    fn done(
        &self,
        step: &Step,
        verdict: Verdict,
        nilai: Option<Value>,
        path: String,
        trace: Trace,
        cabang: Vec<Explanation>,
        note: String,
    ) -> Done {
        let weak = step.lunak || trace.weak;
        let node = self.potret.map(|potret| {
            let ubah_pada = if step.waktu {
                changes(&self.ctx, &step_days(step, &self.ctx), |ctx| {
                    let other = Run { plan: self.plan, ctx: *ctx, potret: None };
                    other.step(step).verdict.kode()
                })
            } else {
                None
            };
            let outside =
                trace.outside.as_deref().filter(|_| !matches!(verdict, Verdict::Lulus | Verdict::Gagal));
            let notes = [note.as_str(), outside.unwrap_or(""), &step.pihak, &step.catatan];
            let notes: Vec<&str> = notes.into_iter().filter(|n| !n.is_empty()).collect();
            Explanation {
                kunci: step.kunci.clone(),
                bunyi: self.words_of(&step.bunyi),
                dasar: step.dasar.clone(),
                verdict: verdict.clone(),
                kepastian: step.kepastian,
                lunak: step.lunak,
                fakta: uses(potret, &trace),
                param: step.param.clone(),
                baris: trace.baris.clone(),
                hitungan: None,
                nilai: nilai.clone(),
                ubah_pada,
                waktu: step.waktu,
                catatan: notes.join(". "),
                cabang,
            }
        });
        Done { verdict, nilai, path, node, weak }
    }

    fn words_of(&self, pieces: &[Piece]) -> String {
        let known = |id: &crate::vocabulary::FaktaId| self.ctx.known(*id).show(self.ctx.words);
        pieces.iter().fold(String::new(), |text, piece| match piece {
            Piece::Text(words) => text + words,
            Piece::Fact(id) => text + &known(id),
        })
    }

    fn given(&self, got: Got, trace: &Trace) -> (Verdict, Option<Value>) {
        match got {
            Got::Is(value) => (Verdict::Lulus, Some(value)),
            Got::Unknown => (self.open(trace), None),
            Got::Absent => (Verdict::TidakBerlaku("fakta yang diperlukan diketahui tidak ada".into()), None),
            Got::Outside => {
                let why = trace.outside.clone().unwrap_or_else(|| "di luar yang diatur".into());
                (Verdict::TidakBerlaku(why), None)
            }
        }
    }

    fn valued(&self) -> Outcome {
        let Some(ex) = &self.plan.nilai else {
            return plain(self.plan, Verdict::TidakBerlaku("tanpa nilai".into()), self.potret);
        };
        let mut trace = self.trace();
        let got = self.ctx.value(ex, &mut trace);
        let (verdict, nilai) = self.given(got, &trace);
        let mut node = empty(self.plan, &verdict);
        if let Some(potret) = self.potret {
            node.fakta = uses(potret, &trace);
            node.baris = std::mem::take(&mut trace.baris);
            node.param = self.plan.param.clone();
            let sum = show::formula(ex, &self.ctx);
            node.hitungan = Some(sum).filter(|s| !s.is_empty());
            node.nilai = nilai.clone();
        }
        if !self.plan.langkah.is_empty() {
            let met = self.conditions(None);
            if met.verdict != Verdict::Lulus {
                return met;
            }
            node.cabang = met.pohon.map(|p| p.cabang).unwrap_or_default();
        }
        let doubted = |dasar: &Citation| crate::compile::uncertain(dasar.kepastian);
        let weak =
            trace.weak || doubted(&self.plan.dasar) || self.plan.param.iter().any(|p| doubted(&p.dasar));
        Outcome { verdict, nilai, penentu: None, pohon: self.potret.map(|_| node), weak }
    }

    fn score(&self) -> Outcome {
        let done: Vec<Done> = self.plan.langkah.iter().map(|s| self.step(s)).collect();
        let mut total = Some(Exact::ZERO);
        let mut sums = Vec::new();
        for (step, part) in self.plan.langkah.iter().zip(&done) {
            let Isi::Nilai(_, bobot, maks) = &step.isi else { continue };
            let Some(Value::Num(n)) = &part.nilai else { continue };
            let capped = maks.map_or(*n, |m| m.min(*n));
            let weighted = match bobot {
                Some(w) => capped.times(*w).and_then(|x| x.over(Exact::int(100))),
                None => Some(capped),
            };
            sums.push(match bobot {
                Some(w) => format!("{} × {} %", capped.indonesian(), w.indonesian()),
                None => capped.indonesian(),
            });
            total = total.zip(weighted).and_then(|(t, w)| t.plus(w));
        }
        let rounded = total.and_then(|t| match self.plan.bulat {
            Some(places) => t.round(places, Round::Half),
            None => Some(t),
        });
        let value = rounded.map(Value::Num);
        let sum = value.as_ref().map(|v| format!("{} = {}", sums.join(" + "), v.show(self.ctx.words)));
        // A component the law says nothing of leaves no sum; it does not make it smaller.
        let silent = done.iter().find(|d| d.verdict.kode() == Kode::TidakBerlaku);
        let silent = silent.map(|d| (d.verdict.clone(), d.path.clone()));
        let mut outcome = self.together(done, None);
        if outcome.verdict == Verdict::Lulus {
            if let Some((verdict, path)) = silent {
                (outcome.verdict, outcome.penentu) = (verdict, Some(path));
            } else if value.is_none() {
                outcome.verdict = Verdict::TidakBerlaku("jumlahnya terlalu besar untuk dihitung".into());
            }
        }
        outcome.nilai = value.filter(|_| outcome.verdict == Verdict::Lulus);
        if let Some(node) = &mut outcome.pohon {
            node.verdict = outcome.verdict.clone();
            node.hitungan = sum;
            node.nilai = outcome.nilai.clone();
        }
        outcome
    }
}

/// What the text cannot be relied on for stops nobody: an official looks.
fn soften(step: &Step, verdict: Verdict, weak: bool) -> Verdict {
    if !(step.lunak || weak) {
        return verdict;
    }
    match verdict {
        Verdict::Gagal if weak && !step.lunak => {
            Verdict::PerluPertimbangan("ketentuan yang dipakai di dalamnya belum pasti teksnya".into())
        }
        Verdict::Gagal | Verdict::BelumTahu { .. } if step.lunak => {
            let open = matches!(verdict, Verdict::BelumTahu { .. });
            let why = match (crate::compile::uncertain(step.kepastian), open) {
                (true, false) => "ketentuannya belum pasti teksnya",
                (true, true) => "ketentuannya belum pasti teksnya, dan datanya belum lengkap",
                (false, false) => "peringatan, bukan larangan",
                (false, true) => "peringatan yang datanya belum lengkap",
            };
            Verdict::PerluPertimbangan(why.into())
        }
        other => other,
    }
}

fn merge<T: Clone + PartialEq>(into: &mut Vec<T>, from: &[T]) {
    for item in from {
        if !into.contains(item) {
            into.push(item.clone());
        }
    }
}

fn uses(potret: &Potret, trace: &Trace) -> Vec<FactUse> {
    let mut list: Vec<FactUse> = Vec::new();
    for id in &trace.fakta {
        if !list.iter().any(|u| u.fakta == *id) {
            let nilai = potret.known.get(usize::from(id.0)).cloned().unwrap_or_default();
            list.push(FactUse { fakta: *id, nilai, sumber: potret.sources(*id).to_vec() });
        }
    }
    list
}
