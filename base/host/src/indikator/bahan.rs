//! What indicators are measured from: a world, the law, and what both come to for everybody at once.

use crate::hall::{Organisation, World};
use crate::hukum::Hukum;
use crate::world::{needed, serves};
use kernel::register::Rumpun;
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{Date, Register, Tables};
use std::collections::HashMap;
use std::sync::Arc;

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
    /// How many who work hold it.
    pub pemegang: i64,
    /// Who serves it beside an own post, by number in the register.
    pub pelaksana: Vec<u32>,
    /// The day the longest of these assignments began.
    pub plt_sejak: Option<Date>,
}

impl Kursi {
    /// Empty places.
    pub fn lowong(&self) -> i64 {
        (self.kebutuhan - self.pemegang).max(0)
    }

    /// Empty places somebody serves.
    pub fn dilayani(&self) -> i64 {
        self.lowong().min(self.pelaksana.len() as i64)
    }
}

/// What indicators are measured from.
pub struct Bahan<'w> {
    /// The world.
    pub world: &'w Arc<World>,
    /// The law.
    pub hukum: &'w Hukum,
    /// Tables of codes and thresholds.
    pub tables: &'w Tables,
    /// The day asked about.
    pub hari: Date,
    /// Posts that are counted, by instansi and place.
    pub kursi: Vec<Kursi>,
}

impl<'w> Bahan<'w> {
    /// For a world.
    pub fn new(world: &'w Arc<World>, hukum: &'w Hukum, tables: &'w Tables) -> Bahan<'w> {
        let kursi = kursi(world, tables);
        Bahan { world, hukum, tables, hari: world.as_of.effective, kursi }
    }

    /// People.
    pub fn register(&self) -> &'w Register {
        &self.world.register
    }

    /// Place of an instansi among the governments served.
    pub fn tempat(&self, instansi: &str) -> Option<usize> {
        self.world.tenants.iter().position(|t| t.id == instansi)
    }

    /// Units and posts of an instansi by its place.
    pub fn organisasi(&self, tempat: usize) -> Option<&'w Organisation> {
        self.world.organisation(&self.world.tenants.get(tempat)?.id)
    }
}

fn kursi(world: &World, tables: &Tables) -> Vec<Kursi> {
    let r = &world.register;
    let mut all = Vec::new();
    let mut place: HashMap<(u32, u32), usize> = HashMap::new();
    let mut posts: HashMap<(usize, &str), usize> = HashMap::new();
    for (tempat, tenant) in world.tenants.iter().enumerate() {
        let Some(o) = world.organisation(&tenant.id) else { continue };
        let own = r.names.find(&tenant.id);
        for (at, post) in o.posts.iter().enumerate() {
            let Some(kebutuhan) = needed(post) else { continue };
            if let Some((own, pos)) = own.zip(r.names.find(&post.id)) {
                place.insert((own, pos), all.len());
            }
            posts.insert((tempat, &post.id), all.len());
            let jenjang = level(post, tables, world.as_of.effective);
            all.push(Kursi {
                instansi: tempat,
                at,
                rumpun: Rumpun::of(JenisJabatan::from_code(&post.jenis), jenjang),
                jenjang,
                kebutuhan: i64::try_from(kebutuhan).unwrap_or(i64::MAX),
                pemegang: 0,
                pelaksana: Vec::new(),
                plt_sejak: None,
            });
        }
    }
    for i in (0..r.len()).filter(|&i| r.active[i]) {
        if let Some(at) = place.get(&(r.instansi[i], r.pos[i])) {
            all[*at].pemegang += 1;
        }
    }
    for (i, list) in &r.penugasan {
        let instansi = world.instansi_of(*i as usize);
        let Some(tempat) = world.tenants.iter().position(|t| t.id == instansi) else { continue };
        for p in list {
            let id = serves(p);
            let Some(at) = posts.get(&(tempat, id.as_str())) else { continue };
            let kursi: &mut Kursi = &mut all[*at];
            kursi.pelaksana.push(*i);
            kursi.plt_sejak = [kursi.plt_sejak, p.since].into_iter().flatten().min();
        }
    }
    all
}

/// The level of a post: its eselon or jenjang as stated, else what its name says.
fn level(post: &store::organisation::Post, tables: &Tables, on: Date) -> Jenjang {
    let named = tables.bup_with_eselon(&post.jenis, &post.jabatan, &post.jenjang, on);
    let word = || Jenjang::all().find(|j| j.word().eq_ignore_ascii_case(post.jenjang.trim()));
    let eselon = || tables.eselon(&post.jenjang).map(|item| item.info.jenjang);
    word().or_else(eselon).or_else(|| named.map(|found| found.jenjang)).unwrap_or_default()
}
