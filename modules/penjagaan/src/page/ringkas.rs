//! The counts on top: those whose day has come, the period looked at, those whose day nobody can tell.

use super::lingkup::Lingkup;
use crate::rule::periode::WORDS;
use crate::rule::{Jumlah, jumlah};
use crate::view::{self, RingkasView};
use host::tanggal;
use law::jaga::{Jaga, Macam, Syarat};

/// One tile for each.
pub fn ringkas(asked: &Lingkup<'_>) -> Vec<RingkasView> {
    let hari = asked.world.as_of.effective;
    let count = |test: &dyn Fn(&Jaga) -> bool| jumlah(asked.semua.iter().filter(|j| test(j)));
    let tile = |label: String, sum: Jumlah, periode: &str| {
        let part = |(syarat, word): (Syarat, &str)| {
            let href = asked.link("/penjagaan", &[("periode", periode), ("syarat", word), ("lihat", "")]);
            (view::syarat_label(syarat).to_owned(), sum.of(syarat), href)
        };
        let parts = if asked.macam == Macam::Akhir { Vec::new() } else { Syarat::ALL.map(part).to_vec() };
        let href = asked.link("/penjagaan", &[("periode", periode), ("syarat", ""), ("lihat", "")]);
        RingkasView {
            label,
            total: sum.total(),
            href,
            parts: parts.into_iter().filter(|p| p.1 > 0).collect(),
        }
    };
    let at = tanggal(hari).short();
    let Some(periode) = asked.pilih.periode else {
        return vec![tile("Masih kurang".to_owned(), count(&|_| true), "")];
    };
    let words = match asked.macam {
        Macam::Hak => format!("Waktu terpenuhi per {at}"),
        Macam::Akhir => format!("Sudah lewat per {at}"),
        Macam::Wajib => format!("Batasnya lewat per {at}"),
    };
    let come = |j: &Jaga| j.hari.is_some_and(|day| day <= hari);
    let mut tiles = vec![tile(words, count(&come), "sudah")];
    if asked.periode() != "sudah" && asked.periode() != "tanpa-hari" {
        let label = WORDS.iter().find(|w| w.0 == asked.periode()).map_or("Rentang sendiri", |w| w.1);
        tiles.push(tile(label.to_owned(), count(&|j| periode.holds(j.hari)), asked.periode()));
    }
    tiles.push(tile("Harinya belum diketahui".to_owned(), count(&|j| j.hari.is_none()), "tanpa-hari"));
    tiles
}
