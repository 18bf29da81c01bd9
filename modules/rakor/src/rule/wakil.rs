//! What the convener records for a party, and what a party says itself: its own word prevails. And who has not
//! agreed when the plenary is to.

use super::izin::Tolak;
use super::rakor::{Rakor, Rumusan, Tanda};

/// Whether a word of `oleh` for an instansi may take the place of the one that stands there.
pub fn menggantikan(there: Option<&Tanda>, instansi: &str, oleh: &str) -> bool {
    oleh == instansi || there.is_none_or(|t| t.instansi != instansi)
}

/// Whether the convener recorded this for an instansi.
pub fn dicatatkan(tanda: &Tanda, instansi: &str) -> bool {
    tanda.instansi != instansi
}

/// The same as an answer to a form.
///
/// # Errors
/// The instansi has said something itself.
pub fn boleh_menggantikan(there: Option<&Tanda>, instansi: &str, oleh: &str) -> Result<(), Tolak> {
    if menggantikan(there, instansi, oleh) {
        return Ok(());
    }
    let sentence =
        "Instansi ini sudah menyatakannya sendiri. Yang dicatat penyelenggara tidak menggantikannya.";
    Err(Tolak("RAKOR-31", sentence.into()))
}

/// A point not everybody agrees to: who said nothing, who refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BelumSepakat<'r> {
    /// Its number, from 1.
    pub nomor: usize,
    /// Instansi without a stand.
    pub diam: Vec<&'r str>,
    /// Instansi that refuse it.
    pub menolak: Vec<&'r str>,
}

impl Rakor {
    /// Points nothing follows from though something should: number and words.
    pub fn tanpa_lanjut(&self) -> Vec<(usize, &str)> {
        let follows = |r: &Rumusan| {
            self.rtl.iter().any(|t| t.isi.rumusan == r.id && t.dibatalkan.is_none())
                || self.rekomendasi.iter().any(|s| s.isi.rumusan == r.id)
        };
        let all = self.butir().enumerate().filter(|(_, r)| !r.informasi && !follows(r));
        all.map(|(n, r)| (n + 1, r.kini.teks.as_str())).collect()
    }

    /// Points not every party agrees to as they are worded now.
    pub fn belum_sepakat(&self) -> Vec<BelumSepakat<'_>> {
        let parties = self.penentu();
        let stand = |r: &Rumusan, i: &str| r.sikap.get(i).map(|s| s.0.sikap == "tidak");
        let of = |(n, r): (usize, &Rumusan)| BelumSepakat {
            nomor: n + 1,
            diam: parties.iter().copied().filter(|i| stand(r, i).is_none()).collect(),
            menolak: parties.iter().copied().filter(|i| stand(r, i) == Some(true)).collect(),
        };
        let all = self.butir().enumerate().map(of);
        all.filter(|b| !b.diam.is_empty() || !b.menolak.is_empty()).collect()
    }
}
