//! What a piece of a plan looks at.

use crate::plan::{Cond, Ex, Isi, Lookup, NormRef, Plan, Step, Waktu};
use crate::vocabulary::FaktaId;
use std::collections::BTreeSet;

/// What was found.
#[derive(Default, Debug)]
pub struct Telusur {
    /// Facts looked at.
    pub fakta: BTreeSet<FaktaId>,
    /// It refers to another norm.
    pub rujuk: bool,
    /// It may ask the law of another day, and so for facts not seen here.
    pub lintas: bool,
    /// It looks up a table.
    pub tabel: bool,
}

impl Telusur {
    /// Of a condition.
    pub fn cond(cond: &Cond) -> Telusur {
        let mut found = Telusur::default();
        found.see(cond);
        found
    }

    /// Of a value.
    pub fn ex(ex: &Ex) -> Telusur {
        let mut found = Telusur::default();
        found.see_ex(ex);
        found
    }

    /// Of a part of a norm.
    pub fn step(step: &Step) -> Telusur {
        let mut found = Telusur::default();
        found.see_step(step);
        found
    }

    /// Of a norm.
    pub fn plan(plan: &Plan) -> Telusur {
        let mut found = Telusur::default();
        found.see_plan(plan);
        found
    }

    /// Of the parts of a norm, whatever law it asks for itself.
    pub fn isi(plan: &Plan) -> Telusur {
        let mut found = Telusur::default();
        found.see_parts(plan);
        found
    }

    fn see(&mut self, cond: &Cond) {
        match cond {
            Cond::Compare(_, a, b) => {
                self.see_ex(a);
                self.see_ex(b);
            }
            Cond::Among(a, _) | Cond::Truth(a) => self.see_ex(a),
            Cond::And(list) | Cond::Or(list) => list.iter().for_each(|c| self.see(c)),
            Cond::Not(inner) => self.see(inner),
            Cond::There(id) | Cond::Missing(id) => {
                self.fakta.insert(*id);
            }
            Cond::Passes(norm) => self.see_norm(norm),
        }
    }

    fn see_ex(&mut self, ex: &Ex) {
        match ex {
            Ex::Const(_) | Ex::Today => {}
            Ex::Fact(id) => {
                self.fakta.insert(*id);
            }
            Ex::Table(lookup) | Ex::NextStep(lookup) => self.see_lookup(lookup),
            Ex::Norm(norm) => self.see_norm(norm),
            Ex::Call(_, args) => args.iter().for_each(|a| self.see_ex(a)),
            Ex::Arith(_, a, b) => {
                self.see_ex(a);
                self.see_ex(b);
            }
            Ex::If(cond, a, b) => {
                self.see(cond);
                self.see_ex(a);
                self.see_ex(b);
            }
            Ex::Period(_, day) => self.see_ex(day),
        }
    }

    fn see_lookup(&mut self, lookup: &Lookup) {
        self.tabel = true;
        lookup.inputs.iter().for_each(|i| self.see_ex(i));
    }

    fn see_norm(&mut self, norm: &NormRef) {
        self.rujuk = true;
        if let Some(plan) = &norm.plan {
            self.see_plan(plan);
        }
    }

    fn see_step(&mut self, step: &Step) {
        if let Some((cond, _)) = &step.kecuali {
            self.see(cond);
        }
        match &step.isi {
            Isi::Bila(cond) => self.see(cond),
            Isi::SalahSatu(routes) => routes.iter().for_each(|r| self.see_step(r)),
            Isi::Pertimbangan(_) => {}
            Isi::Norma(norm) => self.see_norm(norm),
            Isi::Nilai(ex, ..) => self.see_ex(ex),
        }
    }

    fn see_plan(&mut self, plan: &Plan) {
        self.lintas |= plan.waktu != Waktu::Pertanyaan;
        self.see_parts(plan);
    }

    fn see_parts(&mut self, plan: &Plan) {
        self.lintas |= plan.teringan.is_some();
        if let Some((cond, _)) = &plan.subjek {
            self.see(cond);
        }
        plan.langkah.iter().for_each(|s| self.see_step(s));
        plan.nilai.iter().for_each(|ex| self.see_ex(ex));
        if let Some(lookup) = &plan.peralihan {
            self.lintas = true;
            self.see_lookup(lookup);
        }
    }
}
