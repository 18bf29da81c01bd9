//! The paper itself: taken in as PDF, JPEG or PNG, kept by the hash of its content, given out again to
//! whoever may read what it establishes.

use crate::page::pegawai;
use host::http::{Upload, file};
use host::{Answer, Ctx, Problem};
use kernel::{EntryId, Rank};
use std::path::Path;

/// Largest document.
const MB_MAX: u64 = 20;

/// What a document may be: how it begins, its type, its ending.
const TYPES: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
];

/// Names with which a PDF runs something by itself or carries something else.
const ACTIVE: &[&[u8]] = &[b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA"];

/// Takes a document in; or says why not.
pub fn keep(ctx: &Ctx, upload: &Upload) -> Result<Result<String, String>, Problem> {
    if upload.size > MB_MAX << 20 {
        let size = upload.size.div_ceil(1 << 20);
        return Ok(Err(format!(
            "Berkas ini {size} MB. Paling besar {MB_MAX} MB: pindai ulang dengan resolusi lebih rendah."
        )));
    }
    let bytes = std::fs::read(&upload.path).map_err(store::Error::from)?;
    if let Err(sentence) = fit(&bytes) {
        return Ok(Err(sentence));
    }
    let hash = ctx.hall.node.berkas.keep(&upload.path).map_err(store::Error::from)?;
    Ok(Ok(store::derive::hex(&hash)))
}

fn fit(bytes: &[u8]) -> Result<(), String> {
    let Some((_, kind, _)) = TYPES.iter().find(|t| bytes.starts_with(t.0)) else {
        return Err(
            "Isi berkas ini bukan PDF, JPEG, atau PNG. Pindai naskahnya ke salah satu bentuk itu.".into()
        );
    };
    let active =
        |name: &&&[u8]| memchr::memmem::find_iter(bytes, **name).any(|at| ends(bytes, at + name.len()));
    if *kind == "application/pdf" && ACTIVE.iter().find(active).is_some() {
        return Err(
            "PDF ini memuat skrip atau lampiran. Cetak ulang menjadi PDF biasa, atau pindai naskahnya."
                .into(),
        );
    }
    Ok(())
}

/// Whether a PDF name ends here: `/JS` is one, `/JSon` another.
fn ends(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// Whether a document of this hash (hexadecimal) was taken in.
pub fn is_kept(ctx: &Ctx, hex: &str) -> bool {
    parse(hex).is_some_and(|hash| read_start(&ctx.hall.node.berkas.path(&hash)).is_some())
}

fn parse(hex: &str) -> Option<[u8; 32]> {
    crate::rule::catat::from_hex(hex)
}

/// Type and ending of a kept document; `None` when it is none: sheets of an import lie there too.
fn read_start(path: &Path) -> Option<(&'static str, &'static str)> {
    let mut start = [0; 16];
    let mut opened = std::fs::File::open(path).ok()?;
    let length = std::io::Read::read(&mut opened, &mut start).ok()?;
    let (_, kind, ending) = TYPES.iter().find(|t| start[..length].starts_with(t.0))?;
    Some((kind, ending))
}

/// `GET /pegawai/{id}/dokumen/{entri}`: the paper of an entry, for those who see what it establishes.
pub fn document(ctx: &mut Ctx) -> Answer {
    let entry = EntryId::parse(ctx.param("entri")).ok_or(Problem::NotFound)?;
    let document = pegawai::document_of(ctx, entry)?;
    // Files of an import hold other people too: they are no document of one person.
    let own = document.rank >= Rank::Surat && document.baris.is_none();
    let hash = document.berkas.filter(|_| own).ok_or(Problem::NotFound)?;
    let path = ctx.hall.node.berkas.path(&hash);
    let (kind, ending) = read_start(&path).ok_or(Problem::NotFound)?;
    let bytes = std::fs::read(&path).map_err(store::Error::from)?;
    Ok(file(&format!("dokumen-{entry}.{ending}"), kind, bytes))
}
