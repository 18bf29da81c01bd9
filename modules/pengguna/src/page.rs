//! The door and the own account.

mod daftar;
pub mod token;
mod totp;

pub use daftar::{account, act, create, list, new_form};
pub use totp::{app, set_app};

use crate::rule::{self, NewPassword};
use crate::view::{self, MasukView, Pesan, Pintu, SandiView};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::http::{cookie_name, own_path};
use host::signin::{self, Attempt, Typed};
use host::{Answer, Ctx, Problem, html, password, redirect, session};
use store::Source;
use web::Merek;

/// The page to sign in on.
pub fn door(ctx: &mut Ctx) -> Answer {
    if ctx.visitor.is_some() {
        return Ok(redirect(&onward(ctx.query("lanjut"))));
    }
    let message = match ctx.query("pesan") {
        _ if !ctx.hall.with(host::account::any)? => Pesan::Kosong,
        "keluar" => Pesan::Keluar,
        // A cookie that opens nothing any more.
        _ if ctx.token.is_some() => Pesan::SesiBerakhir,
        _ => Pesan::Biasa,
    };
    let view = MasukView { message, next: onward(ctx.query("lanjut")), ..MasukView::default() };
    Ok(html(view::masuk(&pintu(ctx)?, &view)))
}

/// Name and password. Whoever has too many wrong ones behind them waits, whatever they type.
pub fn sign_in(ctx: &mut Ctx) -> Answer {
    let (name, next) = (ctx.field("pengguna").trim().to_owned(), onward(ctx.field("lanjut")));
    let (message, wait) = match signin::attempt(
        &ctx.hall,
        &typed(ctx, &name, "sandi", Some(ctx.field("kode"))),
        ctx.address,
    )? {
        Attempt::Welcome(visitor) if visitor.must_change => return enter(ctx, &visitor.akun, "/sandi"),
        Attempt::Welcome(visitor) => return enter(ctx, &visitor.akun, &next),
        Attempt::Wrong => (Pesan::Salah, None),
        Attempt::Wait(minutes) => (Pesan::Terkunci { span: format!("{minutes} menit") }, Some(minutes)),
    };
    let view = MasukView { message, next, username: name, ..MasukView::default() };
    let page = html(view::masuk(&pintu(ctx)?, &view));
    Ok(match wait {
        Some(minutes) => {
            let after = [(header::RETRY_AFTER, (minutes * 60).to_string())];
            (StatusCode::TOO_MANY_REQUESTS, after, page).into_response()
        }
        None => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
    })
}

fn typed<'a>(ctx: &'a Ctx, nama: &'a str, field: &str, code: Option<&'a str>) -> Typed<'a> {
    Typed { nama, password: ctx.field(field), code }
}

/// The form for a new password.
pub fn password_form(ctx: &mut Ctx) -> Answer {
    Ok(html(view::ganti_sandi(&pintu(ctx)?, &sandi_view(ctx, Vec::new())?)))
}

/// A new password. Every session of the account ends; this browser gets a new one.
pub fn set_password(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let new = ctx.field("sandi_baru").to_owned();
    let old_fits = visitor.must_change
        || match signin::attempt(&ctx.hall, &typed(ctx, &visitor.akun, "sandi_lama", None), ctx.address)? {
            Attempt::Wait(minutes) => return Err(Problem::Wait(minutes)),
            attempt => matches!(attempt, Attempt::Welcome(_)),
        };
    let unchanged = old_fits && signin::is_current(&ctx.hall, &visitor.akun, &new)?;
    let trouble = password::trouble(&new, &visitor);
    let again = ctx.field("sandi_ulang");
    let errors = rule::password_errors(&NewPassword { old_fits, unchanged, trouble, new: &new, again });
    if !errors.is_empty() {
        let page = view::ganti_sandi(&pintu(ctx)?, &sandi_view(ctx, errors)?);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)).into_response());
    }
    signin::choose_password(&ctx.hall, &visitor.akun, &new)?;
    enter(ctx, &visitor.akun, "/")
}

/// Out: the session ends here, not only in the browser.
pub fn sign_out(ctx: &mut Ctx) -> Answer {
    if let Some(token) = ctx.token.take() {
        ctx.hall.with(|conn| session::end(conn, &token))?;
    }
    let secure = ctx.hall.secure;
    with_cookie(redirect("/masuk?pesan=keluar"), &rule::no_session_cookie(cookie_name(secure), secure))
}

/// Light, dark, or as the system says; then back to where one was.
pub fn theme(ctx: &mut Ctx) -> Answer {
    let back = onward(ctx.field("kembali"));
    with_cookie(redirect(&back), &rule::theme_cookie(ctx.field("tema"), ctx.hall.secure))
}

/// A session that was open in this browser never lives on under a new name.
fn enter(ctx: &mut Ctx, akun: &str, to: &str) -> Answer {
    let mut source = Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
    let before = ctx.token.take();
    let token = ctx.hall.with(|conn| {
        if let Some(before) = before {
            session::end(conn, &before)?;
        }
        session::open(conn, &mut source, akun)
    })?;
    let secure = ctx.hall.secure;
    with_cookie(redirect(to), &rule::session_cookie(cookie_name(secure), &token, secure))
}

fn with_cookie(mut response: Response, cookie: &str) -> Answer {
    let value = HeaderValue::from_str(cookie).map_err(|e| store::Error::Corrupt(format!("kuki: {e}")))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response)
}

/// A page of ours to go to afterwards, but not the door again.
fn onward(to: &str) -> String {
    let door = ["/masuk", "/keluar"].iter().any(|d| to.starts_with(d));
    if own_path(to) && !door { to.to_owned() } else { "/".to_owned() }
}

fn pintu(ctx: &Ctx) -> Result<Pintu, Problem> {
    let tenants = ctx.hall.with(store::node::tenants)?;
    let home = match &ctx.visitor {
        Some(visitor) => visitor.home(&tenants),
        None => tenants.first(),
    };
    Ok(Pintu {
        instansi: home.map(|t| t.nama.clone()).unwrap_or_default(),
        theme: ctx.theme,
        merek: Merek::Inagov,
        csrf: ctx.visitor.as_ref().map(|v| v.csrf.clone()).unwrap_or_default(),
    })
}

fn sandi_view(ctx: &Ctx, errors: Vec<(String, String)>) -> Result<SandiView, Problem> {
    let visitor = ctx.visitor()?;
    Ok(SandiView {
        first_time: visitor.must_change,
        username: visitor.akun.clone(),
        min_length: password::SHORTEST as u8,
        errors,
    })
}
