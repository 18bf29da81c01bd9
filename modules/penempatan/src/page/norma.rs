//! Norms and their conditions in words, for pages that would otherwise show keys.

use crate::rule::Rencana;
use host::{Ctx, Hukum};
use law::plan::Plan;
use std::collections::HashMap;
use std::sync::Arc;

/// Norms of a round by key.
pub struct Norma {
    hukum: Arc<Hukum>,
    plans: HashMap<String, Arc<Plan>>,
}

impl Norma {
    /// Looks up these keys at the day the round is about.
    pub fn baca<'k>(ctx: &Ctx, r: &Rencana, keys: impl Iterator<Item = &'k str>) -> Norma {
        let hukum = ctx.hall.hukum();
        let book = hukum.pack.book(None, None);
        let mut plans = HashMap::new();
        for key in keys {
            if !plans.contains_key(key)
                && let Some(plan) = book.plan(&hukum.pack.words, key, r.pokok.berlaku)
            {
                plans.insert(key.to_owned(), plan);
            }
        }
        Norma { hukum, plans }
    }

    /// Its heading; the key where the pack knows it no more.
    pub fn nama(&self, norma: &str) -> String {
        self.plans.get(norma).map_or_else(|| norma.to_owned(), |p| p.judul.to_string())
    }

    /// A condition in words; the key where the pack knows it no more, nothing for the whole norm.
    pub fn syarat(&self, norma: &str, syarat: &str) -> String {
        let step = self.plans.get(norma).and_then(|p| p.langkah.iter().find(|s| *s.kunci == *syarat));
        step.map_or_else(|| syarat.to_owned(), |s| s.words(&self.hukum.pack.words))
    }
}
