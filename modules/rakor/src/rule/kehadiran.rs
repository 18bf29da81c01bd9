//! Who is the same person twice: one rule for the page that answers and the fold that counts.

use super::rakor::{Hadir, Rakor};
use crate::isi;

/// How somebody is told from others: the NIP, else name and party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pengenal {
    nip: String,
    nama: String,
}

impl Pengenal {
    /// Of a presence as it was written.
    pub fn of(isi: &isi::Hadir) -> Pengenal {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let nama = format!("{}|{}|{}", words(&isi.nama), isi.pihak, words(&isi.instansi));
        Pengenal { nip: isi.nip.clone(), nama }
    }

    /// Two different NIPs are two people, whatever their names; without one of them name and party decide.
    pub fn sama(&self, lain: &Pengenal) -> bool {
        match (self.nip.as_str(), lain.nip.as_str()) {
            ("", _) | (_, "") => self.nama == lain.nama,
            (own, other) => own == other,
        }
    }
}

impl Rakor {
    /// Which counted presence this one repeats, directly or through another repetition of it. Whoever was struck
    /// off does not stand in the way.
    pub fn mengulang(&self, siapa: &Pengenal) -> Option<&Hadir> {
        let counted = |h: &&Hadir| h.dicoret.is_none();
        let direct = self.hadir.iter().filter(counted).find(|h| h.pengenal.sama(siapa));
        direct.or_else(|| {
            let known = self.hadir_ganda.iter().filter(|g| g.pengenal.sama(siapa));
            known.filter_map(|g| self.hadir.iter().filter(counted).find(|h| h.tanda.id == g.mengulang)).next()
        })
    }

    /// Whether this sending is recorded already. A form that is sent again for somebody else is another one.
    pub fn tercatat(&self, kunci: &str, siapa: &Pengenal) -> bool {
        let mut all = self.hadir.iter().chain(&self.hadir_ganda);
        all.any(|h| h.isi.kunci == kunci && h.pengenal.sama(siapa))
    }
}
