//! Indicators as letters show them: the figure of now, the target of the year, what was stored before.

use super::Bahan;
use crate::page::lanjut::alat::{Kini, angka_tulis};
use crate::rule::Rakor;
use crate::rule::rakor::Rtl;
use host::indikator::Indikator;
use kernel::Date;
use kernel::indikator::{Arah, Gerak, Satuan, Ukuran, gerak, tercapai};
use naskah_dinas::lembar_rakor;

/// Those that tell most about an instansi, when none is bound and none has a target.
const UTAMA: [&str; 11] = [
    "IKD-01",
    "TEMUAN-02",
    "JAB-03",
    "JAB-07",
    "PLT-03",
    "KP-01",
    "KGB-01",
    "PENSIUN-01",
    "KONTRAK-05",
    "KINERJA-01",
    "JP-01",
];
/// Letters of a misi that stand on one line under an indicator.
const MISI_MOST: usize = 60;

/// A measured value as charts draw it.
pub(super) fn gambar(u: Ukuran, satuan: Satuan) -> f64 {
    u.ratusan(satuan) as f64 / 100.0
}

fn triwulan(day: Date) -> (i16, i8) {
    let (year, month, _) = day.ymd();
    (year, (month - 1) / 3)
}

impl Bahan<'_> {
    /// The figure of now; an empty id is all instansi together.
    pub(super) fn kini(&self, kode: &str, instansi: &str) -> Option<Ukuran> {
        match self.alat.kini(kode, instansi) {
            Kini::Ada(ukuran) => Some(ukuran),
            Kini::Belum(_) => None,
        }
    }

    /// The figures stored at the end of each quarter before this one, oldest first; where none is, the figure
    /// at the moment the first follow-up bound to it was agreed on.
    pub(super) fn dahulu(&self, rakor: &Rakor, kode: &str, instansi: &str) -> Vec<(Date, Ukuran)> {
        let now = triwulan(self.alat.today);
        let stored = self.deret.deret(kode, instansi).filter(|(day, _)| triwulan(*day) < now);
        let stored: Vec<(Date, Ukuran)> =
            stored.filter_map(|(day, sel)| Some((day, sel.hasil.ukuran()?))).collect();
        if !stored.is_empty() {
            return stored;
        }
        let agreed = self.rtl_untuk(rakor, instansi).filter(|r| r.isi.indikator == kode);
        agreed
            .filter_map(|r| r.isi.awal.as_ref().and_then(|a| Some((a.berlaku?, a.ukuran()))))
            .filter(|(day, _)| *day < self.alat.today)
            .take(1)
            .collect()
    }

    /// The target of the newest follow-up of an instansi bound to it.
    fn sasaran_rtl(&self, rakor: &Rakor, i: &Indikator, instansi: &str) -> Option<Ukuran> {
        let bound = self.rtl_untuk(rakor, instansi).filter(|r| r.isi.indikator == i.kode);
        bound.filter_map(|r| r.isi.target).last().map(|t| Ukuran::dari_ratusan(t, i.satuan))
    }

    /// Follow-ups of an instansi in the series that were not given up, oldest first; none for all together.
    fn rtl_untuk<'r>(&'r self, rakor: &'r Rakor, instansi: &'r str) -> impl Iterator<Item = &'r Rtl> {
        let series = self.sebelum.iter().rev().chain(std::iter::once(rakor));
        series.flat_map(|r| &r.rtl).filter(move |r| r.dibatalkan.is_none() && r.isi.instansi == instansi)
    }

    /// The target of this year; of the one set for an instansi.
    pub(super) fn sasaran_tahun(&self, kode: &str, instansi: &str) -> Option<Ukuran> {
        let year = self.alat.today.year();
        let of = self.sasaran.iter().find(|s| s.kode == kode && s.instansi == instansi && s.tahun == year);
        of.map(|s| s.nilai)
    }

    /// The misi of the region it serves, else that of the convener.
    fn misi_untuk(&self, rakor: &Rakor, kode: &str, instansi: &str) -> String {
        let of = |whose: &str| self.misi.iter().find(|m| m.kode == kode && m.instansi == whose);
        let found = of(instansi).or_else(|| of(&rakor.instansi));
        found.map_or(String::new(), |m| format!("Misi: {}", super::sebut::potong(&m.misi, MISI_MOST)))
    }

    /// Codes bound by follow-ups of the series, in the order they were first agreed on; of one instansi, or of
    /// all for an empty id.
    fn terikat(&self, rakor: &Rakor, instansi: &str) -> Vec<String> {
        let series = self.sebelum.iter().rev().chain(std::iter::once(rakor));
        let own = series.flat_map(|r| &r.rtl).filter(|r| r.dibatalkan.is_none());
        let own = own.filter(|r| instansi.is_empty() || r.isi.instansi == instansi);
        own.map(|r| r.isi.indikator.clone()).collect()
    }

    /// Indicators a letter shows, at most so many: those bound by the series, those with a target this year,
    /// those that tell most. What is not measured, not judged, or told to few is left out.
    pub(super) fn terpilih(&self, rakor: &Rakor, instansi: &str, most: usize) -> Vec<&'static Indikator> {
        let bound = self.terikat(rakor, instansi);
        let year = self.alat.today.year();
        let aimed = self.sasaran.iter().filter(|s| s.tahun == year && s.instansi == instansi);
        let codes = bound.iter().map(String::as_str).chain(aimed.map(|s| s.kode.as_str())).chain(UTAMA);
        let mut found: Vec<&'static Indikator> = Vec::new();
        for i in codes.filter_map(|kode| self.alat.indikator(kode)) {
            let known = found.iter().any(|f| f.kode == i.kode);
            if !known && !i.tertutup && i.arah != Arah::Netral && self.kini(i.kode, instansi).is_some() {
                found.push(i);
            }
        }
        found.truncate(most);
        found
    }

    /// One of them as it stands on paper; `None` when it is not measured.
    pub(super) fn baris(
        &self,
        rakor: &Rakor,
        i: &Indikator,
        instansi: &str,
    ) -> Option<lembar_rakor::Indikator> {
        let kini = self.kini(i.kode, instansi)?;
        let dahulu = self.dahulu(rakor, i.kode, instansi);
        let sebelum = dahulu.last().map(|(_, u)| *u);
        let year = self.sasaran_tahun(i.kode, instansi);
        let follow = if year.is_none() { self.sasaran_rtl(rakor, i, instansi) } else { None };
        let (target, mark) = (year.or(follow), if follow.is_some() { "*" } else { "" });
        let drawn = dahulu.iter().map(|(_, u)| *u).chain(std::iter::once(kini));
        let text = |u: Option<Ukuran>| u.map_or(String::new(), |u| angka_tulis(u, i.satuan));
        Some(lembar_rakor::Indikator {
            nama: super::sebut::potong(i.nama, 60),
            nilai: angka_tulis(kini, i.satuan),
            ukuran: gambar(kini, i.satuan),
            sasaran: format!("{}{mark}", text(target)),
            ukuran_sasaran: target.map(|u| gambar(u, i.satuan)),
            sebelum: text(sebelum),
            rangkaian: drawn.map(|u| gambar(u, i.satuan)).collect(),
            membaik: sebelum.and_then(|before| match gerak(before, kini, i.arah) {
                Gerak::Membaik => Some(true),
                Gerak::Memburuk => Some(false),
                Gerak::Tetap | Gerak::Berubah => None,
            }),
            tercapai: target.and_then(|goal| tercapai(goal, kini, i.arah)),
            misi: self.misi_untuk(rakor, i.kode, instansi),
        })
    }
}
