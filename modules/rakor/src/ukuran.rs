//! The figure rakor bring to the catalogue: follow-ups that were done on time.

use crate::rule::Tahap;
use crate::rule::rakor::{Rakor, Rtl};
use crate::store;
use host::Hall;
use host::indikator::{Bahan, Indikator, Kelompok, Rumus, Sel};
use host::kalender::Kalender;
use kernel::Date;
use kernel::indikator::{Arah, Irama, Satuan, Ukuran};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Figures of rakor.
pub static SEMUA: &[Indikator] = &[Indikator {
    kode: "RTL-01",
    nama: "RTL selesai tepat waktu",
    definisi: "Bagian rencana tindak lanjut rakor yang tenggatnya sudah lewat dan dinyatakan selesai oleh verifikator atas laporan yang masuk paling lambat pada tenggat (hari kerja). Yang dibatalkan tidak dihitung.",
    satuan: Satuan::Persen,
    arah: Arah::Naik,
    pemilik: "BKD Provinsi",
    dasar: "praktik",
    irama: Irama::Bulanan,
    kelompok: Kelompok::Rakor,
    tertutup: false,
    rumus: Rumus::Simpanan(tepat_waktu),
}];

fn tepat_waktu(hall: &Hall, bahan: &Bahan<'_>) -> ::store::Result<BTreeMap<String, Sel>> {
    let as_of = bahan.world.as_of;
    let known = as_of.known.min(kernel::Stamp::end_of(as_of.effective));
    let all = match known >= hall.now() {
        true => store::semua(hall)?,
        false => hall.with(|conn| store::semua_pada(conn, known))?,
    };
    let kalender = Kalender::of(hall);
    let due = |day: Date| kalender.maju(day).unwrap_or(day);
    let counted = hitung(&all, as_of.effective, due);
    let owners = bahan.world.tenants.iter().map(|t| t.id.as_str()).chain([""]);
    Ok(owners.map(|id| (id.to_owned(), sel(counted.get(id).copied()))).collect())
}

fn sel(counted: Option<(i64, i64)>) -> Sel {
    let share = counted.and_then(|(done, due)| Ukuran::bagian(done, due));
    share.map_or_else(|| Sel::belum("Belum ada RTL yang tenggatnya lewat."), Sel::terukur)
}

/// For each owner, and `""` for all: done on time, and due. What passes today is not due yet.
pub fn hitung(
    all: &[impl Borrow<Rakor>],
    hari: Date,
    kerja: impl Fn(Date) -> Date,
) -> BTreeMap<String, (i64, i64)> {
    let mut counted: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    // What a plenary has not agreed on is nobody's duty yet.
    let agreed = |r: &&Rakor| matches!(r.tahap, Tahap::Disepakati | Tahap::Ditutup);
    let agreed = all.iter().map(Borrow::borrow).filter(agreed);
    for rtl in agreed.flat_map(|r| &r.rtl).filter(|r| r.dibatalkan.is_none()) {
        let Some(due) = rtl.isi.tenggat.map(&kerja).filter(|due| *due < hari) else { continue };
        for owner in ["", rtl.isi.instansi.as_str()] {
            let sum = counted.entry(owner.to_owned()).or_default();
            sum.0 += i64::from(on_time(rtl, due));
            sum.1 += 1;
        }
    }
    counted
}

/// The report the verifier accepted came in time: how long the verifier took is not the owner's.
fn on_time(rtl: &Rtl, due: Date) -> bool {
    let Some((verdict, _)) = rtl.selesai() else { return false };
    let report = rtl.laporan.iter().find(|l| l.tanda.id == verdict.laporan);
    report.is_some_and(|l| l.tanda.pada.date_wib() <= due)
}
