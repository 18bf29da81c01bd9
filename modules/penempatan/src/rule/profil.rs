//! What a post asks for: its competency standard (standar kompetensi jabatan), as documents of the instansi say it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a post asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfilPos {
    /// Least level of education, by BKN's code; 0 when none is asked.
    pub pendidikan: u8,
    /// Fields of study; any of them. None: every field.
    pub bidang: Vec<Box<str>>,
    /// Competences: folded name, and the standard in hundredths. In order of the file.
    pub kompetensi: Vec<(Box<str>, i64)>,
    /// The same competences as the document calls them, in the same order.
    pub nama: Vec<Box<str>>,
    /// The document: number and date.
    pub dokumen: Box<str>,
}

/// Profiles by id of the post.
pub type Profil = BTreeMap<String, ProfilPos>;

/// As it is kept.
pub fn tulis(profil: &Profil) -> String {
    // Strings and numbers only: nothing of it cannot be written.
    serde_json::to_string(profil).unwrap_or_default()
}

/// Back from that; `None` when it is none.
pub fn urai(text: &str) -> Option<Profil> {
    serde_json::from_str(text).ok()
}

mod berkas;

pub use berkas::{Baris, Cari, KOLOM, PosDikenal, Salah, susun};

/// What an import would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beda {
    /// Posts that had no profile.
    pub baru: Vec<String>,
    /// Posts whose profile becomes another.
    pub berubah: Vec<String>,
    /// Posts whose profile stays what it is; only its document is another.
    pub tetap: Vec<String>,
}

/// What stands now beside what comes in.
pub fn beda(kini: &Profil, masuk: &Profil) -> Beda {
    let mut beda = Beda::default();
    for (pos, new) in masuk {
        let list = match kini.get(pos) {
            None => &mut beda.baru,
            Some(old) if sama(old, new) => &mut beda.tetap,
            Some(_) => &mut beda.berubah,
        };
        list.push(pos.clone());
    }
    beda
}

fn sama(a: &ProfilPos, b: &ProfilPos) -> bool {
    a.pendidikan == b.pendidikan && a.bidang == b.bidang && a.kompetensi == b.kompetensi
}

/// A number in hundredths as people write it: `3`, `2,5`.
pub fn angka(ratusan: i64) -> String {
    let text = format!("{},{:02}", ratusan / 100, ratusan % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}
