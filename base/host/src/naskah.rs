//! The paper itself: taken in as PDF, JPEG or PNG, kept by the hash of its content, given out again.

use kernel::typed::from_hex;
use std::path::Path;
use store::berkas::Berkas;

/// Largest document.
const MB_MAX: u64 = 20;

/// Endings a form asks for.
pub const ENDINGS: &str = ".pdf,.jpg,.jpeg,.png";

/// What a document may be: how it begins, its type, its ending.
const TYPES: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
];

/// Names with which a PDF runs something by itself or carries something else.
const ACTIVE: &[&[u8]] = &[b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA"];

/// The file every scanner for viruses knows as a test, from its middle on: whoever tries a form with it
/// learns that it is refused.
const TEST_VIRUS: &[u8] = concat!("EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE").as_bytes();

/// Takes a document in and answers its hash in hexadecimal; or the sentence that says why not.
///
/// # Errors
/// When the disk does not give or take it.
pub fn keep(berkas: &Berkas, path: &Path) -> store::Result<Result<String, String>> {
    keep_most(berkas, path, MB_MAX)
}

/// The same with another limit.
///
/// # Errors
/// When the disk does not give or take it.
pub fn keep_most(berkas: &Berkas, path: &Path, mb: u64) -> store::Result<Result<String, String>> {
    if let Err(sentence) = fit_most(path, mb)? {
        return Ok(Err(sentence));
    }
    Ok(Ok(store::derive::hex(&berkas.keep(path)?)))
}

/// Whether a file may be kept as a document; else why not.
///
/// # Errors
/// When it cannot be read.
pub fn fit(path: &Path) -> store::Result<Result<(), String>> {
    fit_most(path, MB_MAX)
}

fn fit_most(path: &Path, mb: u64) -> store::Result<Result<(), String>> {
    let size = std::fs::metadata(path)?.len();
    if size > mb << 20 {
        let size = size.div_ceil(1 << 20);
        return Ok(Err(format!(
            "Berkas ini {size} MB. Paling besar {mb} MB: pindai ulang dengan resolusi lebih rendah."
        )));
    }
    Ok(sound(&std::fs::read(path)?))
}

/// Refuses the test file of virus scanners, whatever it is wrapped in as plain bytes.
///
/// # Errors
/// A sentence.
pub fn without_test_virus(bytes: &[u8]) -> Result<(), String> {
    if memchr::memmem::find(bytes, TEST_VIRUS).is_some() {
        return Err("Berkas ini dikenali sebagai berkas uji virus dan tidak disimpan. Periksa perangkat Anda, lalu unggah berkas lain.".into());
    }
    Ok(())
}

/// Whether the content may be kept as a document; else why not.
///
/// # Errors
/// A sentence.
pub fn sound(bytes: &[u8]) -> Result<(), String> {
    without_test_virus(bytes)?;
    let Some((kind, _)) = jenis(bytes) else {
        return Err(
            "Isi berkas ini bukan PDF, JPEG, atau PNG. Pindai naskahnya ke salah satu bentuk itu.".into()
        );
    };
    let plain = unescaped(bytes);
    let bytes = plain.as_slice();
    let active =
        |name: &&&[u8]| memchr::memmem::find_iter(bytes, **name).any(|at| ends(bytes, at + name.len()));
    if kind == "application/pdf" && ACTIVE.iter().find(active).is_some() {
        return Err(
            "PDF ini memuat skrip atau lampiran. Cetak ulang menjadi PDF biasa, atau pindai naskahnya."
                .into(),
        );
    }
    Ok(())
}

/// The bytes with `#41` written as `A`: names of a PDF may be spelt that way.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    plain
}

/// Whether a PDF name ends here: `/JS` is one, `/JSon` another.
fn ends(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// Whether a document of this hash (hexadecimal) was taken in.
pub fn is_kept(berkas: &Berkas, hex: &str) -> bool {
    from_hex(hex).is_some_and(|hash| read_start(&berkas.path(&hash)).is_some())
}

/// A kept document: type, ending, content; `None` when it is none: sheets of an import lie there too.
///
/// # Errors
/// When it cannot be read.
pub fn read(
    berkas: &Berkas,
    hash: &[u8; 32],
) -> store::Result<Option<(&'static str, &'static str, Vec<u8>)>> {
    let path = berkas.path(hash);
    let Some((kind, ending)) = read_start(&path) else { return Ok(None) };
    Ok(Some((kind, ending, std::fs::read(path)?)))
}

/// Type and ending of a document by how it begins; `None` when it is none.
pub fn jenis(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    TYPES.iter().find(|t| bytes.starts_with(t.0)).map(|t| (t.1, t.2))
}

fn read_start(path: &Path) -> Option<(&'static str, &'static str)> {
    let mut start = [0; 16];
    let mut opened = std::fs::File::open(path).ok()?;
    let length = std::io::Read::read(&mut opened, &mut start).ok()?;
    jenis(&start[..length])
}

/// Which account brought which paper, until this process ends: what a form may name by hash alone.
#[derive(Debug, Default)]
pub struct Papers(std::sync::Mutex<std::collections::VecDeque<(String, String)>>);

/// Papers remembered; whoever comes back later uploads again.
const REMEMBERED: usize = 5_000;

impl Papers {
    /// Remembers a paper by its hash.
    pub fn brought(&self, akun: &str, hash: &str) {
        let mut all = self.0.lock().unwrap_or_else(|e| e.into_inner());
        all.push_back((akun.to_owned(), hash.to_owned()));
        while all.len() > REMEMBERED {
            all.pop_front();
        }
    }

    /// Whether this account brought it.
    pub fn is_of(&self, akun: &str, hash: &str) -> bool {
        let all = self.0.lock().unwrap_or_else(|e| e.into_inner());
        all.iter().any(|(who, what)| who == akun && what == hash)
    }
}
