//! What a round comes to: its kept inputs and plan, and who finally sits where.

use crate::berkas;
use crate::rule::{Beku, Hasil, Rencana, akhir};
use host::{Hall, Problem};
use std::sync::Arc;

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
    let duduk = akhir::susunan(rencana, &beku, &hasil);
    Ok(Akhir { beku, hasil, duduk })
}
