//! What follows when many retire: the posts they leave, refilled as a round would from the register as it is. Nothing is
//! recorded.

use crate::isi::{Bobot, Kriteria, Pokok, PosRencana};
use crate::kumpul::{tanpa_riwayat, tingkat};
use crate::rule::hasil::Rantai;
use crate::rule::rencana::Tanda;
use crate::rule::simulasi::{gabung, naik};
use crate::rule::{Beku, Rencana, hitung, rantai};
use host::indikator::{Kursi, kursi};
use host::{Hall, Problem, World};
use kernel::tables::Jenjang;
use kernel::{Date, PegawaiId, duk};
use law::penempatan::Macam;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Kinds of round posts are refilled by; none that needs a post of the same level to be held already.
const MACAM: [&str; 2] = ["seleksi_jpt", "administrator_pengawas"];

/// The kind of round that refills posts of a level.
pub fn macam(pack: &law::Pack, jenjang: Jenjang) -> Option<&Macam> {
    let kinds = MACAM.iter().filter_map(|k| pack.penempatan.macam(k));
    kinds.into_iter().find(|m| m.meliputi(jenjang.word()))
}

/// Who retires, among whom.
pub struct Asal<'a> {
    /// Whose register.
    pub instansi: &'a str,
    /// Who leaves; rows of the register.
    pub pensiun: &'a HashSet<u32>,
    /// Who is gone by the end of that year: nobody is placed who leaves again.
    pub pergi: &'a HashSet<u32>,
    /// Whom the visitor reads: nobody else is placed or named.
    pub tampak: &'a HashSet<u32>,
}

/// The posts left, refilled.
pub struct Simulasi {
    /// The problem.
    pub beku: Beku,
    /// Who sits where then.
    pub duduk: Vec<Option<u32>>,
    /// Chains that begin at the posts left, longest first.
    pub rantai: Vec<Rantai>,
    /// Seats that were left, by place in [`Beku::kursi`].
    pub ditinggalkan: Vec<u32>,
    /// Conditions an official would still have to decide; taken as met.
    pub terbuka: usize,
}

/// Works it out; `None` when nobody leaves a post that is refilled by a round.
///
/// # Errors
/// The problem is too large, in words; storage failed.
pub fn simulasi(hall: &Hall, world: &Arc<World>, asal: &Asal<'_>) -> Result<Option<Simulasi>, Problem> {
    let (hukum, hari) = (hall.hukum(), hall.today());
    let seats = kursi::semua(world, &hall.tables);
    let own = |k: &&Kursi| world.tenants.get(k.instansi).is_some_and(|t| t.id == asal.instansi);
    let seats: Vec<&Kursi> = seats.iter().filter(own).collect();
    let level = |k: &Kursi| tingkat(k.jenjang);
    let left = |k: &Kursi| k.pemegang.iter().filter(|row| asal.pensiun.contains(row)).count();
    let covered = |k: &&&Kursi| macam(&hukum.pack, k.jenjang).is_some();
    let Some(highest) = seats.iter().filter(covered).filter(|k| left(k) > 0).map(|k| level(k)).max() else {
        return Ok(None);
    };
    let posts = world.organisation(asal.instansi).map(|o| o.posts.as_slice()).unwrap_or_default();
    // By kind: posts that are left, and those below whose holders may rise into them.
    let mut rounds: BTreeMap<&str, Vec<PosRencana>> = BTreeMap::new();
    for k in seats.iter().filter(covered) {
        let (Some(kind), Some(post)) = (macam(&hukum.pack, k.jenjang), posts.get(k.at)) else { continue };
        let gone = left(k);
        let held = k.pemegang.iter().filter(|row| asal.tampak.contains(row)).count();
        let (tempat, sebab) = match (gone, held) {
            (1.., _) => (gone, "pensiun"),
            (0, 1..) if level(k) < highest => (k.pemegang.len(), "rotasi"),
            _ => continue,
        };
        let tempat = i64::try_from(tempat).unwrap_or(i64::MAX);
        rounds.entry(&kind.kunci).or_default().push(PosRencana {
            pos: post.id.clone(),
            tempat,
            sebab: sebab.to_owned(),
            ..PosRencana::default()
        });
    }
    let empty: HashSet<String> =
        rounds.values().flatten().filter(|p| p.sebab == "pensiun").map(|p| p.pos.clone()).collect();
    let (mut parts, mut terbuka) = (Vec::new(), 0);
    for (kind, pos) in rounds {
        let Some(kind) = hukum.pack.penempatan.macam(kind) else { continue };
        let found = tanpa_riwayat(hall, world, &rencana(asal.instansi, kind, hari, pos))?;
        terbuka += found.terbuka.len();
        parts.push(found.beku);
    }
    let register = &world.register;
    let row = |id: PegawaiId| register.find(id).and_then(|i| u32::try_from(i).ok());
    let mut beku = gabung(parts, |ids| {
        let rows: Vec<u32> = ids.iter().filter_map(|id| row(*id)).collect();
        let steps = hall.tables.duk(hari);
        let mut ranks = vec![0; ids.len()];
        let places = duk::order(&steps, &duk::read(register, &rows, &hall.tables, hari));
        places.iter().enumerate().for_each(|(rank, place)| ranks[place.who] = rank as u32);
        ranks
    });
    let free = |id: PegawaiId| row(id).is_some_and(|r| asal.tampak.contains(&r) && !asal.pergi.contains(&r));
    let bebas: Vec<bool> = beku.calon.iter().map(|c| free(c.pegawai)).collect();
    let heights: Vec<u8> =
        beku.kursi.iter().map(|k| Jenjang::from_word(&k.jenjang).map_or(0, tingkat)).collect();
    naik(&mut beku, &heights, &bebas);
    let duduk = hitung::terbaik(&beku)?.duduk;
    let ditinggalkan =
        (0_u32..).zip(&beku.kursi).filter(|(_, k)| empty.contains(&k.pos)).map(|(n, _)| n).collect();
    let rantai = rantai::rantai(&beku, &duduk).into_iter().filter(|c| !c.langkah.is_empty()).collect();
    Ok(Some(Simulasi { beku, duduk, rantai, ditinggalkan, terbuka }))
}

/// A round nobody opened, with the weights the pack proposes.
fn rencana(instansi: &str, macam: &Macam, hari: Date, pos: Vec<PosRencana>) -> Rencana {
    let pokok = Pokok {
        judul: String::new(),
        macam: macam.kunci.to_string(),
        dasar: String::new(),
        berlaku: hari,
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 0,
        batas_unit: 0,
        rotasi: true,
    };
    let weight = |(kriteria, bobot): &(Box<str>, u8)| Bobot { kriteria: kriteria.to_string(), bobot: *bobot };
    let mut made = Rencana::baru("simulasi", instansi, pokok, Tanda::default());
    made.kriteria = Kriteria { bobot: macam.bobot.iter().map(weight).collect(), duk: true };
    made.pos = pos;
    made
}
