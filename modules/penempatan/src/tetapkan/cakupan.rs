//! Whom the letter of a gate covers: who sat where when it was recorded, against who sits there now.

use super::Akhir;
use crate::berkas;
use crate::rule::akhir::dengan;
use crate::rule::{Beku, Hasil, Rencana};
use host::{Hall, Problem};
use kernel::PegawaiId;
use std::collections::{BTreeMap, BTreeSet};

/// Gates whose letter presents people before anybody is chosen: a choice among them does not reopen it.
const MENDAHULUI: [&str; 2] = ["uji_kompetensi", "hasil_seleksi"];

/// A post in which somebody sits whom the letter does not cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geser {
    /// What the post is called.
    pub jabatan: String,
    /// Who sat there when the letter was recorded and does not any more.
    pub dahulu: Vec<PegawaiId>,
    /// Who came since.
    pub kini: Vec<PegawaiId>,
}

/// Posts in which others sit than when letter `n` of the gates was recorded; its own post where it is about one.
///
/// # Errors
/// A kept file cannot be read.
pub fn geser(hall: &Hall, rencana: &Rencana, akhir: &Akhir, n: usize) -> Result<Vec<Geser>, Problem> {
    let (Some((gerbang, _)), Some(saat)) = (rencana.gerbang.get(n), rencana.cakupan.get(n)) else {
        return Ok(Vec::new());
    };
    let unchanged = (&saat.penyimpangan, &saat.pilihan) == (&rencana.penyimpangan, &rencana.pilihan);
    let same_plan = saat.perhitungan.as_ref().is_none_or(|p| Some(p) == rencana.perhitungan.as_ref());
    if (unchanged && same_plan) || MENDAHULUI.contains(&gerbang.gerbang.as_str()) {
        return Ok(Vec::new());
    }
    let (beku, hasil) = match &saat.perhitungan {
        Some(p) if !same_plan => {
            (berkas::baca::<Beku>(hall, &p.masukan)?, berkas::baca::<Hasil>(hall, &p.sidik)?)
        }
        _ => (akhir.beku.clone(), akhir.hasil.clone()),
    };
    let then = penduduk(&beku, &dengan(&saat.penyimpangan, &saat.pilihan, &beku, &hasil));
    let now = penduduk(&akhir.beku, &akhir.duduk);
    let none = BTreeSet::new();
    let about = |pos: &str| gerbang.pos.is_empty() || gerbang.pos == pos;
    let moved = now.iter().filter(|(pos, _)| about(pos)).filter_map(|(pos, (jabatan, people))| {
        let before = then.get(pos).map_or(&none, |p| &p.1);
        let kini: Vec<PegawaiId> = people.difference(before).copied().collect();
        let dahulu = before.difference(people).copied().collect();
        (!kini.is_empty()).then(|| Geser { jabatan: (*jabatan).to_owned(), dahulu, kini })
    });
    Ok(moved.collect())
}

/// By post: what it is called, and who sits in its places.
type Penduduk<'b> = BTreeMap<&'b str, (&'b str, BTreeSet<PegawaiId>)>;

fn penduduk<'b>(beku: &'b Beku, duduk: &[Option<u32>]) -> Penduduk<'b> {
    let mut all = Penduduk::new();
    for (seat, who) in beku.kursi.iter().zip(duduk) {
        let people = &mut all.entry(&seat.pos).or_insert_with(|| (&seat.jabatan, BTreeSet::new())).1;
        people.extend(who.and_then(|c| beku.calon.get(c as usize)).map(|c| c.pegawai));
    }
    all
}
