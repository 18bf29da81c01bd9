//! Order of a meeting, where it is used: quorum, votes by instansi, the list of speakers.

use super::izin::Tolak;
use super::rakor::{Bicara, Pemungutan, Rakor, Rumusan};
use super::tahap::Tahap;
use crate::isi;

/// Votes, as the journal and pages say them.
pub const PILIHAN: [(&str, &str); 3] =
    [("setuju", "Setuju"), ("tidak", "Tidak setuju"), ("abstain", "Abstain")];
/// Wishes to speak one rakor may have.
const BICARA_MOST: usize = 500;

/// The quorum counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HitungKuorum {
    /// Parties somebody came for.
    pub hadir: usize,
    /// Parties that have to be there.
    pub perlu: usize,
    /// Parties invited.
    pub semua: usize,
}

impl HitungKuorum {
    /// Whether enough are there.
    pub fn tercapai(self) -> bool {
        self.hadir >= self.perlu
    }

    /// In one sentence.
    pub fn kalimat(self) -> String {
        let word = if self.tercapai() { "Kuorum tercapai" } else { "Kuorum belum tercapai" };
        format!("{word}: hadir {} dari {} pihak, perlu {}.", self.hadir, self.semua, self.perlu)
    }
}

/// A vote counted among those who may vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hitungan {
    /// In favour.
    pub setuju: usize,
    /// Against.
    pub tidak: usize,
    /// Neither.
    pub abstain: usize,
    /// Not voted.
    pub belum: usize,
}

impl Hitungan {
    /// In one sentence.
    pub fn kalimat(self) -> String {
        let Hitungan { setuju, tidak, abstain, belum } = self;
        format!("setuju {setuju}, tidak setuju {tidak}, abstain {abstain}, tanpa suara {belum}")
    }
}

impl Rumusan {
    /// Whether a vote on it goes on.
    pub fn dipungut(&self) -> bool {
        self.pemungutan.as_ref().is_some_and(|p| p.ditutup.is_none())
    }
}

impl Bicara {
    /// `menunggu`, or what became of it last.
    pub fn kini(&self) -> &str {
        self.keadaan.last().map_or("menunggu", |k| k.0.as_str())
    }

    /// Whether it is over.
    pub fn selesai(&self) -> bool {
        matches!(self.kini(), "selesai" | "ditarik")
    }
}

fn tolak<T>(code: &'static str, text: &str) -> Result<T, Tolak> {
    Err(Tolak(code, text.to_owned()))
}

impl Rakor {
    /// The quorum as it stands; `None` where none is asked for.
    pub fn kuorum(&self) -> Option<HitungKuorum> {
        let asked = &self.pokok.kuorum;
        let semua = self.undangan().count();
        let perlu = match asked.jenis.as_str() {
            "jumlah" => usize::from(asked.ambang),
            // A share of a party is a whole one.
            "persen" => (semua * usize::from(asked.ambang)).div_ceil(100),
            _ => return None,
        };
        let came = |p: &&super::rakor::Pihak| self.peserta().any(|h| h.isi.pihak == p.id);
        let hadir = self.undangan().filter(came).count();
        self.pokok.tata_tertib.then_some(HitungKuorum { hadir, perlu, semua })
    }

    /// A vote counted: one instansi, one vote; of who was taken off the list none.
    pub fn hitung(&self, pemungutan: &Pemungutan) -> Hitungan {
        let mut sum = Hitungan::default();
        for instansi in self.penentu() {
            match pemungutan.suara.get(instansi).map(|s| s.0.pilihan.as_str()) {
                Some("setuju") => sum.setuju += 1,
                Some("tidak") => sum.tidak += 1,
                Some(_) => sum.abstain += 1,
                None => sum.belum += 1,
            }
        }
        sum
    }

    /// What a record of the meeting says of quorum and votes that are closed, a sentence each.
    pub fn catatan_tertib(&self) -> Vec<String> {
        let votes = self.butir().enumerate().filter_map(|(n, r)| {
            let closed = r.pemungutan.as_ref().filter(|p| p.ditutup.is_some())?;
            Some(format!("Pemungutan suara atas butir R-{}: {}.", n + 1, self.hitung(closed).kalimat()))
        });
        self.kuorum().map(HitungKuorum::kalimat).into_iter().chain(votes).collect()
    }

    fn dipakai(&self) -> Result<(), Tolak> {
        if !self.pokok.tata_tertib {
            return tolak(
                "RAKOR-27",
                "Pemungutan suara dan daftar pembicara tidak dipakai pada rakor ini. Penyelenggara mengaturnya pada Persiapan.",
            );
        }
        if self.tahap != Tahap::Berlangsung {
            return tolak("RAKOR-27", "Suara dan giliran bicara dicatat selama rakor berlangsung.");
        }
        Ok(())
    }

    fn butir_suara(&self, rumusan: &str, versi: &str) -> Result<&Rumusan, Tolak> {
        let Some(point) = self.butir().find(|r| r.id == rumusan) else {
            return tolak("RAKOR-20", "Butir ini tidak ada lagi. Muat ulang halaman.");
        };
        if point.kini.tanda.id != versi {
            return tolak(
                "RAKOR-17",
                "Bunyi butir ini sudah berubah. Muat ulang halaman dan baca bunyi yang baru.",
            );
        }
        Ok(point)
    }

    /// Whether a vote on this wording may begin.
    ///
    /// # Errors
    /// Not used here, not now, no such wording, two wordings, or one goes on.
    pub fn boleh_memungut(&self, rumusan: &str, versi: &str) -> Result<(), Tolak> {
        self.dipakai()?;
        let point = self.butir_suara(rumusan, versi)?;
        if !point.bentrok.is_empty() {
            return tolak(
                "RAKOR-04",
                "Butir ini ditulis dua orang sekaligus. Satukan kedua bunyinya lebih dahulu.",
            );
        }
        if point.dipungut() {
            return tolak("RAKOR-27", "Pemungutan suara atas butir ini sedang berlangsung.");
        }
        Ok(())
    }

    /// Whether an instansi may vote so: as often as it likes until the end, the last one counts.
    ///
    /// # Errors
    /// No vote goes on, not on the list, no such choice.
    pub fn boleh_bersuara(&self, suara: &isi::Suara) -> Result<(), Tolak> {
        self.dipakai()?;
        let point = self.butir_suara(&suara.rumusan, &suara.versi)?;
        if !point.dipungut() {
            return tolak("RAKOR-27", "Pemungutan suara atas butir ini belum dibuka atau sudah ditutup.");
        }
        if !self.penentu().contains(&suara.instansi.as_str()) {
            return tolak("RAKOR-24", "Instansi ini tidak ada dalam daftar pihak.");
        }
        if !PILIHAN.iter().any(|p| p.0 == suara.pilihan) {
            return tolak("RAKOR-27", "Pilih setuju, tidak setuju, atau abstain.");
        }
        Ok(())
    }

    /// Whether a vote may be closed.
    ///
    /// # Errors
    /// None goes on.
    pub fn boleh_menutup_suara(&self, rumusan: &str) -> Result<(), Tolak> {
        match self.butir().find(|r| r.id == rumusan) {
            Some(point) if point.dipungut() => Ok(()),
            Some(_) => tolak("RAKOR-27", "Pemungutan suara atas butir ini belum dibuka atau sudah ditutup."),
            None => tolak("RAKOR-20", "Butir ini tidak ada lagi. Muat ulang halaman."),
        }
    }

    /// Whether a point may be reworded or taken out: not while it is voted on.
    ///
    /// # Errors
    /// A vote goes on.
    pub fn tidak_dipungut(&self, rumusan: &str) -> Result<(), Tolak> {
        if self.butir().any(|r| r.id == rumusan && r.dipungut()) {
            return tolak("RAKOR-27", "Butir ini sedang dipungut suaranya. Tutup pemungutan lebih dahulu.");
        }
        Ok(())
    }

    /// Whether somebody may be put on the list of speakers.
    ///
    /// # Errors
    /// Not used, not now, not on the list, without a name, or waiting already.
    pub fn boleh_minta_bicara(&self, minta: &isi::MintaBicara) -> Result<(), Tolak> {
        self.dipakai()?;
        if !self.ikut(&minta.instansi) {
            return tolak("RAKOR-24", "Instansi ini tidak ada dalam daftar pihak.");
        }
        if minta.nama.is_empty() {
            return tolak("RAKOR-28", "Isi nama yang akan berbicara.");
        }
        let same = |b: &Bicara| {
            !b.selesai() && b.isi.instansi == minta.instansi && b.isi.nama.eq_ignore_ascii_case(&minta.nama)
        };
        if self.bicara.iter().any(same) {
            return tolak("RAKOR-28", "Nama ini sudah ada dalam daftar pembicara.");
        }
        if self.bicara.len() >= BICARA_MOST {
            return tolak("RAKOR-28", "Daftar pembicara penuh.");
        }
        Ok(())
    }

    /// Whether a wish to speak may become this: given, then done; withdrawn while it waits.
    ///
    /// # Errors
    /// No such wish, or it is over.
    pub fn boleh_giliran(&self, minta: &str, keadaan: &str) -> Result<&Bicara, Tolak> {
        self.dipakai()?;
        let Some(found) = self.bicara.iter().find(|b| b.tanda.id == minta) else {
            return tolak("RAKOR-20", "Permintaan bicara ini tidak ada. Muat ulang halaman.");
        };
        match (found.kini(), keadaan) {
            ("menunggu", "diberi" | "ditarik") | ("diberi", "selesai") => Ok(found),
            _ => tolak("RAKOR-28", "Giliran ini sudah berubah. Muat ulang halaman."),
        }
    }
}
