//! Gathers what an issued document is, says it, or sends it.

use crate::view::{self, Cocok, HasilView, Pintu, TanyaView};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::http::{file, refused};
use host::terbitan::{self, Keadaan, Terbitan};
use host::{Answer, Ctx, Problem, html, naskah, redirect, tanggal};
use store::derive::hex;

/// The field for a code.
pub fn ask(ctx: &mut Ctx) -> Answer {
    let typed = ctx.query("kode").to_owned();
    if typed.trim().is_empty() {
        return Ok(html(view::tanya(&pintu(ctx), &TanyaView::default())));
    }
    Ok(match terbitan::baca_kode(&typed) {
        Some(kode) => redirect(&format!("/verifikasi/{kode}")),
        None => refused(view::tanya(&pintu(ctx), &TanyaView { typed, ..TanyaView::default() })),
    })
}

/// What became of the document of a code.
pub fn answer(ctx: &mut Ctx) -> Answer {
    match found(ctx)? {
        Some(document) => Ok(html(view::hasil(&pintu(ctx), &said(ctx, &document, None)?))),
        None => unknown(ctx),
    }
}

/// The same, beside the file somebody holds.
pub fn compare(ctx: &mut Ctx) -> Answer {
    let Some(document) = found(ctx)? else { return unknown(ctx) };
    let beside = match &ctx.upload {
        None => Cocok::TanpaBerkas,
        Some(upload) => {
            let hash = store::berkas::hash_file(&upload.path).map_err(store::Error::from)?;
            if hash == document.berkas { Cocok::Sama } else { Cocok::Beda }
        }
    };
    Ok(html(view::hasil(&pintu(ctx), &said(ctx, &document, Some(beside))?)))
}

/// The kept file. What is not for the visitor looks like what is not there.
pub fn send(ctx: &mut Ctx) -> Answer {
    let instansi = ctx.visitor()?.instansi.clone();
    let document = found(ctx)?.ok_or(Problem::NotFound)?;
    if !document.terbaca(&instansi) {
        return Err(Problem::NotFound);
    }
    let (kind, ending, bytes) =
        naskah::read(&ctx.hall.node.berkas, &document.berkas)?.ok_or(Problem::NotFound)?;
    Ok(file(&format!("{}-{}.{ending}", document.templat, document.kode), kind, bytes))
}

fn found(ctx: &Ctx) -> Result<Option<Terbitan>, Problem> {
    let Some(kode) = terbitan::baca_kode(ctx.param("kode")) else { return Ok(None) };
    Ok(ctx.hall.with(|conn| terbitan::baca(conn, &kode))?)
}

fn unknown(ctx: &Ctx) -> Answer {
    let view = TanyaView { typed: ctx.param("kode").to_owned(), unknown: true };
    Ok((StatusCode::NOT_FOUND, html(view::tanya(&pintu(ctx), &view))).into_response())
}

fn said(ctx: &Ctx, document: &Terbitan, cocok: Option<Cocok>) -> Result<HasilView, Problem> {
    let world = ctx.present()?;
    let issuer = world.tenants.iter().find(|t| t.id == document.instansi);
    Ok(HasilView {
        kode: document.kode.clone(),
        keadaan: match &document.keadaan {
            Keadaan::Berlaku => view::Keadaan::Berlaku,
            Keadaan::Diganti(kode) => view::Keadaan::Diganti(kode.clone()),
            Keadaan::Dicabut(hari) => view::Keadaan::Dicabut(tanggal(*hari)),
        },
        jenis: naskah_dinas::sebutan(&document.templat),
        nomor: document.nomor.clone(),
        tanggal: tanggal(document.tanggal),
        instansi: issuer.map_or(&document.instansi, |t| &t.nama).clone(),
        terbit: tanggal(document.terbit.date_wib()),
        sidik: hex(&document.berkas),
        cocok,
    })
}

fn pintu(ctx: &Ctx) -> Pintu {
    Pintu { theme: ctx.theme, csrf: ctx.visitor.as_ref().map(|v| v.csrf.clone()).unwrap_or_default() }
}
