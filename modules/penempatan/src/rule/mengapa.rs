//! Why somebody does not sit somewhere, and what it would take: exact, from the prices that prove the plan. Where units
//! have limits, exact or between two figures, and it says which: see [`Pasti`].

use super::batas::{Batas, ada, unit_asal};
use super::berbatas::{Berbatas, Jawaban};
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

/// How sure a cost is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pasti {
    /// It is the least there is.
    #[default]
    Tepat,
    /// It is that of an arrangement that was found. What is proven is that none costs less than this.
    Antara {
        /// Seats left empty more; critical ones count double.
        isi: i64,
        /// Hundredths of a point lost besides.
        poin: i64,
    },
    /// It is what is proven that none costs less than; no arrangement was worked out.
    Sedikitnya,
}

impl Biaya {
    /// In the units of the objective, where filling a seat weighs `isi`.
    pub fn satuan(&self, isi: i64) -> i64 {
        self.isi.saturating_mul(isi).saturating_add(self.poin)
    }

    /// Back from those units, as [`pecah`] does.
    pub fn dari_satuan(satuan: i64, isi: i64) -> Biaya {
        let (seats, poin) = pecah(isi, satuan);
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
        /// How sure that is.
        pasti: Pasti,
        /// Their own unit, by place in [`Beku::unit`], where its limit has a price and the plan has them stay.
        batas: Option<u32>,
        /// Where the plan seats them.
        duduk_di: Option<u32>,
        /// Who sits there.
        oleh: Option<u32>,
    },
    /// The plan would be worth the same: the published order decided.
    Seri {
        /// The order decided among all best arrangements; else whom limits keep was decided by the search.
        berurut: bool,
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
    /// No plan seats them there: somebody who must keep a post would have none, or a limit would be broken.
    TidakMungkin {
        /// Limits of units were in force.
        batas: bool,
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
    /// The same under limits of units.
    batas: Option<Berbatas<'a>>,
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
        let dasar = if beku.tiga_nama || !sized { None } else { ready() };
        let batas = dasar.as_ref().filter(|_| ada(beku)).and_then(|(soal, matching, prices)| {
            let loose = || Batas::longgar(beku, hasil.nilai);
            let batas = hasil.batas.clone().unwrap_or_else(loose);
            Berbatas::new(beku, hasil, &batas, &soal.problem, matching.clone(), prices.clone())
        });
        Mesin { beku, hasil, dasar, batas }
    }

    /// What it costs to seat somebody in a seat; `None` when they may not sit there or no plan allows it.
    pub fn paksa(&self, calon: u32, kursi: u32) -> Option<Biaya> {
        self.paksa_pasti(calon, kursi).map(|found| found.0)
    }

    /// The same, and how sure it is.
    pub fn paksa_pasti(&self, calon: u32, kursi: u32) -> Option<(Biaya, Pasti)> {
        self.beku.cari(calon, kursi)?;
        let Some((soal, matching, prices)) = &self.dasar else {
            return self.pilih(calon, kursi).map(|found| (found, Pasti::Tepat));
        };
        if let Some(batas) = &self.batas {
            return self.dalam_batas(batas.paksa(&soal.problem, calon, kursi)?);
        }
        let found = Margins::new(&soal.problem, matching, prices).forced(calon, kursi)?;
        let mut seats = vec![None; self.beku.kursi.len()];
        for (who, seat) in found.applied(matching).left.into_iter().enumerate() {
            if let Some(slot) = seat.and_then(|k| seats.get_mut(k as usize)) {
                *slot = Some(who as u32);
            }
        }
        Some((selisih(self.beku, &self.hasil.duduk, &seats), Pasti::Tepat))
    }

    /// An answer under limits, in seats and points.
    fn dalam_batas(&self, found: Jawaban) -> Option<(Biaya, Pasti)> {
        let apart = |loss: i64| pecah(self.hasil.isi, loss);
        Some(match found {
            Jawaban::Tidak => return None,
            Jawaban::Susunan { duduk, sedikitnya } => {
                let cost = selisih(self.beku, &self.hasil.duduk, &duduk);
                let whole = cost.isi * self.hasil.isi + cost.poin;
                let (isi, poin) = apart(sedikitnya);
                let pasti = if sedikitnya >= whole { Pasti::Tepat } else { Pasti::Antara { isi, poin } };
                (cost, pasti)
            }
            Jawaban::Sedikitnya(loss) => {
                let (isi, poin) = apart(loss);
                (Biaya { isi, poin, ..Biaya::default() }, Pasti::Sedikitnya)
            }
        })
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
        let limits = self.hasil.batas.as_ref();
        match self.paksa_pasti(calon, kursi) {
            None => Mengapa::TidakMungkin { batas: self.batas.is_some(), skor, oleh },
            Some((biaya, Pasti::Tepat)) if (biaya.isi, biaya.poin) == (0, 0) => {
                let berurut = limits.is_none_or(|batas| batas.berurut);
                Mengapa::Seri { berurut, skor, peringkat, dari, duduk_di, oleh }
            }
            Some((biaya, pasti)) => {
                let priced = |unit: &u32| {
                    limits.and_then(|b| b.harga.get(*unit as usize)).is_some_and(|price| *price > 0)
                };
                let home = self.beku.calon.get(calon as usize).and_then(|c| c.asal);
                let stays = home.is_some() && home == duduk_di;
                let batas = unit_asal(self.beku, calon).filter(|unit| stays && priced(unit));
                Mengapa::Kalah { skor, peringkat, dari, biaya, pasti, batas, duduk_di, oleh }
            }
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

/// A loss in the units of the objective as seats (critical ones double) and hundredths of a point. Points of one
/// arrangement never sum to half a seat, so the nearest number of seats is the one that is meant.
pub fn pecah(isi: i64, loss: i64) -> (i64, i64) {
    let seats = loss.saturating_add(isi / 2).checked_div_euclid(isi).unwrap_or(0);
    (seats, loss.saturating_sub(seats.saturating_mul(isi)))
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
