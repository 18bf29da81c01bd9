//! Who is considered for a round, in which order ties are broken, and the units of both.

use super::Bahan;
use super::pos::Pos;
use crate::rule::beku::UnitBeku;
use crate::rule::sidik;
use kernel::check::Status;
use kernel::{PegawaiId, duk};
use std::collections::{BTreeMap, HashMap, HashSet};

impl Bahan<'_> {
    /// Rows of everybody considered, in order of id: the register by unit and level, whoever asked for a post, holders.
    pub(super) fn calon(&self, pos: &[Pos<'_>]) -> Vec<u32> {
        let (register, pokok) = (&self.world.register, &self.rencana.pokok);
        let units =
            (!pokok.unor.is_empty()).then(|| self.world.units_within(&self.rencana.instansi, &pokok.unor));
        let asked: HashSet<PegawaiId> =
            self.rencana.minat.iter().filter_map(|m| PegawaiId::parse(&m.pegawai)).collect();
        let held: HashSet<u32> = pos.iter().flat_map(|p| p.pemegang.iter().copied()).collect();
        let own = register.names.find(&self.rencana.instansi);
        let serves =
            |i: usize| matches!(register.status[i], Status::Pns | Status::Pppk) && !register.part_time[i];
        let fits = |i: usize| {
            let level =
                pokok.jenjang.is_empty() || pokok.jenjang.iter().any(|j| j == register.jenjang[i].word());
            level && units.as_ref().is_none_or(|u| u.contains(&register.unor[i]))
        };
        let mine = |i: &usize| register.active[*i] && Some(register.instansi[*i]) == own;
        let wanted = |i: &usize| {
            held.contains(&(*i as u32)) || (serves(*i) && (fits(*i) || asked.contains(&register.id[*i])))
        };
        (0..register.len()).filter(mine).filter(wanted).map(|i| i as u32).collect()
    }

    /// Most senior first.
    pub(super) fn urut_senior(&self, rows: &mut Vec<u32>) {
        let steps = self.tables.duk(self.hari);
        let places = duk::order(&steps, &duk::read(&self.world.register, rows, self.tables, self.hari));
        *rows = places.iter().map(|place| rows[place.who]).collect();
    }

    /// Rank of everybody in the order that decides between equal plans: DUK where the announcement adopts it, else by
    /// lot, drawn from the round and the person so that nobody can choose it and everybody can draw it again.
    pub(super) fn urutan(&self, rows: &[u32]) -> Vec<u32> {
        let order: Vec<usize> = if self.rencana.kriteria.duk {
            let steps = self.tables.duk(self.hari);
            let people = duk::read(&self.world.register, rows, self.tables, self.hari);
            duk::order(&steps, &people).into_iter().map(|place| place.who).collect()
        } else {
            let lot = |c: &usize| {
                let id = self.world.register.id[rows[*c] as usize];
                sidik(format!("{}:{id}", self.rencana.id).as_bytes())
            };
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.sort_by_cached_key(lot);
            order
        };
        let mut ranks = vec![0; rows.len()];
        order.into_iter().enumerate().for_each(|(rank, c)| ranks[c] = rank as u32);
        ranks
    }

    /// Every unit of seats and people, by id, and where each stands in that list.
    pub(super) fn unit(&self, pos: &[Pos<'_>], rows: &[u32]) -> (Vec<UnitBeku>, HashMap<String, u32>) {
        let register = &self.world.register;
        let mut held: BTreeMap<&str, u32> = BTreeMap::new();
        for p in pos {
            *held.entry(p.post.unor.as_str()).or_default() += p.pemegang.len() as u32;
        }
        for row in rows {
            held.entry(register.names.text(register.unor[*row as usize])).or_default();
        }
        let percent = self.rencana.pokok.batas_unit;
        let names: HashMap<&str, u32> = held.keys().enumerate().map(|(n, id)| (*id, n as u32)).collect();
        let one = |(unor, holders): (&&str, &u32)| UnitBeku {
            unor: (*unor).to_owned(),
            nama: self.nama_unor(unor),
            wilayah: self.opd_dari_unor(unor),
            batas: (percent > 0 && *holders > 0)
                .then(|| u32::try_from(i64::from(*holders) * percent / 100).unwrap_or(u32::MAX).max(1)),
        };
        let list = held.iter().map(one).collect();
        (list, names.into_iter().map(|(id, n)| (id.to_owned(), n)).collect())
    }

    fn nama_unor(&self, unor: &str) -> String {
        let listed = self.world.organisation(&self.rencana.instansi).and_then(|o| o.units.get(unor));
        let stated = || self.world.register.names.find(unor).map_or("", |n| self.world.register.unit_name(n));
        listed.map_or_else(|| stated().to_owned(), |u| u.nama.clone())
    }

    /// The perangkat daerah a unit belongs to; empty when unknown.
    pub(super) fn opd_dari_unor(&self, unor: &str) -> String {
        let found = self.world.organisation(&self.rencana.instansi).and_then(|o| {
            let node = o.tree.find(unor)?;
            Some(o.tree.nama(o.tree.opd_of(node).unwrap_or(node)).to_owned())
        });
        found.unwrap_or_default()
    }
}
