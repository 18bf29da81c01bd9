//! Which norms a norm asks. Law dates chosen while asking may lead from one day to another, so a circle
//! is looked for over all versions together, whatever the day.

use super::{Cond, Ex, Isi, Plan, Step};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Keys by the keys they ask.
pub type Refs = BTreeMap<Box<str>, BTreeSet<Box<str>>>;

impl Plan {
    /// Adds the norms this one asks.
    pub fn refs(&self, all: &mut Refs) {
        let mut own = BTreeSet::new();
        if let Some((cond, _)) = &self.subjek {
            of_cond(cond, &mut own);
        }
        self.langkah.iter().for_each(|s| of_step(s, &mut own));
        self.nilai.iter().for_each(|n| of_ex(n, &mut own));
        own.extend(self.teringan.iter().map(|(key, _)| key.clone()));
        if let Some(lookup) = &self.peralihan {
            lookup.inputs.iter().for_each(|i| of_ex(i, &mut own));
            for row in &lookup.table.rows {
                if let Some(Value::Text(key)) = &row.outs[lookup.column] {
                    own.insert(key.clone());
                }
            }
        }
        all.entry(self.kunci.clone()).or_default().extend(own);
    }
}

fn of_step(step: &Step, own: &mut BTreeSet<Box<str>>) {
    if let Some((cond, _)) = &step.kecuali {
        of_cond(cond, own);
    }
    match &step.isi {
        Isi::Bila(cond) => of_cond(cond, own),
        Isi::SalahSatu(routes) => routes.iter().for_each(|r| of_step(r, own)),
        Isi::Pertimbangan(_) => {}
        Isi::Norma(norm) => drop(own.insert(norm.kunci.clone())),
        Isi::Nilai(ex, ..) => of_ex(ex, own),
    }
}

fn of_cond(cond: &Cond, own: &mut BTreeSet<Box<str>>) {
    match cond {
        Cond::Compare(_, a, b) => {
            of_ex(a, own);
            of_ex(b, own);
        }
        Cond::Among(a, _) | Cond::Truth(a) => of_ex(a, own),
        Cond::And(list) | Cond::Or(list) => list.iter().for_each(|c| of_cond(c, own)),
        Cond::Not(inner) => of_cond(inner, own),
        Cond::There(_) | Cond::Missing(_) => {}
        Cond::Passes(norm) => drop(own.insert(norm.kunci.clone())),
    }
}

fn of_ex(ex: &Ex, own: &mut BTreeSet<Box<str>>) {
    match ex {
        Ex::Const(_) | Ex::Fact(_) | Ex::Today => {}
        Ex::Table(lookup) | Ex::NextStep(lookup) => lookup.inputs.iter().for_each(|i| of_ex(i, own)),
        Ex::Norm(norm) => drop(own.insert(norm.kunci.clone())),
        Ex::Call(_, args) => args.iter().for_each(|a| of_ex(a, own)),
        Ex::Arith(_, a, b) => {
            of_ex(a, own);
            of_ex(b, own);
        }
        Ex::If(cond, a, b) => {
            of_cond(cond, own);
            of_ex(a, own);
            of_ex(b, own);
        }
        Ex::Period(_, day) => of_ex(day, own),
    }
}

/// A circle among norms, if there is one: the keys on it, the first repeated at the end.
pub fn circle(all: &Refs) -> Option<Vec<Box<str>>> {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in all.keys() {
        // A path with the norms still to be followed from each of its places.
        let mut path: Vec<(&str, Vec<&str>)> = vec![(start, following(all, start))];
        while let Some((_, left)) = path.last_mut() {
            let Some(next) = left.pop() else {
                if let Some((key, _)) = path.pop() {
                    done.insert(key);
                }
                continue;
            };
            if let Some(at) = path.iter().position(|(key, _)| *key == next) {
                return Some(
                    path[at..].iter().map(|(key, _)| Box::from(*key)).chain([next.into()]).collect(),
                );
            }
            if !done.contains(next) {
                path.push((next, following(all, next)));
            }
        }
    }
    None
}

/// A norm from which more than so many levels of norms are asked, whatever their law dates; of norms without
/// a circle.
pub fn too_deep(all: &Refs, most: usize) -> Option<&str> {
    let mut height: BTreeMap<&str, usize> = BTreeMap::new();
    for start in all.keys() {
        // Norms to be looked at, and those whose own were looked at already.
        let mut open: Vec<(&str, bool)> = vec![(start, false)];
        while let Some((key, ready)) = open.pop() {
            let own = following(all, key);
            if ready {
                let below = own.iter().filter_map(|k| height.get(k)).max().copied().unwrap_or(0);
                if below + 1 > most {
                    return Some(key);
                }
                height.insert(key, below + 1);
            } else if !height.contains_key(key) {
                open.push((key, true));
                open.extend(own.into_iter().map(|k| (k, false)));
            }
        }
    }
    None
}

fn following<'a>(all: &'a Refs, key: &str) -> Vec<&'a str> {
    all.get(key).map_or(Vec::new(), |keys| keys.iter().map(|k| &**k).collect())
}
