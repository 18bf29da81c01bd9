//! The ZIP of a bundle. Its comment holds the SHA-256 of every byte before it, so that no byte can change unseen.

use crate::rule::sidik;
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

const AWAL: &str = "sinergi-bundel-1 sha256=";
/// A hash in hexadecimal.
const HEX: usize = 64;
/// More than this is no bundle.
const BESAR: u64 = 64 << 20;
/// Bytes of the end record of a ZIP before its comment, and where it counts its entries.
const AKHIR: usize = 22;
const HITUNGAN: usize = 10;

pub(super) fn bungkus(files: &[(&'static str, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    zip.set_comment(format!("{AWAL}{}", "0".repeat(HEX)))?;
    let mut bytes = zip.finish()?.into_inner();
    let body = bytes.len() - HEX;
    let hash = sidik(&bytes[..body]);
    bytes[body..].copy_from_slice(hash.as_bytes());
    Ok(bytes)
}

/// Whether every byte is as it was written; else why not.
pub(super) fn utuh(bytes: &[u8]) -> Result<(), String> {
    if !bytes.starts_with(b"PK") {
        return Err("berkas ini bukan ZIP; pilih berkas bundel yang diunduh dari rencana mutasi".into());
    }
    let body = bytes.len().checked_sub(HEX).filter(|n| bytes[..*n].ends_with(AWAL.as_bytes()));
    let body =
        body.ok_or("penutup bundel tidak ditemukan; berkas ini bukan bundel, terpotong, atau diubah")?;
    if sidik(&bytes[..body]).as_bytes() == &bytes[body..] {
        return Ok(());
    }
    Err("isi bundel tidak sama dengan sidik pada penutupnya; ada bita yang berubah".into())
}

/// The files of a bundle, in the order asked for.
pub(super) fn buka(bytes: &[u8], names: &[&'static str]) -> Result<Vec<Vec<u8>>, String> {
    let unreadable = |e: zip::result::ZipError| format!("kemasan ZIP tidak terbaca: {e}");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = BESAR;
    let mut read = Vec::with_capacity(names.len());
    for name in names {
        let file = zip.by_name(name).map_err(|_| format!("berkas {name} tidak ada di dalam bundel"))?;
        let mut text = Vec::new();
        let took = file.take(left + 1).read_to_end(&mut text);
        took.map_err(|e| format!("berkas {name} tidak terbaca: {e}"))?;
        left = left.checked_sub(text.len() as u64).ok_or("isi bundel lebih dari 64 MiB")?;
        read.push(text);
    }
    let entries = entries(bytes).ok_or("penutup kemasan ZIP tidak terbaca")?;
    if zip.len() != names.len() || entries != names.len() {
        return Err(format!("bundel berisi {entries} berkas, seharusnya {}", names.len()));
    }
    Ok(read)
}

/// Entries the ZIP itself counts: two of one name are two, though a reader shows the last only.
fn entries(bytes: &[u8]) -> Option<usize> {
    let end = bytes.len().checked_sub(AWAL.len() + HEX + AKHIR)?;
    let count = bytes.get(end + HITUNGAN..end + HITUNGAN + 2)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}
