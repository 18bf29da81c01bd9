//! A follow-up judged on a day: its figure, its newest report and the calendar laid together.

use super::rakor::{Laporan, Rakor, Rtl};
use super::rtl::{self, Angka, Lapor, Putusan, Telaah};
use crate::isi;
use kernel::Date;
use kernel::indikator::{self, Arah, Ukuran};

/// The day an answer is about, and what counts as working on it.
pub struct Hari<'h> {
    /// Today.
    pub kini: Date,
    /// The working day a deadline falls on: the day itself, or the next one people work on.
    pub kerja: &'h dyn Fn(Date) -> Date,
}

impl Hari<'_> {
    /// Days since the working day of a deadline; 0 or less while there is time left.
    pub fn lewat(&self, tenggat: Option<Date>) -> i32 {
        tenggat.map_or(0, |day| self.kini.days() - (self.kerja)(day).days())
    }
}

/// The figure a follow-up is bound to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terikat {
    /// Which way is better.
    pub arah: Arah,
    /// At the moment of agreement.
    pub awal: Option<Ukuran>,
    /// Where it is to be.
    pub target: Option<Ukuran>,
    /// Now.
    pub kini: Option<Ukuran>,
}

impl Terikat {
    /// As the answer takes it.
    pub fn angka(&self) -> Angka {
        let (Some(awal), Some(kini)) = (self.awal, self.kini) else { return Angka::BelumTerukur };
        let tercapai = self.target.and_then(|target| indikator::tercapai(target, kini, self.arah));
        Angka::Terukur { tercapai: tercapai == Some(true), gerak: self.gerak(awal, kini) }
    }

    /// Where it went since the moment of agreement; `None` when one of the two is missing.
    pub fn bergerak(&self) -> Option<rtl::Gerak> {
        Some(self.gerak(self.awal?, self.kini?))
    }

    fn gerak(&self, awal: Ukuran, kini: Ukuran) -> rtl::Gerak {
        match indikator::gerak(awal, kini, self.arah) {
            indikator::Gerak::Membaik => rtl::Gerak::Membaik,
            indikator::Gerak::Memburuk => rtl::Gerak::Memburuk,
            // A figure without a direction cannot come nearer to anything.
            indikator::Gerak::Tetap | indikator::Gerak::Berubah => rtl::Gerak::Tetap,
        }
    }
}

/// A follow-up with the answer about it.
#[derive(Clone, Debug)]
pub struct Dinilai<'r> {
    /// Whose it is.
    pub rakor: &'r Rakor,
    /// The follow-up.
    pub rtl: &'r Rtl,
    /// Its figure; `None` when it is bound to none.
    pub terikat: Option<Terikat>,
    /// The answer.
    pub putusan: Putusan,
    /// Why.
    pub alasan: String,
    /// Days since the working day of its deadline.
    pub lewat: i32,
    /// The rung its lateness has reached, 0 when none.
    pub tingkat: u8,
}

/// Judges one. `ukur` gives the direction and the figure of now for a code and an owner; `None` for a code
/// nobody knows any more.
pub fn nilai<'r>(
    rakor: &'r Rakor,
    rtl: &'r Rtl,
    tangga: &[u16],
    hari: &Hari<'_>,
    ukur: impl Fn(&str, &str) -> Option<(Arah, Ukur)>,
) -> Dinilai<'r> {
    let terikat = (!rtl.isi.indikator.is_empty()).then(|| terikat(rtl, ukur));
    let lewat = hari.lewat(rtl.isi.tenggat);
    let angka = terikat.map_or(Angka::TidakTerikat, |t| t.angka());
    let telaah = Telaah { dibatalkan: rtl.dibatalkan.is_some(), angka, lapor: lapor(rtl), lewat };
    let (putusan, alasan) = telaah.putus();
    let late = putusan == Putusan::Terlambat && rtl.terbuka();
    let tingkat = if late { rtl::tingkat(lewat, tangga) } else { 0 };
    Dinilai { rakor, rtl, terikat, putusan, alasan, lewat, tingkat }
}

/// How an indicator reads now: what a target in hundredths is, and the figure if there is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ukur {
    /// Its unit.
    pub satuan: indikator::Satuan,
    /// The figure.
    pub kini: Option<Ukuran>,
}

fn terikat(rtl: &Rtl, ukur: impl Fn(&str, &str) -> Option<(Arah, Ukur)>) -> Terikat {
    let awal = rtl.isi.awal.as_ref().map(isi::Angka::ukuran);
    match ukur(&rtl.isi.indikator, &rtl.isi.instansi) {
        Some((arah, now)) => {
            let target = rtl.isi.target.map(|t| Ukuran::dari_ratusan(t, now.satuan));
            Terikat { arah, awal, target, kini: now.kini }
        }
        None => Terikat { arah: Arah::Netral, awal, target: None, kini: None },
    }
}

/// What the newest report says, and what its verifier said about it.
pub fn lapor(rtl: &Rtl) -> Lapor {
    if rtl.selesai().is_some() {
        return Lapor::Diterima;
    }
    let Some(last) = rtl.laporan.last() else { return Lapor::Berjalan };
    let sent_back = rtl.verifikasi.last().is_some_and(|(v, _)| v.laporan == last.tanda.id && !v.selesai);
    match (sent_back, last.isi.selesai) {
        (true, _) => Lapor::Dikembalikan,
        (false, true) => Lapor::Selesai { berbukti: last.berbukti() },
        (false, false) => Lapor::Berjalan,
    }
}

impl Laporan {
    /// Whether evidence came with it.
    pub fn berbukti(&self) -> bool {
        !self.isi.sidik.is_empty()
    }
}

impl Rtl {
    /// The report that waits for its verifier; `None` when none does.
    pub fn menunggu(&self) -> Option<&Laporan> {
        let last = self.laporan.last().filter(|l| l.isi.selesai && self.terbuka())?;
        let judged = self.verifikasi.iter().any(|(v, _)| v.laporan == last.tanda.id);
        (!judged).then_some(last)
    }
}

impl isi::Angka {
    /// As the catalogue counts.
    pub fn ukuran(&self) -> Ukuran {
        Ukuran { atas: self.atas, bawah: self.bawah.max(1) }
    }
}
