//! What an office file carries in its parts: unpacked piece by piece, so far as a stranger's file is worth it.

use host::naskah::without_test_virus;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts one file may have.
const PARTS: usize = 2_000;
/// Bytes of all parts together, unpacked.
const UNPACKED: u64 = 512 << 20;
/// Times a part may grow when it is unpacked. What is small may be anything: an empty page packs well.
const RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;
/// Read at once, and kept of it for what lies across two pieces.
const PIECE: usize = 256 << 10;
const KEPT: usize = 128;
/// What begins an entry of the list of parts.
const ENTRY: &[u8] = b"PK\x01\x02";

const RUSAK: &str = "Berkas ini rusak atau terkunci kata sandi. Buka di komputer Anda, simpan ulang tanpa kata sandi, lalu unggah lagi.";
const MEKAR: &str = "Isi berkas ini terlalu besar bila dibuka. Simpan sebagai PDF, lalu unggah lagi.";
const MAKRO: &str = "Berkas ini memuat makro. Simpan ulang tanpa makro, atau sebagai PDF.";

/// Whether every part may be kept; else why not.
///
/// # Errors
/// A sentence.
pub fn periksa(bytes: &[u8]) -> Result<(), String> {
    // The list of parts is read into memory before its length can be asked.
    if memchr::memmem::find_iter(bytes, ENTRY).take(PARTS + 1).count() > PARTS {
        return Err(MEKAR.into());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| RUSAK)?;
    let mut room = UNPACKED;
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(|_| RUSAK)?;
        let name = part.name().map_err(|_| RUSAK)?.to_ascii_lowercase();
        if name.ends_with("vbaproject.bin") {
            return Err(MAKRO.into());
        }
        let most = part.compressed_size().saturating_mul(RATIO).max(SMALL).min(room);
        room -= satu(part, most)?;
    }
    Ok(())
}

/// Reads one part; answers how long it is. What it says of itself is not believed.
fn satu(mut part: impl Read, most: u64) -> Result<u64, String> {
    let mut window = vec![0; KEPT + PIECE];
    let (mut kept, mut length) = (0, 0);
    loop {
        let came = part.read(&mut window[kept..]).map_err(|_| RUSAK)?;
        if came == 0 {
            return Ok(length);
        }
        length += came as u64;
        if length > most {
            return Err(MEKAR.into());
        }
        let filled = kept + came;
        without_test_virus(&window[..filled])?;
        kept = filled.min(KEPT);
        window.copy_within(filled - kept..filled, 0);
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    /// The mark of the scanners' test file, put together so that this file is none.
    pub const MARK: &str = concat!("EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE");

    /// An office file with these parts, each packed.
    pub fn kantor(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut made = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [("[Content_Types].xml", &b"<Types/>"[..])].iter().chain(parts) {
            made.start_file(*name, SimpleFileOptions::default()).expect("a part");
            made.write_all(content).expect("written");
        }
        made.finish().expect("whole").into_inner()
    }

    #[test]
    fn parts_are_looked_into_within_limits() {
        let across = [vec![b' '; PIECE - 10], MARK.as_bytes().to_vec()].concat();
        let many: Vec<String> = (0..PARTS).map(|n| format!("word/media/{n}.xml")).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
        let mut cut = kantor(&[("word/document.xml", b"<w/>")]);
        cut.truncate(cut.len() - 30);
        for (what, bytes, refused) in [
            ("sound", kantor(&[("word/document.xml", b"<w/>")]), ""),
            ("an empty megabyte", kantor(&[("xl/workbook.xml", &vec![b' '; 1 << 20])]), ""),
            ("the mark", kantor(&[("word/document.xml", MARK.as_bytes())]), "uji virus"),
            ("the mark across two pieces", kantor(&[("ppt/media/a.bin", &across)]), "uji virus"),
            ("a part that grows", kantor(&[("word/document.xml", &vec![b' '; 8 << 20])]), "terlalu besar"),
            ("too many parts", kantor(&many), "terlalu besar"),
            ("a macro", kantor(&[("word/vbaProject.bin", b"x")]), "makro"),
            ("cut off", cut, "rusak"),
        ] {
            match periksa(&bytes) {
                Ok(()) => assert_eq!(refused, "", "{what}"),
                Err(said) => assert!(!refused.is_empty() && said.contains(refused), "{what}: {said}"),
            }
        }
    }
}
