//! Who finally sits where: the plan, with what the PPK decided otherwise laid over it.

use super::mengapa::selisih;
use super::rencana::Tanda;
use super::ulang::terbaik;
use super::{Beku, Hasil, Rencana, Tolak};
use crate::isi::{Penyimpangan, Pilihan};

/// What the PPK decides about one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Langkah {
    /// The seat, by place in [`Beku::kursi`].
    pub kursi: u32,
    /// Who comes into it, by place in [`Beku::calon`]; nobody when it is left empty.
    pub calon: Option<u32>,
    /// Everybody else is seated anew around it.
    pub ulang: bool,
}

/// Who sits in every seat, nobody in two. Whoever was chosen away from a seat goes back to the seat they hold, and
/// whoever the plan had put there goes back likewise; a seat nobody goes back to stays empty. Where everybody else is
/// seated anew, that happens to the best plan around it instead of the one worked out.
pub fn susunan(rencana: &Rencana, beku: &Beku, hasil: &Hasil) -> Vec<Option<u32>> {
    dengan(&rencana.penyimpangan, &rencana.pilihan, beku, hasil)
}

/// The same with these deviations and choices.
pub fn dengan(
    penyimpangan: &[(Penyimpangan, Tanda)],
    pilihan: &[(Pilihan, Tanda)],
    beku: &Beku,
    hasil: &Hasil,
) -> Vec<Option<u32>> {
    atur(beku, &hasil.duduk, &langkah(penyimpangan, pilihan, beku))
}

/// What was decided, in places of the inputs; what names nobody who may sit there, or no seat, is left out.
pub fn langkah(
    penyimpangan: &[(Penyimpangan, Tanda)],
    pilihan: &[(Pilihan, Tanda)],
    beku: &Beku,
) -> Vec<Langkah> {
    let one = |pos: &str, tempat: u32, pegawai: &str, ulang: bool| {
        let kursi = beku.kursi_dari(pos, tempat)?;
        if pegawai.is_empty() {
            return Some(Langkah { kursi, calon: None, ulang });
        }
        let calon = kernel::PegawaiId::parse(pegawai).and_then(|id| beku.calon_dari(id))?;
        beku.cari(calon, kursi)?;
        Some(Langkah { kursi, calon: Some(calon), ulang })
    };
    let deviations =
        penyimpangan.iter().filter_map(|(p, _)| one(&p.pos, p.tempat, &p.pegawai, p.susun_ulang));
    let choices = pilihan.iter().filter_map(|(p, _)| one(&p.pos, 0, &p.pegawai, false));
    deviations.chain(choices).collect()
}

/// A plan with these decisions laid over it, in their order. Where no plan seats everybody around those that ask for
/// it, they are laid over like the others.
pub fn atur(beku: &Beku, duduk: &[Option<u32>], semua: &[Langkah]) -> Vec<Option<u32>> {
    coba(beku, duduk, semua).unwrap_or_else(|_| tindih(beku, duduk, semua, false))
}

/// The same, or why no plan seats everybody around those that ask for it. Of two decisions that name the same person
/// the later counts.
///
/// # Errors
/// As [`terbaik`].
pub fn coba(beku: &Beku, duduk: &[Option<u32>], semua: &[Langkah]) -> Result<Vec<Option<u32>>, Tolak> {
    Ingat::default().coba(beku, duduk, semua)
}

/// What each decision costs on top of those before it, in units of the objective where filling a seat weighs `isi`; and
/// the arrangement all of them come to. The costs sum to what the plan is worth more than that arrangement.
pub fn bertahap(
    beku: &Beku,
    duduk: &[Option<u32>],
    isi: i64,
    semua: &[Langkah],
) -> (Vec<i64>, Vec<Option<u32>>) {
    let mut ingat = Ingat::default();
    let mut before = tindih(beku, duduk, &[], false);
    let mut costs = Vec::with_capacity(semua.len());
    for n in 1..=semua.len() {
        let now = &semua[..n];
        let after = ingat.coba(beku, duduk, now).unwrap_or_else(|_| tindih(beku, duduk, now, false));
        costs.push(selisih(beku, &before, &after).satuan(isi));
        before = after;
    }
    (costs, before)
}

/// The last plan worked out anew, with what it was worked out around.
#[derive(Default)]
struct Ingat(Option<(Vec<Langkah>, Tersusun)>);

type Tersusun = Result<Vec<Option<u32>>, Tolak>;

impl Ingat {
    fn coba(
        &mut self,
        beku: &Beku,
        duduk: &[Option<u32>],
        semua: &[Langkah],
    ) -> Result<Vec<Option<u32>>, Tolak> {
        let later = |n: usize, who: u32| semua[n + 1..].iter().any(|l| l.calon == Some(who));
        let counts = |n: &usize| !semua[*n].calon.is_some_and(|who| later(*n, who));
        let all: Vec<Langkah> = (0..semua.len()).filter(counts).map(|n| semua[n]).collect();
        if !all.iter().any(|l| l.ulang) {
            return Ok(tindih(beku, duduk, &all, false));
        }
        // Whoever is chosen without that leaves no trace in the plan.
        let around: Vec<Langkah> = all.iter().filter(|l| l.ulang || l.calon.is_none()).copied().collect();
        if self.0.as_ref().is_none_or(|known| known.0 != around) {
            let found = terbaik(beku, &around);
            self.0 = Some((around, found));
        }
        match &self.0 {
            Some((_, Ok(found))) => Ok(tindih(beku, found, &all, true)),
            Some((_, Err(why))) => Err(why.clone()),
            None => Ok(tindih(beku, duduk, &all, false)),
        }
    }
}

/// Decisions laid over a plan; `dihitung`: those that seat everybody anew are in it already.
fn tindih(beku: &Beku, duduk: &[Option<u32>], semua: &[Langkah], dihitung: bool) -> Vec<Option<u32>> {
    let mut made = Susunan {
        beku,
        duduk: (0..beku.kursi.len()).map(|k| duduk.get(k).copied().flatten()).collect(),
        tetap: vec![false; beku.kursi.len()],
    };
    let (inside, over): (Vec<&Langkah>, Vec<&Langkah>) = semua.iter().partition(|l| dihitung && l.ulang);
    for l in inside.iter().filter(|l| l.calon.is_some()) {
        made.tetap[l.kursi as usize] = true;
    }
    for l in over {
        match l.calon {
            Some(calon) => made.pilih(calon, l.kursi),
            None => made.kosongkan(l.kursi),
        }
    }
    made.pulang();
    made.duduk
}

struct Susunan<'a> {
    beku: &'a Beku,
    duduk: Vec<Option<u32>>,
    /// Seats the PPK has put somebody in.
    tetap: Vec<bool>,
}

impl Susunan<'_> {
    fn pilih(&mut self, calon: u32, kursi: u32) {
        if let Some(before) = self.kursi_dari(calon) {
            self.duduk[before] = None;
            self.tetap[before] = false;
        }
        self.tetap[kursi as usize] = true;
        let away = self.duduk[kursi as usize].replace(calon);
        self.pulangkan(away);
    }

    /// Nobody comes into the seat. Whoever holds it stays entitled to it and may come back.
    fn kosongkan(&mut self, kursi: u32) {
        self.tetap[kursi as usize] = false;
        let away = self.duduk[kursi as usize].take();
        self.pulangkan(away);
    }

    /// Each goes back to the own seat at most once: seats are held by one person each.
    fn pulangkan(&mut self, mut away: Option<u32>) {
        while let Some(person) = away {
            let home = self.beku.calon.get(person as usize).and_then(|c| c.asal).map(|k| k as usize);
            away = match home {
                Some(home) if !self.tetap[home] && self.duduk[home] != Some(person) => {
                    self.duduk[home].replace(person)
                }
                _ => None,
            };
        }
    }

    /// Whoever was left without a seat goes back to the own one where it stayed empty.
    fn pulang(&mut self) {
        let seats = super::mengapa::tempat(self.beku, &self.duduk);
        for (kursi, seat) in self.beku.kursi.iter().enumerate() {
            if let (None, Some(holder)) = (self.duduk[kursi], seat.pemegang)
                && seats.get(holder as usize) == Some(&None)
            {
                self.duduk[kursi] = Some(holder);
            }
        }
    }

    fn kursi_dari(&self, calon: u32) -> Option<usize> {
        self.duduk.iter().position(|who| *who == Some(calon))
    }
}
