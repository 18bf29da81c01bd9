//! A draft as somebody brings it: a pack in one file, or the file of a single act. Read as text and laid
//! over a pack; nothing of it is trusted.

use crate::bundle::Bundle;
use crate::reader::{At, Complaints, Source};

/// The text of a single act may have so many bytes.
pub const AKTA_BYTES: usize = 1 << 20;
/// A draft of any kind.
pub const BYTES: usize = 8 << 20;
/// Letters of the id of an act, which is the name of its folder.
const ID: usize = 60;
/// Folders of a pack that hold no act.
const NO_ACT: [&str; 3] = ["tabel", "kasus", "pasal"];

/// A draft.
#[derive(Clone, Debug)]
pub enum Rancangan {
    /// A pack in one file.
    Paket(Bundle),
    /// The file `akta.toml` of one act: its id and its text.
    Akta(String, String),
}

impl Rancangan {
    /// From its text. `name` is what the file is called where complaints name a place.
    ///
    /// # Errors
    /// Sentences; those about the content name file and line.
    pub fn read(name: &str, text: &str) -> Result<Rancangan, Vec<String>> {
        if text.len() > BYTES {
            return Err(vec![format!("Berkas lebih besar dari {} MiB.", BYTES >> 20)]);
        }
        if text.contains('\0') {
            return Err(vec!["Berkas ini bukan teks.".to_owned()]);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim_start().starts_with('{') {
            let bundle = Bundle::read(text).map_err(|sentence| vec![format!("{name}: {sentence}")])?;
            let odd = bundle.files.iter().map(|f| f.0.as_str()).filter(|path| !inside(path));
            let told: Vec<String> =
                odd.map(|path| format!("{path}: jalur ini tidak di dalam paket.")).collect();
            return if told.is_empty() { Ok(Rancangan::Paket(bundle)) } else { Err(told) };
        }
        if text.len() > AKTA_BYTES {
            return Err(vec![format!("Berkas akta lebih besar dari {} MiB.", AKTA_BYTES >> 20)]);
        }
        act(name, text)
    }

    /// The files of the pack it makes where these are followed.
    pub fn di_atas(&self, below: &[(String, String)]) -> Vec<(String, String)> {
        match self {
            Rancangan::Paket(bundle) => bundle.di_atas(below),
            Rancangan::Akta(id, text) => {
                crate::andaikan::tumpang(below, &[(format!("{id}/akta.toml"), text.clone())])
            }
        }
    }
}

/// Whether a path stays below the folder of its pack.
fn inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(['\\', ':'])
}

fn act(name: &str, text: &str) -> Result<Rancangan, Vec<String>> {
    let complaints = Complaints::default();
    let source = Source::new(name, text, &complaints);
    let id = source.table(text).and_then(|root| {
        let part = source.part(root.get_ref(), 0);
        let act = part.table("akta");
        if act.is_none() {
            part.complain("bagian [akta] tidak ada: berkas ini bukan akta.");
        }
        act?.need("id")
    });
    let folder = |id: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
        id.len() <= ID && id.bytes().all(plain) && !id.starts_with('.') && !NO_ACT.contains(&id)
    };
    match id {
        Some(id) if folder(&id.text) => Ok(Rancangan::Akta(id.text.to_string(), text.to_owned())),
        Some(id) => {
            let at: At = id.at;
            let rule = "harus huruf, angka, garis hubung, atau titik, paling panjang";
            complaints.add(&at, format!("id akta {rule} {ID}."));
            Err(complaints.into_list())
        }
        None => Err(complaints.into_list()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_draft_is_refused_with_its_place() {
        let deep = format!("x = {}1{}", "[".repeat(5_000), "]".repeat(5_000));
        let json = format!("{{\"bentuk\":{}", "[".repeat(100_000));
        let long = "# panjang\n".repeat(AKTA_BYTES / 8);
        // isi · potongan kalimat
        for (text, said) in [
            ("", "bagian [akta] tidak ada"),
            ("a = ", "r.toml baris 1: berkas ini bukan TOML"),
            ("\n\n[akta]\nid = 5\n", "r.toml baris 4: `id` harus berisi teks"),
            ("[akta]\n", "`id` belum ditulis"),
            ("[akta]\nid = \"../../etc\"\n", "r.toml baris 2: id akta harus huruf"),
            ("[akta]\nid = \"kasus\"\n", "id akta harus huruf"),
            ("[akta]\nid = \".tersembunyi\"\n", "id akta harus huruf"),
            ("[akta]\nid = \"A\"\0", "bukan teks"),
            ("{}", "bentuk paket tidak dikenal"),
            (&deep, "r.toml baris 1"),
            (&json, "bukan paket peraturan"),
            (&long, "lebih besar dari 1 MiB"),
        ] {
            let wrong = Rancangan::read("r.toml", text).err().unwrap_or_default().join("; ");
            let start: String = text.chars().take(40).collect();
            assert!(wrong.contains(said), "{start}: {wrong}");
        }
    }

    #[test]
    fn a_path_stays_inside_its_pack() {
        for (path, wanted) in [
            ("PP-1/akta.toml", true),
            ("paket.toml", true),
            ("/etc/akta.toml", false),
            ("../akta.toml", false),
            ("PP-1/../../akta.toml", false),
            ("PP-1//akta.toml", false),
            ("C:/akta.toml", false),
            ("PP-1\\akta.toml", false),
            ("", false),
        ] {
            assert_eq!(inside(path), wanted, "{path}");
        }
    }

    #[test]
    fn an_act_takes_the_place_of_its_own_file_only() {
        let text = "[akta]\nid = \"PP-1\"\n";
        let draft = Rancangan::read("apa saja.toml", text).expect("an act");
        let below =
            ["PP-1/akta.toml", "PP-1/lain.toml", "PP-2/akta.toml"].map(|p| (p.to_owned(), String::new()));
        let mut files = draft.di_atas(&below);
        files.sort();
        let said: Vec<(&str, bool)> = files.iter().map(|f| (f.0.as_str(), f.1 == text)).collect();
        assert_eq!(said, [("PP-1/akta.toml", true), ("PP-1/lain.toml", false), ("PP-2/akta.toml", false)]);
    }
}
