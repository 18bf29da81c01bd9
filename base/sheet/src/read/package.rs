//! Looking over an XLSX archive before anything is parsed.
//!
//! **Why declared sizes may be trusted.** A zip directory says how large each part will be
//! unpacked, and it can lie. Counting by unpacking every part once would cost about a third
//! of the whole reading time. It is not needed: the `zip` crate hands out at most the
//! declared number of bytes of a part and then fails (`Crc32Reader::count`, since 9.x), and
//! calamine reads through that same crate. So the sum of declared sizes *is* an upper bound
//! of what can be unpacked, whatever the compressed bytes say. The test with lying sizes
//! stands guard over this when versions change.
//!
//! **Why small parts get their own ceiling.** calamine keeps styles, relations and the
//! workbook part in memory in a form up to a hundred times larger than the XML, and reserves
//! room for as many shared strings as the part *says* it has. Both are bounded here, because
//! a failed allocation ends the whole program, not just one upload.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use zip::ZipArchive;

use crate::limits::Limits;
use crate::refusal::{Error, Refusal, code};

type Archive = ZipArchive<BufReader<File>>;

/// Largest part that calamine keeps in memory whole (styles, theme, relations, workbook).
const KEPT_PART_BYTES: u64 = 4 << 20;
/// Largest table of shared strings; 100,000 SIASN rows need about 60 MB.
const STRINGS_BYTES: u64 = 256 << 20;
/// Below this size a ratio says nothing: an empty sheet is all repetition.
const RATIO_FROM: u64 = 8 << 20;

/// Refuses archives that are damaged, hostile, or no workbook.
pub(crate) fn inspect(file: File, limits: &Limits) -> Result<(), Error> {
    let mut file = BufReader::new(file);
    let packed = file.get_ref().metadata()?.len();
    if packed > limits.xlsx_bytes {
        return Err(Refusal::new(
            code::TOO_LARGE,
            format!(
                "Berkas XLSX ini {} MB; batasnya {} MB. Simpan sebagai CSV UTF-8 atau bagi per OPD, lalu unggah lagi.",
                packed.div_ceil(1 << 20),
                limits.xlsx_bytes >> 20
            ),
        )
        .into());
    }
    // The directory is parsed into memory before its length can be asked, and its stated
    // length can lie too: count its records by their signature first.
    if count_signatures(&mut file)? > limits.parts {
        return Err(too_many_parts(limits.parts).into());
    }
    file.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(file).map_err(|_| damaged())?;
    let names = names(&mut archive)?;
    check_kind(&names)?;
    check_sizes(&mut archive, &names, packed, limits)?;
    check_main_part(&mut archive, &names)?;
    check_strings(&mut archive, &names)
}

fn count_signatures(file: &mut BufReader<File>) -> Result<usize, Error> {
    const SIGNATURE: &[u8] = b"PK\x01\x02";
    let mut window = vec![0u8; 1 << 20];
    let (mut kept, mut count) = (0, 0);
    loop {
        let n = file.get_mut().read(&mut window[kept..])?;
        if n == 0 {
            return Ok(count);
        }
        let filled = kept + n;
        count += memchr::memmem::find_iter(&window[..filled], SIGNATURE).count();
        kept = filled.min(SIGNATURE.len() - 1);
        window.copy_within(filled - kept..filled, 0);
    }
}

/// Names in lower case with forward slashes, as calamine looks them up.
fn names(archive: &mut Archive) -> Result<Vec<String>, Error> {
    let mut names = Vec::with_capacity(archive.len());
    for i in 0..archive.len() {
        let part = archive.by_index_data(i).map_err(|_| damaged())?;
        if part.encrypted() {
            return Err(crate::format::password().into());
        }
        let name = part.name().map_err(|_| damaged())?;
        // `..` names are harmless here: nothing is ever written to disk under its own name.
        names.push(name.replace('\\', "/").to_ascii_lowercase());
    }
    Ok(names)
}

fn check_kind(names: &[String]) -> Result<(), Error> {
    let has = |name: &str| names.iter().any(|n| n == name);
    let under = |folder: &str| names.iter().any(|n| n.starts_with(folder));
    let other = if has("xl/workbook.bin") {
        "XLSB (Excel biner)"
    } else if has("content.xml") && has("mimetype") {
        "OpenDocument (ODS/ODT)"
    } else if under("word/") {
        "dokumen Word"
    } else if under("ppt/") {
        "presentasi PowerPoint"
    } else if !has("_rels/.rels") {
        return Err(Refusal::new(
            code::DAMAGED,
            "Berkas ini arsip ZIP, tetapi bukan buku kerja Excel yang utuh. Jika ini ZIP berisi lembar, ekstrak dulu; jika XLSX, buka di Excel dan simpan lagi.",
        )
        .into());
    } else {
        return Ok(());
    };
    Err(Refusal::new(
        code::OTHER_OFFICE,
        format!("Berkas ini {other}. Buka lalu Simpan Sebagai \"Excel Workbook (.xlsx)\" atau \"CSV UTF-8\", dan unggah lagi."),
    )
    .into())
}

fn check_sizes(archive: &mut Archive, names: &[String], packed: u64, limits: &Limits) -> Result<(), Error> {
    if archive.has_duplicate_names() || archive.has_overlapping_files().map_err(|_| damaged())? {
        return Err(bomb("memakai data yang sama lebih dari sekali").into());
    }
    let mut total = 0u64;
    for (i, name) in names.iter().enumerate() {
        let part = archive.by_index_data(i).map_err(|_| damaged())?;
        let (size, small) = (part.size(), part.compressed_size().max(1));
        total = total.saturating_add(size);
        if size > RATIO_FROM && size / small > limits.ratio {
            return Err(bomb("mengembang jauh melebihi ukurannya").into());
        }
        if is_archive(name) {
            return Err(Refusal::new(
                code::PARTS,
                format!("Berkas XLSX ini memuat arsip lain di dalamnya ({name}). Hapus lampiran itu di Excel, simpan, lalu unggah lagi."),
            )
            .into());
        }
        if is_kept_whole(name) && size > KEPT_PART_BYTES {
            return Err(too_styled().into());
        }
        if name.ends_with("sharedstrings.xml") && size > STRINGS_BYTES {
            return Err(bomb("mengembang jauh melebihi ukurannya").into());
        }
    }
    if total > limits.unpacked || (total > RATIO_FROM && total / packed.max(1) > limits.ratio) {
        return Err(bomb("mengembang jauh melebihi ukurannya").into());
    }
    Ok(())
}

fn is_archive(name: &str) -> bool {
    // An embedded workbook is an archive too; a table of people has no use for it.
    [
        ".zip", ".7z", ".rar", ".gz", ".tar", ".xz", ".bz2", ".jar", ".xlsx", ".xlsm", ".xlsb", ".docx",
        ".docm", ".pptx", ".ods",
    ]
    .iter()
    .any(|end| name.ends_with(end))
}

fn is_kept_whole(name: &str) -> bool {
    name.ends_with("styles.xml") || name.ends_with("theme1.xml") || name.ends_with(".rels")
}

/// The workbook part has any name the root relations give it; every part they name is
/// bounded like one kept whole.
fn check_main_part(archive: &mut Archive, names: &[String]) -> Result<(), Error> {
    let Some(index) = names.iter().position(|n| n == "_rels/.rels") else { return Err(damaged().into()) };
    let text = head(archive, index, KEPT_PART_BYTES)?;
    // References would let a name hide from the plain search below.
    if text.contains(&0) || text.contains(&b'&') {
        return Err(damaged().into());
    }
    let text = String::from_utf8_lossy(&text).to_ascii_lowercase();
    for target in text.split("target").skip(1) {
        let target = target.trim_start().strip_prefix('=').unwrap_or("").trim_start();
        let target = target.split(['"', '\'']).nth(1).unwrap_or("").trim_start_matches('/');
        let Some(index) = names.iter().position(|n| n == target) else { continue };
        let part = archive.by_index_data(index).map_err(|_| damaged())?;
        if part.size() > KEPT_PART_BYTES && target.ends_with(".xml") {
            return Err(too_styled().into());
        }
    }
    Ok(())
}

/// The table of shared strings must not promise more strings than its size can hold.
fn check_strings(archive: &mut Archive, names: &[String]) -> Result<(), Error> {
    for (index, _) in names.iter().enumerate().filter(|(_, n)| n.ends_with("sharedstrings.xml")) {
        let size = archive.by_index_data(index).map_err(|_| damaged())?.size();
        let text = head(archive, index, 64 << 10)?;
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&text).trim_ascii_start();
        // Every program writes the declaration, then the table. Anything between the two
        // could hide a second, larger promise.
        let table = match text.strip_prefix(b"<?") {
            Some(rest) => memchr::memmem::find(rest, b"?>").map_or(&b""[..], |i| &rest[i + 2..]),
            None => text,
        };
        let table = table.trim_ascii_start();
        let tag = &table[..memchr::memchr(b'>', table).ok_or_else(damaged)?];
        let name = tag.split(|b| b.is_ascii_whitespace() || *b == b'/').next().unwrap_or(b"");
        if tag.contains(&0) || !name.starts_with(b"<") || !name.ends_with(b"sst") {
            return Err(damaged().into());
        }
        // The smallest string, `<si/>`, takes five bytes.
        let promise = memchr::memmem::find(tag, b"uniqueCount").map(|i| {
            tag[i..]
                .iter()
                .copied()
                .skip_while(|b| !b.is_ascii_digit())
                .take_while(u8::is_ascii_digit)
                .fold(0u64, |n, b| n.saturating_mul(10).saturating_add(u64::from(b - b'0')))
        });
        if promise.is_some_and(|n| n > size / 5 + 1) {
            return Err(bomb("menyebut jumlah teks yang tidak mungkin").into());
        }
    }
    Ok(())
}

fn head(archive: &mut Archive, index: usize, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let part = archive.by_index(index).map_err(|_| damaged())?;
    part.take(limit).read_to_end(&mut bytes).map_err(|_| damaged())?;
    Ok(bytes)
}

pub(crate) fn damaged() -> Refusal {
    Refusal::new(
        code::DAMAGED,
        "Buku kerja ini rusak atau tidak lengkap. Unduh ulang, atau buka di Excel lalu simpan sebagai berkas baru, dan unggah lagi.",
    )
}

fn bomb(why: &str) -> Refusal {
    Refusal::new(
        code::BOMB,
        format!(
            "Berkas XLSX ini {why} saat dibuka, sehingga ditolak demi keamanan. Salin datanya ke buku kerja baru atau simpan sebagai CSV UTF-8, lalu unggah lagi."
        ),
    )
}

fn too_styled() -> Refusal {
    Refusal::new(
        code::BOMB,
        "Berkas XLSX ini memuat terlalu banyak gaya atau bagian pelengkap. Salin datanya (tempel sebagai nilai) ke buku kerja baru, lalu unggah lagi.",
    )
}

fn too_many_parts(limit: usize) -> Refusal {
    Refusal::new(
        code::PARTS,
        format!(
            "Berkas XLSX ini terdiri atas lebih dari {limit} bagian. Salin datanya ke buku kerja baru, lalu unggah lagi."
        ),
    )
}
