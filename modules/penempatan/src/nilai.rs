//! Results of assessments: the last one of every competence, for everybody of a world.

use host::{Hall, PerWorld, World};
use kernel::search::fold_text;
use kernel::{AsOf, Date, Field, Kind, Ledger, PegawaiId, Snapshot};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// What the last assessments of somebody say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Penilaian {
    /// Day of the newest of them.
    pub hari: Option<Date>,
    /// Each competence: folded name, score in hundredths, and the standard it was measured against (0: none stated).
    pub kompetensi: Vec<(Box<str>, i64, i64)>,
    /// The document of the newest.
    pub dokumen: Box<str>,
}

impl Penilaian {
    /// The score of a competence by its folded name.
    pub fn skor(&self, nama: &str) -> Option<i64> {
        self.kompetensi.iter().find(|k| &*k.0 == nama).map(|k| k.1)
    }

    /// Reached and asked for, each reached level at most what was asked: what a job person match is made of.
    pub fn jpm(&self) -> Option<(i64, i64)> {
        let asked = self.kompetensi.iter().filter(|k| k.2 > 0);
        let (reached, wanted) = asked.fold((0, 0), |(r, w), k| (r + k.1.clamp(0, k.2), w + k.2));
        (wanted > 0).then_some((reached, wanted))
    }
}

/// By person.
pub type Nilai = HashMap<PegawaiId, Penilaian>;

static KEPT: PerWorld<Mutex<Option<Arc<Nilai>>>> = PerWorld::new();

/// Of everybody in a world: one statement, kept as long as the world is served.
///
/// # Errors
/// When storage fails; nothing is kept then.
pub fn baca(hall: &Hall, world: &Arc<World>) -> store::Result<Arc<Nilai>> {
    let kept = KEPT.get(world, |_| Mutex::default());
    let mut kept = kept.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(known) = kept.as_ref() {
        return Ok(known.clone());
    }
    let all = hall.with(|conn| store::people::of_kind(conn, Kind::PenilaianKompetensi))?;
    let read = all.into_iter().map(|(id, ledger)| (id, satu(&ledger, world.as_of)));
    let made: Arc<Nilai> = Arc::new(read.filter(|(_, p)| !p.kompetensi.is_empty()).collect());
    *kept = Some(made.clone());
    Ok(made)
}

/// From everything recorded about somebody: of each competence the newest that still holds.
pub fn satu(ledger: &Ledger, as_of: AsOf) -> Penilaian {
    let snapshot = Snapshot::of_kind(ledger, Kind::PenilaianKompetensi, as_of);
    let mut made = Penilaian::default();
    let mut days: Vec<Option<Date>> = Vec::new();
    for row in snapshot.several(Kind::PenilaianKompetensi) {
        let fact = &row.fact;
        let name = fold_text(fact.text(Field::KompetensiNama).unwrap_or(""));
        let number = |field| fact.get(field).and_then(kernel::Value::as_int);
        let Some(score) = number(Field::KompetensiSkor).filter(|_| !name.is_empty()) else { continue };
        let one = (name.into_boxed_str(), score, number(Field::KompetensiStandar).unwrap_or(0));
        match made.kompetensi.iter().position(|k| k.0 == one.0) {
            Some(at) if days[at] > fact.tmt => continue,
            Some(at) => (made.kompetensi[at], days[at]) = (one, fact.tmt),
            None => {
                made.kompetensi.push(one);
                days.push(fact.tmt);
            }
        }
        if made.hari <= fact.tmt {
            let document = &ledger.head(row).document;
            made.hari = fact.tmt;
            made.dokumen = format!("{} {}", document.jenis, document.nomor).into();
        }
    }
    made
}
