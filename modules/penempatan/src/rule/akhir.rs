//! Who finally sits where: the plan, with what the PPK decided otherwise laid over it.

use super::rencana::Tanda;
use super::{Beku, Hasil, Rencana};
use crate::isi::{Penyimpangan, Pilihan};

/// Who sits in every seat, nobody in two. Whoever was chosen away from a seat goes back to the seat they hold, and
/// whoever the plan had put there goes back likewise; a seat nobody goes back to stays empty.
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
    let mut all = Susunan {
        beku,
        duduk: (0..beku.kursi.len()).map(|k| hasil.duduk.get(k).copied().flatten()).collect(),
        tetap: vec![false; beku.kursi.len()],
    };
    let deviations = penyimpangan.iter().map(|(p, _)| (&p.pos, p.tempat, &p.pegawai));
    let choices = pilihan.iter().map(|(p, _)| (&p.pos, 0, &p.pegawai));
    for (pos, tempat, pegawai) in deviations.chain(choices) {
        let calon = kernel::PegawaiId::parse(pegawai).and_then(|id| beku.calon_dari(id));
        if let (Some(calon), Some(kursi)) = (calon, beku.kursi_dari(pos, tempat))
            && beku.cari(calon, kursi).is_some()
        {
            all.pilih(calon, kursi);
        }
    }
    all.pulang();
    all.duduk
}

struct Susunan<'a> {
    beku: &'a Beku,
    duduk: Vec<Option<u32>>,
    /// Seats the PPK has spoken about.
    tetap: Vec<bool>,
}

impl Susunan<'_> {
    fn pilih(&mut self, calon: u32, kursi: u32) {
        if let Some(before) = self.kursi_dari(calon) {
            self.duduk[before] = None;
            self.tetap[before] = false;
        }
        self.tetap[kursi as usize] = true;
        let mut away = self.duduk[kursi as usize].replace(calon);
        // Each goes back to the own seat at most once: seats are held by one person each.
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
