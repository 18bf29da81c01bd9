//! `/panduan`: a guide, and the list of them.

use crate::buku::{GUIDES, find};
use crate::render::markdown;
use crate::view;
use host::{Answer, Ctx, Problem, html};

/// `GET /panduan`.
pub fn all(ctx: &mut Ctx) -> Answer {
    let list: Vec<(&str, String)> =
        GUIDES.iter().map(|g| (g.title(), format!("/panduan/{}", g.name))).collect();
    Ok(html(view::daftar(&ctx.frame("Panduan", &[("Beranda", "/")]), &list)))
}

/// `GET /panduan/{halaman}`.
pub fn guide(ctx: &mut Ctx) -> Answer {
    let guide = find(ctx.param("halaman")).ok_or(Problem::NotFound)?;
    let frame = ctx.frame(guide.title(), &[("Beranda", "/"), ("Panduan", "/panduan")]);
    Ok(html(view::panduan(&frame, guide.title(), markdown(guide.body()))))
}
