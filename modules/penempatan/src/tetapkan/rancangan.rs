//! Drafts: for each person who moves, the post held and the post to come, and what stands in the way by now.

use crate::rule::pindah::{Pindah, pindah, tanpa_kursi};
use crate::rule::{Beku, Rencana};
use host::hall::Organisation;
use host::{World, tanggal};
use kernel::check::Status;
use kernel::golongan::Golongan;
use kernel::{PegawaiId, Tables};
use naskah_dinas::{Jabatan, Perpindahan, StatusAsn};
use std::collections::{BTreeMap, BTreeSet};
use store::organisation::{Post, Unit};

/// One person's draft.
#[derive(Clone, Debug)]
pub struct RancanganSk {
    /// Who.
    pub pegawai: PegawaiId,
    /// The move, in places of the frozen inputs.
    pub pindah: Pindah,
    /// What letters say of it.
    pub surat: Perpindahan,
    /// The post to come as the register has it; `None` when it is gone.
    pub pos: Option<Post>,
    /// Name of its unit.
    pub unit: String,
    /// Its eselon as the tables name it; empty for a post without one.
    pub eselon: String,
    /// Why it cannot be enacted as it is, a sentence each.
    pub halangan: Vec<String>,
}

/// The drafts of a round, in the order of its seats.
pub fn rancangan(
    world: &World,
    tables: &Tables,
    rencana: &Rencana,
    beku: &Beku,
    akhir: &[Option<u32>],
) -> Vec<RancanganSk> {
    let moves = pindah(beku, akhir);
    let leaving: BTreeSet<PegawaiId> = moves.iter().filter_map(|m| orang(beku, m.calon)).collect();
    let look = Tinjauan {
        world,
        tables,
        rencana,
        beku,
        moves: &moves,
        pemegang: pemegang(world, rencana, beku, &leaving),
    };
    let mut all: Vec<RancanganSk> = moves.iter().filter_map(|m| look.satu(m)).collect();
    for calon in tanpa_kursi(beku, akhir) {
        let home =
            beku.calon.get(calon as usize).and_then(|c| c.asal).and_then(|k| beku.kursi.get(k as usize));
        let name = orang(beku, calon).map_or_else(String::new, |id| nama(world, id));
        let sentence = format!(
            "{name} kehilangan jabatannya tanpa jabatan baru. Cabut penyimpangan pada pos ini, atau pilihkan pos lain."
        );
        let taker = all.iter_mut().find(|d| {
            let seat = beku.kursi.get(d.pindah.ke as usize);
            seat.zip(home).is_some_and(|(a, b)| (&a.pos, a.tempat) == (&b.pos, b.tempat))
        });
        if let Some(taker) = taker {
            taker.halangan.push(sentence);
        }
    }
    all
}

fn orang(beku: &Beku, calon: u32) -> Option<PegawaiId> {
    beku.calon.get(calon as usize).map(|c| c.pegawai)
}

fn nama(world: &World, id: PegawaiId) -> String {
    world.register.find(id).map_or_else(|| id.to_string(), |i| world.register.nama(i).to_owned())
}

/// Active holders of the posts of the round by post: all of them now, and those who do not leave with the round.
type Pemegang = BTreeMap<String, (usize, Vec<usize>)>;

fn pemegang(world: &World, rencana: &Rencana, beku: &Beku, leaving: &BTreeSet<PegawaiId>) -> Pemegang {
    let r = &world.register;
    let numbers: BTreeMap<u32, &str> =
        beku.kursi.iter().filter_map(|k| Some((r.names.find(&k.pos)?, k.pos.as_str()))).collect();
    let mut all = Pemegang::new();
    for i in 0..r.len() {
        let Some(pos) = numbers.get(&r.pos[i]).filter(|_| r.active[i]) else { continue };
        if world.instansi_of(i) != rencana.instansi {
            continue;
        }
        let (now, staying) = all.entry((*pos).to_owned()).or_default();
        *now += 1;
        if !leaving.contains(&r.id[i]) {
            staying.push(i);
        }
    }
    all
}

struct Tinjauan<'a> {
    world: &'a World,
    tables: &'a Tables,
    rencana: &'a Rencana,
    beku: &'a Beku,
    moves: &'a [Pindah],
    pemegang: Pemegang,
}

impl Tinjauan<'_> {
    fn organisation(&self) -> Option<&Organisation> {
        self.world.organisation(&self.rencana.instansi)
    }

    fn post(&self, id: &str) -> Option<&Post> {
        let organisation = self.organisation()?;
        organisation.post_at.get(id).map(|&at| &organisation.posts[at])
    }

    fn satu(&self, m: &Pindah) -> Option<RancanganSk> {
        let seat = self.beku.kursi.get(m.ke as usize)?;
        let pegawai = orang(self.beku, m.calon)?;
        let pos = self.post(&seat.pos).filter(|p| p.aktif).cloned();
        let frozen_unit = self.beku.unit.get(seat.unit as usize).map_or("", |u| u.nama.as_str());
        let unit = pos.as_ref().and_then(|p| self.organisation()?.units.get(&p.unor));
        let eselon = pos.as_ref().map_or_else(String::new, |p| self.eselon(p, unit));
        let unit = unit.map_or_else(|| frozen_unit.to_owned(), |u| u.nama.clone());
        let halangan = self.halangan(m, pegawai);
        let baru = Jabatan {
            nama: pos.as_ref().map_or_else(|| seat.jabatan.clone(), |p| p.jabatan.clone()),
            unit: unit.clone(),
            eselon: pos.as_ref().map_or_else(String::new, |p| p.jenjang.clone()),
            kelas: kelas(pos.as_ref().map_or(seat.kelas, |p| p.kelas)),
        };
        let surat = self.surat(pegawai, baru);
        Some(RancanganSk { pegawai, pindah: *m, surat, pos, unit, eselon, halangan })
    }

    /// The eselon of a post: its own, else its unit's when it leads it.
    fn eselon(&self, post: &Post, unit: Option<&Unit>) -> String {
        let led = unit.filter(|u| u.nama_jabatan == post.jabatan).map(|u| u.eselon.as_str());
        let stated = [Some(post.jenjang.as_str()), led];
        let found = stated.into_iter().flatten().find_map(|text| self.tables.eselon(text));
        found.map_or_else(String::new, |item| item.nama.to_string())
    }

    fn surat(&self, id: PegawaiId, baru: Jabatan) -> Perpindahan {
        let r = &self.world.register;
        let Some(i) = r.find(id) else {
            return Perpindahan {
                nama: id.to_string(),
                status: StatusAsn::default(),
                nip: String::new(),
                pangkat: String::new(),
                lama: Jabatan::default(),
                baru,
                tmt: self.rencana.pokok.berlaku,
                keterangan: String::new(),
            };
        };
        let held = self.post(r.names.text(r.pos[i]));
        Perpindahan {
            nama: r.nama(i).to_owned(),
            status: status(r.status[i], r.golongan[i]),
            nip: web::format::nip(r.nip(i)),
            pangkat: pangkat(self.tables, r.golongan[i]),
            lama: Jabatan {
                nama: r.names.text(r.jabatan[i]).to_owned(),
                unit: self.world.unit_of(i).to_owned(),
                eselon: held.map_or_else(|| r.names.text(r.eselon[i]).to_owned(), |p| p.jenjang.clone()),
                kelas: kelas(held.map_or(0, |p| p.kelas)),
            },
            baru,
            tmt: self.rencana.pokok.berlaku,
            keterangan: String::new(),
        }
    }

    /// What moved in the register since the inputs were frozen.
    fn halangan(&self, m: &Pindah, id: PegawaiId) -> Vec<String> {
        let r = &self.world.register;
        let mut found = Vec::new();
        match r.find(id) {
            Some(i) if self.world.instansi_of(i) == self.rencana.instansi => {
                found.extend(self.tentang_orang(m, i))
            }
            _ => found.push(format!("{} tidak lagi tercatat pada instansi ini.", nama(self.world, id))),
        }
        found.extend(self.tentang_pos(m));
        found
    }

    fn tentang_orang(&self, m: &Pindah, i: usize) -> Option<String> {
        let r = &self.world.register;
        let (name, day) = (r.nama(i), self.rencana.pokok.berlaku);
        if !r.active[i] {
            return Some(format!("{name} tidak lagi aktif: {}.", r.names.text(r.kedudukan[i])));
        }
        if let Some((limit, contract)) = r.limit[i]
            && (if contract { limit < day } else { limit <= day })
        {
            let what = if contract { "Perjanjian kerja" } else { "Masa kerja" };
            let words = if contract { "berakhir" } else { "berakhir karena pensiun" };
            return Some(format!("{what} {name} {words} {}, sebelum TMT.", tanggal(limit).long()));
        }
        let jabatan = r.names.text(r.jabatan[i]);
        let held = m.dari.and_then(|k| self.beku.kursi.get(k as usize));
        let (same, before) = match held {
            Some(seat) => (r.names.text(r.pos[i]) == seat.pos, seat.jabatan.as_str()),
            None => {
                let before = self.beku.calon.get(m.calon as usize)?.jabatan.as_str();
                (before.is_empty() || before == jabatan, before)
            }
        };
        (!same).then(|| {
            format!("Jabatan {name} berubah sejak data dikunci: sekarang {jabatan}, dahulu {before}.")
        })
    }

    fn tentang_pos(&self, m: &Pindah) -> Option<String> {
        let seat = self.beku.kursi.get(m.ke as usize)?;
        let Some(post) = self.post(&seat.pos).filter(|p| p.aktif) else {
            return Some(format!("Pos {} tidak ada lagi pada peta jabatan, atau ditutup.", seat.jabatan));
        };
        let none = (0, Vec::new());
        let (now, staying) = self.pemegang.get(&seat.pos).unwrap_or(&none);
        let coming = |m: &&Pindah| self.beku.kursi.get(m.ke as usize).is_some_and(|k| k.pos == seat.pos);
        let after = staying.len() + self.moves.iter().filter(coming).count();
        let places = match usize::try_from(post.kebutuhan).unwrap_or(0) {
            0 if self.tables.eselon(&post.jenjang).is_some() => 1,
            0 => return None,
            places => places,
        };
        if after <= places.max(*now) {
            return None;
        }
        let names: Vec<&str> = staying.iter().take(3).map(|&i| self.world.register.nama(i)).collect();
        let places = match places {
            1 => "satu tempat".to_owned(),
            more => format!("{more} tempat"),
        };
        let sentence = match names.is_empty() {
            true => format!("Pos {} hanya {places}.", seat.jabatan),
            false => format!("Pos {} sudah diisi {} ({places}).", seat.jabatan, names.join(", ")),
        };
        Some(sentence)
    }
}

/// PNS or PPPK; where the data do not tell, by the ladder the golongan stands on.
fn status(status: Status, golongan: u8) -> StatusAsn {
    match (status, Golongan::from_code(golongan)) {
        (Status::Pppk, _) | (Status::Unknown | Status::NonAsn, Some(Golongan::Pppk(_))) => StatusAsn::Pppk,
        _ => StatusAsn::Pns,
    }
}

fn kelas(kelas: i64) -> String {
    if kelas > 0 { kelas.to_string() } else { String::new() }
}

/// `Pembina (IV/a)`; the golongan alone where the table knows no name of it.
fn pangkat(tables: &Tables, code: u8) -> String {
    let Some(golongan) = Golongan::from_code(code).map(|g| g.to_string()) else { return String::new() };
    match tables.golongan_by_name(&golongan).map(|item| item.info.pangkat.to_string()) {
        Some(name) if !name.is_empty() => format!("{name} ({golongan})"),
        _ => golongan,
    }
}
