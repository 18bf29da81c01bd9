//! The authenticator app of the own account: set up with a code it shows, taken away with the password.

use super::typed;
use crate::view::{self, AutentikatorView};
use host::signin::{self, Attempt};
use host::{Answer, Ctx, Problem, html, redirect, totp};
use qrcode::QrCode;
use qrcode::render::svg;
use store::Source;

/// `GET /akun/autentikator`.
pub fn app(ctx: &mut Ctx) -> Answer {
    let secret = new_secret(ctx)?;
    Ok(html(said(ctx, secret, Vec::new())?))
}

fn new_secret(ctx: &Ctx) -> Result<String, Problem> {
    let mut source = Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
    Ok(totp::secret(&mut source))
}

fn said(ctx: &Ctx, secret: String, errors: Vec<(String, String)>) -> Result<maud::Markup, Problem> {
    let visitor = ctx.visitor()?;
    let page = AutentikatorView {
        set: visitor.totp,
        demanded: ctx.hall.strict_door && !visitor.totp,
        picture: picture(&totp::address(&visitor.akun, &secret)),
        secret,
        errors,
    };
    Ok(view::autentikator(&ctx.frame("Autentikator", &[("Beranda", "/")]), &page))
}

/// Black on white in both themes: cameras read nothing else as well.
fn picture(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let svg = code.render::<svg::Color<'_>>().min_dimensions(200, 200).quiet_zone(true).build();
    let named = "<svg role=\"img\" aria-label=\"Kode QR kunci autentikator\"";
    svg.split_once("<svg").map_or(String::new(), |(_, rest)| format!("{named}{rest}"))
}

/// `POST /akun/autentikator`: both buttons.
pub fn set_app(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let secret = ctx.field("kunci").to_owned();
    let password = match signin::attempt(&ctx.hall, &typed(ctx, &visitor.akun, "sandi", None), ctx.address)? {
        Attempt::Wait(minutes) => return Err(Problem::Wait(minutes)),
        attempt => matches!(attempt, Attempt::Welcome(_)),
    };
    let mut errors = Vec::new();
    if !password {
        errors.push(("sandi".to_owned(), "Kata sandi tidak cocok. Ketik ulang.".to_owned()));
    } else if ctx.field("aksi") == "lepas" {
        ctx.hall.with(|conn| totp::drop_of(conn, &visitor.akun))?;
        return Ok(redirect("/akun/autentikator"));
    } else {
        let now = ctx.hall.now();
        if ctx.hall.with(|conn| totp::set(conn, &visitor.akun, &secret, ctx.field("kode"), now))? {
            return Ok(redirect("/akun/autentikator"));
        }
        let sentence = "Kode tidak cocok. Pindai gambarnya, lalu ketik kode 6 angka yang sedang tampil; periksa juga jam ponsel Anda.";
        errors.push(("kode".to_owned(), sentence.to_owned()));
    }
    let secret = if secret.len() == 32 { secret } else { new_secret(ctx)? };
    Ok(host::http::refused(said(ctx, secret, errors)?))
}
