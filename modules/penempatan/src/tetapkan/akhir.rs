//! What a round comes to: its kept inputs and plan, and who finally sits where.

use crate::berkas;
use crate::isi::{Penyimpangan, Pilihan};
use crate::rule::rencana::Tanda;
use crate::rule::{Beku, Hasil, Rencana, akhir, sidik};
use host::{Hall, Problem};
use std::sync::{Arc, Mutex};

/// Inputs, plan, and seats.
#[derive(Clone, Debug)]
pub struct Akhir {
    /// Frozen inputs.
    pub beku: Arc<Beku>,
    /// The plan worked out from them.
    pub hasil: Arc<Hasil>,
    /// Who sits in each seat, deviations and choices laid over it.
    pub duduk: Vec<Option<u32>>,
}

/// Reads it.
///
/// # Errors
/// No plan stands, or a kept file cannot be read.
pub fn akhir(hall: &Hall, rencana: &Rencana) -> Result<Akhir, Problem> {
    let (Some(kunci), Some(plan)) = (&rencana.kunci, &rencana.perhitungan) else {
        let sentence = "Rencana ini belum dihitung. Kunci datanya, lalu hitung.";
        return Err(Problem::Refused("PNP-75", sentence.into()));
    };
    let beku = berkas::baca::<Beku>(hall, &kunci.sidik)?;
    let hasil = berkas::baca::<Hasil>(hall, &plan.sidik)?;
    let duduk = dengan(&plan.sidik, &rencana.penyimpangan, &rencana.pilihan, &beku, &hasil);
    Ok(Akhir { beku, hasil, duduk })
}

/// Arrangements kept in memory: of a province one takes some tens of kilobytes.
const KEPT: usize = 16;

/// An arrangement by the name of what it follows from.
type Tersusun = (String, Vec<Option<u32>>);

static INGATAN: Mutex<Vec<Tersusun>> = Mutex::new(Vec::new());

/// As [`akhir::dengan`]. Where everybody is seated anew a plan is worked out, once for the same decisions: every page of
/// a round asks for it.
pub(super) fn dengan(
    rencana: &str,
    penyimpangan: &[(Penyimpangan, Tanda)],
    pilihan: &[(Pilihan, Tanda)],
    beku: &Beku,
    hasil: &Hasil,
) -> Vec<Option<u32>> {
    if !penyimpangan.iter().any(|(p, _)| p.susun_ulang) {
        return akhir::dengan(penyimpangan, pilihan, beku, hasil);
    }
    let steps = akhir::langkah(penyimpangan, pilihan, beku);
    let name = sidik(format!("{rencana} {steps:?}").as_bytes());
    {
        let mut kept = INGATAN.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(at) = kept.iter().position(|one| one.0 == name) {
            let found = kept.remove(at);
            let duduk = found.1.clone();
            kept.insert(0, found);
            return duduk;
        }
    }
    let duduk = akhir::atur(beku, &hasil.duduk, &steps);
    let mut kept = INGATAN.lock().unwrap_or_else(|e| e.into_inner());
    kept.insert(0, (name, duduk.clone()));
    kept.truncate(KEPT);
    duduk
}
