//! A basis for looking at rows of another instansi: written to that instansi's journal before they are shown.

use super::rincian::halaman;
use super::utama::dikenal;
use super::{instansi, link};
use crate::rule::{self, DASAR};
use host::http::refused;
use host::indikator::Indikator;
use host::opened::opened_all;
use host::{Action, Answer, Ctx, Problem, Reach, World, redirect};
use store::Source;
use store::dibuka::{self, Opening};

/// What is opened, as the journal and the people of the instansi read it.
pub fn bagian(i: &Indikator) -> String {
    format!("rincian indikator {}", i.kode)
}

/// Whether the visitor may have these rows opened at all.
pub fn dapat_dibuka(ctx: &Ctx, world: &World, i: &Indikator, of: &str) -> Result<bool, Problem> {
    let visitor = ctx.visitor()?;
    let owner = world.tenants.first().map_or("", |t| t.id.as_str());
    let whole = |action| visitor.reach(action) == Reach::Instansi;
    let works = whole(Action::Buka) && whole(Action::DaftarPegawai);
    Ok(works && !i.tertutup && rule::dapat_dibuka(&visitor.instansi, owner, of))
}

/// `POST /indikator/{kode}/{instansi}/dasar`.
pub fn dasar(ctx: &mut Ctx) -> Answer {
    let i = dikenal(ctx)?;
    let world = ctx.present()?;
    let asked = ctx.param("instansi");
    let seen = instansi(ctx, &world)?;
    let (id, _) = seen.iter().find(|s| s.0 == asked).ok_or(Problem::NotFound)?;
    if !dapat_dibuka(ctx, &world, i, id)? {
        return Err(Problem::Forbidden);
    }
    let typed = ctx.field("dasar").to_owned();
    let reason = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if !DASAR.contains(&reason.chars().count()) {
        let said = format!(
            "Tulis dasarnya, {} sampai {} huruf, misalnya: surat tugas pembinaan 800/12/2026.",
            DASAR.start(),
            DASAR.end()
        );
        return Ok(refused(halaman(ctx, &typed, Some(said))?));
    }
    let part = bagian(i);
    // What is in sight already is not opened again: a list of openings cannot be flooded.
    if opened_all(ctx, id, &part)?.is_none() {
        let visitor = ctx.visitor()?;
        let by = visitor.signature();
        let opening = Opening {
            instansi: id,
            pegawai: None,
            actor: &visitor.akun,
            by: &by,
            part: &part,
            reason: &reason,
        };
        let node = &ctx.hall.node;
        ctx.hall.with(|conn| {
            let mut source: Source = node.source(conn)?;
            dibuka::record(conn, &node.key, &mut source, &[opening])
        })?;
    }
    Ok(redirect(&link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(id)), &[])))
}
