//! Everybody seated anew around what the PPK decided: the best plan of the same inputs in which the chosen sit where
//! they were put and nobody comes into a seat that is left empty.

use super::akhir::Langkah;
use super::beku::{CalonBeku, KursiBeku, Pasangan, UnitBeku};
use super::{Beku, Tolak, hitung};
use kernel::PegawaiId;
use std::collections::HashMap;

/// Most decisions of one round that seat everybody anew: each costs a plan to whoever checks them.
pub const ULANG_MOST: usize = 60;

/// The best plan around decisions that seat everybody anew; others only keep people out of the seats they leave empty.
/// It follows from what a bundle says of a round too, whatever numbers people bear there.
///
/// # Errors
/// No plan seats all holders then, or the problem is too large: in words.
pub fn terbaik(beku: &Beku, semua: &[Langkah]) -> Result<Vec<Option<u32>>, Tolak> {
    let at = urutan(beku);
    let impossible = |why: Tolak| if why.0 == KURANG { mustahil() } else { why };
    let found = hitung::terbaik(&soal(beku, semua, &at)).map_err(impossible)?.duduk;
    let seated: Vec<Option<u32>> =
        found.into_iter().map(|who| who.and_then(|n| at.get(n as usize).copied())).collect();
    let kept = |l: &Langkah| !l.ulang || seated.get(l.kursi as usize) == Some(&l.calon);
    if semua.iter().all(kept) { Ok(seated) } else { Err(mustahil()) }
}

/// Code of a problem that leaves holders without a seat.
const KURANG: &str = "HITUNG-08";

/// Somebody would be left without a seat.
pub fn mustahil() -> Tolak {
    let said = "Tidak ada susunan yang mungkin bila yang lain disusun ulang: ada pemegang jabatan yang tidak akan mendapat pos.";
    Tolak("PNP-56", said.into())
}

/// People by the published order, which names everybody once: the same problem wherever it is built.
fn urutan(beku: &Beku) -> Vec<u32> {
    let mut order: Vec<u32> = (0..beku.calon.len() as u32).collect();
    order.sort_by_key(|c| (beku.calon[*c as usize].duk, *c));
    order
}

/// What the plan follows from and no more, without the pairs the decisions take out.
fn soal(beku: &Beku, semua: &[Langkah], urutan: &[u32]) -> Beku {
    let mut number = vec![0; urutan.len()];
    urutan.iter().enumerate().for_each(|(n, c)| number[*c as usize] = n as u32);
    let decided: HashMap<u32, &Langkah> = semua.iter().map(|l| (l.kursi, l)).collect();
    let forced: HashMap<u32, u32> =
        semua.iter().filter(|l| l.ulang).filter_map(|l| Some((l.calon?, l.kursi))).collect();
    let holds = |p: &Pasangan| beku.kursi.get(p.kursi as usize).and_then(|k| k.pemegang) == Some(p.calon);
    let stays = |p: &&Pasangan| {
        let own = forced.get(&p.calon).is_none_or(|seat| *seat == p.kursi);
        own && match decided.get(&p.kursi) {
            Some(Langkah { ulang: true, calon, .. }) => *calon == Some(p.calon),
            Some(Langkah { calon: None, .. }) => holds(p),
            _ => true,
        }
    };
    let pair = |p: &Pasangan| Pasangan { calon: number[p.calon as usize], nilai: Vec::new(), ..p.clone() };
    let mut pasangan: Vec<Pasangan> = beku.pasangan.iter().filter(stays).map(pair).collect();
    pasangan.sort_unstable_by_key(|p| (p.kursi, p.calon));
    let seat = |k: &KursiBeku| KursiBeku {
        unit: k.unit,
        kritis: k.kritis,
        pemegang: k.pemegang.and_then(|c| number.get(c as usize).copied()),
        ..KursiBeku::default()
    };
    let person = |(n, c): (usize, &u32)| {
        let asal = beku.calon[*c as usize].asal;
        let unit = asal.and_then(|k| beku.kursi.get(k as usize)).map_or(0, |k| k.unit);
        let mut id = [0; 16];
        id[12..].copy_from_slice(&(n as u32).to_be_bytes());
        CalonBeku { pegawai: PegawaiId(id), unit, jabatan: String::new(), asal, duk: n as u32 }
    };
    Beku {
        duk: beku.duk,
        pindah_min: beku.pindah_min,
        kursi: beku.kursi.iter().map(seat).collect(),
        calon: urutan.iter().enumerate().map(person).collect(),
        pasangan,
        unit: batas(beku),
        ..Beku::default()
    }
}

/// Limits that can bind: as many as hold seats there may leave anyway.
pub fn batas(beku: &Beku) -> Vec<UnitBeku> {
    let mut held = vec![0_u32; beku.unit.len()];
    for k in beku.kursi.iter().filter(|k| k.pemegang.is_some()) {
        if let Some(count) = held.get_mut(k.unit as usize) {
            *count += 1;
        }
    }
    let one = |(u, held): (&UnitBeku, u32)| UnitBeku {
        batas: u.batas.filter(|most| *most < held),
        ..UnitBeku::default()
    };
    beku.unit.iter().zip(held).map(one).collect()
}
