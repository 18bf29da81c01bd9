//! The plan that follows from frozen inputs: of all plans the best, of equal ones the first by the published order.

use super::batas::{Batas, lantai, lewat, tak_terpenuhi};
use super::soal::{Soal, kurang, periksa, soal};
use super::{Beku, Hasil, Tolak, rantai};

/// Works a plan out. The same inputs give the same plan on every machine. Where the best plan would have more leave a
/// unit than may, it is the best one found that keeps all limits, with a bound on how much better any other could be.
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
/// Too large, somebody who must be seated is left without a seat, or a limit that cannot be kept: in words.
pub fn terbaik(beku: &Beku) -> Result<Hasil, Tolak> {
    let asked = soal(beku)?;
    let Soal { problem, urutan, isi } = &asked;
    let found = solver::solve(problem).map_err(|why| kurang(beku, &why))?;
    let settled = solver::settle(problem, &found, urutan);
    let duduk = settled.matching.by_right(beku.kursi.len());
    if !lewat(beku, &duduk).is_empty() {
        return berbatas(beku, &asked);
    }
    let rantai = rantai::rantai(beku, &duduk);
    Ok(Hasil {
        nilai: found.objective,
        isi: *isi,
        harga_calon: found.prices.u,
        harga_kursi: found.prices.v,
        seri: settled.ties,
        rantai,
        duduk,
        batas: None,
    })
}

/// The plan within the limits of units.
fn berbatas(beku: &Beku, Soal { problem, urutan, isi }: &Soal) -> Result<Hasil, Tolak> {
    let floors = lantai(beku);
    let unmet = |why| tak_terpenuhi(beku, &why);
    let found = solver::solve_floored(problem, &floors).map_err(unmet)?;
    let settled = solver::settle_floored(problem, &floors, &found, urutan).map_err(unmet)?;
    let duduk = settled.matching.by_right(beku.kursi.len());
    Ok(Hasil {
        nilai: settled.objective,
        isi: *isi,
        harga_calon: found.prices.u,
        harga_kursi: found.prices.v,
        seri: settled.ties,
        rantai: rantai::rantai(beku, &duduk),
        duduk,
        batas: Some(Batas {
            atas: found.bound,
            tepat: found.is_exact || found.bound == settled.objective,
            berurut: settled.is_ordered,
            harga: found.floor_prices,
        }),
    })
}

/// Where the PPK chooses among three names nobody is placed by a plan: whoever holds a seat keeps it.
fn tetap(beku: &Beku) -> Hasil {
    let duduk = beku.kursi.iter().map(|k| k.pemegang).collect();
    Hasil { duduk, isi: super::soal::isi(beku), ..Hasil::default() }
}
