//! The problem of a simulation: several rounds as one, and chains that run from one into the next.

use super::Beku;
use super::beku::{CalonBeku, Pasangan, UnitBeku};
use kernel::PegawaiId;
use std::collections::BTreeMap;

/// Rounds of several kinds as one problem, ranked by `duk`. Points by criterion are left out: each kind weighs its own.
pub fn gabung(parts: Vec<Beku>, duk: impl Fn(&[PegawaiId]) -> Vec<u32>) -> Beku {
    let mut units: BTreeMap<String, (UnitBeku, u32)> = BTreeMap::new();
    let mut people: BTreeMap<PegawaiId, (CalonBeku, u32)> = BTreeMap::new();
    for part in &parts {
        for u in &part.unit {
            units.entry(u.unor.clone()).or_insert_with(|| (UnitBeku { batas: None, ..u.clone() }, 0));
        }
        for c in &part.calon {
            people.entry(c.pegawai).or_insert_with(|| (CalonBeku { asal: None, ..c.clone() }, 0));
        }
    }
    units.values_mut().zip(0..).for_each(|(slot, n)| slot.1 = n);
    people.values_mut().zip(0..).for_each(|(slot, n)| slot.1 = n);
    let ids: Vec<PegawaiId> = people.keys().copied().collect();
    let ranks = duk(&ids);
    let mut whole = Beku { duk: true, ..Beku::default() };
    for part in parts {
        let (seats, groups) = (whole.kursi.len() as u32, whole.kelompok.len() as u32);
        let unit: Vec<u32> = part.unit.iter().map(|u| units.get(&u.unor).map_or(0, |slot| slot.1)).collect();
        let unit = |n: u32| unit.get(n as usize).copied().unwrap_or(0);
        let number: Vec<u32> =
            part.calon.iter().map(|c| people.get(&c.pegawai).map_or(0, |slot| slot.1)).collect();
        for c in &part.calon {
            if let Some((person, _)) = people.get_mut(&c.pegawai) {
                person.unit = unit(c.unit);
                person.asal = c.asal.map(|k| k + seats).or(person.asal);
            }
        }
        whole.kursi.extend(part.kursi.into_iter().map(|mut k| {
            (k.unit, k.kelompok) = (unit(k.unit), k.kelompok + groups);
            k.pemegang = k.pemegang.and_then(|c| number.get(c as usize).copied());
            k
        }));
        whole.pasangan.extend(part.pasangan.into_iter().filter_map(|p| {
            let calon = *number.get(p.calon as usize)?;
            Some(Pasangan { kursi: p.kursi + seats, calon, nilai: Vec::new(), skor: p.skor })
        }));
        whole.kelompok.extend(part.kelompok);
        whole.dikecualikan.extend(part.dikecualikan.into_iter().map(|mut d| {
            d.kelompok += groups;
            d
        }));
    }
    whole.calon = people.into_values().map(|slot| slot.0).collect();
    whole.calon.iter_mut().zip(ranks).for_each(|(c, rank)| c.duk = rank);
    whole.unit = units.into_values().map(|slot| slot.0).collect();
    whole.pasangan.sort_unstable_by_key(|p| (p.kursi, p.calon));
    whole
}

/// Leaves the pairs of people of whom `bebas` says that they may be placed.
pub fn hanya(beku: &mut Beku, bebas: &[bool]) {
    beku.pasangan.retain(|p| bebas.get(p.calon as usize).copied().unwrap_or(false));
}

/// Says which seats people leave, so that chains run through them.
pub fn sambung(beku: &mut Beku, asal: &[(PegawaiId, u32)]) {
    for (id, kursi) in asal {
        let Some(calon) = beku.calon_dari(*id) else { continue };
        if let Some(seat) = beku.kursi.get_mut(*kursi as usize) {
            seat.pemegang = Some(calon);
            beku.calon[calon as usize].asal = Some(*kursi);
        }
    }
}
