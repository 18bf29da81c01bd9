//! What letters with figures are written from: figures of now, those stored before, targets, misi, and the
//! rakor of the series.

use crate::page::lanjut::Alat;
use crate::rule::Rakor;
use crate::rule::bawaan::sebelum;
use crate::rule::nilai::Dinilai;
use crate::store;
use host::indikator::angka::{misi_semua, sasaran_semua};
use host::indikator::{Misi, Rangkaian, Sasaran, rangkaian};
use host::{Hall, World};
use std::sync::Arc;

/// For the letters of one rakor.
pub struct Bahan<'h> {
    /// What follow-ups are judged with.
    pub alat: Alat<'h>,
    /// Rakor of the series before it, newest first.
    pub sebelum: Vec<Rakor>,
    /// Figures stored at the end of each quarter.
    pub(super) deret: Arc<Rangkaian>,
    /// Targets.
    pub(super) sasaran: Vec<Sasaran>,
    /// Which misi indicators serve.
    pub(super) misi: Vec<Misi>,
}

impl<'h> Bahan<'h> {
    /// Reads it.
    ///
    /// # Errors
    /// When storage fails.
    pub fn baca(hall: &'h Hall, world: &Arc<World>, rakor: &Rakor) -> ::store::Result<Bahan<'h>> {
        let all = store::semua(hall)?;
        let (sasaran, misi) =
            hall.with(|conn| Ok::<_, ::store::Error>((sasaran_semua(conn)?, misi_semua(conn)?)))?;
        Ok(Bahan {
            alat: Alat::dengan(hall, world.clone(), true)?,
            sebelum: sebelum(&all, rakor).into_iter().cloned().collect(),
            deret: rangkaian(hall, world)?,
            sasaran,
            misi,
        })
    }

    /// Follow-ups of the rakor and of those before it that are still open, the latest first.
    pub fn terbuka<'r>(&'r self, rakor: &'r Rakor) -> Vec<Dinilai<'r>> {
        let series = std::iter::once(rakor).chain(&self.sebelum);
        let mut open: Vec<Dinilai<'r>> = series
            .flat_map(|r| r.rtl.iter().filter(|rtl| rtl.terbuka()).map(move |rtl| self.alat.satu(r, rtl)))
            .collect();
        open.sort_by_key(|d| (std::cmp::Reverse(d.lewat), d.rtl.isi.tenggat));
        open
    }

    /// The figure a follow-up is bound to, in a sentence.
    pub(super) fn angka_rtl(&self, d: &Dinilai<'_>) -> Option<String> {
        use crate::page::lanjut::alat::tulis;
        let (bound, i) = (d.terikat?, self.alat.indikator(&d.rtl.isi.indikator)?);
        let [awal, kini, target] = [bound.awal, bound.kini, bound.target].map(|u| tulis(u, i.satuan));
        let goal = bound.target.map_or(String::new(), |_| format!("; targetnya {target}"));
        Some(format!("{}: {awal} pada saat disepakati, {kini} sekarang{goal}.", i.nama))
    }
}
