//! Lists under a name: the tabs above the list, and the page where one keeps and drops one's own.

use super::circle::{Circle, circle};
use super::daftar::Links;
use crate::rule::Filter;
use crate::rule::listing::views;
use crate::view::{self, TampilanView};
use host::tampilan::{self, Kept, MOST, Tampilan};
use host::{Answer, Ctx, Problem, World, html, http, redirect};
use web::component::tab::Tab;
use web::url;

/// Letters of a name.
const NAME_MOST: usize = 40;
/// Bytes of an address.
const ADDRESS_MOST: usize = 1_500;

/// The views of the house, one's own, and those shared with one.
///
/// # Errors
/// When storage fails.
pub fn tabs(ctx: &Ctx, world: &World, circle: &Circle, links: &Links<'_>) -> Result<Vec<Tab>, Problem> {
    let visitor = ctx.visitor()?;
    let kept = ctx.hall.with(|conn| tampilan::seen(conn, visitor))?;
    let asked = links.filter.pairs();
    // One that names what the reader does not reach is not there.
    let reached = kept.iter().filter_map(|t| Some((t, circle.count(ctx, world, &t.alamat)?)));
    let named = reached.map(|(kept, count)| {
        let view = Filter::read(&http::pairs(&kept.alamat));
        let current = view.pairs() == asked;
        Tab { label: kept.nama.clone(), href: links.list(&view), count: Some(count), warn: false, current }
    });
    let named: Vec<Tab> = named.collect();
    // A view of the house keeps order, size and columns of the list; what has a name of its own goes by that.
    let unnamed = named.iter().all(|t| !t.current);
    let Filter { order, descending, size, columns, after, .. } = *links.filter;
    let house = views().into_iter().zip(circle.scope.counts).map(|((label, view), count)| {
        let view = Filter { order, descending, size, columns, after, ..view };
        Tab {
            label: label.to_owned(),
            href: links.list(&view),
            count: Some(count),
            warn: view.temuan.is_some() && count > 0,
            current: unnamed && view == *links.filter,
        }
    });
    Ok(house.chain(named).collect())
}

/// What was asked for, or typed.
#[derive(Default)]
struct Typed {
    name: String,
    shared: bool,
    /// The address to keep, in the words of the list.
    address: String,
    error: Option<String>,
    /// There is one of that name.
    exists: bool,
}

/// The address of a list in its own words: what means nothing to the list falls away.
fn address(filter: &Filter) -> String {
    let pairs = filter.pairs();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (*k, v.as_str())).collect();
    url::link("", &pairs).trim_start_matches('?').to_owned()
}

/// `GET /pegawai/tampilan`.
pub fn form(ctx: &mut Ctx) -> Answer {
    let typed = Typed { address: address(&Filter::read(&ctx.query)), ..Typed::default() };
    Ok(html(said(ctx, typed)?))
}

/// `POST /pegawai/tampilan`.
pub fn keep(ctx: &mut Ctx) -> Answer {
    let name = ctx.field("nama").split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let filter = Filter::read(&http::pairs(ctx.field("alamat")));
    let mut typed =
        Typed { name, shared: ctx.field("dibagi") == "ya", address: address(&filter), ..Typed::default() };
    let letters = typed.name.chars().count();
    typed.error = match letters {
        0 => Some(format!("Beri nama tampilan ini, 1 sampai {NAME_MOST} huruf.")),
        n if n > NAME_MOST => {
            Some(format!("Nama tampilan paling panjang {NAME_MOST} huruf. Anda mengisi {n}."))
        }
        _ if typed.address.len() > ADDRESS_MOST => {
            Some("Saringan ini terlalu panjang untuk disimpan. Kurangi saringannya dahulu.".to_owned())
        }
        _ => None,
    };
    if typed.error.is_none() {
        let view = Tampilan {
            nama: typed.name.clone(),
            alamat: typed.address.clone(),
            shared: typed.shared,
            from: None,
        };
        let (akun, replace, now) = (ctx.visitor()?.akun.clone(), ctx.field("ganti") == "ya", ctx.hall.now());
        match ctx.hall.with(|conn| tampilan::keep(conn, &akun, &view, replace, now))? {
            Kept::Yes => return Ok(redirect(&list_of(&typed.address))),
            Kept::Exists => {
                typed.exists = true;
                typed.error = Some(format!(
                    "Anda sudah punya tampilan \"{}\". Centang \"Ganti yang lama\", atau pakai nama lain.",
                    typed.name
                ));
            }
            Kept::Full => {
                typed.error = Some(format!(
                    "Anda sudah menyimpan {MOST} tampilan. Hapus salah satu, lalu simpan lagi."
                ));
            }
        }
    }
    Ok(http::refused(said(ctx, typed)?))
}

/// `POST /pegawai/tampilan/hapus`. One of somebody else and none at all look alike.
pub fn remove(ctx: &mut Ctx) -> Answer {
    let akun = ctx.visitor()?.akun.clone();
    let name = ctx.field("nama").to_owned();
    if !ctx.hall.with(|conn| tampilan::remove(conn, &akun, &name))? {
        return Err(Problem::NotFound);
    }
    let back = address(&Filter::read(&http::pairs(ctx.field("alamat"))));
    Ok(redirect(&with("/pegawai/tampilan", &back)))
}

fn with(path: &str, address: &str) -> String {
    if address.is_empty() { path.to_owned() } else { format!("{path}?{address}") }
}

fn list_of(address: &str) -> String {
    with("/pegawai", address)
}

fn said(ctx: &Ctx, typed: Typed) -> Result<maud::Markup, Problem> {
    let visitor = ctx.visitor()?;
    let kept = ctx.hall.with(|conn| tampilan::seen(conn, visitor))?;
    let world = ctx.present()?;
    let (_, circle) = circle(ctx, &world);
    let own = kept.iter().filter(|t| t.from.is_none()).map(|t| view::BarisTampilan {
        name: t.nama.clone(),
        href: list_of(&t.alamat),
        count: circle.count(ctx, &world, &t.alamat),
        shared: t.shared,
    });
    let view = TampilanView {
        count: circle.count(ctx, &world, &typed.address),
        share_label: format!(
            "Bagikan kepada {} Anda",
            if visitor.unor.is_empty() { "instansi" } else { "unit" }
        ),
        back_href: list_of(&typed.address),
        name: typed.name,
        shared: typed.shared,
        address: typed.address,
        error: typed.error,
        exists: typed.exists,
        own: own.collect(),
    };
    let crumbs = [("Beranda", "/"), ("Data Pegawai", "/pegawai")];
    Ok(view::tampilan(&ctx.frame("Simpan tampilan", &crumbs), &view))
}
