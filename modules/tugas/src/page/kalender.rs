//! `/kalender/{rahasia}.ics`: deadlines for a calendar program, by the secret in the address.

use crate::ics;
use axum::http::header;
use axum::response::IntoResponse;
use host::tugas::milik;
use host::{Answer, Ctx, Problem, account, setelan};

/// `GET /kalender/{rahasia}.ics`. What is no address of a calendar looks like any other page that is not there.
pub fn berkas(ctx: &mut Ctx) -> Answer {
    let rahasia = ctx.param("berkas").strip_suffix(".ics").ok_or(Problem::NotFound)?;
    if rahasia.len() != 64 || !rahasia.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Problem::NotFound);
    }
    let owner = ctx.hall.with(|conn| match setelan::kalender_milik(conn, rahasia)? {
        Some(akun) => account::find(conn, &akun),
        None => Ok(None),
    })?;
    let visitor = owner.filter(|a| a.active).ok_or(Problem::NotFound)?.visitor;
    let all = milik(&ctx.hall, ctx.modules, &visitor, ctx.hall.today())?;
    let text = ics::tulis(ctx.rumah(), ctx.hall.now(), all.iter().map(|m| &m.tugas));
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response())
}
