//! Posts a peta jabatan names: who holds them, who serves them meanwhile, and since when they are vacant.

use super::norma::Tempo;
use crate::hall::World;
use crate::world::{needed, serves};
use kernel::register::Rumpun;
use kernel::tables::Jenjang;
use kernel::{Date, Tables};
use std::collections::HashMap;
use store::organisation::Post;

/// A post a peta jabatan names, counted.
#[derive(Clone, Debug)]
pub struct Kursi {
    /// Whose it is, by place among the governments served.
    pub instansi: usize,
    /// Its place in the posts of that organisation.
    pub at: usize,
    /// Its kind.
    pub rumpun: Option<Rumpun>,
    /// Its level.
    pub jenjang: Jenjang,
    /// How many are needed.
    pub kebutuhan: i64,
    /// Who works and holds it, as numbers in the register.
    pub pemegang: Vec<u32>,
    /// Who serves it beside an own post.
    pub pelaksana: Vec<u32>,
    /// The first day without its last holder; only where somebody is recorded to have held it.
    pub lepas: Option<Date>,
}

impl Kursi {
    /// How many hold it.
    pub fn isi(&self) -> i64 {
        self.pemegang.len() as i64
    }

    /// Empty places.
    pub fn lowong(&self) -> i64 {
        (self.kebutuhan - self.isi()).max(0)
    }

    /// Empty places somebody serves.
    pub fn dilayani(&self) -> i64 {
        self.lowong().min(self.pelaksana.len() as i64)
    }

    /// Holders beyond the need.
    pub fn lebih(&self) -> i64 {
        (self.isi() - self.kebutuhan).max(0)
    }

    /// Places that are empty once these holders have gone and nobody came.
    pub fn akan_lowong(&self, goes: impl Fn(u32) -> bool) -> i64 {
        let gone = self.pemegang.iter().filter(|i| goes(**i)).count() as i64;
        (self.kebutuhan - self.isi() + gone).clamp(0, gone)
    }
}

/// Every post that is counted, by instansi and place.
pub fn semua(world: &World, tables: &Tables) -> Vec<Kursi> {
    let r = &world.register;
    let mut all: Vec<Kursi> = Vec::new();
    let mut of_name: HashMap<(u32, u32), usize> = HashMap::new();
    let mut of_id: HashMap<(&str, &str), usize> = HashMap::new();
    for (tempat, tenant) in world.tenants.iter().enumerate() {
        let Some(o) = world.organisation(&tenant.id) else { continue };
        let own = r.names.find(&tenant.id);
        for (at, post) in o.posts.iter().enumerate() {
            let Some(kebutuhan) = needed(post) else { continue };
            if let Some(key) = own.zip(r.names.find(&post.id)) {
                of_name.insert(key, all.len());
            }
            of_id.insert((&tenant.id, &post.id), all.len());
            let jenjang = jenjang(post, tables, world.as_of.effective);
            all.push(Kursi {
                instansi: tempat,
                at,
                rumpun: Rumpun::of(tables.jenis_pos(&post.jenis), jenjang),
                jenjang,
                kebutuhan: i64::try_from(kebutuhan).unwrap_or(i64::MAX),
                pemegang: Vec::new(),
                pelaksana: Vec::new(),
                lepas: None,
            });
        }
    }
    for i in (0..r.len()).filter(|&i| r.active[i]) {
        if let Some(at) = of_name.get(&(r.instansi[i], r.pos[i])) {
            all[*at].pemegang.push(i as u32);
        }
    }
    for (i, list) in &r.penugasan {
        for p in list {
            let id = serves(p);
            if let Some(at) = of_id.get(&(world.instansi_of(*i as usize), id.as_str())) {
                all[*at].pelaksana.push(*i);
            }
        }
    }
    for (i, list) in &r.dilepas {
        for (pos, day) in list {
            if let Some(at) = of_id.get(&(world.instansi_of(*i as usize), &**pos)) {
                all[*at].lepas = all[*at].lepas.max(Some(*day));
            }
        }
    }
    all
}

/// The level of a post: its eselon or jenjang as stated, else what its name says.
pub fn jenjang(post: &Post, tables: &Tables, on: Date) -> Jenjang {
    let stated = post.jenjang.trim();
    let word = Jenjang::all().find(|j| *j != Jenjang::None && j.word().eq_ignore_ascii_case(stated));
    let eselon = || tables.eselon(stated).map(|item| item.info.jenjang);
    let named = || tables.bup(&post.jenis, &post.jabatan, on).map(|found| found.jenjang);
    word.or_else(eselon).or_else(named).unwrap_or_default()
}

/// Whether somebody's service ends within so many months, pension overdue included.
pub(super) fn pergi(tempo: Tempo, hari: Date, months: u32) -> Option<bool> {
    match tempo {
        Tempo::Pada(day, _) => Some(day <= hari || hari.months_until(day) < months),
        Tempo::Tidak => Some(false),
        Tempo::TanpaHari | Tempo::TakTentu => None,
    }
}
