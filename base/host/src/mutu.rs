//! What findings amount to: counts by kind over the people who work, and the estimate of BKN's
//! quality index in a sentence. Pages, receipts and the command line take the same numbers from here.

use crate::hall::World;
use kernel::Tables;
use kernel::check::ikd::{Counts, Ikd, estimate};
use kernel::check::{Code, Codes, Scope, Status};
use std::collections::HashSet;
use web::format::{skor, skor_naik};

/// Findings counted over the people who work.
#[derive(Clone, Debug, Default)]
pub struct Mutu {
    /// People with each kind.
    pub counts: Counts,
    /// People counted: those who work.
    pub population: u32,
    /// Of those PNS and CPNS.
    pub pns: u32,
    /// Of those PPPK of either kind.
    pub pppk: u32,
    /// People with at least one finding.
    pub people: u32,
    /// Checks that compare with something never imported: what they do not find says nothing.
    pub silent: Codes,
}

impl Mutu {
    /// How many of the people counted a check looks at.
    pub fn looked_at(&self, code: Code) -> u32 {
        match code.info().scope {
            Scope::Semua | Scope::Aktif => self.population,
            Scope::Pns => self.pns,
            Scope::Pppk | Scope::PppkAktif => self.pppk,
            Scope::Unit => 0,
        }
    }

    /// Kinds with at least one person, by number.
    pub fn kinds(&self) -> Vec<(Code, u32)> {
        let all = Code::ALL.iter().map(|code| (*code, self.counts.get(*code)));
        all.filter(|kind| kind.1 > 0).collect()
    }

    /// The estimate over these people.
    pub fn ikd<'t>(&self, tables: &'t Tables) -> Ikd<'t> {
        estimate(&self.counts, self.population, tables, self.silent)
    }
}

/// Counts the findings of the people who work among those `which` accepts.
pub fn hitung(world: &World, which: impl Fn(usize) -> bool) -> Mutu {
    let register = &world.register;
    let with_units = world.organisations.iter().filter(|(_, o)| o.has_list);
    let with_units: HashSet<u32> = with_units.filter_map(|(id, _)| register.names.find(id)).collect();
    let (mut mutu, mut units_known) = (Mutu::default(), false);
    for i in (0..register.len()).filter(|&i| register.active[i] && which(i)) {
        let codes: Codes = register.codes[i];
        mutu.population += 1;
        mutu.people += u32::from(!codes.is_empty());
        units_known |= with_units.contains(&register.instansi[i]);
        mutu.counts.add(codes);
        match register.status[i] {
            Status::Pns | Status::Cpns => mutu.pns += 1,
            Status::Pppk => mutu.pppk += 1,
            Status::NonAsn | Status::Unknown => {}
        }
    }
    if !world.has_skp {
        mutu.silent.insert(Code::SkpKosong);
    }
    if !units_known {
        mutu.silent.insert(Code::UnorTidakAktif);
    }
    mutu
}

/// Indicators with a source, and all of them.
pub fn cakupan(ikd: &Ikd<'_>) -> (u32, u32) {
    let all = ikd.dimensions.iter().flat_map(|d| &d.indicators);
    all.fold((0, 0), |(measured, all), i| (measured + u32::from(i.source.is_some()), all + 1))
}

/// `IKD perkiraan 78,4 → 83,1 bila 214 baris ini diperbaiki: unit organisasi tidak aktif. Dihitung dari
/// 26 dari 27 indikator; angka resmi BKN dapat berbeda.`
pub fn kalimat_ikd(ikd: &Ikd<'_>) -> String {
    let (measured, all) = cakupan(ikd);
    let tail = format!("Dihitung dari {measured} dari {all} indikator; angka resmi BKN dapat berbeda.");
    let now = skor(ikd.score);
    let best = ikd.best_fixes().into_iter().find(|fix| fix.2 > ikd.score);
    match best {
        _ if ikd.population == 0 => "IKD belum dapat diperkirakan: belum ada pegawai aktif.".to_owned(),
        Some((code, rows, after)) => format!(
            "IKD perkiraan {} bila {} baris ini diperbaiki: {}. {tail}",
            skor_naik(ikd.score, after),
            web::format::angka(u64::from(rows)),
            code.info().label
        ),
        None => format!("IKD perkiraan {now}. {tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_the_step_that_helps_most() {
        let tables = Tables::bundled().expect("tables of the law");
        let mut mutu = Mutu { population: 1_000, pns: 900, pppk: 100, people: 300, ..Mutu::default() };
        assert!(kalimat_ikd(&mutu.ikd(&tables)).starts_with("IKD perkiraan 100,0. Dihitung dari 26 dari 27"));
        mutu.counts.0[Code::UnorTidakAktif as usize] = 200;
        mutu.counts.0[Code::HpKosong as usize] = 100;
        let sentence = kalimat_ikd(&mutu.ikd(&tables));
        assert!(
            sentence.contains("bila 200 baris ini diperbaiki: Unit organisasi tidak aktif"),
            "{sentence}"
        );
        assert_eq!(mutu.kinds(), [(Code::HpKosong, 100), (Code::UnorTidakAktif, 200)]);
        assert_eq!((mutu.looked_at(Code::NipCpns), mutu.looked_at(Code::UnorSiklus)), (900, 0));
        assert!(kalimat_ikd(&Mutu::default().ikd(&tables)).contains("belum ada pegawai aktif"));
    }
}
