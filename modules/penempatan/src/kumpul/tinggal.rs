//! Whom a round would only move to leave a hole elsewhere: holders of a post that is not in the round, where their
//! leaving makes it lack somebody. They may rise out of it; alongside or downwards they would only shift the gap.

use super::pos::{Pos, kelompok};
use super::syarat::Jawaban;
use super::{Bahan, kursi};
use crate::rule::beku::Pengecualian;
use std::collections::{HashMap, HashSet};

/// Says that in the list of exclusions, by group of posts.
const BUNYI: &str = "Memegang jabatan setingkat yang tidak ikut rencana ini, sehingga perpindahannya hanya memindahkan kekosongan. Masukkan posnya ke dalam rencana agar kursinya dapat diisi lagi.";

/// Takes those holders out of what the law allows, and says so.
pub(super) fn tinggal(bahan: &Bahan<'_>, pos: &[Pos<'_>], rows: &[u32], jawab: &mut Jawaban) {
    let level_of = holders(bahan, pos);
    let mut level: Vec<u8> = vec![0; jawab.kelompok.len()];
    for (p, group) in pos.iter().zip(&jawab.dari_pos) {
        level[*group as usize] = tingkat(kelompok(p.jenjang));
    }
    for (group, level) in level.into_iter().enumerate() {
        for (c, row) in rows.iter().enumerate() {
            let allowed = &mut jawab.kelompok[group].boleh[c];
            if !*allowed || level_of.get(row).is_none_or(|own| *own < level) {
                continue;
            }
            *allowed = false;
            jawab.dikecualikan.push(Pengecualian {
                pegawai: bahan.world.register.id[*row as usize],
                kelompok: group as u32,
                norma: String::new(),
                syarat: String::new(),
                bunyi: BUNYI.to_owned(),
            });
        }
    }
}

/// Who holds a post outside the round that would lack somebody without them, with its level.
fn holders(bahan: &Bahan<'_>, pos: &[Pos<'_>]) -> HashMap<u32, u8> {
    let inside: HashSet<&str> = pos.iter().map(|p| p.post.id.as_str()).collect();
    let mut found = HashMap::new();
    let posts =
        bahan.world.organisation(&bahan.rencana.instansi).map(|o| o.posts.as_slice()).unwrap_or_default();
    for k in kursi::semua(bahan.world, bahan.tables) {
        let own = bahan.world.tenants.get(k.instansi).is_some_and(|t| t.id == bahan.rencana.instansi);
        let outside = own && posts.get(k.at).is_some_and(|post| !inside.contains(post.id.as_str()));
        if outside && k.isi() <= k.kebutuhan {
            let level = tingkat(kelompok(k.jenjang));
            found.extend(k.pemegang.iter().map(|row| (*row, level)));
        }
    }
    found
}

/// How high a group of posts stands; functional posts and pelaksana stand side by side.
fn tingkat(kelompok: &str) -> u8 {
    match kelompok {
        "JPT_UTAMA" => 6,
        "JPT_MADYA" => 5,
        "JPT_PRATAMA" => 4,
        "ADMINISTRATOR" => 3,
        "PENGAWAS" => 2,
        _ => 1,
    }
}
