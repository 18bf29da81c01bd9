//! `sinergi paket`: the law as files: read, put together, signed, compared.

use super::{open_existing, told};
use crate::cli::Paket;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, anyhow, bail};
use kernel::Date;
use law::Pack;
use law::bundle::Bundle;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn run(command: &Paket) -> Result<ExitCode> {
    match command {
        Paket::Periksa { paket, json } => check(paket.as_deref(), *json),
        Paket::Susun { folder, keluaran, aktif_sejak, lapisan } => {
            assemble(folder, keluaran, aktif_sejak, *lapisan)
        }
        Paket::TandaTangan { berkas, place } => sign(berkas, place),
        Paket::Banding { lama, baru, json } => compare(lama, baru, *json),
    }
}

/// The files of a pack: a folder, one file, or what the program was built with.
pub fn files(path: Option<&Path>) -> Result<Vec<(String, String)>> {
    match path {
        None => Ok(law::pack::BUNDLED.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect()),
        Some(path) if path.is_dir() => tables(path, path, &["toml", "csv"]),
        Some(path) => Ok(bundle(path)?.files),
    }
}

/// A pack, checked.
pub fn load(path: Option<&Path>) -> Result<Pack> {
    checked(&files(path)?)
}

fn checked(files: &[(String, String)]) -> Result<Pack> {
    Pack::load(files).map_err(|wrong| {
        anyhow!("{}\nPaket ini ditolak seluruhnya: {} kesalahan.", wrong.join("\n"), wrong.len())
    })
}

/// More of a file than this is not read: nothing of the law is that long.
const MOST: u64 = 64 << 20;

/// The text of a file; one without end is read no further than needed to refuse it.
pub fn text(path: &Path) -> Result<String> {
    let failed = || format!("{} tidak dapat dibaca", path.display());
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .with_context(failed)?
        .take(MOST + 1)
        .read_to_end(&mut bytes)
        .with_context(failed)?;
    if bytes.len() as u64 > MOST {
        bail!("{} lebih besar dari {} MiB.", path.display(), MOST >> 20);
    }
    String::from_utf8(bytes).map_err(|_| anyhow!("{} bukan teks UTF-8.", path.display()))
}

fn bundle(path: &Path) -> Result<Bundle> {
    let text = text(path)?;
    Bundle::read(&text).map_err(|sentence| anyhow!("{}: {sentence}", path.display()))
}

/// Files of some kinds under a path, by their path below `root`.
pub fn tables(root: &Path, path: &Path, kinds: &[&str]) -> Result<Vec<(String, String)>> {
    let failed = || format!("{} tidak dapat dibaca", path.display());
    if !path.is_dir() {
        let below = path.strip_prefix(root).ok().filter(|p| !p.as_os_str().is_empty()).unwrap_or(path);
        return Ok(vec![(below.to_string_lossy().replace('\\', "/"), text(path)?)]);
    }
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(path).with_context(failed)?.flatten().map(|e| e.path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let wanted = entry.extension().and_then(|e| e.to_str()).is_some_and(|e| kinds.contains(&e));
        if entry.is_dir() || wanted {
            files.extend(tables(root, &entry, kinds)?);
        }
    }
    Ok(files)
}

fn check(path: Option<&Path>, json: bool) -> Result<ExitCode> {
    let files = files(path)?;
    match Pack::load(&files) {
        Err(wrong) if json => {
            crate::out!("{}", serde_json::json!({ "benar": false, "kesalahan": wrong }));
            Ok(ExitCode::FAILURE)
        }
        Err(wrong) => {
            wrong.iter().for_each(|line| crate::out!("{line}"));
            crate::out!("Paket ini ditolak seluruhnya: {} kesalahan.", say::angka(wrong.len() as u64));
            Ok(ExitCode::FAILURE)
        }
        Ok(pack) => {
            let (acts, norms) = (pack.akta.len() as u64, pack.kunci().count() as u64);
            let hash = law::json::hex(&pack.hash);
            match json {
                true => crate::out!(
                    "{}",
                    serde_json::json!({
                        "benar": true, "nama": pack.header.nama, "versi": pack.header.versi,
                        "sidik": hash, "akta": acts, "norma": norms,
                    })
                ),
                false => crate::out!(
                    "Paket {} {}: {} akta, {} norma, tidak ada yang keliru.\nSidik {hash}",
                    pack.header.nama,
                    pack.header.versi,
                    say::angka(acts),
                    say::angka(norms)
                ),
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn assemble(folder: &Path, target: &Path, active: &str, lapisan: bool) -> Result<ExitCode> {
    let aktif_sejak: Date = super::date(active)?;
    if target.exists() {
        bail!(Misuse(format!("{} sudah ada. Pilih nama berkas lain untuk --keluaran.", target.display())));
    }
    let own = files(Some(folder))?;
    let whole = if lapisan { law::bundle::laid_over(&files(None)?, &own) } else { own.clone() };
    checked(&whole)?;
    let bundle = Bundle { files: own, aktif_sejak, lapisan, tanda_tangan: Vec::new() };
    std::fs::write(target, bundle.write())
        .with_context(|| format!("{} tidak dapat ditulis", target.display()))?;
    crate::out!("Paket disusun di {}. Simpul baru mengikutinya sesudah ditandatangani.", target.display());
    Ok(ExitCode::SUCCESS)
}

fn sign(path: &Path, place: &crate::cli::Place) -> Result<ExitCode> {
    let mut bundle = bundle(path)?;
    let whole = match bundle.lapisan {
        true => law::bundle::laid_over(&files(None)?, &bundle.files),
        false => bundle.files.clone(),
    };
    checked(&whole).context("Paket yang keliru tidak ditandatangani")?;
    let node = open_existing(place)?;
    let public = node.key.required().map_err(told)?.to_vec();
    let signature = node.key.sign(bundle.pernyataan().as_bytes()).map_err(told)?.to_vec();
    bundle.tanda_tangan.retain(|(key, _)| *key != public);
    bundle.tanda_tangan.push((public.clone(), signature));
    // Whole or not at all: a cut file would be no pack any more.
    let aside = path.with_extension("paket.baru");
    std::fs::write(&aside, bundle.write())
        .and_then(|()| std::fs::rename(&aside, path))
        .with_context(|| format!("{} tidak dapat ditulis", path.display()))?;
    crate::out!(
        "Paket ditandatangani dengan kunci simpul ini (sidik kunci {}), aktif sejak {}.",
        store::key::fingerprint(&public),
        bundle.aktif_sejak.dmy()
    );
    Ok(ExitCode::SUCCESS)
}

fn compare(old: &Path, new: &Path, json: bool) -> Result<ExitCode> {
    let list = law::banding::banding(&load(Some(old))?, &load(Some(new))?);
    if json {
        let rows: Vec<_> = list
            .iter()
            .map(|b| serde_json::json!({ "akta": b.akta, "jenis": b.jenis, "kunci": b.kunci, "apa": b.apa.label() }))
            .collect();
        crate::out!("{}", serde_json::json!({ "beda": rows }));
        return Ok(ExitCode::SUCCESS);
    }
    for beda in &list {
        crate::out!("{:<8} {:<7} {} ({})", beda.apa.label(), beda.jenis, beda.kunci, beda.akta);
    }
    crate::out!("{} perbedaan.", say::angka(list.len() as u64));
    Ok(ExitCode::SUCCESS)
}
