//! The printer of this program: `document` behind the print port of the hall, with the templates and
//! pictures of the region from the folder `templat` of the node.

use document::Mesin;
use host::Hall;
use host::cetak::Pencetak;
use naskah_dinas::{Cetakan, Permintaan};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Of the node's folder.
const FOLDER: &str = "templat";

struct Percetakan(Mesin);

impl Pencetak for Percetakan {
    fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, String> {
        self.0.cetak(permintaan).map_err(|e| e.to_string())
    }
}

/// Gives the hall a printer; answers what is wrong with the region's own templates.
pub fn plug(hall: &mut Hall) -> Vec<String> {
    let mut mesin = Mesin::new();
    let told = own(&mut mesin, &hall.node.folder().join(FOLDER));
    hall.percetakan.pencetak = Some(Arc::new(Percetakan(mesin)));
    told
}

/// Pictures first: the templates are tried with them.
fn own(mesin: &mut Mesin, folder: &Path) -> Vec<String> {
    let (templates, pictures): (Vec<PathBuf>, Vec<PathBuf>) =
        files(folder).into_iter().partition(|path| path.extension() == Some(OsStr::new("typ")));
    let mut told = Vec::new();
    for path in pictures {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let put = std::fs::read(&path)
            .map_err(|e| store::error::io_text(&e))
            .and_then(|bytes| mesin.aset(name, bytes).map_err(|e| e.to_string()));
        told.extend(put.err().map(|why| format!("{}: {why}", path.display())));
    }
    let samples = naskah_dinas::contoh_semua();
    for path in templates {
        let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let Some(sample) = samples.iter().find(|s| s.templat == name) else {
            told.push(format!("{}: tidak ada naskah dengan nama itu.", path.display()));
            continue;
        };
        let put = std::fs::read_to_string(&path)
            .map_err(|e| store::error::io_text(&e))
            .and_then(|text| mesin.ganti(&text, sample).map_err(|e| e.to_string()));
        told.extend(put.err().map(|why| format!("{}: {why}", path.display())));
    }
    told
}

/// Files of a folder in the order of their names; none when there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    found.sort();
    found
}
