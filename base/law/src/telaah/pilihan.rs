//! Norms that choose among laws or leave the choice: transitional provisions, the most lenient of
//! several laws, and disputes.

use super::{Done, Outcome, Run, empty, event_day, merge, not_then, plain, run, uses};
use crate::eval::{Ctx, Got, Trace};
use crate::plan::Lookup;
use crate::value::Value;
use crate::verdict::{Kode, Posisi, Verdict};
use crate::vocabulary::Vocabulary;
use kernel::Date;

impl Run<'_> {
    /// Norm and law date a transitional provision points to; else what stands in the way.
    pub(super) fn chosen(&self, trace: &mut Trace) -> Result<(Box<str>, Date), Verdict> {
        let Some(lookup) = &self.plan.peralihan else {
            return Err(Verdict::TidakBerlaku("tanpa tabel peralihan".into()));
        };
        let (row, got) = self.ctx.table(lookup, trace);
        let Got::Is(Value::Text(kunci)) = got else { return Err(self.given(got, trace).0) };
        let hukum = match transition_word(lookup, row, "hukum", self.ctx.words).as_deref() {
            None | Some("-") => self.ctx.hukum,
            Some(word) => match (Date::parse(word), self.ctx.words.find(word)) {
                (None, Some(fakta)) => event_day(fakta, &self.ctx)?,
                (day, _) => day.unwrap_or(self.ctx.hukum),
            },
        };
        Ok((kunci, hukum))
    }

    pub(super) fn transition(&self) -> Outcome {
        let mut trace = self.trace();
        let (kunci, hukum) = match self.chosen(&mut trace) {
            Ok(chosen) => chosen,
            Err(open) => return self.subject(open, trace),
        };
        let ctx = Ctx { hukum, ..self.ctx };
        let mut outcome = match self.ctx.book.plan(self.ctx.words, &kunci, hukum) {
            Some(plan) => run(&plan, &ctx, self.potret),
            None => plain(self.plan, Verdict::TidakBerlaku(not_then(&kunci, hukum)), self.potret),
        };
        outcome.weak |= trace.weak;
        outcome.pohon = self.potret.map(|potret| {
            let mut node = empty(self.plan, &outcome.verdict);
            node.fakta = uses(potret, &trace);
            node.baris = trace.baris;
            let row = self.plan.peralihan.as_ref().map(|l| (l, self.ctx.table(l, &mut Trace::default()).0));
            let sifat = row.and_then(|(l, row)| transition_word(l, row, "sifat", self.ctx.words));
            node.catatan = sifat.unwrap_or_default().to_string();
            node.nilai = outcome.nilai.clone();
            node.cabang = outcome.pohon.take().into_iter().collect();
            node
        });
        outcome
    }

    /// Under every candidate law; the answer that comes first in its own order is taken, all are shown.
    pub(super) fn lenient(&self) -> Outcome {
        let Some((kunci, dates)) = &self.plan.teringan else {
            return plain(self.plan, Verdict::TidakBerlaku("tanpa calon hukum".into()), self.potret);
        };
        let (mut kurang, mut bertentangan) = (Vec::new(), Vec::new());
        for fakta in dates {
            if let Err(Verdict::BelumTahu { kurang: k, bertentangan: b }) = event_day(*fakta, &self.ctx) {
                merge(&mut kurang, &k);
                merge(&mut bertentangan, &b);
            }
        }
        if !kurang.is_empty() || !bertentangan.is_empty() {
            return plain(self.plan, Verdict::BelumTahu { kurang, bertentangan }, self.potret);
        }
        let mut branches: Vec<(Date, Outcome)> = Vec::new();
        for hukum in dates.iter().filter_map(|f| event_day(*f, &self.ctx).ok()) {
            let ctx = Ctx { hukum, ..self.ctx };
            let outcome = match self.ctx.book.plan(self.ctx.words, kunci, hukum) {
                Some(plan) => run(&plan, &ctx, self.potret),
                None => plain(self.plan, Verdict::TidakBerlaku(not_then(kunci, hukum)), self.potret),
            };
            branches.push((hukum, outcome));
        }
        let open = branches.iter().find(|(_, o)| o.verdict != Verdict::Lulus);
        let best = branches
            .iter()
            .filter_map(|(_, o)| o.nilai.clone())
            .reduce(|a, b| if b.order(&a).is_some_and(|o| o.is_lt()) { b } else { a });
        let (verdict, nilai) = match open {
            Some((_, open)) => (open.verdict.clone(), None),
            None => (Verdict::Lulus, best),
        };
        let weak = branches.iter().any(|(_, o)| o.weak);
        let pohon = self.potret.map(|_| {
            let mut node = empty(self.plan, &verdict);
            node.nilai = nilai.clone();
            node.cabang = branches.into_iter().filter_map(|(_, o)| o.pohon).collect();
            node
        });
        Outcome { verdict, nilai, penentu: None, pohon, weak }
    }

    pub(super) fn dispute(&self) -> Outcome {
        let done: Vec<Done> = self.plan.langkah.iter().map(|s| self.step(s)).collect();
        if done.iter().any(|d| d.verdict.kode() == Kode::BelumTahu) {
            // What is missing may bring the positions together or apart: the others do not decide.
            let open: Vec<Done> = done.into_iter().filter(|d| d.verdict.kode() == Kode::BelumTahu).collect();
            return self.together(open, None);
        }
        let positions: Vec<Posisi> = self
            .plan
            .langkah
            .iter()
            .zip(&done)
            .map(|(step, d)| Posisi {
                kunci: step.kunci.clone(),
                pihak: step.pihak.clone(),
                nilai: d.nilai.clone(),
                hasil: d.verdict.kode(),
            })
            .collect();
        let agree = positions.windows(2).all(|p| p[0].nilai == p[1].nilai && p[0].hasil == p[1].hasil);
        let (verdict, nilai) = match (agree, positions.first()) {
            (true, Some(first)) => (done[0].verdict.clone(), first.nilai.clone()),
            _ => (Verdict::Sengketa(positions), None),
        };
        let weak = done.iter().any(|d| d.weak);
        let pohon = self.potret.map(|_| {
            let mut node = empty(self.plan, &verdict);
            node.nilai = nilai.clone();
            node.cabang = done.into_iter().filter_map(|d| d.node).collect();
            node
        });
        Outcome { verdict, nilai, penentu: None, pohon, weak }
    }
}

fn transition_word(
    lookup: &Lookup,
    row: Option<usize>,
    column: &str,
    words: &Vocabulary,
) -> Option<Box<str>> {
    let column = lookup.table.output(column)?;
    match lookup.table.rows.get(row?)?.outs[column].as_ref()? {
        Value::Text(text) => Some(text.clone()),
        other => Some(other.code(words).into()),
    }
}
