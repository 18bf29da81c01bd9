//! What follows when many retire: the posts they leave, refilled as a round would from the register as it is. Nothing is
//! recorded.

use crate::isi::{Bobot, Kriteria, Pokok, PosRencana};
use crate::kumpul::tanpa_riwayat;
use crate::rule::hasil::Rantai;
use crate::rule::rencana::Tanda;
use crate::rule::simulasi::{gabung, hanya, sambung};
use crate::rule::{Beku, Rencana, hitung, rantai};
use host::indikator::{Kursi, kursi};
use host::{Hall, Problem, World};
use kernel::tables::Jenjang;
use kernel::{Date, PegawaiId, duk};
use law::penempatan::Macam;
use std::collections::{BTreeMap, HashMap, HashSet};
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

/// Works it out in waves: the posts that are left, then those left by whoever rises into them, and so on. Each wave is
/// a round of its posts alone, so that few are asked about; whoever holds a post only rises. `None` when nobody leaves
/// a post that is refilled by a round.
///
/// # Errors
/// The problem is too large, in words; storage failed.
pub fn simulasi(hall: &Hall, world: &Arc<World>, asal: &Asal<'_>) -> Result<Option<Simulasi>, Problem> {
    let (hukum, hari, register) = (hall.hukum(), hall.today(), &world.register);
    let own = |k: &Kursi| world.tenants.get(k.instansi).is_some_and(|t| t.id == asal.instansi);
    let covered = |k: &Kursi| macam(&hukum.pack, k.jenjang).is_some();
    let mut seats = kursi::semua(world, &hall.tables);
    seats.retain(|k| own(k) && covered(k));
    let posts = world.organisation(asal.instansi).map(|o| o.posts.as_slice()).unwrap_or_default();
    let id = |k: usize| seats.get(k).and_then(|k| posts.get(k.at)).map_or("", |post| post.id.as_str());
    let holds: HashMap<u32, usize> =
        seats.iter().enumerate().flat_map(|(n, k)| k.pemegang.iter().map(move |row| (*row, n))).collect();
    let row = |id: PegawaiId| register.find(id).and_then(|i| u32::try_from(i).ok());
    let urut = |ids: &[PegawaiId]| {
        let rows: Vec<u32> = ids.iter().filter_map(|id| row(*id)).collect();
        let steps = hall.tables.duk(hari);
        let mut ranks = vec![0; ids.len()];
        let places = duk::order(&steps, &duk::read(register, &rows, &hall.tables, hari));
        places.iter().enumerate().for_each(|(rank, place)| ranks[place.who] = rank as u32);
        ranks
    };
    // Posts of the wave, each with who leaves it.
    let mut wave: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for gone in asal.pensiun {
        if let Some(seat) = holds.get(gone) {
            wave.entry(*seat).or_default().push(*gone);
        }
    }
    let mut moved: HashSet<u32> = HashSet::new();
    let (mut parts, mut duduk, mut homes) = (Vec::new(), Vec::<Option<PegawaiId>>::new(), Vec::new());
    let (mut terbuka, mut first) = (0, None);
    while !wave.is_empty() {
        let mut rounds: BTreeMap<&str, Vec<PosRencana>> = BTreeMap::new();
        for (seat, leaving) in &wave {
            let Some(kind) = macam(&hukum.pack, seats[*seat].jenjang) else { continue };
            let tempat = i64::try_from(leaving.len()).unwrap_or(i64::MAX);
            let (pos, sebab) = (id(*seat).to_owned(), "pensiun".to_owned());
            let one = PosRencana { pos, tempat, sebab, ..PosRencana::default() };
            rounds.entry(&kind.kunci).or_default().push(one);
        }
        let mut kinds = Vec::new();
        for (kind, pos) in rounds {
            let Some(kind) = hukum.pack.penempatan.macam(kind) else { continue };
            let found = tanpa_riwayat(hall, world, &rencana(asal.instansi, kind, hari, pos))?;
            terbuka += found.terbuka.len();
            kinds.push(found.beku);
        }
        let mut beku = gabung(kinds, urut);
        let free = |id: PegawaiId| {
            let may = |r: u32| asal.tampak.contains(&r) && !asal.pergi.contains(&r) && !moved.contains(&r);
            row(id).is_some_and(may)
        };
        let bebas: Vec<bool> = beku.calon.iter().map(|c| free(c.pegawai)).collect();
        hanya(&mut beku, &bebas);
        let seated = hitung::terbaik(&beku)?.duduk;
        // Whoever rose in the wave before left a seat of this one; those who retire are in nobody's way any more.
        let offset = duduk.len() as u32;
        for (seat, leaving) in wave.iter().filter(|_| first.is_some()) {
            for (tempat, gone) in (0_u32..).zip(leaving) {
                let place = beku.kursi_dari(id(*seat), tempat);
                homes.extend(place.map(|k| (register.id[*gone as usize], offset + k)));
            }
        }
        let came: Vec<Option<PegawaiId>> = seated
            .iter()
            .map(|who| who.and_then(|c| beku.calon.get(c as usize)).map(|c| c.pegawai))
            .collect();
        let mut next: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for risen in came.iter().flatten().filter_map(|id| row(*id)) {
            moved.insert(risen);
            if let Some(seat) = holds.get(&risen).filter(|n| seats[**n].isi() <= seats[**n].kebutuhan) {
                next.entry(*seat).or_default().push(risen);
            }
        }
        first.get_or_insert(beku.kursi.len() as u32);
        duduk.extend(came);
        parts.push(beku);
        wave = next;
    }
    let Some(first) = first else { return Ok(None) };
    let mut beku = gabung(parts, urut);
    sambung(&mut beku, &homes);
    let duduk: Vec<Option<u32>> =
        duduk.into_iter().map(|who| who.and_then(|id| beku.calon_dari(id))).collect();
    let rantai = rantai::rantai(&beku, &duduk).into_iter().filter(|c| !c.langkah.is_empty()).collect();
    Ok(Some(Simulasi { beku, duduk, rantai, ditinggalkan: (0..first).collect(), terbuka }))
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
