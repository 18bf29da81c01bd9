//! A person as the law sees them: every fact of the vocabulary, known or not, with its documents.

use crate::value::{Known, Source};
use crate::vocabulary::{FaktaId, Vocabulary};
use std::collections::BTreeMap;

/// The facts of one person or case.
#[derive(Clone, Debug, Default)]
pub struct Potret {
    /// By number of the fact; what lies beyond the end is unknown.
    pub known: Vec<Known>,
    sources: BTreeMap<FaktaId, Vec<Source>>,
}

impl Potret {
    /// Of whom nothing is known yet.
    pub fn blank(words: &Vocabulary) -> Potret {
        Potret { known: vec![Known::Unknown; words.fakta_list().len()], sources: BTreeMap::new() }
    }

    /// With room for the facts of the register only.
    pub fn of_register(words: &Vocabulary) -> Potret {
        Potret { known: vec![Known::Unknown; words.riwayat()], sources: BTreeMap::new() }
    }

    /// States a fact.
    pub fn set(&mut self, fakta: FaktaId, known: Known) {
        let place = usize::from(fakta.0);
        if place >= self.known.len() {
            self.known.resize(place + 1, Known::Unknown);
        }
        self.known[place] = known;
    }

    /// What is known of a fact.
    pub fn get(&self, fakta: FaktaId) -> &Known {
        self.known.get(usize::from(fakta.0)).unwrap_or(&Known::Unknown)
    }

    /// States a fact with the documents that say so.
    pub fn state(&mut self, fakta: FaktaId, known: Known, sources: Vec<Source>) {
        self.set(fakta, known);
        self.sources.insert(fakta, sources);
    }

    /// The documents of a fact.
    pub fn sources(&self, fakta: FaktaId) -> &[Source] {
        self.sources.get(&fakta).map_or(&[], Vec::as_slice)
    }

    /// Closes what tells of discipline: unknown to whoever may not see it, with no trace that it is there.
    pub fn close(&mut self, words: &Vocabulary) {
        for (i, _) in words.fakta_list().iter().enumerate().filter(|(_, f)| f.tertutup) {
            if let Some(slot) = self.known.get_mut(i) {
                *slot = Known::Unknown;
            }
            self.sources.remove(&FaktaId(i as u16));
        }
    }
}
