//! What differs between inputs as they were frozen and as they would be gathered now.

use super::Beku;
use kernel::PegawaiId;
use std::collections::BTreeMap;

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beda {
    /// Another law pack.
    Paket,
    /// A seat that is only there now, or only was then: its name.
    Kursi(String, bool),
    /// Somebody who may sit somewhere only now, or only could then.
    Calon(PegawaiId, bool),
    /// Somebody may sit in a post now and could not, or the other way round.
    Boleh(PegawaiId, String, bool),
    /// Points of somebody in a post for a criterion, then and now.
    Nilai(PegawaiId, String, String, u8, u8),
}

/// Differences, seats first, then people.
pub fn beda(then: &Beku, now: &Beku) -> Vec<Beda> {
    let mut all = Vec::new();
    if then.paket != now.paket {
        all.push(Beda::Paket);
    }
    let seats = |b: &Beku| -> BTreeMap<(String, u32), String> {
        b.kursi.iter().map(|k| ((k.pos.clone(), k.tempat), k.jabatan.clone())).collect()
    };
    let (old, new) = (seats(then), seats(now));
    all.extend(new.iter().filter(|s| !old.contains_key(s.0)).map(|s| Beda::Kursi(s.1.clone(), true)));
    all.extend(old.iter().filter(|s| !new.contains_key(s.0)).map(|s| Beda::Kursi(s.1.clone(), false)));
    let gone = |b: &Beku, other: &Beku, there: bool| -> Vec<Beda> {
        let only = b.calon.iter().filter(|c| other.calon_dari(c.pegawai).is_none());
        only.map(|c| Beda::Calon(c.pegawai, there)).collect()
    };
    all.extend(gone(now, then, true));
    all.extend(gone(then, now, false));
    let pairs = |b: &Beku| -> BTreeMap<(PegawaiId, String), Vec<u8>> {
        let one = |p: &super::beku::Pasangan| {
            let seat = b.kursi.get(p.kursi as usize)?;
            let who = b.calon.get(p.calon as usize)?.pegawai;
            Some(((who, seat.jabatan.clone()), p.nilai.clone()))
        };
        b.pasangan.iter().filter_map(one).collect()
    };
    let (old, new) = (pairs(then), pairs(now));
    let both = |who: PegawaiId| then.calon_dari(who).is_some() && now.calon_dari(who).is_some();
    for ((who, post), before) in old.iter().filter(|p| both(p.0.0)) {
        let Some(after) = new.get(&(*who, post.clone())) else {
            all.push(Beda::Boleh(*who, post.clone(), false));
            continue;
        };
        for (n, (x, y)) in before.iter().zip(after).enumerate().filter(|(_, (x, y))| x != y) {
            let key = then.kriteria.get(n).map_or(String::new(), |k| k.kunci.clone());
            all.push(Beda::Nilai(*who, post.clone(), key, *x, *y));
        }
    }
    let fresh = new.keys().filter(|p| both(p.0) && !old.contains_key(*p));
    all.extend(fresh.map(|(who, post)| Beda::Boleh(*who, post.clone(), true)));
    all
}
