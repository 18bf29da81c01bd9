//! Tokens of the own account: made, shown once, listed, revoked.

use crate::rule::token::{Asked, LIVES, read};
use crate::view::token::{BarisToken, Keadaan, TokenView, daftar};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::api::Scope;
use host::token::{self, Listed, MOST, NewToken};
use host::{Answer, Ctx, Problem, html, redirect, tanggal};
use store::Source;

/// `GET /akun/token`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let view = view(ctx, Asked::default(), Vec::new(), None)?;
    Ok(html(daftar(&ctx.frame("Token API", &[("Beranda", "/")]), &view)))
}

/// `POST /akun/token`. The answer is the only place where the token ever stands.
pub fn make(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let asked = Asked {
        nama: ctx.field("nama").to_owned(),
        izin: ctx.form.iter().filter(|f| f.0 == "izin").map(|f| f.1.clone()).collect(),
        masa: ctx.field("masa").to_owned(),
    };
    let today = ctx.hall.today();
    let open: Vec<&str> = token::open_to(&visitor).map(Scope::word).collect();
    let room = ctx.hall.with(|conn| token::live(conn, &visitor.akun, today))? < MOST;
    let frame = ctx.frame("Token API", &[("Beranda", "/")]);
    match read(&asked, &open, room, today) {
        Err(errors) => {
            let page = daftar(&frame, &view(ctx, asked, errors, None)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)).into_response())
        }
        Ok(wanted) => {
            let mut source = Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
            let scopes: Vec<Scope> = wanted.izin.iter().filter_map(|w| Scope::parse(w)).collect();
            let new =
                NewToken { akun: &visitor.akun, nama: &wanted.nama, scopes: &scopes, until: wanted.until };
            let made = ctx.hall.with(|conn| token::create(conn, &mut source, &new))?;
            Ok(html(daftar(&frame, &view(ctx, Asked::default(), Vec::new(), Some((wanted.nama, made)))?)))
        }
    }
}

/// `POST /akun/token/{id}/cabut`. A token of somebody else looks like none.
pub fn revoke(ctx: &mut Ctx) -> Answer {
    let akun = ctx.visitor()?.akun.clone();
    let id = kernel::PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?.0;
    let now = ctx.hall.now();
    let revoked = ctx.hall.with(|conn| token::revoke(conn, &akun, id, now))?;
    revoked.map(|_| redirect("/akun/token?pesan=dicabut")).ok_or(Problem::NotFound)
}

fn view(
    ctx: &Ctx,
    asked: Asked,
    errors: Vec<(String, String)>,
    made: Option<(String, String)>,
) -> Result<TokenView, Problem> {
    let visitor = ctx.visitor()?;
    let today = ctx.hall.today();
    let rows = ctx.hall.with(|conn| token::of_account(conn, &visitor.akun))?;
    let masa = if asked.masa.is_empty() { LIVES[0].0.to_string() } else { asked.masa };
    Ok(TokenView {
        today: tanggal(today),
        made,
        revoked: ctx.query("pesan") == "dicabut",
        nama: asked.nama,
        scopes: token::open_to(visitor)
            .map(|s| (s.word().to_owned(), s.label().to_owned(), asked.izin.iter().any(|w| w == s.word())))
            .collect(),
        lives: LIVES.iter().map(|l| (l.0.to_string(), l.1.to_owned())).collect(),
        masa,
        errors,
        rows: rows.iter().map(|t| row(t, today)).collect(),
    })
}

fn row(token: &Listed, today: kernel::Date) -> BarisToken {
    let state = match token.revoked {
        Some(at) => Keadaan::Dicabut(tanggal(at.date_wib())),
        None if token.until < today => Keadaan::Lewat,
        None => Keadaan::Berlaku,
    };
    BarisToken {
        nama: token.nama.clone(),
        izin: token.scopes.iter().map(|s| s.word()).collect::<Vec<_>>().join(", "),
        until: tanggal(token.until),
        used: token.used.map(|at| tanggal(at.date_wib())),
        state,
        revoke_href: format!("/akun/token/{}/cabut", kernel::PegawaiId(token.id)),
    }
}
