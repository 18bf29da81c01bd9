//! A pack as one file: its texts, its hash, the day it becomes active, and who vouches for it. The
//! signature is over a short text that names all three; checking it against keys is the host's part.

use crate::pack;
use kernel::Date;
use serde_json::{Value as Json, json};

/// What a file may be at most.
const BYTES: usize = 64 << 20;
/// Braces and brackets in it, those of the law included; the national pack has some thousands.
const PIECES: usize = 100_000;
const FORMAT: &str = "sinergi-paket-1";

/// A pack as one file.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// Files of the law as (path, text), golden cases included.
    pub files: Vec<(String, String)>,
    /// The day from which a node that holds it follows it.
    pub aktif_sejak: Date,
    /// Laid over the pack that is followed by then, instead of replacing it: a region's own acts.
    pub lapisan: bool,
    /// Public keys and signatures.
    pub tanda_tangan: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Bundle {
    /// The text that is signed.
    pub fn pernyataan(&self) -> String {
        let hash = crate::json::hex(&pack::hash(&self.files));
        let kind = if self.lapisan { "lapisan" } else { "paket" };
        format!("{FORMAT}\n{kind} {hash}\naktif sejak {}\n", self.aktif_sejak)
    }

    /// The file, the same bytes for the same content.
    pub fn write(&self) -> String {
        let mut files = self.files.clone();
        files.sort();
        let berkas: Vec<Json> =
            files.iter().map(|(path, text)| json!({ "jalur": path, "isi": text })).collect();
        let signatures: Vec<Json> = self
            .tanda_tangan
            .iter()
            .map(|(key, signature)| json!({ "kunci": digits(key), "nilai": digits(signature) }))
            .collect();
        let whole = json!({
            "bentuk": FORMAT,
            "aktif_sejak": self.aktif_sejak.to_string(),
            "lapisan": self.lapisan,
            "sidik": crate::json::hex(&pack::hash(&self.files)),
            "tanda_tangan": signatures,
            "berkas": berkas,
        });
        let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a file.
    ///
    /// # Errors
    /// An Indonesian sentence.
    pub fn read(text: &str) -> Result<Bundle, String> {
        if text.len() > BYTES {
            return Err(format!("berkas paket lebih besar dari {} MiB.", BYTES >> 20));
        }
        // Every part of a value takes many times its letters; a pack is a few long texts.
        if text.bytes().filter(|b| matches!(b, b'{' | b'[')).count() > PIECES {
            return Err("berkas ini bukan paket peraturan (terlalu banyak bagian).".to_owned());
        }
        let whole: Json = serde_json::from_str(text)
            .map_err(|_| "berkas ini bukan paket peraturan (bukan JSON).".to_owned())?;
        if whole["bentuk"] != FORMAT {
            return Err(format!("bentuk paket tidak dikenal; program ini membaca {FORMAT}."));
        }
        let broken = |what: &str| format!("paket rusak: {what} tidak terbaca.");
        let day = whole["aktif_sejak"].as_str().and_then(Date::parse).ok_or_else(|| broken("aktif_sejak"))?;
        let list = |key: &str| whole[key].as_array().cloned().ok_or_else(|| broken(key));
        let mut files = Vec::new();
        for file in list("berkas")? {
            let (Some(path), Some(body)) = (file["jalur"].as_str(), file["isi"].as_str()) else {
                return Err(broken("berkas"));
            };
            files.push((path.to_owned(), body.to_owned()));
        }
        let mut tanda_tangan = Vec::new();
        for one in list("tanda_tangan")? {
            let part = |key: &str| one[key].as_str().and_then(bytes).ok_or_else(|| broken("tanda_tangan"));
            tanda_tangan.push((part("kunci")?, part("nilai")?));
        }
        let lapisan = whole["lapisan"].as_bool().unwrap_or(false);
        let bundle = Bundle { files, aktif_sejak: day, lapisan, tanda_tangan };
        if whole["sidik"] != crate::json::hex(&pack::hash(&bundle.files)) {
            return Err("paket rusak: isinya tidak cocok dengan sidiknya.".to_owned());
        }
        Ok(bundle)
    }
}

impl Bundle {
    /// The files of the pack it makes where these are followed.
    pub fn di_atas(&self, below: &[(String, String)]) -> Vec<(String, String)> {
        if self.lapisan { laid_over(below, &self.files) } else { self.files.clone() }
    }
}

/// Files with others laid over them: same path replaces, other paths are added. The head and the
/// vocabulary stay those below.
pub fn laid_over(below: &[(String, String)], above: &[(String, String)]) -> Vec<(String, String)> {
    let own = |path: &str| matches!(path, "paket.toml" | "kosakata.toml");
    let acts: Vec<(String, String)> = above.iter().filter(|f| !own(&f.0)).cloned().collect();
    let mut files = crate::andaikan::tumpang(below, &acts);
    files.sort();
    files
}

/// Hexadecimal digits.
pub fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |text, byte| text + &format!("{byte:02x}"))
}

/// Back from them.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    if text.len() % 2 == 1 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}
