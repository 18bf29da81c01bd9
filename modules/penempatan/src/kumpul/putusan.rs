//! What officials decided about conditions the law leaves open.

use crate::isi::Putusan;
use crate::rule::Rencana;
use crate::rule::rencana::Tanda;
use kernel::PegawaiId;
use std::collections::{HashMap, HashSet};

/// By place among the decisions: the last about everybody, and the last about each person named.
type Tentang = (Option<usize>, HashMap<PegawaiId, usize>);

/// Decisions of a round, ready to be looked up.
pub struct Diputus<'r> {
    semua: Vec<&'r Putusan>,
    /// By norm, condition and group of posts.
    by: HashMap<(&'r str, &'r str, &'r str), Tentang>,
}

impl<'r> Diputus<'r> {
    /// Of a round.
    pub fn dari(rencana: &'r Rencana) -> Diputus<'r> {
        let semua: Vec<&Putusan> = rencana.putusan.iter().map(|(p, _)| p).collect();
        let mut by: HashMap<_, Tentang> = HashMap::new();
        for (at, p) in semua.iter().enumerate() {
            let slot = by.entry((p.norma.as_str(), p.syarat.as_str(), p.kelompok.as_str())).or_default();
            if p.pegawai.is_empty() {
                slot.0 = Some(at);
            }
            slot.1.extend(p.pegawai.iter().filter_map(|id| Some((PegawaiId::parse(id)?, at))));
        }
        Diputus { semua, by }
    }

    /// The decision about a condition of a norm for somebody in a group of posts: the last that names them, else the
    /// last about everybody; one about the whole norm, or about every group, counts for each.
    pub fn tentang(
        &self,
        norma: &str,
        syarat: &str,
        kelompok: &str,
        pegawai: PegawaiId,
    ) -> Option<&'r Putusan> {
        let slots = || {
            let keys = [(syarat, kelompok), (syarat, ""), ("", kelompok), ("", "")];
            keys.into_iter().filter_map(|(s, k)| self.by.get(&(norma, s, k)))
        };
        let named = slots().filter_map(|s| s.1.get(&pegawai).copied()).max();
        let at = named.or_else(|| slots().filter_map(|s| s.0).max())?;
        self.semua.get(at).copied()
    }
}

/// A decision that stands, and the people it names for whom no later one does.
pub struct Berlaku<'r> {
    /// The decision.
    pub putusan: &'r Putusan,
    /// Who recorded it, when.
    pub tanda: &'r Tanda,
    /// Whom it still decides about by name; nobody for one about everybody.
    pub pegawai: Vec<&'r str>,
}

/// Decisions that stand, newest first: none that a later one about the same replaces.
pub fn berlaku(rencana: &Rencana) -> Vec<Berlaku<'_>> {
    let mut later: HashSet<(&str, &str, &str, &str)> = HashSet::new();
    let mut all = Vec::new();
    for (putusan, tanda) in rencana.putusan.iter().rev() {
        let Putusan { norma, syarat, kelompok, .. } = putusan;
        let replaced = |who: &str| {
            let keys = [(syarat.as_str(), kelompok.as_str()), (syarat, ""), ("", kelompok), ("", "")];
            keys.into_iter().any(|(s, k)| later.contains(&(norma, s, k, who)))
        };
        let everybody = putusan.pegawai.is_empty();
        let pegawai: Vec<&str> =
            putusan.pegawai.iter().map(String::as_str).filter(|id| !replaced(id)).collect();
        let stands = if everybody { !replaced("") } else { !pegawai.is_empty() };
        if stands {
            all.push(Berlaku { putusan, tanda, pegawai });
        }
        let who = putusan.pegawai.iter().map(String::as_str).chain(everybody.then_some(""));
        later.extend(who.map(|id| (norma.as_str(), syarat.as_str(), kelompok.as_str(), id)));
    }
    all
}
