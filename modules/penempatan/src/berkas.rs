//! Frozen inputs and plans as kept files, and the last ones read in memory: they are named by their hash, so what
//! lies in memory is what the journal speaks of.

use crate::rule::{Beku, Hasil, Tolak, sidik};
use host::{Hall, Problem};
use std::io::ErrorKind;
use std::sync::{Arc, Mutex};

/// Something kept as a file.
pub trait Tersimpan: Sized + 'static {
    /// The file.
    fn tulis(&self) -> Vec<u8>;

    /// From the file.
    ///
    /// # Errors
    /// When it is not as it was written.
    fn baca(bytes: &[u8]) -> Result<Self, Tolak>;

    /// The last ones read.
    fn ingatan() -> &'static Ingatan<Self>;
}

/// The last ones read, newest first.
pub struct Ingatan<T>(Mutex<Vec<(String, Arc<T>)>>);

/// How many of a sort stay in memory: a round of a province takes some tens of megabytes.
const KEPT: usize = 4;

impl<T> Ingatan<T> {
    const fn new() -> Ingatan<T> {
        Ingatan(Mutex::new(Vec::new()))
    }

    fn ambil(&self, sidik: &str) -> Option<Arc<T>> {
        let mut kept = self.0.lock().unwrap_or_else(|e| e.into_inner());
        let at = kept.iter().position(|one| one.0 == sidik)?;
        let found = kept.remove(at);
        let one = found.1.clone();
        kept.insert(0, found);
        Some(one)
    }

    fn taruh(&self, sidik: &str, one: Arc<T>) {
        let mut kept = self.0.lock().unwrap_or_else(|e| e.into_inner());
        kept.retain(|other| other.0 != sidik);
        kept.insert(0, (sidik.to_owned(), one));
        kept.truncate(KEPT);
    }
}

impl Tersimpan for Beku {
    fn tulis(&self) -> Vec<u8> {
        Beku::tulis(self)
    }

    fn baca(bytes: &[u8]) -> Result<Beku, Tolak> {
        Beku::baca(bytes)
    }

    fn ingatan() -> &'static Ingatan<Beku> {
        static KEPT: Ingatan<Beku> = Ingatan::new();
        &KEPT
    }
}

impl Tersimpan for Hasil {
    fn tulis(&self) -> Vec<u8> {
        Hasil::tulis(self)
    }

    fn baca(bytes: &[u8]) -> Result<Hasil, Tolak> {
        Hasil::baca(bytes)
    }

    fn ingatan() -> &'static Ingatan<Hasil> {
        static KEPT: Ingatan<Hasil> = Ingatan::new();
        &KEPT
    }
}

/// Keeps inputs or a plan: their SHA-256, in hexadecimal.
///
/// # Errors
/// When the disk fails.
pub fn simpan<T: Tersimpan>(hall: &Hall, one: &T) -> Result<String, Problem> {
    simpan_bita(hall, &one.tulis())
}

/// Keeps bytes as they are: their SHA-256, in hexadecimal.
///
/// # Errors
/// When the disk fails.
pub fn simpan_bita(hall: &Hall, bytes: &[u8]) -> Result<String, Problem> {
    let berkas = &hall.node.berkas;
    let made = berkas.temporary().and_then(|file| {
        std::fs::write(file.path(), bytes)?;
        berkas.keep(file.path())
    });
    Ok(store::derive::hex(&made.map_err(store::Error::from)?))
}

/// Bytes by their SHA-256.
///
/// # Errors
/// When the file is not there, or not as it was kept; when the disk fails.
pub fn baca_bita(hall: &Hall, stated: &str) -> Result<Vec<u8>, Problem> {
    let bytes = bita(hall, stated)?;
    if sidik(&bytes) == stated { Ok(bytes) } else { Err(berubah(stated)) }
}

fn bita(hall: &Hall, stated: &str) -> Result<Vec<u8>, Problem> {
    let hash = kernel::typed::from_hex(stated).ok_or(Problem::NotFound)?;
    match std::fs::read(hall.node.berkas.path(&hash)) {
        Ok(bytes) => Ok(bytes),
        Err(e) if e.kind() == ErrorKind::NotFound => Err(hilang(stated)),
        Err(e) => Err(store::Error::from(e).into()),
    }
}

/// Inputs or a plan by their SHA-256.
///
/// # Errors
/// When the file is not there, or not as it was kept; when the disk fails.
pub fn baca<T: Tersimpan>(hall: &Hall, stated: &str) -> Result<Arc<T>, Problem> {
    if let Some(found) = T::ingatan().ambil(stated) {
        return Ok(found);
    }
    let bytes = bita(hall, stated)?;
    let refused = |Tolak(code, said)| Problem::Refused(code, said);
    let one = Arc::new(T::baca(&bytes).map_err(refused)?);
    if sidik(&bytes) != stated {
        return Err(berubah(stated));
    }
    T::ingatan().taruh(stated, one.clone());
    Ok(one)
}

fn berubah(stated: &str) -> Problem {
    let short = stated.get(..12).unwrap_or(stated);
    let said = format!(
        "Berkas tersimpan {short}… isinya tidak sama dengan yang dicatat jurnal. Pulihkan dari cadangan."
    );
    Problem::Refused("HITUNG-10", said)
}

fn hilang(stated: &str) -> Problem {
    let short = stated.get(..12).unwrap_or(stated);
    let said = format!("Berkas tersimpan {short}… tidak ada pada simpul ini. Pulihkan dari cadangan.");
    Problem::Refused("HITUNG-11", said)
}
