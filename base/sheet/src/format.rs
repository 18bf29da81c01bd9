//! What a file is, told by its content. Names lie.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use crate::refusal::{Error, Refusal, code};

/// The two kinds of sheet we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Separated text.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
}

/// First bytes of things that are no sheet, and what to call them.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xFF\xD8\xFF", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xBC\xAF", "arsip 7z"),
    (b"\x1F\x8B", "arsip GZIP"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x7FELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"SQLite format 3", "basis data"),
];

impl Format {
    /// Tells the format from the first bytes of a file (a few hundred are enough; `head`
    /// shorter than that means the file is).
    ///
    /// Refuses what is no sheet, naming what it is and what to save it as.
    pub fn sniff(head: &[u8]) -> Result<Format, Refusal> {
        let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        if text.is_empty() {
            return Err(Refusal::new(
                code::EMPTY,
                "Berkas ini kosong. Periksa apakah unduhan selesai, lalu unggah lagi.",
            ));
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Ok(Format::Xlsx);
        }
        if head.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(Refusal::new(
                code::OLD_XLS,
                "Berkas ini berformat Excel lama (.xls), walaupun namanya mungkin lain. Buka di Excel, pilih Simpan Sebagai \"Excel Workbook (.xlsx)\", lalu unggah lagi.",
            ));
        }
        if let Some((_, name)) = OTHERS.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Err(Refusal::new(
                code::NOT_A_SHEET,
                format!(
                    "Isi berkas ini adalah {name}, bukan lembar CSV atau XLSX. Unggah berkas CSV atau XLSX aslinya."
                ),
            ));
        }
        if looks_like_utf16(head) {
            return Err(Refusal::new(
                code::UTF16,
                "Teks berkas ini memakai UTF-16. Simpan ulang sebagai \"CSV UTF-8 (dipisahkan koma)\", lalu unggah lagi.",
            ));
        }
        if looks_like_markup(text) {
            return Err(Refusal::new(
                code::NOT_A_SHEET,
                "Isi berkas ini adalah halaman HTML/XML, bukan lembar. Buka di Excel, Simpan Sebagai \"Excel Workbook (.xlsx)\", lalu unggah lagi.",
            ));
        }
        Ok(Format::Csv)
    }

    /// The same for a file on disk. An encrypted workbook is told apart from an old `.xls`
    /// here, because that takes a look further inside.
    pub fn of(path: &Path) -> Result<Format, Error> {
        let mut file = File::open(path)?;
        let mut head = Vec::with_capacity(4096);
        file.by_ref().take(4096).read_to_end(&mut head)?;
        match Format::sniff(&head) {
            Err(refusal) if refusal.code == code::OLD_XLS && is_encrypted(&mut file, &head)? => {
                Err(password().into())
            }
            other => Ok(other?),
        }
    }
}

pub(crate) fn password() -> Refusal {
    Refusal::new(
        code::PASSWORD,
        "Berkas ini dilindungi kata sandi. Buka di Excel, hapus kata sandi lewat File > Info > Lindungi Buku Kerja, simpan, lalu unggah lagi.",
    )
}

/// A byte order mark, or every other byte NUL in the first kilobyte.
fn looks_like_utf16(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return true;
    }
    let sample = &head[..head.len().min(1024)];
    let nul = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    sample.len() >= 8 && nul(0).max(nul(1)) * 10 > sample.len() / 2 * 7
}

/// SIMPEG applications often export an HTML table under the name `.xls`.
fn looks_like_markup(text: &[u8]) -> bool {
    let start = text.trim_ascii_start();
    let start: Vec<u8> = start.iter().take(9).map(u8::to_ascii_lowercase).collect();
    ["<html", "<!doctype", "<?xml", "<table", "<style", "<meta", "<head"]
        .iter()
        .any(|tag| start.starts_with(tag.as_bytes()))
}

/// An encrypted XLSX is an OLE file whose directory names `EncryptedPackage`
/// (MS-OFFCRYPTO 2.3.1). The header says in which sector the directory begins (MS-CFB 2.2).
fn is_encrypted(file: &mut File, head: &[u8]) -> std::io::Result<bool> {
    let (Some(shift), Some(sector)) = (head.get(30..32), head.get(48..52)) else { return Ok(false) };
    let size = if shift == [12, 0] { 4096u64 } else { 512 };
    let sector = u64::from(u32::from_le_bytes([sector[0], sector[1], sector[2], sector[3]]));
    file.seek(SeekFrom::Start((sector + 1) * size))?;
    let mut directory = Vec::new();
    file.take(4096).read_to_end(&mut directory)?;
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(memchr::memmem::find(&directory, &name).is_some() || memchr::memmem::find(head, &name).is_some())
}
