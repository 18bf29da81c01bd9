//! Posts of a round as the peta jabatan has them, and what the law asks of a post somebody is to be placed in.

use super::{Bahan, tolak};
use crate::isi::PosRencana;
use host::Problem;
use host::indikator::{Kursi, kursi};
use kernel::search::fold_text;
use kernel::tables::Jenjang;
use std::collections::{HashMap, HashSet};
use store::organisation::Post;

/// A post of the round.
pub(super) struct Pos<'b> {
    /// What the round says of it.
    pub isi: &'b PosRencana,
    /// What the peta jabatan says of it.
    pub post: &'b Post,
    /// Its level.
    pub jenjang: Jenjang,
    /// Who holds it and may be moved, most senior first; rows of the register.
    pub pemegang: Vec<u32>,
    /// Everybody who holds it.
    pub semua: Vec<u32>,
}

/// Posts of the round, by class from high to low and then by id: the published order of seats.
pub(super) fn pos<'b>(bahan: &'b Bahan<'b>, senior: impl Fn(&mut Vec<u32>)) -> Result<Vec<Pos<'b>>, Problem> {
    let rencana = bahan.rencana;
    let of_round: HashSet<&str> = rencana.pos.iter().map(|p| p.pos.as_str()).collect();
    if of_round.len() < rencana.pos.len() {
        return Err(tolak("KUMPUL-03", "Ada pos yang tercantum dua kali pada rencana. Hapus salah satunya."));
    }
    let tenants = &bahan.world.tenants;
    let seats = kursi::semua(bahan.world, bahan.tables);
    let own = |k: &&Kursi| tenants.get(k.instansi).is_some_and(|t| t.id == rencana.instansi);
    let posts = bahan.world.organisation(&rencana.instansi).map(|o| o.posts.as_slice()).unwrap_or_default();
    let by_id: HashMap<&str, (&Kursi, &Post)> = seats
        .iter()
        .filter(own)
        .filter_map(|k| posts.get(k.at).map(|post| (post.id.as_str(), (k, post))))
        .filter(|(id, _)| of_round.contains(id))
        .collect();
    let mut all = Vec::with_capacity(rencana.pos.len());
    for isi in &rencana.pos {
        let Some((kursi, post)) = by_id.get(isi.pos.as_str()).copied() else {
            let said = format!("Pos {} tidak ada lagi pada peta jabatan. Keluarkan dari rencana.", isi.pos);
            return Err(tolak("KUMPUL-04", &said));
        };
        if !bahan.macam.meliputi(kursi.jenjang.word()) {
            let said = format!(
                "{} ({}) tidak termasuk rencana jenis {}. Keluarkan pos ini atau ubah jenis rencana.",
                post.jabatan,
                kursi.jenjang.label(),
                bahan.macam.nama
            );
            return Err(tolak("KUMPUL-05", &said));
        }
        if !(1..=TEMPAT_MAX).contains(&isi.tempat) {
            let said = format!("Jumlah tempat {} harus 1 sampai {TEMPAT_MAX}.", post.jabatan);
            return Err(tolak("KUMPUL-06", &said));
        }
        let moves = rencana.pokok.rotasi && matches!(isi.sebab.as_str(), "" | "rotasi");
        let mut pemegang = if moves { kursi.pemegang.clone() } else { Vec::new() };
        senior(&mut pemegang);
        // Holders beyond the seats of the round stay where they are unless a seat elsewhere is given to them.
        pemegang.truncate(usize::try_from(isi.tempat).unwrap_or(usize::MAX));
        all.push(Pos { isi, post, jenjang: kursi.jenjang, pemegang, semua: kursi.pemegang.clone() });
    }
    all.sort_by(|a, b| b.post.kelas.cmp(&a.post.kelas).then_with(|| a.post.id.cmp(&b.post.id)));
    Ok(all)
}

/// Most places of one post.
const TEMPAT_MAX: i64 = 1_000;

impl Pos<'_> {
    /// What the law asks of the post somebody is to be placed in, as case tables write it; where it also depends on the
    /// person it is not here.
    pub fn fakta(&self, bahan: &Bahan<'_>) -> Vec<(&'static str, String)> {
        let level = kelompok(self.jenjang);
        let jf = level == "JF";
        let kelas = if self.post.kelas > 0 { self.post.kelas.to_string() } else { "?".into() };
        let eselon = match bahan.tables.eselon(self.post.jenjang.trim()) {
            _ if jf || level == "PELAKSANA" => "-".to_owned(),
            Some(item) if !item.nama.is_empty() => item.nama.to_string(),
            _ => "?".to_owned(),
        };
        let jenjang_jf = if jf { self.jenjang.word().to_owned() } else { "-".to_owned() };
        vec![
            ("jabatan_tujuan", level.to_owned()),
            ("jenjang_tujuan", jenjang_jf),
            ("kelas_jabatan_tujuan", kelas),
            ("eselon_tujuan", eselon),
        ]
    }

    /// The group of posts a condition that looks at some of [`Pos::fakta`] is decided about: its key, and what it is
    /// called; both empty where the condition does not depend on the post.
    pub fn kelompok_putusan(&self, bahan: &Bahan<'_>, reads: impl Fn(&str) -> bool) -> (String, String) {
        let asked: Vec<(&str, String)> = self.fakta(bahan).into_iter().filter(|f| reads(f.0)).collect();
        let key: Vec<String> = asked.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut said: Vec<String> = Vec::new();
        for (name, value) in &asked {
            let word = match *name {
                "kelas_jabatan_tujuan" => format!("kelas {value}"),
                "eselon_tujuan" if value == "-" => continue,
                "eselon_tujuan" => format!("eselon {value}"),
                _ => self.jenjang.label().to_owned(),
            };
            if !said.contains(&word) {
                said.push(word);
            }
        }
        if !key.is_empty() && said.is_empty() {
            said.push(self.jenjang.label().to_owned());
        }
        (key.join("|"), said.join(", "))
    }

    /// The name by which posts are the same.
    pub fn nama(&self) -> String {
        fold_text(&self.post.jabatan)
    }

    /// How a group of posts like this one is called.
    pub fn sebutan(&self) -> String {
        match self.post.kelas {
            0 => self.jenjang.label().to_owned(),
            kelas => format!("{}, kelas {kelas}", self.jenjang.label()),
        }
    }
}

/// The group of posts a level belongs to, in the words of the vocabulary.
pub(super) fn kelompok(jenjang: Jenjang) -> &'static str {
    match jenjang {
        Jenjang::JptUtama => "JPT_UTAMA",
        Jenjang::JptMadya => "JPT_MADYA",
        Jenjang::JptPratama => "JPT_PRATAMA",
        Jenjang::Administrator => "ADMINISTRATOR",
        Jenjang::Pengawas => "PENGAWAS",
        Jenjang::Pelaksana => "PELAKSANA",
        Jenjang::None | Jenjang::Jpt | Jenjang::Administrasi => "?",
        _ => "JF",
    }
}
