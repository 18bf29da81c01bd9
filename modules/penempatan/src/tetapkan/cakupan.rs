//! Whom the letter of a gate covers: who sat where when it was recorded, against who sits there now.

use super::Akhir;
use super::akhir::dengan;
use crate::berkas;
use crate::rule::{Beku, Hasil, Rencana};
use host::{Hall, Problem};
use kernel::PegawaiId;
use std::collections::{BTreeMap, BTreeSet};

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

/// Posts into which others come than when letter `n` of the gates was recorded; its own post where it is about one.
/// Nobody who stays in the own post needs a letter.
///
/// # Errors
/// A kept file cannot be read.
pub fn geser(hall: &Hall, rencana: &Rencana, akhir: &Akhir, n: usize) -> Result<Vec<Geser>, Problem> {
    let (Some((gerbang, _)), Some(saat)) = (rencana.gerbang.get(n), rencana.cakupan.get(n)) else {
        return Ok(Vec::new());
    };
    let unchanged = (&saat.penyimpangan, &saat.pilihan) == (&rencana.penyimpangan, &rencana.pilihan);
    let hukum = hall.hukum();
    let known = hukum.pack.penempatan.gerbang.iter().find(|g| *g.kunci == *gerbang.gerbang);
    let mendahului = known.is_some_and(|g| g.mendahului);
    let same_plan = saat.perhitungan.as_ref().is_none_or(|p| Some(p) == rencana.perhitungan.as_ref());
    if (unchanged && same_plan) || mendahului {
        return Ok(Vec::new());
    }
    let (beku, hasil) = match &saat.perhitungan {
        Some(p) if !same_plan => {
            (berkas::baca::<Beku>(hall, &p.masukan)?, berkas::baca::<Hasil>(hall, &p.sidik)?)
        }
        _ => (akhir.beku.clone(), akhir.hasil.clone()),
    };
    let name = saat.perhitungan.as_ref().or(rencana.perhitungan.as_ref()).map_or("", |p| &p.sidik);
    let then = penduduk(&beku, &dengan(name, &saat.penyimpangan, &saat.pilihan, &beku, &hasil));
    let now = penduduk(&akhir.beku, &akhir.duduk);
    let own: Vec<Option<u32>> = akhir.beku.kursi.iter().map(|k| k.pemegang).collect();
    let own = penduduk(&akhir.beku, &own);
    let none = BTreeSet::new();
    let about = |pos: &str| gerbang.pos.is_empty() || gerbang.pos == pos;
    let moved = now.iter().filter(|(pos, _)| about(pos)).filter_map(|(pos, (jabatan, people))| {
        let before = then.get(pos).map_or(&none, |p| &p.1);
        let holds = |id: &&PegawaiId| own.get(pos).is_some_and(|p| p.1.contains(*id));
        let kini: Vec<PegawaiId> = people.difference(before).filter(|id| !holds(id)).copied().collect();
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
