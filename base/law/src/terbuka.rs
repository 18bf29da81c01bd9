//! A norm as lists ask it: without the parts that rest on facts told to few (`tertutup`). What is left is an
//! ordinary norm that both evaluators run; what was left out is told in its own words, and how it stands for
//! somebody is nobody's business in a list.

use crate::kolom::Kolom;
use crate::plan::{Bentuk, Isi, NormRef, Plan, Step};
use crate::saring::{Telusur, terurai_di};
use crate::vocabulary::{FaktaId, Vocabulary};
use std::sync::Arc;

/// A norm without its closed parts.
#[derive(Clone, Debug)]
pub struct Terbuka {
    /// What is left.
    pub plan: Plan,
    /// Parts left out, as the law words them, in its order.
    pub lepas: Vec<String>,
}

impl Terbuka {
    /// Leaves out every part that looks at a closed fact, also inside a norm that is a part. A value or a sum
    /// would be another one without a component, and the text of another law date is not seen yet: those
    /// stay, and are open for want of data.
    pub fn of(plan: &Plan, words: &Vocabulary) -> Terbuka {
        let mut lepas = Vec::new();
        let plan = stripped(plan, words, &mut lepas);
        Terbuka { plan, lepas }
    }
}

/// The facts told to few.
pub fn tertutup(words: &Vocabulary) -> impl Iterator<Item = FaktaId> {
    let list = words.fakta_list().iter().enumerate();
    list.filter(|(_, fakta)| fakta.tertutup).map(|(at, _)| FaktaId(at as u16))
}

/// The same people with nothing known of what is told to few.
pub fn kolom(mut all: Kolom, words: &Vocabulary) -> Kolom {
    tertutup(words).for_each(|fakta| all.forget(fakta));
    all
}

pub(crate) fn closed(found: &Telusur, words: &Vocabulary) -> bool {
    found.fakta.iter().any(|fakta| words.fakta(*fakta).tertutup)
}

/// Whether a norm is its parts and nothing else, at the law date of the question.
pub(crate) fn of_parts(plan: &Plan) -> bool {
    terurai_di(plan) && plan.bentuk == Bentuk::Syarat && plan.teringan.is_none() && plan.peralihan.is_none()
}

fn stripped(plan: &Plan, words: &Vocabulary, lepas: &mut Vec<String>) -> Plan {
    let mut open = plan.clone();
    if of_parts(plan) {
        open.langkah = plan.langkah.iter().filter_map(|step| part(step, words, lepas)).collect();
    }
    open
}

fn part(step: &Step, words: &Vocabulary, lepas: &mut Vec<String>) -> Option<Step> {
    if !closed(&Telusur::step(step), words) {
        return Some(step.clone());
    }
    let plain = step.kecuali.as_ref().is_none_or(|(cond, _)| !closed(&Telusur::cond(cond), words));
    if let (true, Isi::Norma(norm)) = (plain, &step.isi)
        && let Some(inner) = norm.plan.as_deref().filter(|inner| of_parts(inner))
    {
        let plan = Some(Arc::new(stripped(inner, words, lepas)));
        let mut open = step.clone();
        open.isi = Isi::Norma(Arc::new(NormRef { kunci: norm.kunci.clone(), plan }));
        open.waktu = open.moves();
        return Some(open);
    }
    lepas.push(step.words(words));
    None
}
