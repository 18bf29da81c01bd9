//! What a file is, by its content, and whether it may be kept.

use super::kemasan;
use host::naskah;
use std::path::Path;

/// Largest file, in MiB.
pub const MB_MAX: u32 = 25;
const OFFICE: [(&[u8], &str, &str); 3] = [
    (b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    (
        b"ppt/presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
    ),
    (b"word/document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
];

fn holds(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len()).any(|part| part == name)
}

/// Type and ending of what a file is; `None` for what is not taken in.
pub fn jenis(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if let Some(plain) = naskah::jenis(bytes) {
        return Some(plain);
    }
    let office = bytes.starts_with(b"PK\x03\x04") && holds(bytes, b"[Content_Types].xml");
    let found = OFFICE.iter().find(|kind| office && holds(bytes, kind.0));
    found.map(|kind| (kind.1, kind.2))
}

/// Whether a file may be kept; else why not.
///
/// # Errors
/// When it cannot be read.
pub fn periksa(path: &Path, size: u64) -> store::Result<Result<(), String>> {
    if size > u64::from(MB_MAX) << 20 {
        let size = size.div_ceil(1 << 20);
        return Ok(Err(format!(
            "Berkas ini {size} MB. Paling besar {MB_MAX} MB: perkecil gambarnya atau pecah berkasnya."
        )));
    }
    let bytes = std::fs::read(path)?;
    if let Err(sentence) = naskah::without_test_virus(&bytes) {
        return Ok(Err(sentence));
    }
    Ok(match jenis(&bytes) {
        None => Err("Isi berkas ini bukan PDF, XLSX, PPTX, DOCX, PNG, atau JPG. Simpan ulang ke salah satu bentuk itu.".into()),
        Some((_, "pdf")) => naskah::sound(&bytes),
        Some((_, "jpg" | "png")) => Ok(()),
        Some(_) => kemasan::periksa(&bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::super::kemasan::tests::{MARK, kantor};
    use super::*;

    #[test]
    fn files_are_what_they_hold() {
        let home = tempfile::tempdir().expect("folder");
        let path = home.path().join("x");
        let office = |part: &str| kantor(&[(part, b"<x/>")]);
        let mark = || kantor(&[("word/document.xml", MARK.as_bytes())]);
        for (bytes, refused) in [
            (b"%PDF-1.7 isi".to_vec(), ""),
            (b"\x89PNG\r\n\x1a\n".to_vec(), ""),
            (b"\xff\xd8\xff\xe0".to_vec(), ""),
            (office("xl/workbook.xml"), ""),
            (office("ppt/presentation.xml"), ""),
            (office("word/document.xml"), ""),
            (kantor(&[("word/document.xml", b""), ("word/vbaProject.bin", b"")]), "makro"),
            (mark(), "uji virus"),
            (b"PK\x03\x04[Content_Types].xml word/document.xml".to_vec(), "rusak"),
            (office("META-INF/MANIFEST.MF"), "bukan PDF"),
            (b"MZ\x90\0".to_vec(), "bukan PDF"),
            (b"<html><script>".to_vec(), "bukan PDF"),
            (Vec::new(), "bukan PDF"),
            (b"%PDF-1.7 /JavaScript (x)".to_vec(), "skrip"),
            ([b"%PDF-1.7 ", MARK.as_bytes()].concat(), "uji virus"),
        ] {
            std::fs::write(&path, &bytes).expect("written");
            match periksa(&path, bytes.len() as u64).expect("read") {
                Ok(()) => assert_eq!(refused, "", "{:?}", String::from_utf8_lossy(&bytes)),
                Err(said) => assert!(!refused.is_empty() && said.contains(refused), "{said}"),
            }
        }
        let said = periksa(&path, 200 << 20).expect("looked at").expect_err("too large");
        assert!(said.contains("200 MB") && said.contains("Paling besar 25 MB"), "{said}");
    }
}
