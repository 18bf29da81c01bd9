//! Which pack a node follows on which day: the one it was built with until a signed one becomes
//! active. What is not signed by a key the node lists is refused, and the running one stays.

use crate::hukum::Hukum;
use kernel::Date;
use law::bundle::{Bundle, bytes, laid_over};
use std::path::Path;
use std::sync::Arc;

/// Where a node lists keys it trusts with the law, one public key in hexadecimal a line.
pub const KEYS: &str = "kunci-paket";

/// Files of a pack, as (path, text).
pub type Files = Arc<[(String, String)]>;

/// Packs by the day from which they are followed.
pub struct Jadwal {
    bawaan: Arc<Hukum>,
    kemudian: Vec<Kemudian>,
}

/// A pack with the day from which it is followed.
struct Kemudian {
    sejak: Date,
    hukum: Arc<Hukum>,
    files: Files,
}

/// The files the program was built with.
fn own() -> Vec<(String, String)> {
    law::pack::BUNDLED.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect()
}

impl Jadwal {
    /// Only what the program was built with.
    pub fn bawaan() -> Jadwal {
        Jadwal { bawaan: Hukum::bundled(), kemudian: Vec::new() }
    }

    /// With these bundles besides, each followed from its day, those laid over others included.
    ///
    /// # Errors
    /// Sentences: which bundle is not signed by a trusted key, or what is wrong in it.
    pub fn with(bundles: Vec<Bundle>, trusted: &[Vec<u8>]) -> Result<Jadwal, Vec<String>> {
        let mut jadwal = Jadwal::bawaan();
        for bundle in &bundles {
            let text = bundle.pernyataan();
            let vouched = bundle.tanda_tangan.iter().any(|(key, signature)| {
                trusted.contains(key) && store::key::verify(key, text.as_bytes(), signature)
            });
            if !vouched {
                return Err(vec![format!(
                    "Paket yang aktif sejak {} tidak ditandatangani kunci yang dipercaya simpul ini. Tanda tangani dengan \
                     `sinergi paket tanda-tangan`, atau tulis kunci publiknya dalam berkas {KEYS} di folder data.",
                    bundle.aktif_sejak.dmy()
                )]);
            }
        }
        let mut days: Vec<Date> = bundles.iter().map(|b| b.aktif_sejak).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            let followed = |b: &&Bundle| b.aktif_sejak <= day;
            let whole = bundles.iter().filter(followed).filter(|b| !b.lapisan).max_by_key(|b| b.aktif_sejak);
            let mut files = whole.map_or_else(own, |b| b.files.clone());
            let mut over: Vec<&Bundle> = bundles.iter().filter(followed).filter(|b| b.lapisan).collect();
            over.sort_by_key(|b| b.aktif_sejak);
            for bundle in over {
                files = laid_over(&files, &bundle.files);
            }
            let hukum = law::Pack::load(&files).and_then(Hukum::new)?;
            jadwal.kemudian.push(Kemudian { sejak: day, hukum: Arc::new(hukum), files: files.into() });
        }
        Ok(jadwal)
    }

    /// The law followed on a day.
    pub fn pada(&self, day: Date) -> Arc<Hukum> {
        self.followed(day).map_or(&self.bawaan, |k| &k.hukum).clone()
    }

    /// The files of that law: what a draft is laid over.
    pub fn files(&self, day: Date) -> Files {
        self.followed(day).map_or_else(|| own().into(), |k| k.files.clone())
    }

    fn followed(&self, day: Date) -> Option<&Kemudian> {
        self.kemudian.iter().rev().find(|k| k.sejak <= day)
    }

    /// Packs that will be followed later, with their first day.
    pub fn akan_datang(&self, today: Date) -> impl Iterator<Item = (Date, &Arc<Hukum>)> {
        self.kemudian.iter().filter(move |k| k.sejak > today).map(|k| (k.sejak, &k.hukum))
    }
}

/// Keys a node trusts with the law: its own and those it lists.
///
/// # Errors
/// A sentence naming the line that is no key.
pub fn trusted(folder: &Path, own: Option<[u8; 32]>) -> Result<Vec<Vec<u8>>, String> {
    let mut keys: Vec<Vec<u8>> = own.into_iter().map(|k| k.to_vec()).collect();
    let path = folder.join(KEYS);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(keys),
        Err(e) => return Err(format!("{} tidak dapat dibaca ({e}).", path.display())),
    };
    for (n, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or("").trim();
        if line.is_empty() {
            continue;
        }
        match bytes(line).filter(|k| k.len() == 32) {
            Some(key) => keys.push(key),
            None => {
                return Err(format!(
                    "{} baris {}: bukan kunci publik (64 angka heksadesimal).",
                    path.display(),
                    n + 1
                ));
            }
        }
    }
    Ok(keys)
}
