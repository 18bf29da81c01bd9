//! Tables of several parts as one.

use super::daun::{self, Peta};
use crate::vocabulary::{FaktaId, Vocabulary};
use std::collections::BTreeSet;

/// Joins tables as long as they stay small enough: one look-up for each person instead of several.
pub fn gabung(tables: &[Peta], words: &Vocabulary) -> Vec<Peta> {
    let mut groups: Vec<(BTreeSet<FaktaId>, Vec<&Peta>)> = Vec::new();
    for table in tables {
        let facts: BTreeSet<FaktaId> = table.fakta.iter().map(|f| f.0).collect();
        let fits = |(group, _): &&mut (BTreeSet<FaktaId>, Vec<&Peta>)| {
            daun::letak(group.union(&facts).copied(), words, daun::TEMPAT).is_some()
        };
        match groups.iter_mut().find(fits) {
            Some((group, members)) => {
                group.extend(facts);
                members.push(table);
            }
            None => groups.push((facts, vec![table])),
        }
    }
    groups.into_iter().filter_map(|(facts, members)| satukan(facts, &members, words)).collect()
}

fn satukan(facts: BTreeSet<FaktaId>, members: &[&Peta], words: &Vocabulary) -> Option<Peta> {
    let (fakta, size) = daun::letak(facts, words, daun::TEMPAT)?;
    let mut isi = vec![0u8; size];
    for member in members {
        // How far the member's own place moves with each step of each fact of the whole.
        let moves = |id: FaktaId| member.fakta.iter().find(|f| f.0 == id).map_or(0, |f| usize::from(f.1));
        let mut places = vec![0usize];
        for (id, _, steps) in &fakta {
            let far = moves(*id);
            places = (0..usize::from(*steps)).flat_map(|s| places.iter().map(move |p| p + s * far)).collect();
        }
        isi.iter_mut().zip(&places).for_each(|(key, at)| *key = (*key).max(member.isi[*at]));
    }
    Some(Peta { fakta, isi })
}
