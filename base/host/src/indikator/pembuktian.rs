//! Proof: a stored figure worked out again from the journals as they stood.

use super::deret::{self, Pengukuran};
use super::hitung::{self, Sel};
use crate::hall::Hall;
use kernel::{AsOf, Date};
use store::Result;

/// What comparing a stored figure with the journals came to.
#[derive(Clone, Debug)]
pub struct Pembuktian {
    /// The stored row.
    pub tersimpan: Pengukuran,
    /// Its figure.
    pub dulu: Sel,
    /// The figure worked out again.
    pub kini: Sel,
    /// Hash of the row worked out again.
    pub sidik: String,
    /// What stands in the way of the comparison, or explains a difference.
    pub catatan: Vec<String>,
}

impl Pembuktian {
    /// Whether the figure is the same.
    pub fn sama(&self) -> bool {
        self.dulu == self.kini
    }
}

/// Works a stored figure out again; `None` when that day of that instansi, or that indicator of it, was never
/// stored.
///
/// # Errors
/// When storage fails, or a stored row cannot be read.
pub fn buktikan(hall: &Hall, kode: &str, instansi: &str, berlaku: Date) -> Result<Option<Pembuktian>> {
    let rows = deret::pada(hall, berlaku)?;
    let Some(tersimpan) = rows.into_iter().find(|row| row.instansi == instansi) else { return Ok(None) };
    let Some(dulu) = tersimpan.nilai.get(kode).cloned() else { return Ok(None) };
    let mut catatan = positions(hall, &tersimpan)?;
    let world = hall.at(AsOf { effective: berlaku, known: tersimpan.diketahui })?;
    let matriks = hitung::ukur_semua(hall, &world)?;
    if law::json::hex(&matriks.paket) != tersimpan.paket {
        catatan.push("Paket peraturan sekarang lain daripada saat angka ini disimpan.".to_owned());
    }
    let kini = matriks.sel(kode, instansi).cloned();
    let kini = kini.unwrap_or_else(|| Sel::belum("Indikator ini tidak ada lagi pada katalog."));
    Ok(Some(Pembuktian { dulu, kini, sidik: matriks.sidik(instansi), tersimpan, catatan }))
}

/// Journals whose stored position is not where that moment cuts them.
fn positions(hall: &Hall, row: &Pengukuran) -> Result<Vec<String>> {
    hall.with(|conn| {
        let mut odd = Vec::new();
        for (instansi, size) in &row.posisi {
            let last = store::people::recorded_at(conn, instansi, size - 1)?;
            let next = store::people::recorded_at(conn, instansi, *size)?;
            let inside = last.is_none_or(|at| at <= row.diketahui) && (*size == 0 || last.is_some());
            if !inside || next.is_some_and(|at| at <= row.diketahui) {
                odd.push(format!("Posisi jurnal {instansi} pada {size} entri tidak cocok dengan waktunya."));
            }
        }
        Ok(odd)
    })
}
