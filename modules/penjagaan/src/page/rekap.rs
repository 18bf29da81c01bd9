//! What the norm of a service answers about everybody on the day asked about: the counts of `sinergi saring`.

use super::lingkup::{JAWABAN, Lingkup};
use crate::rule::jawaban::{Jumlahnya, hitung};
use crate::view::{BarisRekap, RekapView, Terdekat};
use host::tanggal;
use law::{Ask, Kode};

/// `None` when the norm does not hold on that day.
pub fn rekap(asked: &Lingkup<'_>) -> Option<RekapView> {
    let hari = asked.world.as_of.effective;
    let plan = asked.hukum.pack.plan(&Ask::on(&asked.layanan.norma, hari))?;
    let counts = hitung(asked.jawab());
    let row = |n: &Jumlahnya| {
        let part =
            n.penentu.and_then(|(part, many)| Some((asked.hasil.bagian.get(usize::from(part))?, many)));
        BarisRekap {
            kode: n.kode,
            banyak: n.banyak,
            href: asked.link("/penjagaan", &[("lihat", JAWABAN), ("jawaban", n.kata)]),
            terutama: part.filter(|_| n.kode != Kode::TidakBerlaku).map(|(text, many)| (text.clone(), many)),
        }
    };
    let subjek = plan.subjek.as_ref().map_or_else(String::new, |s| s.1.to_string());
    let next = asked.semua.iter().filter_map(|j| j.hari).filter(|day| *day > hari).min();
    let terdekat = next.map(|day| {
        let many = asked.semua.iter().filter(|j| j.hari == Some(day)).count() as u64;
        Terdekat { hari: tanggal(day), banyak: many, keep: asked.on(day) }
    });
    Some(RekapView {
        norma: plan.judul.to_string(),
        subjek,
        total: counts.iter().map(|n| n.banyak).sum(),
        rows: counts.iter().map(row).collect(),
        lepas: asked.hasil.lepas.clone(),
        terdekat,
    })
}
