//! The register before and after the SK: where the people of a round sit and work, read from their journals at both
//! moments; before the SK is enacted, what the plan would make of it.

use super::Akhir;
use crate::rule::pindah::pindah;
use crate::rule::{Rencana, Tahap};
use host::{Hall, Problem, World};
use kernel::register::counted_from;
use kernel::{AsOf, Date, Field, Kind, PegawaiId, Snapshot, Stamp};
use std::collections::{BTreeMap, BTreeSet};

/// Both sides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Banding {
    /// When it was recorded; `None` while it is a plan.
    pub tercatat: Option<Stamp>,
    /// By unit that has seats, in their order.
    pub unit: Vec<UnitBanding>,
    /// Who moved.
    pub orang: Vec<OrangBanding>,
}

/// A unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitBanding {
    /// Its name.
    pub nama: String,
    /// Its seats in the round.
    pub kursi: usize,
    /// Seats filled, before and after.
    pub terisi: (usize, usize),
    /// Months of service of whoever sits there, all together, before and after.
    pub bulan: (i64, i64),
}

/// Somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrangBanding {
    /// Who.
    pub pegawai: String,
    /// What they are called.
    pub nama: String,
    /// Id of the post held before; empty when no document names it.
    pub pos_lama: String,
    /// Post and unit, before.
    pub lama: (String, String),
    /// After.
    pub baru: (String, String),
}

/// Somebody at a moment.
struct Duduk {
    pos: String,
    jabatan: String,
    unit: String,
    bulan: i64,
}

/// Compares.
///
/// # Errors
/// When storage fails.
pub fn banding(hall: &Hall, world: &World, rencana: &Rencana, akhir: &Akhir) -> Result<Banding, Problem> {
    let step = rencana.langkah.iter().find(|l| l.0 == Tahap::Ditetapkan);
    let tercatat = step.map(|l| l.1.pada);
    let moves = pindah(&akhir.beku, &akhir.duduk);
    let seated = akhir.duduk.iter().flatten().copied();
    let holders = akhir.beku.kursi.iter().filter_map(|k| k.pemegang);
    let places: BTreeSet<u32> = seated.chain(holders).collect();
    let people: Vec<(u32, PegawaiId)> =
        places.into_iter().filter_map(|n| Some((n, akhir.beku.calon.get(n as usize)?.pegawai))).collect();
    let ids: Vec<PegawaiId> = people.iter().map(|p| p.1).collect();
    let ledgers = hall.with(|conn| store::people::ledgers(conn, &ids))?;
    let at = |ledger: &kernel::Ledger, known: Stamp| {
        let as_of = AsOf { effective: rencana.pokok.berlaku, known };
        duduk(&Snapshot::fold(ledger, as_of), world, rencana, rencana.pokok.berlaku)
    };
    let (before, after) = match tercatat {
        Some(moment) => (Stamp(moment.0 - 1), moment),
        None => (Stamp::MAX, Stamp::MAX),
    };
    let mut sides: BTreeMap<u32, (Duduk, Duduk)> = BTreeMap::new();
    for ((n, _), ledger) in people.iter().zip(&ledgers) {
        sides.insert(*n, (at(ledger, before), at(ledger, after)));
    }
    if tercatat.is_none() {
        for m in &moves {
            let seat = akhir.beku.kursi.get(m.ke as usize);
            if let Some((seat, (_, later))) = seat.zip(sides.get_mut(&m.calon)) {
                (later.pos, later.jabatan) = (seat.pos.clone(), seat.jabatan.clone());
                later.unit =
                    akhir.beku.unit.get(seat.unit as usize).map_or_else(String::new, |u| u.nama.clone());
            }
        }
    }
    let person = |m: &crate::rule::pindah::Pindah| {
        let id = akhir.beku.calon.get(m.calon as usize)?.pegawai;
        let (old, new) = sides.get(&m.calon)?;
        let nama =
            world.register.find(id).map_or_else(|| id.to_string(), |i| world.register.nama(i).to_owned());
        Some(OrangBanding {
            pegawai: id.to_string(),
            nama,
            pos_lama: old.pos.clone(),
            lama: (old.jabatan.clone(), old.unit.clone()),
            baru: (new.jabatan.clone(), new.unit.clone()),
        })
    };
    Ok(Banding { tercatat, unit: units(akhir, &sides), orang: moves.iter().filter_map(person).collect() })
}

fn duduk(seen: &Snapshot<'_>, world: &World, rencana: &Rencana, on: Date) -> Duduk {
    let unor = match seen.text(Field::JabatanUnorId) {
        "" => seen.text(Field::UnorId),
        of_post => of_post,
    };
    let listed = world.organisation(&rencana.instansi).and_then(|o| o.units.get(unor));
    let since = counted_from(seen).or_else(|| seen.tmt_of(Kind::Status));
    Duduk {
        pos: seen.text(Field::PosId).to_owned(),
        jabatan: seen.text(Field::JabatanNama).to_owned(),
        unit: listed.map_or_else(|| seen.text(Field::UnorNama).to_owned(), |u| u.nama.clone()),
        bulan: since.map_or(0, |day| i64::from(day.months_until(on))),
    }
}

/// Seats by unit: filled by whoever sits in their posts at each moment.
fn units(akhir: &Akhir, sides: &BTreeMap<u32, (Duduk, Duduk)>) -> Vec<UnitBanding> {
    let beku = &akhir.beku;
    let mut all: BTreeMap<u32, UnitBanding> = BTreeMap::new();
    let mut of_post: BTreeMap<&str, u32> = BTreeMap::new();
    for seat in &beku.kursi {
        let unit = all.entry(seat.unit).or_insert_with(|| UnitBanding {
            nama: beku.unit.get(seat.unit as usize).map_or_else(String::new, |u| u.nama.clone()),
            ..UnitBanding::default()
        });
        unit.kursi += 1;
        of_post.insert(&seat.pos, seat.unit);
    }
    for (old, new) in sides.values() {
        if let Some(unit) = of_post.get(old.pos.as_str()).and_then(|u| all.get_mut(u)) {
            unit.terisi.0 += 1;
            unit.bulan.0 += old.bulan;
        }
        if let Some(unit) = of_post.get(new.pos.as_str()).and_then(|u| all.get_mut(u)) {
            unit.terisi.1 += 1;
            unit.bulan.1 += new.bulan;
        }
    }
    all.into_values().collect()
}
