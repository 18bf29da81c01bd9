//! The paper itself, given out to whoever may read what it establishes.

use crate::page::pegawai;
use host::http::file;
use host::{Answer, Ctx, Problem, naskah};
use kernel::{EntryId, Rank};

/// `GET /pegawai/{id}/dokumen/{entri}`: the paper of an entry, for those who see what it establishes.
pub fn document(ctx: &mut Ctx) -> Answer {
    let entry = EntryId::parse(ctx.param("entri")).ok_or(Problem::NotFound)?;
    let document = pegawai::document_of(ctx, entry)?;
    // Files of an import hold other people too: they are no document of one person.
    let own = document.rank >= Rank::Surat && document.baris.is_none();
    let hash = document.berkas.filter(|_| own).ok_or(Problem::NotFound)?;
    let (kind, ending, bytes) = naskah::read(&ctx.hall.node.berkas, &hash)?.ok_or(Problem::NotFound)?;
    Ok(file(&format!("dokumen-{entry}.{ending}"), kind, bytes))
}
