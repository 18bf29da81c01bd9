//! What was judged, recorded: some hundred entries a transaction, each of them whole or not at all.

use super::{Ask, Entri, Pemeriksaan};
use host::naskah;
use host::record::{Draft, Unrecorded};

/// Entries that share a transaction: few enough that officers at their screens do not wait.
const TOGETHER: usize = 200;

/// What was recorded.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Simpanan {
    /// Entries.
    pub entri: u64,
    /// Lines they hold.
    pub rows: u64,
}

/// Records every entry of a judged file. What somebody changed meanwhile joins the refused lines. `each` hears
/// how many entries are done.
///
/// # Errors
/// When storage fails; what was recorded before stays, and the same file again records the rest.
pub fn simpan(ask: &Ask<'_>, check: &mut Pemeriksaan, mut each: impl FnMut(u64)) -> store::Result<Simpanan> {
    let mut done = Simpanan::default();
    let mut seen = 0;
    let entri = std::mem::take(&mut check.entri);
    for batch in entri.chunks(TOGETHER) {
        for path in batch.iter().filter_map(|e| e.naskah.as_deref()) {
            kept(ask, path, batch)?;
        }
        let drafts: Vec<Draft> = batch.iter().map(|e| e.draft.clone()).collect();
        for (entri, answer) in batch.iter().zip(ask.hall.record_all(&drafts)?) {
            let reason = match answer {
                Ok(_) => {
                    done.entri += 1;
                    done.rows += entri.rows.len() as u64;
                    continue;
                }
                Err(Unrecorded::Moved) => {
                    "Catatan pegawai ini berubah selama berkas diperiksa. Kirim ulang baris ini.".to_owned()
                }
                Err(Unrecorded::Taken(field)) => {
                    format!("{} ini sudah dipakai pegawai lain di sini.", field.info().label)
                }
                Err(Unrecorded::Failed(e)) => return Err(e),
            };
            check.refused.extend(entri.rows.iter().map(|row| (*row, reason.clone())));
        }
        seen += batch.len() as u64;
        each(seen);
    }
    check.entri = entri;
    Ok(done)
}

/// Keeps a paper before the entry that names it; it must still be the one that was judged.
fn kept(ask: &Ask<'_>, path: &std::path::Path, batch: &[Entri]) -> store::Result<()> {
    let berkas = &ask.hall.node.berkas;
    let temporary = berkas.temporary()?;
    std::fs::copy(path, temporary.path())?;
    let hash = naskah::keep(berkas, temporary.path())?;
    let same = |e: &Entri| {
        e.naskah.as_deref() != Some(path)
            || e.draft.document.berkas.map(|h| store::derive::hex(&h)) == hash.clone().ok()
    };
    if batch.iter().all(same) {
        return Ok(());
    }
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Err(store::Error::Refused(format!("Naskah {name} berubah sesudah diperiksa. Ulangi dari awal.")))
}
