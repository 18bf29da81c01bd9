//! Why somebody does not sit somewhere, and what it would take: exact, from the prices that prove the plan.

use super::soal::{Soal, lipat, soal};
use super::{Beku, Hasil, urutan};
use solver::{Margins, Matching, Prices};

/// What it costs the plan to seat somebody elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Biaya {
    /// Seats left empty more than by the plan; critical ones count double.
    pub isi: i64,
    /// Hundredths of a point lost besides.
    pub poin: i64,
    /// Whose seat differs from the plan: person, seat by the plan, seat then.
    pub perubahan: Vec<(u32, Option<u32>, Option<u32>)>,
}

impl Biaya {
    /// In the units of the objective, where filling a seat weighs `isi`.
    pub fn satuan(&self, isi: i64) -> i64 {
        self.isi.saturating_mul(isi).saturating_add(self.poin)
    }

    /// Back from those units. Points of one arrangement never sum to half a seat, so the nearest number of seats is
    /// the one that was meant.
    pub fn dari_satuan(satuan: i64, isi: i64) -> Biaya {
        let seats = satuan.saturating_add(isi / 2).checked_div_euclid(isi).unwrap_or(0);
        let poin = satuan.saturating_sub(seats.saturating_mul(isi));
        Biaya { isi: seats, poin, perubahan: Vec::new() }
    }
}

/// Why somebody does not sit in a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mengapa {
    /// They do.
    Duduk,
    /// They may not: by place in [`Beku::dikecualikan`].
    Dikecualikan(Vec<usize>),
    /// They were not among the people considered for it.
    BukanCalon,
    /// The plan would be worth less.
    Kalah {
        /// Their score there, hundredths of a point.
        skor: i32,
        /// Their place among those considered, from 1.
        peringkat: usize,
        /// How many were considered.
        dari: usize,
        /// What it would cost; so many points more there and they would draw level.
        biaya: Biaya,
        /// Where the plan seats them.
        duduk_di: Option<u32>,
        /// Who sits there.
        oleh: Option<u32>,
    },
    /// The plan would be worth the same: the published order decided.
    Seri {
        /// Their score there.
        skor: i32,
        /// Their place among those considered, from 1.
        peringkat: usize,
        /// How many were considered.
        dari: usize,
        /// Where the plan seats them.
        duduk_di: Option<u32>,
        /// Who sits there.
        oleh: Option<u32>,
    },
    /// No plan seats them there: somebody who must keep a post would have none.
    TidakMungkin {
        /// Their score there.
        skor: i32,
        /// Who sits there.
        oleh: Option<u32>,
    },
}

/// A plan ready for questions.
pub struct Mesin<'a> {
    beku: &'a Beku,
    hasil: &'a Hasil,
    /// The problem the plan solves, with the plan and its prices; none where three names are presented, or where
    /// inputs and plan do not belong together.
    dasar: Option<(Soal, Matching, Prices)>,
}

impl<'a> Mesin<'a> {
    /// Of a plan and the inputs it was worked out from.
    pub fn new(beku: &'a Beku, hasil: &'a Hasil) -> Mesin<'a> {
        let sized =
            hasil.harga_calon.len() == beku.calon.len() && hasil.harga_kursi.len() == beku.kursi.len();
        let ready = || {
            let prices = Prices { u: hasil.harga_calon.clone(), v: hasil.harga_kursi.clone() };
            Some((soal(beku).ok()?, Matching { left: tempat(beku, &hasil.duduk) }, prices))
        };
        Mesin { beku, hasil, dasar: if beku.tiga_nama || !sized { None } else { ready() } }
    }

    /// What it costs to seat somebody in a seat; `None` when they may not sit there or no plan allows it.
    pub fn paksa(&self, calon: u32, kursi: u32) -> Option<Biaya> {
        self.beku.cari(calon, kursi)?;
        let Some((soal, matching, prices)) = &self.dasar else { return self.pilih(calon, kursi) };
        let found = Margins::new(&soal.problem, matching, prices).forced(calon, kursi)?;
        let mut seats = vec![None; self.beku.kursi.len()];
        for (who, seat) in found.applied(matching).left.into_iter().enumerate() {
            if let Some(slot) = seat.and_then(|k| seats.get_mut(k as usize)) {
                *slot = Some(who as u32);
            }
        }
        Some(selisih(self.beku, &self.hasil.duduk, &seats))
    }

    /// Where three names are presented nobody else changes seats for the one who is chosen.
    fn pilih(&self, calon: u32, kursi: u32) -> Option<Biaya> {
        let mut duduk = self.hasil.duduk.clone();
        let before = self.hasil.kursi_dari(calon);
        before.into_iter().for_each(|k| duduk[k as usize] = None);
        *duduk.get_mut(kursi as usize)? = Some(calon);
        Some(selisih(self.beku, &self.hasil.duduk, &duduk))
    }

    /// Why somebody does not sit in a seat.
    pub fn mengapa(&self, calon: u32, kursi: u32) -> Mengapa {
        let oleh = self.hasil.duduk.get(kursi as usize).copied().flatten();
        if oleh == Some(calon) {
            return Mengapa::Duduk;
        }
        let Some(pair) = self.beku.cari(calon, kursi) else { return self.tidak_boleh(calon, kursi) };
        let skor = pair.skor;
        let order = urutan(self.beku, kursi);
        let peringkat = order.iter().position(|(who, _)| *who == calon).map_or(0, |at| at + 1);
        let (dari, duduk_di) = (order.len(), self.hasil.kursi_dari(calon));
        match self.paksa(calon, kursi) {
            None => Mengapa::TidakMungkin { skor, oleh },
            Some(biaya) if (biaya.isi, biaya.poin) == (0, 0) => {
                Mengapa::Seri { skor, peringkat, dari, duduk_di, oleh }
            }
            Some(biaya) => Mengapa::Kalah { skor, peringkat, dari, biaya, duduk_di, oleh },
        }
    }

    fn tidak_boleh(&self, calon: u32, kursi: u32) -> Mengapa {
        let who = self.beku.calon.get(calon as usize).map(|c| c.pegawai);
        let group = self.beku.kursi.get(kursi as usize).map(|k| k.kelompok);
        let about = |(_, d): &(usize, &super::beku::Pengecualian)| {
            Some(d.pegawai) == who && Some(d.kelompok) == group
        };
        let found: Vec<usize> =
            self.beku.dikecualikan.iter().enumerate().filter(about).map(|(at, _)| at).collect();
        if found.is_empty() { Mengapa::BukanCalon } else { Mengapa::Dikecualikan(found) }
    }
}

/// What one seating of a round is worth less than another, and who sits elsewhere.
pub fn selisih(beku: &Beku, before: &[Option<u32>], after: &[Option<u32>]) -> Biaya {
    let (filled, points) = nilai(beku, before);
    let (then_filled, then_points) = nilai(beku, after);
    let (was, is) = (tempat(beku, before), tempat(beku, after));
    let both = was.iter().zip(&is).enumerate();
    let perubahan = both.filter(|(_, (a, b))| a != b).map(|(c, (a, b))| (c as u32, *a, *b)).collect();
    Biaya { isi: filled - then_filled, poin: points - then_points, perubahan }
}

/// How many seats are filled (critical ones double), and the points of who sits there, moves taken off.
pub fn nilai(beku: &Beku, duduk: &[Option<u32>]) -> (i64, i64) {
    let seated = duduk.iter().enumerate().filter_map(|(k, who)| Some((k as u32, (*who)?)));
    seated.fold((0, 0), |(filled, points), (kursi, calon)| {
        let skor = beku.cari(calon, kursi).map_or(0, |pair| pair.skor);
        let home = beku.calon.get(calon as usize).and_then(|c| c.asal);
        let off = if home.is_some_and(|home| home != kursi) { beku.pindah_min } else { 0 };
        (filled + lipat(beku, kursi), points + i64::from(skor) - off)
    })
}

/// The seat of everybody considered.
pub fn tempat(beku: &Beku, duduk: &[Option<u32>]) -> Vec<Option<u32>> {
    let mut seats = vec![None; beku.calon.len()];
    for (kursi, who) in duduk.iter().enumerate() {
        if let Some(slot) = who.and_then(|c| seats.get_mut(c as usize)) {
            *slot = Some(kursi as u32);
        }
    }
    seats
}
