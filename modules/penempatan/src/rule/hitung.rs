//! The plan that follows from frozen inputs: of all plans the best, of equal ones the first by the published order.

use super::soal::{Soal, kurang, periksa, soal};
use super::{Beku, Hasil, Tolak, rantai};

/// Works a plan out. The same inputs give the same plan on every machine.
///
/// # Errors
/// When the inputs are not sound, too large, or leave somebody who must be seated without a seat: in words.
pub fn hitung(beku: &Beku) -> Result<Hasil, Tolak> {
    periksa(beku)?;
    if beku.tiga_nama {
        return Ok(tetap(beku));
    }
    terbaik(beku)
}

/// The same for a problem made from inputs that were checked: some of its pairs may be taken out, so that a holder may
/// have lost the own seat.
///
/// # Errors
/// Too large, or somebody who must be seated is left without a seat: in words.
pub fn terbaik(beku: &Beku) -> Result<Hasil, Tolak> {
    let Soal { problem, urutan, isi } = soal(beku)?;
    let found = solver::solve(&problem).map_err(|why| kurang(beku, &why))?;
    let settled = solver::settle(&problem, &found, &urutan);
    let duduk = settled.matching.by_right(beku.kursi.len());
    let rantai = rantai::rantai(beku, &duduk);
    Ok(Hasil {
        nilai: found.objective,
        isi,
        harga_calon: found.prices.u,
        harga_kursi: found.prices.v,
        seri: settled.ties,
        rantai,
        duduk,
    })
}

/// Where the PPK chooses among three names nobody is placed by a plan: whoever holds a seat keeps it.
fn tetap(beku: &Beku) -> Hasil {
    let duduk = beku.kursi.iter().map(|k| k.pemegang).collect();
    Hasil { duduk, isi: super::soal::isi(beku), ..Hasil::default() }
}
