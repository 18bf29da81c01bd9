//! Competency standards of an instansi's posts: imported from its documents, each import an entry of its journal that
//! names the kept file; what a post asks for now is the last document that says it.

use crate::isi::hari;
use crate::rule::profil::{Profil, urai};
use host::Hall;
use host::ingatan::Lipatan;
use kernel::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use store::peristiwa::{self, Peristiwa};

/// The sort of thing these events are about; which one is the instansi.
pub const POKOK: &str = "profil_jabatan";

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "snake_case")]
pub enum Isi {
    /// A document's standards were imported.
    Diimpor(Impor),
    /// A post is critical for succession from here on, or is not any more.
    Kritis {
        /// The post.
        pos: String,
        /// Whether it is.
        kritis: bool,
        /// Why.
        alasan: String,
    },
}

/// An import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Impor {
    /// Number of the document that sets the standards.
    pub nomor: String,
    /// Its date.
    #[serde(with = "hari")]
    pub tanggal: Date,
    /// Name of the uploaded file.
    pub berkas: String,
    /// SHA-256 of the uploaded file, in hexadecimal.
    pub asal: String,
    /// SHA-256 of the kept profiles, in hexadecimal.
    pub sidik: String,
    /// How many posts it says something of.
    pub pos: usize,
}

impl Isi {
    /// The word of the journal, and the particulars as JSON.
    pub fn tulis(&self) -> (&'static str, String) {
        let value = serde_json::to_value(self).unwrap_or_default();
        let word = match self {
            Isi::Diimpor(_) => "diimpor",
            Isi::Kritis { .. } => "kritis",
        };
        (word, value.get("isi").map_or_else(|| "{}".to_owned(), ToString::to_string))
    }

    /// Back from them; `None` for what this program does not know.
    pub fn baca(jenis: &str, isi: &str) -> Option<Isi> {
        let content: serde_json::Value = serde_json::from_str(isi).ok()?;
        serde_json::from_value(serde_json::json!({ "jenis": jenis, "isi": content })).ok()
    }
}

/// Who recorded something, and when.
#[derive(Clone, Debug)]
pub struct Tercatat<T> {
    /// What.
    pub isi: T,
    /// Full name and role.
    pub oleh: String,
    /// When (dicatat).
    pub pada: kernel::Stamp,
}

/// What an instansi's journal says of its standards.
#[derive(Debug)]
pub struct Standar {
    /// The instansi.
    pub instansi: String,
    /// Imports, oldest first.
    pub impor: Vec<Tercatat<Impor>>,
    /// Critical posts.
    pub kritis: BTreeSet<String>,
    /// Profiles, once their files were read.
    profil: Mutex<Option<Arc<Profil>>>,
}

impl Lipatan for Standar {
    const POKOK: &'static str = POKOK;

    fn lipat(id: &str, events: Vec<Peristiwa>) -> Option<Standar> {
        let mut made = Standar {
            instansi: id.to_owned(),
            impor: Vec::new(),
            kritis: BTreeSet::new(),
            profil: Mutex::default(),
        };
        // Only the instansi itself says what its posts ask for.
        for event in events.into_iter().filter(|e| e.instansi == id) {
            match Isi::baca(&event.jenis, &event.isi) {
                Some(Isi::Diimpor(impor)) => {
                    made.impor.push(Tercatat { isi: impor, oleh: event.by, pada: event.recorded });
                }
                Some(Isi::Kritis { pos, kritis: true, .. }) => drop(made.kritis.insert(pos)),
                Some(Isi::Kritis { pos, .. }) => drop(made.kritis.remove(&pos)),
                None => {}
            }
        }
        Some(made)
    }
}

/// What the journal of an instansi says; `None` when nothing was imported or marked yet.
///
/// # Errors
/// When storage fails.
pub fn standar(hall: &Hall, instansi: &str) -> store::Result<Option<Arc<Standar>>> {
    Ok(hall.lipatan::<Standar>()?.into_iter().find(|s| s.instansi == instansi))
}

/// Profiles of an instansi's posts as they stand now: later documents replace earlier ones, post by post.
///
/// # Errors
/// When storage fails, or a kept file is gone or altered.
pub fn baca(hall: &Hall, instansi: &str) -> store::Result<Arc<Profil>> {
    let Some(standar) = standar(hall, instansi)? else { return Ok(Arc::default()) };
    let mut kept = standar.profil.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(known) = kept.as_ref() {
        return Ok(known.clone());
    }
    let mut profil = Profil::new();
    for one in &standar.impor {
        profil.extend(berkas(hall, &one.isi.sidik)?);
    }
    let made = Arc::new(profil);
    *kept = Some(made.clone());
    Ok(made)
}

fn berkas(hall: &Hall, sidik: &str) -> store::Result<Profil> {
    let broken = |why: &str| store::Error::Corrupt(format!("standar kompetensi jabatan {sidik}: {why}"));
    let hash = kernel::typed::from_hex(sidik).ok_or_else(|| broken("sidik tidak dikenali"))?;
    let text = std::fs::read_to_string(hall.node.berkas.path(&hash))?;
    if store::berkas::sha256(text.as_bytes()) != hash {
        return Err(broken("berkas tidak sama dengan sidiknya"));
    }
    urai(&text).ok_or_else(|| broken("isi tidak terbaca"))
}

/// An event about to be recorded.
pub fn baru(instansi: &str, isi: &Isi) -> peristiwa::Baru {
    let (jenis, text) = isi.tulis();
    peristiwa::Baru { pokok: POKOK, pokok_id: instansi.to_owned(), jenis, isi: text }
}
